"""The server: runs in a thread of its own, records every request, refuses what Discord refuses."""

import asyncio
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback import payloads
from tests.loopback.payloads import Json
from tests.loopback.records import Interaction, Request, Shown
from tests.loopback.rest import TOKEN, Rest
from tests.loopback.schema import OpenApi
from tests.loopback.shard import Shard, belongs, snowflake

__all__ = ["INVALID_SESSION", "TOKEN", "LoopbackDiscord"]

INVALID_SESSION = 9
"""The gateway's opcode for a session that cannot be resumed."""
_PATIENCE = 30.0


@dataclass
class LoopbackDiscord:
    """A Discord for one test. `faults` gathers what the bot did that Discord does not allow."""

    openapi: OpenApi | None = None
    requests: list[Request] = field(default_factory=list)
    identifies: int = 0
    resumes: int = 0
    base: str = ""
    delay: float = 0.0
    """Seconds before it answers a request that it has received."""
    unavailable: "Counter[str]" = field(default_factory=Counter)
    """How many requests to a path it still answers with 503; /gateway is where the gateway is connected to."""
    refuses: int | None = None
    """The code with which it closes a connection to the gateway instead of letting it identify."""
    untold: set[str] = field(default_factory=set)
    """Fields that its READY leaves out."""
    replays: int = 0
    """How many events it sends again when a connection is resumed, though they had arrived."""

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._changed = threading.Condition()
        self._sockets: list[web.WebSocketResponse] = []
        self._shards: dict[web.WebSocketResponse, Shard] = {}
        self._sessions: dict[str, Shard] = {}
        self._sequence, self._ids = 0, snowflake()
        self.rest = Rest(self.next_id)
        self._sent: list[tuple[int, Json]] = []

    @property
    def faults(self) -> list[str]:
        return self.rest.faults

    @property
    def commands(self) -> list[Json]:
        return self.rest.commands

    @commands.setter
    def commands(self, commands: list[Json]) -> None:
        self.rest.commands = commands

    # --- its life ---

    def start(self, port: int = 0) -> None:
        self._thread.start()
        self._call(self._start(port))

    def stop(self) -> None:
        self._call(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()

    async def _stop(self) -> None:
        await self._runner.cleanup()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _call(self, work: Any) -> Any:
        return self.submit(work).result(_PATIENCE)

    def submit(self, work: Any) -> "Future[Any]":
        """Run a coroutine on the loop of the server."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def forget(self) -> None:
        """Let go of everything that is over, so that a long run stays small."""
        self.requests.clear()
        self._sent.clear()
        self.rest.messages.clear()
        for id in [id for id, one in self.rest.interactions.items() if one.answered is not None]:
            del self.rest.interactions[id]

    async def _start(self, port: int) -> None:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10{path:/.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base, self.rest.socket_url = f"http://{host}:{port}", f"ws://{host}:{port}/gateway"

    # --- what a test says and waits for ---

    def next_id(self) -> str:
        self._ids += 1
        return str(self._ids)

    def interact(
        self, kind: int, data: Json, *, place: Json, who: str, locale: str, permissions: str, pressed: Shown | None = None
    ) -> Json:
        """Send an interaction and return it."""
        told = self.begin(kind, data, place=place, who=who, locale=locale, permissions=permissions, pressed=pressed)
        self.dispatch("INTERACTION_CREATE", told)
        return told

    def begin(
        self, kind: int, data: Json, *, place: Json, who: str, locale: str, permissions: str, pressed: Shown | None = None
    ) -> Json:
        """Return an interaction that may be answered from now on; it is still to be sent."""
        id = self.next_id()
        token = f"token-{id}"
        self.rest.interactions[id] = Interaction(who, place["channel_id"], time.monotonic(), pressed)
        told = payloads.interaction(id, token, kind, data, place=place, who=who, locale=locale, permissions=permissions)
        return told | ({"message": pressed.payload()} if pressed else {})

    def response_to(self, interaction: Json) -> Request:
        """Wait for the bot's first response to an interaction."""
        return self.wait_for(lambda r: r.path == f"/interactions/{interaction['id']}/{interaction['token']}/callback")

    def say(self, text: str, **fields: Any) -> str:
        """Send a message and return its id; without other fields a member writes it in the server's channel."""
        id = self.next_id()
        fields.setdefault("author", payloads.user(payloads.MEMBER))
        self.dispatch("MESSAGE_CREATE", payloads.message(id, text, **fields))
        return id

    def reply_to(self, id: str) -> Shown:
        """Wait for the bot's reply to a message and return it."""
        found: Shown = self._wait(lambda: next(iter(self.replies_to(id)), None))
        return found

    def replies_to(self, id: str) -> list[Shown]:
        """Return the bot's replies to a message so far."""
        kept = list(self.rest.messages.values())
        return [shown for shown in kept if str((shown.data.get("message_reference") or {}).get("message_id")) == id]

    def wait_for(self, wanted: Callable[[Request], bool]) -> Request:
        found: Request = self._wait(lambda: next((request for request in self.requests if wanted(request)), None))
        return found

    def wait_until(self, true: Callable[[], bool]) -> None:
        self._wait(lambda: true() or None)

    def _wait(self, get: Callable[[], Any]) -> Any:
        with self._changed:
            found = self._changed.wait_for(get, _PATIENCE)
        assert found, f"waited {_PATIENCE} s in vain; the bot's requests: {[(r.method, r.path) for r in self.requests]}"
        return found

    def dispatch(self, event: str, data: Json | None) -> None:
        """Send an event; while the bot is away it is kept, and sent again when the bot resumes."""
        self._call(self.send(event, data))

    async def send(self, event: str, data: Json | None) -> bool:
        """Send an event and return whether it went out at once; on the loop of the server."""
        self._sequence += 1
        frame = {"op": 0, "t": event, "s": self._sequence, "d": data}
        self._sent.append((self._sequence, frame))
        told = [socket for socket in self._sockets if belongs(event, data, self._shards[socket]) and not socket.closed]
        return any([await self._push(socket, frame) for socket in told])

    async def _push(self, socket: web.WebSocketResponse, frame: Json) -> bool:
        try:
            await socket.send_json(frame)
        except ConnectionError:  # the bot has just gone
            return False
        return True

    def cut(self, code: int) -> None:
        """Close the gateway connection with a close code."""
        self._call(self._cut(code))

    async def _cut(self, code: int) -> None:
        for socket in list(self._sockets):
            await socket.close(code=code)

    def send_op(self, op: int, data: Any) -> None:
        self._call(self._send_op(op, data))

    async def _send_op(self, op: int, data: Any) -> None:
        for socket in list(self._sockets):
            await socket.send_json({"op": op, "d": data})
            if op == INVALID_SESSION:
                self._sockets.remove(socket)  # it is told nothing more

    # --- the gateway ---

    def _is_out(self, path: str) -> bool:
        out = self.unavailable[path] > 0
        self.unavailable[path] -= 1
        return out

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        if self._is_out("/gateway"):
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(frame.data))
        if socket in self._sockets:
            self._sockets.remove(socket)
        self._shards.pop(socket, None)
        self._notify()
        return socket

    async def _receive(self, socket: web.WebSocketResponse, frame: Json) -> None:
        if frame["op"] == 1:
            await socket.send_json({"op": 11, "d": None})
        elif frame["op"] == 2:
            await self._identify(socket, frame["d"])
        elif frame["op"] == 6:
            await self._resume(socket, frame["d"])

    async def _resume(self, socket: web.WebSocketResponse, data: Json) -> None:
        self.resumes += 1
        shard = self._shards[socket] = self._sessions[data["session_id"]]
        for sequence, sent in self._sent:
            if sequence > data["seq"] - self.replays and belongs(sent["t"], sent["d"], shard):
                await socket.send_json(sent)
        await socket.send_json({"op": 0, "t": "RESUMED", "s": self._sequence, "d": {}})
        self._sockets.append(socket)
        self._notify()

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> None:
        if self.refuses:
            await socket.close(code=self.refuses)
            return
        if data["intents"] != 4609:
            self.faults.append(f"asks for intents {data['intents']}, of which some may be privileged")
        self.identifies += 1
        shard = self._shards[socket] = self._sessions[f"session-{self.identifies}"] = Shard(*data.get("shard", (0, 1)))
        has_guild = belongs("GUILD_CREATE", payloads.guild(), shard)
        ready = {
            "v": 10, "user": payloads.user(payloads.BOT, bot=True), "guilds": [{"id": payloads.GUILD, "unavailable": True}] * has_guild,
            "session_id": f"session-{self.identifies}", "resume_gateway_url": "wss://gateway.invalid",
            "shard": list(shard),
            "application": {"id": payloads.APPLICATION, "flags": 0},
        }  # fmt: skip
        for event, content in (("READY", ready), *[("GUILD_CREATE", payloads.guild())] * has_guild):
            self._sequence += 1
            told = {name: value for name, value in content.items() if event != "READY" or name not in self.untold}
            await socket.send_json({"op": 0, "t": event, "s": self._sequence, "d": told})
        self._sockets.append(socket)
        self._notify()

    # --- REST ---

    async def _rest(self, request: web.Request) -> web.Response:
        text = await request.text()
        path, body = request.match_info["path"], json.loads(text) if text else None
        made = Request(request.method, path, body, 200)
        status, answer = (503, {}) if self._is_out(path) else self.rest.answer(made, request.headers.get("Authorization"))
        made.status = status
        if self.openapi and body is not None:
            self.rest.faults += self.openapi.faults(made.method, path, body)
        self.requests.append(made)
        self._notify()
        await asyncio.sleep(self.delay)
        if not status and request.transport:
            request.transport.abort()
        if answer is None:
            return web.Response(status=status)
        # exactly this content type: with a charset added, discord.py takes the body for text
        headers = {"Content-Type": "application/json", "Via": "1.1 loopback"}
        return web.Response(status=status or 500, body=json.dumps(answer).encode(), headers=headers)

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()
