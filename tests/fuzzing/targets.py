"""What is fuzzed: functions of one text that raise only what is wrong. Documented errors are part of how each is meant to behave."""

import atexit
import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError
from rich.console import Console

from bot.answering import Answer, Answerer, NotSaid, Outcome, Reason, Suggestion, Suggestions, exchange
from bot.curation.evaluate import read_questions
from bot.errors import KnowledgeError, QuestionsError
from bot.knowledge import (
    Article,
    Entry,
    Knowledge,
    QuoteFields,
    StrictYamlError,
    cut,
    find_between,
    fold,
    load,
    parse_yaml,
    read_article,
    read_manuscript,
)
from bot.knowledge.schema import ArticleFields, EntryFields
from bot.language import Reader as TextReader
from bot.language import Speller, harmless, harmless_json, leaning, load_pack, normalise, questions_in, tokenise
from bot.surfaces.discord.autocomplete import CHOSEN
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import Delete, Erase, Related, Setting, Vote, Why, Wrong, decode, encode, mark
from bot.surfaces.discord.pages.message import Reader
from bot.surfaces.discord.pages.render import render
from bot.surfaces.json import to_json
from bot.surfaces.terminal import Terminal
from tests.ferry import ARTICLE, DATA, KNOWLEDGE
from tests.surfaces.discord.messages import READERS, check, pressable

OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PACKS = [load_pack(language) for language in ("en", "es", "ru", "zh", "ar", "xx")]
_REASON = Reason.nothing_matched(0.5)
_NO_MESSAGE = Delete | Vote | Wrong | Setting | Erase  # what the surface does by itself


@cache
def _ferry() -> Knowledge:
    return load(DATA / "ferry.yaml")[0]


@cache
def _answerer() -> Answerer:
    return Answerer([_ferry()], encoder="none")


@cache
def _controller() -> Controller:
    return Controller(_answerer())


@cache
def _folder() -> Path:
    """Return a folder for files that must be read from somewhere; it goes when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, folder)
    return folder


def _file(name: str, text: str) -> Path:
    path = _folder() / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def _one_line_each(error: KnowledgeError) -> None:
    for fault in error.faults:
        assert len(str(fault).splitlines()) == 1, fault
        assert fault.what
        assert fault.fix


def fuzz_yaml(text: str) -> None:
    """A knowledge file's form: parsed or refused at a place within it; every value has a place."""
    with suppress(StrictYamlError):
        assert () in parse_yaml(text).places


def fuzz_knowledge(text: str) -> None:
    """A knowledge file beside the ferry's article: every passage of what is proven is a slice of it."""
    try:
        found = read_manuscript(DATA / "ferry.yaml", text)
    except KnowledgeError as error:
        _one_line_each(error)
        return
    _one_line_each(KnowledgeError(found.faults))
    for entry in (*found.knowledge.entries, *found.knowledge.drafts):
        for passage in entry.passages:
            assert found.knowledge.article.text[passage.start : passage.end] == passage.quote


def fuzz_article(text: str) -> None:
    """A bare article: its sentences stand in order, and what is quoted is found where it stands."""
    try:
        article, _ = read_article(_file("article.txt", text))
    except KnowledgeError as error:
        _one_line_each(error)
        return
    _check_sentences(article)
    folded = fold(article.text)
    for sentence in article.sentences[:5]:
        found = article.passage(sentence.start, sentence.end)
        assert article.sentences_within(found) == (sentence,)
        assert article.shown(found) == found.quote
        if fold(found.quote).text.strip():
            assert find_between(QuoteFields.model_construct(quote=found.quote, prefix="", suffix=""), folded)


def _check_sentences(article: Article) -> None:
    assert article.sentences == cut(article.text, frozenset()) or any(s.caption for s in article.sentences)
    end = 0
    for number, sentence in enumerate(article.sentences, start=1):
        assert sentence.number == number
        assert end <= sentence.start < sentence.end <= len(article.text)
        assert article.paragraph_at(sentence.start) == sentence.paragraph
        end = sentence.end


def fuzz_text(text: str) -> None:
    """Any text as it is read, in every language: never an error; what was folded folds to itself."""
    folded = normalise(text)
    assert folded.isprintable() or not folded.isascii()
    for pack in _PACKS:
        tokens = tokenise(text, pack)
        assert all(tokens)
        TextReader(Speller({"ferry": 2, "terminal": 3}, pack.lexicon.is_real), (), pack).read(text[:4000])
        leaning(text[:4000], pack)
        questions_in(text[:4000], pack)


def fuzz_terminal(text: str) -> None:
    """What a terminal is given: nothing that it would obey."""
    assert not OBEYED.search(harmless(text))
    assert json.loads(harmless_json(json.dumps(text, ensure_ascii=False))) == text


def fuzz_matcher(text: str) -> None:
    """A question and what follows it: the same reply twice, on every surface."""
    reply = _answerer().answer(text)
    assert reply == _answerer().answer(text)
    followed = _answerer().answer(text[::-1], before=exchange(reply, None))
    for outcome in (reply, followed):
        _check_terminal(_answerer(), outcome)
        said = json.loads(to_json(outcome))
        assert 0 <= said["confidence"] <= 1
        for citation in said["citations"]:
            assert ARTICLE[citation["start"] : citation["end"]] == citation["quote"]


