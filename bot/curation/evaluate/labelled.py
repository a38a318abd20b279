"""Labelled questions: each with what a right reply to it is."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

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

    @property
    def graded(self) -> bool:
        """Whether its label tells a right answer from a wrong one; where the article answers it and it does not, any does."""
        return bool(self.gold or self.must) or not self.answerable
