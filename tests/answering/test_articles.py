"""Several articles at once: which one answers, and what the asker is offered where that is not clear."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.answering import Answer, Answerer, ClosestPassages, NotSaid, OffTopic, Suggestions, likeliest, passages_of
from bot.answering.articles.names import ArticleNames
from bot.cli import main
from bot.errors import ArticleError
from bot.knowledge import Article, load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import CUSTOM_ID, Related, encode, mark
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.markup import width
from bot.surfaces.discord.pages.message import Button, Reader, Select
from bot.surfaces.discord.pages.render import render
from bot.surfaces.json import to_dict
from tests.benchmarks.generated import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    write(folder, 8)
    (folder / "tower.txt").write_text(
        "The tower of Sant'Elmo leans by two degrees.\n\nEngineers from Pisa measured it in 1998. They found water under it.\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def several(folder: Path, cache: Path) -> Answerer:
    return Answerer(load(folder), cache)


@pytest.fixture(scope="module")
def names(several: Answerer) -> list[str]:
    return [knowledge.article.name for knowledge in several.library if knowledge.entries]


def ask(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["ask", "--knowledge", str(folder), *words])


def test_the_article_that_the_question_is_about_answers(several: Answerer, names: list[str]) -> None:
    for name in names:
        town, _, topic = name.partition("-")
        reply = several.answer(f"how much did the {topic} in {town} cost?")
        assert isinstance(reply, Answer)
        assert reply.entry.passages[0].article == name


def test_what_is_left_out_of_a_reply_for_speed_changes_nothing_else(several: Answerer, names: list[str]) -> None:
    town, _, topic = names[0].partition("-")
    for question in (f"how much did the {topic} in {town} cost?", "on which date was the opening", "best ramen near campus"):
        whole, short = several.answer(question), several.answer(question, explained=False)
        assert short.reason.evidence is None
        assert replace(whole, reason=short.reason) == short


def test_the_nearest_entries_come_from_all_articles_or_from_the_one_that_is_named(several: Answerer, names: list[str]) -> None:
    town, _, topic = names[0].partition("-")
    question = f"how much did the {topic} in {town} cost?"
    found = likeliest(several, question)
    assert found is not None
    assert found.entry.key == f"{names[0]}/cost" == several.nearest(question, 1)[0].key
    assert {entry.qualifier for entry in several.nearest(question, 99, names[1])} == {names[1]}
    assert several.nearest(question, 3, "tower") == ()


def test_an_article_named_twice_is_named_once(several: Answerer, names: list[str]) -> None:
    question = f"in the {names[0]} article, on which date was the opening"
    assert several.answer(question, names[0]) == several.answer(question)


def test_on_discord_every_button_of_every_article_leads_to_its_own_entry(several: Answerer, names: list[str]) -> None:
    desk, reader = Controller(several), Reader(2**64 - 1, language("en"))
    for name in names[:3]:
        message = desk.ask("on which date was the opening", reader, name)
        buttons = [control for row in message.rows for control in row if isinstance(control, Button)]
        assert all(width(encode(button.action)) <= CUSTOM_ID for button in buttons)
        [related] = [desk.press(button.action, reader) for button in buttons if isinstance(button.action, Related)]
        [select] = [control for row in related.rows for control in row if isinstance(control, Select)]
        chosen = desk.press(select.action, reader, select.options[0][0])  # type: ignore[arg-type]
        assert chosen.text.startswith("-# ")
        assert all(f"{mark(several.entry(f'{name}/opened'))[:8]}/" in value for value, _ in select.options)


def test_a_question_that_several_articles_answer_is_given_back_with_their_names(several: Answerer) -> None:
    reply = several.answer("on which date was the opening")
    assert isinstance(reply, Suggestions)
    assert len({suggestion.article for suggestion in reply.suggestions}) == 3
    assert reply.confidence < reply.reason.threshold
    reader = Reader(1, language("en"))
    assert all(f"(in “{suggestion.article}”)" in render(several, reply, reader).text for suggestion in reply.suggestions)


@pytest.mark.parametrize(
    "form", ["in the {name} article, on which date was the opening", "{title}: on which date was the opening",
             "on which date was the opening in the story “{title}”?"]
)  # fmt: skip
def test_the_asker_may_name_the_article_in_the_question(several: Answerer, names: list[str], form: str) -> None:
    article = next(k.article for k in several.library if k.article.name == names[0])
    question = form.format(name=article.name, title=article.title)
    reply = several.answer(question)
    assert isinstance(reply, Answer)
    assert reply.entry.key == f"{names[0]}/opened"
    assert reply.question == question


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("In the Old Bridge article, who came?", "who came?"),
        ("who came, according to the story about the old bridge?", "who came ?"),
        ("who came (in the text “The Old Bridge”)", "who came"),
        ("old-bridge: who came?", "who came?"),
        ("who came in the Old Mill article?", None),
        ("who came to the old bridge?", None),
        ("The old bridge:", None),
    ],
)
def test_only_what_names_an_article_is_taken_out_of_a_question(question: str, rest: str | None) -> None:
    article = Article("old-bridge", "", "The Old Bridge", "", "", "", "", ())
    assert ArticleNames([article]).named_in(question) == (("old-bridge", rest) if rest else (None, question))


def test_the_asker_may_name_the_article_beside_the_question(folder: Path, names: list[str]) -> None:
    done = ask(folder, "--json", "--article", names[1], "on which date was the opening")
    reply = json.loads(done.output)
    assert reply["outcome"] == "answer"
    assert reply["entry"] == f"{names[1]}/opened"
    assert reply["citations"][0]["article"] == names[1]


def test_a_name_that_no_article_has_is_one_line_with_the_nearest(folder: Path, names: list[str]) -> None:
    done = ask(folder, "--article", f"{names[0]}s", "on which date was the opening")
    assert done.exit_code == 2
    assert done.output.startswith(f"no article is called “{names[0]}s”; name one of: {names[0]}")


def test_the_same_ids_in_different_articles_do_not_clash(several: Answerer, names: list[str]) -> None:
    keys = [entry.key for knowledge in several.library for entry in knowledge.entries]
    assert len(keys) == len(set(keys)) == 5 * len(names)
    assert all(several.entry(key).key == key for key in keys)


def test_ids_stay_as_written_where_one_article_has_entries(folder: Path, names: list[str]) -> None:
    assert {entry.key for entry in load(folder / f"{names[0]}.yaml")[0].entries} >= {"opened", "cost"}


def test_what_an_article_leaves_out_is_said_by_its_own_note(several: Answerer, names: list[str]) -> None:
    reply = several.answer(f"who is the architect in {names[0].partition('-')[0]}")
    assert isinstance(reply, NotSaid)
    assert reply.entry.key == f"{names[0]}/architect"


def test_a_bare_article_among_them_is_answered_with_its_passage(several: Answerer) -> None:
    reply = several.answer("when did engineers measure the tower of Sant'Elmo?")
    assert isinstance(reply, ClosestPassages)
    assert {passage.article for passage in reply.passages} == {"tower"}
    assert "Engineers from Pisa measured it in 1998." in [passage.quote for passage in reply.passages]


def test_a_question_about_none_of_them_is_declined_with_their_names(several: Answerer) -> None:
    reply = several.answer("best ramen near campus")
    assert isinstance(reply, OffTopic)
    assert reply.why == "nothing near"
    assert len(reply.articles) == len(several.library)
    assert to_dict(reply)["citations"] == []


def test_several_files_about_one_article_answer_as_one(folder: Path, cache: Path, names: list[str]) -> None:
    [knowledge] = load(folder / f"{names[0]}.yaml")
    first, second = (replace(knowledge, entries=part) for part in (knowledge.entries[:2], knowledge.entries[2:]))
    reply = Answerer([first, second], cache).answer("how many workers were there")
    assert isinstance(reply, Answer)
    assert reply.entry.id == "workers"


def test_no_article_is_called_by_an_empty_name(several: Answerer) -> None:
    with pytest.raises(ArticleError, match="no article is called"):
        several.answer("on which date was the opening", "")


def test_check_asks_each_article_alone_and_names_wordings_that_several_share(folder: Path, names: list[str]) -> None:
    done = CliRunner().invoke(main, ["check", str(folder)])
    assert done.exit_code == 0, done.output
    assert "0 errors" in done.output
    assert "warning: collisions: “on which date was the opening” of" in done.output
    assert "tower.txt: nobody has curated this article" in done.output


def test_an_article_asked_by_name_replies_as_where_it_is_the_only_one(
    several: Answerer, folder: Path, cache: Path, names: list[str]
) -> None:
    alone = Answerer(load(folder / "tower.txt"), cache)
    for question in ("what did engineers from Pisa find under the tower?", "how much does the tower lean"):
        assert several.answer(question, "tower") == alone.answer(question)
    alone = Answerer(load(folder / f"{names[0]}.yaml"), cache)
    for question in ("how many people were at the opening of it", "what did the mayor open there"):
        found, other = several.answer(question, names[0]), alone.answer(question)
        assert type(found) is type(other)
        assert (found.confidence, passages_of(found)) == (other.confidence, passages_of(other))


def test_preparing_several_articles_names_each_once_the_bare_ones_too(several: Answerer, names: list[str]) -> None:
    prepared: list[str] = []
    several.prepare(prepared.append)
    assert sorted(prepared) == sorted([*names, "tower"])
