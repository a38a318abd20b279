"""The claim that an entry sets right: whether a question makes it, or says the opposite."""

from bot.language import Query, Reader


def may_claim(query: Query, claim: Query, reader: Reader) -> bool:
    """Say whether a question may make a claim: whether no word of it is the opposite of one of the claim's that it lacks.

    A question in another language than the claim may.
    """
    opposites, asked = reader.pack.opposites, frozenset(map(reader.stem, query.words))
    claimed = frozenset(map(reader.stem, claim.words))
    return query.foreign or all((claimed - asked).isdisjoint(opposites.get(stem, ())) for stem in asked - claimed)
