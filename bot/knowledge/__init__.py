"""Files → proven knowledge: the article, the shape of a knowledge file, and the proof of every citation."""

from bot.knowledge.article import MARKUP, Article, Passage, Sentence, cut, plain_spaces, read_article, sha256
from bot.knowledge.entry import Entry, Figures, Knowledge, figures_of, figures_path, figures_text, id_for
from bot.knowledge.load import Library, Shelf, load, load_all, read, read_curated
from bot.knowledge.manuscript import Manuscript, read_manuscript, wording_fault
from bot.knowledge.quotes import Folded, alike, difference, find, find_between, fold, nearest
from bot.knowledge.schema import LONGEST_ID, QUESTION, SCHEMA_FILE, TEXT, UNNAMED, QuoteFields, json_schema
from bot.knowledge.sentence_number import SentenceNumberError, distinct_quote, is_sentence_number, numbered_passage
from bot.knowledge.strict_yaml import KeyPath, StrictYamlError, Value, parse_yaml
from bot.knowledge.validate import as_quote, short, wording_key, wordings_of

__all__ = [
    "LONGEST_ID", "MARKUP", "QUESTION", "SCHEMA_FILE", "TEXT", "UNNAMED", "Article", "Entry", "Figures", "Folded", "KeyPath",
    "Knowledge", "Library", "Manuscript", "Passage", "QuoteFields", "Sentence", "SentenceNumberError", "Shelf",
    "StrictYamlError", "Value", "alike", "as_quote", "cut", "difference", "distinct_quote", "figures_of", "figures_path",
    "figures_text", "find", "find_between", "fold", "id_for", "is_sentence_number", "json_schema", "load", "load_all",
    "nearest", "numbered_passage", "parse_yaml", "plain_spaces", "read", "read_article", "read_curated", "read_manuscript",
    "sha256", "short", "wording_fault", "wording_key", "wordings_of",
]  # fmt: skip
