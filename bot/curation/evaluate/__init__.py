"""What becomes of labelled questions, counted."""

from bot.curation.evaluate.evaluation import Judged, Nearest, Verdict, evaluate, fits, verdict_on
from bot.curation.evaluate.labelled import KINDS, LabelledQuestion
from bot.curation.evaluate.metrics import Share, auroc, brier, reliability, risk_coverage
from bot.curation.evaluate.questions import read_all, read_questions, repeated
from bot.curation.evaluate.report import write_evaluation
from bot.curation.evaluate.summary import keep_figures, misses, shortfalls, summary
from bot.curation.evaluate.tables import show

__all__ = [
    "KINDS",
    "Judged",
    "LabelledQuestion",
    "Nearest",
    "Share",
    "Verdict",
    "auroc",
    "brier",
    "evaluate",
    "fits",
    "keep_figures",
    "misses",
    "read_all",
    "read_questions",
    "reliability",
    "repeated",
    "risk_coverage",
    "shortfalls",
    "show",
    "summary",
    "verdict_on",
    "write_evaluation",
]
