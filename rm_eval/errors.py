"""What can go wrong, and who has to be told.

::

    RmEvalError
    ├─ ForTheReader          shown on the page as it is: what happened, where, what to do next
    │  ├─ UnreadableFile     the file cannot be opened, or is not what its name says
    │  ├─ EmptyFile          nothing in the file, or headings without answers
    │  ├─ TooLarge           more than any programme could need
    │  ├─ QuestionsNotFound  a table, but not a survey
    │  ├─ NotEnoughAnswers   nothing to draw
    │  ├─ NotAllowed         this person may not see or do this
    │  ├─ DamagedShareFile   no share file, damaged, too new, or figures that cannot be
    │  └─ NoPicture          the picture could not be made on this machine
    └─ ForTheDeveloper       a broken contract: wrong columns, a bad questionnaire file

A problem in the data (a blank answer, a score of 11) is no exception but an entry in the
cleaning log.
"""


class RmEvalError(Exception):
    """Anything this package raises on purpose."""


class ForTheReader(RmEvalError):
    """A sentence for the person at the screen.

    Parameters
    ----------
    message
        Plain text: what happened, where, and what to do next. Never an answer from the file.
    code
        A stable word for programs, such as ``"encrypted"`` (``inspect --json`` prints it).
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class UnreadableFile(ForTheReader):
    """The file cannot be opened, or is not what its name says."""


class EmptyFile(ForTheReader):
    """Nothing in the file, or headings without answers."""


class TooLarge(ForTheReader):
    """More bytes, cells, rows or columns than any programme could need."""


class QuestionsNotFound(ForTheReader):
    """There is a table, but no survey in it, or no telling which table is the survey.

    Parameters
    ----------
    sheets
        The sheets to choose from, where that is the trouble.
    """

    def __init__(self, message: str, *, code: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(message, code=code)
        self.sheets = sheets


class NotEnoughAnswers(ForTheReader):
    """Nothing to draw from what was chosen."""


class NotAllowed(ForTheReader):
    """Not for this person to see or do."""


class DamagedShareFile(ForTheReader):
    """No share file, a damaged or a newer one, or one with figures that cannot be."""


class NoPicture(ForTheReader):
    """No browser on this machine could draw the picture."""


class ForTheDeveloper(RmEvalError):
    """A broken contract between two stages, or a questionnaire file that contradicts itself."""
