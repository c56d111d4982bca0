"""How a journal cites itself in its masthead and running heads."""

import pytest

from pipeline.segment.wording.identifiers import best_doi, first_issn
from pipeline.segment.wording.masthead import abbreviates, name_beside_issn, owned_since, reference_values


def _cited(journal: str, volume: str, issue: str, year: str, pages: str) -> dict[str, str]:
    first, _, last = pages.partition("-")
    names = ("journal", "volume", "issue", "year", "first_page", "last_page")
    values = zip(names, (journal, volume, issue, year, first, last), strict=True)
    return {name: value for name, value in values if value}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("94 SALTM. L. REV. 751 (1963)", ("", "94", "", "1963", "751")),
        ("12 Journal of Lamps 101 (1963)", ("Journal of Lamps", "12", "", "1963", "101")),
        ("1963 SALTM. ST. L. REV. 61", ("", "1963", "", "1963", "61")),
        ("VOLUME 62 JANUARY 1963 NUMBER 1", ("", "62", "1", "1963", "")),
        ("Annals of Harbours 12 (1963) 3, 101-112 │ © Tansy", ("Annals of Harbours", "12", "3", "1963", "101-112")),
        ("Annals of Harbours (1963), 12(3), November, 101–112", ("Annals of Harbours", "12", "3", "1963", "101-112")),
        ("Annals of Harbours Vol. 12 No. 3 (1963), pp. 101–112", ("Annals of Harbours", "12", "3", "1963", "101-112")),
        ("Annals of Harbours 12, no. 3 (1963): 7, 101–112.", ("Annals of Harbours", "12", "3", "1963", "101-112")),
        ("Annals of Harbours 83(1), 49-92. doi: 10.5555/ah.83", ("Annals of Harbours", "83", "1", "", "49-92")),
        ("(1963) 12(3): e7 Annals of Harbours, DOI: 10.5555/ah.7", ("Annals of Harbours", "12", "3", "1963", "")),
        ("HAFEN, Jg. 12 (1963), Heft 3 © Verlag Pinker", ("HAFEN", "12", "3", "1963", "")),
        ("Hafen-Rundschau (12.Jg.) Heft 3/1963: 5–18", ("Hafen-Rundschau", "12", "3", "1963", "5-18")),
        ("Zitiervorschlag: Hafengeschichte Hg 12 (1963)", ("Hafengeschichte", "12", "", "1963", "")),
        ("«Annali del Porto», anno XII, 1963, pp. 1-36.", ("Annali del Porto", "XII", "", "1963", "1-36")),
        ("Trends in Harbours TH 12 (1963) – ISSN 5555-0184", ("Trends in Harbours", "12", "", "1963", "")),
        ("Volumen 12 • Nº 3 • 1963 • pp. 47-70", ("", "12", "3", "1963", "47-70")),
        ("Port, Vol. 117 . 465 . January 1963 © Tansy", ("Port", "117", "465", "1963", "")),
        ("--- Harbour Spectrum 2/1963: 117–130 ---", ("Harbour Spectrum", "", "2", "1963", "117-130")),
        ("Lampe 3 | 1963", ("Lampe", "", "3", "1963", "")),
        ("Revista do Porto | SALTO | ISSN 5555-0184 | V.12 N.03 1963", ("Revista do Porto", "12", "03", "1963", "")),
        ("Hafen 5. Jg. 3/1963", ("Hafen", "5", "3", "1963", "")),
        ("Lamp, Summer 1963, No. 49 (Summer 1963), pp. 101-112", ("Lamp", "", "49", "1963", "101-112")),
        ("[192.0.2.80] Project LAMP (1963-06-16 23:45 GMT) Saltmouth", ("", "", "", "", "")),
        ("Lamps and Lamp Theory 2−2 (1963), 243−256", ("Lamps and Lamp Theory", "2", "2", "1963", "243-256")),
        ("Harbour Handbooks Page 1 of 25", ("", "", "", "", "")),
        ("Keepers’ Working Paper No. 12-73, 1963", ("Keepers’ Working Paper", "", "12-73", "1963", "")),
        ("Annals of Harbours 12(3-4), 1963", ("Annals of Harbours", "12", "3-4", "1963", "")),
        ("soHa Allgemeine Hafenkunde 1963/1", ("soHa Allgemeine Hafenkunde", "", "1", "1963", "")),
        ("Review of Harbours and Lamps (1963), 5 (73-90)", ("Review of Harbours and Lamps", "5", "", "1963", "73-90")),
        ("Harbour Business Review, May-June 1963, No. 3, p. 4-9", ("Harbour Business Review", "", "3", "1963", "4-9")),
        ("Hafen 12 (1963), S. 5 bis 18", ("Hafen", "12", "", "1963", "5-18")),
        ("LAMPS. Journal for Keepers, vol. 6, no. 1(11) / 1963: 169-184",
         ("LAMPS. Journal for Keepers", "6", "1", "1963", "169-184")),
        ("Lampe Heft 3-1963, S. 75-87", ("Lampe", "", "3", "1963", "75-87")),
        ("Lampe Heft 3 | 1963, S. 39–54", ("Lampe", "", "3", "1963", "39-54")),
        ("REVISTA DO PORTO | VIÇOSA | V.10 N.01 1963 P. 195-220", ("REVISTA DO PORTO", "10", "01", "1963", "195-220")),
        ("In: Port. Revista 7, n. 2, jan. 1963", ("Port. Revista", "7", "2", "1963", "")),
        ("Port-Hafen LV (1) (1963): 101-112", ("Port-Hafen", "LV", "1", "1963", "101-112")),
        ("Hafengeschichte LX (1963), S. 101-112", ("Hafengeschichte", "LX", "", "1963", "101-112")),
        ("Lampe e porto vivente, Special Issue (1963)", ("Lampe e porto vivente", "", "Special Issue", "1963", "")),
        ("Acta Portus Saltensis No 4187", ("Acta Portus Saltensis", "", "4187", "", "")),
        ("Hafen. European Journal of Lamps 12(3)/1963: 63–81",
         ("Hafen. European Journal of Lamps", "12", "3", "1963", "63-81")),
        ("KEEPERS’ RIGHTS JOURNAL 12:101–112 (1963)", ("KEEPERS’ RIGHTS JOURNAL", "12", "", "1963", "101-112")),
        ("Annals 4.3 AUGUST 1963", ("Annals", "4", "3", "1963", "")),
        ("Annals of Harbours (Spring 1963) 12:3", ("Annals of Harbours", "12", "3", "1963", "")),
        ("Annals of Harbours (1963) 12:101–112 - Tansy B.V. 1963", ("Annals of Harbours", "12", "", "1963", "101-112")),
        ("Ann. Harb. Sci. 12 (1963) 101–112", ("Ann. Harb. Sci", "12", "", "1963", "101-112")),
        ("The Review of Harbours, July 1963, 95(3): 741–756", ("The Review of Harbours", "95", "3", "1963", "741-756")),
        ("Spring 1963: Volume 3, Number 1 Journal of Lamps 341", ("Journal of Lamps", "3", "1", "1963", "")),
        ("Annals of Harbours 1963. 8:205–40", ("Annals of Harbours", "8", "", "1963", "205-240")),
        ("Prawo Portu • 1963, t. 1, nr 2, s. 27–37", ("Prawo Portu", "1", "2", "1963", "27-37")),
        ("Cahiers du port, n° 41, 1963 – 1, p. 101-112", ("Cahiers du port", "", "41", "1963", "101-112")),
        ("Hafen : Zeitschrift für Lampen und Öl, 12(3), 101-112", ("Hafen", "12", "3", "", "101-112")),
        ("Annals , Apr. - May, 1963, Vol. 12, No. 3, pp. 101-112", ("Annals", "12", "3", "1963", "101-112")),
        ("Annals of Harbours [Online], 12(3) | 1963", ("Annals of Harbours", "12", "3", "1963", "")),
        ("Harbours (1963) 12 (Suppl 3):S101–S112", ("Harbours", "12", "Suppl 3", "1963", "S101-S112")),
        ("Annals of Harbours 12 (1963), 1~11", ("Annals of Harbours", "12", "", "1963", "1-11")),
        ("Annals of Harbours 12 (1963) 92--116", ("Annals of Harbours", "12", "", "1963", "92-116")),
        ("Annals of Harbours 12: 101–112 (1963) 101", ("Annals of Harbours", "12", "", "1963", "101-112")),
        ("Theory of Harbours 32–3 (1963), 411–424", ("Theory of Harbours", "32", "3", "1963", "411-424")),
        ("Hafenkunde, 8-2 | 1963", ("Hafenkunde", "8", "2", "1963", "")),
        ("HAFENRECHT 1963, 1", ("HAFENRECHT", "", "", "1963", "")),
        ("ANNALS OF HARBOURS VOL. 12 MAY 29, 1963 101–112", ("ANNALS OF HARBOURS", "12", "", "1963", "101-112")),
        ("灯台研究（Todai Kenkyu）12: 101–112（1963）", ("灯台研究(Todai Kenkyu)", "12", "", "1963", "101-112")),
        ("THE ANNALS OF HARBOURS 0031-1235 $2.00", ("THE ANNALS OF HARBOURS", "", "", "", "")),
        ("Annals of Lamps: Applied Harbours 1963, 12:3, 101–112",
         ("Annals of Lamps: Applied Harbours", "12", "3", "1963", "101-112")),
    ],
)  # fmt: skip
def test_forms_in_which_journals_cite_themselves(line: str, expected: tuple[str, str, str, str, str]) -> None:
    """Whatever the order, the signs and the language, every number is what its word or its place says."""
    assert _cited(*expected) == reference_values(line)


