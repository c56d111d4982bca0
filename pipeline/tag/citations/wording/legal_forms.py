"""What law is cited by, each form once: parties of cases, abbreviations of reports and codes, numbers of acts.

Three look for them: the reader of citations (``forms/legal.py``), the tagger of names, for which they name nobody
(``titles/legal_titles.py``), and the cutting of notes into statements, as their stops end no sentence
(``enclosures.py``).
"""

import re

from pipeline.tag.citations.wording.title_ends import DATABASE, YEAR

# A word of a party: a capital, an initial or abbreviation, or a small word between two of them. All is bounded.
_CAPITAL = r"(?:(?:Loc\.|Local|No\.)\s\d{1,5}|[^\W\d_a-zß-ÿ][\w’'.-]{0,24}|&)"
_LINK = r"(?:of|the|for|and|ex\srel\.|de|la|in\sre|et\sal\.)"
_COMPANY = r"(?:,\s(?:Inc|Ltd|Co|Corp|LLC|LLP|L\.P|N\.A|S\.A|Jr|Sr|Loc(?:al|\.)\s\d{1,5})\.?)?"
_PARTY = rf"{_CAPITAL}(?:{_COMPANY}\s(?:{_LINK}\s){{0,2}}{_CAPITAL}){{0,7}}{_COMPANY}"
CASE = re.compile(rf"(?<![\w’'-])(?P<one>{_PARTY})\sv(?:s?\.|\.?\s?s\.)\s(?:the\s)?(?P<other>{_PARTY})")
# U.S., F. Supp. 3d, U. HAW. L. REV., N.Y. COMP. CODES R. & REGS.: words of which one at least is abbreviated.
_SERIES = (
    r"(?=[A-Z][\w’]*(?:\s(?:[A-Z&][\w’]*|\dd|\dth)){0,4}\s?[\w’]*\.)"
    r"[A-Z][\w’.&]{0,12}(?:\s(?:[A-Z][\w’.&]{0,12}|&|\d(?:d|th)|of)){0,7}"
)
REPORT = re.compile(
    rf"(?<![\w.-])(?!1[4-9]\d\d\s|20\d\d\s)\d{{1,4}}\s(?P<series>{_SERIES})(?:\s\(\d{{1,3}}\s[A-Z][\w.]{{1,12}}\))?,?\s(?:at\s|§§?\s?)?\d"
)
# (Mich. Ct. App. 1970), (9th Cir. 2018), (S.D.N.Y. Jan. 5, 2013) behind the page of a report: the court and the year
# (rule 10.4). All its words are abbreviated but the ordinal of a circuit.
COURT = re.compile(
    r"(?<=[\d)]\s)\((?P<court>(?=[^()]{1,40}\.)(?:(?:[A-Z][\w’.]{0,9}\.|\d{1,2}(?:st|nd|rd|th|d))\s){1,5})"
    r"(?:[A-Z][a-z]{2,4}\.?\s\d{1,2},\s)?(?:1[789]|20)\d\d\)"
)
CODE_IN_TEXT = re.compile(
    rf"(?<![\w.-])(?P<series>{_SERIES})\s(?:§§?|amend\.|art\.|tit\.|pmbl\.|ch\.)\s?(?=[\dIVX(])"
    r"|(?<![\w.-])(?P<constitution>U\.\s?S\.\sC(?:ONST|onst)\.)"
)

# 42 U.S.C. § 1983; CAL. ELEC. CODE § 9200; U.S. CONST. art. III, § 2: a code is cited by its section, a constitution by
# its article (The Bluebook, 21st ed., rules 11 and 12.3).
_CODE_WORD = r"[A-Z][\w’'.&]{0,11}"
CODE = re.compile(
    rf"(?P<title>(?:\d{{1,3}}\s)?(?:U\.\s?S\.\s?C\.(?:\sA\.|A\.)?|C\.\s?F\.\s?R\.|{_CODE_WORD}(?:\s(?:{_CODE_WORD}|&|of)){{0,6}}))"
    r"(?=,?\s?§§?\s?[\dIVXLC])"
)
CONSTITUTION = re.compile(rf"(?P<title>(?:{_CODE_WORD}\s){{1,3}}C(?:ONST|onst)\.)(?=,?\s(?:art|amend|pmbl|§))")
ABBREVIATED = re.compile(r"[A-Z][\w’']*\.|\bCODE\b|\bC(?:ode|ONST)\b")
# Act of Aug. 7, 1789, ch. 8, 1 Stat. 50; Lamp Act of 1911, § 3; Lamp Act, Pub. L. No. 90-497.
ACT = re.compile(
    rf"(?P<title>(?:[A-Z][\w’-]+\s(?:(?:and|of|for)\s)?){{0,6}}Act\sof\s(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s)?(?P<year>{YEAR}))"
    r"(?=,\s(?:ch\.|c\.|§|No\.|Pub\.|\d{1,3}\sStat\.|art\.))(?:,\sPub\.\sL\.\s(?:No\.\s)?\d{2,3}[-–]\d{1,4})?"
    r"|(?P<named>(?:[A-Z][\w’-]+\s(?:(?:and|of|for)\s)?){1,8}Act),\sPub\.\sL\.\s(?:No\.\s)?\d{2,3}[-–]\d{1,4}"
)
# Lamp Rights Act 1998, s 15(1)(b): the year is part of the title, and sections follow (OSCOLA, 4th ed., 2.4).
UK_ACT = re.compile(
    rf"(?P<title>(?:[A-Z][\w’-]+,?\s(?:(?:and|of|for|to|in|on|the|etc\.?)\s){{0,2}}(?:\([^()]{{3,60}}\)\s)?){{1,8}}Act\s{YEAR})"
    # (Cth), (NSW): whose act it is (Australian Guide to Legal Citation, 4th ed., 3.1.4)
    r"(?:\s\((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|Imp|UK|NZ|Ire|HK)\))?"
    r"(?:,?\s(?P<cited>(?:ss?|schs?|pts?|regs?|arts?|paras?)\.?\s\d[\w()]*(?:(?:[-–.]|,\s|\sand\s)\d[\w()]*)*))?"
    r"(?=\.?\s?$|[;,)]|\.\s[A-Z]|\sand\s[A-Z])"
)
# Merrow v. Lamp Board, No. 12-345, 2013 WL 543210: a decision that no report has yet (rule 10.8.1).
DOCKET = re.compile(
    r"(?P<title>(?:In\sre|[A-Z][^;()]{1,80}?\sv\.)\s[A-Z][^;()]{1,80}?),\sNos?\.\s"
    r"(?=[\w :.-]*\d)[\w:.-]+(?:\s[\w:.-]+){0,3}"
    rf"(?=,\s\d{{4}}\s{DATABASE}\s\d|,?\s\(|,\sslip\sop)"
)

