"""The few tables of everyday English that the matcher reads: data only, about the language and no article.

Texts in other languages pass through untouched, because no word of theirs stands in a table.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    """Read "word: what it stands for;" pairs."""
    found = (pair.partition(":") for pair in text.split(";") if pair.strip())
    return {" ".join(word.split()): " ".join(meaning.split()) for word, _, meaning in found}


def _lists(text: str) -> dict[str, tuple[str, ...]]:
    """Read "word: other, other;" lists."""
    return {word: tuple(other.strip() for other in others.split(",")) for word, others in _pairs(text).items()}


CONTRACTIONS = _pairs("""
    won't: will not; can't: can not; cannot: can not; shan't: shall not; let's: let us; dont: do not; didnt: did not;
    doesnt: does not; isnt: is not; wasnt: was not; werent: were not; havent: have not; hasnt: has not; wont: will
    not; cant: can not; couldnt: could not; wouldnt: would not; whats: what is; whos: who is; wheres: where is; whens:
    when is; hows: how is; whys: why is; thats: that is; theres: there is; im: i am; ive: i have; youre: you are;
    theyre: they are; theyve: they have; hes: he is; shes: she is; whatre: what are; gonna: going to; wanna: want to;
    gotta: got to;
""")
CONTRACTED_ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
WORDS_BEFORE_IS = _words("what who where when how why that there it he she here")
"""After these, 's is "is"; after any other word it is the possessive and falls away."""

CHAT = _pairs("""
    u: you; ur: your; r: are; y: why; n: and; &: and; w: with; b4: before; pls: please; plz: please; thx: thanks; ty:
    thanks; abt: about; bc: because; cuz: because; btw: by the way; ppl: people; smth: something; sth: something;
    sum1: someone; some1: someone; tho: though; thru: through; tbh: to be honest; idk: i do not know;
    rn: right now; yr: year; yrs: years; hr: hour; hrs: hours; mins: minutes; govt: government; intl: international;
    natl: national; econ: economic; pres: president; dept: department; info:
    information; tech: technology; sci: scientific; vid: video; convo: conversation; conf: conference; irl: in person;
    bn: billion; mn: million; mln: million; usd: us dollars; vs: versus; wud: would; cud: could;
    wat: what; wht: what; wen: when; hw: how; wich: which; waht: what; hwo: how; whn: when; whr: where; teh: the; dat:
    that; dis: this; da: the; wtf: what; q1: first quarter; q2: second quarter; q3: third quarter; q4: fourth quarter;
""")
"""Abbreviations and slips of people who type fast, too short or too far off for the speller."""

NUMBER_WORDS = _pairs("""
    zero: 0; two: 2; three: 3; four: 4; five: 5; six: 6; seven: 7; eight: 8; nine: 9; ten: 10; eleven: 11; twelve: 12;
    fifteen: 15; twenty: 20; thirty: 30; forty: 40; fifty: 50; hundred: 100; first: 1st; second: 2nd; third: 3rd;
    fourth: 4th; fifth: 5th; sixth: 6th; seventh: 7th; tenth: 10th; fifteenth: 15th; nineteenth: 19th; twentieth:
    20th; once: 1time; twice: 2time;
""")
"""Number words in the form that digits have. "One" is left out: it is mostly no number."""

DATE_WORDS = _words("""
    january february march april june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
""")
SAME_DATE_WORD = _pairs("""
    jan: january; feb: february; apr: april; aug: august; sept: september; sep: september; oct: october; nov:
    november; dec: december;
""")
UNITS = _words("percent % euro euros million trillion")

NEGATIVE = _words("""
    abandon abandoned abolish abolished absence absent against angry annoyed attack attacked avoid avoided bad badly
    ban banned below betray betrayed blame blamed block blocked boycott boycotted boycotting break broke broken cancel
    canceled cancelled cancelling collapse collapsed collapsing condemn condemned criticise criticised criticize
    criticized decay decline declined decrease decreased decreasing delay delayed denied deny disagree disagreed
    disagreement disappointed disappointing disappointment disaster dislike drop dropped dropping ended enemy exclude
    excluded fail failed fails failure fall fallen falling fell flop halt halted hate hated hid hide hostile ignore
    ignored insult insulted irresponsible isolate isolated isolation least less lose loss lost lower lowest
    meaningless miss missed missing neither never no none nor not oppose opposed opposing opposition pessimism
    pessimistic plunge plunged pointless poor postpone postponed quarrel quit refusal refuse refused refusing reject
    rejected reluctant scrap scrapped scrapping shrank shrink shrinking shut skip skipped stop stopped suspend
    suspended terminate terminated unable undermine unhappy unwilling upset useless veto vetoed violate violated weak
    weaken weakened withdraw withdrawal withdrawn withdrew without worse worsen worsened worst
""")
"""Words that deny, end, lessen or oppose: a question with one rarely means the same as one without."""

