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


LONGEST_ID = "long-" * 11 + "longs"
_LONG = "The mayor " + "spoke and spoke of bridges, " * 33 + "at length."


def write_longest(folder: Path) -> Path:
    """Write a knowledge file with the longest texts it may hold, thirty topics, and an article at an address."""
    article = ARTICLE + "".join(f"\n{number}. {_LONG}\n" for number in range(1, 8))
    passages = ", ".join(f'"{number}. {_LONG}"' for number in range(1, 7))
    entry = f"""  - id: {LONGEST_ID}
    topic: {"A topic " * 12}
    question: {"What about bridges and the speech " * 2}and the many bridges there, sir?
    phrasings: [what did the mayor say at such length, the long speech of the mayor]
    answer: "{("Much was said of it. " * 50)[:1000].strip()}"
    passages: [{passages}]
"""
    more = "".join(
        f"""  - id: topic-{number}
    topic: Topic {number}
    question: Who opened bridge {number}?
    phrasings: [who was it that opened number {number}, by whom was bridge {number} opened]
    answer: The mayor opened it.
    passages: ["The mayor opened the new bridge, which cost €6 million."]
"""
        for number in range(30)
    )
    told = f"publisher: {'Agency ' * 60}\n  title: {'The bridge ' * 60}\n  url: https://example.org/bridge#top"
    knowledge = KNOWLEDGE.replace("unanswered:", f"{entry}{more}unanswered:").replace("publisher: ANB", told)
    return write(folder, knowledge, article)
