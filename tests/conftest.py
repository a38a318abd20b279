"""Fixtures: the shipped knowledge, a loopback Discord, the real bot process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.knowledge import load
from tests.loopback.member import Member
from tests.loopback.process import REPO, BotProcess
from tests.loopback.schema import OpenApi
from tests.loopback.server import TOKEN, LoopbackDiscord


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--discord-openapi", type=Path, help="Discord's OpenAPI document; every request body is checked against it")
    parser.addoption("--sentences", type=Path, help="a table of the article's sentences: S01, P01 and the text, tab-separated")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder for the whole session, so that the index is built once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def answerer(home: Path) -> Answerer:
    return Answerer(load(REPO / "knowledge"), home / "cache" / "onrecord")


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
def bot(discord: LoopbackDiscord, answerer: Answerer, home: Path) -> Iterator[BotProcess]:
    """The running bot, ready on the loopback Discord. (The answerer is asked for so that the index is in the cache.)"""
    assert answerer
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base)
    try:
        discord.wait_until(lambda: discord.identifies > 0)
        yield process
    finally:
        code, log = process.stop()
    assert code == 0, log
    assert "Traceback" not in log


@pytest.fixture
def member(bot: BotProcess, discord: LoopbackDiscord) -> Member:
    """A plain member in the server, with the bot running."""
    assert bot
    return Member(discord)
