"""Whether a question says no more than a wording, so that what is true for the one is true for the other."""

from collections.abc import Collection, Iterable

from bot.language import Query, Reader
from bot.matching.signals.features import entry_words


def says_as_much(query: Query, wordings: Iterable[Query], names: Collection[str], reader: Reader) -> bool:
    """Say whether one of some wordings has every content word of a question, in the same or a related form.

    The numbers and the negative words must be the same, and the names stand in the same order: who does it to whom.

    Args:
        query: the question.
        wordings: the wordings, as read.
        names: the stems of the words that name someone or something.
        reader: has read them all.
    """
    telling = [word for word in query.words if word not in reader.pack.stopwords]
    named = [stem for stem in query.stems if stem in names]
    for read in wordings:
        alike = (
            query.structure.negatives == read.structure.negatives
            and query.structure.numbers == read.structure.numbers
            and named == [stem for stem in read.stems if stem in names][: len(named)]
        )
        had = entry_words((read,), read, reader).supports(query, reader) if alike else {}
        if alike and telling and all(had[word] for word in telling):
            return True
    return False
