"""Makes a small knowledge file for tests, with names, years, titles and parties, as a curator would write it."""

from pathlib import Path

from bot.knowledge import sha256

ARTICLE = """Mayor Novak opened the Sava bridge in 2019. Kos, the architect, praised Novak for the plan.

The first ferry sank in 1921 near Zagreb. Horvat had sailed it.

Croatia renewed its treaty with the railway.
"""
KNOWLEDGE = """schema: 1
article: {{file: bridge.txt, sha256: "{hash}", language: en}}
entries:
  - id: opened
    question: Who opened the bridge in 2019?
    phrasings: [which mayor opened the bridge, "who opened the bridge, and when", did Novak open the bridge]
    answer: Mayor Novak.
    passages: ["Mayor Novak opened the Sava bridge in 2019."]
  - id: praised
    question: What did Kos praise Novak for?
    phrasings: [why did Kos praise Novak, what did the architect praise]
    answer: Kos praised Novak for the plan.
    passages: ["Kos, the architect, praised Novak for the plan."]
  - id: sank
    question: When was the first ferry sunk?
    phrasings: [in which year did the ferry sink near Zagreb, what happened to the ferry]
    answer: "In 1921."
    passages: ["The first ferry sank in 1921 near Zagreb."]
  - id: renewed
    question: Which treaty was renewed?
    phrasings: [what treaty did Croatia renew, what was renewed by the railway and Croatia]
    answer: The treaty with the railway.
    passages: ["Croatia renewed its treaty with the railway."]
"""


def write(folder: Path, article: str = ARTICLE) -> Path:
    """Write the article and its knowledge file to a folder, and return the latter's path."""
    (folder / "bridge.txt").write_text(article, encoding="utf-8")
    file = folder / "bridge.yaml"
    file.write_text(KNOWLEDGE.format(hash=sha256(article.encode())), encoding="utf-8")
    return file
