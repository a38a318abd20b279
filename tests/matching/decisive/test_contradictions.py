"""Decisive words: what makes a question another one than the entry it resembles, and what does not."""

from pathlib import Path

import pytest

from bot.matching import Matcher

PHRASINGS = {
    "opening": [
        "When was the Sava bridge opened?",
        "on which date did mayor Novak open the bridge",
        "in which year was the new bridge opened",
        "date when Novak opened the bridge",
        "what year did the bridge open",
    ],
    "cost": ["How much did the bridge cost?", "price of the bridge in euros", "what was paid for the bridge"],
    "plan": ["What did the council agree to?", "why did the council agree", "was the plan supported by the council"],
    "traffic": ["Why did traffic rise?", "what made traffic rise", "how did traffic rise in the town"],
    "praise": ["What did mayor Novak praise architect Kos for?", "why did Novak praise Kos", "how did Novak thank Kos"],
    "ferry": ["Who sailed the ferry before?", "who was the ferryman", "who sailed the ferry across the river"],
    "toll": ["Why is there no toll?", "why does nobody pay a toll", "who decided not to ask for a toll"],
}
SUPPORT = {
    "opening": "Mayor Novak opened the bridge over the Sava in May 2020. It was the second bridge in the town.",
    "cost": "The bridge cost 6 million euros.",
    "plan": "The council agreed to the plan of the architect.",
    "traffic": "Traffic rose in the town after the bridge.",
    "praise": "Mayor Novak praised the architect Kos for the drawings.",
    "ferry": "Ferryman Horvat sailed the ferry for 30 years.",
    "toll": "There is no toll.",
}


@pytest.fixture(scope="module", params=["use", "none"])
def matcher(request: pytest.FixtureRequest, cache: Path) -> Matcher:
    """The matcher, with the encoder and without: decisive words are decisive whatever tells the meaning."""
    return Matcher(PHRASINGS, support=SUPPORT, encoder=request.param, cache=cache)


def found(matcher: Matcher, question: str, key: str) -> list[tuple[str, str]]:
    contradictions = matcher.contradictions(matcher.find(matcher.read(question)), key)
    return [(one.kind, one.word) for one in contradictions]


@pytest.mark.parametrize(
    ("question", "key", "kind", "word"),
    [
        ("when was the bridge opened in 2019", "opening", "number", "2019"),
        ("was the bridge opened in 2019", "opening", "number", "2019"),
        ("when was the third bridge opened", "opening", "number", "third"),
        ("price of the bridge in 7 euros", "cost", "number", "7"),
        ("when did Horvat open the bridge", "opening", "name", "horvat"),
        ("when did Smith open the bridge", "opening", "name", "smith"),
        ("how much did the US bridge cost", "cost", "name", "us"),
        ("when did president Novak open the bridge", "opening", "title", "president"),
        ("when did the former mayor open the bridge", "opening", "restriction", "former"),
        ("when was the last bridge opened", "opening", "restriction", "last"),
        ("when was the newest bridge over the Sava opened", "opening", "restriction", "newest"),
        ("when was the bridge not opened", "opening", "negation", "not"),
        ("why did the council never agree", "plan", "negation", "never"),
        ("why did traffic fall", "traffic", "opposite", "fall"),
        ("which date was the bridge shut down", "opening", "opposite", "shut"),
        ("why did the council disagree", "plan", "opposite", "disagree"),
        ("why was the plan unsupported by the council", "plan", "opposite", "unsupported"),
        ("why did Kos praise Novak", "praise", "roles", "praise"),
        ("when was the ferry opened", "opening", "elsewhere", "ferry"),
        ("how much did the ferryman pay for the bridge", "cost", "elsewhere", "ferryman"),
    ],
)
def test_a_word_that_asks_for_something_else_contradicts(matcher: Matcher, question: str, key: str, kind: str, word: str) -> None:
    assert found(matcher, question, key) == [(kind, word)]


PLAIN = {
    "school": ["Which parents were glad about the new school?", "who liked the national school", "did the town build a school"],
    "harbour": ["What did the harbour promise the town?", "when was the harbour wall built", "how was the harbour wall paid"],
}


