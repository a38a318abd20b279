"""Drafts the entries of an article: one a sentence that holds a fact, with questions to start from.

Everything in a draft waits for a person: it is marked, and the bot uses none of it. The rules know English alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bot.curation.draft.clauses import Clause, main_clause, without_dateline
from bot.curation.draft.questions import REASON, is_person, questions, roles, speaker
from bot.errors import Fault, KnowledgeError
from bot.knowledge import QUESTION, TEXT, Article, Sentence, plain_spaces
from bot.language import ENGLISH, Lexicon, tokenise

_NAME = re.compile(r"(?<![\w.“\"])[A-Z][\w’'-]+(?:(?: of| de| the)? [A-Z][\w’'-]+)*")
_DANGLING = re.compile(
    r"[“”\"]|\s[,.]|,\?"
    r"|\b(?:he|she|they|it|him|them|I|we|us|you)\b"
    r"|\b(?:was|were|is|are|did|do|does|has|had|have|about) (?:its|his|her|their)\b"
    r"|\b(?:the|a|of|to|in|and|by|for|with|from|at|on|that|as|or|than|that \w+)\?$"
)
"""What shows that a question was cut badly, or asks about something that it does not name."""
_OBJECT = re.compile(
    r"(?:the|a|an|its|his|her) (?P<thing>[\w-]+(?: [\w-]+){0,2}?)"
    r"(?= (?:of|in|on|over|for|at|to|with|from|by|near|today|yesterday)\b|$)"
)
_NEWS = re.compile(r"\b(?:today|yesterday|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_ENGLISH = 0.25
"""Fewest share of stop words among the words of an English text; the articles of SQuAD 2.0 have .38 to .47."""
_READ = 20_000  # characters of an article by which its language is recognised
_FEWEST_WORDS = 5  # a shorter sentence holds no fact
_OF_A_KIND = 2  # unanswered questions of each kind
_PAID = frozenset({"build", "open", "buy", "launch", "create", "construct", "install", "renovate", "erect", "acquire"})
_MONEY = re.compile(r"[$€£¥]|\b(?:dollars|euros|pounds|yen)\b")
_OFTEN = 3  # a name that stands more often tells no sentence from another
_SHORTEST = 3  # words of a question that asks something


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry to be: an answer with the sentence it stands on, or a note where the article says nothing."""

    question: str
    phrasings: tuple[str, ...]
    text: str
    sentence: Sentence | None


@dataclass(slots=True)
class _Reading:
    """What is known so far while a paragraph is read from its start: who “he” and what “it” may be."""

    names: Counter[str]
    person: str = ""
    thing: str = ""
    clauses: list[Clause] = field(default_factory=list)


def draft_entries(path: Path, article: Article, lexicon: Lexicon, progress: Callable[[], None]) -> tuple[DraftEntry, ...]:
    """Return the drafted entries of an article in its order, then likely questions that it does not answer.

    `path` is the article's file; `progress` is called after each citable sentence.

    Raises:
        KnowledgeError: the article is not in English.
    """
    if not _is_english(article.text[:_READ]):
        what = "this does not read as English, and drafting knows English alone"
        fix = "passages and phrasings work in any language: ask it as it is, or write its knowledge file by hand"
        raise KnowledgeError([Fault(path, "article", what, fix)])
    reading = _Reading(Counter(_names(article.text)))
    taken: set[str] = set()
    entries: list[DraftEntry] = []
    paragraph = 0
    for sentence in article.citable():
        if sentence.paragraph != paragraph:
            paragraph, reading.thing = sentence.paragraph, ""
        text = plain_spaces(article.text[sentence.start : sentence.end])
        if len(text.split()) >= _FEWEST_WORDS and len(text) <= TEXT:
            asked = tuple(_new(_asked(text, reading, lexicon), taken))
            entries += [DraftEntry(asked[0], asked[1:], text, sentence)] if asked else []
        progress()
    return (*entries, *_unanswered(reading.clauses, article.text, taken))


def _asked(text: str, reading: _Reading, lexicon: Lexicon) -> Iterator[str]:
    """Yield the candidate questions for a sentence, and note what later sentences may refer to."""
    clause = main_clause(text, lexicon)
    if clause:
        clause, known = _resolved(clause, reading)
        if clause and clause.subject:
            yield from questions(clause, known)
            reading.clauses.append(clause)
    elif quoted := speaker(text):
        reading.person = quoted
        about = _keywords(text, quoted, reading)
        yield f"What did {quoted} say about {about}?" if about else f"What did {quoted} say?"
    yield from roles(text)
    about = _keywords(text, clause.subject if clause else "", reading)
    if about:
        yield f"What does the article say about {about}?"


