"""Which word of a clause is its verb, what its base form is, and what belongs to it."""

from bot.curation.english.tables import words
from bot.curation.english.verbs import (
    AUXILIARIES,
    base_form,
    is_present,
    may_be_noun,
    may_be_verb,
    past_of,
    past_participle,
    present_base,
)
from bot.language import ENGLISH, Lexicon

DETERMINERS = words("""
    the a an this these those some many most all both its his her their our several few another each one two three about nearly
    other every any such various early late over approximately half
""")
_SURE = AUXILIARIES - {"have", "may", "will", "can", "might", "must"}  # these are verbs after any word
_PREPOSITIONS = words("by in on at from to as with for into through under between during within among of that against over up")
_LONGEST_SUBJECT = 11  # words
_PLURALS = words("alumni people men women children police data media fans they")


def base_of(verb: str, rest: str, lexicon: Lexicon) -> str:
    """Return the base form; none for an auxiliary, but “had a meeting” has a verb of its own."""
    if verb in ("had", "has", "have") and _has_object(rest, lexicon):
        return "have"
    if verb in AUXILIARIES:
        return ""
    return base_form(verb, lexicon) or present_base(verb) or (verb if is_present(verb) else "")


def simple(verb: str, rest: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return a verb and what follows it with “had negotiated” as “negotiated”."""
    participle, _, others = rest.partition(" ")
    past = past_of(participle)
    return (past, others) if verb == "had" and participle != "been" and base_form(past, lexicon) else (verb, rest)


def _has_object(rest: str, lexicon: Lexicon) -> bool:
    first = rest.partition(" ")[0]
    return begins_object(first) or not (
        past_participle(first, lexicon) or first in ("been", "also", "to") or first.endswith("ly")
    )


def verb_at(parts: list[str], lexicon: Lexicon) -> int | None:
    """Return the place of the verb: an auxiliary, a past form, or a known present form."""
    places = range(1, min(len(parts), _LONGEST_SUBJECT + 2))
    return next((p for p in places if _is_verb(parts, p, lexicon) and not _is_reduced(parts, p, lexicon)), None)


def _is_verb(parts: list[str], place: int, lexicon: Lexicon) -> bool:
    word, before = parts[place], parts[place - 1].casefold()
    after = parts[place + 1] if place + 1 < len(parts) else ""
    if word in _SURE:
        return True
    if not may_be_verb(before) or (may_be_noun(word) and not begins_object(after)):
        return False
    if word in AUXILIARIES:
        return True
    if place == 2 and "-" in before and parts[0].casefold() in DETERMINERS:  # “a two-volume illustrated version”
        return False
    if base_form(word, lexicon):
        return True
    if after in AUXILIARIES or base_form(after, lexicon):
        return False
    if present_base(word):
        return not before.endswith("s") or before.endswith(("ss", "us", "is"))
    return is_present(word) and (before in _PLURALS or (before.endswith("s") and not before.endswith(("ss", "’s", "'s"))))


def _is_reduced(parts: list[str], place: int, lexicon: Lexicon) -> bool:
    """Say whether a past form belongs to the noun before it, because a verb still comes."""
    word, after = parts[place], parts[place + 1] if place + 1 < len(parts) else ""
    if word in AUXILIARIES or not past_participle(word, lexicon):
        return False
    if is_present(after):
        return True
    if after == "by" and not any(map(str.isdigit, parts[place + 2 : place + 3])):
        return True
    if parts[place + 1 : place + 3] == ["to", "have"] or (begins_object(after) and not word.endswith("named")):
        return False
    for later in parts[place + 1 : place + 11]:
        if later.casefold() in ("that", "which", "who", "when", "where", "because", "and", "but") or later.endswith((";", ":")):
            return False
        if later in AUXILIARIES or (word in ("named", "called") and base_form(later, lexicon)):
            return True
    return False


def begins_object(word: str) -> bool:
    """Say whether a noun phrase begins with this word."""
    return word in DETERMINERS or word in ENGLISH.numbers or word[:1].isdigit() or word.startswith(("$", "€", "£"))


def second_verb(words: str, lexicon: Lexicon) -> str | None:
    """Return the base form of the verb that words behind an “and” begin with; None where they begin with none."""
    word, _, others = words.partition(" ")
    after = others.partition(" ")[0]
    followed = begins_object(after) or after in _PREPOSITIONS or after[:1].isupper() or not after
    return (
        (base_form(word, lexicon) or present_base(word))
        if followed and word not in AUXILIARIES and not may_be_noun(word)
        else None
    )
