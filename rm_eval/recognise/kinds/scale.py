"""A score on a scale of whole numbers."""

import re
from collections import Counter

from rm_eval.questionnaire import Scale
from rm_eval.recognise.kinds.number import counts_something, names_something
from rm_eval.recognise.kinds.typed import HALF, MOSTLY, Answers, Typed, telling
from rm_eval.recognise.scales.ends import Ends, ends_in
from rm_eval.recognise.scales.numerals import Read, score_in
from rm_eval.recognise.wordings.wording import normalise

ASKS_FOR_A_SCORE = re.compile(
    r"\b(scale|rate|rating|score|stars?|how (strongly|confident|comfortable|satisfied|likely|much|"
    r"bad|good|severe|strong|well|useful|helpful|important|easy|difficult|clear|supported|"
    r"prepared|safe|relevant|valuable|effective|happy|concerned|worried|stressed|familiar|"
    r"interested|knowledgeable))\b"
)
RECOMMENDS = re.compile(r"\blikely\b.*\brecommend|\brecommend\b.*\blikely\b|\bnps\b|net promoter")
TEN = 10
NET_PROMOTER = Scale(low=0, high=TEN)
USUAL = (
    Scale(high=5),
    Scale(high=7),
    Scale(high=TEN),
    NET_PROMOTER,
    Scale(low=0, high=100),
)
# Of the answers, on a scale whose ends are named; the others are for the receipt.
SOME = 0.25
# One slip in ten is for the receipt.
MOST_SLIPS = 0.1
# A statement to score has several words; one or two are the name of something counted.
A_STATEMENT = 4
LEVELS_THAT_TELL = 3


def as_scale(heading: str, answers: Answers) -> Typed | None:
    """Take a column for scores where the heading, or else the answers, tell the ends."""
    told = telling(answers)
    reads = _scores(told)
    ends = ends_in(heading) or _end_in_answers(reads)
    if ends is not None and reads:
        return _by_ends(ends, reads)
    return _by_answers(heading, reads) if reads.total() >= MOSTLY * told.total() else None


def _scores(told: Answers) -> Counter[Read]:
    """Count the scores; none where most people say something else."""
    reads: Counter[Read] = Counter()
    spare = (1 - HALF) * told.total()
    for answer, n in told.items():
        read = score_in(answer)
        if read is not None:
            reads[read] += n
        else:
            spare -= n
        if spare < 0:
            return Counter()
    return reads


def _end_in_answers(reads: Counter[Read]) -> Ends | None:
    """Read "8/10" as said of everybody's scale where most people write it so."""
    high = next((read.out_of for read in reads if read.out_of is not None), None)
    n_named = sum(n for read, n in reads.items() if read.out_of == high)
    if high is None or n_named < HALF * reads.total():
        return None
    return Ends(low=None, high=high, said=f"out of {high}")


def _by_ends(ends: Ends, reads: Counter[Read]) -> Typed | None:
    """Judge by the ends named; slips beside them are for the receipt."""
    numbers = _numbers(reads)
    scale = ends.scale(numbers)
    within = sum(n for number, n in numbers.items() if scale.low <= number <= scale.high)
    if within < SOME * numbers.total():
        return None
    why = f'the file says "{ends.said}" and the answers are numbers'
    return Typed(type="scale", confidence=0.95, why=why, scale=scale)


def _by_answers(heading: str, reads: Counter[Read]) -> Typed | None:
    """Judge by the scores given, where the heading asks for one or is a statement to score."""
    words = normalise(heading.replace("_", " "))  # a field's name for its question
    recommends = RECOMMENDS.search(words)
    numbers = _numbers(reads)
    scale = _usual_scale(numbers, net_promoter=recommends is not None)
    if scale is None or names_something(heading):
        return None
    asked = recommends or ASKS_FOR_A_SCORE.search(words)
    labelled = any(read.scored for read in reads)
    stated = _is_statement(words, scale, numbers) and not counts_something(heading)
    if not (asked or labelled or stated):
        return None
    why = f"the answers are whole numbers from {scale.low} to {scale.high}"
    if asked:
        why += f' and the heading says "{asked[0]}"'
    why += "; please check the ends"
    return Typed(type="scale", confidence=0.85 if asked else 0.65, why=why, scale=scale)


def _usual_scale(numbers: Counter[float], *, net_promoter: bool) -> Scale | None:
    """Take the shortest usual scale that nearly all scores lie on."""
    most = MOST_SLIPS * numbers.total()
    if sum(n for number, n in numbers.items() if number != int(number)) > most:
        return None
    for scale in USUAL:
        beyond = [number for number in numbers if not scale.low <= number <= scale.high]
        # A few zeros say that a scale to 10 begins there; on a shorter one they are slips.
        if sum(numbers[one] for one in beyond) <= most and not (scale.high == TEN and 0 in beyond):
            return NET_PROMOTER if net_promoter and scale != USUAL[0] else scale
    return None


def _numbers(reads: Counter[Read]) -> Counter[float]:
    """Count the people behind each number, however they wrote it."""
    numbers: Counter[float] = Counter()
    for read, n in reads.items():
        numbers[read.number] += n
    return numbers


def _is_statement(words: str, scale: Scale, numbers: Counter[float]) -> bool:
    levels = len(set(numbers))
    return len(words.split()) >= A_STATEMENT and levels >= LEVELS_THAT_TELL and scale.high <= TEN
