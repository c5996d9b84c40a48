"""The commands of the command line, one file a group, in the order of the help."""

from rm_eval.arguments import Command
from rm_eval.commands import comparing, exports, keeping, pictures, sharing, stages

COMMANDS: dict[str, Command] = {
    "inspect": exports.inspect,
    "add": exports.add,
    "clean": exports.clean,
    "close": stages.close,
    "reopen": stages.reopen,
    "sample": keeping.sample,
    "list": keeping.list_,
    "keep-until": keeping.keep_until,
    "limits": stages.limits,
    "purge": keeping.purge,
    "delete": keeping.delete,
    "remove": keeping.remove,
    "report": pictures.report,
    "share": sharing.share,
    "compare": comparing.compare,
}
