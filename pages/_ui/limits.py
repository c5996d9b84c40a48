"""Rules for small groups: what each choice does, a reason where it is lower, and all before."""

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import PRESETS, Limits, Preset

HEADING = "Rules for small groups"
ABOUT = (
    "For whoever is responsible for information governance. The rules hold for every cohort of one "
    "organisation. The programme team always sees every number."
)
WHEN = (
    "A change counts from the next time a stage is closed. What has been given out stays as it is."
)
IN_SHORT: dict[Preset, str] = {
    "standard": "The usual rules: groups of fewer than 5 are hidden, groups of 5 to 9 in ranges.",
    "strict": "Groups of fewer than 10 are hidden, and larger ones show a little less.",
}
MOST = 50  # people: a larger limit would hide every programme
DONE = "Rules for small groups of"


def offer(selection: Selection) -> None:
    """Say which rules hold, and offer others."""
    st.header(HEADING, anchor="rules-for-small-groups")
    if selection.done.startswith(DONE):
        st.success(show.as_typed(selection.done))
    st.markdown(ABOUT)
    names = list(dict.fromkeys(one.scope.organisation for one in resources.datasets()))
    if not names:
        st.markdown("Add data first: rules are chosen for an organisation.")
        return
    organisation = st.selectbox("Organisation", names, key="limits_of") if names[1:] else names[0]
    now = pipeline.limits_of(resources.store(), organisation)
    place, words = show.as_typed(organisation), show.as_typed(pipeline.limits_in_words(now))
    st.markdown(f"**Now for {place}:** {words}")
    with st.expander("Choose other rules"):
        _choose(organisation, now)
    _show_history(organisation)


def _choose(organisation: str, now: Limits) -> None:
    presets = list(PRESETS)
    preset = st.radio(
        "How much is shown of small groups?",
        presets,
        index=presets.index(now.preset),
        format_func=lambda one: PRESETS[one],
        captions=[IN_SHORT[one] for one in presets],
        key=f"preset_{organisation}",
    )
    usual = Limits(preset=preset).usual
    smallest = st.number_input(
        "Show nothing of groups smaller than",
        min_value=pipeline.LEAST_LIMIT,
        max_value=MOST,
        value=now.smallest if preset == now.preset else usual,
        help=f"Usually {usual}. A larger number hides more. A smaller one needs a reason.",
        key=f"smallest_{organisation}_{preset}",
    )
    reason = ""
    if smallest < usual:
        reason = st.text_area(
            "Why are smaller groups shown than usual?",
            value=now.reason,
            max_chars=pipeline.LONGEST_REASON,
            help="The reason is kept, and printed under every chart that shows such a group.",
            key=f"reason_{organisation}",
        )
    st.markdown("What people outside the programme team then see:")
    shown = pipeline.what_limits_do(preset, smallest)
    st.markdown("\n".join(f"- {show.as_typed(sentence)}" for sentence in shown))
    st.markdown(WHEN)
    if st.button("Use these rules", key=f"use_{organisation}"):
        own = None if smallest == usual else smallest
        chosen = Limits(preset=preset, smallest_group=own, reason=reason.strip())
        pipeline.set_limits(resources.store(), organisation, chosen)
        state.choose(done=f"{DONE} {organisation} changed. They count from the next closing.")
        st.rerun()


def _show_history(organisation: str) -> None:
    history = pipeline.limits_history(resources.store(), organisation)
    if not history:
        st.markdown("Nobody has changed these rules.")
        return
    with st.expander("What was chosen before, and when"):
        show.show_table(
            {
                "Chosen on": [f"{one.set_at.day} {one.set_at:%B %Y}" for one in history],
                "Rules": [pipeline.limits_in_words(one.limits) for one in history],
            }
        )
