"""A sentence's clauses, as far as rules can tell them: who or what, the verb, and the rest.

There is no parser behind this: a clause whose beginning is not plain is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.curation.draft.facts import DATE, DATED
from bot.curation.draft.people import is_office
from bot.curation.draft.verbs import (
    AUXILIARIES,
    base_form,
    is_present,
    is_unchanged,
    may_be_noun,
    may_be_verb,
    past_of,
    past_participle,
    present_base,
    words,
)
from bot.language import ENGLISH, Lexicon

_DATELINE = re.compile(r"^[A-Z][\w .,’'-]{2,60}(?:\([A-Z][\w ./-]{1,30}\)\s*[:–—-]|\s[–—])\s+(?=[\"“A-Z])")
_CONNECTIVES = re.compile(
    r"^(?:however|also|moreover|furthermore|meanwhile|additionally|consequently|therefore|thus|instead|still|then|later"
    r"|likewise|hence"
    r"|nevertheless|nonetheless|similarly|ergo|finally|and|but|in addition|further|shortly thereafter|weeks later"
    r"|the following day|for example|for instance|as a result|in fact|of course"
    r"|on the other hand|aside from that|in general|in particular|initially|originally|eventually|ultimately|accordingly|rather"
    r"|in other words|in this regard|specifically)\b,?\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:today|yesterday|according to [^,]{2,50}|as of [^,]{2,20}|(?:in|on|at|by|since|during|after|before|until|from"
    r"|between|under|with|for"
    r"|around|within|over|following|throughout|to|although|though|when|because|as|while|if|despite|unlike|like"
    r"|upon)\s[^,]{2,90}"
    r"|[a-z]{4,}(?:ed|ing)(?: [a-z]+ly)? (?:by|in|on|from|at|to|with|the|a|its)\s[^,]{2,80}),\s+"
    r"|^(?:in|by|since) (?:the )?(?:early |late )?[12]\d{3}s? ",
    re.IGNORECASE,
)
_INSERTION = re.compile(
    r"^(?P<name>[^,]{2,60}), (?:with|along with|together with|which|who|whose|like|including|such as"
    r"|also) [^,]{3,80}, (?=[a-z])"
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|when|where|while|if|because|although|though|since|unless|what|how|there|as|than)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:[;:—(]|\s–\s|,\s+(?:which|who|whose|where|while|when|and|but|so|as|although|though|after|before|with|according"
    r"|making|including|[a-z]+ing)\b"
    r"|\sand,\s|\s(?:and|but)\s(?:has|have|had|was|were|is|are|will|then|also)\b|\s(?:while|although|though|whereas|but)\s)"
)
_JOINTS = re.compile(
    r";\s+|,\s+(?:and|but|while|whereas|although|though|so)\s+|\s+(?:while|whereas)\s+|\sand\s(?=(?:the|a|an|its|his|her"
    r"|their|in|on)\b)"
)
_CONTINUED = re.compile(r",?\s+(?:and|but)\s+(?:also |then |later |first |soon )?(?=[a-z]+\b)")
_APPOSITIVE = re.compile(
    r"^(?P<name>[^,]{2,50}), (?P<role>(?:a|an|the|its|their|then) [^,]{3,80}|[a-z][^,]{3,60}|\d{1,3}),? (?=\w)"
)
_NO_SUBJECT = re.compile(
    r"[,;:“”\"()]|\b(?:not)\b|^(?:for|in|on|at|by|with|from|to|as|of|you|i|we|having|being|following|including|much|due|such"
    r"|if|soon|shortly|weeks|by|first|then|later|also|only|[a-z]+ing)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:some |about |over )?\d[^,]*(?:, \d[^,]*)* and \d[^,]*$")
_FIRST = re.compile(r"[\"“]?(?:[A-Z]|(?:the|a|an|this|these|some|many|most|its|his|her|their|about|nearly)\b|[a-z]+\b|\d|\$)")
DETERMINERS = words("""
    the a an this these those some many most all both its his her their our several few another each one two three about nearly
    other every any such various early late over approximately
