"""Which columns say who somebody is? They are dropped before anything is stored."""

import re
from collections.abc import Iterable

from rm_eval.questionnaire import Mark, first_asked
from rm_eval.recognise.scales.yes_or_no import yes_or_no
from rm_eval.recognise.wordings.same_question import likeness_to_harm
from rm_eval.recognise.wordings.wording import normalise


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(one.strip() for one in words.split(','))})"


ASKING = _any_of(
    "enter, provide, give, state, type, write, tell us, add, leave, confirm, insert, share, "
    "supply, put, include"
)
WHOSE = _any_of(
    "your, the, my, a, an, participants?, respondents?, submitters?, staff, employee, contact"
)
ASKED = (
    rf"(?:(?:(?:please |kindly )?{ASKING}(?: us)?|what (?:is|s|was|are)|may we have) )?"
    rf"(?:{WHOSE} )*"
)
# Whom a form asks people to name.
SOMEBODY = _any_of(
    "mentor, mentee, line manager, manager, supervisor, coach, buddy, partner, pair, match, "
    "colleague, sponsor, team leader, team lead, referee, next of kin, emergency contact, gp"
)
KIND = _any_of(
    "first, last, full, family, given, middle, preferred, maiden, legal, work, nhs, personal, "
    "private, home, postal, business, contact, mobile, cell, daytime, primary, own, current, "
    "term time"
)
NUMBERED = _any_of(
    "phone, telephone, tel, mobile, mobile phone, cell ?phone, contact, whatsapp, nhs, ni, "
    "national insurance, passport, social security, staff, employee, payroll, assignment, "
    "personnel, esr, registration, nmc, gmc, hcpc, student, smart ?card"
)
DETAIL = (
    rf"(?:{KIND} (?:and )?)*"
    rf"(?:{NUMBERED} (?:number|no|id|pin)|"
    + _any_of(
        "names?, forenames?, surnames?, initials, signature, e ?mails?, e ?mail address(es)?, "
        "e ?mail id, phone, telephone, tel, mobile, mobile phone, cell ?phone, contact details, "
        "contact information, address, post ?code, zip, zip code, user ?name, ip address, "
        "date of birth, d ?o ?b, birth ?date, linkedin, linkedin profile, twitter handle"
    )
    + ")"
)
REASON = r"(?: (?:optional|required|(?:if you|for|so that|so we) .*))?"
NAMES_SOMEBODY = re.compile(
    rf"{ASKED}{DETAIL}(?: (?:and |or )?(?:your )?{DETAIL})*{REASON}|"
    rf"{ASKED}{SOMEBODY}(?: s|s)? (?:full )?(?:name|e ?mail|e ?mail address){REASON}|"
    rf"{ASKED}(?:full )?names? of (?:your |the )?{SOMEBODY}{REASON}|"
    rf"who (?:is|was|s) your {SOMEBODY}|who are you|your details|contact|"
    r"submitter|submitted by|respondent"
)
# Within a longer sentence, where the answers are not just yes or no.
ASKS_FOR_DETAILS = re.compile(
    rf"\b{ASKING}(?: us)?(?: with)? your (?:{KIND} )*"
    r"(?:names?|e ?mail|phone|telephone|mobile|address|contact details|details)\b"
)
ELSEWHERE = {
    "nom", "votre nom", "nom et prénom", "prénom", "prénom et nom", "nom de famille",
    "adresse e mail", "courriel", "adresse courriel", "téléphone", "numéro de téléphone",
    "date de naissance",
    "vorname", "nachname", "familienname", "ihr name", "vor und nachname", "wie heißen sie",
    "e mail adresse", "telefonnummer", "telefon", "geburtsdatum", "anschrift",
    "nombre", "apellido", "apellidos", "nombre y apellidos", "nombre completo", "su nombre",
    "correo electrónico", "teléfono", "número de teléfono", "fecha de nacimiento", "dirección",
    "enw", "eich enw", "enw llawn", "beth yw eich enw", "e bost", "ebost", "cyfeiriad e bost",
    "cyfeiriad ebost", "rhif ffôn", "dyddiad geni", "cod post", "cyfeiriad",
    "naam", "voornaam", "achternaam", "e mailadres", "telefoonnummer", "nome", "cognome",
    "nome completo", "telefone", "imię", "nazwisko", "imię i nazwisko", "adres e mail",
    "numer telefonu", "姓名", "名称", "您的姓名", "名字", "电子邮件", "电子邮箱", "邮箱", "电话",
    "电话号码", "手机", "手机号", "手机号码", "身份证号", "الاسم", "البريد الإلكتروني",
    "رقم الهاتف", "نام", "ای میل",
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


def is_personal(heading: str, answers: Iterable[str] = ()) -> bool:
    """Say whether a column names or identifies people, by its heading.

    What its answers tell was seen when the file was read (`rm_eval.readers.personal.masking`);
    here they only show that "May we share your name?" asks for a yes.
    """
    words = normalise(heading).replace("_", " ")
    if NAMES_SOMEBODY.fullmatch(words) or words in ELSEWHERE:
        return True
    return bool(ASKS_FOR_DETAILS.search(words)) and any(yes_or_no(one) is None for one in answers)


def mark_of_unknown(heading: str) -> Mark:
    """Mark a question nobody has marked: what may harm whoever answers is never mere opinion."""
    words = normalise(heading)
    if PROTECTED.search(words) or HARMFUL.search(words):
        return "harm"
    known = first_asked()
    return "harm" if likeness_to_harm(heading, known) >= LIKE_HARM else "opinion"
