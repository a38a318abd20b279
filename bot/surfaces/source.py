"""The source line under a passage: who published it, where and when, and which paragraph it is."""

from bot.knowledge import Article, Passage


def source_line(article: Article, passage: Passage) -> str:
    """Return "publisher, dateline, paragraph n", without what the knowledge file does not tell."""
    told = [part for part in (article.publisher, article.dateline) if part] or [article.title or article.name]
    return f"{', '.join(told)}, paragraph {passage.paragraph}"
