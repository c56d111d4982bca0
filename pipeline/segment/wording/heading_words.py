"""What headings say: their numbers, and the sections that they name."""

import re

from pipeline.letters import CAPITALS
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.wording.front_labels import ABSTRACT

SECTION_BREAK = re.compile(r"^\*(?:\s?\*){2,}$")
"""A break between sections; one asterisk alone is a damaged call."""
NUMBERED = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]?\s+)(?=[A-Z‘“])")
SMALL_LETTER = re.compile(rf"^([a-h])\1?\)\s+[{CAPITALS}]")
"""``a) Exceptions``: the lowest headings of lawyers; Germans have ``aa)`` under them."""
SMALL_NUMBER = re.compile(r"^\(?(?:i{1,3}|iv|vi{0,3}|i?x|[a-h])[.)]\s+[^\W\d_]")
"""``ii. The Keepers``, ``(a) oil``: the lowest headings; or any in small capitals, which fonts may have in the place of
small letters."""
ABBREVIATION = re.compile(r"\b(?:[A-Z]\.\s?){2,}$")
"""What ends with it ends with no sentence: ``Tansy J.A.``"""
NUMERAL_ALONE = re.compile(r"^(?:[IVXL]{1,6}|\d{1,2}|[A-H])[.)]?$")
"""A number on a line of its own: the heading goes on in the next line."""
SENTENCE_WITHIN = re.compile(rf"\b(?![IVXL]+\.)[^\W\d_]{{4,}}[.!…]\W*\s[{CAPITALS}]")
"""The end of a sentence and the beginning of the next; a question may stand over its answer in one heading, and a Roman
number before it ends none: ``VIII. The Wardens``."""
FULL_STOP = re.compile(r"\.\W{0,4}\d{0,3}\W{0,3}$")
"""A full stop at the end, what may be a note call after it looked through."""
_NUMBER = r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]?\s+(?!sources|literature))?"
"""The number that back matter has where all sections have; a numbered section on sources or literature may be text."""
BIBLIOGRAPHY = re.compile(
    rf"{_NUMBER}(?:(?:select(?:ed)?\s+)?bibliograph(?:y|ie)|(?:list\s+of\s+|selected\s+|bibliographical\s+)?references(?:\s+cited)?|"
    r"works\s+(?:cited|consulted)|(?:sources|literature)(?:\s+cited)?|sources\s+(?:and|et)\s+bibliograph(?:y|ie)|"
    r"(?:(?:quellen-?\s+und|ausgewählte|benutzte|verwendete|weiterführende|zitierte)\s+)?"
    r"literatur(?:angaben|hinweise|liste|nachweise|verzeichnis)?|literatur-?\s+und\s+quellen(?:verzeichnis)?|"
    r"(?:auswahl)?bibliografie|"
    r"bibliograf[ií]a(?:\s+(?:citada|consultada|general|utilizada|primaria|secund[aá]ria|citata|essenziale))?|"
    r"obras\s+(?:citadas|consultadas)|fuentes\s+y\s+bibliograf[ií]a|fonti\s+e\s+bibliografia|"
    r"referências(?:\s+bibliográficas)?|referencias(?:\s+bibliográficas)?|riferimenti\s+bibliografici|"
    r"opere\s+citate|références(?:\s+bibliographiques)?|literatuur|litteratur|literatura|irodalom|kaynakça)\W*$",
    re.IGNORECASE,
)
NOTES = re.compile(
    rf"{_NUMBER}(?:(?:end|foot)\s?notes?|notes?(?:\s+to\s+the\s+text)?|notes\s+(?:and|&)\s+references|references\s+(?:and|&)\s+notes|"
    r"anmerkung(?:en)?|fu(?:ß|ss)noten|endnoten|notes\s+et\s+références|notas?|noten|noter|przypisy|poznámky|"
    r"jegyzetek)\W*$",
    re.IGNORECASE,
)
_THANKS = r"acknowledge?ments?|danksagung|remerciements|ringraziamenti|agradec\w+|dankwoord"
_THANKS_OR_APPENDIX = rf"{_THANKS}|append(?:ix|ices)|anhang|annexes?|appendice"
AFTER_NOTES = re.compile(rf"^\W*(?:{_THANKS_OR_APPENDIX})\W*$", re.IGNORECASE)
"""What ends the notes, as a bibliography does: without a number, which would be a note's."""
HEADED_THANKS = re.compile(rf"^(?:{_THANKS})[.:—–]+\s", re.IGNORECASE)
"""``Acknowledgement. The keeper of the lamps``: thanks under a heading that is run in."""
TITLED_APPENDIX = re.compile(r"^\W*(?:append(?:ix|ices)|anhang|annexe?|appendice)(?:\s+[a-z\d]{1,3})?\s?[:.—–]\s?\w")
"""``APPENDIX: OIL AND TIN``, put in small letters: the same with its title."""
NOTES_TO_PAGES = re.compile(
    r"^(?:\W*\d{1,4}\s)?\W*(?:notes?\s+(?:to|for|on|des|aux|de\s+la|alle|alla)|notas?\s+a\s+las?|"
    r"anmerkungen\s+zu(?:\s+den)?)\s+(?:text\s+)?(?:pages?|pp?\.|p[áa]ginas?|pagin[ae]|seiten?|s\.)\s*"
    r"(?P<first>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?(?:\s\d{1,4})?\W*$",
    re.IGNORECASE,
)
"""The running head over the endnotes of a book: ``Notes to pages 114–24``."""
_APPENDED = re.compile(
    rf"{_NUMBER}(?:{_THANKS_OR_APPENDIX}|(?:about\ the\ )?(?:author|contributor)s?|zur\ person|zu\ den\ personen|"
    r"(?:sobre\ |über\ |sull)?\W?(?:autor|autore|autora|autorin|auteur)(?:e[ns]|i)?)\b",
    re.IGNORECASE,
)
"""Matter behind the text."""
_APPENDED_ALONE = re.compile(rf"(?:{_APPENDED.pattern})(?:\s+\w{{1,2}})?\W*$", re.IGNORECASE)
"""``Appendix``, ``Anhang B``."""
OPENING = r"introdu(?:ction|cción|ccion|zione|ção|cao)|einleitung|einführung|vorbemerkung\w*|inleiding|wstęp"
"""The first section of an article."""
_BEGINS_OR_ENDS = re.compile(
    rf"{_NUMBER}(?:{OPENING}|abstract|(?:table\s+of\s+)?contents|"
    r"conclusi(?:ons?|ones|oni|e|ón)|conclusões|conclusão|schluss(?:folgerung(?:en)?)?|fazit|"
    r"zakończenie)\W*$",
    re.IGNORECASE,
)
"""The first and the last section, and what stands before it."""


def names_section(text: str) -> bool:
    """Whether a line is the name of a section that articles have: it may stand at the top of a page like a head.

    ``NOTE`` there is the journal's, over the title of one.
    """
    forms = (_BEGINS_OR_ENDS, BIBLIOGRAPHY, NOTES, _APPENDED_ALONE)
    return any(form.match(text) for form in forms) and text.strip(" .:").casefold() != "note"


def names_bibliography(heading: RawBlock) -> bool:
    """Whether a heading stands over a bibliography."""
    return bool(BIBLIOGRAPHY.match(heading.text))


def names_back_matter(heading: RawBlock) -> bool:
    """Whether a heading stands over notes or a bibliography."""
    return names_bibliography(heading) or bool(NOTES.match(heading.text))


def names_other_matter(heading: RawBlock) -> bool:
    """Whether a heading stands over matter that is neither text nor bibliography: notes, abstract, thanks, authors."""
    return bool(NOTES.match(heading.text) or _APPENDED.match(heading.text)) or not ABSTRACT.sub("", heading.text)
