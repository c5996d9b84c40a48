"""Which columns say who somebody is? They are dropped before anything is stored."""

import re

from rm_eval.questionnaire import Mark
from rm_eval.recognise.wording import normalise

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
PARTICIPANT_CODE = re.compile(
    r"\b(participant|personal|anonymous|unique) code\b|without using your name"
)
E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PROTECTED = re.compile(
    r"\b(gender|sex|sexual|sexuality|ethnic\w*|race|racial|religio\w*|belief|disab\w*|age|"
    r"pregnan\w*|maternity|marital|marriage|trans|nationality|faith group|health condition)\b"
)


def is_personal(heading: str, answers: list[str]) -> bool:
    """Say whether a column names or identifies people."""
    words = normalise(heading)
    if words in NAMES_SOMEBODY or PARTICIPANT_CODE.search(words):
        return True
    return bool(answers) and sum(map(_is_e_mail, answers)) * 2 > len(answers)


def mark_of_unknown(heading: str) -> Mark:
    """Mark a question nobody has marked: a protected characteristic is never mere opinion."""
    return "harm" if PROTECTED.search(normalise(heading)) else "opinion"


def _is_e_mail(answer: str) -> bool:
    return bool(E_MAIL.fullmatch(answer.strip()))