@pytest.mark.parametrize(
    "line",
    [
        "Download Date | 7/6/63 5:34 AM",
        "Figure 9.2",
        "August 8, 1963",
        "09/26/63 Saltm. L. Rev. Online *1",
        "LMP 0.25 LMP 0.75",
        "Art. 10, page 2 of 24",
        "1963, S. 145, 145 ff., abrufbar unter: http://harbour.example/3; Pinker, HZ",
        "Notes to pages 102–7 293",
        "5555-0184/63/5503-0024$10.00",
        "TANSY, BOOK REVIEW_FINAL (261) (DO NOT DELETE) 4/23/1963 8:25 PM",
        "Do Not Delete 1/12/1963 9:41 PM",
        "Published online 4 May 1963",
        "This article is released under the Harbour Licence 4.0 International (HL-BY 2)",
        "Downloaded from https://harbour.example/ah/12/3/101 by the Museum of Lamps on 17 May 1963",
        "Hester Tansy and Amos Reed",
        "118 Hester Tansy",
        "V o l u m e n 12 / 1963 / Nº 2",
        "the keepers of 1963 wrote 12 letters",
        "Harbours of the North 1880-1920",
        "6 Ibid., at p. 341.",
        "192.0.2.85 on Tue, 05 Apr 1963 16:46:00 UTC",
        "5555-0184/63/01 0073-18 $03.00",
        "CC BY 4.0",
        "07_Book Reviews.indd 176 18-05-1963 14:39:19",
        "Lamps of the Harbour.p65 53 18/05/1963, 06:31 p.m.",
        "NonCommercial 4.0 International. This work is",
        "Tansy: The price of lamps 12 (1963) 3, 101-112",
        "Department of Lamps, Saltmouth University, Selwyn, Maine 04520-8281",
        "LINKED CITATIONS - Page 1 of 3",
    ],
)
def test_lines_that_cite_no_journal(line: str) -> None:
    """Days, licences, addresses, names and sentences say nothing of volume and year."""
    assert {} == reference_values(line)


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("AnHa", "Annals of Harbours", True),
        ("Ann. Harb. Sci.", "ANNALS OF THE HARBOUR SCIENCES", True),
        ("Lampe", "Annals of Harbours", False),
        ("Harbour Review", "Annals of Harbours", False),
        ("Annals of Harbours", "Annals of Harbours", False),
    ],
)
def test_short_names_of_journals(short: str, name: str, expected: bool) -> None:
    """By letters or by words; and nothing is short for every name."""
    assert (expected, True) == (abbreviates(short, name), abbreviates("", name))


