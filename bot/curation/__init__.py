"""What a curator works with: drafts, checks, edits and evaluations of knowledge files, and how their results are shown.

The rooms inside have doors of their own; what is about all of them is here.
"""

from bot.curation.dropped import drop, read_dropped
from bot.curation.export import FORMATS
from bot.curation.html import counted
from bot.curation.listing import fault_line
from bot.curation.output import addition_lines, lines, standing_lines, to_json, wordings_lines
from bot.curation.remarks import Remark, remarks, unsupported_by
from bot.curation.sentences import CitedSentence, cited_sentences, numbered, sentence_lines, sentences_json

__all__ = [
    "FORMATS", "CitedSentence", "Remark", "addition_lines", "cited_sentences", "counted", "drop", "fault_line", "lines",
    "numbered", "read_dropped", "remarks", "sentence_lines", "sentences_json", "standing_lines", "to_json",
    "unsupported_by", "wordings_lines",
]  # fmt: skip
