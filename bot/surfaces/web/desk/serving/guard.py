"""The guard before every page: who may ask, from where, and what a page may load.

A page elsewhere in the same browser may send requests here, and may even do so under a name of its own that leads to this
machine. So the name that was asked for must be ours, a change must come from one of our own pages, and hold the secret that
only they know.
"""

import ipaddress
import secrets
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))
_READING = frozenset(("GET", "HEAD"))
_NO_FORM = (
    ValueError,
    LookupError,
    AssertionError,
    RuntimeError,
    HttpProcessingError,
)  # of a boundary, an encoding or parts that are none
_COOKIE = "onrecord-desk"
_FIELD, _HEADER = "csrf", "X-CSRF-Token"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""What every response says of itself; a stricter referrer policy would hide from us where a form was sent from."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Gate:
    """Who may come in.

    Attributes:
        host: the address that is listened at.
        token: what a browser shows once, in the address it opens, and then in a cookie; empty where only this machine can ask.
        csrf: the secret in every form of ours.
    """

    host: str
    token: str = ""
    csrf: str = field(default_factory=_secret)

    @classmethod
    def at(cls, host: str) -> "Gate":
        """Return the gate for an address: whoever can reach it from elsewhere needs a token."""
        return cls(host, "" if host in _LOCAL else _secret())

    @web.middleware
    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what must not come in, and say of every response what it may load."""
        try:
            response = await self._admitted(request, handler)
        except web.HTTPException as error:
            error.headers.update(_HEADERS)
            raise
        response.headers.update(_HEADERS)
        return response

    async def _admitted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self.admits_name(request.host):
            raise web.HTTPForbidden(text="This address is not the desk's own. Open the one that it printed.\n")
        if self.token and not self._knows_token(request.cookies.get(_COOKIE, "")):
            return self._let_in(request)
        if request.method not in _READING:
            await self._require_own_page(request)
        return await handler(request)

    def admits_name(self, asked: str) -> bool:
        """Say whether the name that was asked for is one of this machine's, and no other name that leads here."""
        name = _name_in(asked)
        own = {*_LOCAL, self.host.casefold()}
        return name in own or (bool(self.token) and (_is_address(name) or name == socket.gethostname().casefold()))

    def _knows_token(self, shown: str) -> bool:
        return _same(shown, self.token)

    def _let_in(self, request: web.Request) -> web.StreamResponse:
        """Take the token from the address into a cookie, and lead on to the address without it."""
        if not self._knows_token(request.query.get("token", "")):
            raise web.HTTPUnauthorized(text="Open the desk by the whole address that it printed, with its token.\n")
        found = web.HTTPSeeOther(request.rel_url.raw_path)
        found.set_cookie(_COOKIE, self.token, httponly=True, samesite="Strict", path="/")
        found.headers.update(_HEADERS)
        return found

    async def _require_own_page(self, request: web.Request) -> None:
        origin = request.headers.get("Origin", "")
        if (
            origin != f"{request.scheme}://{request.host}"
            or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
        ):
            raise web.HTTPForbidden(text="Changes are taken from the desk's own pages alone.\n")
        form = await _form(request)
        shown = request.headers.get(_HEADER) or str(form.get(_FIELD, ""))
        if not _same(shown, self.csrf):
            raise web.HTTPForbidden(text="This page is from an earlier start of the desk. Load it anew, and try again.\n")


async def _form(request: web.Request) -> Mapping[str, object]:
    """Return the form that was sent, read here so that no page meets one that is none."""
    try:
        return await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        told = f"This is larger than {request.client_max_size // 1_000_000} MB, and nothing was taken. Send a part of it.\n"
        raise web.HTTPRequestEntityTooLarge(request.client_max_size, text=told) from error
    except _NO_FORM:
        raise web.HTTPBadRequest(text="What was sent is no form that can be read.\n") from None


def _same(shown: str, secret: str) -> bool:
    return secrets.compare_digest(shown.encode("utf-8", "surrogateescape"), secret.encode())


def _name_in(asked: str) -> str:
    """Return the name of a host without its port, in lower case; empty for what is none."""
    try:
        return urlsplit(f"//{asked}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
