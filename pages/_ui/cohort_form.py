"""Describe one cohort: for whom, when, how far people came. Every box may stay empty."""

from dataclasses import fields, replace
from typing import Any

import streamlit as st

from pages._ui import resources, state
from rm_eval import pipeline
from rm_eval.programme import (
    CHARACTERISTICS,
    KINDS,
    MODES,
    STATUSES,
    CohortRecord,
    Funnel,
    Matching,
    Pause,
    Programme,
    read_event,
    read_pause,
    read_when,
)

ANOTHER = "A new cohort"
DATE = "A month and a year, such as October 2020, or a year alone."
MOST_PEOPLE = 10_000
STEPS = {
    "interested": "Interested",
    "trained": "Trained",
    "matched": "Matched",
    "finished": "Finished",
}
NAMED = {
    "first": "Got their first",
    "second": "Got their second",
    "third": "Got their third",
    "none_of_them": "Got none of the three",
    "again": "Pairs made anew later",
}


def offer(programme: Programme) -> None:
    """Choose a cohort, and change what is said of it."""
    card = programme.card
    known = {one.cohort: one for one in programme.cohorts}
    of_answers = [
        one.scope.cohort
        for one in resources.datasets()
        if one.scope.organisation == card.organisation
    ]
    names = [*dict.fromkeys([*known, *of_answers]), ANOTHER]
    # A box of its own once there is one more: it opens on the cohort that was saved last.
    last = state.selection().cohort
    name = st.selectbox(
        "Cohort",
        names,
        index=names.index(last) if last in names else 0,
        key=f"cohort_of_{card.organisation}_{len(names)}",
    )
    if name == ANOTHER:
        name = st.text_input("What is it called?", f"Cohort {len(names)}", max_chars=100).strip()
    if not name:
        st.info("Give the cohort a name first.")
        return
    usual = CohortRecord(organisation=card.organisation, cohort=name, kind=card.kind)
    _form(known.get(name, usual))


def _form(record: CohortRecord) -> None:
    key = f"{record.organisation}_{record.cohort}"
    part = st.radio("What of this cohort?", list(PARTS), horizontal=True, key=f"part_{key}")
    with st.form(f"{part}_{key}", border=False):
        said = PARTS[part](record, key)
        if st.form_submit_button("Save this cohort"):
            _save(record, said)
    if pipeline.cohort_record(resources.store(), record.organisation, record.cohort) is None:
        return
    sure = st.checkbox("Yes, delete what is said of this cohort", key=f"sure_{key}")
    if st.button("Delete it", disabled=not sure, key=f"delete_{key}"):
        pipeline.delete_cohort_record(resources.store(), record.organisation, record.cohort)
        state.choose(done=f"Saved: what was said of {record.cohort} was deleted. Answers stay.")
        st.rerun()


def _who(record: CohortRecord, key: str) -> dict[str, Any]:
    characteristic = _one_of(
        "Main protected characteristic", CHARACTERISTICS, record.characteristic, f"main_{key}"
    )
    others = st.multiselect(
        "More characteristics",
        list(CHARACTERISTICS),
        list(record.others),
        format_func=lambda one: CHARACTERISTICS[one],
        key=f"others_{key}",
    )
    community = st.text_input(
        "Your word for the people it is about",
        record.community,
        help="Such as BAME, or disabled. It is put into the questions of the forms.",
        max_chars=60,
        key=f"community_{key}",
    )
    return {
        "characteristic": characteristic,
        "others": tuple(others),
        "community": community.strip(),
        "kind": _one_of("Kind", KINDS, record.kind, f"kind_{key}") or "reverse",
    }


