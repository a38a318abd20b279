"""The server: runs in a thread of its own, records every request, refuses what Discord refuses."""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback import payloads
from tests.loopback.payloads import Json
from tests.loopback.schema import OpenApi

TOKEN = "a-token-of-the-loopback"
_PATIENCE = 10.0
_DEADLINE = 3.0  # seconds Discord waits for the first response to an interaction
_TEXT = 2000


@dataclass
class Request:
    """One request of the bot, with Discord's status for it."""

    method: str
    path: str
    body: Any
    status: int


@dataclass
class _Interaction:
    created: float
    answered: bool = False


@dataclass
class LoopbackDiscord:
    """A Discord for one test. `faults` gathers what the bot did that Discord does not allow."""

    openapi: OpenApi | None = None
    requests: list[Request] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    commands: list[Json] = field(default_factory=list)
    identifies: int = 0
    resumes: int = 0
    base: str = ""
    delay: float = 0.0
    """Seconds before it answers a request that it has received."""

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._changed = threading.Condition()
        self._sockets: list[web.WebSocketResponse] = []
        self._sequence, self._ids = 0, 1000
        self._interactions: dict[str, _Interaction] = {}
        self._sent: list[tuple[int, Json]] = []

    # --- its life ---

    def start(self) -> None:
        self._thread.start()
        self._call(self._start())

    def stop(self) -> None:
        self._call(self._runner.cleanup())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()

    def _call(self, work: Any) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(_PATIENCE)

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10{path:/.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base, self._socket_url = f"http://{host}:{port}", f"ws://{host}:{port}/gateway"

    # --- what a test says and waits for ---

    def next_id(self) -> str:
        self._ids += 1
        return str(self._ids)

    def ask(self, question: str, *, dm: bool = False) -> Json:
        """Send /ask and return the data of the bot's response."""
        id = self.next_id()
        token = f"token-{id}"
        self._interactions[id] = _Interaction(time.monotonic())
        self.dispatch("INTERACTION_CREATE", payloads.slash(id, token, question, dm=dm))
        found = self.wait_for(lambda r: r.path == f"/interactions/{id}/{token}/callback")
        assert found.body["type"] == 4
        data: Json = found.body["data"]
        return data

    def say(self, text: str, **fields: Any) -> str:
        """Send a message and return its id; without other fields a member writes it in the server's channel."""
        id = self.next_id()
        fields.setdefault("author", payloads.user(payloads.MEMBER))
        self.dispatch("MESSAGE_CREATE", payloads.message(id, text, **fields))
        return id

    def reply_to(self, id: str) -> Json:
        """Wait for the bot's reply to a message and return its body."""

        def answers(request: Request) -> bool:
            if request.method != "POST" or not request.path.endswith("/messages"):
                return False
            return str((request.body.get("message_reference") or {}).get("message_id")) == id

        body: Json = self.wait_for(answers).body
        return body

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

    def dispatch(self, event: str, data: Json) -> None:
        """Send an event; while the bot is away it is kept, and sent again when the bot resumes."""
        self._call(self._dispatch(event, data))

    async def _dispatch(self, event: str, data: Json) -> None:
        self._sequence += 1
        frame = {"op": 0, "t": event, "s": self._sequence, "d": data}
        self._sent.append((self._sequence, frame))
        for socket in self._sockets:
            await socket.send_json(frame)

    def cut(self, code: int) -> None:
        """Close the gateway connection with a close code."""
        self._call(self._cut(code))

    async def _cut(self, code: int) -> None:
        for socket in list(self._sockets):
            await socket.close(code=code)

    def send_op(self, op: int, data: Any) -> None:
        self._call(self._send_op(op, data))

    async def _send_op(self, op: int, data: Any) -> None:
        for socket in self._sockets:
            await socket.send_json({"op": op, "d": data})

    # --- the gateway ---

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(frame.data))
        if socket in self._sockets:
            self._sockets.remove(socket)
        self._notify()
        return socket

    async def _receive(self, socket: web.WebSocketResponse, frame: Json) -> None:
        if frame["op"] == 1:
            await socket.send_json({"op": 11, "d": None})
        elif frame["op"] == 2:
            await self._identify(socket, frame["d"])
        elif frame["op"] == 6:
            self.resumes += 1
            for sequence, sent in self._sent:
                if sequence > frame["d"]["seq"]:
                    await socket.send_json(sent)
            await socket.send_json({"op": 0, "t": "RESUMED", "s": self._sequence, "d": {}})
            self._sockets.append(socket)
            self._notify()

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> None:
        if data["intents"] != 4609:
            self.faults.append(f"asks for intents {data['intents']}, of which some may be privileged")
        self.identifies += 1
        ready = {
            "v": 10, "user": payloads.user(payloads.BOT, bot=True), "guilds": [{"id": payloads.GUILD, "unavailable": True}],
            "session_id": f"session-{self.identifies}", "resume_gateway_url": "wss://gateway.invalid",
            "shard": data.get("shard", [0, 1]),
            "application": {"id": payloads.APPLICATION, "flags": 0},
        }  # fmt: skip
        for event, content in (("READY", ready), ("GUILD_CREATE", payloads.guild())):
            self._sequence += 1
            await socket.send_json({"op": 0, "t": event, "s": self._sequence, "d": content})
        self._sockets.append(socket)
        self._notify()

    # --- REST ---

    async def _rest(self, request: web.Request) -> web.Response:
        text = await request.text()
        path, body = request.match_info["path"], json.loads(text) if text else None
        made = Request(request.method, path, body, 200)
        status, answer = self._answer(request, made)
        made.status = status
        if self.openapi and body is not None:
            self.faults += self.openapi.faults(made.method, path, body)
        self.requests.append(made)
        self._notify()
        await asyncio.sleep(self.delay)
        if answer is None:
            return web.Response(status=status)
        # exactly this content type: with a charset added, discord.py takes the body for text
        return web.Response(status=status, body=json.dumps(answer).encode(), headers={"Content-Type": "application/json"})

    def _answer(self, request: web.Request, made: Request) -> tuple[int, Any]:
        if not made.path.startswith(("/interactions", "/webhooks")) and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return 401, {"message": "401: Unauthorized", "code": 0}
        application = f"/applications/{payloads.APPLICATION}/commands"
        match made.method, made.path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return 200, payloads.user(payloads.BOT, bot=True)
            case "GET", ["oauth2", "applications", "@me"]:
                return 200, payloads.application()
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return 200, {"url": self._socket_url, "shards": 1, "session_start_limit": limit}
            case (("GET" | "PUT"), ["applications", _, "commands"]) if made.path == application:
                return 200, self._commands(made)
            case "POST", ["interactions", id, _, "callback"]:
                return self._callback(id, made)
            case "POST", ["channels", channel, "messages"]:
                return self._message(channel, made)
        self.faults.append(f"{made.method} {made.path}: no such route on the loopback Discord")
        return 404, {"message": "404: Not Found", "code": 0}

    def _commands(self, made: Request) -> list[Json]:
        if made.method == "PUT":
            extra = {"application_id": payloads.APPLICATION, "version": "1", "default_member_permissions": None, "nsfw": False}
            self.commands = [{"id": self.next_id(), **extra, **command} for command in made.body]
        return self.commands

    def _callback(self, id: str, made: Request) -> tuple[int, Any]:
        interaction = self._interactions.get(id)
        if interaction is None:
            return 404, {"message": "Unknown interaction", "code": 10062}
        if interaction.answered:
            self.faults.append("a second response to one interaction")
            return 400, {"message": "Interaction has already been acknowledged.", "code": 40060}
        interaction.answered = True
        if time.monotonic() - interaction.created > _DEADLINE:
            self.faults.append("a response after three seconds")
        refused = self._refuse(made.body["data"])
        if refused:
            return refused
        return 200, {"interaction": {"id": id, "type": 2, "response_message_id": self.next_id()}}

    def _message(self, channel: str, made: Request) -> tuple[int, Any]:
        refused = self._refuse(made.body)
        author = payloads.user(payloads.BOT, bot=True)
        return refused or (200, payloads.message(self.next_id(), made.body["content"], author=author, channel=channel))

    def _refuse(self, data: Json) -> tuple[int, Any] | None:
        """Return Discord's refusal of a message, or None; a message that could ping is a fault of the bot."""
        if (data.get("allowed_mentions") or {}).get("parse") != []:
            self.faults.append("a message without allowed_mentions: it could ping everybody")
        if not (data.get("content") or data.get("embeds")):
            self.faults.append("an empty message")
            return 400, {"message": "Cannot send an empty message", "code": 50006}
        if len(data.get("content") or "") > _TEXT:
            self.faults.append(f"a message of {len(data['content'])} characters")
            return 400, {"message": "Invalid Form Body", "code": 50035}
        return None

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()
