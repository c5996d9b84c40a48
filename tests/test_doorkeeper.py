"""Who may come in, and the headers that go out."""

import asyncio
from typing import Any

import pytest

from pages._ui.doorkeeper import SECURITY_HEADERS, Doorkeeper

HERE = {"host": "localhost:8501"}


async def _served(_scope: Any, _receive: Any, send: Any) -> None:
    headers = [(b"content-type", b"text/plain"), (b"Cache-Control", b"public")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"served"})


def ask(
    path: str = "/",
    *,
    headers: dict[str, str] = HERE,
    kind: str = "http",
    client: str = "127.0.0.1",
    only_this_computer: bool = True,
) -> tuple[int, dict[str, str], str]:
    sent: list[dict[str, Any]] = []

    async def keep(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": kind,
        "path": path,
        "headers": [(name.encode(), text.encode()) for name, text in headers.items()],
        "client": (client, 50000),
        "extensions": {"websocket.http.response": {}},
    }
    doorkeeper = Doorkeeper(_served, only_this_computer=only_this_computer)
    asyncio.run(doorkeeper(scope, None, keep))  # type: ignore[arg-type]
    start, body = sent
    found = {name.decode().lower(): text.decode() for name, text in start["headers"]}
    return start["status"], found, body["body"].decode()


@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:1", "[::1]:8501"])
def test_this_computer_may_come_in(host):
    assert ask(headers={"host": host})[0] == 200


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"host": "evil.example"}, id="another name"),
        pytest.param({"host": "localhost.evil.example:8501"}, id="a name that begins alike"),
        pytest.param({"host": "192.168.0.7:8501"}, id="another address"),
        pytest.param({}, id="no name"),
        pytest.param(HERE | {"x-forwarded-for": "10.0.0.1"}, id="a proxy"),
        pytest.param(HERE | {"x-forwarded-host": "localhost"}, id="a proxy that says localhost"),
        pytest.param(HERE | {"forwarded": "for=10.0.0.1"}, id="a proxy by the standard"),
        pytest.param(HERE | {"origin": "https://evil.example"}, id="a page of another site"),
        pytest.param(HERE | {"origin": "null"}, id="a page of no site"),
    ],
)
def test_everybody_else_is_refused_in_a_sentence(headers, kind):
    status, sent, said = ask(headers=headers, kind=kind)

    assert status == 403
    assert "open to that computer only" in said
    assert sent["x-content-type-options"] == "nosniff"


def test_another_address_is_refused_whatever_it_says():
    assert ask(client="192.168.0.7")[0] == 403
    assert ask(client="::ffff:127.0.0.1")[0] == 200


def test_a_server_for_everybody_asks_nobody_where_they_come_from():
    assert ask(headers={"host": "rm.example"}, only_this_computer=False)[0] == 200


def test_every_answer_carries_the_security_headers():
    headers = ask()[1]

    for name, text in SECURITY_HEADERS:
        assert headers[name.decode()] == text.decode()
    assert "unsafe-eval'" not in headers["content-security-policy"].replace("wasm-unsafe-eval", "")


def test_downloads_are_not_kept_by_the_browser():
    assert ask("/media/abc.png")[1]["cache-control"] == "no-store"
    assert ask("/static/x.js")[1]["cache-control"] == "public"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/sessions"])
def test_what_nobody_needs_is_not_served(path):
    assert ask(path)[0] == 404
    assert ask(path, only_this_computer=False)[0] == 404