def _when(record: CohortRecord, key: str) -> dict[str, Any]:
    status = _one_of("How far is it?", STATUSES, record.status, f"status_{key}")
    start = _day("From", record.start, f"start_{key}")
    end = _day("To", record.end, f"end_{key}")
    length = st.text_input("Length", record.length, help="Such as 6 months.", key=f"length_{key}")
    st.markdown("**Times in which it stood still**")
    pauses = []
    for at in range(len(record.pauses) + 1):
        now = record.pauses[at] if at < len(record.pauses) else Pause()
        with st.container(horizontal=True):
            since = _day(f"Pause {at + 1}: from", now.since, f"since_{at}_{key}")
            until = _day(f"Pause {at + 1}: until", now.until, f"until_{at}_{key}")
            why = st.text_input(f"Pause {at + 1}: why", now.why, key=f"why_{at}_{key}")
        pauses.append((since, until, why))
    st.markdown("**Events**, such as a launch or a celebration event")
    events = []
    for at in range(len(record.events) + 1):
        happened = record.events[at] if at < len(record.events) else None
        with st.container(horizontal=True):
            day = _day(f"Event {at + 1}: when", happened and happened.when, f"day_{at}_{key}")
            what = st.text_input(
                f"Event {at + 1}: what", happened.what if happened else "", key=f"what_{at}_{key}"
            )
        events.append((day, what))
    return {
        "status": status,
        "start": start,
        "end": end,
        "length": length.strip(),
        "pauses": pauses,
        "events": events,
    }


def _how_far(record: CohortRecord, key: str) -> dict[str, Any]:
    st.markdown("Numbers, never names. Leave empty what is not known.")
    mentors = Funnel(**_counts("Mentors", STEPS, record.mentors, key))
    mentees = Funnel(**_counts("Mentees", STEPS, record.mentees, key))
    st.markdown("**If mentors named three mentees they would like:** how many got whom?")
    matching = Matching(**_counts("Mentors", NAMED, record.matching, key))
    return {"mentors": mentors, "mentees": mentees, "matching": matching}


def _how(record: CohortRecord, key: str) -> dict[str, Any]:
    sessions = st.number_input(
        "Sessions planned for each pair",
        min_value=0,
        max_value=60,
        value=record.sessions,
        key=f"sessions_{key}",
    )
    mode = _one_of("How pairs meet", MODES, record.mode, f"mode_{key}")
    training = _one_of("How training was held", MODES, record.training_mode, f"training_{key}")
    length = st.text_input(
        "How long training took",
        record.training_length,
        help="Such as half a day.",
        key=f"training_length_{key}",
    )
    notes = st.text_area("Notes", record.notes, max_chars=2000, key=f"notes_{key}")
    return {
        "notes": notes.strip(),
        "sessions": sessions,
        "mode": mode,
        "training_mode": training,
        "training_length": length.strip(),
    }


def _counts(who: str, labels: dict[str, str], now: Funnel | Matching, key: str) -> dict[str, Any]:
    counts = {}
    with st.container(horizontal=True):
        for field in fields(now):
            counts[field.name] = st.number_input(
                f"{who}: {labels[field.name].lower()}",
                min_value=0,
                max_value=MOST_PEOPLE,
                value=getattr(now, field.name),
                key=f"{who}_{field.name}_{key}",
            )
    return counts


def _one_of(label: str, options: dict[str, str], now: str, key: str) -> str:
    ids = ["", *options]
    return st.selectbox(
        label,
        ids,
        index=ids.index(now),
        format_func=lambda one: options.get(one, "Not stated"),
        key=key,
    )


def _day(label: str, now: object, key: str) -> str:
    return st.text_input(label, getattr(now, "words", ""), help=DATE, key=key)


def _save(record: CohortRecord, said: dict[str, Any]) -> None:
    read = dict(said)
    for name in ("start", "end"):
        if name in said:
            read[name] = read_when(said[name])
    if "pauses" in said:
        read["pauses"] = tuple(pause for one in said["pauses"] if (pause := read_pause(*one)))
        events = [event for one in said["events"] if (event := read_event(*one))]
        read["events"] = tuple(sorted(events, key=lambda event: event.when))
    pipeline.keep_cohort_record(resources.store(), replace(record, **read))
    done = f"Saved: {record.cohort}, {record.organisation}."
    state.choose(done=done, organisation=record.organisation, cohort=record.cohort)
    st.rerun()


# A short form each, saved by itself.
PARTS = {
    "For whom": _who,
    "When it ran": _when,
    "Sessions and training": _how,
    "How far people came": _how_far,
}
