"""Tables of everyday English from which traps and paraphrases are made; hand-written, about no article."""

from collections.abc import Mapping


def _pairs(text: str) -> dict[str, str]:
    pairs = (line.strip().partition(": ") for line in text.strip().splitlines())
    return {one: other for one, _, other in pairs}


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.strip() for word in line.split(",")) for line in text.strip().splitlines())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OTHER_TITLES: Mapping[str, str] = _pairs("""
    president: prime minister
    presidents: prime ministers
    prime minister: president
    prime ministers: presidents
    foreign minister: finance minister
    foreign ministers: finance ministers
    defence minister: health minister
    finance minister: foreign minister
    chancellor: foreign minister
    king: bishop
    queen: duchess
    emperor: pope
    pope: emperor
    governor: mayor
    mayor: governor
    duke: archbishop
    earl: archbishop
    count: archbishop
    bishop: king
    archbishop: duke
    senator: judge
    judge: senator
    ambassador: interior minister
    captain: ship's doctor
    colonel: bishop
    chairman: treasurer
    ceo: finance director
    head of state: head of government
    heads of state: heads of government
    architect: mayor
    professor: librarian
""")
"""Titles and offices, each with one that the same person does not have."""
OFFICES = _words("""
    president presidents minister ministers chancellor king queen emperor pope governor mayor duke bishop archbishop senator
    judge ambassador captain chairman director ceo professor leader leaders secretary coach owner editor
""")
"""Of whom there are former ones."""
EVENTS = _words("""
    meeting summit visit trip conference congress war battle treaty agreement election ceremony olympics crisis expedition
    siege tournament festival embargo strike invasion conquest revolution game match census
""")
"""Of which there are others before and after."""
SWAPPED: Mapping[str, str] = _pairs("""
    first: last
    last: first
    former: future
    largest: smallest
    biggest: smallest
    smallest: largest
    oldest: newest
    newest: oldest
    earliest: latest
    latest: earliest
    next: previous
    previous: next
    upcoming: previous
    new: old
    old: new
    highest: lowest
    lowest: highest
    longest: shortest
    shortest: longest
    best: worst
    worst: best
""")
"""Words that say which one is meant, each with one that means another."""
MADE = _words("""
    terminal building bridge ship ferry church cathedral castle palace museum stadium factory engine railway network library
    hospital station tower monument
""")
"""Things that cost something to make."""
ELSEWHERE = ("india", "brazil", "egypt", "japan", "canada", "norway", "kenya", "peru", "germany", "turkey", "spain", "poland")
"""Countries that stand in for one, where the article has no other."""
SYMMETRIC = _words("""
    meet met meeting meets talk talked talking talks speak spoke spoken speaking chat chatted converse conversed discuss
    discussed agree agreed cooperate cooperated collaborate collaborated negotiate negotiated trade traded border share shared
    communicate communicated marry married differ differed compete competed fight fought coordinate coordinated relate related
    call called join joined sign signed renew renewed extend extended hold held interact interacted link linked connect
    connected deal dealt conduct conducted conferred confer be been have has had is are was were get got see saw seen
    gather gathered differs ally allied team teamed hop hopped
""")
"""Verbs that say the same whoever of the two comes first."""
TOGETHER = _words("""
    and with between together jointly both mutual mutually each two's bilateral relations relationship ties cooperation
    partnership versus vs or joint shared common among side sides two
""")
"""Words that join two parties, of whom the first may as well be the second."""
MANY_MEANINGS = _words("""
    absence abstract acceptance achieve achieved act actor actual admit admitted adopt adopted adoptive advance advanced
    allowed alternate analyze answered anti appear attended back backed began beginning biology birth boil boiler bore bored
    born bounce bounced bound bounded boycott break broke calm cardinal cash certain changed charge charged clear cleared
    close closing compact compete compound con concentrated concentration concrete consume consumed contract contrast cool
    cooling cover covered credit cubic dark declare declared defense deficit denied deny depend dependent deposit described
    die different difficulty disappear discharge discharged disorder distinct distributed distribution divided double dry
    earth ease effected employ employed employee empty end ended ending enforce entry erase erased exempt exit expand
    expected fail fair fall famous far fell fewest figure figured finish fire fired first flat float follow followed
    following foot forte forward foul free freed freeze freezer fresh full gain gained gathered gathering general generally
    generate generated green ground grounded half head heat heating heaven hid hide hire hired humble ignore independent
    indistinct infamous interest interested interrogate issue joint keep kept kingdom know known lady late lead leading leak
    led let level lie light limited linear liquid local loose lord lost lowered lying made make manage managed medical
    mental middle minus missed most moved multiplied native near obstructed offend open opening opposite order ordinal out
    pain particular pass passage passed past patron physical piano plane pleasure plus potential poverty precedence
    precedent preparation prepare prescribed presence present prevent prevented pride pro pull pulled pulling push pushed
    pushing queen questioned raise raised ran recall received record recorded reduce reduced refrain refreshed resolution
    resolve respect reverse ripe rise rising rose rough round run running safe salt same sat second separate set setting
    show showed shrink side silence silent simple single sink sit sitting smooth solid solved sound source specifically
    spoken spread spreading square stance stand standing start started stated stayed stood stopped storm stretch surgical
    sweet synthetic thick thin tie tight tired top unborn uncertain uncover uncovered unemployed unexpected unfinished union
    universe unknown unlimited unsolved untie warming wealthy whole withdraw written
""")
"""Words that mean too many things, or have opposites that are said of something else."""
REASONS = _words("""
    because due since cause caused causes reason reasons therefore thus hence so consequently ergo owing result results sake
    purpose aim aimed after when under pressure response
""")
"""Words with one of which a sentence may tell why, also for the one beside it."""
FAINT_REASONS = _words("for as through by with against")
"""Words with one of which a sentence may tell why for itself."""
TIMES = _words("""
    today yesterday tomorrow week month year years century day days hour hours morning evening night spring summer autumn
    winter early late during when after before until since ago now then time period decade era
""")
"""Words with one of which a sentence may tell when."""
PLACES = _words("in at near from on to into where outside inside across throughout within around off")
"""Words with one of which a sentence may tell where."""
SYNONYMS = _groups("""
    renewed, extended, prolonged
    treaty, pact, accord
    meeting, get-together
    said, stated
    emphasised, stressed, underlined
    emphasized, stressed, underlined
    country, nation
    countries, nations
    began, started
    begin, start
    ended, finished
    built, constructed
    build, construct
    bought, purchased
    buy, purchase
    helped, assisted
    chose, picked
    chosen, picked
    kind, type, sort
    kinds, types, sorts
    famous, well-known
    big, large
    biggest, largest
    important, significant
    often, frequently
    led to, resulted in
    brought about, caused
    accompanied, escorted
    mentioned, brought up
    discussed, talked about
    discuss, talk about
    spoke about, talked about
    worldwide, globally
    global, worldwide
    goals, aims
    goal, aim
    expected, anticipated
    predicted, forecast
    issues, matters
    topics, subjects
    topic, subject
    problems, difficulties
    located, situated
    named, called
    destroyed, wrecked
    replaced, took the place of
    established, founded, set up
    founded, established
    created, made
    wrote, authored
    invented, came up with
    defeated, beat
    fled, escaped
    teach, instruct
    students, pupils
    soldiers, troops
    rulers, monarchs
    increase, rise
    increased, rose
    decreased, fell
    reached, hit
    surpassed, exceeded
    exceeded, surpassed
    supported, backed
    rejected, turned down
    promised, pledged
    promise, pledge
    described, portrayed
    describe, portray
    praised, lauded
    urged, encouraged
    opened, inaugurated
    trip, journey
    boats, vessels
    ships, vessels
    money, cash
    usually, normally
    required, needed
    shown, displayed
    developed, worked out
    area, region
    areas, regions
    part, portion
    main, chief, principal
    purpose, aim
    method, way
    methods, ways
    machine, device
    quickly, rapidly
    interfered, meddled
    interference, meddling
    friendship, amity
    growth, expansion
    took part in, participated in
    take part in, participate in
    taking part in, participating in
""")
"""Words that stand for each other in questions as they are: in the same form, and of the same kind of word."""
STORIES = (
    "my teacher asked me this: {question}",
    "I have to write about this article for school. {Question}",
    "hi, I read the article this morning and forgot one thing, {question}",
    "we were arguing about this at dinner: {question}",
)
REQUESTS = ("could you please tell me: {question}", "{Question}, please", "sorry to bother you, but {question}")
BEFORE_ASKING = _words("in on at by for with to from of under between during until since")
"""With which a question begins that asks behind them: “on what date”."""
OF_A_TEXT = _words("article text report story piece news sentence paragraph passage word words mention mentions mentioned named")
"""In questions about the article as a text."""
EMPTY = _words("the a an did does do was were is are has have had be been what which it its there that this")
"""What people leave out who throw in a few words."""
OTHERS = _words("other others along together officials and among including such")
"""Beside a name these tell of more."""
VAGUE = _words("any anything anyone something really actually ever")
NOT_NOUNS = _words("else exactly of in at by kind type sort year day month date time city country place other others two three")
"""Of “which … was renewed” these leave no thing to ask more about."""
