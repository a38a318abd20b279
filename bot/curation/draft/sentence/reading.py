"""What is known while a paragraph is read from its start: who “he” and what “it” may be."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.people import is_person
from bot.language import ENGLISH

_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "ing")  # endings of nouns that are no names
_COMMON = 3.2  # Zipf frequency of a word that may be no name
_NAME = re.compile(r"(?<![\w.“\"])[A-Z][\w’'-]+(?:(?: of| de| the)? [A-Z][\w’'-]+)*")
_THING = re.compile(r"(?:the |[A-Z])[\w’'-]+(?: [\w’'-]+){0,4}$")
_UNKNOWN = re.compile(
    r"^(?:i|we|you|my|our|quite|all|a (?:number|series|lot|few)|this|these|that|those|there|some|many|others?|another|such"
    r"|both|most|the (?:latter|former|two|others?|first|second|same|result|idea)|one)\b"
    r"(?! [A-Z])",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?:its|his|her|their) ", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?:the|a|an|its|his|her) (?P<thing>[\w-]+(?: [\w-]+){0,2}?)"
    r"(?= (?:of|in|on|over|for|at|to|with|from|by|near|today|yesterday)\b|$)"
)


@dataclass(slots=True)
class Reading:
    """What is known so far.

    Attributes:
        names: how often each name stands in the article.
        common: the words that the article writes small.
        surnames: the last words of the names of persons.
        unsure: common words, small, that only begin sentences: names perhaps.
        person, thing, group: what “he”, “it” and “they” may mean here; empty where that is not known.
    """

    names: Counter[str]
    common: frozenset[str]
    surnames: frozenset[str]
    unsure: frozenset[str]
    person: str = ""
    thing: str = ""
    group: str = ""
    paragraph: int = 0

    def begin(self, paragraph: int) -> None:
        """Begin a paragraph, unless it is the one that is read: what “it” and “they” meant before is no longer sure."""
        if paragraph != self.paragraph:
            self.paragraph, self.thing, self.group = paragraph, "", ""

    def resolve(self, clause: Clause) -> tuple[Clause | None, bool]:
        """Return the clause with a name in place of its pronoun, and whether a person is meant; None if it is not known who."""
        subject = clause.subject.casefold()
        known = {"he": self.person, "she": self.person, "it": self.thing, "they": self.group}
        if subject in known:
            return (replace(clause, subject=known[subject]) if known[subject] else None), subject in ("he", "she")
        owned = _OWNED.match(subject)
        if owned:
            owner = known[{"its": "it", "his": "he", "her": "she", "their": "they"}[owned[0].strip()]]
            return (replace(clause, subject=f"{_possessive(owner)} {clause.subject[owned.end() :]}") if owner else None), False
        if _UNKNOWN.match(subject) or subject in self.unsure:
            return None, False
        return clause, is_person(clause.subject) or clause.subject in self.surnames

    def note(self, clause: Clause) -> None:
        """Remember what a clause was about."""
        subject = clause.subject
        if is_person(subject) or subject in self.surnames:
            self.person = subject
            held = _OBJECT.match(clause.rest) if clause.base else None
            self.thing = f"the {held['thing']}" if held else ""
        elif clause.plural or (_head(subject).endswith("s") and " of " not in subject and not subject[0].isupper()):
            self.group = subject
        elif _THING.match(subject) and self.names[self.thing] <= self.names[subject]:
            self.thing = subject

    def lose(self, text: str) -> None:
        """Forget what a sentence that could not be read may have changed."""
        self.thing = self.group = ""
        if any(" " in name and is_person(name) for name in names(text)):
            self.person = ""


def begin(text: str) -> Reading:
    """Return the reading of an article of which nothing is read yet."""
    small = Counter(re.findall(r"(?<![\w’'-])[a-z][a-z’'-]*", text))
    capital = Counter(word.casefold() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z’'-]+", text))
    for word in re.findall(r"(?:^|[.!?;]\s+)([A-Z][a-z]+(?:[^s\W]s|en))(?= [a-z])", text):
        small[word.casefold()] += 1  # a plural that only begins sentences is no name
    first = {word.casefold() for word in re.findall(r"(?:^|[.!?;:]\s+)([A-Z][a-z]+)(?= [a-z])", text)}
    alone = {word for word in first if not small[word] and not capital[word]}
    small.update(word for word in alone if word.endswith(_ABSTRACT))
    found = Counter(names(text))
    last = {name.split()[-1] for name in found if " " in name and is_person(name)}
    persons = frozenset(name for name in last if not re.search(rf"\b(?:in|at|from|of) {re.escape(name)}\b", text))
    unsure = frozenset(word for word in alone if not small[word] and ENGLISH.lexicon.zipf(word) >= _COMMON)
    return Reading(found, frozenset(word for word in small if small[word] > capital[word]) | unsure, persons, unsure)


def _head(subject: str) -> str:
    """Return a subject up to its first preposition: “warfare in the 1620s” is warfare."""
    return re.split(r" (?:in|on|at|for|from|with|to|by|between|against|under)\b", subject)[0]


def _possessive(owner: str) -> str:
    return f"{owner}’" if owner.endswith("s") else f"{owner}’s"


def names(text: str) -> Iterator[str]:
    """Yield the names in a text: words with a capital, joined."""
    for name in _NAME.findall(text):
        plain = name.removeprefix("The ").removeprefix("A ")
        plain = plain.removesuffix("’s").removesuffix("'s").removesuffix("'").removesuffix("’")
        if plain.casefold() not in ENGLISH.stopwords and not plain.endswith(("ian", "ean", "ese", "ish")):
            yield plain