@pytest.mark.parametrize(
    ("question", "key", "kind", "word"),
    [
        ("which parents were sad about the new school", "school", "opposite", "sad"),
        ("who liked the international school", "school", "opposite", "international"),
        ("what didn't the harbour promise the town", "harbour", "negation", "not"),
    ],
)
def test_a_question_one_word_apart_from_a_wording_is_another_one(question: str, key: str, kind: str, word: str) -> None:
    support = {"school": "No parents were unhappy about the school.", "harbour": "The harbour did not promise a wall."}
    assert found(Matcher(PLAIN, support=support, encoder="none"), question, key) == [(kind, word)]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("did the sad parents who liked the national school build it", "school"),
        ("were the parents sad about the new school", "school"),
        ("how did the town build a school", "school"),
        ("which parents were happy about the new school", "school"),
    ],
)
def test_a_question_further_apart_or_for_yes_or_no_is_left_to_the_other_rules(question: str, key: str) -> None:
    assert found(Matcher(PLAIN, encoder="none"), question, key) == []


@pytest.mark.parametrize(
    ("question", "key", "expected"),
    [
        ("why did the town build a school", "school", [("reason", "why")]),
        ("for what reason was a wall built", "harbour", [("reason", "for")]),
        ("when did the town build a school", "school", [("time", "when")]),
        ("when did they begin on the harbour wall", "harbour", []),
    ],
)
def test_what_asks_why_or_when_of_an_entry_that_is_never_asked_so_contradicts(
    question: str, key: str, expected: list[tuple[str, str]]
) -> None:
    assert found(Matcher(PLAIN, encoder="none"), question, key) == expected


def test_an_entry_that_tells_a_reason_may_be_asked_why() -> None:
    appeal = {"appeal": ["What did the court reject?", "which appeal did the court reject"]}
    late, sunday = "The court rejected it because it came too late.", "The court rejected it on a Sunday."
    question = "why did the court reject the appeal"
    assert found(Matcher(appeal, support={"appeal": late}, encoder="none"), question, "appeal") == []
    assert found(Matcher(appeal, support={"appeal": sunday}, encoder="none"), question, "appeal") == [("reason", "why")]


def test_a_question_with_the_denial_of_one_wording_is_not_another_one_because_others_lack_it() -> None:
    support = {"harbour": "The harbour did not promise a wall."}
    both = {"harbour": [*PLAIN["harbour"], "what was it that the harbour did not promise to the town"]}
    question = "what didn't the harbour promise the town"
    assert found(Matcher(PLAIN, support=support, encoder="none"), question, "harbour") == [("negation", "not")]
    assert found(Matcher(both, support=support, encoder="none"), question, "harbour") == []


def test_the_other_end_of_a_scale_asks_for_the_same_measure() -> None:
    terminal = {"cost": ["How expensive was the new terminal?", "was the expensive terminal paid by the town"]}
    apart = Matcher(terminal, encoder="none")
    assert found(apart, "how cheap was the new terminal", "cost") == []
    assert found(apart, "what about the cheap new terminal", "cost") == [("opposite", "cheap")]


def test_an_entry_that_has_a_date_may_be_asked_when() -> None:
    dated = Matcher(PLAIN, support={"school": "The school was built in 1921."}, encoder="none")
    assert found(dated, "when did the town build a school", "school") == []


def test_the_month_and_the_year_of_the_article_itself_claim_nothing() -> None:
    dated = Matcher(PHRASINGS, support=SUPPORT, date="Novigrad, 15 June 2021", encoder="none")
    assert found(dated, "did they praise Kos in June 2021", "praise") == []
    assert found(dated, "did they praise Kos in June 2022", "praise") == [("number", "2022")]
    assert found(dated, "did 15 praise Kos", "praise") == [("number", "15")]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("when was the bridge opened that made the best headline", "opening"),
        ("nobody in my chat group knows when the bridge was opened", "opening"),
    ],
)
def test_a_restriction_or_a_denial_of_something_else_is_free(matcher: Matcher, question: str, key: str) -> None:
    assert found(matcher, question, key) == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("when was the bridge opened in 2020", "opening"),
        ("when did mayor Novak open the second bridge", "opening"),
        ("when did Novak inaugurate it", "opening"),
        ("what was spent on the thing in the town", "cost"),
        ("how much did the bridge cost us", "cost"),
        ("why did Novak praise Kos", "praise"),
        ("why is nobody paying a toll", "toll"),
    ],
)
def test_what_the_entry_has_and_a_mere_paraphrase_contradict_nothing(matcher: Matcher, question: str, key: str) -> None:
    assert found(matcher, question, key) == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("was the bridge opened in 2019 or 2020", "opening"),
        ("was it Novak or Smith who opened the bridge", "opening"),
        ("was the bridge opened or shut", "opening"),
        ("was it the first or the last bridge that was opened", "opening"),
    ],
)
def test_alternatives_claim_nothing(matcher: Matcher, question: str, key: str) -> None:
    assert found(matcher, question, key) == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("did traffic fall", "traffic"),
        ("did the council disagree", "plan"),
        ("did the council not agree to the plan", "plan"),
    ],
)
def test_a_question_for_yes_or_no_claims_neither_an_opposite_nor_a_denial(matcher: Matcher, question: str, key: str) -> None:
    assert found(matcher, question, key) == []