def _resolved(clause: Clause, reading: _Reading) -> tuple[Clause | None, bool]:
    """Return the clause with a name in place of its pronoun, and whether a person is meant; None if it is not known who."""
    first = clause.subject.casefold()
    if first in ("he", "she"):
        return (_named(clause, reading.person) if reading.person else None), True
    if re.match(r"(?:i|we|you)\b", first):
        return None, False
    if first in ("it", "they", "this", "these", "that", "those", "there"):
        known = reading.thing if first == "it" else ""
        return (_named(clause, known) if known else None), False
    person = is_person(clause.subject)
    if person:
        reading.person = clause.subject
        held = _OBJECT.match(clause.rest)
        reading.thing = f"the {held['thing']}" if held and clause.base else ""
    else:
        reading.thing = clause.subject
    return clause, person


def _named(clause: Clause, name: str) -> Clause:
    return Clause(name, clause.verb, clause.base, clause.rest, clause.lead, clause.role)


def _keywords(text: str, without: str, reading: _Reading) -> str:
    """Return the names of several words that tell a sentence from others, at most two, rare in the article first."""
    names = dict.fromkeys(_names(f"x{without_dateline(text)[1:]}"))
    found = [name for name in names if " " in name and name not in without and reading.names[name] <= _OFTEN]
    distinctive = sorted(found, key=lambda name: (reading.names[name], -len(name)))
    apart = [name for name in distinctive if not any(name != other and name in other for other in distinctive)][:2]
    return " and ".join(sorted(apart, key=text.index))


def _names(text: str) -> Iterator[str]:
    """Yield the names in a text: words with a capital, joined."""
    for name in _NAME.findall(text):
        bare = name.removeprefix("The ")
        if bare.casefold() not in ENGLISH.stopwords and not bare.endswith(("ian", "ean", "ese", "ish", "’s", "'s")):
            yield bare


def _new(candidates: Iterable[str], taken: set[str]) -> Iterator[str]:
    """Yield the candidates that fit a knowledge file and that no entry has yet; a pronoun asks nothing by itself."""
    for question in candidates:
        folded = " ".join(tokenise(question))
        words = question.split()
        if len(question) <= QUESTION and len(words) >= _SHORTEST and folded not in taken and not _DANGLING.search(question):
            taken.add(folded)
            yield question


def _unanswered(clauses: Sequence[Clause], text: str, taken: set[str]) -> Iterator[DraftEntry]:
    """Yield a few questions that readers are likely to ask and the article seems not to answer."""
    kinds = (_prices(clauses, text), _doers(clauses), _ages(text), _reasons(clauses))
    for likely in kinds:
        for question, what in islice(likely, _OF_A_KIND):
            for fits in _new([question], taken):
                yield DraftEntry(fits, (), f"The article does not say {what}.", None)


def _prices(clauses: Sequence[Clause], text: str) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        made = _OBJECT.match(clause.rest) if clause.base in _PAID else None
        if made and not _MONEY.search(text):
            yield f"How much did the {made['thing']} cost?", f"how much the {made['thing']} cost"


def _doers(clauses: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        done = re.match(r"\w+ed\b(?!.* by )", clause.rest) if clause.verb in ("was", "were") else None
        if done:
            yield f"By whom {clause.inverted(done[0])}?", f"by whom {clause.subject} {clause.verb} {done[0]}"


def _ages(text: str) -> Iterator[tuple[str, str]]:
    """In the news alone: nobody asks the age of people in a history."""
    names = (question.removeprefix("Who is ").rstrip("?") for question in roles(text) if " the " not in question)
    for name in dict.fromkeys(names) if _NEWS.search(text) else ():
        if not re.search(rf"{re.escape(name)}, \d\d", text):
            yield f"How old is {name}?", f"how old {name} is"


def _reasons(clauses: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        if clause.base not in ("", "say", "have", "cost") and not REASON.search(clause.rest):
            yield f"Why {clause.inverted(clause.rest)}?", f"why {clause.subject} {clause.verb} {clause.rest}"


def _is_english(text: str) -> bool:
    tokens = [token for token in tokenise(text) if token[0].isalpha()]
    return bool(tokens) and sum(token in ENGLISH.stopwords for token in tokens) / len(tokens) >= _ENGLISH
