"""The matcher: what it takes for the same question, and what it does not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.fillers import without_fillers
from bot.language.lexicon import english
from bot.language.question_type import structure
from bot.language.spelling import Speller
from bot.language.stemming import stem
from bot.language.synonyms import Thesaurus
from bot.language.tokens import normalise, tokenise
from bot.matching import Matcher
from bot.matching.index import Index, Source, build
from bot.matching.index_file import build_or_load, fingerprint
from bot.matching.ridge import kernel, votes

PHRASINGS = {
    "treaty": ["What treaty was renewed?", "which pact did they extend", "name of the agreement that was prolonged"],
    "trade": ["How much was trade worth?", "what was the volume of trade", "value of the commerce between them"],
    "fell": ["Why did trade fall?", "what made trade collapse", "why was trade so weak"],
    "taiwan": ["台湾问题谁支持?", "谁支持中国", "哪个国家支持"],
}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(PHRASINGS, declined={"fell"}, synonyms={"treaty": ["accord"]})


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
    assert matcher.find(question).heard == ()


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
    assert matcher.find(text) == matcher.find(text)


def _shared_matcher(made: list[Matcher] = []) -> Matcher:  # noqa: B006  # made once for all examples
    if not made:
        made.append(Matcher(PHRASINGS, declined={"fell"}))
    return made[0]


def test_a_wording_in_two_entries_goes_to_the_first() -> None:
    assert Matcher({"b": ["who is it"], "a": ["who is it"]}).rank("who is it")[0].key == "b"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("ＷＨＡＴ’s\u00a0up", "what's up"), ("a\u202eb\u200d", "ab"), ("“x”—y", '"x"-y'), ("a\x00b\tc", "a b c"), ("\ud800x", "x")],
)
def test_texts_are_folded_to_one_form(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("What's China's aim?", ("what", "is", "china", "aim")),
        ("didn't they, y'all", ("did", "not", "they", "yall")),
        ("US$100bn in Q3", ("us", "$", "100", "billion", "in", "third", "quarter")),
        ("the 20th of 1,000", ("the", "20th", "of", "1000")),
        ("台湾 ok", ("台", "湾", "ok")),
        ("за́мок", ("замок",)),
        ("हिन्दी में", ("हिन्दी", "में")),
    ],
)
def test_tokens_are_words_numbers_and_single_characters(typed: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(typed) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("renewed", "renew"),
        ("treaties", "treaty"),
        ("planned", "plan"),
        ("organised", "organize"),
        ("talks", "talk"),
        ("hopes", "hoped"),
    ],
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["his", "red", "sing", "us", "2021", "политика", "glass"])
def test_a_word_without_an_ending_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


def test_the_speller_mends_towards_the_knowledge_and_leaves_real_words_alone() -> None:
    speller = Speller({"price": 3, "treaty": 1, "each": 1, "other": 1, "summit": 1}, english().is_real)
    assert speller.mend("traety") == ("treaty",)
    assert speller.mend("eachother") == ("each", "other")
    assert speller.mend("rice") == ("rice",)
    assert speller.mend("зима") == ("зима",)
    assert speller.mend("xyzzy") == ("xyzzy",)


def test_the_longest_wording_of_a_synonym_is_taken() -> None:
    thesaurus = Thesaurus({"union": ["eu", "european union"], "country": ["state"]})
    assert thesaurus.read(tuple(map(stem, ("european", "unions", "states")))) == ("union", "country")
    assert thesaurus.read(tuple(map(stem, ("european", "state")))) == ("european", "country")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("why did it fail", "why"), ("how long was it", "howlong"), ("how much", "howmany"), ("what day was it", "when"),
        ("where was he when they met", "where"), ("who came", "who"), ("how was it", "how"), ("what is it", "what"),
        ("did they meet", "yesno"), ("trade figures", "keywords"), ("what is the reason for it", "why"),
    ],
)  # fmt: skip
def test_the_kind_of_a_question_is_what_it_asks_for(question: str, kind: str) -> None:
    assert structure(tokenise(question)).kind == kind


def test_the_structure_of_a_question_tells_numbers_denials_and_presuppositions() -> None:
    found = structure(tokenise("Why was the second meeting of 2021 not held in Dec?"))
    assert found.numbers == {"2nd", "2021", "december"}
    assert found.negatives == {"not"}
    assert found.presupposes
    assert not structure(tokenise("when was the meeting held")).presupposes


def test_guards_name_what_speaks_against_an_answer() -> None:
    matcher = Matcher(
        {"who": ["who accompanied Xi", "which minister came with Xi"]},
        support={"who": "President Xi was accompanied by Wang Yi. He spoke with Putin."},
    )
    fired = {guard.name: guard.words for guard in matcher.find("why did 3 ministers refuse to accompany Biden").signals.guards}
    assert fired["question word"] == ("why",)
    assert fired["number"] == ("3",)
    assert fired["denial"] == ("refuse",)
    assert matcher.find("which minister accompanied Xi").signals.guards == ()


def test_evidence_tells_which_words_matched_and_how() -> None:
    matcher = Matcher({"treaty": ["which treaty was renewed"]}, synonyms={"treaty": ["accord"]})
    found = matcher.explain("was the accrod renewing", "treaty")
    assert found.phrasing == "which treaty was renewed"
    assert {match.word: match.how for match in found.matched} == {"was": "exact", "accord": "synonym", "renewing": "stem"}
    assert sum(found.similarity.values()) <= 1


def test_a_long_question_is_no_trouble(matcher: Matcher) -> None:
    assert matcher.rank("what treaty was renewed " * 160)[0].key == "treaty"


def test_few_wordings_solved_once_score_as_the_nearest_ones_solved_for_the_question() -> None:
    index = build(SOURCE, english())
    many = replace(index, coefficients=index.coefficients[:0])
    read = index.reader.read
    for question in ("which treaty did they renew", "why was trade so weak in 2020", "谁支持台湾"):  # all vote both times
        assert np.allclose(index.scores(read(question)), many.scores(read(question)), atol=1e-4)


def test_a_wording_that_is_left_out_does_not_vote() -> None:
    index = build(SOURCE, english())
    reading = index.reader.read(PHRASINGS["treaty"][0])
    with_it, without_it = index.scores(reading)[0], index.scores_without(0, reading)[0]
    assert with_it > 0.8 > without_it


def test_leaving_a_wording_out_in_closed_form_is_solving_without_it() -> None:
    index = build(SOURCE, english())
    everything = kernel(index.space.products(), index.signs.among(np.arange(len(index.labels))))
    for row, text in enumerate(text for texts in PHRASINGS.values() for text in texts):
        others = np.delete(np.arange(len(index.labels)), row)
        solved = votes(everything[np.ix_(others, others)], everything[row, others], index.labels[others], len(index.keys))
        assert np.allclose(index.scores_without(row, index.reader.read(text)), solved, atol=1e-4)


def test_a_rehearsal_asks_each_wording_with_that_wording_left_out(matcher: Matcher) -> None:
    rehearsed = list(matcher.rehearse(most=100))
    assert sorted(key for key, _ in rehearsed if key) == sorted(key for key, wordings in PHRASINGS.items() for _ in wordings)
    assert all(found.exact is None for _, found in rehearsed)
    assert [key for key, _ in matcher.rehearse(most=1)] == ["treaty", "fell"]


@pytest.mark.parametrize(
    ("wrapped", "plain"),
    [
        ("hi all, sorry if dumb question but what was renewed lol", "what was renewed"),
        ("Good evening, I would like to know who came.", "who came"),
        ("could you please tell me when they met? need it for my essay due at midnight", "when they met"),
        ("which one was it, my prof keeps asking", "which one was it"),
        ("according to the article, is it big", "is it big"),
        ("hello", "hello"),
        ("tell me a joke", "tell me a joke"),
    ],
)
def test_what_is_said_around_a_question_is_no_part_of_it(wrapped: str, plain: str) -> None:
    assert " ".join(without_fillers(tokenise(wrapped))) == plain


def kept(source: Source, folder: Path) -> Index:
    return build_or_load(source, fingerprint(source), folder)


SOURCE = Source(PHRASINGS, {"treaty": "The treaty."}, {"treaty": ["pact"]})


def test_an_index_from_the_cache_is_the_index_that_was_built(tmp_path: Path) -> None:
    built = kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    loaded = kept(SOURCE, tmp_path)
    assert file.stat().st_mtime_ns == before, "it was read, not built again"
    assert loaded.keys == built.keys
    assert loaded.vocabulary == built.vocabulary
    assert np.array_equal(loaded.coefficients, built.coefficients)
    assert loaded.lexicon.words() == built.lexicon.words()
    question = built.reader.read("which treaty did they renew")
    assert np.array_equal(loaded.scores(question), built.scores(question))


def test_any_key_and_any_wording_is_kept(tmp_path: Path) -> None:
    odd = {"a\nb": ["what is it"], "\ud800": ["who \ud800 is it"], "": ["???"]}
    for matcher in (Matcher(odd, cache=tmp_path), Matcher(odd, cache=tmp_path)):
        assert matcher.rank("what is it", limit=9)[0].key == "a\nb"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 rubbish", b"x" * 1000])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, content: bytes) -> None:
    kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    sound = file.read_bytes()
    for damaged in (content, sound[: len(sound) // 2], sound[:2000] + b"\0\1\2\3" + sound[2004:]):
        file.write_bytes(damaged)
        assert np.array_equal(kept(SOURCE, tmp_path).labels, build(SOURCE, english()).labels)
        assert file.read_bytes() == sound


def test_another_knowledge_has_another_cache_file(tmp_path: Path) -> None:
    kept(SOURCE, tmp_path)
    kept(Source({**PHRASINGS, "new": ["something new"]}, {}, {}), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert kept(SOURCE, blocked / "cache").keys == tuple(PHRASINGS)
