"""Questions that readers are likely to ask beside an entry and that the article, as far as words can tell, does not answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.curation.draft.phrases import plain, shortened
from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.doubts import doubts
from bot.curation.draft.sentence.facts import DATE, MONEY, PLACE, without
from bot.curation.draft.sentence.people import is_person
from bot.curation.draft.sentence.speech import about, reports
from bot.curation.english.tables import words
from bot.curation.english.verbs import past_of, past_participle
from bot.knowledge import Article
from bot.language import ENGLISH, LanguagePack, tokenise

_REASON = re.compile(
    r"\b(?:because|due to|owing|thanks to|so that|in order|reasons?|causes?d?|as a result|in response|therefore|since|led to"
    r"|purpose"
    r"|after failing|consequently|hence|so|following|for the sake)\b"
    r"|\bto [a-z]{3,}",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{3}|(?i:centur|decade|today|yesterday|years?\b)|(?i:\b(?:after|before|when|during|while|once|soon|following|upon)\b)"
    rf"|{DATE.pattern}"
)
"""What may tell when something was, in whatever form."""
_PRICE = re.compile(
    r"\b(?:pric|cost|worth|paid|pay(?:s|ing|ment)?\b|fees?\b|money|sum\b|fund|budget|expens|invest|dollar|euro|pound|yen\b|lir[ae]\b"
    r"|franc(?:s|)\b|marks\b|kron|crowns?\b|pes[oe]|rupee|roubl|rubl|dinar|guilder|florin|ducat|shilling|thaler|zloty|yuan|rand\b"
    r"|cheap|half a million|million|billion)",
    re.IGNORECASE,
)
"""What may tell what something cost, in whatever words."""
_TROUBLE = re.compile(
    r"\b(?:too|few|fewer|lack\w*|short\w*|fail\w*|damag\w*|fires?|flood\w*|crisis|wars?|debts?|danger\w*|unsafe|declin\w*|fell"
    r"|broke\w*|collaps\w*|bankrupt\w*|need\w*|want\w*|poor|threat\w*|crowd\w*|loss\w*|lost|ill\w*|epidemic|attack\w*"
    r"|old|weak|problem\w*|dispute\w*|complain\w*|protest\w*)\b",
    re.IGNORECASE,
)
"""What may have been the reason of what is told next."""
_POSITION = re.compile(
    r"\b(?:near|at|in|on|beside|outside|inside|along|behind|opposite|off|between|within|around|under|above|below|across|where|there"
    r"|here|site|place|location)\b",
    re.IGNORECASE,
)
_PRONOUNS = words("it its they their them he his him she her this that these those there such here one")
_EVENTS = words("""
    build open buy launch create construct install renovate erect acquire close found establish sign invent discover publish
    adopt
    ban abolish introduce approve reject cancel stop move sell form merge announce destroy attack invade leave join
    elect appoint dismiss arrest release pass ratify patent demolish
""")
_PAID = words("build open buy launch create construct install renovate erect acquire")
_PAST = words("was were")
_Gap = tuple[str, str, str]  # kind, question, what is not said


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what stands around it in its paragraph, which may answer what the sentence leaves open."""

    before: str
    sentence: str
    after: str

    @property
    def paragraph(self) -> str:
        """The text of the paragraph."""
        return " ".join((self.before, self.sentence, self.after))


def missed(clause: Clause, article: Article, told: Told, pack: LanguagePack) -> Iterator[_Gap]:
    """Yield the kind, the question and the note of what is likely to be asked about a clause and is not said near it.

    Args:
        clause: what a sentence tells, with a subject that names something.
        article: the article.
        told: the sentence in its paragraph.
        pack: the language.
    """
    if reports(clause):
        yield from _other_side(clause, article)
        return
    done = _done(clause, pack)
    rest = _without_circumstances(clause)
    if done not in _EVENTS or doubts(told.sentence) or _told_again(clause, rest, article, pack):
        return
    said = f"{clause.subject} {clause.verb} {rest}"
    yield from _causes(clause, rest, told, pack)
    if done in _PAID and not _PRICE.search(article.text) and not MONEY.search(article.text):
        made = clause.subject if not clause.base else rest
        yield "how much", f"How much did {made} cost?", f"how much {made} cost"
    if not _TIME.search(told.paragraph):
        yield "when", f"When {clause.inverted(rest)}?", f"when {said}"
    if done in ("sign", "build", "found", "publish") and not _is_placed(told):
        yield "where", f"Where {clause.inverted(rest)}?", f"where {said}"


