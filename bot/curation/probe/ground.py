"""What traps and paraphrases are made from: the wordings of the answered entries, and what the article has beside them."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from bot.curation.english.verbs import base_form
from bot.curation.probe.tables import BEFORE_ASKING, OF_A_TEXT, SYNONYMS
from bot.knowledge import Entry, Knowledge
from bot.language import YESNO, LanguagePack, load_pack, proper_names, tokenise
from bot.language.query import without_fillers
from bot.language.question_type import structure

_SHORTEST, _LONGEST = 3, 18  # words of a wording that something is made of
_BREAK = re.compile(r"[,;:](?!\d)|[()?!…“”\"–—]| - |\.\.")
_CAPITALISED = re.compile(r"(?P<before>\b\w+\.? )?(?P<name>\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")


_PERSON_BEHIND = re.compile(r"[’']s\b|, (?:the|a|an) \w*(?:or|er|ect|ent|ist|ian|ief|ing|ess)\b")  # “Kos, the architect”
_ADJECTIVES = ("an", "ish", "ese", "ic", "ine", "rse", "ch")
_BEFORE_PLACES = ("in", "at", "near", "from", "into", "outside", "towards")
NameKind = Literal["adjective", "people", "place", "person", "thing"]
_BY_WEIGHT: tuple[NameKind, ...] = ("people", "adjective", "place", "person", "thing")


@dataclass(frozen=True, slots=True)
class Source:
    """A wording that something is made of.

    Attributes:
        kind: the kind of question that it is; one that offers a choice is for yes or no.
        is_question: whether it is a question in one clause, from its first word on.
        about_text: whether it asks what the article as a text says or names.
        yes: whether it is answered yes.
    """

    text: str
    kind: str
    is_question: bool
    about_text: bool
    yes: bool = False


@dataclass(frozen=True)
class Ground:
    """One knowledge, looked at for what its questions could be confused with."""

    knowledge: Knowledge

    @cached_property
    def pack(self) -> LanguagePack:
        """The article's language."""
        return load_pack(self.knowledge.article.language)

    @cached_property
    def answered(self) -> tuple[Entry, ...]:
        """The answered entries, in the file's order."""
        return tuple(entry for entry in self.knowledge.entries if entry.answered)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The article's sentences, without captions."""
        article = self.knowledge.article
        return tuple(article.text[s.start : s.end] for s in article.citable())

    @cached_property
    def article_words(self) -> frozenset[str]:
        """The words of the article."""
        return frozenset(tokenise(self.knowledge.article.text, self.pack))

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words, folded, that name somebody or something."""
        entries = (text for entry in self.knowledge.entries for text in (entry.question, entry.answer or entry.note))
        found = proper_names((*self.texts, *entries), self.pack)
        return frozenset(word for word in found if word not in self.pack.dates and word not in self.pack.titles)

    @cached_property
    def names(self) -> Mapping[str, NameKind]:
        """The article's names as it writes them, in its order, each with what it may name."""
        found: dict[str, set[NameKind]] = {}
        for sentence in self.texts:
            for match in _CAPITALISED.finditer(sentence):
                before, name = self._without_beginner(match["before"] or "", match["name"])
                if name and all(word.casefold() in self.name_words for word in re.findall(r"[^\W_]+", name)):
                    kind = self._named(name, before, sentence[match.end() :])
                    doubtful = kind == "person" and match.start() == 0 and not self._stands_within(name)
                    found.setdefault(name, set()).add("thing" if doubtful else kind)
        return {name: next(kind for kind in _BY_WEIGHT if kind in kinds) for name, kinds in found.items()}

    def _stands_within(self, name: str) -> bool:
        """Say whether a name stands as it is within a sentence or an entry, too: at a beginning any word has a capital."""
        entries = (text for entry in self.knowledge.entries for text in (entry.question, *entry.phrasings, entry.answer))
        within = re.compile(rf"[a-z,] {re.escape(name)}\b(?! [A-Z])")
        return any(within.search(text) for text in (*self.texts, *entries))

    def _without_beginner(self, before: str, name: str) -> tuple[str, str]:
        """Return what stands before a name, and the name: a “The” or a title at its beginning belongs to the first."""
        name = name.removesuffix("’s").removesuffix("'s")
        first, _, rest = name.partition(" ")
        return (first, rest) if first.casefold() in self.pack.stopwords | self.pack.titles else (before, name)

    def _named(self, name: str, before: str, behind: str) -> NameKind:
        """Return what a name may name, by what stands around it and by how common its words are."""
        words, pack, first = name.casefold().split(), self.pack, before.strip(" .").casefold()
        following = re.match(r" ([a-z]+)", behind)
        acts = following is not None and base_form(following[1], pack.lexicon) is not None
        if following and len(words) == 1 and name.endswith(_ADJECTIVES) and not acts and following[1] not in pack.stopwords:
            return "adjective"
        if first == "the" and len(words) == 1 and words[0].endswith("s"):
            return "people"
        if name.isupper() or first == "the" or any(pack.lexicon.zipf(word) >= pack.everyday for word in words):
            return "thing"
        if first in _BEFORE_PLACES:
            return "place"
        told = acts or _PERSON_BEHIND.match(behind) or first in pack.titles | pack.before_names
        return "person" if told or len(words) > 1 else "thing"

    @cached_property
    def same_bearers(self) -> tuple[frozenset[str], ...]:
        """The words, folded, of each name, and of those that the file says are the same one's."""
        synonyms = (" ".join((word, *others)) for word, others in self.knowledge.synonyms.items())
        return tuple(frozenset(names.casefold().split()) for names in (*self.names, *synonyms))

    def kind_of_name(self, name: str) -> NameKind | None:
        """Return what a name of a wording may name; None where the article does not have it."""
        for given, kind in sorted(self.names.items(), key=lambda item: len(item[0])):
            if set(name.casefold().split()) <= set(given.casefold().split()):
                return kind
        return None

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """The language's stemmer, which is asked once a word."""
        return cache(self.pack.stem)

    @cached_property
    def _cited(self) -> Mapping[str, frozenset[int]]:
        article = self.knowledge.article
        return {
            entry.key: frozenset(s.number for p in entry.passages for s in article.sentences_within(p)) for entry in self.answered
        }

    @cached_property
    def _kin(self) -> Mapping[str, tuple[Entry, ...]]:
        cited = self._cited
        return {key: tuple(other for other in self.answered if cited[other.key] & own) for key, own in cited.items()}

    def kin(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the answered entries that cite a sentence of an entry's; itself among them."""
        return self._kin[entry.key]

    def own_text(self, entry: Entry, around: int = 0) -> str:
        """Return the sentences that an entry cites, and so many before and behind each."""
        near = {number + step for number in self._cited[entry.key] for step in range(-around, around + 1)}
        article = self.knowledge.article
        return " ".join(article.text[s.start : s.end] for s in article.citable() if s.number in near)

    def own_stems(self, entry: Entry) -> frozenset[str]:
        """Return the stems of all that an entry and those that cite the same sentences say, ask and stand on."""
        return frozenset().union(*(self._own(other) for other in self.kin(entry)))

    def _own(self, entry: Entry) -> frozenset[str]:
        if entry.key not in self._stems:
            self._stems[entry.key] = self._stems_of(entry.question, *entry.phrasings, entry.answer, self.own_text(entry))
        return self._stems[entry.key]

    @cached_property
    def _stems(self) -> dict[str, frozenset[str]]:
        return {}

    def has(self, stems: Collection[str], text: str) -> bool:
        """Say whether every word of a text has its stem among some."""
        return all(self.stem(word) in stems for word in tokenise(text, self.pack))

    def sources(self, entry: Entry) -> tuple[Source, ...]:
        """Return the wordings of an entry that are long enough to change something in them, its question first."""
        if entry.key not in self._sources:
            texts = (text for text in (entry.question, *entry.phrasings) if _SHORTEST <= len(text.split()) <= _LONGEST)
            self._sources[entry.key] = tuple(self._source(entry, text) for text in texts)
        return self._sources[entry.key]

    @cached_property
    def _sources(self) -> dict[str, tuple[Source, ...]]:
        return {}

    @cached_property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Words, each with those that may stand for it as it is: of a group of the language's all others, and the file's own."""
        found = {word: tuple(other for other in group if other != word) for group in SYNONYMS for word in group}
        for canonical, others in self.knowledge.synonyms.items():
            group = [word for word in (canonical, *others) if word.casefold() == word and " " not in word and len(word) > 3]
            if canonical in group and canonical not in self.name_words:
                alike = (other for other in group if other.endswith("s") == canonical.endswith("s") and other != canonical)
                found[canonical] = (*found.get(canonical, ()), *alike)
        return found

    def _source(self, entry: Entry, text: str) -> Source:
        tokens, pack = tokenise(text, self.pack), self.pack
        kind = structure(without_fillers(tokens, pack), pack).kind if tokens else ""
        yes = text in entry.yes or (text == entry.question and entry.question_answered == "yes")
        choice = pack.alternatives | pack.conditions
        closed = yes or text in entry.no or not choice.isdisjoint(tokens) or not pack.auxiliaries.isdisjoint(tokens[:1])
        about_text = not OF_A_TEXT.isdisjoint(tokens)
        return Source(text, YESNO if closed else kind, self._is_question(text, tokens), about_text, yes)

    def _is_question(self, text: str, tokens: Sequence[str]) -> bool:
        asks = tokens[1:2] if not BEFORE_ASKING.isdisjoint(tokens[:1]) else tokens[:1]
        one_clause = not _BREAK.search(text.rstrip("?! "))
        return one_clause and not (self.pack.interrogatives | self.pack.auxiliaries).isdisjoint(asks)

    def _stems_of(self, *texts: str) -> frozenset[str]:
        return frozenset(self.stem(token) for text in texts for token in tokenise(text, self.pack))
