"""How clear a change is, what so many people can show, and what may mislead. From numbers only."""

from collections.abc import Iterable

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.stats import chance_of_any, least_signed_rank_p, share_of, sign_test
from rm_eval.wording.change import Change, better_of, changes_of
from rm_eval.wording.figures import as_sentence, joined, number_word, one_of
from rm_eval.wording.points import amount, in_hundred, times
from rm_eval.wording.times import when

VERDICTS = {
    "clear": "Clear",
    "leaning": "Leaning, small numbers",
    "cannot_tell": "Cannot tell",
}
WHY = {
    "clear": "{range}, and a stricter test{over} agrees.",
    "leaning": "{range}, but {but}.",
    "cannot_tell": (
        "a change of this size could be luck, up or down. That does not mean that nothing changed."
    ),
}
NOBODY_MOVED = (
    "everybody who answered both times gave the same answer again. That does not mean that nothing "
    "changed."
)
EVEN = 0.5
LEVEL = 0.05
# At the best two scores before: who is there can rise by a point at most.
SHARE_AT_TOP = 1 / 3


def verdict_words(one: Change) -> str:
    """The word printed beside a change, such as "Leaning, small numbers"; "" beyond the team."""
    return VERDICTS.get(one.verdict, "")


def how_clear(published: Published) -> tuple[str, ...]:
    """Say of each group how clear its change is, and why: for the team."""
    found = []
    for one in changes_of(published):
        if not one.verdict:
            continue
        said = {"range": _range(one), "over": _over(one), "but": _but(one)}
        why = NOBODY_MOVED if _nobody_moved(one) else WHY[one.verdict].format(**said)
        found.append(f"{one.group}: {VERDICTS[one.verdict].lower()}: {why}")
    return tuple(as_sentence(words) for words in found)


def _nobody_moved(one: Change) -> bool:
    moved = sum(one.ways[way].low or 0 for way in ("up", "down") if way in one.ways)
    return one.verdict == "cannot_tell" and not moved and not one.leads_with_everybody


def _range(one: Change) -> str:
    """What the range says of a change that is clear or leans; there may be none."""
    if "low" in one.leading:
        return "the range of the average change does not include 0"
    return "everybody moved by the same amount"


def _but(one: Change) -> str:
    """What keeps a change that leans from being called clear."""
    if one.basis == "everyone":
        return "too few could be linked to lean on pairs alone"
    if "p" not in one.sizes:
        return f"{one.n} people are too few for a stricter test"
    return f"a stricter test{_over(one)} does not agree"


def _over(one: Change) -> str:
    k = one.n_tested
    which = "" if k == one.n_questions else " that could be tested"
    return f", with all {k} questions{which} counted in," if k > 1 else ""


def by_luck(n_questions: int, who: str = "") -> str:
    """Say how often luck alone would make at least one of so many questions lean.

    Parameters
    ----------
    who
        Such as "mentees", where several groups were asked.
    """
    if n_questions < 2:  # noqa: PLR2004
        return ""
    often = in_hundred(chance_of_any(n_questions))
    asked = f"We looked at {n_questions} questions{f' asked of {who}' if who else ''}."
    return (
        f"{asked} If nothing had changed in any of them, at least one would still lean by luck "
        f"alone up to {often}."
    )


def luck_of(every: Iterable[Published]) -> tuple[str, ...]:
    """Say of each group, of all its questions, how often luck alone would make one lean."""
    sizes = {
        one.word: round(one.sizes.get("n_questions", 0))
        for each in every
        for one in changes_of(each)
    }
    several = len(sizes) > 1
    found = (by_luck(n, who if several else "") for who, n in sizes.items())
    return tuple(sentence for sentence in found if sentence)


def what_so_many_can_show(published: Published) -> tuple[str, ...]:
    """Say of each group what so many people can show and cannot."""
    found = (_can_show(one) for one in changes_of(published) if one.can_be_drawn)
    return tuple(words for words in found if words)


def _can_show(one: Change) -> str:
    n = one.n
    if n is None:
        return ""
    if n == 1:
        return f"With one {one_of(one.word)} nothing can be said of others."
    least = least_signed_rank_p(n) or 1.0
    said = f"With {n} {one.word}, {_how_many_must(n, least)}"
    k = one.n_tested
    if least < LEVEL <= least * k:
        said += (
            f" With {k} questions asked of the same people, no single one can be called clear: "
            "that takes more people, or several cohorts together."
        )
    return said


