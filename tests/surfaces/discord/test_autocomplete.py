"""What is offered as one types: known questions and articles."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.knowledge import load
from bot.surfaces.discord.autocomplete import TYPED, Autocomplete
from bot.surfaces.discord.connection.rate_limit import USER_COMPLETIONS
from bot.surfaces.discord.controller import Controller
from tests.knowledge_files import KNOWLEDGE, write
from tests.loopback.member import Member
from tests.loopback.process import LogSince
from tests.loopback.records import Failure
from tests.loopback.server import LoopbackDiscord


def test_questions_complete_as_one_types_and_the_choice_carries_the_entry(member: Member) -> None:
    choices = member.complete("ask", question="tre", focused="question")
    assert 1 <= len(choices) <= 25
    assert "treaty" in choices[0]["name"].lower()
    shown = member.ask(choices[0]["value"])
    assert shown.text.startswith(f"-# {choices[0]['name']}")


@pytest.mark.parametrize("typed", ["traety renewd", "renewed treaty", "whihc treaty was renewed"])
def test_completion_forgives_slips_and_order(member: Member, typed: str) -> None:
    names = [choice["name"].lower() for choice in member.complete("ask", question=typed, focused="question")]
    assert any("treaty" in name and "renew" in name for name in names[:3])


def test_nothing_typed_completes_to_one_question_of_every_topic_first(member: Member, answerer: Answerer) -> None:
    entries = answerer.library[0].entries
    topics = list(dict.fromkeys(entry.topic for entry in entries if entry.answered))
    names = [choice["name"] for choice in member.complete("ask", question="", focused="question")]
    assert len(names) == 25
    asked = {entry.question: entry.topic for entry in entries}
    assert [asked[name] for name in names[: len(topics)]] == topics


def test_choices_that_discord_refuses_are_one_line_of_the_log(member: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    newsroom.rest.failing.append(Failure("POST", "/interactions", 403))
    response = newsroom.response_to(member.send_completion("ask", question="tre", focused="question"))
    assert response.status == 403
    log.wait_for("Ignoring exception in autocomplete")
    assert member.complete("ask", question="tre", focused="question")
    [line] = log.text.splitlines()
    assert line.endswith("(Forbidden 403, code 0)")


@pytest.fixture(scope="module")
def autocomplete(answerer: Answerer) -> Autocomplete:
    return Controller(answerer).autocomplete


@settings(max_examples=25, deadline=None)
@given(typed=st.text(max_size=60))
def test_whatever_is_typed_completes_within_discords_limits(autocomplete: Autocomplete, typed: str) -> None:
    choices = autocomplete.questions(typed)
    assert len(choices) <= 25
    assert all(1 <= len(text) <= 100 for choice in choices for text in choice)
    assert choices == autocomplete.questions(typed)


def test_of_what_is_typed_a_hundred_characters_are_read(autocomplete: Autocomplete) -> None:
    typed = "which treaty was renewed " * 4
    assert len(typed) == TYPED
    assert autocomplete.questions(f"{typed}taiwan") == autocomplete.questions(typed)


def test_completions_leave_nothing_in_memory(autocomplete: Autocomplete) -> None:
    letters = [chr(ord("a") + number // 26) + chr(ord("a") + number % 26) for number in range(100)]
    for pair in letters[:20]:
        autocomplete.questions(pair * 2000)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for pair in letters[20:]:
        autocomplete.questions(pair * 2000)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < len(letters[20:]) * 1000, "less than a quarter of what was typed"


def test_one_who_types_faster_than_anybody_can_is_offered_what_costs_nothing(member: Member) -> None:
    def offered() -> list[str]:
        return [choice["name"] for choice in member.complete("ask", question="tre", focused="question")]

    nothing_typed = [choice["name"] for choice in member.complete("ask", question="", focused="question")]
    assert "treaty" in offered()[0].lower()
    for _ in range(USER_COMPLETIONS):
        last = offered()
    assert last == nothing_typed


MORE = """schema: 1
article:
  file: bridge.txt
  sha256: "{sha256}"
  publisher: ANB
entries:
  - id: hurt
    question: Was anybody hurt?
    phrasings: [did someone get injured, were there any casualties when it fell]
    answer: Nobody was hurt.
    passages: [Nobody was hurt.]
"""


def test_an_article_that_several_files_are_about_is_offered_once_with_the_questions_of_all(tmp_path: Path) -> None:
    write(tmp_path, MORE).rename(tmp_path / "more.yaml")
    write(tmp_path, KNOWLEDGE)
    library = load(tmp_path)
    assert len(library) == 2
    autocomplete = Controller(Answerer(library)).autocomplete
    assert autocomplete.articles("") == autocomplete.articles("bri") == [("bridge", "bridge")]
    asked = ["Who opened the bridge?", "When did the old bridge fall?", "Was anybody hurt?"]
    assert sorted(question for question, _ in autocomplete.questions("", "bridge")) == sorted(asked)
