"""Wordings that are proposed for an entry."""

import pytest

from bot.curation.draft import propose_wordings
from bot.language import ENGLISH, tokenise

OPENED = "Mayor Franklin Edson opened the new bridge over the East River on 24 May 1883."
ASKED = [
    ("When did Mayor Franklin Edson open the new bridge over the East River?", "On 24 May 1883.", OPENED),
    ("Who opened the new bridge over the East River?", "Mayor Franklin Edson.", OPENED),
    ("How much did the new bridge cost?", "$15 million.", "It cost $15 million."),
    ("Why was the old ferry closed?", "Because few took it.", "The old ferry was closed because few took it."),
    ("What did the engineer say about the crossing?", "That it is long.", "The engineer said that the crossing is long."),
    ("Who is Franklin Edson?", "Mayor.", OPENED),
    ("What is Harvard?", "A university.", "Harvard is a university."),
    ("Where was the treaty signed?", "In Rome.", "The treaty was signed in Rome."),
    ("What share of the bridge does the council own?", "60 per cent.", "The council owns 60 per cent of the bridge."),
    ("How many lanes does the new bridge have?", "Four lanes.", "The new bridge has four lanes."),
]


@pytest.mark.parametrize(("question", "answer", "quote"), ASKED)
def test_each_question_gets_several_wordings_that_differ_from_it_and_from_one_another(
    question: str, answer: str, quote: str
) -> None:
    wordings = propose_wordings(question, answer, quote, ENGLISH)
    assert 5 <= len(wordings) <= 8
    assert len({tokenise(text) for text in (question, *wordings)}) == len(wordings) + 1
    assert wordings == propose_wordings(question, answer, quote, ENGLISH)


@pytest.mark.parametrize(
    ("question", "wording"),
    [
        ("When did Mayor Franklin Edson open the new bridge over the East River?", "what day did Mayor Franklin Edson open"),
        ("When did Mayor Franklin Edson open the new bridge over the East River?", "when did Edson open the new bridge"),
        ("Who opened the new bridge over the East River?", "by whom was the new bridge opened over the East River"),
        ("How much did the new bridge cost?", "the new bridge cost how much"),
        ("Why was the old ferry closed?", "for what reason was the old ferry closed"),
        ("What share of the bridge does the council own?", "what percentage of the bridge does the council own"),
        ("How many lanes does the new bridge have?", "the new bridge has how many lanes"),
        ("Where was the treaty signed?", "where was the pact signed"),
    ],
)
def test_wordings_ask_in_another_order_in_everyday_words_and_for_what_the_answer_is(question: str, wording: str) -> None:
    [(answer, quote)] = [(answer, quote) for asked, answer, quote in ASKED if asked == question]
    assert any(text.startswith(wording) for text in propose_wordings(question, answer, quote, ENGLISH))


def test_no_wording_gives_the_answer_away() -> None:
    for question, answer, quote in ASKED:
        known = set(tokenise(question))
        told = {token for token in tokenise(answer) if token not in known and token not in ENGLISH.stopwords}
        assert told.isdisjoint(token for text in propose_wordings(question, answer, quote, ENGLISH) for token in tokenise(text))


@pytest.mark.parametrize("question", ["", "?", "Bridge", "Is it so?", "什么?", "When?"])
def test_a_question_in_no_known_form_gets_none_or_few(question: str) -> None:
    assert len(propose_wordings(question, "", "", ENGLISH)) <= 2


@pytest.mark.parametrize(
    ("question", "answer", "quote", "wrong"),
    [
        ("When was the engine invented?", "In 1712.", "The engine was invented in 1712.", "came up with"),
        ("What is done if space is at a premium?", "It is stacked.", "It is stacked if space is at a premium.", "is is"),
        ("When is mechanical work done?", "In 1712.", "Mechanical work is done in 1712.", "how long ago"),
        ("When is mechanical work done?", "In 1712.", "Mechanical work is done in 1712.", "when was it"),
        ("Who is Hero of Alexandria?", "A mathematician.", "Hero of Alexandria, a mathematician.", "office"),
        ("When did the museum open?", "In 1920.", "The museum opened in 1920.", "inaugurate"),
        ("What did the pandemic change?", "The city.", "The pandemic changed the city.", "covid"),
    ],
)
def test_no_wording_is_broken_or_asks_for_something_else(question: str, answer: str, quote: str, wrong: str) -> None:
    assert not any(wrong in text for text in propose_wordings(question, answer, quote, ENGLISH))


def test_an_office_is_asked_for_where_the_answer_names_one() -> None:
    assert "what office does Anna Holm hold" in propose_wordings(
        "Who is Anna Holm?", "The mayor.", "The mayor, Anna Holm.", ENGLISH
    )
