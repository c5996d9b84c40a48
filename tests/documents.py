"""The documents of information governance and accessibility, as they stand in docs/.

``python -m tests.documents`` writes them anew from the words in `rm_eval.report.documents`.
"""

from pathlib import Path

from rm_eval.pipeline import document
from tests.conftest import ROOT

WORDS = ROOT / "rm_eval" / "report" / "documents"
KEPT = {
    "information_governance": ROOT / "docs" / "information_governance.md",
    "dpia_template": ROOT / "docs" / "dpia_template.md",
    "accessibility": ROOT / "docs" / "accessibility.md",
}


def main() -> None:
    """Write them all."""
    for name, path in KEPT.items():
        path.write_text(document(name).markdown(), encoding="utf-8")


def kept(name: str) -> str:
    """What stands in docs/."""
    path: Path = KEPT[name]
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
