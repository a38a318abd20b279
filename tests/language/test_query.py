"""A question as it is read: corrected, without what was said around it, and what it asks for."""

import pytest

from bot.language import ENGLISH, Reader, Speller, Thesaurus, load_pack, tokenise
from bot.language.query import without_fillers
from bot.language.question_type import structure

SPANISH, GERMAN = load_pack("es"), load_pack("de")
WORDS = {"price": 3, "treaty": 1, "each": 1, "other": 1, "summit": 1}


def reader_of(words: dict[str, int]) -> Reader:
    return Reader(Speller(words, ENGLISH.lexicon.is_real), (), ENGLISH, words.keys())


def test_the_speller_corrects_towards_the_knowledge_and_leaves_real_words_alone() -> None:
    speller = Speller(WORDS, ENGLISH.lexicon.is_real)
    assert speller.correct("traety") == ("treaty",)
    assert speller.correct("eachother") == ("each", "other")
    assert speller.correct("rice") == ("rice",)
    assert speller.correct("зима") == ("зима",)
    assert speller.correct("xyzzy") == ("xyzzy",)


def test_the_speller_corrects_nothing_where_the_language_lists_no_words() -> None:
    assert Speller(WORDS, GERMAN.lexicon.is_real).correct("traety") == ("traety",)


def test_the_longest_wording_of_a_synonym_is_taken() -> None:
    thesaurus = Thesaurus({"union": ["eu", "european union"], "country": ["state"]})
    assert thesaurus.read(tuple(map(ENGLISH.stem, ("european", "unions", "states")))) == ("union", "country")
    assert thesaurus.read(tuple(map(ENGLISH.stem, ("european", "state")))) == ("european", "country")


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


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("¿Por qué fracasó?", "why"), ("¿Cuánto tiempo duró?", "howlong"), ("¿Cuántos barcos hay?", "howmany"),
        ("cuando se abrió", "when"), ("¿Quién vino y dónde?", "where"), ("¿Es grande?", "yesno"), ("cifras del comercio", "keywords"),
    ],
)  # fmt: skip
def test_spanish_questions_are_of_the_same_kinds(question: str, kind: str) -> None:
    assert structure(tokenise(question, SPANISH), SPANISH).kind == kind


def test_a_question_in_a_language_without_a_pack_asks_for_nothing_in_particular() -> None:
    found = structure(tokenise("who came on 3 May and why not?", GERMAN), GERMAN)
    assert (found.kind, found.negatives, found.presupposes) == ("keywords", frozenset(), False)
    assert found.numbers == {"3"}


def test_the_structure_of_a_question_tells_numbers_denials_and_presuppositions() -> None:
    found = structure(tokenise("Why was the second meeting of 2021 not held in Dec?"))
    assert found.numbers == {"2nd", "2021", "december"}
    assert found.negatives == {"not"}
    assert found.presupposes
    assert not structure(tokenise("when was the meeting held")).presupposes


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


def test_what_one_reader_read_another_corrects_towards_its_own_words() -> None:
    read = reader_of({"treaty": 1}).read("Was the traety about sumits?")
    again = reader_of({"summit": 1, "summits": 1}).reread(read)
    assert (again.text, again.tokens, again.capitals) == (read.text, read.tokens, read.capitals)
    assert again == reader_of({"summit": 1, "summits": 1}).read(read.text)


@pytest.mark.parametrize(
    "text",
    [
        "谁支持台湾", "北京的峰会什么时候举行", "когда продлили договор", "кто приехал", "¿Quién vino con el ministro a la cumbre?",
        "quién apoya a Taiwán según el artículo", "Wer kam mit dem Minister zum Gipfel?", "Warum wurde der Vertrag verlängert?",
    ],
)  # fmt: skip
def test_a_text_in_another_language_is_told(text: str) -> None:
    assert reader_of(WORDS).read(text).foreign


@pytest.mark.parametrize(
    "text",
    [
        "waht traety was reneewd", "wich traety did tehy renwe in the sumit", "how mcuh did teh birdge csot", "teh prise???",
        "trade figures please", "omg wtf lol idk tbh", "who is Xi Jinping", "treaty", "2021?", "", "🐸",
        "the word договор in the treaty, what does it mean", "what does 'wer kam' mean in the article",
    ],
)  # fmt: skip
def test_english_with_typos_names_or_a_foreign_word_is_not_foreign(text: str) -> None:
    assert not reader_of(WORDS).read(text).foreign


def test_what_the_knowledge_itself_has_is_not_foreign() -> None:
    text = "Nadbrezje Kranjska Zelezarna"
    assert reader_of(WORDS).read(text).foreign
    assert not reader_of(dict.fromkeys(text.casefold().split(), 1)).read(text).foreign


def test_where_the_language_has_no_pack_nothing_is_foreign() -> None:
    german = Reader(Speller(WORDS, GERMAN.lexicon.is_real), (), GERMAN)
    assert not german.read("who came with the minister").foreign
    assert not german.read("когда продлили договор").foreign


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("Was the TRAETY “renewed” at the sumit, Xi?", "Was the treaty “renewed” at the summit, Xi?"),
        ("They know eachother?!", "They know each other?!"),
        ("The treaty of 2001 (US$100bn) – ok?", "The treaty of 2001 (US$100bn) – ok?"),
        ("see <https://example.org> the treaty", "see   the treaty"),
    ],
)
def test_words_are_corrected_in_place_and_all_else_stays_as_it_was_typed(typed: str, corrected: str) -> None:
    assert reader_of(WORDS).read(typed).corrected == corrected


def test_the_asking_part_is_read_alone_and_a_wording_is_read_whole() -> None:
    reader = reader_of(WORDS)
    text = "My boss told me about 2019. Which traety was signed at the summit?"
    read = reader.read(text)
    assert read.asking is not None
    assert read.asking == reader.read_wording("Which traety was signed at the summit")
    assert [sorted(one.structure.numbers) for one in (read, read.asking)] == [["2019"], []]
    assert reader.read_wording(text).asking is None
    assert reader.read("Which treaty was signed?").asking is None


def test_what_one_reader_read_another_rereads_by_its_asking_part() -> None:
    read = reader_of({"treaty": 1}).read("My boss told me about 2019. Which sumit was held with the traety?")
    again = reader_of({"summit": 1}).reread(read)
    assert "summit" in again.words
    assert "2019" not in again.words
