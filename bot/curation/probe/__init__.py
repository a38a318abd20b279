"""The probe: traps and paraphrases made from the answered entries, asked, and what to do about those that go wrong."""

from bot.curation.probe.making import MOST, make_paraphrases, make_traps
from bot.curation.probe.probed import KINDS, PARAPHRASES, TRAPS, Probe, ProbeQuestion, Wrong
from bot.curation.probe.run import probe, questions_of, quick_probe

__all__ = [
    "KINDS", "MOST", "PARAPHRASES", "TRAPS", "Probe", "ProbeQuestion", "Wrong", "make_paraphrases", "make_traps", "probe",
    "questions_of", "quick_probe",
]  # fmt: skip
