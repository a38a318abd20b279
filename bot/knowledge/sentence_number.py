"""Passages that are written as the number of a sentence: S22, or S22-S24 for those of one paragraph that follow each other."""

import re

from bot.knowledge.article import Article, Passage, plain_spaces
from bot.knowledge.quotes import find_between, fold
from bot.knowledge.schema import TEXT, QuoteFields

_NUMBER = re.compile(r"[Ss]([0-9]{1,6})(?:\s?[-–]\s?[Ss]?([0-9]{1,6}))?")
_CONTEXT = (24, 60, 200)  # characters of what stands around it that tell a repeated sentence apart, the fewest that are enough


class SentenceNumberError(Exception):
    """A sentence number that cannot be meant: what is wrong, and how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what, self.fix = what, fix


def is_sentence_number(written: QuoteFields) -> bool:
    """Say whether a passage is written as a number, which is never looked for in the article's text."""
    return bool(_NUMBER.fullmatch(written.quote.strip())) and not (written.prefix or written.suffix)


def numbered_passage(written: str, article: Article) -> Passage:
    """Return the passage that a sentence number means.

    Raises:
        SentenceNumberError: the article has no such sentence, or it cannot be cited.
    """
    found = _NUMBER.fullmatch(written.strip())
    if not found:
        raise SentenceNumberError(f"“{written}” is no sentence number", "write it such as S22")
    first = int(found[1])
    last = int(found[2] or first)
    count = len(article.sentences)
    if last < first:
        raise SentenceNumberError(f"“{written}” runs backwards", "write the lower number first")
    if not 1 <= first <= last <= count:
        raise SentenceNumberError(f"“{written}”: the article has sentences S1 to S{count}", "see them with `sentences`")
    run = article.sentences[first - 1 : last]
    if any(sentence.caption for sentence in run):
        raise SentenceNumberError(f"“{written}” is a caption, which is never cited", "cite a sentence; see them with `sentences`")
    if run[0].paragraph != run[-1].paragraph:
        raise SentenceNumberError(f"“{written}” goes over several paragraphs", "write a passage for each")
    if run[-1].end - run[0].start > TEXT:
        raise SentenceNumberError(f"“{written}” is longer than {TEXT} characters", "copy the part that says it")
    return article.passage(run[0].start, run[-1].end)


def distinct_quote(passage: Passage, article: Article) -> QuoteFields:
    """Return a passage as it is written in a knowledge file, with as much around it as tells it from the same words elsewhere."""
    folded = fold(article.text)
    quote = plain_spaces(passage.quote)
    before, after = article.text[: passage.start], article.text[passage.end :]
    contexts = [("", ""), *((before[-n:], "") for n in _CONTEXT), *((before[-n:], after[:n]) for n in _CONTEXT)]
    options = [QuoteFields(quote=quote, prefix=plain_spaces(left), suffix=plain_spaces(right)) for left, right in contexts]
    place = ((passage.start, passage.end),)
    return next((option for option in options if find_between(option, folded) == place), options[-1])
