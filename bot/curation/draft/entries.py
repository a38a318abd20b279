"""Drafts the entries of an article: one for each fact of a sentence, with wordings to start from.

Everything in a draft waits for a person: it is marked, and the bot uses none of it. The rules know English alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.curation.draft.drafted import DraftEntry
from bot.curation.draft.finish import LONGEST_ANSWER, is_ready, ready
from bot.curation.draft.near_misses import Told, missed
from bot.curation.draft.phrases import Asked
from bot.curation.draft.questions import questions
from bot.curation.draft.sentence.clauses import Clause, clauses
from bot.curation.draft.sentence.leads import bare, without_dateline, without_leads
from bot.curation.draft.sentence.people import offices
from bot.curation.draft.sentence.reading import Reading, begin
from bot.curation.draft.sentence.speech import quotation
from bot.curation.draft.wordings import propose_wordings
from bot.errors import Fault, KnowledgeError
from bot.knowledge import TEXT, Article, Sentence, plain_spaces
from bot.language import ENGLISH, LanguagePack, tokenise

_ENGLISH = 0.25
"""Fewest share of stop words among the words of an English text; the articles of SQuAD 2.0 have .38 to .47."""
_READ = 20_000  # characters of an article by which its language is recognised
_FEWEST_WORDS = 5  # a shorter sentence holds no fact
_FACTS = 4  # entries of one sentence
_OF_A_KIND = 5  # unanswered entries
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")
_TELLING = re.compile(
    r"(?!(?:the|its|his|her|their) [a-z-]+$)"
    r"(?:the |[\w’'-]+[’']s? )?(?!many|some|most|various|other|each|all|an? )(?:[\w’'-]*[A-Z][\w’'-]*|[\w’'-]+ [\w’' -]+)$"
)
"""A subject that tells what it is about: a name, or something with a word that describes it."""
_NOT_TOLD = re.compile(r"\.\.\.|…|\b(?:I|you|we|me|us)\b|You|[“\"][^”\"]*$")  # speech, and what is cut off
_LONGEST_SUBJECT = 6  # words of what an article is asked about in general
_Resolved = list[tuple[Clause, bool]]  # clauses, and whether each is known to be about a person
_Gap = tuple[str, str, str]  # kind, question, what is not said


def draft_entries(path: Path, article: Article, pack: LanguagePack, progress: Callable[[], None]) -> tuple[DraftEntry, ...]:
    """Return the drafted entries of an article in its order, then likely questions that it does not answer.

    `path` is the article's file; `progress` is called after each citable sentence.

    Raises:
        KnowledgeError: the article is not in English.
    """
    if not is_english(article):
        what = "this does not read as English, and drafting knows English alone"
        fix = "passages and phrasings work in any language: ask it as it is, or write its knowledge file by hand"
        raise KnowledgeError([Fault(path, "article", what, fix)])
    reading, taken = begin(article.text), set[str]()
    drafted: list[DraftEntry] = []
    gaps: list[_Gap] = []
    for sentence in article.citable():
        resolved = _resolved(article, sentence, reading, pack)
        drafted += _of_sentence(article, sentence, resolved, pack, taken)
        gaps += _gaps(article, sentence, resolved, pack)
        progress()
    return tuple(_each_wording_once([*drafted, *_unanswered(gaps, taken)]))


def near_misses(entry: DraftEntry, article: Article, pack: LanguagePack) -> tuple[DraftEntry, ...]:
    """Return unanswered entries that readers are likely to ask beside a drafted one, each with a note that is true by itself.

    Only what the article, as far as words can tell, does not answer is proposed.
    """
    if entry.sentence is None:
        return ()
    resolved = _read_up_to(article, entry.sentence, pack)
    said = f"{entry.question} {entry.text}"
    meant = [(clause, person) for clause, person in resolved if clause.subject.casefold() in said.casefold()]
    return tuple(_unanswered(_gaps(article, entry.sentence, meant, pack), set()))


def is_english(article: Article) -> bool:
    """Say whether an article reads as English, which is all that drafting knows."""
    tokens = [token for token in tokenise(article.text[:_READ]) if token[0].isalpha()]
    return bool(tokens) and sum(token in ENGLISH.stopwords for token in tokens) / len(tokens) >= _ENGLISH


def _of_sentence(
    article: Article, sentence: Sentence, resolved: _Resolved, pack: LanguagePack, taken: set[str]
) -> list[DraftEntry]:
    text = _text(article, sentence)
    if len(text.split()) < _FEWEST_WORDS or len(text) > TEXT:
        return []
    found = _new(_asked(text, resolved, pack), text, taken)[:_FACTS]
    found = found or _new(_in_general(text, resolved), text, taken)[:1]
    return [
        DraftEntry(one.question, propose_wordings(one.question, one.answer, text, pack), one.answer, sentence) for one in found
    ]


def _read_up_to(article: Article, last: Sentence, pack: LanguagePack) -> _Resolved:
    """Return the clauses of a sentence, read behind all before it."""
    reading = begin(article.text)
    resolved: _Resolved = []
    for sentence in article.citable():
        if sentence.number <= last.number:
            resolved = _resolved(article, sentence, reading, pack)
    return resolved


def _resolved(article: Article, sentence: Sentence, reading: Reading, pack: LanguagePack) -> _Resolved:
    """Return the clauses of a sentence that it is known of who they are about, and remember that for those to come."""
    reading.begin(sentence.paragraph)
    found: _Resolved = []
    if said := quotation(_text(article, sentence)):
        reading.person = said[0]
    begun = without_leads(bare(_text(article, sentence)))[1].casefold()  # only there a pronoun means what was told before
    for clause in clauses(_text(article, sentence), pack.lexicon, reading.common):
        meant, person = reading.resolve(clause)
        if meant and (found or meant is clause or begun.startswith(clause.subject.casefold())):
            if not found:
                reading.note(meant)
            found.append((meant, person))
    if not found and not said:
        reading.lose(_text(article, sentence))
    return found


def _text(article: Article, sentence: Sentence) -> str:
    return plain_spaces(article.text[sentence.start : sentence.end])


def _asked(text: str, resolved: _Resolved, pack: LanguagePack) -> Iterator[Asked]:
    said = quotation(text)
    if said:
        yield Asked(said[1], said[2])
        return
    for clause, person in resolved:
        yield from (_placed(asked, clause.place) for asked in questions(clause, pack.lexicon, person))
    told = {clause.subject for clause, _ in resolved if clause.role}
    yield from (Asked(f"Who is {name}?", role) for name, role in offices(text) if name not in told)


def _placed(asked: Asked, place: str) -> Asked:
    """Return a question with the place that its clause begins with: what is so there need not be so elsewhere."""
    return Asked(f"{asked.question.removesuffix('?')} {place}?", asked.answer) if place else asked


def _in_general(text: str, resolved: _Resolved) -> Iterator[Asked]:
    """Yield the last resort: what the article says about what the sentence is about."""
    if _NOT_TOLD.search(text):
        return
    whole = bare(text) if len(bare(text).split()) <= LONGEST_ANSWER else ""
    for clause, _ in resolved:
        said = whole or " ".join((clause.subject, clause.verb, clause.rest))
        if _TELLING.match(clause.subject) and len(clause.subject.split()) <= _LONGEST_SUBJECT:
            yield Asked(f"What does the article say about {clause.subject}?", said)


def _new(candidates: Iterator[Asked], text: str, taken: set[str]) -> list[Asked]:
    """Return the candidates that are fit for readers and that no entry has yet; two with one answer are one."""
    found: dict[str, Asked] = {}
    for candidate in candidates:
        asked = ready(_dated(candidate, text), text)
        folded = " ".join(tokenise(asked.question)).replace("who was", "who is") if asked else ""
        if asked and folded not in taken and asked.answer not in found:
            taken.add(folded)
            found[asked.answer] = asked
    return list(found.values())


def _dated(asked: Asked, text: str) -> Asked:
    """Return a question with the date of its sentence's dateline in place of “today”."""
    if asked.answer.strip() not in ("today", "yesterday"):
        return asked
    dateline = _DAY.search(text.removesuffix(without_dateline(text)))
    return Asked(asked.question, f"on {dateline[0]}" if dateline and asked.answer.strip() == "today" else "")


