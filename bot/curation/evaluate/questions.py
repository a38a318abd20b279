"""Files of labelled questions: one JSON object a line (.jsonl), or a plain text (.txt); alone, several, or a whole folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from bot.curation.evaluate.labelled import LabelledQuestion
from bot.curation.evaluate.plain import FORM, read_line
from bot.errors import QuestionsError
from bot.knowledge import short
from bot.language import tokenise

_ENDINGS = (".jsonl", ".txt")


def read_all(paths: Iterable[Path]) -> tuple[LabelledQuestion, ...]:
    """Read files of labelled questions, and those of folders, in order.

    Raises:
        QuestionsError: one line for each line that cannot be used, or for the file.
    """
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    return tuple(question for file in files for question in read_questions(file))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix in _ENDINGS and file.is_file())
    if not found:
        raise QuestionsError(f"{path}: no file of questions in this folder; name them .jsonl or .txt")
    return found


def read_questions(path: Path) -> tuple[LabelledQuestion, ...]:
    """Read a file of labelled questions; blank lines are passed over.

    Raises:
        QuestionsError: one line for each line that cannot be used, or for the file.
    """
    if path.suffix not in _ENDINGS:
        raise QuestionsError(f"{path}: is no file of labelled questions; name a .jsonl or .txt file, or a folder of them")
    questions: list[LabelledQuestion] = []
    faults: list[str] = []
    ids: set[str] = set()
    for number, line in enumerate(_lines(path), start=1):
        found = read_line(_relative(path), number, line) if path.suffix == ".txt" else _from_json(line)
        if isinstance(found, LabelledQuestion) and found.id in ids:
            found = f"id: {found.id} is here twice; give each question its own"
        if isinstance(found, str):
            faults.append(f"{path}:{number}: {found}")
        elif found:
            ids.add(found.id)
            questions.append(found)
    if faults or not questions:
        form = FORM if path.suffix == ".txt" else "write one JSON object a line"
        raise QuestionsError("\n".join(faults) or f"{path}: no question in this file; {form}")
    return tuple(questions)


def repeated(questions: Iterable[LabelledQuestion]) -> Iterator[str]:
    """Yield a line for each question that was asked before in the same words: it counts again."""
    first: dict[tuple[str, ...], LabelledQuestion] = {}
    for one in questions:
        earlier = first.setdefault(tokenise(one.q), one)
        if earlier is not one:
            yield f"{one.id}: “{short(one.q)}” is asked as {earlier.id} already, and counts twice"


def _relative(path: Path) -> Path:
    """Return a path as seen from the working folder, where it is in there."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path


def _lines(path: Path) -> Iterator[str]:
    try:
        yield from path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{path}: cannot be read ({error}); name a UTF-8 file of questions") from None


def _from_json(line: str) -> LabelledQuestion | str | None:
    """Return the question of a line, what is wrong with it, or None where it is blank."""
    try:
        return LabelledQuestion.model_validate_json(line) if line.strip() else None
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(step) for step in fault["loc"]) or "line"
        return f"{where}: {fault['msg']}"
