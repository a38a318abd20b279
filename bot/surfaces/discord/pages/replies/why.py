"""Why an answer was given, in plain words."""

from bot.answering import Answer, Answerer
from bot.knowledge import Entry
from bot.matching import Evidence
from bot.surfaces.discord.custom_id import Why
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, fitted, label, plain
from bot.surfaces.discord.pages.message import Message

_WORDING = 400  # of the wording that was matched, in UTF-16 code units


def why(answerer: Answerer, entry: Entry, action: Why, language: Language) -> Message:
    """Return the evidence that an entry answers the question in a button; asked anew, since nothing is kept."""
    proof = language.say("why-proof", passages=len(entry.passages))
    if not action.question:
        return _message([language.say("why-too-long"), proof])
    for article in (None, entry.passages[0].article):  # all may have been asked, or the entry's article alone
        reply = answerer.answer(action.question, article)
        if isinstance(reply, Answer) and reply.entry == entry and reply.reason.evidence:
            return _message([*_matched(answerer, reply, reply.reason.evidence, language), proof])
    return _message([language.say("why-changed")])


def _matched(answerer: Answerer, reply: Answer, found: Evidence, language: Language) -> list[str]:
    sure, least = round(100 * reply.confidence), round(100 * reply.reason.threshold)
    lines = [language.say("why-matched", phrasing=plain(label(found.phrasing, _WORDING)), sure=sure, least=least)]
    if found.matched:
        words = [_word(match.word, match.how, language) for match in found.matched]
        lines.append(language.say("why-words", words=", ".join(words)))
    if found.missing:
        lines.append(language.say("why-strange", words=plain(", ".join(found.missing))))
    doubts = [word for guard in reply.reason.guards for word in guard.words]
    if doubts:
        lines.append(language.say("why-doubt", words=plain(", ".join(dict.fromkeys(doubts)))))
    rival = reply.reason.runner_up
    if rival:
        lines.append(language.say("why-runner-up", question=plain(answerer.entry(rival.entry).question)))
    return lines


def _word(word: str, how: str, language: Language) -> str:
    match how:
        case "spelling":
            return language.say("why-word-spelling", word=plain(word))
        case "stem":
            return language.say("why-word-stem", word=plain(word))
        case "synonym":
            return language.say("why-word-synonym", word=plain(word))
    return plain(word)


def _message(lines: list[str]) -> Message:
    return Message(fitted("\n".join(lines), LIMIT), private=True)
