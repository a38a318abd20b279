"""Drafts of knowledge files: what a curator starts from."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.answering import Answerer, ClosestPassages, OffTopic
from bot.cli import main
from bot.curation.draft import draft_entries, near_misses
from bot.curation.draft.sentence.clauses import main_clause
from bot.knowledge import load, read_article
from bot.language import ENGLISH
from tests.knowledge_files import write

ARTICLE = """A new bridge

New York, 25 May 1883 (ANB): Mayor Franklin Edson opened the new bridge over the East River on 24 May 1883. It cost \
$15 million, twice what was planned. The old ferry was closed in 1924 because its passengers took the bridge.

The engineer said that the crossing would change the city. “People waited for years,” said the ferryman. He later praised the mayor. \
The council owns 60 per cent of the bridge. The new bridge has four lanes. The ferry will stop in June.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def draft(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["draft", *(str(word) for word in words)])


def drafted(path: Path) -> dict[str, str]:
    """Return the drafted questions with what they are answered, or the note."""
    return {e.question: e.text for e in draft_entries(path, read_article(path)[0], ENGLISH, lambda: None)}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did Mayor Franklin Edson open the new bridge over the East River?", "On 24 May 1883."),
        ("Who opened the new bridge over the East River?", "Mayor Franklin Edson."),
        ("Who is Franklin Edson?", "Mayor."),
        ("How much did the new bridge cost?", "$15 million."),
        ("Why was the old ferry closed in 1924?", "Because its passengers took the bridge."),
        ("When was the old ferry closed?", "In 1924."),
        ("What did the engineer say about the crossing?", "That the crossing would change the city."),
        ("What did the ferryman say?", "“People waited for years.”"),
        ("What did the ferryman praise?", "The mayor."),
        ("What share of the bridge does the council own?", "60 per cent."),
        ("How many lanes does the new bridge have?", "Four lanes."),
        ("When will the ferry stop?", "In June."),
    ],
)
def test_each_fact_of_a_sentence_is_asked_for_and_answered_in_few_words(article: Path, question: str, answer: str) -> None:
    assert drafted(article)[question] == answer


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "The city paid $3 million in 1901 and spent $5 million in 1907.",
            {"When did the city pay $3 million?": "In 1901.", "How much did the city spend in 1907?": "$5 million."},
        ),
        (
            "Its alumni include 62 billionaires, 335 Rhodes Scholars and 242 judges.",
            {},
        ),
        (
            "Harvard’s alumni include 62 billionaires, 335 Rhodes Scholars and 242 judges.",
            {"How many Rhodes Scholars do Harvard’s alumni include?": "335 Rhodes Scholars."},
        ),
        (
            "In response to the boycott, on 16 October 1973, OPEC raised the price of oil by 70%.",
            {
                "Why did OPEC raise the price of oil?": "In response to the boycott.",
                "When did OPEC raise the price of oil?": "On 16 October 1973.",
                "By how much did OPEC raise the price of oil?": "By 70%.",
            },
        ),
        (
            "The Prime Minister of Malta, Dom Mintoff met the General Assembly in Valletta.",
            {
                "Who was Dom Mintoff?": "The Prime Minister of Malta.",
                "Where did Dom Mintoff meet the General Assembly?": "In Valletta.",
            },
        ),
        ("The college was renamed Harvard College in 1639.", {"What was the college renamed?": "Harvard College."}),
        ("The abbey was founded by Abbot Sugar of Reims in 1122.", {"Who founded the abbey?": "Abbot Sugar of Reims."}),
    ],
)
def test_several_facts_of_a_sentence_are_several_entries(tmp_path: Path, sentence: str, facts: dict[str, str]) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{sentence} The rest of this text is about the city and of its people.\n", encoding="utf-8")
    found = drafted(path)
    assert facts.items() <= found.items()
    assert not any("the the" in question for question in found)


