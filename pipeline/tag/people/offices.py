"""Persons by the office or trade before their name in Romance prose, and by the number behind it: `l’abbé Quell`.

These languages write such words small: `le maréchal Quell`, `el poeta Merrow`. Sovereigns have a Roman number instead
of a family name: `Philippe II`.
"""

import re
from collections.abc import Iterator

from pipeline.tag.people.full_names import LANGUAGES, ROMANCE, is_given_name
from pipeline.tag.words.exonyms import EXONYMS
from pipeline.tag.words.name_tables import word_set

_OFFICES = """
    abbé|général|maréchal|colonel|capitaine|amiral|cardinal|évêque|archevêque|pape|roi|reine|empereur|impératrice|prince
    |princesse|duc|duchesse|comte|comtesse|marquise?|baronn?e?|président|ministre|professeur|docteur|père|frère|sœur|peintre|poète
    |philosophe|historien(?:ne)?|romanci(?:er|ère)|écrivain|architecte|sociologue|anthropologue|géographe|linguiste|journaliste|sultan|émir|caïd
    |padre|general|mariscal|coronel|capitán|almirante|cardenal|obispo|arzobispo|papa|rey|reina|emperador|príncipe|duque|conde|marqués
    |presidente|profesora?|doctora?|pintora?|poeta|filósofo|historiadora?|escritora?|arquitecto|sociólogo|periodista|virrey|fray|don|doña
    |generale|colonnello|capitano|cardinale|vescovo|arcivescovo|regina|imperatore|principe|duca|conte|marchese|barone
    |ministro|professore|pittore|filosofo|storico|scrittore|scrittrice|architetto|sociologo|giornalista
    |marechal|capitão|cardeal|bispo|arcebispo|rei|rainha|imperador|marquês|barão|professor|pintor|historiador|arquiteto|engenheiro|dom|dona
"""
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'-]{2,40}"
_AFTER_OFFICE = re.compile(
    rf"""
    \b(?:{_OFFICES})\ (?P<name>{_CAPITAL}(?:\ (?:(?:de|di|da|do|del|von)\ )?{_CAPITAL}){{0,2}}  # one to three words
    (?:\ [IVX]{{1,5}}\b)?)                                                                   # and a number
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(rf"(?<![\w’'-])(?P<name>{_CAPITAL})\s[IVX]{{1,5}}(?!\w|\.\d)")
# What else has a Roman number: parts of works, kinds and stages, and universities.
_COUNTED = word_set("""
    Tome Tomo Volume Volumen Partie Parte Livre Libro Livro Chapitre Capitolo Capítulo Titre Título Titolo Article
    Annexe Anexo Phase Fase Type Tipo Classe Clase Section Sección Sezione Figure Figura Table Tabla Tabela Acte
    Acto Atto Scène Scena Escena Canto Chant Teil Band Kapitel Buch Akt Appendice Apéndice Document Doc Serie Série
    Groupe Grupo Gruppo Zone Zona Division Nivel Niveau Level Grade Grado Mark Part Paris Lyon Bordeaux Toulouse
    Lille Rennes Grenoble Aix
    """)


def names_by_office(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of the names; places that stand behind an office (`le roi Juan d’Espagne`) are none by themselves."""
    if language in ROMANCE:
        yield from (found.span("name") for found in _AFTER_OFFICE.finditer(text) if _may_be(found["name"], language))
    if language in LANGUAGES:
        named = (found for found in _NUMBERED.finditer(text) if is_given_name(found["name"], language))
        yield from (found.span() for found in named if found["name"] not in EXONYMS[language] | _COUNTED)


def _may_be(name: str, language: str) -> bool:
    return name not in EXONYMS[language] and not name.isupper()
