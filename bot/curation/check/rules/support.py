"""Support: every number, date, name and quotation of an answer stands in its passages or in the article's data.

This is a lint, not a proof: it reads words, not meaning. It finds a changed figure or a name from elsewhere, not a claim
that is wrong in the right words. A note may also name what its own question asks for and what the article names anywhere,
because it says what the article does not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.curation.check.rules.amounts import behind, counted_items, roman, said
from bot.curation.check.rules.names import KnownNames
from bot.errors import Fault
from bot.knowledge import Article, Entry, Manuscript, fold
from bot.language import load_pack, proper_names, tokenise

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_LEFT_OUT = re.compile(r"\s*(?:\[[^\]]*\]|…|\.\.\.)\s*")
_CLAUSE = re.compile(r"[,;:.]")
_OWN_NO = re.compile(r"^no\s*[,;:.]\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_RELATIVE_YEARS = {"next year": 1, "last year": -1}


def unsupported(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each number, date, name or quotation of the approved entries that nothing stands behind."""
    yield from unsupported_in(manuscript, manuscript.knowledge.entries)


def unsupported_in(manuscript: Manuscript, entries: Iterable[Entry]) -> Iterator[Fault]:
    """Yield the same warnings for some entries of a file, such as a draft that is to be approved."""
    knowledge = manuscript.knowledge
    replies = [entry.answer or entry.note for entry in knowledge.entries]
    known_names = proper_names([knowledge.article.text, *replies, *(entry.question for entry in knowledge.entries)])
    for entry in entries:
        statement, field = (entry.answer, "answer") if entry.answered else (entry.note, "note")
        for kind, shown in _unsupported(statement, _behind(knowledge.article, entry), knowledge.synonyms, known_names):
            what = f"{kind} “{shown}” in the {field} of {entry.id} stands neither in its passages nor in the article's data"
            fix = "mend it, cite the passage that says it, or leave it out (this check reads words, not meaning)"
            yield manuscript.fault("support", manuscript.at(entry.id, field), what, fix, "warning")


def denying(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each approved answer that denies in its first clause what stands in passages that deny nothing."""
    pack = load_pack(manuscript.knowledge.article.language)
    for entry in (entry for entry in manuscript.knowledge.entries if entry.answered):
        clause = _CLAUSE.split(_OWN_NO.sub("", entry.answer))[0]
        denied = [word for word in tokenise(clause, pack) if word in pack.negators]
        stood_on = {word for passage in entry.passages for word in tokenise(passage.quote, pack)}
        if denied and stood_on.isdisjoint(pack.negators | pack.negatives):
            what = f"{entry.id} answers with “{denied[0]}”, and none of its passages denies anything"
            fix = "see whether they say so, or cite the passage that does (this check reads words, not meaning)"
            yield manuscript.fault("support", manuscript.at(entry.id, "answer"), what, fix, "warning")


def _behind(article: Article, entry: Entry) -> tuple[str, ...]:
    """Return the texts that may stand behind what an entry says."""
    texts = [*(passage.quote for passage in entry.passages), article.title, article.publisher, article.dateline, article.url]
    if not entry.answered:
        texts += [entry.question, *entry.phrasings, article.text]
    return tuple(text for text in texts if text)


def _unsupported(
    statement: str, texts: Sequence[str], synonyms: Mapping[str, Sequence[str]], known_names: frozenset[str]
) -> Iterator[tuple[str, str]]:
    supported = counted_items(statement).union(*map(behind, texts), _relative_years(texts))
    numbers = sorted(shown for number, shown in said(statement).items() if number not in supported)
    if numbers:
        yield "the number or date", "”, “".join(numbers)
    missing = KnownNames(texts, synonyms).missing(statement, known_names)
    names = [name for name in missing if roman(name) not in supported]
    if names:
        yield "the name", "”, “".join(names)
    for quoted in _QUOTED.findall(statement):
        parts = [_plain(part).strip(" ,.;:?!") for part in _LEFT_OUT.split(quoted)]
        if not any(all(part in _plain(text) for part in parts) for text in texts):
            yield "the quotation", quoted


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return fold(text).text.casefold()


def _relative_years(texts: Sequence[str]) -> set[str]:
    """Return the years that "next year" and "last year" mean, seen from each year that is named."""
    shifts = [shift for words, shift in _RELATIVE_YEARS.items() if any(words in _plain(text) for text in texts)]
    years = [year for text in texts for year in _YEAR.findall(text)] if shifts else []
    return {str(int(year) + shift) for year in years for shift in shifts}
