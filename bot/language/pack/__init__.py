"""The data of one language: a folder of plain text files, read into one frozen value. See `packs/README.md`."""

from bot.language.pack.language_pack import LanguagePack
from bot.language.pack.load import ENGLISH, load_pack

__all__ = ["ENGLISH", "LanguagePack", "load_pack"]
