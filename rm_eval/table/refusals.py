"""The refusals said from several places: what happened, which file, what to do next."""

from rm_eval.errors import TooLarge, UnreadableFile

SAVE_AGAIN = "Open it in Excel, choose Save As, Excel Workbook (.xlsx), and add the new file."


def damaged(name: str, why: str) -> UnreadableFile:
    """Refuse a file that cannot be opened in one sure way."""
    message = (
        f"We could not open {name}. It is damaged: {why}. "
        "Download it again from your survey tool, or open it in Excel and save a new copy."
    )
    return UnreadableFile(message, code="damaged")


def too_big(name: str, what: str) -> TooLarge:
    """Refuse a file that holds more than any programme could need."""
    message = (
        f"{name} is too big for a survey export: {what}. "
        "Delete what does not belong to the survey, save the file and add it again."
    )
    return TooLarge(message, code="too_big")


def not_what_it_says(name: str, what: str, remedy: str) -> UnreadableFile:
    """Refuse a file whose contents are not what its name says."""
    return UnreadableFile(f"We could not open {name}. {what} {remedy}", code="content_mismatch")
