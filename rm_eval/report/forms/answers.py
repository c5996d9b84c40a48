"""How a question is answered on a form: what to do, and what to choose from."""

from rm_eval.questionnaire import Question, QuestionType, Scale

GRID: QuestionType = "likert"  # statements of which several make a table
BOX = "☐"
LINE = "_" * 40
HOW: dict[QuestionType, str] = {
    "likert": "How far do you agree? Choose one.",
    "single_choice": "Choose one.",
    "yes_no": "Choose one.",
    "multiple_choice": "Tick all that apply.",
    "free_text": f"In your own words: {LINE}",
    "number": f"A number: {LINE}",
    "date": f"A date: {LINE}",
}


def how_to_answer(question: Question) -> str:
    """Say what to do, such as "Tick all that apply."."""
    if question.type == "scale" and question.scale is not None:
        return f"Choose one number. {ends_of(question.scale)}: {_numbers(question.scale)}"
    if question.type == "ranking":
        n = len(question.options)
        return f"Put these in order: 1 for the most important, {n} for the least."
    if question.type == "single_choice" and not question.options:
        return f"Write it here: {LINE}"  # such as a site: each organisation has its own
    return HOW[question.type]


def offered(question: Question) -> tuple[str, ...]:
    """List what can be chosen, each with a box to tick or a line to number."""
    if question.type == "scale":
        return ()
    mark = "___" if question.type == "ranking" else BOX
    return tuple(f"{mark} {label}" for label in listed(question))


def listed(question: Question) -> tuple[str, ...]:
    """List what can be answered, as an export writes it; none for own words."""
    if question.type == "yes_no":
        return "Yes", "No"
    if question.type == "scale" and question.scale is not None:
        return tuple(map(str, range(question.scale.low, question.scale.high + 1)))
    return tuple(option.label for option in question.options)


def ends_of(scale: Scale) -> str:
    """Say what the ends of a scale mean."""
    return f"{scale.low} = {scale.low_label}, {scale.high} = {scale.high_label}"


def grid(statements: list[Question], number: int) -> str:
    """Write statements as a table: one row each, a box for every answer."""
    labels = [option.label for option in statements[0].options]
    lines = [f"| Statement | {' | '.join(labels)} |", "|---" * (len(labels) + 1) + "|"]
    boxes = f" {BOX} |" * len(labels)
    for at, one in enumerate(statements, start=number):
        wording = one.wording.replace("|", "/").replace("{", "{{").replace("}", "}}")
        lines.append(f"| {at}. {wording} |{boxes}")
    return "\n".join(lines)


def _numbers(scale: Scale) -> str:
    return "  ".join(map(str, range(scale.low, scale.high + 1)))
