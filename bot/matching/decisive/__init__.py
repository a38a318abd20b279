"""The decisive words: what makes a question another one than the entry it resembles, whatever the rest of it says."""

from bot.matching.decisive.contradictions import Comparison, Contradiction, contradictions
from bot.matching.decisive.elsewhere import Elsewhere

__all__ = ["Comparison", "Contradiction", "Elsewhere", "contradictions"]