def _each_wording_once(entries: Sequence[DraftEntry]) -> Iterator[DraftEntry]:
    """Yield the entries without the wordings that another has as its question or, further up, as a wording."""
    taken = {tokenise(entry.question) for entry in entries}
    for entry in entries:
        own = tuple(text for text in entry.phrasings if tokenise(text) not in taken)
        taken.update(map(tokenise, own))
        yield replace(entry, phrasings=own)


def _gaps(article: Article, sentence: Sentence, resolved: _Resolved, pack: LanguagePack) -> list[_Gap]:
    near = [one for one in article.citable() if one.paragraph == sentence.paragraph]
    before = " ".join(_text(article, one) for one in near if one.number < sentence.number)
    after = " ".join(_text(article, one) for one in near if one.number > sentence.number)
    told = Told(before, _text(article, sentence), after)
    return [gap for clause, _ in resolved for gap in missed(clause, article, told, pack)]


def _unanswered(gaps: Iterable[_Gap], taken: set[str]) -> Iterator[DraftEntry]:
    """Yield an unanswered entry for each gap whose question is fit for readers, a few of each kind."""
    kinds: Counter[str] = Counter()
    for kind, question, what in gaps:
        folded = " ".join(tokenise(question))
        if kinds[kind] < _OF_A_KIND and folded not in taken and is_ready(question):
            kinds[kind] += 1
            taken.add(folded)
            note = f"The article does not say {what}."
            yield DraftEntry(question, propose_wordings(question, "", note, ENGLISH), note, None)
