"""Labelled questions: one JSON object a line, each with what a right reply to it is."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.errors import QuestionsError

Kind = Literal["answerable", "broad", "near_miss", "false_premise", "off_topic"]
KINDS: tuple[Kind, ...] = ("answerable", "broad", "near_miss", "false_premise", "off_topic")


class LabelledQuestion(BaseModel):
    """A question with its label.

    Attributes:
        kind: answerable; broad, such as “what did they say”; or one of the three kinds that must not be answered.
        q: the question as a reader typed it.
        gold: the sentences ("S12") of which any one answers it.
        must: groups of wordings; of each group one must stand in the answer or its passages.
        notes: unanswered entries by their id, each with whether a strict reader found its note an apt reply.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: Kind
    q: Annotated[str, StringConstraints(min_length=1)]
    gold: tuple[Annotated[str, StringConstraints(pattern=r"^S\d+$")], ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    notes: dict[str, bool] = {}

    @property
    def answerable(self) -> bool:
        """Whether the article answers it, in one sentence or, for a broad question, in any of several."""
        return self.kind in ("answerable", "broad")


def read_questions(path: Path) -> tuple[LabelledQuestion, ...]:
    """Read a file of labelled questions; blank lines are passed over.

    Raises:
        QuestionsError: one line for each line that cannot be used, or for the file.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{path}: cannot be read ({error}); name a UTF-8 file of JSON lines") from None
    questions: list[LabelledQuestion] = []
    faults: list[str] = []
    ids: set[str] = set()
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                found = LabelledQuestion.model_validate_json(line)
                if found.id in ids:
                    faults.append(f"{path}:{number}: id: {found.id} is here twice; give each question its own")
                ids.add(found.id)
                questions.append(found)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(step) for step in fault["loc"]) or "line"
            faults.append(f"{path}:{number}: {where}: {fault['msg']}")
    if faults or not questions:
        raise QuestionsError("\n".join(faults) or f"{path}: no question in this file; write one JSON object a line")
    return tuple(questions)
