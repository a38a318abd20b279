"""Tables of everyday English from which traps are made; hand-written, about no article."""

from collections.abc import Mapping

from bot.curation.english.tables import pairs, words

OTHER_TITLES: Mapping[str, str] = pairs("""
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
OFFICES = words("""
    president presidents minister ministers chancellor king queen emperor pope governor mayor duke bishop archbishop senator
    judge ambassador captain chairman director ceo professor leader leaders secretary coach owner editor
""")
"""Of whom there are former ones."""
EVENTS = words("""
    meeting summit visit trip conference congress war battle treaty agreement election ceremony olympics crisis expedition
    siege tournament festival embargo strike invasion conquest revolution game match census
""")
"""Of which there are others before and after."""
SWAPPED: Mapping[str, str] = pairs("""
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
MADE = words("""
    terminal building bridge ship ferry church cathedral castle palace museum stadium factory engine railway network library
    hospital station tower monument
""")
"""Things that cost something to make."""
ELSEWHERE = ("india", "brazil", "egypt", "japan", "canada", "norway", "kenya", "peru", "germany", "turkey", "spain", "poland")
"""Countries that stand in for one, where the article has no other."""
SYMMETRIC = words("""
    meet met meeting meets talk talked talking talks speak spoke spoken speaking chat chatted converse conversed discuss
    discussed agree agreed cooperate cooperated collaborate collaborated negotiate negotiated trade traded border share shared
    communicate communicated marry married differ differed compete competed fight fought coordinate coordinated relate related
    call called join joined sign signed renew renewed extend extended hold held interact interacted link linked connect
    connected deal dealt conduct conducted conferred confer be been have has had is are was were get got see saw seen
    gather gathered differs ally allied team teamed hop hopped
""")
"""Verbs that say the same whoever of the two comes first."""
TOGETHER = words("""
    and with between together jointly both mutual mutually each two's bilateral relations relationship ties cooperation
    partnership versus vs or joint shared common among side sides two
""")
"""Words that join two parties, of whom the first may as well be the second."""
MANY_MEANINGS = words("""
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
REASONS = words("""
    because due since cause caused causes reason reasons therefore thus hence so consequently ergo owing result results sake
    purpose aim aimed after when under pressure response
""")
"""Words with one of which a sentence may tell why, also for the one beside it."""
FAINT_REASONS = words("for as through by with against")
"""Words with one of which a sentence may tell why for itself."""
TIMES = words("""
    today yesterday tomorrow week month year years century day days hour hours morning evening night spring summer autumn
    winter early late during when after before until since ago now then time period decade era
""")
"""Words with one of which a sentence may tell when."""
PLACES = words("in at near from on to into where outside inside across throughout within around off")
"""Words with one of which a sentence may tell where."""
OTHERS = words("other others along together officials and among including such")
"""Beside a name these tell of more."""
VAGUE = words("any anything anyone something really actually ever")
NOT_NOUNS = words("else exactly of in at by kind type sort year day month date time city country place other others two three")
"""Of “which … was renewed” these leave no thing to ask more about."""
