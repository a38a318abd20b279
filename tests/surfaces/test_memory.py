"""What a person typed is gone once it was replied to: nothing in the process holds it."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.answering import Answerer, exchange
from bot.knowledge import load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.json import to_json
from bot.surfaces.terminal import Terminal
from tests.ferry import DATA
from tests.memory import texts_in_memory
from tests.surfaces.discord.messages import READERS

REVERSED = "ylbmervxzq"  # so that this file does not hold the word
ASKED = [
    "how much did {} cost the terminal",
    "{}?",
    "I met {}, who said hello. When did {} burn down the pier?",
    "¿Cuánto costó {} la terminal del ferry de Lisboa en abril?",
    "{}: quién pagó",
]


def ask_everywhere(answerer: Answerer, controller: Controller, word: str) -> None:
    """Ask about a word in every way, and show the replies on every surface."""
    for pattern in ASKED:
        question = pattern.format(word, word)
        reply = answerer.answer(question)
        followed = answerer.answer(f"and {word}?", before=exchange(reply, None))
        for outcome in (reply, followed):
            to_json(outcome)
            Terminal(answerer, Console(file=io.StringIO())).show(outcome)
        controller.ask(question, READERS[0])
        controller.autocomplete.questions(question)


@pytest.mark.parametrize("encoder", ["none", "use"])
def test_no_object_holds_what_was_asked(cache: Path, encoder: str) -> None:
    answerer = Answerer(load(DATA / "ferry.yaml"), cache, encoder="use" if encoder == "use" else "none")
    controller = Controller(answerer)
    word = REVERSED[::-1]
    ask_everywhere(answerer, controller, word)
    assert [text for text in texts_in_memory() if word in text.casefold() and text is not word] == []
