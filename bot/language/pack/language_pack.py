"""The data of one language, as one frozen value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.language.words.lexicon import Lexicon, read_lexicon
from bot.language.words.opposites import read_opposites
from bot.language.words.stemming import Stemmer


@dataclass(frozen=True, eq=False)
class LanguagePack:
    """How one language is read; of a language without a pack everything is empty. Two packs are equal if they are one.

    Attributes:
        language: the language's tag without its region: "en".
        digest: SHA-256, in hexadecimal, of all that the pack holds.
        packed_lexicon: the file of the lexicon, which is read when it is first asked for.
        stem: the stem of a lower-case word.
        thousands: what stands between the thousands of a number; empty where that is not known.
        ordinals: the endings of ordinal numbers in digits.
        capitals_are_names: whether a capital within a sentence marks a name.
        written_out, contracted_endings: contraction, abbreviation or ending with an apostrophe → its words.
        before_is: the words after which 's is "is".
        numbers: number word → its form in digits.
        dates, weekdays: month or weekday → the one form of it; those forms that are weekdays.
        units, quantities: words that are compared as numbers are; further ones that an answer to "how many" may have.
        stopwords: words too common to tell one subject from another.
        negatives: words that deny, end, lessen or oppose.
        auxiliaries, question_words: verbs that questions for yes or no begin with; words that ask.
        referring: words with which a sentence speaks of the one before it.
        synonyms, countries: canonical wording → others; country → its other names and its people's.
        fillers: what is said around a question.
        question_types: kind of question → what it is known by; the first that is found.
        asking, relating, presupposing, asked_for, year, reporting, tags, continuing, anew, excluding, excepting,
            explaining, measuring: as told in `packs/en/patterns.txt`.
        before_names, before_numbers, also_last: abbreviations, by how the sentence goes on after their point.
        beginners: words that begin sentences, rarely names.
        first_person, leading, openers, requests, wondering, interrogatives, conditions: what tells the asking part of a message.
        titles, restrictions, negators, negating_prefixes, alternatives, forms, acronyms, passives: what tells decisive words.
        anaphors, generic, furthering, joining: what tells a question that leans on another, and two in one message.
        everyday: Zipf frequency from which a word is too common to be a name for its capital, or an opposite.
        packed_opposites: the file of the opposites, which is read when they are first asked for.
    """

    language: str
    digest: str
    packed_lexicon: bytes
    stem: Stemmer
    thousands: str
    ordinals: tuple[str, ...]
    capitals_are_names: bool
    written_out: Mapping[str, tuple[str, ...]]
    contracted_endings: Mapping[str, str]
    before_is: frozenset[str]
    numbers: Mapping[str, str]
    dates: Mapping[str, str]
    weekdays: frozenset[str]
    units: frozenset[str]
    quantities: frozenset[str]
    stopwords: frozenset[str]
    negatives: frozenset[str]
    auxiliaries: frozenset[str]
    question_words: frozenset[str]
    referring: frozenset[str]
    synonyms: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, tuple[str, ...]]
    fillers: re.Pattern[str]
    question_types: Mapping[str, re.Pattern[str]]
    asking: re.Pattern[str]
    relating: re.Pattern[str]
    presupposing: re.Pattern[str]
    asked_for: re.Pattern[str]
    year: re.Pattern[str]
    reporting: re.Pattern[str]
    before_names: frozenset[str]
    before_numbers: frozenset[str]
    also_last: frozenset[str]
    beginners: frozenset[str]
    tags: re.Pattern[str]
    first_person: frozenset[str]
    leading: frozenset[str]
    openers: frozenset[str]
    requests: frozenset[str]
    wondering: frozenset[str]
    interrogatives: frozenset[str]
    conditions: frozenset[str]
    titles: frozenset[str]
    restrictions: frozenset[str]
    negators: frozenset[str]
    negating_prefixes: frozenset[str]
    alternatives: frozenset[str]
    forms: frozenset[str]
    acronyms: frozenset[str]
    continuing: re.Pattern[str]
    anew: re.Pattern[str]
    excluding: re.Pattern[str]
    excepting: re.Pattern[str]
    explaining: re.Pattern[str]
    measuring: re.Pattern[str]
    anaphors: frozenset[str]
    generic: frozenset[str]
    furthering: frozenset[str]
    passives: frozenset[str]
    joining: frozenset[str]
    everyday: float
    packed_opposites: bytes

    @cached_property
    def opposites(self) -> Mapping[str, frozenset[str]]:
        """The stems of the opposites of a stem."""
        return read_opposites(self.packed_opposites, self.stem)

    @cached_property
    def lexicon(self) -> Lexicon:
        """How common words are."""
        return read_lexicon(self.packed_lexicon) if self.packed_lexicon else Lexicon({})

    @cached_property
    def country_words(self) -> frozenset[str]:
        """The single words that name a country or its people."""
        return frozenset(name for country, others in self.countries.items() for name in (country, *others) if " " not in name)
