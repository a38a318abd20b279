"""Makes a drafted question and its answer ready for readers, or drops them: precision before recall."""

import re

from bot.curation.draft.phrases import Asked
from bot.curation.draft.sentence.doubts import denies, doubts
from bot.knowledge import QUESTION
from bot.language import ENGLISH, tokenise

LONGEST_ANSWER = 25  # words
_SHORTEST, _LONGEST = 3, 18  # words of a question
_DANGLING = re.compile(
    r"[“”\"]|\s[,.]|,\?|\s\?|\bU\.?\?"
    r"|\b(?:he|she|they|it|him|them|I|we|us|you|this|these|those|itself|themselves|himself)\b"
    r"|\bto (?!do\b)[a-z]+\?$"
    r"|, [a-z]+\?$"
    r"|\b(?:was|were|is|are|did|do|does|has|had|have|about) (?:its|his|her|their)\b"
    r"|\b(?:the|a|an|to|in|and|by|for|with|from|at|on|that|as|or|than|of|its|their|his|also|not|so|such|both|about|was|were"
    r"|is|are|based|used|called|named|known|led|due|well|along|rather|then|ought|both|only|each)\?$"
)
"""What shows that a question was cut badly, or asks about something that it does not name."""
_STRANDED = re.compile(r"^What .* (?:to|in|of|on|for|by|from|at|with|as|into|about)\?$")
_CUT = re.compile(
    r",? (?:which|who|whose|where|when|while|although|though|because|but|since)\b|[;:—–(]|, (?:and|as|with|making|including)\b"
)
_NO_ANSWER = re.compile(
    r"^(?:or|and|he|she|it|they|this|these|those|that (?:it|they|he|she)\b(?=$))\b|\b(?:the|a|an|to|in|and|by|for|with|from|at|on"
    r"|that|as|or|than|of|its"
    r"|their|his|was|were|is|are|along|due|such|along)$",
    re.IGNORECASE,
)


def ready(asked: Asked, sentence: str) -> Asked | None:
    """Return a question and its answer as readers see them; None where either was cut badly or the sentence does not say it.

    A negative word or a hedge of the sentence that neither of them keeps makes them say something else.
    """
    question = _question(asked.question)
    answer = _answer(asked.answer)
    if question is None or answer is None or not _stands_in(answer, sentence) or _echoes(question, answer):
        return None
    if doubts(sentence) - doubts(f"{question} {answer}") or (denies(question) and not question.startswith("Why")):
        return None
    return Asked(question, _ended(f"{answer[0].upper()}{answer[1:]}"))


def is_ready(question: str) -> bool:
    """Say whether a question is fit for readers as it is."""
    return _question(question) == question


def _question(text: str) -> str | None:
    question = " ".join(text.replace(" ,", ",").split()).replace(" ?", "?")
    count = len(question.split())
    if len(question) > QUESTION or not _SHORTEST <= count <= _LONGEST:
        return None
    dangling = _DANGLING.search(question)
    if dangling and not (_STRANDED.match(question) and dangling.end() == len(question)):
        return None
    return question


def _answer(text: str) -> str | None:
    answer = " ".join(text.split()).strip(" ,;:—–")
    answer = answer if answer.endswith(("U.S.", "”")) else answer.rstrip(".")
    if len(answer.split()) > LONGEST_ANSWER:
        answer = answer[: cut.start()].strip(" ,") if (cut := _CUT.search(answer)) else answer
    if not answer or len(answer.split()) > LONGEST_ANSWER or _NO_ANSWER.search(answer):
        return None
    return answer


def _ended(answer: str) -> str:
    """Return an answer with its full stop, which a quotation has within its marks."""
    if answer.endswith((".", "!", "?", ".”", "!”", "?”")):
        return answer
    return f"{answer[:-1]}.”" if answer.startswith("“") and answer.endswith("”") else f"{answer}."


def _stands_in(answer: str, sentence: str) -> bool:
    """Say whether every word of an answer is the sentence's own."""
    return set(tokenise(answer)) <= {*tokenise(sentence), "on"}


def _echoes(question: str, answer: str) -> bool:
    """Say whether an answer only repeats its question."""
    told = set(tokenise(answer)) - ENGLISH.stopwords
    return bool(told) and told <= set(tokenise(question))