def _causes(clause: Clause, rest: str, told: Told, pack: LanguagePack) -> Iterator[_Gap]:
    """Yield why and by whom, where no sentence that follows is about the same."""
    if _goes_on(clause, told, pack):
        return
    if not _REASON.search(told.paragraph) and not _TROUBLE.search(told.before):
        yield "why", f"Why {clause.inverted(rest)}?", f"why {clause.subject} {clause.verb} {rest}"
    if not clause.base and not re.search(r"\bby\b", f"{clause.rest} {clause.after}"):
        participle, _, others = rest.partition(" ")
        asked = f"{past_of(participle)} {clause.subject} {others}".strip()
        yield "who", f"Who {asked}?", f"who {asked}"


def _goes_on(clause: Clause, told: Told, pack: LanguagePack) -> bool:
    """Say whether a sentence that follows takes up what a clause tells, by a pronoun or by one of its words."""
    after = tokenise(told.after)
    named = {pack.stem(token) for token in tokenise(f"{clause.subject} {clause.rest}") if token not in ENGLISH.stopwords}
    return not (_PRONOUNS.isdisjoint(after) and named.isdisjoint(pack.stem(token) for token in after))


def _is_placed(told: Told) -> bool:
    """Say whether a place may be told: by a name anywhere in the paragraph, or in any words from the sentence on."""
    after = DATE.sub(" ,", f" {told.sentence} {told.after}")
    return bool(PLACE.search(f" {told.paragraph}") or _POSITION.search(after))


def _done(clause: Clause, pack: LanguagePack) -> str:
    """Return the base of what was done, whichever way it is told; empty where it is no deed of the past."""
    if clause.base:
        return clause.base if clause.past else ""
    participle = clause.rest.partition(" ")[0]
    if clause.verb not in _PAST or not past_participle(participle, pack.lexicon):
        return ""
    return next((base for base in sorted(_EVENTS) if pack.stem(base) == pack.stem(participle)), "")


def _without_circumstances(clause: Clause) -> str:
    rest = without(f" {clause.rest}", DATE.search(f" {clause.rest}"))
    return shortened(plain(without(f" {rest}", PLACE.search(f" {rest}"))))


def _told_again(clause: Clause, rest: str, article: Article, pack: LanguagePack) -> bool:
    """Say whether another sentence has the deed and the thing, and so may tell more of it."""
    verb, thing = (clause.verb, rest or clause.subject) if clause.base else (clause.rest.partition(" ")[0], clause.subject)
    wanted = {pack.stem(tokenise(verb)[-1]), pack.stem((tokenise(thing) or tokenise(clause.subject))[-1])}
    told = ({pack.stem(token) for token in tokenise(article.text[s.start : s.end])} for s in article.citable())
    return sum(wanted <= stems for stems in told) > 1


def _other_side(clause: Clause, article: Article) -> Iterator[_Gap]:
    """Yield what the others said about it, for somebody else of whom the article names no word about it."""
    topic = about(clause)
    others = {name for name in _people(article.text) if name not in clause.subject and clause.subject not in name}
    for name in sorted(others, key=article.text.index)[:1] if topic else ():
        subject = [token for token in tokenise(topic) if token not in ENGLISH.stopwords]
        sentences = [article.text[s.start : s.end] for s in article.citable()]
        if subject and not any(name.split()[-1] in s and set(subject) & set(tokenise(s)) for s in sentences):
            yield "other side", f"What did {name} say about {topic}?", f"what {name} said about {topic}"


def _people(text: str) -> Iterator[str]:
    for found in re.finditer(r"(?<![\w.“\"] )(?<=[a-z,] )[A-Z][a-zéü]+ [A-Z][a-zéü]+\b(?! [A-Z])", text):
        if is_person(found[0]):
            yield found[0]
