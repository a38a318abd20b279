"""Support: every number, date, name and quotation of an answer stands in its passages or in the article's data.

This is a lint, not a proof: it reads words, not meaning. It finds a changed figure or a name from elsewhere, not a claim
that is wrong in the right words. A note may also name what its own question asks for and what the article names anywhere,
because it tells what is not said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.errors import Fault
from bot.knowledge import Article, Entry
from bot.knowledge.manuscript import Manuscript
from bot.knowledge.proof import fold
from bot.matching.english import STOPWORDS
from bot.matching.guards import names as names_of
from bot.matching.stemmer import stem
from bot.matching.structure import as_number
from bot.matching.text import tokenise

_NAME = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_RELATIVE_YEARS = {"next year": 1, "last year": -1}
_OPENING = " \"“‘'(["
_ENDS = ".!?:"


def unsupported(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each number, date, name or quotation that nothing stands behind."""
    knowledge = manuscript.knowledge
    told = [entry.answer or entry.note for entry in knowledge.entries]
    known_names = names_of([knowledge.article.text, *told, *(entry.question for entry in knowledge.entries)])
    for entry in (*knowledge.entries, *knowledge.drafts):
        said, field = (entry.answer, "answer") if entry.answered else (entry.note, "note")
        behind = _behind(knowledge.article, entry)
        for kind, shown in _unsupported(said, behind, knowledge.synonyms, known_names):
            what = f"{kind} “{shown}” in the {field} of {entry.id} stands neither in its passages nor in the article's data"
            mend = "mend it, cite the passage that says it, or leave it out (this check reads words, not meaning)"
            yield manuscript.fault("support", manuscript.at(entry.id, field), what, mend, "warning")


def _behind(article: Article, entry: Entry) -> str:
    """Return the text that may stand behind what an entry says."""
    parts = [*(passage.quote for passage in entry.passages), article.title, article.publisher, article.dateline, article.url]
    if not entry.answered:
        parts += [entry.question, *entry.phrasings, article.text]
    return "\n".join(part for part in parts if part)


def _unsupported(
    said: str, behind: str, synonyms: Mapping[str, Sequence[str]], known_names: frozenset[str]
) -> Iterator[tuple[str, str]]:
    stems = _stems(behind, synonyms)
    names = [name for name in _names(said, known_names) if not (stem(name.casefold()) in stems or as_number(name.casefold()))]
    numbers = sorted(_numbers(said) - _numbers(behind) - _told_years(behind))
    for kind, strange in (("the number or date", numbers), ("the name", list(dict.fromkeys(names)))):
        if strange:
            yield kind, "”, “".join(strange)
    folded = fold(behind).text.casefold()
    for quoted in _QUOTED.findall(said):
        if fold(quoted).text.strip(" ,.;:?!").casefold() not in folded:
            yield "the quotation", quoted


def _numbers(text: str) -> set[str]:
    return {number for token in tokenise(text) if (number := as_number(token))}


def _told_years(text: str) -> set[str]:
    """Return the years that "next year" and "last year" mean, seen from each year that is named."""
    shifts = [shift for words, shift in _RELATIVE_YEARS.items() if words in text.casefold()]
    return {str(int(year) + shift) for year in _YEAR.findall(text) for shift in shifts}


def _names(said: str, known_names: frozenset[str]) -> Iterator[str]:
    """Yield the capitalised words; the first of a sentence only if it is a name elsewhere."""
    for found in _NAME.finditer(said):
        word = found.group()
        before = said[: found.start()].rstrip(_OPENING)
        begins = not before or before[-1] in _ENDS
        if word[0].isupper() and word.casefold() not in STOPWORDS and (not begins or word.casefold() in known_names):
            yield word


def _stems(text: str, synonyms: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the stems of a text, and those of every synonym of what stands in it."""
    words = _NAME.findall(text.casefold())
    joined = f" {' '.join(words)} "
    for canonical, others in synonyms.items():
        group = [" ".join(_NAME.findall(wording.casefold())) for wording in (canonical, *others)]
        if any(f" {wording} " in joined for wording in group):
            words += " ".join(group).split()
    return _stemmed(words)


def _stemmed(words: Iterable[str]) -> set[str]:
    return {stem(word) for word in words}
