"""What gathered edits would change, and how they are written."""

import difflib
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.answering import Answerer
from bot.curation.edit import ChangedMeanwhileError, Edit, commit_file, edited, save
from bot.curation.evaluate import read_questions
from bot.curation.replay import Voice, replay, wordings_of
from bot.errors import OutputError
from bot.knowledge import Knowledge, Manuscript
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.bench import Effects, Written


def try_out(
    before: Manuscript,
    edits: tuple[Edit, ...],
    voice: Voice,
    answering: Callable[[Knowledge], Answerer],
    labelled: Iterable[Path],
    progress: Progress,
) -> Effects:
    """Return which replies some edits would change; nothing is written.

    Args:
        before: the file as it is.
        edits: what would be changed.
        voice: answers from the file as it is.
        answering: gives what answers from the file as it would be.
        labelled: files of labelled questions.
        progress: told how far it is.

    Raises:
        KnowledgeError: the file would be unsound with them.
        OutputError: the file cannot be changed in place.
        QuestionsError: a file of labelled questions cannot be read.
    """
    progress("reading the wordings", 0.0)
    after = edited(before, edits)
    own = wordings_of([before.knowledge], [after.knowledge])
    asked = tuple(question for path in labelled for question in read_questions(path))
    steps = iter(range(1, len(own) + len(asked) + 1))
    new = Voice(answering(after.knowledge))
    replayed = replay(voice, new, (*own, *asked), lambda: progress("asking again", next(steps) / (len(own) + len(asked))))
    return Effects(before.knowledge.digest, edits, after.text, replayed, len(asked))


def fingerprint(text: str) -> str:
    """Return what tells one text of a file from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def written(before: Manuscript, effects: Effects) -> Written:
    """Write what was tried out, as it was shown.

    Raises:
        ChangedMeanwhileError: the file is no longer the one that it was tried out on; nothing is written.
        OutputError: the file cannot be written; what was there is still there.
    """
    if before.knowledge.digest != effects.digest:
        raise ChangedMeanwhileError(before.path)
    save(before, effects.text)
    return Written(difference(before, effects.text), "")


def difference(before: Manuscript, text: str) -> tuple[str, ...]:
    """Return how a text differs from the file, as a unified diff."""
    name = before.path.name
    lines = difflib.unified_diff(before.text.splitlines(), text.splitlines(), f"a/{name}", f"b/{name}", lineterm="")
    return tuple(lines)


def committed(path: Path, subject: str) -> str:
    """Commit a file, and return what became of it; a commit that git refuses does not undo what was written."""
    try:
        return f"Committed as {commit_file(path, subject)}."
    except OutputError as error:
        return f"The file is written, and not committed: {error}"
