"""What a draft is made of."""

from dataclasses import dataclass

from bot.knowledge import Sentence


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry to be: an answer with the sentence it stands on, or a note where the article says nothing.

    Attributes:
        question, phrasings: how it is asked.
        text: the answer, in the sentence's own words; the note where there is no sentence.
        sentence: what it stands on; None in an unanswered entry.
    """

    question: str
    phrasings: tuple[str, ...]
    text: str
    sentence: Sentence | None