def _check_terminal(answerer: Answerer, outcome: Outcome) -> None:
    out = io.StringIO()
    Terminal(answerer, Console(file=out, width=80, color_system=None)).show(outcome)
    Terminal(answerer, Console(file=out, width=20, color_system=None)).explain(outcome)
    assert not OBEYED.search(out.getvalue())


def fuzz_message(text: str) -> None:
    """What Discord and a terminal show where a knowledge file and its article hold this text in every place that may."""
    knowledge = _planted(text)
    if knowledge is None:
        return
    answerer, answered, unanswered = Answerer([knowledge], encoder="none"), *knowledge.entries
    outcomes: Iterable[Outcome] = (
        Answer(text, 0.9, _REASON, answered),
        NotSaid(text, 0.9, _REASON, unanswered, ()),
        Suggestions(text, 0.4, _REASON, (Suggestion(answered, 0.4), Suggestion(unanswered, 0.3))),
    )
    for outcome in outcomes:
        _check_terminal(answerer, outcome)
        for reader in READERS[:: len(READERS) // 3]:
            check(render(answerer, outcome, reader))
    _press_everything(Controller(answerer), answered, READERS[0])


def _press_everything(controller: Controller, entry: Entry, reader: Reader) -> None:
    message = controller.ask(f"{CHOSEN}{mark(entry)}", reader)
    check(message)
    for button in pressable(message):
        if not isinstance(button.action, _NO_MESSAGE | Related | Why):  # these need an index, which takes long to build
            check(controller.press(button.action, reader))
    check(controller.article(reader.language))
    check(controller.topics(reader.language))


def _planted(text: str) -> Knowledge | None:
    """Return the ferry's knowledge with a text in every place; None where a knowledge file may not hold it."""
    half = text[: len(text) // 2]
    try:
        asked = EntryFields(id="x", question=text[:100], topic=half[:1000], answer=text[:1000], passages=(text[-1000:],))
        told = ArticleFields(file="ferry.txt", sha256="0" * 64, title=text, publisher=half, dateline=text)
        article = replace(_read(text), title=told.title, publisher=told.publisher, dateline=told.dateline)
    except (ValidationError, KnowledgeError):
        return None
    first, last = article.sentences[0], article.sentences[-1]
    passages = article.passage(first.start, min(first.end, first.start + 1000)), article.passage(last.start, last.end)
    entry = replace(_ferry().entries[0], question=asked.question, topic=asked.topic, answer=asked.answer, passages=passages)
    note = replace(entry, id="y", answer="", note=asked.answer)
    return replace(_ferry(), article=article, entries=(entry, note))


def _read(text: str) -> Article:
    return read_article(_file("ferry.txt", text))[0]


def fuzz_custom_id(text: str) -> None:
    """The custom id of a press: none of ours, or an action that is written as another of the same meaning, and answered."""
    action = decode(text)
    if action is None:
        return
    assert decode(encode(action)) == action
    if len(text) <= 100 and not isinstance(action, _NO_MESSAGE):
        check(_controller().press(action, READERS[0], chosen=text))


def fuzz_questions(text: str) -> None:
    """A file of labelled questions: read, or refused line by line."""
    with suppress(QuestionsError):
        assert read_questions(_file("questions.jsonl", text))


_WORDINGS = [line.strip(" -\n") for line in KNOWLEDGE.split("\n") if line.startswith("      - ")]
_LABELLED = {"id": "1", "kind": "answerable", "q": "who paid", "gold": ["S1"], "must": [["a", "b"]], "notes": {"architect": True}}
_IDS = ["related:terminal-cost", "context:0a1b2c3d:0-5.7-9:1:w", "why:terminal-cost:how much", "delete:123", "choose:12:architect",
        "pick", "topics:1:w", "jump", "read:0a1b2c3d:2:w", "about"]  # fmt: skip
TARGETS: dict[str, tuple[Callable[[str], None], list[str]]] = {
    "yaml": (fuzz_yaml, [KNOWLEDGE, KNOWLEDGE[:1200], "a: [b, {c: d}]\n", '"\\x41"', "- |\n  a\n- >-\n  b\n"]),
    "knowledge": (fuzz_knowledge, [KNOWLEDGE, KNOWLEDGE[:1100]]),
    "article": (fuzz_article, [ARTICLE, "One. Two.\n\nA heading\nThree “four.” Five"]),
    "text": (fuzz_text, [*_WORDINGS, *ARTICLE.split("\n")]),
    "terminal": (fuzz_terminal, [ARTICLE, *_WORDINGS]),
    "matcher": (fuzz_matcher, [*_WORDINGS, "and when?", "what about the pier, and who paid? and when did it burn?"]),
    "message": (fuzz_message, [*_WORDINGS, ARTICLE]),
    "custom_id": (fuzz_custom_id, _IDS),
    "questions": (fuzz_questions, [json.dumps(_LABELLED), json.dumps(_LABELLED) + "\n\n" + json.dumps({**_LABELLED, "id": "2"})]),
}
"""Each function by its name, with the inputs that others are made from."""