STOPWORDS = _words("""
    a about according actually again all also am an and any anybody anyone anything are article as at be been being
    both but by came can come could did do does doing done each even ever exact exactly for from get go going got guys
    had has have having he hello her here hey hi him his how i if in into is it its just kind know like lol lot lots
    many may me mention mentioned might more most much must my need no not of off ok okay on only or other our out
    over own piece please pray really report said same say says shall she should so some someone something sort still
    story such tell text than thanks that the their them then there these they thing things this those to too under up
    us very want was we were what when where which who whom whose why will with would yet you your
""")
"""Words too common to tell one subject from another; the matcher keeps them, the guards pass over them."""

AUXILIARIES = _words("""
    is are was were do does did has have had will would can could should shall may might must am be
""")

SYNONYMS = _lists("""
    talk: speak, spoke, spoken, speaking, chat, chatted, converse, conversation, discuss, discussed, discussion, discussing;
    meeting: summit, call, talks, meet, met, videoconference, conference, session, conversation;
    video: virtual, online, remote, remotely, virtually, videoconference;
    agreement: treaty, pact, accord, deal, contract;
    renew: extend, extended, extension, prolong, prolonged, prolongation, renewal;
    trade: commerce, turnover, business;
    country: nation, state;
    world: global, globe, worldwide, international, planet;
    big: large, huge, massive, immense, enormous, great, vast;
    important: significant, key, crucial, essential, vital;
    problem: challenge, issue, difficulty, trouble;
    topic: subject, theme, matter;
    relation: relationship, tie, bond, partnership, link;
    cooperation: collaboration, cooperate, collaborate, teamwork;
    together: jointly, joint, common, shared, share;
    defend: protect, safeguard;
    happy: glad, delighted, joy;
    friendship: friendly, friend;
    virus: covid, coronavirus, corona, pandemic, covid 19, covid-19;
    leader: president, head of state, chief;
    goal: objective, aim, target, purpose;
    expect: anticipate, anticipated, predict, predicted, prediction, projection, projected, outlook;
    economy: economic, economical, economics;
    success: successful, successfully, succeed, succeeded;
    visit: trip, travel, visiting, attend, attending, attendance;
    help: support, assist, back, backing;
    interfere: meddle, meddling, interference, interfering, intervene, intervention;
    change: transformation, transform, transformed, shift;
    emphasise: emphasize, stress, highlight, accentuate, underline;
    start: begin, began, beginning, commence, kick;
    show: prove, proven, demonstrate;
    company: accompany, accompanied, accompanying;
    outlet: publisher, agency, newspaper, news agency, news outlet;
    long: duration, lengthy, length;
    buy: purchase, bought, shop, order; price: cost, fee, charge, expense, expensive; car: vehicle, auto, automobile;
    phone: cell, mobile, cellphone, smartphone, telephone; job: work, employment, occupation, career; money: cash, fund;
    film: movie; doctor: physician; food: meal, dish, cuisine; repair: fix, mend; delete: remove, erase, wipe;
    cancel: void, undo, revoke; alter: modify, update, edit, adjust, switch, swap; end: finish, terminate, conclude;
    send: transfer, wire, mail, dispatch; receive: obtain, get, gain; find: locate, search, look for, look up;
    tell: inform, say, state, mention; fast: quick, rapid, quickly, speedy; error: mistake, wrong, fault, incorrect;
    need: require, must, have to; book: reserve, reservation, booking; flight: plane, airplane, fly;
    vacation: holiday, time off, day off; bill: invoice, statement; lost: missing, misplaced; stolen: theft, steal, rob;
    weather: forecast, temperature; schedule: appointment, calendar; song: music, track, tune;
    pay: salary, wage, income, earning; gas: fuel, petrol, gasoline; tyre: tire; kid: child, children; sick: ill, unwell;
    picture: photo, photograph, image; answer: reply, response, respond; ask: inquire, request, query;
    choose: select, pick, elect; allow: permit, let; forbid: prohibit, ban; live: reside, dwell;
    die: pass away, death, dead, deceased; kill: murder, slay; build: construct, erect, built, construction;
    create: produce, establish, found, founded, set up; win: victory, triumph, won; lose: defeat;
    join: enrol, enroll, sign up; own: possess; kind: type, sort, category; amount: quantity, sum, total;
    part: portion, piece; place: location, site, spot, venue; year: annual, yearly; old: ancient; new: recent, latest;
    rich: wealthy; poor: impoverished; smart: clever, intelligent; idea: notion, concept; city: town;
    near: close to, nearby; many: numerous, plenty, lots of, several; first: initial, original;
""")
"""Canonical word, then everyday words used for the same thing in questions. A knowledge file's own come first."""
