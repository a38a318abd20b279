"""Questions that readers are likely to ask beside an entry and that the article, as far as words can tell, does not answer."""

import re
from collections.abc import Iterator

from bot.curation.draft.phrases import plain, shortened
from bot.curation.draft.sentence.clauses import Clause
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
_TIME = re.compile(rf"\d{{3}}|(?i:centur|decade|today|yesterday|years?\b)|{DATE.pattern}")
"""What may tell when something was, in whatever form."""
_EVENTS = words("""
    build open buy launch create construct install renovate erect acquire close found establish sign invent discover publish
    adopt
    ban abolish introduce approve reject cancel stop move sell form merge announce destroy attack invade leave join
    elect appoint dismiss arrest release pass ratify patent demolish
""")
_PAID = words("build open buy launch create construct install renovate erect acquire")
_PAST = words("was were")


def missed(clause: Clause, article: Article, paragraph: str, pack: LanguagePack) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the question and the note of what is likely to be asked about a clause and is not said near it.

    Args:
        clause: what a sentence tells, with a subject that names something.
        article: the article.
        paragraph: the text of the sentence's paragraph.
        pack: the language.
    """
    if reports(clause):
        yield from _other_side(clause, article)
        return
    done = _done(clause, pack)
    rest = _without_circumstances(clause)
    if done not in _EVENTS or _told_again(clause, rest, article, pack):
        return
    told = f"{clause.subject} {clause.verb} {rest}"
    if not _REASON.search(paragraph):
        yield "why", f"Why {clause.inverted(rest)}?", f"why {told}"
    if not clause.base and not re.search(r"\bby\b", f"{clause.rest} {clause.after}"):
        participle, _, others = rest.partition(" ")
        asked = f"{past_of(participle)} {clause.subject} {others}".strip()
        yield "who", f"Who {asked}?", f"who {asked}"
    if done in _PAID and not MONEY.search(article.text):
        made = clause.subject if not clause.base else rest
        yield "how much", f"How much did {made} cost?", f"how much {made} cost"
    if not _TIME.search(paragraph):
        yield "when", f"When {clause.inverted(rest)}?", f"when {told}"
    if not PLACE.search(f" {paragraph}") and done in ("sign", "build", "found", "publish"):
        yield "where", f"Where {clause.inverted(rest)}?", f"where {told}"


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


def _other_side(clause: Clause, article: Article) -> Iterator[tuple[str, str, str]]:
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
