"""Countries, and what else their people and places are called: data only, hand-written, about no article.

They make "Russian" and "Russia" one word for matching, and tell a question about India from an answer about Russia.
"""

_TABLE = """
    afghanistan: afghan, afghans; albania: albanian; algeria: algerian; angola: angolan; argentina: argentine, argentinian;
    armenia: armenian; australia: australian, aussie; austria: austrian; azerbaijan: azerbaijani; bahrain: bahraini;
    bangladesh: bangladeshi; belarus: belarusian; belgium: belgian; bolivia: bolivian; bosnia: bosnian; brazil: brazilian;
    bulgaria: bulgarian; cambodia: cambodian; cameroon: cameroonian; canada: canadian, canadians; chile: chilean;
    china: chinese, people's republic of china; colombia: colombian; croatia: croatian; cuba: cuban; cyprus: cypriot;
    czechia: czech, czech republic; denmark: danish, dane, danes; ecuador: ecuadorian; egypt: egyptian, egyptians;
    estonia: estonian; ethiopia: ethiopian; finland: finnish, finn, finns; france: french; georgia: georgian;
    germany: german, germans; ghana: ghanaian; greece: greek, greeks; hungary: hungarian; iceland: icelandic;
    india: indian, indians; indonesia: indonesian; iran: iranian, iranians; iraq: iraqi, iraqis; ireland: irish;
    israel: israeli, israelis; italy: italian, italians; japan: japanese; jordan: jordanian; kazakhstan: kazakh;
    kenya: kenyan; kuwait: kuwaiti; kyrgyzstan: kyrgyz; latvia: latvian; lebanon: lebanese; libya: libyan;
    lithuania: lithuanian; malaysia: malaysian; mexico: mexican, mexicans; moldova: moldovan; mongolia: mongolian;
    morocco: moroccan; myanmar: burma, burmese; nepal: nepali, nepalese; netherlands: dutch, holland; nigeria: nigerian;
    north korea: north korean, dprk; norway: norwegian; oman: omani; pakistan: pakistani, pakistanis;
    palestine: palestinian, palestinians; peru: peruvian; philippines: filipino, philippine; poland: polish, poles;
    portugal: portuguese; qatar: qatari; romania: romanian; russia: russian, russians, russian federation;
    saudi arabia: saudi, saudis, saudi arabian; senegal: senegalese; serbia: serbian; singapore: singaporean;
    slovakia: slovak, slovakian; slovenia: slovenian; somalia: somali; south africa: south african;
    south korea: south korean; spain: spanish, spaniard; sudan: sudanese; sweden: swedish, swede, swedes;
    switzerland: swiss; syria: syrian, syrians; taiwan: taiwanese; tajikistan: tajik; thailand: thai;
    tunisia: tunisian; turkey: turkish, turk, turks, turkiye; turkmenistan: turkmen; ukraine: ukrainian, ukrainians;
    united arab emirates: uae, emirati; united kingdom: uk, britain, british, great britain, england, english;
    america: american, americans, united states, usa, united states of america; uruguay: uruguayan;
    uzbekistan: uzbek; venezuela: venezuelan; vietnam: vietnamese; yemen: yemeni; zambia: zambian; zimbabwe: zimbabwean
"""

COUNTRIES: dict[str, tuple[str, ...]] = {
    " ".join(country.split()): tuple(name.strip() for name in names.split(","))
    for country, _, names in (row.partition(":") for row in _TABLE.split(";"))
}
"""Country → its other names and its people's. "US" is missing, because most who type it small mean themselves."""
COUNTRY_WORDS = frozenset(name for country, others in COUNTRIES.items() for name in (country, *others) if " " not in name)
