"""The support rule is silent about sound answers however they are worded, and names what nothing stands behind."""

from pathlib import Path

import pytest

from bot.curation.check.rules.support import unsupported
from bot.knowledge import read_manuscript, sha256

SOUND = [
    ("The old ferries were sold, and bigger ferries bought.", "They were sold for larger ones."),
    ("The tax fell by 70% that year.", "It fell by 70 percent."),
    ("The tax fell by seventy percent that year.", "It fell by 70 %."),
    ("The university has 3 campuses.", "It has three."),
    ("The report was funded by the US Department of Defense.", "The U.S. Department of Defense paid for it."),
    ("Heads of state from the United States came.", "Those of the U.S. did, as did American envoys."),
    ("Huguenot numbers peaked near an estimated two million by 1562.", "About 2,000,000 by 1562."),
    ("Harvard's $37.6 billion financial endowment is the largest.", "It is $37.6bn."),
    ("The law took €12m from the budget.", "It took 12 million euros."),
    ("The Normans gave their name to Normandy, a region in France.", "It is the Norman's region, a French one."),
    ("Huguenots fled to the lands of the Dutch Republic.", "The Huguenot families did, to the Netherlands."),
    ("In the 10th and 11th centuries they settled there.", "In the tenth and eleventh centuries."),
    ("Savery's pump came in the nineteenth century.", "Savery, in the 19th century."),
    ("They agreed to swear fealty to King Charles III of West Francia.", "They did, to Charles the Third."),
    ("The price increases of 1973–74 largely returned incomes.", "They came in 1973 and 1974."),
    ("The first world war railway opened on 21 February 1804.", "It opened on February 21st, 1804."),
    ("The Organization of Arab Petroleum Exporting Countries proclaimed an embargo.", "The members of OAPEC did."),
    ("Ministers of OAPEC proclaimed an embargo.", "The Organization of Arab Petroleum Exporting Countries did."),
    ("The system was by Besançon Hugues and the towns of Alès.", "It was that of Besancon Hugues and Ales."),
    ("Some 150 men and one hundred and fifty horses came.", "There were 150 of each, a hundred and fifty horses among them."),
    ("Raiders came from Denmark, Iceland and Norway.", "They came from three lands: Denmark, Iceland and Norway."),
    ("Both treaties have been in force since 2009.", "The two treaties are."),
    ("Injectors became popular in the 1850s.", "They were popular in the 1850's, one of the decades of steam."),
    ("The mass was twenty-five kilograms and 12 metres long.", "It was 25 kg, and 12 m long."),
    ("Geneva's reformers were led by Dr. Calvin.", "The Geneva reformers were led by Mr Calvin."),
    ("The court said “the law of the states … must give way” in 1964.", "It said: “The law [...] must give way”."),
]  # fmt: skip
UNSOUND = [
    ("The tax fell by 70% that year.", "It fell by 17 percent.", "17"),
    ("The tax fell by 70 pounds that year.", "It fell by 70 percent.", "percent"),
    ("It took 12 million.", "It took 12 billion.", "12 billion"),
    ("It took 1.5 million.", "It took 15 million.", "15 million"),
    ("King Charles III of West Francia agreed.", "It was Charles IV.", "IV"),
    ("Raiders came from Denmark, Iceland and Norway.", "They came from four lands: Denmark, Iceland and Norway.", "four"),
    ("Raiders came from Denmark and Norway.", "They came from Sweden.", "Sweden"),
    ("The US Department of Defense paid.", "The U.K. Department of Defense did.", "U.K."),
    ("The court said that law must give way.", "It said “the law must never give way”.", "the law must never give way"),
]  # fmt: skip


def told(folder: Path, passage: str, answer: str) -> list[str]:
    """Return what the rule tells of an answer that stands on a passage."""
    (folder / "article.txt").write_text(f"{passage}\n", encoding="utf-8")
    text = (
        f'schema: 1\narticle: {{file: article.txt, sha256: "{sha256((folder / "article.txt").read_bytes())}"}}\n'
        f"entries:\n  - id: it\n    question: What is it?\n    answer: '{answer.replace(chr(39), chr(39) * 2)}'\n"
        f"    passages:\n      - '{passage.replace(chr(39), chr(39) * 2)}'\n"
    )
    manuscript = read_manuscript(folder / "knowledge.yaml", text)
    assert not manuscript.faults
    return [fault.what for fault in unsupported(manuscript)]


@pytest.mark.parametrize(("passage", "answer"), SOUND)
def test_a_sound_answer_is_not_nagged_about(tmp_path: Path, passage: str, answer: str) -> None:
    assert told(tmp_path, passage, answer) == []


@pytest.mark.parametrize(("passage", "answer", "shown"), UNSOUND)
def test_what_nothing_stands_behind_is_named(tmp_path: Path, passage: str, answer: str, shown: str) -> None:
    [what] = told(tmp_path, passage, answer)
    assert f"“{shown}”" in what
