"""Coverage: which sentences of the article an answer cites."""

from collections.abc import Iterator

from bot.errors import Fault
from bot.knowledge import Knowledge
from bot.knowledge.manuscript import Manuscript
from bot.knowledge.proving import short


def wanted(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the sentences that coverage asks for: the citable ones that are not deliberately skipped."""
    return tuple(s.number for s in knowledge.article.citable() if s.number not in knowledge.article.skipped)


def uncovered(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the wanted sentences that no answered entry cites."""
    article = knowledge.article
    cited = {s.number for e in knowledge.entries if e.answered for p in e.passages for s in article.sentences_within(p)}
    return tuple(number for number in wanted(knowledge) if number not in cited)


def gaps(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each uncovered sentence, at its place in the article."""
    article = manuscript.knowledge.article
    path = manuscript.path.parent / manuscript.fields.article.file
    for number in uncovered(manuscript.knowledge):
        sentence = article.sentences[number - 1]
        line, column = line_and_column(article.text, sentence.start)
        what = f"no entry cites sentence {number}, “{short(article.text[sentence.start : sentence.end])}”"
        mend = "add an entry; or copy it to article.skipped, or to article.captions if it is one"
        yield Fault(path, "coverage", what, mend, line, column, "warning")


def line_and_column(text: str, place: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a character."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
