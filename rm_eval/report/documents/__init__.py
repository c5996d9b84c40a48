"""Documents to send and to file: what participants are told, and what governs their data.

Their words stand in Markdown files here; every figure in them comes from
`rm_eval.disclosure.policy`. A document is shown on a page, copied as text, or downloaded.
"""

from rm_eval.report.documents.document import DOCUMENTS, Document, DocumentName, write_document

__all__ = ["DOCUMENTS", "Document", "DocumentName", "write_document"]
