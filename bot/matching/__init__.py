"""Question → ranked matches with evidence. Knows phrasings by key, and nothing of articles."""

from bot.matching.decisive import Contradiction, as_guards
from bot.matching.explain import Contrast, Evidence, WordMatch
from bot.matching.index_build import Progress, as_given
from bot.matching.index_file import SCORER
from bot.matching.kernel.encoder import Encoder, EncoderName, load_encoder
from bot.matching.leave_one_out import LeftOut
from bot.matching.matcher import Matcher
from bot.matching.passages import Near, PassageFinder, build_bm25
from bot.matching.remembering import remembered, remembered_meanings
from bot.matching.signals.features import OPEN_KINDS, Guard, Signals
from bot.matching.signals.finding import Finding, Match

__all__ = [
    "OPEN_KINDS",
    "SCORER",
    "Contradiction",
    "Contrast",
    "Encoder",
    "EncoderName",
    "Evidence",
    "Finding",
    "Guard",
    "LeftOut",
    "Match",
    "Matcher",
    "Near",
    "PassageFinder",
    "Progress",
    "Signals",
    "WordMatch",
    "as_given",
    "as_guards",
    "build_bm25",
    "load_encoder", "remembered", "remembered_meanings",
]  # fmt: skip
