"""Where a passage stands: who published it, where and when, in which paragraph."""

from bot.knowledge import Article, Passage


def source_line(article: Article, passage: Passage) -> str:
    """Return "publisher, dateline, paragraph n" in English, without what the knowledge file does not say."""
    return f"{source(article)}, paragraph {article.counted(passage.paragraph)}"


def source(article: Article) -> str:
    """Return "publisher, dateline", without what the knowledge file does not say; the title where it says neither."""
    return ", ".join(part for part in (article.publisher, article.dateline) if part) or article.called
