"""Columns about how somebody answered, not what: durations, clicks, devices, marks in a quiz.

Survey tools add them by options of their own, under names much the same everywhere. Words that a
question could use as well ("Language", "Progress", "Score") are believed only where the cells are
what a tool writes.
"""

import re
from collections.abc import Iterable

from rm_eval.recognise.wordings.wording import normalise

PARADATA = re.compile(
    r"(total |survey |response |completion |interview )*(duration|time (taken|spent|elapsed))"
    r"( to complete( \w+){0,3})?( in)?( seconds| secs?| minutes| mins| s| hh mm ss)?|"
    r"(total|completion|response|interview|page) time( in seconds)?|"
    r"(group|question) ?time .{1,200}|"
    r"(average )?time to complete( the (survey|form))?|interviewtime|q totalduration|"
    r"(.{0,60} )?(first click|last click|page submit|click count|page timer)|"
    r"(user |device |browser |client )*(agent|os|operating system|browser( version| name)?|"
    r"screen resolution|device( type)?|meta info.*)|"
    r"(user|start|survey|response|browser|last) ?language|startlanguage|"
    r"(http )?(referr?er|referring)( url| site)?|refurl|(entry|source|landing) (url|page)|utm \w+|"
    r"network id|collector( id| name)?|distribution channel|external (data )?reference|"
    r"recipient (id|contact)|seed|lastpage|last page( seen)?|"
    r"(latitude|longitude|location (latitude|longitude)|geolocation|gps)( .{0,20})?|"
    r"(response|completion|survey) (status|type)|percent(age)? complete(d)?|progress percent|"
    r"(total|quiz|max(imum)?) (points|score)|quiz (score|feedback|result)|grading status|"
    r"nps (group|category|segment)|.{1,200} nps group|.{1,200} (nps category|topics|"
    r"sentiment score|sentiment polarity|parent topics|topic sentiment (label|score))|"
    r"time ?stamp|row (number|no)|(response|submission) (id|date|time)|"
    r"(submitted|created|updated) (at|on|date)|last modified( time)?|check(ed)? in( time)?|"
    r"recaptcha( score)?|captcha( score)?|q recaptcha.*|fraud score|duplicate score|is ?bot"
)
# Word beside a question in a quiz: "Points - What is 1 + 1?", "Feedback - What is 1 + 1?".
OF_A_QUIZ = re.compile(
    r"(?:points|feedback|score|marks)\s*[-–:](?P<after>.+)|"
    r"(?P<before>.+)\[(?:score|feedback|points)\]",
    re.IGNORECASE | re.DOTALL,
)
GROUPS_OF_PROMOTERS = {"promoter", "promoters", "passive", "passives", "detractor", "detractors"}
BY_CELLS = {
    "language": re.compile(r"[a-z]{2,3}([-_][a-z]{2,4})?", re.IGNORECASE),
    "score": re.compile(r"\d+([.,]\d+)? ?/ ?\d+([.,]\d+)?"),
    "progress": re.compile(r"\d{1,3}([.,]\d+)?%?"),
    "status": re.compile(r"(in)?completed?|partial|finished|submitted", re.IGNORECASE),
    "source": re.compile(r"web|mobile|desktop|tablet|link|e-?mail|https?://.*", re.IGNORECASE),
    "url": re.compile(r"https?://.*"),
    "points": re.compile(r"\d+([.,]\d+)?( ?/ ?\d+)?"),
}


def is_paradata(heading: str, answers: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether a column tells how somebody answered.

    Parameters
    ----------
    heading
        Of the column.
    answers
        Its cells that are not blank.
    others
        The headings of the file: the marks of a quiz stand beside the question they are for.
    """
    words = normalise(heading.replace("_", " "))
    if PARADATA.fullmatch(words):
        return True
    marked = OF_A_QUIZ.fullmatch(heading.strip())
    if marked and normalise(marked["after"] or marked["before"]) in set(map(normalise, others)):
        return True
    different = set(answers)
    if not different:
        return False
    if all(normalise(answer) in GROUPS_OF_PROMOTERS for answer in different):
        return True
    written = BY_CELLS.get(words)
    return written is not None and all(map(written.fullmatch, different))
