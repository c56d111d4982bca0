"""What can only follow a title, and so ends one that has no quotation marks."""

import re

from pipeline.tag.words.name_tables import word_set

CITIES = "|".join(
    city.replace("_", r"\s")
    for city in sorted(
        word_set(
            """
            Paris Lyon Toulouse Rennes Strasbourg Bordeaux Grenoble Genève Geneva Lausanne Bruxelles Brussels Louvain
            London Oxford Cambridge Edinburgh Manchester Dublin Berlin Leipzig München Frankfurt Stuttgart Tübingen
            Göttingen Hamburg Köln Wien Vienna Zürich Basel Bern Roma Rome Milano Torino Bologna Firenze Napoli Venezia
            Madrid Barcelona Lisboa Amsterdam Leiden Den_Haag Warszawa Kraków Praha Budapest Moscow Moskva Leningrad
            Beijing Shanghai Tokyo New_York Boston Chicago Philadelphia Princeton Berkeley Toronto Montréal Québec
            Baltimore New_Haven Washington Albany Ithaca Stanford Los_Angeles San_Francisco Glasgow Birmingham Liverpool
            Leeds Bristol Aldershot Farnham Basingstoke Marseille Aix-en-Provence Lille Nantes Rouen Dijon Troyes Leuven
            Antwerpen Antwerp Gent Den_Haag The_Hague Utrecht Rotterdam Groningen Hilversum Bonn Mainz Heidelberg
            Freiburg Münster Marburg Würzburg Wiesbaden Darmstadt Paderborn Bielefeld Hannover Weimar Jena Halle Dresden
            Breslau Graz Innsbruck Salzburg Torino Turin Padova Palermo Genova Pisa Bari Sevilla Valencia Salamanca
            Granada Coimbra Porto Uppsala Stockholm Oslo Helsinki København Copenhagen Budapest Bucharest Sofia Athens
            Istanbul Ankara Jerusalem Beirut Cairo Tunis Alger Algiers Rabat Casablanca Dakar Lagos Ibadan Nairobi
            Johannesburg Delhi New_Delhi Calcutta Bombay Singapore Hong_Kong Taipei Kyoto Seoul Melbourne Sydney
            Konstanz Erlangen Kassel Bremen Dortmund Bochum Duisburg Nürnberg Augsburg Regensburg Passau Karlsruhe
            Mannheim Saarbrücken Trier Koblenz Potsdam Rostock Kiel Lübeck Osnabrück Hildesheim Weinheim Gütersloh
            Reinbek Wuppertal Aachen Braunschweig Oldenburg Neuwied Linz Klagenfurt Luzern
            Düsseldorf Baden-Baden Opladen México Buenos_Aires Santiago Lima Bogotá São_Paulo Rio_de_Janeiro
            """
        )
    )
)
"""Places of publication that are known without brackets around them, as French notes name them."""

TOWN_JOIN = r"\s(?:and|&|et|und|u\.)\s|\s?[/;]\s?(?!M\b|O\b|Main\b|Oder\b)"
"""Between two places of publication; not within `Frankfurt/M`."""

MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|mars|avr|mai|juin|juil|août"
    r"|Spring|Summer|Winter|Fall|Autumn)"
)

OF_MONTH = r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|ier|let)?"
"""What is left of the names of months behind their first letters: `Decision 1` is none."""

YEAR = r"(?:1[4-9]|20)\d\d"
JURISDICTION = (
    r"(?:Ala|Alaska|Ariz|Ark|Cal|Colo|Conn|Del|D\.C|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Me|Md|Mass|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|N\.\s?[HJMYCD]|Ohio|Okla|Or|Pa|R\.\s?I|S\.\s?[CD]|Tenn|Tex|Utah|Vt|Va|Wash|W\.\s?Va|Wis|Wyo)\.?"
)
"""A state before the year in brackets is that of a court or a legislature (The Bluebook, table T10)."""
PRESS_WORD = (
    r"(?:Press|Verlag|Publish\w+|Editions?|Éditions|Editorial|Editora|Edizioni|Editore|Books|Presses|Klett(?:-Cotta)?|"
    r"Wiley|Springer|Elsevier|Routledge|Brill|Blackwell|Macmillan|Penguin|Harrassowitz|Steiner|Gallimard|Seuil|"
    r"Flammarion|PUF|Suhrkamp|Beck|Niemeyer|Gruyter|Ashgate|Sage|Academic|University|UP|Institut\w*|Society|& Co|"
    r"Norton|Longmans?|Kluwer|Ediciones|Forlag|Förlag|Uitgeverij|Methuen|Hackett|Doubleday|Reidel|Holt|Olms)"
)
"""What the name of a publisher has."""
NO_SUBTITLE = r"(?!\sor,?\s[A-Z])"
"""Behind a semicolon: `The Lamp of Selwyn; or, A System of Wicks` is one title, as titles were until 1900."""

