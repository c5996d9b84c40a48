"""What five documents say of their programmes, copied out of them by hand.

They are: EPUT's, Hertfordshire Partnership's, North Midlands' and The Walton Centre's answers to
a freedom of information request of September 2020, and the South East region's report "Reverse
Mentoring (race) Programme", Version 1, March 2021. A field that is not here says nothing.
"""

from rm_eval.programme import Asked

SEEDS = {
    "eput": "000_d4e339e5ec20432d.txt",
    "hertfordshire_partnership": "001_96ed1a19f9b5edb9.txt",
    "north_midlands": "002_7791762be69c8562.txt",
    "south_east": "003_7f842349a9ea5d3c.txt",
    "walton_centre": "004_10d15621c32d0e2b.txt",
}

# How each text begins and ends, so that none is cut.
SAID: dict[str, dict[Asked, tuple[str, str]]] = {
    "eput": {
        "runs": ("Yes", "Yes"),
        "design": (
            "The Trust brought in an external consultant to deliver the training",
            "have spoken to other Trusts with broader experience",
        ),
        "description": (
            "Mentors and mentees each receive a half day's training.",
            "had a celebration event where mentors /mentee pairs shared their learning",
        ),
        "length": ("6 months", "6 months"),
        "levels": (
            "The first cohort was Chief Executive, Executive Directors and Directors",
            "Executive Directors and Directors with Band 5/6s",
        ),
        "evaluation": (
            "As above. A written evaluation",
            "the primary way was through feedback at the celebration event",
        ),
        "covid": (
            "No – The Trust had a second cohort planned for March but this was postponed.",
            "It will now start with a virtual workshop in October",
        ),
        "years": ("1 cohort so far", "1 cohort so far"),
    },
    "hertfordshire_partnership": {
        "runs": ("Yes.", "Yes."),
        "design": (
            "We designed the programme in-house based on best practice",
            "added the GROW model to bridge the empathy gap.",
        ),
        "description": (
            "Our reverse mentoring programme has been baselined and researched",
            "community of practice to have pre-meet and debrief sessions.",
        ),
        "length": (
            "Each cohort lasts for 6 months",
            "(with exception to cohorts affected by the Covid-19 pandemic)",
        ),
        "levels": (
            "Staff in the reverse mentoring programme are junior staff mainly from bands 2-6,",
            "we also have some mentors at bands 7 and 8b but these are a minority.",
        ),
        "evaluation": (
            "We evaluate the reverse mentoring programme for each cohort through a community of",
            "We then hold focus groups and have survey feedback and set actions from these.",
        ),
        "covid": (
            "We tried to continue with our reverse mentoring programme but had to pause",
            "re-established the work in September 2020.",
        ),
        "years": ("For less than a year (10 months).", "For less than a year (10 months)."),
    },
    "north_midlands": {
        "runs": (
            "We are about to launch our first cohort of reverse mentoring at UHNM.",
            "We do intend to extend further cohorts to other staff from protected groups.",
        ),
        "design": (
            "Our Reverse Mentorship programme is designed by UHNM,",
            "and delivered internally.",
        ),
        "description": (
            "This first cohort of mentors are matched with our Trust Board",
            "for the two sites combined from that date where appropriate.",
        ),
        "levels": (
            "This first cohort of mentors are matched with our Trust Board",
            "Divisional Associate Director and Divisional Chairs.",
        ),
        "covid": (
            "Face to face Mentor training was scheduled for March/April 2020,",
            "We also provided Mentee training via Microsoft teams.",
        ),
        "years": (
            "This is our first year of running a Reverse Mentoring programme",
            "This is our first year of running a Reverse Mentoring programme",
        ),
    },
    "south_east": {
        "runs": (
            "The Cohort One programme was launched in October 2020.",
            "The Cohort One programme was launched in October 2020.",
        ),
        "design": (
            "In June 2020 the EDI South East Team reviewed existing literature,",
            "and a programme manager was recruited.",
        ),
        "description": (
            "The purpose of our programme is to enable senior leaders paired with junior BAME",
            "rather than waiting to do a complete overhaul.",
        ),
        "levels": (
            "BME (Black and Minority Ethnic) mentors and White senior leaders (mentees)",
            "BME (Black and Minority Ethnic) mentors and White senior leaders (mentees)",
        ),
        "evaluation": (
            "The bedrock of the new programme for the South East is evaluation.",
            "share with other regions and decision-makers.",
        ),
    },
    "walton_centre": {
        "runs": (
            "Yes here at The Walton Centre NHS Foundation Trust (WCFT)",
            "does carry out reverse mentoring.",
        ),
        "design": (
            "The programme was developed by Mersey Car.",
            "The programme was developed by Mersey Car.",
        ),
        "description": (
            "The programme is a Reverse Mentoring Programme for BAME staff.",
            "The programme is a Reverse Mentoring Programme for BAME staff.",
        ),
        "length": ("6 months.", "6 months."),
        "levels": (
            "All levels with are paired with Board Members.",
            "All levels with are paired with Board Members.",
        ),
        "evaluation": (
            "Staff are asked if they found it useful or not.",
            "Staff are asked if they found it useful or not.",
        ),
        "covid": ("No.", "No."),
        "years": ("3 years.", "3 years."),
    },
}

# In the order of the list that was sent, then the two that were not on it.
ORDER = (
    "age",
    "gender_reassignment",
    "disability",
    "race",
    "religion_or_belief",
    "sex",
    "sexual_orientation",
    "marriage_and_civil_partnership",
    "pregnancy_and_maternity",
)
NOT_LISTED = ("not_asked", "not_asked")
STATES_SAID = {
    "eput": (
        "no",
        "no",
        "next_cohort",
        "yes",
        "next_cohort",
        "unclear",
        "unclear",
        *NOT_LISTED,
    ),
    "hertfordshire_partnership": ("yes",) * 7 + NOT_LISTED,
    "north_midlands": (
        "planned",
        "planned",
        "planned",
        "yes",
        "planned",
        "planned",
        "planned",
        *NOT_LISTED,
    ),
    # Not an answer to those questions: the report names race, and three that are to come.
    "south_east": (
        "not_stated",
        "planned",
        "planned",
        "yes",
        "not_stated",
        "not_stated",
        "planned",
        "not_stated",
        "not_stated",
    ),
    "walton_centre": ("no", "no", "no", "yes", "no", "no", "no", *NOT_LISTED),
}
FROM_WHERE = {
    "eput": "Answer to a freedom of information request, EPUT.FOI.20.1646, received "
    "4 September 2020",
    "hertfordshire_partnership": "Answer to a freedom of information request, FOI/03740, dated "
    "18 December 2020",
    "north_midlands": "Answer to a freedom of information request, FOIA Reference 2020/21-213, "
    "dated 10 September 2020",
    "south_east": "Reverse Mentoring (race) Programme, NHS England and NHS Improvement – South "
    "East, Version 1, March 2021",
    "walton_centre": "Answer to a freedom of information request, MB/SS FOI 4443, dated "
    "15 September 2020",
}
