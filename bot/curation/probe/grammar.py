"""English questions taken apart: what asks, the verb in front, who does it, what is done; and told as a statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.curation.english.tables import words
from bot.curation.english.verbs import base_form, past_form
from bot.curation.probe.text import Word, bare, words_in
from bot.language import LanguagePack

_DID = words("did do does")
_BE = words("was were is are has have had")
_MODAL = words("will would can could should may might must")
_WH = words("what which who whom whose when where why how")
_PREPOSITIONS = words("on in at by for from with to of under during")
_PRONOUNS = words("it he she they there this that we you i")
_DETERMINERS = words("the a an this that these those his her its their our both all")
_PARTICIPLES = words("written taken given known shown seen chosen broken spoken done born drawn driven grown worn")
_LATEST = 5  # words before the verb in front
_LONGEST_SUBJECT = 5
_LIVING = 3.2  # Zipf frequency of a past form from which the base form is taken for a verb


@dataclass(frozen=True, slots=True)
class Clause:
    """A question: “on what date” “did” “the two leaders” “meet” “in Beijing”; of one for yes or no `asked` is empty."""

    asked: str
    auxiliary: str
    subject: str
    verb: str
    rest: str

    def statement(self, pack: LanguagePack) -> str:
        """Return what it asks about as a statement: “the two leaders met in Beijing”."""
        if self.auxiliary == "did":
            return _joined(self.subject, past_form(self.verb, pack.lexicon), self.rest)
        return _joined(self.subject, self.auxiliary, self.verb, self.rest)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def taken_apart(text: str, names: frozenset[str], pack: LanguagePack) -> Clause | None:
    """Return the parts of a question; None where they are not certain."""
    question = bare(text)
    found = words_in(question)
    place = verb_in_front(found)
    if place is None or found[place].folded in ("do", "does") or any(mark in question for mark in ',;:()“”"…?'):
        return None
    behind = found[place + 1 :]
    asked = question[: found[place].start].strip().casefold()
    length = _subject(found[place].folded, behind, names, pack)
    if not length or length >= len(behind):
        return None
    verb = behind[length]
    if verb.folded.endswith("ing") and asked in ("who", "what"):  # “who are the forces meddling”
        return None
    return Clause(
        asked=question[: found[place].start].strip(),
        auxiliary=found[place].folded,
        subject=question[behind[0].start : verb.start].strip(),
        verb=verb.text,
        rest=question[verb.end :].strip(),
    )


def verb_in_front(found: Sequence[Word]) -> int | None:
    """Return the place of the verb that stands before its subject: first, or behind what asks."""
    first = [word.folded for word in found[:2]]
    asks = bool(first) and (first[0] in _WH or (len(first) > 1 and first[0] in _PREPOSITIONS and first[1] in _WH))
    latest = _LATEST if asks else 1
    verbs = _DID | _BE | _MODAL
    return next((n for n, word in enumerate(found[:latest]) if word.folded in verbs and (n == 0 or word.text.islower())), None)


def _subject(auxiliary: str, behind: Sequence[Word], names: frozenset[str], pack: LanguagePack) -> int:
    """Return how many words the subject has; 0 where that is not certain."""
    if not behind:
        return 0
    alone = behind[0].folded not in ("this", "that") or (len(behind) > 1 and behind[1].folded in _DETERMINERS)
    if behind[0].folded in _PRONOUNS and alone:
        return 1 if len(behind) > 1 and _is_verb(auxiliary, behind[1], pack) else 0
    named = _named(behind, names)
    if named:
        return named if named < len(behind) and _is_verb(auxiliary, behind[named], pack) else 0
    if behind[0].folded not in _DETERMINERS:
        return 0
    places = range(2, min(_LONGEST_SUBJECT, len(behind)))
    return next((n for n in places if _is_verb(auxiliary, behind[n], pack)), 0)


def _named(behind: Sequence[Word], names: frozenset[str]) -> int:
    """Return how many words at the beginning are names, with “and” between them."""
    count = 0
    while count < len(behind) and (behind[count].folded in names or (count and behind[count].folded == "and")):
        count += 1
    return count


def _is_verb(auxiliary: str, written: Word, pack: LanguagePack) -> bool:
    """Say whether a word may be what is done, behind a verb in front and a subject; one with a capital is part of a name."""
    word = written.folded
    if not written.text.islower():
        return False
    if word in pack.stopwords and word not in ("mention", "say", "mentioned", "said", "have", "get"):
        return False
    if auxiliary in _BE:
        return is_participle(word, pack) or (word.endswith("ing") and auxiliary in ("was", "were", "is", "are"))
    return is_base_form(word, pack)


def is_participle(word: str, pack: LanguagePack) -> bool:
    """Say whether a word is a past participle, or looks like one."""
    return word in _PARTICIPLES or base_form(word, pack.lexicon) is not None


def is_base_form(word: str, pack: LanguagePack) -> bool:
    """Say whether a word is a verb's base form, as far as its past form is one that people use."""
    past = past_form(word, pack.lexicon)
    return base_form(past, pack.lexicon) == word and pack.lexicon.zipf(past) >= _LIVING


def asks_for_doer(text: str, pack: LanguagePack) -> bool:
    """Say whether a question begins with “who” and a verb in the past: “Who opened the terminal?”."""
    found = words_in(text)[:2]
    asks = len(found) == 2 and found[0].folded == "who" and found[1].text.islower()
    return asks and base_form(found[1].folded, pack.lexicon) is not None


def is_plural_noun(word: str, pack: LanguagePack) -> bool:
    """Say whether a word may be the plural of a noun: it ends in s, and is more than that without it."""
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and pack.lexicon.is_real(word[:-1])