_TOWN = r"[^\W\d_a-zß-ÿ][\w’.-]*(?:\s(?:am|an|der|del|upon|[^\W\d_a-zß-ÿ][\w’.-]*)){0,2}(?:/[^\W\d_][\w.]*)?"
_TOWNS = rf"{_TOWN}(?:(?:,\s|\s?/\s?|\s(?:und|and|et)\s|–){_TOWN}){{0,3}}"
PLACES_PRESS_YEAR = (
    rf"(?P<places>{_TOWNS})\s?:\s(?P<press>[^\W\d_](?:(?!:\s)[^\d;()‘“«]){{1,60}}?(?<!\sof)(?<!\sin)(?<!\sthe)),?\s"
    rf"(?P<printed>{YEAR})[a-z]?(?=[,.;)]|\s?$|\s\[|,?\s(?:chaps?|chs?|bk|p|S)\b)"
)
"""`London, New York: Routledge 1994`, `Frankfurt/M: Suhrkamp 1992`: places, publisher and year without brackets."""

PINNED = (
    rf"(?!{YEAR}\b)\d{{1,4}}(?:[-–]\d{{1,4}})?(?:,\s\d{{1,4}}(?:[-–]\d{{1,4}})?){{0,4}}"
    rf"(?=\s\((?:[^():]{{1,60}}\s)?{YEAR}\))"
)
"""Pages between the title and the year in brackets: how American lawyers cite a book (The Bluebook, rule 15)."""

STARRED = r"\*\d{1,4}(?:[-–]\d{1,4})?(?=[,.;)\s]|$)"
"""Pages of the first edition, which later ones print in their margins (The Bluebook, rule 15.8)."""

THESIS = (
    r"(?:unpublished\s|unveröffentlichte\s)?(?:mémoire\sde|thèse\sde|doctorat\b|[Pp]h\.?\s?D\.?|doctoral\s|master’s\s|Inaugural-|[Dd]iss\."
    r"|Dissertation\b|Magisterarbeit|Habilitationsschrift|tesi\sdi|[Tt]esis\s[Dd]octoral)"
)
"""How a thesis says behind its title that it is one."""

_LOCATOR = (
    r"(?:[Pp]p?[.,]|S\.|[Vv]ols?\.(?!\s?\d+:)|[Nn]os?\.|Nr\.|Bde?\.|[Tt]\.\s?[\dIVX]|ll?\.|ff?\.|fols?\.|fos?\.|cols?\.|Sp\."
    r"|chaps?\.|ch\.|§)\s?[\dIVXivxlA]|(?:at\s)?(?:paras?\.?|recitals?|R[nz]\.|Rdnr\.|¶¶?)\s?\d"
    r"|(?:[ivx]{1,5}|[IVX]{1,5}),\s\d{1,4}\b"
)

DATABASE = r"(?:WL|(?:[A-Z][\w.]*\s){0,4}LEXIS)"
"""What lawyers cite by a number where no report has a decision yet: `2013 WL 543210` (The Bluebook, rule 10.8.1)."""

REPORTED = (
    r"\d{1,4}\s[A-Z][\w.&’ ]{0,60}?[\w.](?:\s\d{1,5}(?:,\s\d|\s?\(|[.;–-]|\s?$)"
    r"|,\s\d{1,5}(?:[–-]\d{1,5})?(?:,\s\d[\d–-]*)*\s\(\d{4}\))"
)
"""`12 Harv. L. Rev. 345, 350 (1899)`: where lawyers find a case or an article, by volume, series and page."""

_NOTED = r"(?:supra|above|oben|ci-dessus|sopra)\s(?:f?nn?\b|notes?|footnotes?|Anm|Fn)"

