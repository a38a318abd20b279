"""Fixtures: the shipped knowledge, a loopback Discord, the real bot process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.answering import Answerer, Suggestions
from bot.knowledge import load
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import REPO, BotProcess, LogSince
from tests.loopback.schema import OpenApi
from tests.loopback.server import TOKEN, LoopbackDiscord
from tests.pictures.browser import chromium, started
from tests.postgresql import PostgresServer, programs


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--discord-openapi", type=Path, help="Discord's OpenAPI document; every request body is checked against it")
    parser.addoption(
        "--require-chromium", action="store_true", help="fail, not skip, where there is no Chromium to look at pages with"
    )
    parser.addoption("--require-postgresql", action="store_true", help="fail, not skip, where PostgreSQL is not installed")
    parser.addoption("--sentences", type=Path, help="a table of the article's sentences: S01, P01 and the text, tab-separated")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder for the whole session, so that the index is built once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def cache(home: Path) -> Path:
    """The cache folder of the whole session, so that the encoder is decoded once."""
    return home / "cache" / "onrecord"


@pytest.fixture(scope="session")
def answerer(cache: Path) -> Answerer:
    answerer = Answerer(load(REPO / "knowledge"), cache)
    answerer.prepare()
    return answerer


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A running Chromium, for one module: while it runs, nothing else may run an event loop.

    Tests that look at pages skip where there is none, unless it is required.
    """
    executable = chromium()
    if executable is None:
        missing = "there is no Chromium here; install one, such as Debian's chromium"
        (pytest.fail if request.config.getoption("--require-chromium") else pytest.skip)(missing)
    with started(executable) as running:
        yield running


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[PostgresServer]:
    """A running PostgreSQL server; tests skip where it is not installed, unless it is required."""
    binaries = programs()
    if binaries is None:
        missing = "PostgreSQL is not installed here; install it, such as Debian's postgresql"
        (pytest.fail if request.config.getoption("--require-postgresql") else pytest.skip)(missing)
    server = PostgresServer(binaries)
    yield server
    server.remove()


@pytest.fixture(scope="session")
def openapi(request: pytest.FixtureRequest) -> OpenApi | None:
    path: Path | None = request.config.getoption("--discord-openapi")
    return OpenApi(path) if path else None


@pytest.fixture
def discord(openapi: OpenApi | None) -> Iterator[LoopbackDiscord]:
    """A loopback Discord; the test fails if the bot did there what Discord does not allow."""
    server = LoopbackDiscord(openapi)
    server.start()
    yield server
    server.stop()
    assert server.faults == []


@pytest.fixture
def start(discord: LoopbackDiscord, answerer: Answerer, home: Path) -> Iterator[Callable[..., BotProcess]]:
    """Starts the bot on the loopback Discord, again and again if need be, with the knowledge at a path."""
    assert answerer
    started: list[BotProcess] = []

    def run(knowledge: Path = REPO / "knowledge", **variables: str) -> BotProcess:
        before = discord.identifies
        variables |= {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.base, "KNOWLEDGE": str(knowledge)}
        process = BotProcess.start(home, **variables)
        started.append(process)
        discord.wait_until(lambda: discord.identifies > before)
        return process

    yield run
    logs = [process.stop()[1] for process in started if process.process.poll() is None]
    assert not [log for log in logs if "Traceback" in log]


@pytest.fixture(scope="session")
def doubtful(answerer: Answerer) -> str:
    """A question that gets suggestions."""
    vague = (
        "what about the treaty",
        "tell me about trade",
        "treaty stuff",
        "what was said on taiwan and the un",
        "the olympics visit thing",
    )
    pairs = (f"{entry.question.split()[-1]} {entry.question.split()[0]}" for entry in answerer.library[0].entries)
    return next(question for question in (*vague, *pairs) if isinstance(answerer.answer(question), Suggestions))


@pytest.fixture(scope="session")
def standing(openapi: OpenApi | None, answerer: Answerer, home: Path) -> Iterator[tuple[LoopbackDiscord, BotProcess]]:
    """One loopback Discord with one running bot, for all tests that only ask, write and press."""
    Answerer(answerer.library, home / "cache" / "onrecord").prepare()  # tests with other knowledge may have put its index out
    server = LoopbackDiscord(openapi)
    server.start()
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=server.base, LOG_LEVEL="DEBUG")
    try:
        process.wait_for_log("Ready as")
        yield server, process
    finally:
        code, log = process.stop()
        server.stop()
    assert code == 0, log


@pytest.fixture
def log(standing: tuple[LoopbackDiscord, BotProcess]) -> LogSince:
    """What the one running bot logs during a test."""
    return LogSince(standing[1])


@pytest.fixture
def newsroom(standing: tuple[LoopbackDiscord, BotProcess], log: LogSince) -> Iterator[LoopbackDiscord]:
    """The one loopback Discord with its running bot; the test fails if the bot did there what Discord does not allow."""
    server, _ = standing
    server.faults.clear()
    yield server
    server.delay = 0.0
    server.rest.forbidden.clear()
    server.rest.failing.clear()
    server.rest.without_history.clear()
    assert server.faults == []
    assert log.failure_expected or "Traceback" not in log.text


@pytest.fixture
def member(newsroom: LoopbackDiscord) -> Member:
    """A plain member in a channel of the server, nobody else's cooldown on them."""
    return Member.new(newsroom)


@pytest.fixture
def writer(newsroom: LoopbackDiscord) -> Member:
    """A user who writes to the bot directly, in a channel of their own."""
    return Member.new(newsroom, payloads.DIRECT)
