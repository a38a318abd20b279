"""Makes small knowledge files for tests: a sound one, and the same with one fault."""

from pathlib import Path

from bot.knowledge.article import sha256

ARTICLE = """Rome, 3 May 2020 (ANB): The mayor opened the new bridge, which cost €6 million. It “will last”, she said.

The bridge
The old bridge fell in 2018. Nobody was hurt. The bridge is new. The bridge is new.
"""

KNOWLEDGE = """\
schema: 1
article:
  file: bridge.txt
  sha256: "{sha256}"
  publisher: ANB
  dateline: "Rome, 3 May 2020"
  captions: [The bridge]
entries:
  - id: opened-by
    question: Who opened the bridge?
    phrasings:
      - who was it that opened it
      - by whom was the new bridge opened
    answer: The mayor opened the new bridge.
    passages: ["The mayor opened the new bridge, which cost €6 million."]
  - id: old-bridge
    question: When did the old bridge fall?
    phrasings: [which year did the old one fall, in what year did the earlier bridge collapse]
    answer: The old bridge fell in 2018.
    passages: [The old bridge fell in 2018.]
unanswered:
  - id: architect
    question: Who designed the bridge?
    phrasings: [name of the architect, who drew the plans of the bridge]
    note: The article does not say who designed the bridge.
"""


def write(folder: Path, knowledge: str = KNOWLEDGE, article: str = ARTICLE) -> Path:
    """Write an article and its knowledge file, pinned, and return the knowledge file's path."""
    (folder / "bridge.txt").write_text(article, encoding="utf-8", newline="")
    path = folder / "bridge.yaml"
    path.write_text(knowledge.replace("{sha256}", sha256(article.encode())), encoding="utf-8")
    return path