# Behind a comma: each row is one kind of follower.
_BEHIND_COMMA = (
    _LOCATOR,
    r"n\.\s?\d",
    THESIS,
    r"(?:trans|tr|transl|eds?|übers|trad|hrsg|comp|éd|rev)\.|translated|edited|edition|unpublished",
    r"a\sc(?:ura|\.)\sdi\s|éd(?:ité|\.)\spar\s|sous\sla\sdir|dir\.\s(?:de|da|p\.)\s",
    # words that refer back
    r"(?:op|art|loc)\.\s?cit|cit\.(?=[,;.)]|\s?$|\s(?:pp?|vol|S|n)\.)|ouvr(?:age|\.)\scit(?:é|\.)|a\.\s?a\.\s?O",
    rf"supra|infra|passim|ibid|{_NOTED}",
    r"in\s[^\W\d_a-zß-ÿ‘“]|(?:in|en|em)\s[«„]|\[?[Ii]n:\]?\s|dans\s|at\s\d",
    # The Lamps, and Josiah Quell …; but Signs, Symbols, and Images (Selwyn, 1931), LAMPS, WICKS, AND OIL 25 (1931),
    # Lamps, Wicks, and Oil, 12 SELW. L. REV. 3
    rf"and\s(?!(?:[\w’'-]+\s){{1,10}}\((?:[^()]*\s)?{YEAR}\)|[^,;()]{{1,120}}(?:,\s(?:{REPORTED}|in\s[A-Z])|\s(?:{PINNED}|§\s?\d)))",
    r"as\scited|cited|quoted|available|accessed|citée?s?\s(?:dans|par|d’après)\s|zit(?:iert|\.)\s(?:nach|bei|in)\s"
    r"|cit(?:at[aoei]|ad[ao]s?)\s(?:in|da|en|por)\s",
    rf"{MONTH}{OF_MONTH}\.?(?=,?\s\d|[;.,)/–-]|\s?$)",  # not Lamps, Markets, and Oil
    r"Decision\s(?:on|of)\s",  # Merrow v. Republic of Selwyn, ICSID Case No. ARB/07/26, Decision on Liability
    r"\d+(?:st|nd|rd|th)?\s(?:ed|Aufl|[A-Z]|ser\b|vol[ls]?\b)|\d+\.\sAufl|\d{1,2}:\d",
    r"(?:[ivxlc]+|[IVXLC]+)\s?\(",
    REPORTED,
    rf"\d{{4}}\s{DATABASE}\s\d",  # 2013 WL 543210
    rf"(?!{MONTH})[^\W\d_a-zß-ÿ][^\d,;:()]{{2,30}}\s{YEAR}(?:[a-z]|[-–]\d{{2,4}})?(?:[,.;)]|\s?$)",  # Wien 1979
    rf"(?:{CITIES})(?:\set\s[^\W\d_]+)?,\s[^\d,;()]{{2,40}},\s{YEAR}",  # Paris, Armand Colin, 1949
    re.sub(r"\?P<\w+>", "?:", PLACES_PRESS_YEAR),  # London: Garth 1931
    r"\d+[\d–—,\s-]*(?:ob\.|n\b)?(?:[;.,)]|\s?$|\sand\s|\s\()",  # pages without p.
    r"(?:mid|first|second|third)-?\s?volume",
    r"[(‘“]",
    r"(?:has|have|had|is|are|was|were|gives?|says|who|which|where|whose|with)\s",  # the sentence goes on
)
_NUMBER = (
    r"\s(?:[Nn]os?|[Vv]ol(?:s|ume)?|[Hh]eft|Nr|n°)[.,]?\s?(?=\d)(?!\d+:\s[^\W\d_])"  # no. 2; not Vol. 14: The Republic
    r"|\s(?=\d+\s?\(\d)|\s(?=\d{1,3},\s(?:no|Heft|Nr))|\s(?=\d{1,3}:\d)"  # 11(4), 18, no. 4
)

FOLLOWS = re.compile(
    r"(?P<year>,?\s\[\d{4}\]\s(?=(?:\d{1,2}\s)?[A-Z]))"  # [1932] AC 562
    r"|(?P<again>\s(?=citt?\.(?:[,;):]|\s?$|\.|\s(?:pp?|voll?|S|n|vv)\.)))"  # Essai cit., p. 299
    rf"|(?P<noted>\s(?=(?:{_NOTED})\.?\s?\d))"  # Lamps above n 12
    r"|(?P<address>[,:.;]?\s(?=<?(?:https?://|www\.)))"
    r"|(?P<bracket>\s\[)"  # the translation
    r"|(?P<round>,?\s\((?!vols?\.[^)]*\)\s?:))"  # the imprint, a date; not (vol. 2): The Great ...
    rf"|(?P<semicolon>;{NO_SUBTITLE})"
    rf"|(?P<imprint>\.\s(?=\([^();:]{{2,40}}:\s[^();:]{{2,80}},\s{YEAR}\)))"  # Lamps. (Selwyn: Garth, 1931)
    rf"|(?P<pinned>\s(?={PINNED}))"  # CORPORATE FINANCE 25 (2014)
    rf"|(?P<starred>(?<!\bat)\s(?={STARRED}))"  # COMMENTARIES *63
    r"|(?P<section>\s(?=§\s?\d{1,5}(?:[.-]\d{1,5})*\s\())"  # RESTATEMENT (SECOND) OF LAMPS § 12 (AM. L. INST. 1965)
    r"|(?P<within>(?<=[.?!])\s(?=In:\s))"  # Die Lampen. Eine Geschichte. In: Hafenblätter
    r"|(?P<stop>\.(?=\s?$))"  # the end of the statement
    r"|(?P<closed>[)\]])"
    r"|(?P<said>:(?=\s[‘“\d]))"  # : “quotation”, : 511
    rf"|(?P<number>{_NUMBER})"
    rf"|(?P<comma>,\s(?={'|'.join(_BEHIND_COMMA)}))"
)
