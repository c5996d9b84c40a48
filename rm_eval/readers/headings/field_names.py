"""Names of fields, such as ``first_name``, where a tool exports those and not the wording."""

import re

NAMES_SOMEBODY = re.compile(
    r"(\w+_)?(first_?name|last_?name|sur_?name|fore_?name|full_?name|name_(first|last)|"
    r"respondent_name|your_name|dob|date_of_birth|birth_?date|(tele)?phone(_?(no|number))?|mobile|"
    r"e_?mail(_address)?|address|post_?code|zip(_?code)?|nhs_?(no|number)|mrn|hospital_number)"
    r"(_?\d+)?|name",
    re.IGNORECASE,
)


def names_somebody(field: str) -> bool:
    """Say whether a field holds who somebody is, by its name."""
    return bool(NAMES_SOMEBODY.fullmatch(field))
