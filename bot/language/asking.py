"""The asking part of a message: what of it asks, without the story around it.

“Hi all, I saw the headline at work and my boss says it was in 2019, when was the treaty renewed?” asks “when was
the treaty renewed”. A message is cut into clauses; those that ask are kept, with what belongs to them, and statements about the
writer are not. Of a message that only states or names something, everything but the writer's own story is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.language.pack import ENGLISH, LanguagePack
from bot.language.tokens import tokenise

_SENTENCE = re.compile(r"(?:[^.?!;\n]|[.](?=\w))+[.?!;\n]*")
_CLAUSE = re.compile(r",(?!\d)|:(?!\d)|[()\"“”–—]| - |\.\.\.")
_ADDRESS = re.compile(r"<?https?://\S+>?|<[@#]\S+>")
_MASKED_LINK = re.compile(r"\[([^\]]*)\]\(<?https?://[^)]*\)")
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)
_BEGINNING = 3  # words within which a clause that asks has its question word
_LEAST = 2  # words that ask for something; a part with fewer leans on the story


@dataclass(slots=True)
class _Clause:
    text: str
    tokens: tuple[str, ...]
    asks: bool = False


def without_addresses(text: str) -> str:
    """Return a message without quoted lines, addresses and mentions; of a masked link the text stays.

    Where nothing else is there, quoted lines are what is meant.
    """
    bare = _ADDRESS.sub(" ", _MASKED_LINK.sub(r"\1", text))
    unquoted = _QUOTED_LINE.sub(" ", bare)
    return unquoted if tokenise(unquoted) else bare


def asking_part(text: str, pack: LanguagePack = ENGLISH) -> str:
    """Return the clauses of a message that ask, in its own words, a sentence each; the message itself where all of it does.

    Args:
        text: any message, without addresses.
        pack: its language; of a language without a pack the whole message is returned.
    """
    if not pack.question_words:
        return text
    clauses = [clause for sentence in _SENTENCE.findall(text) for clause in _marked(sentence, pack)]
    asking = [clause for clause in clauses if clause.asks] or [clause for clause in clauses if not _personal(clause, pack)]
    if len(asking) == len(clauses) or not _asks_for_something(asking, pack):
        return text
    return ". ".join(clause.text for clause in asking)


def _marked(sentence: str, pack: LanguagePack) -> list[_Clause]:
    """Return the clauses of a sentence; those that ask are marked, and those that belong to them."""
    parts = (part.strip(" -.?!;\n") for part in _CLAUSE.split(sentence))
    clauses = [_Clause(part, tokenise(part, pack)) for part in parts if part]
    questioned = "?" in sentence
    for clause in clauses:
        clause.asks = _asks(clause, questioned, pack)
    if any(clause.asks for clause in clauses):
        _mark_belonging(clauses, pack)
    elif questioned:
        own = [clause for clause in clauses if not _personal(clause, pack)]
        for clause in own or clauses:
            clause.asks = True
    return clauses


def _mark_belonging(clauses: Sequence[_Clause], pack: LanguagePack) -> None:
    """Mark what stands before a clause that asks and leads to it (“In 2021, …”), and what follows it."""
    follows = False
    for clause in clauses:
        leads = bool(clause.tokens) and clause.tokens[0] in pack.leading
        clause.asks = clause.asks or ((leads or follows) and not _personal(clause, pack))
        follows = follows or clause.asks


def _asks(clause: _Clause, questioned: bool, pack: LanguagePack) -> bool:
    words = clause.tokens
    if not words:
        return False
    begins = not pack.interrogatives.isdisjoint(words[:_BEGINNING]) and words[0] not in pack.first_person
    if words[0] in pack.auxiliaries or words[0] in pack.requests or (begins and not _answers(clause, pack)):
        return True
    if _personal(clause, pack):  # “I wonder whether they met” asks, “I know who he is” tells
        return not pack.wondering.isdisjoint(words) and (questioned or not pack.interrogatives.isdisjoint(words))
    return questioned and not pack.interrogatives.union(pack.auxiliaries).isdisjoint(words)


def _answers(clause: _Clause, pack: LanguagePack) -> bool:
    """Say whether a clause with a question word at its beginning states something: “That's not what I'm after”."""
    return clause.tokens[0] in pack.referring and _personal(clause, pack)


def _personal(clause: _Clause, pack: LanguagePack) -> bool:
    return not pack.first_person.isdisjoint(clause.tokens)


def _asks_for_something(clauses: Iterable[_Clause], pack: LanguagePack) -> bool:
    words = [word for clause in clauses for word in clause.tokens if word not in pack.stopwords]
    return len(words) >= _LEAST


def questions_in(text: str, pack: LanguagePack = ENGLISH) -> tuple[str, ...]:
    """Return the questions of a message that asks several, in its own words; none where it asks one.

    A message is cut behind question marks, and where a joining word stands before one that asks (“… and what …”). Each part must
    ask, and name something by itself.
    """
    asks = pack.interrogatives | pack.auxiliaries
    if not pack.joining or not asks:
        return ()
    words = "|".join(sorted(asks))
    joint = re.compile(rf"(?<=\?)\s+|[\s,;]+(?:{'|'.join(sorted(pack.joining))})\s+(?=(?:{words})\b)", re.IGNORECASE)
    parts = tuple(part.strip() for part in joint.split(asking_part(without_addresses(text), pack)))
    return parts if len(parts) > 1 and all(_asks_by_itself(tokenise(part, pack), asks, pack) for part in parts) else ()


def _asks_by_itself(words: Sequence[str], asks: frozenset[str], pack: LanguagePack) -> bool:
    content = [word for word in words if word not in pack.stopwords and word not in asks]
    return len(content) >= _LEAST and not asks.isdisjoint(words[:_BEGINNING])
