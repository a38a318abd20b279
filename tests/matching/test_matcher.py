"""The matcher: what it takes for the same question, and what it does not."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from bot.matching import Matcher
from tests.matching.phrasings import PHRASINGS
from tests.memory import texts_in_memory


@pytest.fixture(scope="module")
def matcher(cache: Path) -> Matcher:
    return Matcher(PHRASINGS, declined={"fell"}, synonyms={"treaty": ["accord"]}, cache=cache)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("what treaty was renewed", "treaty"),
        ("so which accord did they prolong?", "treaty"),
        ("waht traety was reneewd", "treaty"),
        ("volume of trade pls", "trade"),
        ("what's the trade worth", "trade"),
        ("how come trade collapsed", "fell"),
        ("谁会支持台湾", "taiwan"),
    ],
)
def test_another_wording_of_a_question_finds_its_entry(matcher: Matcher, question: str, key: str) -> None:
    ranked = matcher.rank(question)
    assert ranked[0].key == key
    assert all(1 >= match.score >= 0 for match in ranked)
    assert sorted(ranked, key=lambda match: -match.score) == list(ranked)


def test_the_exact_wording_always_wins_whatever_its_case_and_punctuation(matcher: Matcher) -> None:
    for key, wordings in PHRASINGS.items():
        for wording in wordings:
            assert matcher.rank(f"  {wording.upper()} !!")[0] == matcher.rank(wording)[0]
            assert matcher.rank(wording)[0].key == key
            assert matcher.rank(wording)[0].score == 1.0


@pytest.mark.parametrize("question", ["", " ", "???", "🐸🐸", "\u202e\u200b", "\ud800"])
def test_what_holds_no_word_matches_nothing(matcher: Matcher, question: str) -> None:
    assert matcher.rank(question) == ()
    finding = matcher.find(matcher.read(question))
    assert (finding.exact, finding.query.tokens) == (None, ())


def test_the_limit_is_kept_and_everything_can_be_ranked(matcher: Matcher) -> None:
    assert len(matcher.rank("trade", limit=1)) == 1
    assert {match.key for match in matcher.rank("trade", limit=99)} == set(PHRASINGS)


def test_one_entry_with_one_phrasing_is_enough() -> None:
    assert Matcher({"only": ["what is this"]}).rank("what's this")[0].key == "only"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_ranked_the_same_twice_and_never_raises(text: str) -> None:
    matcher = _shared_matcher()
    assert matcher.rank(text) == matcher.rank(text)
    query = matcher.read(text)
    assert query == matcher.read(text)
    found, again = matcher.find(query), matcher.find(query)
    assert found == again
    assert (found.asked.meaning == again.asked.meaning).all()  # type: ignore[union-attr]  # it has an encoder
    assert matcher.rank(query) == matcher.rank(text)


def _shared_matcher(made: list[Matcher] = []) -> Matcher:  # noqa: B006  # made once for all examples
    if not made:
        made.append(Matcher(PHRASINGS, declined={"fell"}))
    return made[0]


def test_a_wording_in_two_entries_goes_to_the_first() -> None:
    assert Matcher({"b": ["who is it"], "a": ["who is it"]}).rank("who is it")[0].key == "b"


def test_guards_name_what_speaks_against_an_answer() -> None:
    matcher = Matcher(
        {"who": ["who accompanied Xi", "which minister came with Xi"]},
        support={"who": "President Xi was accompanied by Wang Yi. He spoke with Putin."},
    )
    fired = {
        guard.name: guard.words
        for guard in matcher.find(matcher.read("why did 3 ministers refuse to accompany Biden")).signals.guards
    }
    assert fired["question word"] == fired["reason"] == ("why",)
    assert matcher.find(matcher.read("which minister accompanied Xi")).signals.guards == ()
    asked = matcher.find(matcher.read("which dog accompanied Xi"))
    assert [(guard.name, guard.words) for guard in asked.signals.guards] == [("asked for", ("dog",))]


def test_decisive_words_are_contradictions_of_the_entry_in_the_order_of_the_question() -> None:
    matcher = Matcher(
        {"who": ["who accompanied Xi", "which minister came with Xi"]},
        support={"who": "President Xi was accompanied by Wang Yi. He spoke with Putin."},
    )
    found = matcher.contradictions(matcher.find(matcher.read("why did 3 ministers refuse to accompany Biden")), "who")
    assert [(one.kind, one.word) for one in found] == [("number", "3"), ("opposite", "refuse"), ("name", "biden")]
    assert matcher.contradictions(matcher.find(matcher.read("which minister accompanied Xi")), "who") == ()


def test_the_part_that_asks_is_matched_where_the_story_around_it_would_blur_it(matcher: Matcher) -> None:
    story = "my class is arguing with my brother about football and the price of trains. "
    whole = matcher.read(f"{story}which treaty did they renew?")
    finding = matcher.find(whole)
    assert finding.whole == whole
    assert finding.query == whole.asking
    assert finding.supported[0].key == "treaty"
    assert finding.supported[0].score == matcher.rank("which treaty did they renew")[0].score


def test_both_groups_have_their_signals_and_the_familiar_words_are_weighed(matcher: Matcher) -> None:
    trade, fell = (matcher.find(matcher.read(question)) for question in ("what was trade worth", "why did trade collapse"))
    assert trade.supported[0].key == "trade"
    assert fell.declined[0].key == "fell"
    assert trade.signals.lead == -trade.declined_signals.lead > 0 > fell.signals.lead
    assert trade.familiar == 1.0 > matcher.find(matcher.read("what was the giraffe worth")).familiar > 0.0


def test_a_match_without_an_encoder_is_one_of_words_alone() -> None:
    words = Matcher(PHRASINGS, encoder="none")
    assert words.find(words.read("what treaty was renewed")).asked.meaning is None
    assert "meaning" not in words.explain(words.read("what treaty was renewed"), "treaty").similarity
    assert words.digest != Matcher(PHRASINGS).digest
    assert words.rank("waht traety was reneewd")[0].key == "treaty"


def test_a_question_in_another_language_is_matched_by_its_meaning() -> None:
    phrasings = {key: PHRASINGS[key] for key in ("treaty", "trade", "fell")}
    matcher = Matcher(phrasings)
    for question, key in (
        ("¿qué tratado se renovó?", "treaty"),
        ("сколько стоила торговля", "trade"),
        ("为什么贸易下降", "fell"),
    ):
        assert matcher.rank(question)[0].key == key


def test_evidence_tells_which_words_matched_and_how() -> None:
    matcher = Matcher({"treaty": ["which treaty was renewed"]}, synonyms={"treaty": ["accord"]})
    found = matcher.explain(matcher.read("was the accrod renewing"), "treaty")
    assert found.phrasing == "which treaty was renewed"
    assert {match.word: match.how for match in found.matched} == {"was": "exact", "accord": "synonym", "renewing": "stem"}
    assert sum(found.similarity.values()) <= 1


def test_a_long_question_is_no_trouble(matcher: Matcher) -> None:
    assert matcher.rank("what treaty was renewed " * 160)[0].key == "treaty"


def test_a_rehearsal_asks_each_wording_with_that_wording_left_out(matcher: Matcher) -> None:
    rehearsed = list(matcher.rehearse(most=100))
    assert sorted(key for key, _ in rehearsed if key) == sorted(key for key, wordings in PHRASINGS.items() for _ in wordings)
    assert all(found.exact is None for _, found in rehearsed)
    assert [key for key, _ in matcher.rehearse(most=1)] == ["treaty", "fell"]


def test_a_knowledge_in_spanish_is_read_as_spanish() -> None:
    matcher = Matcher(
        {"quien": ["¿Quién vino y con qué ministro?"], "cuanto": ["¿Cuánto costó?", "precio del puente"]}, language="es"
    )
    assert matcher.rank("quiénes vinieron, y qué ministros?")[0].key == "quien"
    assert matcher.read("el ministro y el puente").words == ("el", "ministro", "y", "el", "puente")
    assert matcher.rank("cual es el precio de los puentes")[0].key == "cuanto"


def test_a_german_noun_is_no_name_that_speaks_against_an_answer() -> None:
    phrasings, support = {"wer": ["wer baute das Haus"]}, {"wer": "Anna baute das Haus."}
    kinds = {
        language: {one.kind for one in matcher.contradictions(matcher.find(question), "wer")}
        for language in ("de", "en")
        for matcher in [Matcher(phrasings, support=support, language=language, encoder="none")]
        for question in [replace(matcher.read("wer baute denn damals die Schule"), foreign=False)]
    }
    assert kinds == {"de": set(), "en": {"name"}}


def test_a_word_that_is_cut_at_a_mark_asks_for_nothing(matcher: Matcher) -> None:
    assert matcher.find(matcher.read("which trea\u05e9\u05b8ty minister renewed it")).supported


def test_nothing_of_what_is_asked_stays_in_memory(matcher: Matcher) -> None:
    word = "".join(("zyzzo", "getonic"))  # made here, so that no constant of this file holds it
    for question in (f"is the {word} treaty renewed", word, f"why was {word}s trade weak"):
        query = matcher.read(question)
        assert matcher.find(query).whole.tokens
        assert matcher.explain(query, "treaty")
        assert matcher.rank(query)
    del question, query
    assert [text for text in texts_in_memory() if word in text and text is not word] == []


def test_the_linear_algebra_of_a_question_runs_on_one_thread_wherever_it_is_asked() -> None:
    assert {found["num_threads"] for found in threadpool_info() if found["user_api"] == "blas"} == {1}
