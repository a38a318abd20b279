"""Tables of everyday English with which questions are read and paraphrased; hand-written, about no article."""

from bot.curation.english.tables import groups, words

SYNONYMS = groups("""
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
BEFORE_ASKING = words("in on at by for with to from of under between during until since")
"""With which a question begins that asks behind them: “on what date”."""
OF_A_TEXT = words("article text report story piece news sentence paragraph passage word words mention mentions mentioned named")
"""In questions about the article as a text."""
EMPTY = words("the a an did does do was were is are has have had be been what which it its there that this")
"""What people leave out who throw in a few words."""