# H.R. REP. NO. 104-828, at 209 (1996), S. Exec. Doc. No. 12: the papers of a congress by their numbers (rule 13).
CONGRESS = re.compile(
    r"(?P<title>(?:H\.\s?R\.|[HS]\.)\s(?:(?:CONF|EXEC|Conf|Exec|Con|CON|J|MISC|Misc)\.\s)?(?:REP|DOC|RES|Rep|Doc|Res)\."
    r"\s(?:NO|No)\.\s\d{1,3}(?:[-–]\d{1,4})?(?:,\spt\.\s[\dIVX]{1,4})?)(?=[,.;)\s]|$)"
)

# Case C–176/03 Commission v Council [2005] ECR I–7879; ECJ 9 March 2006, Joined Cases C-4/04 and C-5/04, Merrow v
# Quell, EU:C:2006:12: the courts of the European Union number their cases (OSCOLA, 4th ed., 2.6.2).
_UNION = r"(?:C|T|F)\s?[-–]\s?\d{1,4}/\d{2}(?:\s?P)?"
UNION_CASE = re.compile(
    rf"""
    (?:(?:ECJ|CJEU|CFI|GC|EuGH|EuG)[,:]?\s(?:(?P<day>\d{{1,2}}\.?\s[A-Z][a-zä]{{2,8}}\s\d{{4}}),\s)?)?  # court and day
    (?:[Jj]oined\s)?[Cc]ases?\s{_UNION}(?:(?:,|\sto|,?\sand)\s{_UNION}){{0,6}},?\s                    # numbers
    (?P<title>[A-Z“‘][^;()\[\]]{{2,140}}?)                                                            # parties
    (?=\s?[;()\[\]]|,?\s(?:ECLI|EU:|paras?\b|points?\b|recitals?\b|Opinion|Order|emphasis|at\s\d)
      |[,.]\s?$|(?<!\bCo)[.,]\s(?:[A-Z]|\d)|$)
    (?:\s\[(?P<year>\d{{4}})\](?:\sECR\s(?:[IVX]{{1,3}}(?:-[AB])?\s?[-–]\s?)?\d{{1,5}})?)?              # the report
    (?:,?\s(?:ECLI:)?EU:[CTF]:(?P<told>\d{{4}}):\d{{1,5}})?                                            # the identifier
    """,
    re.VERBOSE,
)

# 57 Tul. L. Rev. 1092, (1914), 11 Cr. App. R. 45, 3 Selw. Rptr. 3d 85, 30 Selw. J. on L. 52: no stop of an abbreviated
# series between two numbers ends a sentence.
REPORT_RUN = re.compile(r"\b\d{1,4}\s(?:(?:[A-Z&][\w.&’'-]*,?|\dd|\dth|on|of|the|in|for)\s){1,9}(?=\d{1,5}\b)")
# Lamp Mfrs. Ass’n v. Nw. Wicks Corp., 12 F.3d 4; In re Selw. Mut., Inc., 4 B.R. 2: nor do those of the parties.
# The office of a party may have its place behind a comma, and the case its name in a bracket: Merrow v. Warden, Selw.
# Cnty. Det. Ctr. (Merrow II), 12 F.3d 4.
CASE_RUN = re.compile(
    rf"(?:{CASE.pattern}|\bIn\sre\s{_PARTY})(?:,\s{_PARTY})?(?:\s\([^()]{{2,30}}\))?,\s\d{{1,4}}\s[A-Z]"
)
# CAL. ELEC. CODE § 9200, Ky. Rev. Stat. Ann. § 5: nor do the stops of a code before its section.
CODE_RUN = re.compile(r"(?<![\w.])(?:[A-Z][\w’'&]{0,11}\.?\s|&\s|of\s){1,8}§")