""")
_BRACKETS = re.compile(r"\s?\([^()]{1,60}\)|\[[^\]]{1,40}\]")
_ASIDE = re.compile(r"\s(?:on (?:his|her|its|their) part|themselves|himself|herself|itself)(?= [a-z]+ed\b)")
_ROLE_FIRST = re.compile(r"^(?P<role>[^,]{3,60}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})$")
_SURE = AUXILIARIES - {"have", "may", "will", "can", "might", "must"}  # these are verbs after any word
_NEW_SUBJECT = re.compile(r"^[^,]*, [A-Z]\w+ (?:is|was|has|had|are|were)\b")  # “a term used at first, Huguenot has …”
_PREPOSITIONS = words("by in on at from to as with for into through under between during within among of that against over up")
_DESCRIBING = ("ic", "al", "ive", "ous", "ary", "less", "ful")  # endings of adjectives that are no names
_LONGEST_SUBJECT = 11  # words
_ADVERBS = frozenset(
    {
        "also",
        "then",
        "thereafter",
        "later",
        "soon",
        "now",
        "never",
        "always",
        "often",
        "first",
        "finally",
        "still",
        "once",
        "only",
        "even",
    }
)
_PLURALS = words("alumni people men women children police data media fans they")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause.

    Attributes:
        subject: who or what, as it stands at the beginning; its first word small if it is no name.
        verb: the verb or auxiliary as written; adverbs before it are left out.
        base: the verb's base form; empty for an auxiliary.
        rest: what follows the verb, up to the first break.
        leads: what stood before the subject ("In 2011"), each without its comma.
        role: what an insertion after the subject says of it; empty without one.
        after: what follows the rest in the sentence.
    """

    subject: str
    verb: str
    base: str
    rest: str
    leads: tuple[str, ...]
    role: str
    after: str = ""

    @property
    def lead(self) -> str:
        """The date that it begins with; empty without one."""
        return next((lead for lead in self.leads if DATE.fullmatch(f" {small(lead)}")), "")

    @property
    def past(self) -> bool:
        """Whether a verb of its own tells what happened."""
        return bool(self.base) and (is_unchanged(self.verb) or (self.verb != self.base and not self.verb.endswith("s")))

    @property
    def plural(self) -> bool:
        """Whether the verb says that the subject is several."""
        return self.verb in ("were", "are", "have") or (bool(self.base) and self.verb == self.base)

    def inverted(self, rest: str) -> str:
        """Return the clause in the order of a question, with another rest: "did the mayor open the bridge"."""
        plain = self.verb == self.base and not is_unchanged(self.verb)
        helper = "do" if plain else "does" if self.verb.endswith("s") and self.verb != "was" else "did"
        parts = (helper, self.subject, self.base, rest) if self.base else (self.verb, self.subject, rest)
        return " ".join(part for part in parts if part)


def clauses(sentence: str, lexicon: Lexicon, common: frozenset[str] = frozenset()) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that have a plain subject of their own or share the first one's.

    Args:
        sentence: any sentence.
        lexicon: tells verbs.
        common: words that the article also writes small: as a first word they are written so in a question.
    """
    text = bare(sentence)
    found: list[Clause] = []
    for piece in _pieces(text, lexicon):
        clause = main_clause(piece, lexicon, common)
        if clause:
            found += [clause, *_continued(clause, piece, lexicon)]
    return tuple(found)


def main_clause(sentence: str, lexicon: Lexicon, common: frozenset[str] = frozenset()) -> Clause | None:
    """Return the main clause of a sentence; None where the rules cannot tell it."""
    leads, text = _without_leads(bare(sentence))
    text = _INSERTION.sub(r"\g<name> ", text)
    aside = _APPOSITIVE.match(text)
    if aside and _verb_at(aside["name"].split(" "), lexicon) is not None:
        aside = None
    if aside:
        text = f"{aside['name']} {text[aside.end() :]}"
    parts = text.split(" ")
    place = _verb_at(parts, lexicon)
    if place is None or not _FIRST.match(text):
        return None
    parts[place - 1] = parts[place - 1].rstrip(",")
    subject, role = _subject(parts[:place], aside["role"] if aside else "")
    if (
        not subject
        or subject.endswith("ly")
        or _SUBORDINATE.search(subject)
        or (_NO_SUBJECT.search(subject) and not _COUNTED.match(subject))
    ):
        return None
    whole = " ".join(parts[place + 1 :])
    if _NEW_SUBJECT.search(whole):
        return None
    verb, whole = _simple(parts[place], whole, lexicon)
    rest = _until_verb(_until_break(whole), lexicon)
    after = whole[len(rest) :].strip()
    return Clause(_in_sentence(subject, common), verb, _base(verb, rest, lexicon), rest, leads, role, after)


def without_dateline(sentence: str) -> str:
    """Return a sentence on one line, without a dateline such as “Rome, 3 May 2020 (ANB): ”."""
    return _DATELINE.sub("", " ".join(sentence.split()))


def bare(sentence: str) -> str:
    """Return a sentence without dateline, brackets, a first word that joins it to another, and its full stop."""
    text = _ASIDE.sub("", _BRACKETS.sub("", without_dateline(sentence))).rstrip(" .!?…")
    while led := _CONNECTIVES.match(text):
        text = text[led.end() :]
    return text


def _pieces(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the parts of a sentence between which a new clause may begin."""
    start = 0
    for joint in _JOINTS.finditer(text):
        left, right = text[start : joint.start()], text[joint.end() :]
        if joint[0].startswith(";") or (main_clause(right, lexicon) and (joint[0] != " and " or main_clause(left, lexicon))):
            yield left
            start = joint.end()
    yield text[start:]


