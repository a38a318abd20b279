"""A sentence's main clause, as far as rules can tell it: who or what, the verb, and the rest.

There is no parser behind this: a sentence whose beginning is not plain is left alone, and asked about in general.
"""

import re
from dataclasses import dataclass

from bot.curation.draft.verbs import AUXILIARIES, base_form, may_be_verb, present_base, words
from bot.language import ENGLISH, Lexicon

_DATELINE = re.compile(r"^[A-Z][\w .,’'-]{2,60}(?:\([A-Z][\w ./-]{1,30}\)\s*[:–—-]|\s[–—])\s+(?=[\"“A-Z])")
_LEADS = re.compile(
    r"^(?:(?:however|also|moreover|furthermore|meanwhile|additionally|consequently|therefore|thus|instead|still|then|later|likewise|"
    r"nevertheless|nonetheless|similarly|today|yesterday|ergo|in addition|for example|for instance|as a result|in fact|of course|"
    r"on the other hand|aside from that|according to [^,]{2,50})\b,?|"
    r"(?:in|on|at|by|since|during|after|before|until|from|between|under|with|for|around|within|over)\s[^,]{2,60},)\s+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|when|where|while|if|because|although|though|since|unless|what|how|there)\b", re.IGNORECASE
)
_BREAK = re.compile(
    r"(?:[;:–—(]|,\s+(?:which|who|whose|where|while|when|and|but|so|as|although|though|after|before|with|according|[a-z]+ing)\b"
    r"|\s(?:and|but)\s(?:has|have|had|was|were|is|are|will|then|also)\b|\s(?:while|although|though|whereas)\s)"
)
_APPOSITIVE = re.compile(
    r"^(?P<name>[^,]{2,50}), (?P<role>(?:a|an|the|its|their|then) [^,]{3,60}|[a-z][^,]{3,60}|\d{1,3}),? (?=\w)"
)
_NO_SUBJECT = re.compile(
    r"[,;:“”\"()]|^(?:for|in|on|at|by|with|from|to|as|of|not|you|i|we|having|being|following|including|much)\b", re.IGNORECASE
)
_FIRST = re.compile(r"[\"“]?(?:[A-Z]|(?:the|a|an|this|these|some|many|most|its|his|her|their|about|nearly)\b|\d)")
_DETERMINERS = words("""
    the a an this these those some many most all both its his her their our several few another each one two three about nearly at
""")
_BRACKETS = re.compile(r"\s\([^()]{1,40}\)|\[[^\]]{1,40}\]")
_ROLE_FIRST = re.compile(r"^(?P<role>[^,]{3,60}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})$")
_SURE = AUXILIARIES - {"have", "may", "will", "can"}  # these are verbs after any word
_LONGEST_SUBJECT = 10  # words
_ADVERBS = frozenset(
    {"also", "then", "later", "soon", "now", "never", "always", "often", "first", "finally", "still", "once", "only", "even"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause.

    Attributes:
        subject: who or what, as it stands at the beginning; its first word small if it is no name.
        verb: the verb or auxiliary as written; adverbs before it are left out.
        base: the verb's base form; empty for an auxiliary.
        rest: what follows the verb, up to the first break.
        lead: what stood before the subject ("In 2011"), without its comma.
        role: what an insertion after the subject says of it; empty without one.
    """

    subject: str
    verb: str
    base: str
    rest: str
    lead: str
    role: str

    def inverted(self, rest: str) -> str:
        """Return the clause in the order of a question, with another rest: "did the mayor open the bridge"."""
        helper = "do" if self.verb == "have" else "does" if self.verb.endswith("s") else "did"
        words = (helper, self.subject, self.base, rest) if self.base else (self.verb, self.subject, rest)
        return " ".join(word for word in words if word)


def main_clause(sentence: str, lexicon: Lexicon) -> Clause | None:
    """Return the main clause of a sentence; None where the rules cannot tell it."""
    text = _BRACKETS.sub("", without_dateline(sentence)).rstrip(" .!?…")
    led = _LEADS.match(text)
    lead = led[0].rstrip(", ") if led else ""
    text = text[led.end() :] if led else text
    aside = _APPOSITIVE.match(text)
    if aside and _verb_at(aside["name"].split(" "), lexicon) is not None:
        aside = None
    if aside:
        text = f"{aside['name']} {text[aside.end() :]}"
    parts = text.split(" ")
    place = _verb_at(parts, lexicon)
    if place is None or not _FIRST.match(text):
        return None
    subject, role = _subject(parts[:place], aside["role"] if aside else "")
    if not subject or _SUBORDINATE.search(subject) or _NO_SUBJECT.search(subject):
        return None
    rest = _until_break(" ".join(parts[place + 1 :]))
    return Clause(_in_sentence(subject), parts[place], _base(parts[place], rest, lexicon), rest, lead, role)


def without_dateline(sentence: str) -> str:
    """Return a sentence on one line, without a dateline such as “Rome, 3 May 2020 (ANB): ”."""
    return _DATELINE.sub("", " ".join(sentence.split()))


def _subject(parts: list[str], role: str) -> tuple[str, str]:
    """Return the subject without adverbs at its end, and its role: “The mayor, Franklin Edson” is Franklin Edson."""
    while len(parts) > 1 and (parts[-1] in _ADVERBS or (parts[-1].endswith("ly") and parts[-1].islower())):
        parts = parts[:-1]
    named = _ROLE_FIRST.match(" ".join(parts))
    return (named["name"], named["role"]) if named else (" ".join(parts), role)


def _base(verb: str, rest: str, lexicon: Lexicon) -> str:
    """Return the base form; none for an auxiliary, but “had a meeting” has a verb of its own."""
    if verb in ("had", "has", "have") and _begins_object(rest.partition(" ")[0]):
        return "have"
    return "" if verb in AUXILIARIES else base_form(verb, lexicon) or present_base(verb, lexicon) or ""


def _verb_at(parts: list[str], lexicon: Lexicon) -> int | None:
    """Return the place of the verb: an auxiliary, a past form, or a present form that an object follows."""
    for place, word in enumerate(parts[: _LONGEST_SUBJECT + 2]):
        if not place:
            continue
        before, after = parts[place - 1].casefold(), parts[place + 1] if place + 1 < len(parts) else ""
        known = word in AUXILIARIES or base_form(word, lexicon)
        if known and (may_be_verb(before) or word in _SURE):
            return place
        if _begins_object(after) and may_be_verb(before) and not before.endswith("s") and present_base(word, lexicon):
            return place
    return None


def _begins_object(word: str) -> bool:
    return word in _DETERMINERS or word in ENGLISH.numbers or word[:1].isdigit() or word.startswith(("$", "€", "£"))


def _until_break(rest: str) -> str:
    """Return what belongs to the verb: up to the next clause, but over the “and” of a list."""
    for found in _BREAK.finditer(rest):
        head = rest[: found.start()]
        if not (found[0].startswith(", and") and "," in head):
            return head.strip(" ,")
    return rest.strip(" ,")


def _in_sentence(subject: str) -> str:
    """Return a subject as it stands within a sentence: “The mayor” → “the mayor”, names as they are."""
    first, _, others = subject.partition(" ")
    small = first.casefold() in _DETERMINERS or first.casefold() in ("he", "she", "it", "they", "we")
    return f"{first.casefold()} {others}".strip() if small else subject
