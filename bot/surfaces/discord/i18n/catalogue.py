"""The languages the bot speaks: its own texts from one Fluent catalogue a language; what is missing there is English.

Answers, notes and passages are not translated: they are on record in the article's language.
"""

from functools import cache
from pathlib import Path

import babel
from fluent.runtime import FluentBundle, FluentResource

CATALOGUES = Path(__file__).with_name("texts")
_OF_LOCALE = {"zh-CN": "zh-CN", "ru": "ru", "es-ES": "es", "es-419": "es"}
"""Discord's locale → catalogue; every other locale reads English. (Traditional Chinese is not Simplified.)"""
LANGUAGES = ("en", *dict.fromkeys(_OF_LOCALE.values()))
"""The tags of the languages that are spoken."""


class Language:
    """One language's texts.

    Args:
        code: the catalogue's name, a BCP 47 tag.
        bundles: the catalogues to look a text up in, in order.
    """

    def __init__(self, code: str, bundles: tuple[FluentBundle, ...]) -> None:
        self.code = code
        self._bundles = bundles

    def say(self, text: str, /, **values: str | int) -> str:
        """Return a text with its values filled in; KeyError if no catalogue has it."""
        for bundle in self._bundles:
            if bundle.has_message(text):
                pattern = bundle.get_message(text).value
                return str(bundle.format_pattern(pattern, values)[0]) if pattern else ""
        raise KeyError(text)

    def name_of(self, language: str) -> str:
        """Return what this language calls another one, by its tag: ru calls en "английский"."""
        own = babel.Locale.parse(self.code, sep="-")
        return own.languages.get(language.partition("-")[0]) or language


@cache
def language(code: str) -> Language:
    """Return a language by its catalogue's name."""
    mine = _catalogue(code)
    return Language(code, (mine,) if code == "en" else (mine, _catalogue("en")))


def language_for(locale: object) -> Language:
    """Return the language for Discord's name of a locale, or what is written so; English where it is not spoken."""
    return language(_OF_LOCALE.get(str(locale), "en"))


@cache
def _catalogue(code: str) -> FluentBundle:
    # no isolation marks: they would stand in messages as invisible characters that screen readers stumble over
    bundle = FluentBundle([code], use_isolating=False)
    bundle.add_resource(FluentResource((CATALOGUES / f"{code}.ftl").read_text(encoding="utf-8")))
    return bundle
