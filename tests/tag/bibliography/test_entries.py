"""Entries of bibliographies in many styles, field by field: `*` stands around what is set in italics."""

import re

import pytest

from pipeline.model import FieldKind
from pipeline.tag.bibliography import list_entries
from pipeline.tag.bibliography.entry import Entry, read_entry
from tests.tag.articles import article

SHORT = {
    FieldKind.AUTHOR: "A", FieldKind.EDITOR: "E", FieldKind.TRANSLATOR: "TR", FieldKind.DATE: "D",
    FieldKind.PLACE: "PL", FieldKind.PUBLISHER: "PU", FieldKind.VOLUME: "V", FieldKind.ISSUE: "I",
    FieldKind.CITED: "P", FieldKind.EDITION: "ED",
}  # fmt: skip

ENTRIES = [
    # Chicago, author and date
    "[A|Merrow, Ada]. [D|1931]. *[Tm|Lamps of the Harbour]*. [PL|Selwyn]: [PU|Garth and Sons].",
    "[A|Merrow, Ada], [A|Tom Quill], and [A|Ines de la Torre]. [D|1931b]. [Ta|“The Oil Account.”] *[Tj|Port Review]*"
    " [V|28] ([I|3]): [P|345–59].",
    "[A|Colm, E. C.], and [A|E. W. Tarn]. [D|1964]. [Ta|“Tides”]. *[Tj|Port Journal]* [V|83] ([I|3]): [P|253–61].",
    "[A|Quill, Tom]. [D|2013]. [Ta|“Lamps”]. In *[Tm|Ports of the North]*, edited by [E|Ada Merrow] and [E|Bo Lind],"
    " [P|787–88]. [PL|Wiesbaden]: [PU|Ufer].",
    # Chicago, notes and bibliography; MLA
    "[A|Merrow, Ada]. *[Tm|Lamps of the Harbour]*. Translated by [TR|Tom Quill]. [PL|New York]: [PU|Alfred A. Garth],"
    " [D|1973].",
    "[A|Greer, M. Christina]. *[Tm|Black Water]*. [PL|New York]: [PU|Oxford University Press], [D|2013].",
    "[E|Meade, Caroline], ed. *[Tm|The Ferry Book]*. [ED|3rd ed.] [PL|Boston]: [PU|Garth], [D|1970].",
    # APA and Harvard
    "[A|Wermut, N.], & [A|Laurits, S. L.] ([D|1983]). [Ta|Graphs of tides]. *[Tj|Harbourkunde], [V|70]*, [P|537-552].",
    "[A|Lind, W. S.] ([D|1991b]). [Ta|A survey of lamps]. *[Tj|Port Research]*, [V|39] ([I|1]), [P|162-175].",
    "[A|Garth, D. R.], & [A|Nye, J. L.] ([D|1999]). [Ta|Role and quay]. In [E|G. Smith] (Ed.), *[Tm|Ports and people]*"
    " (pp. [P|64-80]). [PL|London]: [PU|Routledge].",
    # German, French, Spanish, Polish
    "[A|Fuchs, M.]/[A|Lamm, S.], [D|1995]: [Ta|Licht und Hafen]. [Tj|Zeitschrift für Hafenkunde] [V|39]: [P|775-798].",
    "[A|Kastor, Teresa R.] ([D|2005]), [Ta|»Das Licht«], *[Tj|Hafenblatt]*, Jg. [V|18], H. [I|4], S. [P|479–508].",
    "[A|Moulin R.], *[Tm|Le Port, la lampe]*, [PL|Paris], [PU|Flammarion], [D|1997].",
    "[A|Milano, Jesús María]. [Ta|“Las luces”], in *[Tm|Puertos]*. [PL|Rabat]: [PU|Facultad], [D|2000].",
    "[A|Fedor M.], *[Ta|Światło w porcie]*, „[Tj|Studia Portowe]” [D|2016], Vol. [V|25].",
    "[A|Fedor M.], *[Tm|Światło w porcie]*, [PL|Poznań] [D|2019].",
    # German, with stops: everything up to the town or the journal is the title
    "[A|De Soto, Ada]/[A|Quill, Tom T.]: [Ta|Lampen. Ein Versuch]. In: [Tj|Hafenblatt] [V|30],[I|2] ([D|1974])"
    " [P|36–42].",
    "[A|Quill, Tom]: [Ta|Dochte]. In: [Tm|Das Hafenbuch. Ein Versuch]. Hg. [E|Ada Merrow]/[E|Bo Lind]. [PL|Santa Fe]"
    " [D|1976], [P|11–55].",
    # a year in brackets is no issue; a title in italics before `ed.` names no editor
    "[A|Walker, Ralph]. [D|2000]. [Ta|“Comments.”] *[Tj|Port Review]* [V|31], [I|3]: [P|330–43].",
    "[A|Stroud, Bo]. [D|2002]. [Ta|“Tides.”] In *[Tm|Reading Merrow]*, ed. [E|Ned H. Lind]. [PL|London]: [PU|Garth].",
    # pages behind a colon without white; an issue there, if pages follow
    "[A|Merrow, Ada] ([D|1990]). [Ta|Lamps and piers]. *[Tj|Port Review]* [V|15]:[P|183–200].",
    "[A|Merrow, Ada] ([D|1993]). [Ta|Lamps and moles]. *[Tj|Port Review]* [V|90], [I|4]:[P|181–193].",
    "[A|Merrow, Ada] ([D|1999]). [Ta|Lamps and quays]. *[Tj|Port Review]* [V|3]:[I|2]. [P|29–39].",
    # medicine and numbered lists
    "[12] [A|Barman RA], [A|Ling G], et al.: [Ta|Fumes of lamps]. [Tj|J Port Med] [V|26]: [P|841–860], [D|2009]",
    # an institution; original script between title and journal
    "[A|Harbour Board of Selwyn] ([D|2004]). *[Tm|Lights at night]*. [PL|Selwyn]: [PU|Garth].",
    # an initial before a given name or without its stop, particles among given names, commas of a firm
    "[A|Merrow, R. Stephen]. [Ta|“Lamps and Patrons.”] In [Tm|The Selwyn World: Essays], ed. [E|Tom Quill], [P|151–74]."
    " [PL|Princeton, NJ]: [PU|Garth Press], [D|1989].",
    "[A|Merrow, Ada R], and [A|Tom Q Quill]. [D|1972]. [Ta|‘Lamps of Labour’]. *[Tj|Port Review]* [V|5]: [P|3–9].",
    "[A|Da Selva, Davi José de Sousa]. [D|2017]. [Ta|‘The First Lamps’]. *[Tj|Port Review]*, [V|49]([I|1]):"
    " [P|137-159].",
    "[A|Merrow, Ada]. [D|2010]. *[Tm|Why Lamps Burn]*. [PL|New York]: [PU|Farrow, Stray and Giroud].",
    "[A|Kirt, J.] ([D|2008]): [Ta|From oil to gas], in: [E|A. F. Quill] / [E|A. Lind] (Hrsg.), [Tm|Lamps and powers:"
    " lessons of Selwyn], [PL|Selwyn]: [PU|Garth University Press], [P|235–262]",
    # German, author and date: subtitles behind a stop, the place alone at the end
    "[A|Merrow, Ada] ([D|1995]): [Tm|Licht im Hafen. Dauer und Bedeutung der Lampen]. [PL|Opladen].",
    "[A|Merrow, Ada]/[A|Quill, Tom] ([D|2002]), [Tm|Dochte. Ein Versuch über den Hafen], [PL|Basel]/[PL|Boston].",
    "[A|Merrow, A.] ([D|2012]): [Tm|Lampen]. – [PL|Weinheim]/[PL|Basel]",
    "[A|Merrow, A.] ([D|1991]): [Tm|Licht. Ein Entwurf], [PL|Frankfurt a. M.]: [PU|Garth].",
    "[A|Merrow, A.] ([D|1984]): [Tm|Wahrnehmung der Lampen]. [PL|Frankfurt] ([PU|Garth]).",
    "[A|Merrow, A.] ([D|2008]): [Ta|Lampen und Licht. Ein Abriss]. In: [E|Homs, H. G.]/[E|Schroth, W.] (Hrsg.):"
    " [Tm|Hafen und Licht. Fragen einer Küste]. – [PL|Weinheim]/[PL|Basel], S. [P|97-111].",
    "[A|Merrow, A.] ([D|1990]): [Ta|Docht als Maß], in: [E|Berg, B.] u. [E|W. Held] (Hrsg.): [Tm|Lehre vom Licht],"
    " [PL|Frankfurt a. M.], [P|270-305].",
    "[A|Merrow, Karin]. ([D|2010]). [Ta|Licht in der Krise? Fragen]. In [E|Ursula Apt] & [E|Marie Schmied] (Hrsg.),"
    " [Tm|Licht und Hafen] (S. [P|59–76]). [PL|Opladen]: [PU|Garth].",
    "[A|Merrow, A.] ([D|1997]): [Ta|Das Licht], in: Ders. (Hrsg.): [Tm|Hafen und Politik], [PL|Bielefeld], [P|13-78].",
    "[A|Merrow, A.] ([D|1994]). [Ta|Licht und Lage. Was leisten Lampen?] In: [Tj|Hafenblatt], [V|17], [P|454-473].",
    "[A|Merrow, A.] ([D|2008]): [Ta|Lampen im Wandel. Ein Bericht]. [Tj|Hafenforschung], [V|4], [I|1], pp. [P|5-20].",
    "[A|Merrow, A.] ([D|2005]): [Ta|Die Lampen von Selwyn], [Tj|Port Spectrum] [V|40] ([I|2]): [P|319-330].",
    "[A|Merrow, A.] ([D|1998]). [Ta|Was bleibt vom Licht?] [P|155-176] in: [E|Lauth, Hans] (Hg.). [Tm|Häfen im Wandel]."
    " [PL|Opladen]: [PU|Ufer].",
    "[A|Merrow, A.] ([D|2005]): [Ta|Lampen im Netz]. [Tj|Hafenblatt] [I|2]/2005, S. [P|22-28].",
    "[A|Hafenamt für globale Lichtfragen (HGL)] ([D|2001]): [Tm|Welt im Licht. Ein Gutachten], [PL|Berlin].",
    "[A|Chen, Jian 陳建]. [Ta|“Gangkou de deng”] 港口的燈. [Tj|Gangkou] 港口, no. [I|4] ([D|2010]): [P|142–49].",
]  # fmt: skip


