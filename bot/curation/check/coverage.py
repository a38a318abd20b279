"""Coverage: which sentences of the article an answer cites."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.errors import Fault
from bot.knowledge import Knowledge
from bot.knowledge.manuscript import Manuscript
from bot.knowledge.validate import short

_LISTED = 200  # sentences told one by one


def wanted(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the sentences that coverage asks for: the citable ones that are not deliberately skipped."""
    return tuple(s.number for s in knowledge.article.citable() if s.number not in knowledge.article.skipped)


def uncovered(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the wanted sentences that no answered entry cites."""
    article = knowledge.article
    cited = {s.number for e in knowledge.entries if e.answered for p in e.passages for s in article.sentences_within(p)}
    return tuple(number for number in wanted(knowledge) if number not in cited)


def gaps(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each uncovered sentence, at its place in the article; a long list is cut, and says so."""
    article = manuscript.knowledge.article
    path = manuscript.path.parent / manuscript.fields.article.file
    starts, numbers = line_starts(article.text), uncovered(manuscript.knowledge)
    for listed, number in enumerate(numbers[: _LISTED + 1]):
        sentence = article.sentences[number - 1]
        what = f"no entry cites sentence {number}, “{short(article.text[sentence.start : sentence.end])}”"
        mend = "add an entry; or copy it to article.skipped, or to article.captions if it is one"
        if listed == _LISTED:
            what, mend = f"no entry cites this sentence nor {len(numbers) - _LISTED - 1} more", "see them in the report"
        yield Fault(path, "coverage", what, mend, *line_and_column(starts, sentence.start), "warning")


def line_starts(text: str) -> list[int]:
    """Return the place of the first character of every line."""
    return [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]


def line_and_column(starts: Sequence[int], place: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a character, from the places where lines start."""
    line = bisect_right(starts, place)
    return line, place - starts[line - 1] + 1
