"""What is said with a passage: who published it, where and when, in which paragraph; and that it is no answer."""

from bot.answering import Suggestion
from bot.knowledge import Article, Passage

CLOSEST = "The closest passage, not an answer: nobody has approved an answer to that question."
"""What stands above passages that are only near, in the terminal and in JSON."""


def source_line(article: Article, passage: Passage) -> str:
    """Return "publisher, dateline, paragraph n", without what the knowledge file does not tell."""
    return f"{source(article)}, paragraph {passage.paragraph}"


def source(article: Article) -> str:
    """Return "publisher, dateline", without what the knowledge file does not tell; the title where it tells neither."""
    return ", ".join(part for part in (article.publisher, article.dateline) if part) or article.called


def offered(suggestion: Suggestion) -> str:
    """Return a suggested question, with its article's name where there are several."""
    return f"{suggestion.entry.question} (in “{suggestion.article}”)" if suggestion.article else suggestion.entry.question
