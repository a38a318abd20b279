"""What becomes of labelled questions, counted."""

from bot.curation.evaluate.evaluation import Judged, Verdict, evaluate, fits, keep_figures, shortfalls, summary, verdict_on
from bot.curation.evaluate.labelled import KINDS, LabelledQuestion, read_questions
from bot.curation.evaluate.metrics import Share, auroc, brier, reliability, risk_coverage
from bot.curation.evaluate.report import write_evaluation
from bot.curation.evaluate.tables import show

__all__ = [
    "KINDS",
    "Judged",
    "LabelledQuestion",
    "Share",
    "Verdict",
    "auroc",
    "brier",
    "evaluate",
    "fits",
    "keep_figures",
    "read_questions",
    "reliability",
    "risk_coverage",
    "shortfalls",
    "show",
    "summary",
    "verdict_on",
    "write_evaluation",
]
