"""What stands behind "Show the statistics": ranges, tests and sizes, each with its name."""

from rm_eval.disclosure import Published
from rm_eval.wording.change import Change, changes_of
from rm_eval.wording.points import MINUS, from_to, p_words, signed

FUTURE = "A range is for similar people in future: here everyone was asked."
NO_RANGE_FEW = "No range: it takes at least 5 linked people."
NO_RANGE_SAME = "No range: everyone changed by the same amount."
NO_TEST_FEW = "No exact test: with fewer than 6 linked people it cannot reach p = 0.05."
NO_TEST_NOBODY = "No exact test: nobody changed."
WIDER = "The same people probably answered both times, so this range is wider than it need be."
FEWEST_FOR_RANGE = 5
FEWEST_FOR_TEST = 6
BASES = {
    "pairs": "These figures rest on the linked people.",
    "everyone": (
        "Few people could be linked, so the figures of everybody’s answers lead; those of the "
        "linked people stand beside them."
    ),
}


def statistics_of_change(published: Published) -> dict[str, tuple[str, ...]]:
    """Say every statistic of a change in full: for the team, by group."""
    if published.audience != "team":
        return {}
    is_share = published.question.type == "yes_no"
    return {one.group: _statistics(one, is_share=is_share) for one in changes_of(published)}


def _statistics(one: Change, *, is_share: bool) -> tuple[str, ...]:
    if one.basis == "apart":
        return _of_two_shares(one) if is_share else _of_two_times(one)
    if not one.n:
        return ()
    lines = [
        BASES["everyone" if one.leads_with_everybody else "pairs"],
        _mean(one, is_share=is_share),
        _test(one, is_share=is_share),
        _sizes(one),
        _everybody(one, is_share=is_share),
        _those_who_left(one),
        FUTURE if "low" in one.sizes or "all_low" in one.sizes else "",
    ]
    return tuple(line for line in lines if line)


def _mean(one: Change, *, is_share: bool) -> str:
    found = one.sizes
    unit = "of the share who say yes" if is_share else "points"
    said = f"Average change {signed(found['mean'])} {unit}"
    if "low" in found:
        method = "paired Newcombe" if is_share else "paired t"
        said += (
            f"; 95% range (confidence interval) {from_to(found['low'], found['high'])}, {method}"
        )
        # The test of such a range is McNemar's, below; a t test of noughts and ones is none.
        return f"{said}." if is_share else f"{said}{_t(one)}."
    why = NO_RANGE_FEW if (one.n or 0) < FEWEST_FOR_RANGE else NO_RANGE_SAME
    return f"{said}. {why}"


def _t(one: Change) -> str:
    return f", {p_words(one.sizes['t_p'])}" if "t_p" in one.sizes else ""


def _test(one: Change, *, is_share: bool) -> str:
    found = one.sizes
    if "p" not in found:
        return NO_TEST_FEW if (one.n or 0) < FEWEST_FOR_TEST else NO_TEST_NOBODY
    name = "McNemar test (mid-p)" if is_share else "Exact signed-rank test (Pratt, ties and zeros)"
    said = f"{name}: {p_words(found['p'])}"
    k = one.n_tested
    if "p_holm" in found and k > 1:
        said += f"; adjusted for {k} questions (Holm) {p_words(found['p_holm'])}"
    if "p_least" in found and not is_share:
        said += f". The least that {one.n} people can reach is {p_words(found['p_least'])}"
    return f"{said}."


def _sizes(one: Change) -> str:
    found, parts = one.sizes, []
    if "rank_biserial" in found:
        parts.append(f"Rank-biserial correlation, over all ranks: {_size(found['rank_biserial'])}")
    if "hedges_g" in found:
        parts.append(f"Hedges g, by the average spread of both times: {_size(found['hedges_g'])}")
    return f"{'. '.join(parts)}." if parts else ""


def _size(value: float) -> str:
    return f"{value:.2f}".replace("-", MINUS)


def _everybody(one: Change, *, is_share: bool) -> str:
    found = one.sizes
    if "all_mean" not in found:
        return ""
    method = "Derrick’s z8" if is_share else "Derrick’s T2"
    said = f"Everybody’s answers, linked or not ({method}): change {signed(found['all_mean'])}"
    if "all_low" in found:
        said += f", 95% range {from_to(found['all_low'], found['all_high'])}"
    if "all_p" in found:
        said += f", {p_words(found['all_p'])}"
    if "all_p_exact" in found:
        said += f"; by exchanging people in every way {p_words(found['all_p_exact'])}"
    return f"{said}."


def _those_who_left(one: Change) -> str:
    """How those who left began, where they are not too few to compare."""
    found = one.sizes
    if not found.get("before_only"):
        return ""
    if "left_mean" not in found:
        return "Too few left, or stayed, to compare how they began."
    said = (
        f"The first time, those who stayed scored {signed(found['left_mean'])} points beside those "
        "who left"
    )
    if "left_low" in found:
        said += f" (95% range {from_to(found['left_low'], found['left_high'])}, Welch)"
    return f"{said}."


def _of_two_times(one: Change) -> tuple[str, ...]:
    found = one.sizes
    if "mean" not in found:
        return ()
    said = f"Difference of the two averages {signed(found['mean'])} points; this is not change"
    if "low" in found:
        said += f". 95% range {from_to(found['low'], found['high'])} (Welch){_t(one)}"
    tests = []
    if "p" in found:
        tests.append(f"Exact rank-sum test: {p_words(found['p'])}")
    if "cliffs_delta" in found:
        tests.append(f"Cliff’s delta: {_size(found['cliffs_delta'])}")
    lines = [f"{said}.", f"{'. '.join(tests)}." if tests else "", WIDER if "low" in found else ""]
    return tuple(line for line in lines if line)


def _of_two_shares(one: Change) -> tuple[str, ...]:
    found = one.sizes
    if "mean" not in found:
        return ()
    said = f"Difference of the two shares who say yes {signed(found['mean'])}; this is not change"
    if "low" in found:
        said += f". 95% range {from_to(found['low'], found['high'])} (Newcombe)"
    test = f"Fisher’s exact test: {p_words(found['p'])}." if "p" in found else ""
    lines = [f"{said}.", test, WIDER if "low" in found else ""]
    return tuple(line for line in lines if line)
