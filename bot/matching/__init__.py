"""Question → ranked matches with evidence. Knows phrasings by key, and nothing of articles."""

from bot.matching.decision_features import Guard, Signals
from bot.matching.decisive import Contradiction
from bot.matching.explain import Contrast, Evidence, WordMatch
from bot.matching.index_build import Progress, as_given
from bot.matching.kernel.encoder import Encoder, EncoderName, load_encoder
from bot.matching.kernel.ridge import LeftOut
from bot.matching.matcher import Finding, Match, Matcher
from bot.matching.passages import Near, PassageFinder, build_bm25

__all__ = [
    "Contradiction", "Contrast", "Encoder", "EncoderName", "Evidence", "Finding", "Guard", "LeftOut", "Match", "Matcher",
    "Near", "PassageFinder", "Progress", "Signals", "WordMatch", "as_given", "build_bm25", "load_encoder",
]  # fmt: skip
