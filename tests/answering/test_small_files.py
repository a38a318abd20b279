"""Files of a few entries, without topics: what they answer is answered, and what can be asked is shown."""

from pathlib import Path

import pytest

from bot.answering import Answer, Answerer, ClosestPassages, OffTopic
from bot.curation.draft import draft_entries, write_draft
from bot.knowledge import load, read_article
from bot.language import ENGLISH
from bot.surfaces.wording import note
from tests.knowledge_files import write

ARTICLE = """\
James Watt patented a steam engine in 1781. The council paid $15 million for the new bridge in 1883. The old ferry was closed \
because its passengers took the bridge. The engineer said that the crossing would change the city. The bridge was designed by \
Emily Roebling. The council owns 60 per cent of the bridge. The new bridge has four lanes. The treaty was signed in Rome.
"""


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Answers from a draft of which every entry was approved as it was."""
    path = tmp_path_factory.mktemp("small") / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    article, digest = read_article(path)
    knowledge = path.with_suffix(".yaml")
    write_draft(knowledge, article, digest, draft_entries(path, article, ENGLISH, lambda: None))
    knowledge.write_text(knowledge.read_text(encoding="utf-8").replace("  draft: true\n", ""), encoding="utf-8")
    return Answerer(load(knowledge), encoder="none")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what year did watt patent a steam engine", "In 1781."),
        ("who designed the bridge?", "Emily Roebling."),
        ("how come the old ferry was closed", "Because its passengers took the bridge."),
        ("what percentage of the bridge does the council own?", "60 per cent."),
        ("number of lanes the new bridge has", "Four lanes."),
        ("in which place was the treaty signed", "In Rome."),
        ("what did the engineer say about the crossing", "That the crossing would change the city."),
    ],
)
def test_what_an_approved_draft_answers_is_answered(approved: Answerer, question: str, answer: str) -> None:
    reply = approved.answer(question)
    assert isinstance(reply, Answer)
    assert reply.entry.answer == answer


def test_where_no_entry_has_a_topic_questions_are_offered_to_ask(tmp_path: Path) -> None:
    answerer = Answerer(load(write(tmp_path)), encoder="none")
    assert answerer.topics == ()
    assert answerer.examples == ("Who opened the bridge?", "When did the old bridge fall?")
    reply = answerer.answer("???")
    assert isinstance(reply, OffTopic)
    assert note(reply) == (
        "I cannot read a question in that. Ask me, for example: “Who opened the bridge?” “When did the old bridge fall?”"
    )


def test_beside_a_passage_that_an_entry_stands_on_its_question_is_offered(tmp_path: Path) -> None:
    answerer = Answerer(load(write(tmp_path)), encoder="none")
    reply = answerer.answer("what about the 6 million new bridge cost")
    assert isinstance(reply, ClosestPassages)
    assert "€6 million" in reply.passages[0].quote
    assert [suggestion.entry.id for suggestion in reply.suggestions] == ["opened-by"]
