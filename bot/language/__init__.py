"""Text as it is read: tokens, stems, spelling, synonyms, sentences, the kind of question; one pack of data a language."""

from bot.language.asking import questions_in, without_addresses
from bot.language.characters import harmless, harmless_json, is_invisible
from bot.language.leaning import Leaning, content, leaning
from bot.language.pack import ENGLISH, LanguagePack, load_pack
from bot.language.query import Query, Reader
from bot.language.question_type import KINDS, TERSE, YESNO, Structure, as_number
from bot.language.sentences import sentence_ends
from bot.language.tokens import grams, is_date, normalise, proper_names, tokenise
from bot.language.words.lexicon import Lexicon
from bot.language.words.spelling import Speller, trusted
from bot.language.words.synonyms import Thesaurus, country_names, everyday_synonyms

__all__ = [
    "ENGLISH", "KINDS", "TERSE", "YESNO", "LanguagePack", "Leaning", "Lexicon", "Query", "Reader", "Speller", "Structure",
    "Thesaurus", "as_number", "content", "country_names", "everyday_synonyms", "grams", "harmless", "harmless_json",
    "is_date", "is_invisible", "leaning", "load_pack", "normalise", "proper_names", "questions_in", "sentence_ends",
    "tokenise", "trusted", "without_addresses",
]  # fmt: skip
