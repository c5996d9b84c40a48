"""Which columns say who somebody is? They are dropped before anything is stored."""

import re

from rm_eval.questionnaire import Mark, all_questions
from rm_eval.recognise.wording import likeness_to_harm, normalise

NAMES_SOMEBODY = {
    "name", "your name", "full name", "first name", "last name", "surname", "forename",
    "what is your name", "what is your full name", "email", "e mail", "email address",
    "e mail address", "your email", "your email address", "what is your email address",
    "phone", "phone number", "telephone", "telephone number", "mobile", "mobile number",
    "contact number", "nhs number", "ni number", "national insurance number", "address",
    "home address", "postcode", "post code", "ip address", "employee number", "staff number",
    "assignment number", "date of birth", "line manager name", "name of your line manager",
    "nom", "prénom", "naam", "nombre", "imię", "enw", "姓名", "名称", "电子邮件", "الاسم",
}  # fmt: skip
PROTECTED = re.compile(
    r"\b(gender|sex|sexual|sexuality|ethnic\w*|race|racial|religio\w*|belief|disab\w*|age|"
    r"pregnan\w*|maternity|marital|marriage|trans|nationality|faith group|health condition|"
    r"heritage|muslims?|islam\w*|christian\w*|jew|jews|jewish|judaism|hindu\w*|sikh\w*|buddhis\w*|"
    r"catholic\w*|lgbt\w*|gay|lesbians?|bisexual\w*|neurodiver\w*|menopaus\w*|carers?)\b"
)
# What can be held against whoever says it, or against a person few others can be.
HARMFUL = re.compile(
    r"\b(line managers?|managers?|supervisors?|bully|bullies|bullied|bullying|harass\w*|"
    r"discriminat\w*|racis\w*|safe|safer|safely|unsafe|safety|burden\w*|wellbeing|well being|"
    r"stress\w*|mental health|fear\w*|afraid)\b"
)
# Of 100: a question as like one of ours that is marked harm asks about the same.
LIKE_HARM = 60.0


def is_personal(heading: str) -> bool:
    """Say whether a column names or identifies people, by its heading.

    What its answers tell was seen when the file was read (`rm_eval.readers.masking`).
    """
    return normalise(heading) in NAMES_SOMEBODY


def mark_of_unknown(heading: str) -> Mark:
    """Mark a question nobody has marked: what may harm whoever answers is never mere opinion."""
    words = normalise(heading)
    if PROTECTED.search(words) or HARMFUL.search(words):
        return "harm"
    known = all_questions()
    return "harm" if likeness_to_harm(heading, known) >= LIKE_HARM else "opinion"
