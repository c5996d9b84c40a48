"""Who may come in, and the headers that go out: for every answer of the server.

Plain ASGI, because it has to see WebSockets as well as pages.
"""

import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

THIS_COMPUTER = {"localhost", "127.0.0.1", "::1"}
NOT_SERVED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/openapi.json")
NOT_FOUND = "There is no such page."
NOT_FROM_HERE = (
    "This dashboard holds answers on somebody's own computer and is open to that computer only. "
    "Open it there, at http://localhost and the port it was started on, without a proxy."
)

# Everything comes from this server. Styles are the one thing Streamlit writes into the page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "media-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
)
SECURITY_HEADERS: Headers = [
    (b"content-security-policy", "; ".join(CONTENT_SECURITY_POLICY).encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
]


class Doorkeeper:
    """Refuses strangers, and puts the security headers on every answer.

    Parameters
    ----------
    app
        What is served.
    only_this_computer
        Whether to refuse everybody who comes from elsewhere, by another name or through a proxy.
    """

    def __init__(self, app: Asgi, *, only_this_computer: bool) -> None:
        self._app = app
        self._only_this_computer = only_this_computer

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request or WebSocket."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
        elif self._only_this_computer and not is_from_this_computer(scope):
            await _refuse(scope, send, 403, NOT_FROM_HERE)
        elif scope["path"].startswith(NOT_SERVED):
            await _refuse(scope, send, 404, NOT_FOUND)
        else:
            await self._app(scope, receive, _with_headers(scope["path"], send))


def is_from_this_computer(scope: Message) -> bool:
    """Say whether a request comes from this computer, by its own name and straight."""
    headers = [(name.decode("latin-1"), text.decode("latin-1")) for name, text in scope["headers"]]
    if any(name == "forwarded" or name.startswith("x-forwarded") for name, _ in headers):
        return False
    hosts = [text for name, text in headers if name == "host"]
    # A page of another site in the same browser says where it comes from.
    origins = [urlsplit(text).netloc for name, text in headers if name == "origin"]
    if not hosts or any(_without_port(host) not in THIS_COMPUTER for host in hosts + origins):
        return False
    return _is_loopback(scope.get("client"))


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _is_loopback(client: tuple[str, int] | None) -> bool:
    if client is None:
        return True  # a socket file: nobody comes over a network
    try:
        address = ipaddress.ip_address(client[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _with_headers(path: str, send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _headers(path, message.get("headers", []))}
        await send(message)

    return send_with_headers


def _headers(path: str, given: Headers) -> Headers:
    ours = list(SECURITY_HEADERS)
    if path.startswith("/media"):
        ours.append((b"cache-control", b"no-store"))  # pictures and numbers: never on disk
    names = {name for name, _ in ours}
    return [(name, text) for name, text in given if name.lower() not in names] + ours


async def _refuse(scope: Message, send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    kind = "http.response"
    if scope["type"] == "websocket":
        if "websocket.http.response" not in (scope.get("extensions") or {}):
            await send({"type": "websocket.close", "code": 1008, "reason": sentence[:100]})
            return
        kind = "websocket.http.response"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *SECURITY_HEADERS,
    ]
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
