"""What in a text may tell who wrote it, or speaks of somebody else: patterns, each with its why.

Better to ask once too often: whoever looks says in a second that "the first step" is nothing. So
these are wide, and none of them decides anything.
"""

import re
from dataclasses import dataclass

from rm_eval.disclosure.quotes.finding import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Hint:
    """One thing to ask about.

    Attributes
    ----------
    pattern
        How it looks. Where it has a group, those are the words to show.
    why
        What is asked, without the words themselves.
    """

    kind: Kind
    pattern: re.Pattern[str]
    why: str


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WORD = r"[\w'’-]{1,40}"
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
BEFORE_DIRECTOR = (
    "deputy|associate|assistant|clinical|medical|nursing|executive|non-executive|divisional|"
    "managing|finance|operations|people|strategy|digital|regional"
)
MANAGED = "ward|service|general|operations|divisional|practice|site|matron|business|locality"
# Words that name a job many people have: they single out beside a characteristic.
ROLES = (
    "nurse|midwife|doctor|consultant|registrar|surgeon|anaesthetist|psychiatrist|psychologist|"
    "paediatrician|gp|pharmacist|physio(?:therapist)?|therapist|radiographer|paramedic|porter|"
    "cleaner|cook|chaplain|imam|matron|sister|manager|leader|lead|director|administrator|"
    "secretary|receptionist|clerk|analyst|engineer|technician|scientist|assistant|governor|"
    "mentor|mentee|trainee|student|apprentice|member of staff|person|employee|colleague"
)
# Of these a programme has many; beside a job they single out all the same.
BROAD = (
    "black|white|asian|brown|bame|bme|mixed[- ]race|(?:minority[- ]ethnic|ethnic[- ]minority)|"
    "disabled|woman|man|female|male|older|younger|lgbt\\w{0,5}|overseas|migrant|foreign"
)
# Of these there may be one.
RARE = (
    "sikh|muslim|hindu|jewish|jew|buddhist|christian|catholic|jain|rastafarian|pagan|atheist|"
    "quaker|hijab|headscarf|turban|kippah|ramadan|"
    "african|caribbean|arab|indian|pakistani|bangladeshi|filipin[oa]|chinese|nigerian|ghanaian|"
    "zimbabwean|kenyan|somali|ugandan|jamaican|sri lankan|nepal(?:i|ese)|irish|polish|romanian|"
    "portuguese|italian|spanish|iranian|iraqi|turkish|roma|gypsy|traveller|refugee|asylum|"
    "deaf|blind|wheelchair|dyslexi[ac]|dyspraxi[ac]|autis(?:m|tic)|adhd|epilep(?:sy|tic)|"
    "diabet(?:es|ic)|cancer|hiv|bipolar|neuro-?diver(?:se|gent)|stammer|stutter|hearing aid|"
    "menopaus(?:e|al)|depress(?:ion|ed)|"
    "gay|lesbian|bisexual|trans(?:gender)?|non-binary|queer|same[- ]sex"
)
NOT_A_PERSON = (
    r"(?!(?: \w+)? ?(?:times?|ways?|things?|reasons?|problems?|questions?|sessions?|steps?|days?|"
    r"weeks?|months?|years?|meetings?|chance|place|part|impressions?|half|point)\b)"
)
RELATED = (
    "line manager|team leader|manager|mentors?|mentees?|boss|matron|supervisor|colleagues?|wife|"
    "husband|partner|sons?|daughters?|child(?:ren)?|kids?|mother|father|mum|dad|parents?|sisters?|"
    "brothers?|friends?|secretary|pa|deputy|director|chief executive|ceo|pair"
)
UNITS = "wards?|teams?|units?|departments?|clinics?|services?|directorates?|offices?|sites?"
FIELDS = (
    "maternity|pharmacy|theatres?|a&e|ed|emergency|intensive care|icu|itu|hdu|oncology|radiology|"
    "pathology|pa?ediatrics?|children['’]s|mental health|camhs|crisis|district nursing|dementia|"
    "stroke|cardiology|renal|surgical|medical|community|estates|catering|finance|payroll|it|"
    "communications|comms|hr|workforce|forensic|perinatal|outpatients?|therapy|security"
)

