"""The decisive words: what makes a question another one than the entry it resembles, whatever the rest of it says."""

from bot.matching.decisive.claims import may_claim
from bot.matching.decisive.contradictions import Comparison, Contradiction, as_guards, contradictions
from bot.matching.decisive.elsewhere import Elsewhere, said_whole

__all__ = ["Comparison", "Contradiction", "Elsewhere", "as_guards", "contradictions", "may_claim", "said_whole"]
