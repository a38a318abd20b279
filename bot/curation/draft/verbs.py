"""English verbs: from a past form to the base form, which questions with “did” need."""

from bot.language import Lexicon


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as tables are written here."""
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in text.split())


_IRREGULAR = _pairs("""
    became:become began:begin bent:bend bet:bet bit:bite bled:bleed blew:blow bought:buy bound:bind bred:breed broke:break
    brought:bring built:build burnt:burn burst:burst came:come cast:cast caught:catch chose:choose clung:cling cost:cost
    crept:creep cut:cut dealt:deal drank:drink drew:draw drove:drive dug:dig ate:eat fed:feed fell:fall felt:feel
    fled:flee flew:fly forbade:forbid forgot:forget fought:fight found:find froze:freeze gave:give got:get grew:grow
    heard:hear held:hold hid:hide hit:hit hung:hang hurt:hurt kept:keep knew:know laid:lay led:lead left:leave lent:lend
    let:let lit:light lost:lose made:make meant:mean met:meet oversaw:oversee overtook:overtake paid:pay put:put quit:quit
    ran:run rang:ring reached:reach read:read rebuilt:rebuild rode:ride rose:rise said:say sang:sing sank:sink sat:sit
    saw:see sent:send set:set shook:shake shot:shoot shut:shut shrank:shrink slept:sleep slid:slide sold:sell sought:seek
    spent:spend spoke:speak split:split spread:spread sprang:spring stole:steal stood:stand struck:strike stuck:stick
    swam:swim swept:sweep swore:swear taught:teach thought:think threw:throw told:tell took:take tore:tear undertook:undertake
    understood:understand went:go withdrew:withdraw woke:wake won:win wore:wear wound:wind wrote:write
""")
_PAST = {base: past for past, base in _IRREGULAR.items()}
AUXILIARIES = words("was were is are has had have will can could would should may might must")
"""Verbs that change places with their subject in a question."""
_NOT_BEFORE_VERBS = words("""
    the a an this that these those its his her their our my your of and or to in on at by for with from as no some any many
    most newly more less very than not be been being
""")


def base_form(word: str, lexicon: Lexicon) -> str | None:
    """Return the base form of a lower-case past form, "opened" → "open"; None if it is no past form that is known."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("ed") or len(word) < 5:
        return None
    bases = (
        [word[:-1], word[:-2]]
        + ([word[:-3]] if word[-3] == word[-4] else [])
        + ([word[:-3] + "y"] if word.endswith("ied") else [])
    )
    real = [base for base in bases if len(base) > 2 and lexicon.is_real(base)]
    return max(real, key=lexicon.zipf, default=None)


def past_form(base: str, lexicon: Lexicon) -> str:
    """Return the past form of a lower-case verb, "open" → "opened", "hold" → "held"."""
    if base in _PAST:
        return _PAST[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return max((base + "ed", base + base[-1:] + "ed"), key=lexicon.zipf)


def present_base(word: str, lexicon: Lexicon) -> str | None:
    """Return the base form of a lower-case present form, "covers" → "cover"; None if it is none. Plurals look the same."""
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return None
    bases = [word[:-1]] + ([word[:-2]] if word.endswith("es") else []) + ([word[:-3] + "y"] if word.endswith("ies") else [])
    return max((base for base in bases if lexicon.is_real(base)), key=lexicon.zipf, default=None)


def may_be_verb(before: str) -> bool:
    """Say whether a past form after this lower-case word may be the sentence's verb: after “the” it is an adjective."""
    return before not in _NOT_BEFORE_VERBS