@pytest.mark.parametrize("marked", ENTRIES, ids=[re.sub(r"\W+", "-", entry)[:40] for entry in ENTRIES])
def test_entry(marked: str) -> None:
    """Every field of the entry is found, at its place, and nothing else is."""
    text, italics = _unmarked(re.sub(r"\[[A-Z]{1,2}[amju]?\|([^\]]*)\]", r"\1", marked))
    expected = re.sub(r"[“”„«»]|[.,](?=[”’]?\])", "", marked.replace("*", ""))
    assert _bare(expected) == _bare(re.sub(r"[“”„«»]", "", _marked(text, read_entry(text, italics))))


def _bare(marked: str) -> list[str]:
    """The fields in order, without the marks at their edges."""
    fields = re.findall(r"\[([A-Z]{1,2}[amju]?)\|([^\]]*)\]", marked)
    return [f"{kind} {words.strip(' .,')}" for kind, words in fields]


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its stars, and where the italics are."""
    pieces = text.split("*")
    spans, plain = [], ""
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans


def _marked(text: str, entry: Entry) -> str:
    shown, at = "", 0
    for field in entry.fields:
        kind = f"T{field.level}" if field.kind is FieldKind.TITLE else SHORT[field.kind]
        shown += f"{text[at : field.start]}[{kind}|{text[field.start : field.end]}]"
        at = field.end
    return shown + text[at:]


def _values(entry: Entry, kind: FieldKind) -> list[str]:
    return [field.value for field in entry.fields if field.kind is kind]


def test_names_in_right_order() -> None:
    """What is sorted under the family name is a name all the same: given names first."""
    entry = read_entry("Merrow, Ada, and Tom Quill. 1931. Lamps. Selwyn: Garth.")
    assert ["Ada Merrow", "Tom Quill"] == _values(entry, FieldKind.AUTHOR)


def test_habit_of_the_list() -> None:
    """`Two words, two words` is one inverted name or two names: the other entries tell which."""
    text = "Marten Milan, Jesus Maria. Luces del puerto. Madrid: Orilla, 1997."
    found = [_values(read_entry(text, inverted=inverted), FieldKind.AUTHOR) for inverted in (True, False)]
    assert [["Jesus Maria Marten Milan"], ["Marten Milan", "Jesus Maria"]] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("———. 1933. Oil and Rope. Selwyn: Garth.", id="printed"),
        pytest.param("— (1933b). Oil and Rope. Selwyn: Garth.", id="a single dash before a year"),
        pytest.param("—. 1933. Oil and Rope. Selwyn: Garth.", id="a single dash"),
        pytest.param(", Oil and Rope, Selwyn, Garth, 1933.", id="drawn before a comma"),
        pytest.param("(1933a), Oil and Rope, Selwyn, Garth.", id="drawn before a year"),
    ],
)
def test_a_dash_stands_for_the_author_before(text: str) -> None:
    """The dash is no author, and says that the people are those of the entry before."""
    entry = read_entry(text)
    assert (True, []) == (entry.again, _values(entry, FieldKind.AUTHOR))
    assert "Oil and Rope" in _values(entry, FieldKind.TITLE)[0]


def test_a_dash_and_others() -> None:
    """Behind the dash stand those who wrote it together with the author before."""
    entry = read_entry("——, Quill, T., & Lind, B. (2001). Oil and rope. Port Review, 31(1), 155–165.")
    assert (True, ["T. Quill", "B. Lind"]) == (entry.again, _values(entry, FieldKind.AUTHOR))


@pytest.mark.parametrize("text", ["E-Mail: ada@harbour.example", "134.", "Kelly (orgs.), and", ""])
def test_no_entry(text: str) -> None:
    """A piece that the cutting of the list left over has no fields, so that no work is made of it."""
    assert () == read_entry(text).fields


def test_whom_a_dash_stands_for() -> None:
    """Alone it stands for all the people of the entry before, with others for the first; no editor of a book counts."""
    lines = (
        "listed: Merrow, A., & Quill, T. (1931). Lamps. Selwyn: Garth.",
        "listed: —— (1932). Wicks. In J. Roe (Ed.), Ports and people (pp. 64–80). Selwyn: Garth.",
        "listed: ——, & Lind, B. (1933). Oil and rope. Selwyn: Garth.",
    )
    names = [entry.names for entry in list_entries(article(*lines).blocks)]
    assert [("A. Merrow", "T. Quill"), ("A. Merrow", "T. Quill"), ("A. Merrow", "B. Lind")] == names