def _how_many_must(n: int, least: float) -> str:
    """How many must move one way, by a sign test: a test of how far they moved asks a bit less."""
    needed = next((k for k in range(n // 2, n + 1) if (sign_test(k, n - k) or 1) < LEVEL), n)
    if needed < n:
        return f"about {needed} of {n} must move the same way to settle it."
    everybody = "both" if n == 2 else f"all {number_word(n)}"  # noqa: PLR2004
    often = f"{everybody} moving the same way would happen by chance {times(least)}"
    if least >= LEVEL:
        return f"{often}, so this cannot settle it."
    if (least_signed_rank_p(n - 1) or 1) >= LEVEL:
        return f"{often}, so only then could so few settle it."
    return f"{often}, so nearly all must do so to settle it."


def what_may_mislead(published: Published) -> tuple[str, ...]:
    """Name ceilings and people who left, with what they could hide: for the team."""
    found = []
    lower = better_of(published.question) == "lower"
    first, _ = when(published.scope)
    for one in changes_of(published):
        if not one.can_be_drawn or one.n is None:
            continue
        at_top = round(one.sizes.get("at_top", 0))
        if at_top and at_top >= SHARE_AT_TOP * one.n:
            found.append(_ceiling(one, at_top, first, lower=lower))
        if "if_stayed" in one.sizes and "if_worst" in one.sizes:
            found.append(_drop_out(one, published.question, first))
    return tuple(found)


def _ceiling(one: Change, at_top: int, first: str, *, lower: bool) -> str:
    end, way = ("lowest", "fall") if lower else ("highest", "rise")
    were = "was" if at_top == 1 else "were"
    who = f"all {at_top}" if at_top == one.n and at_top > 1 else f"{at_top} of {one.n}"
    return (
        f"{as_sentence(who)} {one.word} {were} at the {end} two scores "
        f"{first}, and could {way} by one point at most."
    )


def _drop_out(one: Change, question: Question, first: str) -> str:
    lost = round(one.sizes["before_only"])
    n = round(one.sizes["n_before"])
    stayed, worst = (amount(one.sizes[name], question) for name in ("if_stayed", "if_worst"))
    as_worst = (
        "worst of the others" if better_of(question) != "neither" else "one who fell furthest"
    )
    verb = "is" if lost == 1 else "are"
    missing = "not linked" if one.leads_with_everybody else "not in these figures"
    return (
        f"{as_sentence(f'{lost} of {n}')} {one.word} who answered {first} {verb} {missing}. "
        f"Had they not changed, the average change would be {stayed}; had they changed as the "
        f"{as_worst} did, {worst}."
    )


def what_may_mislead_in_short(published: Published) -> tuple[str, ...]:
    """Say the same of all groups in a sentence each, for under a picture."""
    first, _ = when(published.scope)
    found = [one for one in changes_of(published) if one.can_be_drawn and one.n]
    lost = [
        f"{one.sizes['before_only']:.0f} of {one.sizes['n_before']:.0f} {one.word}"
        for one in found
        if one.sizes.get("before_only")
    ]
    at_best = [
        f"{one.sizes['at_top']:.0f} of {one.n} {one.word}"
        for one in found
        if one.sizes.get("at_top", 0) >= SHARE_AT_TOP * (one.n or 0)
    ]
    said = []
    if lost:
        verb = "is" if len(lost) == 1 and lost[0].startswith("1 ") else "are"
        of_all = any(one.leads_with_everybody for one in found)
        missing = "not linked" if of_all else "not in these figures"
        said.append(
            f"{as_sentence(joined(lost))} who answered {first} {verb} {missing}; the people who "
            "stayed may differ."
        )
    if at_best:
        said.append(f"{as_sentence(joined(at_best))} had one of the two best scores {first}.")
    return tuple(said)


def what_is_told(published: Published) -> tuple[str, ...]:
    """Say, from what others are told alone, what it would mean for similar people."""
    if published.audience == "team":
        return ()
    return tuple(words for one in changes_of(published) if (words := _told(one)))


def _told(one: Change) -> str:
    ways = one.ways
    if one.n is None or not {"up", "down"} <= ways.keys():
        return ""
    up, down = ways["up"], ways["down"]
    # Where the count is a range, so are the ends: from the least it may be to the most.
    ends = share_of(round(up.low or 0), one.n).low, share_of(round(up.high or 0), one.n).high
    low, high = (round(10 * (end or 0)) for end in ends)
    said = (
        f"Of similar people in future, about {low} to {high} in 10 would go up (range for "
        f"{one.n} {one.word}). "
    )
    fewest, most = round(up.low or 0), round(down.high or 0)
    if fewest <= most:
        fewest, most = round(down.low or 0), round(up.high or 0)
    if fewest <= most:
        return f"{said}From these counts it cannot be told which way more of them moved."
    p = sign_test(fewest, most) or 1.0
    way = "up than down" if fewest == round(up.low or 0) else "down than up"
    often = f"would come by luck alone {times(p)} at most" if p <= EVEN else "could be luck alone"
    return f"{said}More {one.word} moved {way}; that {often} (sign test)."
