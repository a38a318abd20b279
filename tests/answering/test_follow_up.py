"""Follow-ups: questions that lean on the one before them."""

import re
from pathlib import Path

import pytest

from bot.answering import About, Answer, Answerer, Exchange, NotSaid, Outcome, Suggestions, Unclear, exchange, suggestions_of
from bot.knowledge import load
from tests.ferry import ARTICLE, KNOWLEDGE


def talk(answerer: Answerer, *questions: str) -> list[Outcome]:
    """Return the replies to the turns of one conversation."""
    replies: list[Outcome] = []
    before: Exchange | None = None
    for question in questions:
        replies.append(answerer.answer(question, before=before, explained=False))
        before = exchange(replies[-1], before)
    return replies


def test_a_short_question_is_read_behind_the_one_before(answerer: Answerer) -> None:
    reply = talk(answerer, "how big is trade between china and russia", "over what period")[-1]
    assert isinstance(reply, Answer)
    assert "three quarters" in reply.entry.answer
    assert reply.question == "over what period"


def test_a_reply_says_how_the_question_was_understood(answerer: Answerer) -> None:
    first, second = talk(answerer, "what treaty was renewed?", "and when?")
    assert first.understood_as == ""
    assert isinstance(second, NotSaid)
    assert second.understood_as == second.entry.question


def test_a_name_takes_the_place_of_the_one_before(answerer: Answerer) -> None:
    reply = talk(answerer, "what did putin say about taiwan", "and xi?")[-1]
    assert isinstance(reply, NotSaid)
    assert reply.entry.id == "xi-on-taiwan"


def test_a_new_subject_is_not_bent_to_the_old_one(answerer: Answerer) -> None:
    question = "what does the article say about north korea"
    assert talk(answerer, "what treaty was renewed?", question)[-1] == answerer.answer(question, explained=False)


def test_what_cannot_be_told_is_asked(answerer: Answerer) -> None:
    reply = talk(answerer, "what treaty was renewed?", "say more")[-1]
    assert isinstance(reply, Unclear)
    assert reply.suggestions


def test_small_talk_leaves_the_conversation_where_it_was(answerer: Answerer) -> None:
    *_, thanked, asked = talk(answerer, "is putin going to the olympics", "thanks", "where will that be")
    assert isinstance(thanked, About)
    assert isinstance(asked, Answer)
    assert "Beijing" in asked.entry.answer


@pytest.mark.parametrize("choice", ["2", "the second one", "second"])
def test_an_offered_question_is_picked_by_its_number(answerer: Answerer, doubtful: str, choice: str) -> None:
    offer = answerer.answer(doubtful)
    assert isinstance(offer, Suggestions)
    entries = tuple(entry.key for entry in answerer.library[0].entries if entry.answered)[:3]
    reply = answerer.answer(choice, before=Exchange(doubtful, entries, offered=True))
    assert isinstance(reply, Answer)
    assert reply.entry.key == entries[1]


def test_a_number_beyond_the_offers_picks_nothing(answerer: Answerer) -> None:
    reply = answerer.answer("7", before=Exchange("trade", ("trade-volume",), offered=True))
    assert not isinstance(reply, Answer)


def test_a_follow_up_to_an_entry_that_is_gone_says_so(answerer: Answerer) -> None:
    reply = answerer.answer("and when?", before=Exchange("what was that?", ("no-such-entry",)))
    assert isinstance(reply, Unclear)
    assert reply.gone


def test_the_same_conversation_gets_the_same_replies(answerer: Answerer) -> None:
    turns = ("who accompanied xi", "and putin?", "his job?", "thanks", "when?")
    assert talk(answerer, *turns) == talk(answerer, *turns)


def test_a_long_conversation_and_a_long_first_turn_are_no_trouble(answerer: Answerer) -> None:
    replies = talk(answerer, "what treaty was renewed? " * 160, *("and when?", "thanks") * 20)
    assert len(replies) == 41
    assert all(isinstance(reply, About) for reply in replies[2::2])
    assert len({type(reply) for reply in replies[1::2]}) == 1


def test_an_offer_leaves_its_entries_to_choose_from(answerer: Answerer, doubtful: str) -> None:
    offer = answerer.answer(doubtful, explained=False)
    left = exchange(offer)
    assert left is not None
    assert left.offered
    assert left.entries == tuple(one.entry.key for one in suggestions_of(offer))


def test_a_note_on_a_claim_that_nobody_made_is_not_what_is_meant(answerer: Answerer) -> None:
    reply = talk(answerer, "how many permanent members does the security council have", "why only those?")[-1]
    assert not re.search("ten|Germany", reply.understood_as)


def test_entries_without_a_topic_have_no_matter_in_common(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    topicless = re.sub(r"^    topic: .*\n", "", KNOWLEDGE, flags=re.MULTILINE)
    (tmp_path / "ferry.yaml").write_text(topicless, encoding="utf-8")
    ferry = Answerer(load(tmp_path), None, encoder="none")
    reply = ferry.answer("who with?", before=Exchange("how much is a ticket", ("ticket-price",)), explained=False)
    assert not isinstance(reply, Answer)
