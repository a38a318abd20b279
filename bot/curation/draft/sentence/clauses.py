"""A sentence's clauses, as far as rules can tell them: who or what, the verb, and the rest.

There is no parser behind this: a clause whose beginning is not plain is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.curation.draft.sentence.doubts import holds_under, is_doubtful, is_place, without_adverbs
from bot.curation.draft.sentence.facts import DATE
from bot.curation.draft.sentence.leads import bare, without_leads
from bot.curation.draft.sentence.people import is_office, is_role
from bot.curation.draft.sentence.predicate import DETERMINERS, base_of, second_verb, simple, verb_at
from bot.curation.english.verbs import (
    is_unchanged,
)
from bot.language import Lexicon

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
    r"|making|including|[a-z]+ing|(?:its|their|his|her) [a-z]+ [a-z]+ing)\b"
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
_ROLE_FIRST = re.compile(r"^(?P<role>[^,]{3,60}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})$")
_NEW_SUBJECT = re.compile(r"^[^,]*, [A-Z]\w+ (?:is|was|has|had|are|were)\b")  # “a term used at first, Huguenot has …”
_DESCRIBING = ("ic", "al", "ive", "ous", "ary", "less", "ful")  # endings of adjectives that are no names


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
    def place(self) -> str:
        """The place that it begins with, as it stands within a sentence; empty without one."""
        return next((small(lead) for lead in self.leads if is_place(lead)), "")

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
    leads, text = without_leads(bare(sentence))
    text = _INSERTION.sub(r"\g<name> ", text)
    aside = _APPOSITIVE.match(text)
    if aside and verb_at(aside["name"].split(" "), lexicon) is not None:
        aside = None
    if aside:
        text = f"{aside['name']} {text[aside.end() :]}"
    parts = text.split(" ")
    place = verb_at(parts, lexicon)
    if place is None or not _FIRST.match(text):
        return None
    parts[place - 1] = parts[place - 1].rstrip(",")
    subject, role = _subject(parts[:place], aside["role"] if aside else "")
    if (
        not subject
        or is_doubtful(subject)
        or _SUBORDINATE.search(subject)
        or (_NO_SUBJECT.search(subject) and not _COUNTED.match(subject))
    ):
        return None
    whole = " ".join(parts[place + 1 :])
    if _NEW_SUBJECT.search(whole):
        return None
    verb, whole = simple(parts[place], whole, lexicon)
    rest = _until_verb(_until_break(whole), lexicon)
    after = whole[len(rest) :].strip()
    clause = Clause(_in_sentence(subject, common), verb, base_of(verb, rest, lexicon), rest, leads, role, after)
    return clause if _stands_alone(clause) else None


def _stands_alone(clause: Clause) -> bool:
    """Say whether a clause is true without what it begins with, or with it behind: “in France”."""
    past = clause.past or clause.verb in ("was", "were", "had")
    return all(holds_under(lead, past) or is_place(lead) for lead in clause.leads)


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
        base = second_verb(f"{verb} {rest}", lexicon)
        if base and clause.base and verb.endswith("s") == clause.verb.endswith("s"):
            yield replace(
                clause, verb=verb, base=base, rest=_until_verb(_until_break(rest), lexicon), leads=(), role="", after=""
            )


def _subject(parts: list[str], role: str) -> tuple[str, str]:
    """Return the subject without adverbs at its end, and its role: “The mayor, Franklin Edson” is Franklin Edson.

    The subject is empty where an adverb changes what is told.
    """
    subject = " ".join(without_adverbs(parts) or ())
    named = _ROLE_FIRST.match(subject)
    if named and is_role(named["role"]):
        return named["name"], named["role"]
    return subject, role if is_role(role) else ""


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
        if second_verb(rest[joint.end() :], lexicon):
            return rest[: joint.start()]
    return rest


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
