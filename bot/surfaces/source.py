"""The source line under a passage: who published it, where and when, and which paragraph it is."""

from bot.knowledge import Article, Passage


def source_line(article: Article, passage: Passage) -> str:
    """Return "publisher, dateline, paragraph n", without what the knowledge file does not tell."""
    return f"{source(article)}, paragraph {passage.paragraph}"


def source(article: Article) -> str:
    """Return "publisher, dateline", without what the knowledge file does not tell; the title where it tells neither."""
    return ", ".join(part for part in (article.publisher, article.dateline) if part) or title(article)


def title(article: Article) -> str:
    """Return what to call an article."""
    return article.title or article.name
