"""The documents say what is there."""

import os
import pkgutil
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CHANGELOG = ROOT / "CHANGELOG.md"
GLOSSARY = ROOT / "docs" / "glossary.md"
DOCUMENTS = [README, CHANGELOG, *sorted((ROOT / "docs").rglob("*.md"))]

NAMES_CODE = re.compile(r"`(rm_eval(?:\.\w+)+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
SCRIPT = re.compile(r"\bscript[/\\](\w+)")
GLOSSARY_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|[^|]*\|$", re.MULTILINE)

# What must stand nowhere: one machine's folders, one network's registries, and unfinished work.
FORBIDDEN = {
    "a folder of one machine": re.compile(r"/(?:work)/(?:main|shared)\b|/root/\w"),
    "a package registry by address": re.compile(r"(?:pypi|pythonhosted|debian)\.org"),
    "unfinished work": re.compile(r"\b(?:TO[D]O|FIX[M]E|[Ll]orem[ ]ipsum)\b"),
}
WRITTEN_BY_HAND = {".py", ".md", ".toml", ".txt", ".lock", ""}
NOT_OURS = {".venv", ".git", ".hypothesis", "__pycache__", "node_modules"}


def ours() -> list[Path]:
    """Every text we write, by folder walk: a copy without its git history is checked too."""
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name not in NOT_OURS and not name.endswith("_cache")
        ]
        # In a linked working tree .git is a file.
        ours = [name for name in files if name not in NOT_OURS]
        found += [Path(folder, name) for name in ours if Path(name).suffix in WRITTEN_BY_HAND]
    return found


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# The glossary -----------------------------------------------------------------------------------


def glossary() -> dict[str, str]:
    rows = GLOSSARY_ROW.findall(GLOSSARY.read_text("utf-8"))
    return {word: meaning for word, meaning in rows if word != "word"}


def test_the_glossary_holds_the_words_of_the_field():
    words = {"programme", "cohort", "stage", "role", "mentor", "mentee", "question", "answer"}

    assert words <= glossary().keys()
    assert all(meaning.strip() for meaning in glossary().values())


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_what_a_document_names_in_code_exists(document):
    missing = [name for name in NAMES_CODE.findall(document.read_text("utf-8")) if not exists(name)]

    assert missing == []


def exists(name: str) -> bool:
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def test_the_glossary_names_code():
    assert len(NAMES_CODE.findall(GLOSSARY.read_text("utf-8"))) > len(glossary()) / 3


# README, changelog, links -----------------------------------------------------------------------


@pytest.mark.parametrize("command", ["run", "test", "setup", "lint"])
def test_the_commands_of_the_readme_exist(command):
    assert command in SCRIPT.findall(README.read_text("utf-8"))
    assert os.access(ROOT / "script" / command, os.X_OK)


def test_the_readme_names_no_command_that_does_not_exist():
    named = set(SCRIPT.findall(README.read_text("utf-8")))

    assert [name for name in named if not (ROOT / "script" / name).is_file()] == []


def test_the_changelog_has_a_place_for_what_comes_next():
    headings = re.findall(r"^## (.+)$", CHANGELOG.read_text("utf-8"), re.MULTILINE)

    assert headings[0] == "Unreleased"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_between_documents_lead_somewhere(document):
    links = [link for link in LINK.findall(document.read_text("utf-8")) if "://" not in link]

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


# Nothing that belongs to one machine ------------------------------------------------------------


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds_what_does_not_belong_in_a_repository(kind):
    texts = {path: path.read_text("utf-8", errors="replace") for path in ours()}
    found = [name_of(path) for path, text in texts.items() if FORBIDDEN[kind].search(text)]

    assert README in texts
    assert found == []
