"""Paraphrases: the same question in another form, made from an entry's wordings by the language's own rules."""

from collections.abc import Callable, Iterator, Sequence

from bot.curation.probe.grammar import asks_for_doer, taken_apart
from bot.curation.probe.ground import Ground, Source
from bot.curation.probe.probed import ProbeQuestion
from bot.curation.probe.tables import BEFORE_ASKING, EMPTY, REQUESTS, STORIES
from bot.curation.probe.text import Word, bare, lower_first, replaced, words_in
from bot.knowledge import Entry
from bot.language import YESNO, tokenise

_ARTICLES = ("the", "a", "an")
_TERSE = range(2, 7)  # content words of a question that is thrown in
_LONG = 6  # letters of a word that is mistyped
_CONTRACTED = {"is": "'s", "are": "'re", "will": "'ll", "did": "'d"}
_NOT = ("did not", "was not", "were not", "is not", "does not", "will not", "has not", "have not")
_Made = Iterator[ProbeQuestion]


def paraphrases_of(entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield every paraphrase that can be made of an entry's wordings."""
    for source in ground.sources(entry):
        for make in _MAKERS:
            yield from make(source, entry, ground)


def _made(kind: str, question: str, source: Source, entry: Entry, before: str = "", after: str = "") -> ProbeQuestion:
    return ProbeQuestion(kind, question, entry.key, source.text, before, after)


def _order(source: Source, entry: Entry, ground: Ground) -> _Made:
    """Yield the wording as an indirect question, and the one that asks for the doer turned round."""
    if asks_for_doer(source.text, ground.pack):
        yield _made("order", f"who was it that {bare(source.text)[4:]}?", source, entry, "who", "who was it that")
        return
    clause = taken_apart(source.text, ground.name_words, ground.pack) if source.is_question or source.kind == YESNO else None
    if clause is None:
        return
    told, asked = clause.statement(ground.pack), lower_first(clause.asked)
    if not asked:
        yield _made("order", f"tell me whether {told}", source, entry, "", "whether")
    elif asked == "what":
        yield _made("order", f"what was it that {told}?", source, entry, "what", "what was it that")
    else:
        yield _made("order", f"I would like to know {asked} {told}", source, entry, "", "I would like to know")


def _synonyms(source: Source, entry: Entry, ground: Ground) -> _Made:
    """Yield the wording with one word in other words, those of the language and those of the file."""
    found = words_in(source.text)
    for place in range(len(found)):
        for length in (3, 2, 1):
            span = found[place : place + length]
            others = ground.synonyms.get(" ".join(word.folded for word in span), ()) if len(span) == length else ()
            if others and _is_whole(span, found, ground):
                before = source.text[span[0].start : span[-1].end]
                for other in others:
                    yield _made("synonym", replaced(source.text, span, other), source, entry, before, other)
                break


def _is_whole(span: Sequence[Word], found: Sequence[Word], ground: Ground) -> bool:
    """Say whether words are no part of a name: “the Treaty of Versailles”, or “Xi” in “Xi Jinping”."""
    place = found.index(span[0])
    beside = (*found[max(0, place - 1) : place], *found[place + len(span) : place + len(span) + 1])
    capital = any(word.text[0].isupper() and word.start > 0 for word in span)
    return not capital or not any(word.folded in ground.name_words for word in beside)


def _terse(source: Source, entry: Entry, ground: Ground) -> _Made:
    """Yield the words of the wording that say something, as people throw them in."""
    if source.kind not in ("who", "what", "when", "where", "why"):
        return
    pack = ground.pack
    tokens = tokenise(bare(source.text), pack)
    words = [word for word in tokens if word not in EMPTY]
    if tokens[0] in BEFORE_ASKING or source.about_text:
        return
    if len(words) in _TERSE and source.is_question and len([word for word in words if word not in pack.stopwords]) > 1:
        yield _made("terse", " ".join(words), source, entry)


def _contraction(source: Source, entry: Entry, _: Ground) -> _Made:
    text = source.text
    for two in _NOT:
        if f" {two} " in text:
            yield _made("contraction", text.replace(two, f"{two[:-4]}n't"), source, entry, two, f"{two[:-4]}n't")
    found = words_in(text)
    if len(found) > 3 and found[0].folded in ("what", "who", "where", "when", "how") and found[1].folded in _CONTRACTED:
        after = found[0].text + _CONTRACTED[found[1].folded]
        yield _made("contraction", replaced(text, found[:2], after), source, entry, text[: found[1].end], after)


def _framed(kind: str, frames: Sequence[str]) -> Callable[[Source, Entry, Ground], _Made]:
    """Return what yields the wording in one of some frames, another one from entry to entry."""

    def framed(source: Source, entry: Entry, ground: Ground) -> _Made:
        if source.is_question:
            text = lower_first(source.text, ground.name_words)
            frame = frames[sum(map(ord, entry.id)) % len(frames)]
            capital = text[:1].upper() + text[1:]
            question = frame.format(question=text, Question=bare(capital) if frame.endswith("please") else capital)
            yield _made(kind, question, source, entry, "", frame.format(question="…", Question="…"))

    return framed


def _typo(source: Source, entry: Entry, ground: Ground) -> _Made:
    """Yield the wording with two letters within a long word exchanged, the longest that is no name."""
    long = [w for w in words_in(source.text) if len(w.text) >= _LONG and w.text.isalpha() and w.folded not in ground.name_words]
    for word in sorted(long, key=lambda word: (-len(word.text), word.start))[:1]:
        middle = len(word.text) // 2
        typed = word.text[: middle - 1] + word.text[middle] + word.text[middle - 1] + word.text[middle + 1 :]
        if typed != word.text:
            yield _made("typo", replaced(source.text, [word], typed), source, entry, word.text, typed)


def _articles(source: Source, entry: Entry, _: Ground) -> _Made:
    found = [word for word in words_in(source.text) if word.folded in _ARTICLES]
    text = source.text
    for word in reversed(found):
        text = replaced(text, [word], "")
    if found:
        yield _made("articles", text, source, entry, found[0].text)


_MAKERS: tuple[Callable[[Source, Entry, Ground], _Made], ...] = (
    _order, _synonyms, _terse, _contraction, _framed("polite", REQUESTS), _framed("story", STORIES), _typo, _articles,
)  # fmt: skip
