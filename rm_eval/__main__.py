"""The command line: ``python -m rm_eval``. The same pipeline without a browser."""

import json
import sys

from rm_eval.arguments import parser_of
from rm_eval.commands import COMMANDS
from rm_eval.errors import ForTheReader

REFUSED = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    chosen = parser_of(COMMANDS, about=__doc__).parse_args(arguments)
    try:
        chosen.run(chosen)
    except ForTheReader as refusal:
        if getattr(chosen, "json", False):
            error = {"error": {"code": refusal.code, "message": refusal.message}}
            print(json.dumps(error, ensure_ascii=False))
        print(refusal.message, file=sys.stderr)
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
