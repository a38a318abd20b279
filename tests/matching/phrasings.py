"""A small knowledge in two languages, for the tests of the matcher."""

from bot.matching.index_build import Source

PHRASINGS = {
    "treaty": ["What treaty was renewed?", "which pact did they extend", "name of the agreement that was prolonged"],
    "trade": ["How much was trade worth?", "what was the volume of trade", "value of the commerce between them"],
    "fell": ["Why did trade fall?", "what made trade collapse", "why was trade so weak"],
    "taiwan": ["台湾问题谁支持?", "谁支持中国", "哪个国家支持"],
}
SOURCE = Source(PHRASINGS, {"treaty": "The treaty."}, {"treaty": ["pact"]})
