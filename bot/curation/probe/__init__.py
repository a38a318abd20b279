"""The probe: traps and paraphrases made from the answered entries, asked, and what to do about those that go wrong."""

from bot.curation.probe.making import MOST, make_paraphrases, make_traps
from bot.curation.probe.mending.synonyms import Mending, synonyms_that_mend
from bot.curation.probe.mending.ways import Taking, Way, ready_note, ways
from bot.curation.probe.probed import KINDS, PARAPHRASES, TRAPS, Probe, ProbeQuestion, Wrong
from bot.curation.probe.run import Answering, probe, questions_of, quick_probe

__all__ = [
    "KINDS", "MOST", "PARAPHRASES", "TRAPS", "Answering", "Mending", "Probe", "ProbeQuestion", "Taking", "Way", "Wrong",
    "make_paraphrases", "make_traps", "probe", "questions_of", "quick_probe", "ready_note", "synonyms_that_mend", "ways",
]  # fmt: skip
