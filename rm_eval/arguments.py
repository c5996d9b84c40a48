"""What each command of the command line can be told."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from rm_eval.pipeline import PRESETS, Audience, Dataset, Role, Scope, Stage
from rm_eval.report import FORMATS, SIZES

Command = Callable[[argparse.Namespace], None]


def parser_of(commands: Mapping[str, Command], *, about: str | None) -> argparse.ArgumentParser:
    """Make the parser for some commands; what a command does is the help for it."""
    parser = argparse.ArgumentParser(prog="python -m rm_eval", description=about)
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in commands.items():
        command = added.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        for add_arguments in ARGUMENTS.get(name, ()):
            add_arguments(command)
    return parser


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)
    command.add_argument("--sheet", help="the sheet to read, where there are several")
    command.add_argument("--key", type=Path, help="the file that says what its codes stand for")


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="for programs")


def _organisation(command: argparse.ArgumentParser) -> None:
    command.add_argument("--organisation", required=True)


def _any_organisation(command: argparse.ArgumentParser) -> None:
    command.add_argument("--organisation")


def _part(command: argparse.ArgumentParser) -> None:
    command.add_argument("--cohort")
    command.add_argument("--stage", choices=get_args(Stage))
    command.add_argument("--role", choices=get_args(Role))


def _one_stage(command: argparse.ArgumentParser) -> None:
    command.add_argument("--cohort", required=True)
    command.add_argument("--stage", choices=get_args(Stage), default="enrolment")
    command.add_argument(
        "--since",
        choices=get_args(Stage),
        default="",
        help="what changed from this earlier stage to --stage",
    )


def _cohort(command: argparse.ArgumentParser) -> None:
    command.add_argument("--cohort", required=True)


def _date(command: argparse.ArgumentParser) -> None:
    command.add_argument("date", type=_day, help="the last day, such as 2028-11-30 or 30/11/2028")


def _today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", type=_day, help="delete as if it were this day")


def _day(words: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"{words!r} is no date such as 2028-11-30 or 30/11/2028")


def _adding(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-said",
        action="store_true",
        help="believe rows that name their own organisation, cohort, stage or role; what is given "
        "here counts for the others",
    )
    command.add_argument("--sent", type=int, help="how many people were sent the form")
    command.add_argument(
        "--replace", action="store_true", help="put this file in the place of an earlier export"
    )


def _person(command: argparse.ArgumentParser) -> None:
    command.add_argument("--code", help="asked for where it is not given: it is personal")
    command.add_argument("--row", type=int, help="their row in the file, where they gave no code")
    command.add_argument("--cohort", help="of the row")
    command.add_argument("--stage", choices=get_args(Stage), default="enrolment", help="of the row")
    command.add_argument("--role", choices=get_args(Role), help="of the row")


def _limits(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--preset", choices=list(PRESETS), help="strict shows nothing of groups of fewer than 10"
    )
    command.add_argument("--smallest", type=int, help="of smaller groups nothing is shown")
    command.add_argument(
        "--reason", default="", help="why smaller groups than usual are shown; it is printed"
    )


def _together(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--together",
        action="store_true",
        help="show others mentors and mentees as one group; cannot be changed later",
    )


def _forgetting(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--forget-given-out",
        action="store_true",
        help="forget also that figures were given out: only where nobody else ever saw them",
    )


def _out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, help="the folder to write to")


def _share_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, help="the file to write")
    command.add_argument(
        "--audience",
        choices=("internal", "public"),
        default="internal",
        help="internal: for the region; public: for anybody, and it holds less",
    )


def _share_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="file", help="share files")


def _others(command: argparse.ArgumentParser) -> None:
    """For whom a comparison is: whoever compares holds no answers, so never for the team."""
    command.add_argument("--audience", choices=("internal", "public"), default="internal")


def _any_audience(command: argparse.ArgumentParser) -> None:
    command.add_argument("--audience", choices=get_args(Audience), default="internal")


def _pictures(command: argparse.ArgumentParser) -> None:
    command.add_argument("--formats", type=_formats, default=("png",), help="png, svg or png,svg")
    command.add_argument("--size", choices=list(SIZES), default="slide")


def _formats(words: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(word.strip() for word in words.split(",")))
    unknown = [word for word in formats if word not in FORMATS]
    if unknown:
        known = ", ".join(FORMATS)
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {known}")
    return formats


ARGUMENTS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], ...]] = {
    "inspect": (_file, _json),
    "add": (_file, _any_organisation, _part, _adding),
    "clean": (_file, _out),
    "close": (_organisation, _one_stage, _together),
    "reopen": (_organisation, _one_stage),
    "keep-until": (_organisation, _cohort, _date),
    "limits": (_organisation, _limits),
    "purge": (_today,),
    "delete": (_organisation, _part, _forgetting),
    "remove": (_organisation, _person),
    "share": (_organisation, _share_file),
    "report": (_any_organisation, _part, _out, _any_audience, _pictures),
    "compare": (_share_files, _out, _others, _pictures),
}


def is_meant(dataset: Dataset, chosen: argparse.Namespace) -> bool:
    """Say whether a dataset is among those that were chosen."""
    return is_in(dataset.scope, chosen) and chosen.role in {None, dataset.role}


def is_in(scope: Scope, chosen: argparse.Namespace) -> bool:
    """Say whether a cohort and stage is among those that were chosen."""
    wanted = (chosen.organisation, chosen.cohort, chosen.stage)
    here = (scope.organisation, scope.cohort, scope.stage)
    return all(want in (None, have) for want, have in zip(wanted, here, strict=True))
