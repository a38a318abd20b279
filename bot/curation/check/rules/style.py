"""Rules on how answers and notes read: the fact first and briefly, nothing said twice, a note that is true by itself."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.errors import Fault
from bot.knowledge import Entry, Manuscript, short
from bot.language import content, load_pack, tokenise

LONGEST = 25
"""Words of an answer; a list may be longer. A reader with the article in hand found longer ones run on."""
_LONGEST_NOTE = 40
_LEAST = 4  # words of a question that an answer can be said to repeat
_REPEATED = 0.85
"""Share of a question's words in an answer that has hardly others, and likeness of an answer to a passage, that say it twice."""
_OPENING = re.compile(r"(?:yes|no|sí|да|нет|是的?|不是?)\s*[,.;:!–—，。-]", re.IGNORECASE)
_LEANING = re.compile(
    r"^(?:it|that|this|they|there|no such|yes|no|not so|on the contrary|the opposite)\b|\bthe opposite\b", re.IGNORECASE
)


def answers(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each answer that runs on, repeats its question, or says its passage once more."""
    language = manuscript.knowledge.article.language
    for entry in (entry for entry in manuscript.knowledge.entries if entry.answered):
        for what, fix in _of_answer(entry, language):
            yield manuscript.fault("style", manuscript.at(entry.id, "answer"), f"the answer of {entry.id} {what}", fix, "warning")


def notes(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each note that leans on the question, or runs on: it is shown to whatever was asked."""
    for entry in (entry for entry in manuscript.knowledge.entries if not entry.answered):
        words, where = tokenise(entry.note), manuscript.at(entry.id, "note")
        leans = _LEANING.search(entry.note)
        if leans:
            what = f"the note of {entry.id} leans on the question: “{short(leans.group())}”"
            yield manuscript.fault("style", where, what, "say what the article does not say, or says instead", "warning")
        if len(words) > _LONGEST_NOTE:
            what = f"the note of {entry.id} has {len(words)} words"
            yield manuscript.fault("style", where, what, f"keep to one matter in {_LONGEST_NOTE}", "warning")


def doubled_openings(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each answer whose own yes or no would stand behind that of the reply to some of its wordings."""
    for entry in manuscript.knowledge.entries:
        own = _OPENING.match(entry.answer)
        said = {"yes": entry.yes, "no": entry.no}
        places = [f"answered_{word}" for word, wordings in said.items() if wordings]
        where = ["question_answered"] * bool(entry.question_answered) + places
        if own and where:
            opening = (entry.question_answered or where[0].removeprefix("answered_")).capitalize()
            what = f"a reply of {entry.id} would begin “{opening}. {own.group()}”, by its {' and '.join(where)}"
            fix = f"leave “{own.group()}” out of the answer: the reply begins with it where it is asked for"
            yield manuscript.fault("opening", manuscript.at(entry.id, "answer"), what, fix, "warning")


def _of_answer(entry: Entry, language: str) -> Iterator[tuple[str, str]]:
    pack = load_pack(language)
    words = tokenise(entry.answer, pack)
    if len(words) > LONGEST and not entry.points and "," not in entry.answer:
        yield f"has {len(words)} words", f"say the fact in {LONGEST}, or write a list"
    asked = content(entry.question, pack)
    if len(asked) >= _LEAST and _share(asked, words) >= _REPEATED and _share(words, asked) >= _REPEATED:
        yield "only repeats its question", "begin with the fact, and leave out what was asked"
    if any(_alike(words, tokenise(passage.quote, pack)) >= _REPEATED for passage in entry.passages):
        yield "is its passage once more", "say the fact in a person's words; the passage is shown below it"


def _share(of: tuple[str, ...], among: tuple[str, ...]) -> float:
    return sum(word in among for word in of) / len(of) if of else 0.0


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how alike two texts are, 0..1, by the words they share in the same order."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