HINTS: tuple[Hint, ...] = (
    Hint(
        kind="date",
        pattern=_any_case(
            rf"\b\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b"
            rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b(?: \d{{4}})?"
            rf"|\b(?:{MONTHS})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? (?:19|20)\d\d\b"
            r"|\b(?:since|in|from|until) (?:19|20)\d\d\b"
        ),
        why="A date or a year may be a birthday, or tell when somebody joined or fell ill.",
    ),
    Hint(
        kind="number",
        pattern=re.compile(r"(?<!\w)(?:\d[ -]?){5,19}\d\b"),
        why="A long number may be somebody’s own: a telephone, a staff or a patient number.",
    ),
    Hint(
        kind="job",
        pattern=_any_case(
            rf"\bchief {WORD}(?: officer)?\b|\b(?:ceo|cfo|coo|cno|cmo|cpo|ned)\b"
            rf"|\b(?:(?:{BEFORE_DIRECTOR}) ){{0,2}}directors?\b(?: of(?: {WORD}){{1,2}})?"
            rf"|\b(?:deputy )?head of(?: {WORD}){{1,2}}|\bheadteacher\b"
            r"|\b(?:vice[- ]|deputy )?chair(?:man|woman|person)?\b"
            r"|\bnon-exec(?:utive)?s?\b|\bboard member\b|\bgovernor\b|\bvsm\b|\bvery senior manager"
            rf"|\b(?:{MANAGED}) manager\b|\bmatron\b|\bguardian\b|\bchampion\b|\bstaff side\b"
            rf"|\b{WORD} lead for(?: {WORD}){{1,2}}"
            r"|\b(?:edi|clinical|network|professional|nursing|equality|inclusion|team|wellbeing)"
            r" lead\b|\bband (?:8[a-d]?|9)\b|\brep(?:resentative)?\b"
        ),
        why="Few people have this job, or one. Could others tell who wrote this, or who is meant?",
    ),
    Hint(
        kind="only",
        pattern=_any_case(
            r"\b(?:as )?(?:the|an?|our|my|their) "
            rf"(?:only|first|sole|youngest|oldest|newest|longest[- ]serving)\b{NOT_A_PERSON}"
            rf"(?: {WORD}){{0,4}}"
            rf"|\b(?:one|two|three) of (?:the |a )?(?:only|very few|few|two|three|four)\b"
            rf"(?: {WORD}){{0,3}}"
            r"|\bnobody else (?:is|was|has|in)\b|\bno other\b|\bi(?: am|['’]m) the\b"
        ),
        why="This singles somebody out: there may be only one person it can be.",
    ),
    Hint(
        kind="place",
        pattern=re.compile(
            rf"\b(?i:{UNITS}|bay|floor|building|room) (?:\d+\w?|[A-Z]\d*)\b"
            rf"|\b(?i:{FIELDS}) (?i:{UNITS})\b"
            r"|\b(?!(?:The|Our|My|This|That|Your|Their|A|One|Each|Every|In|At|On|Of) )"
            r"[A-Z][\w'’]+ (?:[A-Z][\w'’]+ )?"
            rf"(?:(?i:{UNITS})|(?i:hospital|centre|house|trust|network|surgery|practice))\b"
        ),
        why="A ward, team or site may have few people. Could others tell who wrote this?",
    ),
    Hint(
        kind="characteristic",
        pattern=_any_case(
            rf"\b(?:{BROAD})(?: {WORD}){{0,3}} (?:{ROLES})\b"
            rf"|\b(?:{ROLES}) (?:who is|who['’]s|and)(?: {WORD}){{0,2}} (?:{BROAD})\b"
        ),
        why="A characteristic beside a job: together they may fit one person only.",
    ),
    Hint(
        kind="characteristic",
        pattern=_any_case(rf"\b(?:{RARE})s?\b|\b(?:aged? |i am |i['’]m )?\d\d[- ]years?[- ]old\b"),
        why=(
            "This may be true of one person in the group. Could others tell who wrote this, or who "
            "is meant?"
        ),
    ),
    Hint(
        kind="third_person",
        pattern=_any_case(
            rf"\b(?:my|our|her|his|their|a|the) (?:own |former |old |new )?(?:{RELATED})\b"
            r"|\b(?:s?he|her|him|his|hers)\b"
        ),
        why=(
            "This may speak of another person, who did not agree to being quoted. Could others "
            "tell who it is? “My mentor” also tells that a mentee wrote this, and the other way "
            "round."
        ),
    ),
    Hint(
        kind="event",
        pattern=_any_case(
            r"\b(?:grievances?|tribunal|disciplin(?:ary|ed)|suspen(?:ded|sion)|dismiss(?:ed|al)|"
            r"sacked|redundan(?:t|cy)|resign(?:ed|ation)?|complain(?:t|ts|ed)|investigat(?:ed|ion)|"
            r"bull(?:ied|ying)|harass(?:ed|ment)|assault(?:ed)?|attack(?:ed)?|arrest(?:ed)?|police|"
            r"court|lawsuit|settlement|whistleblow\w*|promot(?:ed|ion)|interview|acting up|"
            r"secondment|died|death|bereave(?:d|ment)|funeral|miscarriage|pregnan(?:t|cy)|"
            r"maternity leave|paternity leave|sick leave|off sick|long covid|surgery|operation|"
            r"accident|divorce(?:d)?|visa|award|mbe|obe|retire[ds]?|retirement)\b"
        ),
        why="People remember what happened to whom. Could others tell who wrote this by it?",
    ),
)
