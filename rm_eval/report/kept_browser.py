"""One browser, kept running, that turns figures into pictures: shared, timed and restarted.

Kaleido's own server waits for ever when its browser cannot start or hangs, and hands results
to whichever thread asks first. So its `Kaleido` runs in an event loop of ours: each picture
has its own future and its own time limit.
"""

import asyncio
import atexit
import logging
import os
import signal
import subprocess
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import plotly.graph_objects as go
from choreographer.browsers import Chromium
from kaleido import Kaleido

from rm_eval.errors import ForTheDeveloper, NoPicture

START_LIMIT = 40.0  # seconds; a cold browser on a busy machine took 7
PICTURE_LIMIT = 20.0  # seconds; a warm one takes 0.2
STOP_LIMIT = 5.0
THREAD = "pictures"

NO_BROWSER = (
    "This machine has no browser to draw pictures with. Install Chrome, Chromium or Edge, or run "
    "script/setup, then try again. The charts on the page are not affected."
)
BROKEN_BROWSER = (
    "The picture could not be drawn: the browser that draws pictures stopped twice. Try again in "
    "a minute; if it happens again, restart the dashboard."
)
Result = TypeVar("Result")


def can_draw_pictures() -> bool:
    """Whether a browser that can draw is installed here."""
    return Chromium.find_browser(skip_local=False) is not None


class KeptBrowser:
    """Draws one figure at a time; starts at the first, and again after a crash."""

    def __init__(self, *, picture_limit: float = PICTURE_LIMIT) -> None:
        self._turn = threading.Lock()
        self._picture_limit = picture_limit
        self._loop: asyncio.AbstractEventLoop | None = None
        self._kaleido: Kaleido | None = None

    def draw(self, figure: go.Figure, *, width: int, height: int, kind: str = "png") -> bytes:
        """Draw a figure, twice if need be: the browser may have died since the last picture."""
        if not can_draw_pictures():
            raise NoPicture(NO_BROWSER, code="no_browser")
        options = {"format": kind, "width": width, "height": height, "scale": 1}
        with self._turn:
            try:
                return self._try(figure, options)
            except Exception:  # noqa: BLE001 - whatever went wrong, a new browser is the cure
                self._stop()
            try:
                return self._try(figure, options)
            except Exception as error:
                self._stop()
                raise NoPicture(BROKEN_BROWSER, code="no_picture") from error

    def stop(self) -> None:
        """End the browser; the next picture starts another."""
        with self._turn:
            self._stop()

    def _try(self, figure: go.Figure, options: dict[str, Any]) -> bytes:
        kaleido = self._kaleido or self._start()
        drawn: bytes = self._wait(kaleido.calc_fig(figure, opts=options), self._picture_limit)
        return drawn

    def _start(self) -> Kaleido:
        for name in ("choreographer", "kaleido"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=_run, args=(self._loop,), name=THREAD, daemon=True).start()
        # No MathJax: it would be fetched from outside, and labels are never formulas.
        self._kaleido = Kaleido(n=1, timeout=self._picture_limit, mathjax=False)
        self._wait(self._kaleido.open(), START_LIMIT)
        return self._kaleido

    def _wait(self, task: Coroutine[Any, Any, Result], limit: float) -> Result:
        if self._loop is None:  # pragma: no cover - _start made it
            raise ForTheDeveloper("pictures are drawn in a loop that runs")
        future = asyncio.run_coroutine_threadsafe(task, self._loop)
        try:
            return future.result(limit)
        finally:
            future.cancel()

    def _stop(self) -> None:
        kaleido, loop = self._kaleido, self._loop
        self._kaleido = self._loop = None
        if loop is None:
            return
        if kaleido is not None:
            _end(kaleido, loop)
        loop.call_soon_threadsafe(loop.stop)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    """Run until stopped; leave no task behind that nobody waits for."""
    loop.run_forever()
    loop.run_until_complete(_end_tasks())
    loop.close()


async def _end_tasks() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def _end(kaleido: Kaleido, loop: asyncio.AbstractEventLoop) -> None:
    """Ask the browser to close; end its processes if it does not."""
    closing = asyncio.run_coroutine_threadsafe(kaleido.close(), loop)
    try:
        closing.result(STOP_LIMIT)
    except Exception:  # noqa: BLE001 - a dead or hanging browser cannot close politely
        closing.cancel()
    process = getattr(kaleido, "subprocess", None)
    if process is not None and process.poll() is None:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the browser with its children: it was started as leader of a group of its own."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # pragma: no cover - Windows
            process.kill()
    except ProcessLookupError:
        return


BROWSER = KeptBrowser()
atexit.register(BROWSER.stop)
