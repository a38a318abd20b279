"""The line in the asker's own language, where a question in another language was not understood."""

import pytest

from bot.answering import OffTopic, Reason, Unclear
from bot.surfaces.languages import in_their_language
from bot.surfaces.wording import note


def unclear(question: str, foreign_to: str = "en") -> Unclear:
    return Unclear(question, 0.0, Reason.nothing_matched(0.45), (), foreign_to=foreign_to)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wie alt ist der Koch der Kantine eigentlich?", "auf Englisch"),
        ("¿Cuántos goles marcó Messi en la final?", "en inglés"),
        ("彼らは何を食べましたか", "英語"),
        ("Кто выиграл матч вчера вечером?", "английский"),
        ("من فاز بالمباراة أمس؟", "الإنجليزية"),
    ],
)
def test_the_asker_is_told_in_their_language_which_questions_are_understood(question: str, said: str) -> None:
    assert said in in_their_language(unclear(question))
    assert note(unclear(question)) == f"I am not sure what you mean.\n{in_their_language(unclear(question))}"


def test_a_question_in_the_articles_language_gets_no_such_line() -> None:
    assert in_their_language(unclear("who won the match last night?", foreign_to="")) == ""


def test_a_language_without_a_line_gets_none() -> None:
    assert in_their_language(unclear("Who won the match last night?")) == ""


def test_off_topic_has_the_line_too() -> None:
    reply = OffTopic("Wer hat gestern das Spiel gewonnen?", 0.9, Reason.nothing_matched(0.45), "outside", (), (), foreign_to="en")
    assert "auf Englisch" in (note(reply) or "")