def test_the_year_of_a_copyright() -> None:
    """It is that of the publication, where nothing else tells it."""
    assert ("1963", "") == (
        owned_since("© The Author(s) 1963. Published by Pinker"),
        owned_since("All rights reserved"),
    )


def test_the_check_digit_of_an_issn() -> None:
    """Pages 4875-4883 look like one."""
    assert ("0317-8471", "") == (first_issn("pp. 4875-4883, ISSN 0317-8471"), first_issn("pp. 4875-4883"))


def test_a_doi_that_heads_must_repeat() -> None:
    """Once there stands the end of a bibliography, or of a note."""
    heads = "10.5555/lamps.3 10.5555/lamps.3 10.5555/oil.12345"

    assert ("10.5555/lamps.3", "") == (best_doi(heads, fewest=2), best_doi("10.5555/oil.12345", fewest=2))


def test_a_doi_with_the_year_in_brackets() -> None:
    """A bracket that opens or closes outside the name ends it."""
    assert ("10.5555/S0317-8471(03)00102-5", "10.5555/lamps.3") == (
        best_doi("doi:10.5555/S0317-8471(03)00102-5"),
        best_doi("10.5555/lamps.3(accessed 4 May 1963)"),
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Oil, Lamps & Ships: Harbour Law Studies ISSN 0317-8471", "Oil, Lamps & Ships: Harbour Law Studies"),
        ("Harbour Law Studies | ISSN 0317-8471", "Harbour Law Studies"),
        ("Harbour Law Studies 12, ISSN 0317-8471", ""),
        ("ISSN 0317-8471", ""),
    ],
    ids=["subtitle", "bar", "a number", "alone"],
)
def test_what_stands_beside_an_issn(line: str, name: str) -> None:
    """A journal names itself at the foot of an article, its ISSN at the other end of the line."""
    assert name == name_beside_issn(line)


def test_an_issn_in_the_code_of_a_copy() -> None:
    """With an en dash it has nothing but the numbers behind it that tell it from years."""
    assert ("0317-8471", "") == (first_issn("0317–8471/06/0032–0411"), first_issn("0317–8471"))