def test_an_answer_has_no_dateline_and_today_is_the_day_of_it(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Rome, 3 May 2020 (ANB): The mayor opened the new bridge over the river today.\n", encoding="utf-8")
    assert drafted(path)["When did the mayor open the new bridge over the river?"] == "On 3 May 2020."
    assert not any("ANB" in text for text in drafted(path).values())


def test_every_answer_stands_in_its_sentence_in_25_words_at_most_and_passes_the_check(article: Path) -> None:
    draft(article)
    path = article.with_suffix(".yaml")
    [knowledge] = load(path)
    for entry in knowledge.drafts:
        assert len(entry.answer.split()) <= 25
        assert len(entry.question.split()) <= 18
    path.write_text(path.read_text(encoding="utf-8").replace("  draft: true\n", ""), encoding="utf-8")
    shown = CliRunner().invoke(main, ["check", str(path)]).output
    assert "stands neither in its passages" not in shown


def test_likely_questions_that_the_article_does_not_answer_are_drafted_too(article: Path) -> None:
    article.write_text("Mayor Franklin Edson opened the new bridge today. The old bridge was closed in 2018.\n", encoding="utf-8")
    found = drafted(article)
    assert found["How much did the new bridge cost?"] == "The article does not say how much the new bridge cost."
    assert found["Who closed the old bridge?"] == "The article does not say who closed the old bridge."
    assert found["Why was the old bridge closed?"] == "The article does not say why the old bridge was closed."


def test_near_misses_of_an_entry_are_gaps_of_the_article_alone(article: Path) -> None:
    text = read_article(article)[0]
    drafts = {entry.question: entry for entry in draft_entries(article, text, ENGLISH, lambda: None)}
    closed = near_misses(drafts["When was the old ferry closed?"], text, ENGLISH)
    assert [entry.question for entry in closed] == ["Who closed the old ferry?"]
    assert closed[0].sentence is None
    assert near_misses(drafts["How much did the new bridge cost?"], text, ENGLISH) == ()


def test_a_draft_loads_and_nothing_of_it_is_used_until_a_person_has_checked_it(article: Path) -> None:
    done = draft(article)
    assert done.exit_code == 0, done.output
    path = article.with_suffix(".yaml")
    [knowledge] = load(path)
    assert len(knowledge.drafts) >= 6
    assert knowledge.entries == ()
    assert isinstance(Answerer([knowledge]).answer("who opened the new bridge"), ClosestPassages)
    head = path.read_text(encoding="utf-8").partition("schema:")[0]
    assert "Nothing here" not in head  # it stays when the last draft is approved
    assert "“draft: true” is not used" in head
    path.write_text(path.read_text(encoding="utf-8").replace("  draft: true\n", ""), encoding="utf-8")
    assert [entry.id for entry in load(path)[0].entries] == [entry.id for entry in knowledge.drafts]


def test_every_drafted_entry_stands_on_its_sentence(article: Path) -> None:
    draft(article)
    drafts = load(article.with_suffix(".yaml"))[0].drafts
    text = article.read_text(encoding="utf-8")
    assert any(entry.answered for entry in drafts)
    for entry in drafts:
        assert len(entry.passages) == (1 if entry.answered else 0)
        assert all(passage.quote in text and passage.quote.endswith((".", "man.")) for passage in entry.passages)


def test_check_names_what_is_still_a_draft(article: Path) -> None:
    draft(article)
    done = CliRunner().invoke(main, ["check", str(article.with_suffix(".yaml"))])
    assert "for approval, and the bot does not use them" in done.output
    assert done.exit_code == 0


def test_the_sentences_that_entries_stand_on_are_counted_once(article: Path) -> None:
    entries = draft_entries(article, read_article(article)[0], ENGLISH, lambda: None)
    cited = {entry.sentence.number for entry in entries if entry.sentence}
    assert len(cited) < sum(entry.sentence is not None for entry in entries)
    assert f"from {len(cited)} of {len(read_article(article)[0].citable())} sentences" in draft(article).output


def test_a_file_is_never_overwritten(article: Path) -> None:
    path = article.with_suffix(".yaml")
    path.write_text("precious", encoding="utf-8")
    done = draft(article)
    assert done.exit_code == 2
    assert "is not overwritten" in done.output
    assert path.read_text(encoding="utf-8") == "precious"


def test_a_draft_lies_beside_its_article(article: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    done = draft(article, "--output", tmp_path / "elsewhere" / "bridge.yaml")
    assert done.exit_code == 2
    assert "lies beside its article" in done.output
    assert draft(article, "--output", tmp_path / "other.yaml").exit_code == 0


@pytest.mark.parametrize("name", ["bridge.md", "bridge", "bridge.TXT"])
def test_an_article_under_a_name_that_cannot_be_loaded_is_not_drafted(article: Path, name: str) -> None:
    renamed = article.rename(article.with_name(name))
    done = draft(renamed)
    assert (done.exit_code, done.output) == (2, f"{renamed}: an article is a .txt file; name it bridge.txt\n")
    assert not article.with_suffix(".yaml").exists()


def test_a_draft_is_not_written_under_a_name_that_cannot_be_loaded(article: Path) -> None:
    done = draft(article, "--output", article.with_name("other.txt"))
    assert done.exit_code == 2
    assert "a knowledge file is a .yaml file; name it other.yaml" in done.output
    assert not article.with_name("other.txt").exists()


def test_drafts_beside_a_knowledge_file_leave_its_ids_as_they_are(article: Path, tmp_path: Path) -> None:
    other = article.rename(tmp_path / "other.txt")
    write(tmp_path)
    assert draft(other).exit_code == 0
    assert {entry.key for knowledge in load(tmp_path) for entry in knowledge.entries} == {"opened-by", "old-bridge", "architect"}


def test_a_chinese_article_is_not_drafted_and_is_told_what_works(tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    path.write_text(
        "新桥于三月开通。市长说，新桥的造价是六百万欧元。旧桥倒塌了。\n\n渡船明年停运。船夫要卖船。孩子们上学更近了。\n",
        encoding="utf-8",
    )
    done = draft(path)
    assert done.exit_code == 2
    assert "drafting knows English alone; passages and phrasings work in any language" in done.output
    reply = Answerer(load(path)).answer("新桥的造价是多少欧元")
    assert isinstance(reply, ClosestPassages)
    assert "六百万欧元" in reply.passages[0].quote


@pytest.mark.parametrize("content", [b"", b"\xff\xfeT\x00", b"%PDF-1.4", b"<p>a</p><p>b</p>", b"A heading\n\nAnother\n"])
def test_what_is_no_article_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    done = draft(path)
    assert done.exit_code == 2
    assert done.output.startswith(str(path))
    assert not path.with_suffix(".yaml").exists()


def test_a_repeated_sentence_is_told_apart_so_that_the_draft_loads(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(
        "The old bridge fell in 2018. Nobody was hurt then. The old bridge fell in 2018. The new bridge stands in 2021.\n"
    )
    assert draft(path).exit_code == 0
    assert load(path.with_suffix(".yaml"))


@pytest.mark.parametrize(
    "sentence",
    ["For years people waited.", "“Go,” she said.", "What a day it was!", "Those who came early left.", "Up, up and away."],
)
def test_a_sentence_whose_beginning_is_not_plain_has_no_clause(sentence: str) -> None:
    assert main_clause(sentence, ENGLISH.lexicon) is None


def test_an_article_that_nobody_is_near_is_not_quoted(article: Path) -> None:
    assert isinstance(Answerer(load(article)).answer("best ramen near campus"), OffTopic)
