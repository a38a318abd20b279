"""English verbs: from a past form to the base form, which questions with “did” need."""

from bot.curation.english.tables import words
from bot.language import Lexicon


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
    understood:understand used:use owed:owe went:go withdrew:withdraw woke:wake won:win wore:wear wound:wind wrote:write
""")
_PARTICIPLES = _pairs("""
    written:wrote given:gave taken:took known:knew chosen:chose driven:drove drawn:drew begun:began broken:broke spoken:spoke
    shown:showed seen:saw done:did grown:grew stolen:stole risen:rose fallen:fell gone:went sworn:swore torn:tore
    forbidden:forbade overtaken:overtook
    undertaken:undertook withdrawn:withdrew run:ran sung:sang worn:wore
""")
_PAST_ALONE = words("""
    became began blew broke came chose drank drew drove ate fell flew forbade forgot froze gave grew knew oversaw overtook ran
    rang rode rose sang saw shook shrank sprang stole swam swore took tore undertook went withdrew woke wore wrote
""")
_ALSO_OTHER_WORDS = words("""
    cost cut set hit cast split spread state form increase result play work show need end change study focus function control
    cause
    states forms increases results uses costs plays works shows needs ends changes studies focuses functions controls causes
    leads
    covers hosts links faces limits shares moves offers means holds produces reaches read bet burst shut hurt put quit left
    found wound bound saw bit rose thought felt let lit
    lead light cover host link form face limit
""")
_PAST = {base: past for past, base in _IRREGULAR.items()}
AUXILIARIES = words("was were is are has had have will can could would should may might must")
"""Verbs that change places with their subject in a question."""
_PRESENT = words("""
    accept act add affect aim allow announce appear apply argue attract award become begin belong borrow bring call carry cause
    come compete comprise connect consist contain continue contribute control cost cover create deal define depend describe
    determine develop differ divide drive employ enable enjoy ensure establish evolve exist expect extend face feature fill
    flow focus follow form function generate give go govern grow guarantee help hold host identify imply include increase
    indicate inspire interpret introduce invest involve join keep know lack lead leave lie limit link live lose maintain make
    manage mean meet move need observe occupy offer open operate own pay perform play possess produce prohibit protect prove
    provide publish reach receive recognise recognize refer reflect regulate rely remain replace represent require result run
    say see seek sell serve set share show solve speak spend stand start state stay study suggest support take teach tell
    tend turn underpin use vary want win work write
""")
"""Verbs whose present forms are told from plurals: those of texts that state facts."""
_NOT_BEFORE_VERBS = words("""
    the a an this that these those its his her their our my your of and or to in on at by for with from as no some any many
    most newly more less very than not be been being first second third last next new old other same several
""")
_VOWELS = "aeiou"


def base_form(word: str, lexicon: Lexicon) -> str | None:
    """Return the base form of a lower-case past form, "opened" → "open"; None if it is no past form that is known."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("ed") or word.endswith("eed") or len(word) < 5:
        return None
    real = [base for base in _regular_bases(word) if len(base) > 2 and lexicon.is_real(base)]
    return max(real, key=lexicon.zipf, default=word[:-1] if word.endswith(("ated", "ized", "ised", "ified")) else None)


def _regular_bases(word: str) -> list[str]:
    """Return what a regular past form may come from; "named" comes from no "nam", which would double its last letter."""
    bare = word[:-2]
    doubled = [word[:-3]] if word[-3] == word[-4] else []
    from_y = [f"{word[:-3]}y"] if word.endswith("ied") else []
    return [word[:-1], *([] if _would_double(bare) else [bare]), *doubled, *from_y]


def _would_double(base: str) -> bool:
    """Say whether a base of one syllable ends with one vowel and one consonant, as “plan” does."""
    short = sum(letter in _VOWELS for letter in base) == 1
    return short and base[-1] not in f"{_VOWELS}wxy" and len(base) > 1 and base[-2] in _VOWELS


def present_base(word: str) -> str | None:
    """Return the base form of a present form, "covers" → "cover"; None where it is none that is known."""
    es, ies = word.endswith("es"), word.endswith("ies")
    bases = (word[:-1] if word.endswith("s") else "", word[:-2] if es else "", f"{word[:-3]}y" if ies else "")
    return next((base for base in bases if base in _PRESENT), None)


def is_present(word: str) -> bool:
    """Say whether a word is the base form of a verb that is known: “include” after a plural is one."""
    return word in _PRESENT


def past_participle(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word may stand after “was”: “founded”, “written”."""
    return word in _PARTICIPLES or (base_form(word, lexicon) is not None and word not in _PAST_ALONE)


def past_of(participle: str) -> str:
    """Return the past form for a participle: “written” → “wrote”."""
    return _PARTICIPLES.get(participle, participle)


def participle_of(past: str) -> str:
    """Return the participle for a past form: “wrote” → “written”."""
    return next((participle for participle, form in _PARTICIPLES.items() if form == past), past)


def is_unchanged(word: str) -> bool:
    """Say whether a past form is also the base form: “cost”."""
    return _IRREGULAR.get(word) == word


def may_be_noun(word: str) -> bool:
    """Say whether a form is as often no verb: “the cost of attendance”."""
    return word in _ALSO_OTHER_WORDS


def past_form(base: str, lexicon: Lexicon) -> str:
    """Return the past form of a lower-case verb, "open" → "opened", "hold" → "held"."""
    if base in _PAST:
        return _PAST[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return max((base + "ed", base + base[-1:] + "ed"), key=lexicon.zipf)


def may_be_verb(before: str) -> bool:
    """Say whether a past form after this lower-case word may be the sentence's verb: after “the” it is an adjective."""
    return before not in _NOT_BEFORE_VERBS