def _continued(clause: Clause, piece: str, lexicon: Lexicon) -> Iterator[Clause]:
    """Yield what else the same subject did: “… led the war and began a reform”."""
    for joint in _CONTINUED.finditer(piece, piece.find(clause.verb) + len(clause.verb)):
        verb, _, rest = piece[joint.end() :].partition(" ")
        base = _second_verb(f"{verb} {rest}", lexicon)
        if base and clause.base and verb.endswith("s") == clause.verb.endswith("s"):
            yield replace(
                clause, verb=verb, base=base, rest=_until_verb(_until_break(rest), lexicon), leads=(), role="", after=""
            )


def _without_leads(text: str) -> tuple[tuple[str, ...], str]:
    """Return what stands before the subject, each without its comma, and the rest of a text."""
    leads: list[str] = []
    while led := DATED.match(text) or _LEAD.match(text):
        leads.append(led[0].rstrip(", "))
        text = text[led.end() :]
    return tuple(leads), text


def _subject(parts: list[str], role: str) -> tuple[str, str]:
    """Return the subject without adverbs at its end, and its role: “The mayor, Franklin Edson” is Franklin Edson."""
    while len(parts) > 1 and (parts[-1] in _ADVERBS or (parts[-1].endswith("ly") and parts[-1].islower())):
        parts = parts[:-1]
    named = _ROLE_FIRST.match(" ".join(parts))
    return (named["name"], named["role"]) if named else (" ".join(parts), role)


def _base(verb: str, rest: str, lexicon: Lexicon) -> str:
    """Return the base form; none for an auxiliary, but “had a meeting” has a verb of its own."""
    if verb in ("had", "has", "have") and _has_object(rest, lexicon):
        return "have"
    if verb in AUXILIARIES:
        return ""
    return base_form(verb, lexicon) or present_base(verb) or (verb if is_present(verb) else "")


def _simple(verb: str, rest: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return a verb and what follows it with “had negotiated” as “negotiated”."""
    participle, _, others = rest.partition(" ")
    past = past_of(participle)
    return (past, others) if verb == "had" and participle != "been" and base_form(past, lexicon) else (verb, rest)


def _has_object(rest: str, lexicon: Lexicon) -> bool:
    first = rest.partition(" ")[0]
    return begins_object(first) or not (
        past_participle(first, lexicon) or first in ("been", "also", "to") or first.endswith("ly")
    )


def _verb_at(parts: list[str], lexicon: Lexicon) -> int | None:
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
    if word in AUXILIARIES or base_form(word, lexicon):
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
    if begins_object(after) and not word.endswith("named"):
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


def _until_break(rest: str) -> str:
    """Return what belongs to the verb: up to the next clause, but over the “and” of a list."""
    for found in _BREAK.finditer(rest):
        head = rest[: found.start()]
        if not (found[0].startswith(", and") and "," in head):
            return head.strip(" ,")
    return rest.strip(" ,")


def _until_verb(rest: str, lexicon: Lexicon) -> str:
    """Return a rest up to what else the same subject did."""
    for joint in _CONTINUED.finditer(rest):
        if _second_verb(rest[joint.end() :], lexicon):
            return rest[: joint.start()]
    return rest


def _second_verb(words: str, lexicon: Lexicon) -> str | None:
    word, _, others = words.partition(" ")
    after = others.partition(" ")[0]
    followed = begins_object(after) or after in _PREPOSITIONS or after[:1].isupper() or not after
    return (
        (base_form(word, lexicon) or present_base(word))
        if followed and word not in AUXILIARIES and not may_be_noun(word)
        else None
    )


def _in_sentence(subject: str, common: frozenset[str]) -> str:
    """Return a subject as it stands within a sentence: “The mayor” → “the mayor”, names as they are."""
    first = subject.partition(" ")[0].casefold()
    second = subject.partition(" ")[2].partition(" ")[0]
    described = second.islower() and first.endswith(_DESCRIBING)
    lower = first in DETERMINERS or first in ("he", "she", "it", "they", "we") or described or first in common
    if lower and first not in DETERMINERS and is_office(first) and second.istitle():
        return subject
    acronym = len(first) > 1 and subject[1].isupper()
    return small(subject) if lower and not acronym else subject


def small(text: str) -> str:
    """Return a text with its first letter small."""
    return f"{text[:1].casefold()}{text[1:]}"
