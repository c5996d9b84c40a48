"""The shape of the code, executed: docs/glossary.md and docs/decisions say why."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = sorted((ROOT / "rm_eval").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCRIPTS = sorted(path for path in (ROOT / "script").iterdir() if path.is_file())
PAGES_UI = sorted((ROOT / "pages" / "_ui").rglob("*.py"))
SERVED = [*PAGES, *PAGES_UI, ROOT / "app.py"]
EVERYTHING = [*LIBRARY, *SERVED]

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
NAMES_WITHOUT_A_JOB = {
    *("utils", "util", "helpers", "helper", "common", "misc", "core"),
    *("manager", "service", "handler", "types"),
}
UPSTREAM_OF_THE_GATE = {"store", "cleaning", "responses", "measures", "stats"}
VERBS_COME_FROM = {"rm_eval.pipeline", "rm_eval.quoting", "rm_eval.report"}


# The walkers ------------------------------------------------------------------------------------


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def place(path: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if hasattr(node, "lineno") else ""
    return f"{path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name}{line}"


def imported(path: Path) -> Iterator[tuple[str, str, ast.AST]]:
    """Module, name ("" for the module itself) and node of every import in a file."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((module, alias.name, node) for alias in node.names)


def imported_modules(path: Path) -> Iterator[tuple[str, str, ast.AST]]:
    """As `imported`, with `from rm_eval import pipeline` seen as the module it is."""
    for module, name, node in imported(path):
        if module in {"rm_eval", "pages"} and name:
            yield f"{module}.{name}", "", node
        else:
            yield module, name, node


