"""Support: every number, date, name and quotation of an answer stands in its passages or in the article's data.

This is a lint, not a proof: it reads words, not meaning. It finds a changed figure or a name from elsewhere, not a claim
that is wrong in the right words. A note may also name what its own question asks for and what the article names anywhere,
because it says what the article does not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.errors import Fault
from bot.knowledge import Article, Entry, Manuscript, fold
from bot.language import ENGLISH, as_number, proper_names, tokenise

_NAME = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_RELATIVE_YEARS = {"next year": 1, "last year": -1}
_OPENING = " \"“‘'(["
_ENDS = ".!?:"


def unsupported(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each number, date, name or quotation that nothing stands behind."""
    knowledge = manuscript.knowledge
    replies = [entry.answer or entry.note for entry in knowledge.entries]
    known_names = proper_names([knowledge.article.text, *replies, *(entry.question for entry in knowledge.entries)])
    for entry in (*knowledge.entries, *knowledge.drafts):
        statement, field = (entry.answer, "answer") if entry.answered else (entry.note, "note")
        behind = _behind(knowledge.article, entry)
        for kind, shown in _unsupported(statement, behind, knowledge.synonyms, known_names):
            what = f"{kind} “{shown}” in the {field} of {entry.id} stands neither in its passages nor in the article's data"
            fix = "mend it, cite the passage that says it, or leave it out (this check reads words, not meaning)"
            yield manuscript.fault("support", manuscript.at(entry.id, field), what, fix, "warning")


def _behind(article: Article, entry: Entry) -> tuple[str, ...]:
    """Return the texts that may stand behind what an entry says."""
    texts = [*(passage.quote for passage in entry.passages), article.title, article.publisher, article.dateline, article.url]
    if not entry.answered:
        texts += [entry.question, *entry.phrasings, article.text]
    return tuple(text for text in texts if text)


def _unsupported(
    statement: str, behind: Sequence[str], synonyms: Mapping[str, Sequence[str]], known_names: frozenset[str]
) -> Iterator[tuple[str, str]]:
    supported = {number for text in behind for number in _numbers(text)} | _relative_years(behind)
    numbers = sorted(_numbers(statement) - supported)
    if numbers:
        yield "the number or date", "”, “".join(numbers)
    stems = _stems(behind, synonyms)
    names = [name for name in _names(statement, known_names) if not _is_known(name.casefold(), stems)]
    if names:
        yield "the name", "”, “".join(dict.fromkeys(names))
    for quoted in _QUOTED.findall(statement):
        wanted = _plain(quoted).strip(" ,.;:?!")
        if not any(wanted in _plain(text) for text in behind):
            yield "the quotation", quoted


def _is_known(word: str, stems: set[str]) -> bool:
    return ENGLISH.stem(word) in stems or bool(as_number(word))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(number for token in tokenise(text) if (number := as_number(token)))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return fold(text).text.casefold()


def _relative_years(behind: Sequence[str]) -> set[str]:
    """Return the years that "next year" and "last year" mean, seen from each year that is named."""
    shifts = [shift for words, shift in _RELATIVE_YEARS.items() if any(words in _plain(text) for text in behind)]
    years = [year for text in behind for year in _YEAR.findall(text)] if shifts else []
    return {str(int(year) + shift) for year in years for shift in shifts}


def _names(statement: str, known_names: frozenset[str]) -> Iterator[str]:
    """Yield the capitalised words; the first of a sentence only if it is a name elsewhere."""
    for found in _NAME.finditer(statement):
        word = found.group()
        before = statement[: found.start()].rstrip(_OPENING)
        begins = not before or before[-1] in _ENDS
        if word[0].isupper() and word.casefold() not in ENGLISH.stopwords and (not begins or word.casefold() in known_names):
            yield word


def _stems(behind: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the stems of texts, and those of every synonym of what stands in them."""
    words = {ENGLISH.stem(word) for text in behind for word in _words(text)}
    joined = [f" {' '.join(_words(text))} " for text in behind]
    for canonical, others in synonyms.items():
        group = [" ".join(_words(wording)) for wording in (canonical, *others)]
        if any(f" {wording} " in text for wording in group for text in joined):
            words |= {ENGLISH.stem(word) for wording in group for word in wording.split()}
    return words


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(text.casefold()))
