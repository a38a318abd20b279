"""Makes small knowledge files for tests: a sound one, the same with one fault, and one with the longest texts."""

from pathlib import Path

from bot.knowledge import sha256

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

FAULTS = {
    "an anchor": ("who was it that opened it", "&x who was it", "bridge.yaml:12:9: an anchor (&) is not allowed"),
    "an alias": ("who was it that opened it", "*x", "bridge.yaml:12:9: an alias (*) is not allowed"),
    "a tag": ("who was it that opened it", "!!str who", "bridge.yaml:12:9: a tag (!) is not allowed"),
    "a key twice": ("    answer: The mayor", "    id: x\n    answer: The mayor", "bridge.yaml:14:5: the key “id” is here twice"),
    "two documents": ("unanswered:", "---\nunanswered:", "bridge.yaml:21:1: a second document starts here"),
    "broken YAML": ("entries:", "entries: [", "this is not YAML"),
    "deep nesting": ("[The bridge]", "[[[[[[[[[[The bridge]]]]]]]]]]", "bridge.yaml:7:20: this is nested more than 8 deep"),
    "an unknown field": ("    answer: The mayor", "    anwser: The mayor", "bridge.yaml:14:5: entries[1].anwser: is not a field"),
    "a missing field": ("    answer: The mayor opened the new bridge.\n", "", "bridge.yaml:9:5: entries[1].answer: is missing; add it"),
    "no passage": ("passages: [The old bridge fell in 2018.]", "passages: []", "bridge.yaml:20:5: entries[2].passages: needs at least one"),
    "an empty text": ("answer: The mayor opened the new bridge.", 'answer: ""', "bridge.yaml:14:5: entries[1].answer: is empty"),
    "a long question": ("Who opened the bridge?", "Who " * 30, "entries[1].question: is longer than 100 characters"),
    "a list where a text belongs": (
        "answer: The mayor opened the new bridge.", "answer: [a]", "bridge.yaml:14:5: entries[1].answer: must be a text"),
    "a colon that makes a mapping": (
        "who was it that opened it", "the bridge: who", "bridge.yaml:12:9: entries[1].phrasings[1]: must be a text"),
    "a text where a list belongs": (
        "phrasings: [which year did the old one fall, in what year did the earlier bridge collapse]",
        "phrasings: which year", "bridge.yaml:18:5: entries[2].phrasings: must be a list"),
    "a bad id": ("id: opened-by", "id: Opened By", "bridge.yaml:9:5: entries[1].id: must be lower-case words joined by dashes"),
    "another schema": ("schema: 1", "schema: 2", "bridge.yaml:1:1: schema: must be 1"),
    "an id twice": ("id: architect", "id: opened-by", "bridge.yaml:22:5: the id “opened-by” is already taken on line 9"),
    "a wording twice": ("name of the architect", "Who was it that opened it?!", "bridge.yaml:24:17: “Who was it that opened it?!” in architect is "
                        "already on line 12 in opened-by"),
    "a changed quote": ("cost €6 million.", "cost €5 million.", "bridge.yaml:15:16: “The mayor opened the new bridge, which cost €5 million.” "
                        "is not in the article: it has “€5” where the article has “€6”"),
    "an ambiguous quote": ("passages: [The old bridge fell in 2018.]", "passages: [The bridge is new.]",
                           "bridge.yaml:20:16: “The bridge is new.” stands 2 times in the article"),
    "a quote from a caption": ("passages: [The old bridge fell in 2018.]", "passages: [{quote: The bridge, suffix: The old}]",
                               "bridge.yaml:20:16: “The bridge” stands in a caption, which is never cited"),
    "a wrong prefix": ("passages: [The old bridge fell in 2018.]", "passages: [{quote: Nobody was hurt., prefix: 2019.}]",
                       "bridge.yaml:20:16: “Nobody was hurt.” is in the article, but not with this prefix and suffix"),
    "a caption that is no line": ("[The bridge]", "[A bridge]", "bridge.yaml:7:14: no line of bridge.txt is the caption “A bridge”"),
    "another article": ('sha256: "{sha256}"', f'sha256: "{"0" * 64}"', "bridge.yaml:4:3: bridge.txt is not the file that was pinned"),
    "a hash that is none": ('sha256: "{sha256}"', "sha256: abc", "bridge.yaml:4:3: article.sha256: must be 64 hexadecimal digits"),
    "an article elsewhere": ("file: bridge.txt", "file: ../bridge.txt", "bridge.yaml:3:3: article.file: must be the name of a .txt file"),
    "an address without a site": ("publisher: ANB", "url: 'http:///'\n  publisher: ANB", "bridge.yaml:5:3: article.url: must start with https://"),
    "an address that breaks out": ("publisher: ANB", "url: 'https://\"<>'\n  publisher: ANB", "bridge.yaml:5:3: article.url: must start with https://"),
    "an address with a name before the site": ("publisher: ANB", "url: https://good.example@evil.example\n  publisher: ANB",
                                               "bridge.yaml:5:3: article.url: must start with https:// and name a site"),
    "a missing article": ("file: bridge.txt", "file: bridges.txt", "bridges.txt: cannot be read (No such file or directory)"),
}  # fmt: skip
"""Faults by name: what is written, what instead, and what must be said of it."""


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