def last_name(node: ast.AST) -> str:
    """``Published`` of both ``Published`` and ``disclosure.Published``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def uses_of(word: str, path: Path) -> list[str]:
    """Where a name, an attribute, a keyword or a text in a file holds the word."""
    found = []
    for node in nodes(path):
        said = [last_name(node)]
        if isinstance(node, ast.keyword):
            said.append(node.arg or "")
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said.append("" if " " in node.value else node.value)
        if any(word in part for part in said):
            found.append(place(path, node))
    return found


# The files are there ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(LIBRARY, id="rm_eval"),
        pytest.param(PAGES, id="pages"),
        pytest.param(PAGES_UI, id="pages-ui"),
        pytest.param(SCRIPTS, id="script"),
    ],
)
def test_there_is_something_to_look_at(files):
    assert [path for path in files if path.name != "__init__.py"]


def test_the_server_starts_from_app_py():
    assert (ROOT / "app.py").is_file()


# Direction --------------------------------------------------------------------------------------


def test_imports_go_one_way():
    # In a process of its own: the tool turns off the loggers of whoever calls it.
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SCRIPTS, ids=place)
def test_a_script_runs_before_anything_is_installed(path):
    outside = [
        module
        for module, _, _ in imported(path)
        if module.partition(".")[0] not in {*sys.stdlib_module_names, "_environment"}
    ]

    assert outside == []


@pytest.mark.parametrize("path", SERVED, ids=place)
def test_a_page_never_imports_what_is_upstream_of_the_gate(path):
    forbidden = [
        place(path, node)
        for module, _, node in imported_modules(path)
        if module.startswith("rm_eval.") and module.split(".")[1] in UPSTREAM_OF_THE_GATE
    ]

    assert forbidden == []


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_a_page_imports_streamlit_the_frame_the_verbs_and_plain_types(path):
    strange = [
        f"{place(path, node)} imports {name or module} from {module}"
        for module, name, node in imported_modules(path)
        if not may_stand_in_a_page(module, name)
    ]

    assert strange == []


def may_stand_in_a_page(module: str, name: str) -> bool:
    package = module.partition(".")[0]
    if package == "streamlit" or package in sys.stdlib_module_names:
        return True
    if package == "pages":
        return module.startswith("pages._ui")
    if module in VERBS_COME_FROM:
        return True
    # A class or a constant of another stage may be named; what that stage does may not be called.
    return package == "rm_eval" and name[:1].isupper()


@pytest.mark.parametrize(
    "slip",
    ["import pandas", "from rm_eval import store", "from rm_eval.table import read_cells"],
)
def test_the_walk_sees_what_a_page_may_not_import(slip, tmp_path):
    file = tmp_path / "slip.py"
    file.write_text(slip, "utf-8")

    ((module, name, _),) = imported_modules(file)

    assert not may_stand_in_a_page(module, name)


@pytest.mark.parametrize("path", SERVED, ids=place)
def test_caches_stand_in_one_folder(path):
    if path.parent.name != "resources":
        assert uses_of("cache_data", path) + uses_of("cache_resource", path) == []


@pytest.mark.parametrize("path", SERVED, ids=place)
def test_session_state_stands_in_one_file(path):
    if path.name != "state.py":
        assert uses_of("session_state", path) == []


@pytest.mark.parametrize("path", SERVED, ids=place)
def test_no_page_writes_html_of_its_own(path):
    assert uses_of("unsafe_allow_html", path) == []


# Dependencies -----------------------------------------------------------------------------------


@cache
def distributions() -> dict[str, set[str]]:
    """Of each importable name, the packages that install it, spelled as pip compares them."""
    found = packages_distributions()
    return {module: {plain(name) for name in names} for module, names in found.items()}


def plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def named_in(requirements: str) -> set[str]:
    lines = (ROOT / requirements).read_text("utf-8").splitlines()
    return {plain(re.split(r"[\[ ><=]", line)[0]) for line in lines if line[:1] not in {"", "#"}}


def imported_distributions(path: Path) -> set[str]:
    packages = {module.partition(".")[0] for module, _, _ in imported(path)}
    return set().union(*(distributions().get(package, set()) for package in packages))


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_what_the_dashboard_imports_is_in_requirements_txt(path):
    assert imported_distributions(path) - named_in("requirements.txt") == set()


# The stack the project was asked to be built on. openpyxl writes the sample workbooks; psycopg is
# imported by SQLAlchemy, where a URL names it.
FIXED_BY_THE_BRIEF = {"openpyxl", "psycopg"}


def test_every_dependency_of_the_dashboard_earns_its_place():
    used = set().union(*map(imported_distributions, EVERYTHING))

    assert named_in("requirements.txt") - used - FIXED_BY_THE_BRIEF == set()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_direct_dependency_is_locked(name):
    assert named_in(name)
    assert named_in(name) - named_in("requirements.lock") == set()


# The gate ---------------------------------------------------------------------------------------


GATE = ROOT / "rm_eval" / "disclosure"
OUTSIDE_THE_GATE = [path for path in EVERYTHING if not path.is_relative_to(GATE)]


@pytest.mark.parametrize("path", OUTSIDE_THE_GATE, ids=place)
def test_only_the_gate_makes_a_published(path):
    assert made_outside(path) == []


def made_outside(path: Path) -> list[str]:
    """Where a file makes a `Published`, changes one, or hides that behind another name."""
    renamed = [
        place(path, node)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for alias in node.names
        if alias.name.split(".")[-1] == "Published" and alias.asname
    ]
    made = [place(path, call) for call in calls(path) if last_name(call.func) == "Published"]
    if not knows_the_gate(path):
        return renamed + made
    return renamed + made + [place(path, call) for call in calls(path) if may_change(call)]


def knows_the_gate(path: Path) -> bool:
    return any(module.startswith("rm_eval.disclosure") for module, _, _ in imported_modules(path))


def may_change(call: ast.Call) -> bool:
    """Whether this could be `dataclasses.replace` of a `Published`.

    The syntax does not tell what is replaced, but the fields do: all of them must be its own.
    """
    if last_name(call.func) not in {"replace", "__replace__"} or not call.keywords:
        return False
    return {keyword.arg for keyword in call.keywords} <= {*published_fields(), None}


def published_fields() -> set[str]:
    (definition,) = (
        node
        for node in nodes(GATE / "published.py")
        if isinstance(node, ast.ClassDef) and node.name == "Published"
    )
    return {
        line.target.id
        for line in definition.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    }


@pytest.mark.parametrize(
    "slip",
    [
        "published = Published(rows=rows)",
        "published = disclosure.Published(rows=rows)",
        "from rm_eval.disclosure import Published as Figures",
        "from rm_eval.disclosure import Published\nreplace(published, rows=rows)",
        "from rm_eval.disclosure import Published\ndataclasses.replace(it, rows=rows, notes=())",
        "from rm_eval import disclosure\ncopy.replace(it, audience='team')",
        "from rm_eval.disclosure import Published\nreplace(published, **changes)",
    ],
)
def test_the_walk_sees_every_way_round_the_gate(slip, tmp_path):
    file = tmp_path / "slip.py"
    file.write_text(slip, "utf-8")

    assert made_outside(file)


# Size and names ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LIBRARY, ids=place)
def test_the_library_never_prints_but_on_the_command_line(path):
    if path.name != "__main__.py" and path.parent.name != "commands":
        assert [place(path, call) for call in calls(path) if last_name(call.func) == "print"] == []


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_no_module_is_too_long_to_read(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_no_function_is_too_long_to_read(path):
    too_long = [
        f"{place(path, node)} {node.name}: {body_length(node)} lines"
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and body_length(node) > LONGEST_FUNCTION
    ]

    assert too_long == []


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno - body[0].lineno + 1) if body else 0


@pytest.mark.parametrize("path", EVERYTHING, ids=place)
def test_every_module_is_named_for_its_job(path):
    names = {*path.relative_to(ROOT).with_suffix("").parts}
    words = {word for name in names for word in name.split("_")}

    assert words & NAMES_WITHOUT_A_JOB == set()