@pytest.mark.parametrize(
    "question",
    [
        "when was the bridge opened, or not",
        "when was the bridge opened, not sure if I missed it",
        "the mayor opened the bridge in May 2020, isn't it?",
        "the mayor opened the bridge in May 2020, didn't he?",
        "the bridge was opened in 2020, wasn't it?",
    ],
)
def test_a_tag_denies_nothing(matcher: Matcher, question: str) -> None:
    assert found(matcher, question, "opening") == []


def test_a_question_with_a_denial_in_it_is_no_tag(matcher: Matcher) -> None:
    assert found(matcher, "the new bridge, why wasn't it opened", "opening") == [("negation", "not")]
    assert found(matcher, "the council and the plan: why didn't they", "plan") == [("negation", "not")]


def test_words_of_the_story_contradict_nothing(matcher: Matcher) -> None:
    story = "I was there in 2019 with my friend Smith and never saw our president. "
    assert found(matcher, f"{story}When was the bridge opened?", "opening") == []
    assert found(matcher, "When was the bridge opened in 2019 by Smith?", "opening") == [("number", "2019"), ("name", "smith")]


def test_how_an_answer_should_be_written_is_not_what_is_asked(matcher: Matcher) -> None:
    assert found(matcher, "price of the bridge in 5 words", "cost") == []
    assert found(matcher, "price of the bridge in 5 euros", "cost") == [("number", "5")]


def test_of_a_question_in_another_language_only_numbers_contradict(matcher: Matcher) -> None:
    assert found(matcher, "когда Смит закрыл мост в 2019", "opening") == [("number", "2019")]
    assert found(matcher, "когда был открыт мост в 2020", "opening") == []


def test_a_word_of_other_entries_contradicts_only_where_nothing_else_does(matcher: Matcher) -> None:
    assert found(matcher, "when was the ferry opened in 2019", "opening") == [("number", "2019")]


MILL = {
    "opened": ["When did Anna Kos open the restored mill?", "what day did Anna Kos open the restored mill"],
    "built": ["When was the mill built?", "when was the mill constructed"],
}


def test_a_question_that_another_entry_has_all_of_is_not_about_the_one_that_lacks_a_word_of_it() -> None:
    apart = {
        "opened": "On 3 May 2020.\nAnna Kos opened the restored mill on 3 May 2020.",
        "built": "In 1648.\nThe mill was built in 1648.",
    }
    assert found(Matcher(MILL, support=apart, encoder="none"), "when was the mill opened", "built") == [("elsewhere", "opened")]


def test_entries_that_stand_on_the_same_sentence_may_answer_for_one_another() -> None:
    sentence = "The mill was built in 1648 and opened in 2020 by Anna Kos."
    together = {"opened": f"In 2020.\n{sentence}", "built": f"In 1648.\n{sentence}"}
    assert found(Matcher(MILL, support=together, encoder="none"), "when was the mill opened", "built") == []


TREATY = {
    "treaty": ["Which treaty was renewed?", "what pact did they extend"],
    "others": ["Who came besides Kos?", "who else came"],
}


@pytest.mark.parametrize(
    ("question", "key", "expected"),
    [
        ("which treaty apart from the friendship treaty was renewed", "treaty", [("exception", "friendship")]),
        ("other than the friendship treaty, what did they renew", "treaty", [("exception", "friendship")]),
        ("which treaty was renewed apart from all the rest", "treaty", []),
        ("who came apart from Kos", "others", []),
    ],
)
def test_who_asks_for_others_beside_a_thing_does_not_ask_for_it(question: str, key: str, expected: list[tuple[str, str]]) -> None:
    support = {"treaty": "The friendship treaty was renewed.", "others": "Kos came with other officials."}
    assert found(Matcher(TREATY, support=support, encoder="none"), question, key) == expected
