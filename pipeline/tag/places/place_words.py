"""Places by the plain word beside them: `the river Kerzhen`, `the village of Malye Gory`, `Ust-Kerzhen district`.

In French, Italian, Spanish and Portuguese, too: `la ville de Selwyn`, `l’oued Kerzh`, `la provincia di Selwyn`.
"""

import re
from collections.abc import Iterator

from pipeline.tag.people.full_names import ROMANCE, is_given_name
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.tokens import commonness

RARE = 3.5
"""Zipf frequency from which the word before `district` is likelier an adjective: Soviet 4.6, western 4.6; Henan 2.5."""

REGIONS = word_set("""
    Africa Europe Asia America Americas Eurasia Oceania Antarctica Arctic Antarctic Orient Occident Levant Maghreb
    Mashriq Balkans Caucasus Transcaucasia Scandinavia Iberia Anatolia Mesopotamia Arabia Persia Hispaniola Caribbean
    Antilles North South East West Midwest Northeast Northwest Southeast Southwest Continent Highlands Lowlands
    Midlands Colonies England Scotland Wales Ireland Ulster Munster Leinster Connacht Cornwall Devon Kent Sussex Surrey
    Essex Norfolk Suffolk Cumberland Northumberland Northumbria Mercia Wessex Rutland Hebrides Orkney Shetland Sicily
    Sardinia Corsica Crete Rhodes Malta Tuscany Lombardy Piedmont Venetia Umbria Calabria Apulia Campania Liguria Savoy
    Burgundy Brittany Normandy Picardy Provence Languedoc Aquitaine Gascony Alsace Lorraine Auvergne Poitou Anjou
    Flanders Brabant Hainaut Artois Holland Zeeland Frisia Friesland Rhineland Palatinate Westphalia Bavaria Swabia
    Franconia Saxony Thuringia Hesse Prussia Pomerania Silesia Brandenburg Mecklenburg Holstein Schleswig Bohemia
    Moravia Galicia Volhynia Podolia Transylvania Wallachia Moldavia Bukovina Bessarabia Crimea Dalmatia Istria Illyria
    Carinthia Styria Tyrol Thrace Macedonia Epirus Thessaly Attica Boeotia Peloponnese Morea Laconia Ionia Lydia
    Phrygia Cilicia Cappadocia Bithynia Pontus Galatia Judea Judaea Samaria Galilee Phoenicia Canaan Babylonia Assyria
    Sumer Parthia Bactria Numidia Nubia Castile Aragon Catalonia Navarre Andalusia Asturias Extremadura Lapland Livonia
    Courland Ruthenia Muscovy Siberia Manchuria Turkestan Kurdistan Kashmir Punjab Bengal Sindh Gujarat Deccan Assam
    Awadh Oudh Rajputana Malabar Bihar Orissa Tibet Xinjiang Indochina Tonkin Annam Cochinchina Malaya Sumatra Java
    Borneo Celebes Luzon Mindanao Formosa Hokkaido Honshu Kyushu Shikoku Okinawa Korea Polynesia Melanesia Micronesia
    Tasmania Queensland Rhodesia Zululand Transvaal Natal Katanga Congo Biafra Czechoslovakia Yugoslavia Dakota
    Abyssinia Somaliland Darfur Sahara Sahel Patagonia Yucatán Yucatan Chiapas Labrador Newfoundland Acadia Quebec
    Ontario Manitoba Saskatchewan Alberta Appalachia Azores Madeira Canaries Bermuda Barbados Tahiti Hawaii Atlantic
    Pacific Mediterranean Adriatic Aegean Baltic Caspian Bosporus Bosphorus Dardanelles Hellespont Thames Severn Humber
    Tyne Mersey Clyde Rhine Rhône Rhone Danube Elbe Oder Vistula Volga Dnieper Dniester Neva Seine Loire Garonne Marne
    Somme Meuse Moselle Arno Tiber Ebro Tagus Nile Niger Zambezi Euphrates Tigris Jordan Indus Ganges Mekong Yangtze
    Yangzi Amazon Orinoco Mississippi Missouri Potomac Hudson Susquehanna Alps Pyrenees Apennines Carpathians Urals
    Andes Himalaya Himalayas Rockies Appalachians Vosges Ardennes Sinai Olympus Parnassus Vesuvius Etna Ararat Troy
    Sparta Corinth Thebes Carthage Nineveh Babylon Ephesus Antioch Constantinople Byzantium Alexandria Jerusalem
    Nazareth Bethlehem Pompeii Delphi Actium Mycenae Knossos Auschwitz Hollywood Broadway Westminster Vatican
    Versailles Christendom Soho Harlem Brooklyn Manhattan Bronx Queens
    """)
"""Regions, seas, rivers, mountains and ancient cities in English, of which the gazetteer has hardly any.

Common knowledge, to be looked up in any atlas."""
BUILDINGS = word_set("""
    House Hall Chapel Mosque Temple Tower Gate Gardens Garden Theatre Theater Prison Jail Courthouse Barracks Fort
    Fortress Citadel Station Park Cemetery Hospital Inn Hotel Pole Peak Pass Falls Creek Point Beach Heath Moor Wood
    Woods Fields
    """)
"""What the name of a building or a spot may end in; not enough to tell a place, but enough to believe the model."""

_WORD = r"[^\W\d_a-zß-ÿ][\w’']+(?:-[^\W\d_a-zß-ÿ][\w’']+)?"
_BEHIND = re.compile(
    rf"\b(?:[Rr]iver|(?:towns?|villages?|city|port|island|province|district|county|hamlet|parish)\sof)\s"
    rf"(?P<name>{_WORD}(?:\s{_WORD})?)(?!\s[A-Z])"
)
_ABROAD = re.compile(
    rf"""
    \b(?:
        (?:villes?|villages?|bourg|port|provinces?|régions?|îles?|rivière|comté|commune|vallée|duché
        |città|villaggio|borgo|porto|provincia|isola|comune|valle|lago|ducato
        |ciudad|pueblo|aldea|puerto|isla|municipio|barrio
        |cidade|vila|aldeia|ilha|município|bairro
        )\s(?:d(?:e|i|u|o|a|el|es|ella)\s|d[’'])(?:(?:la|las|los)\s)?             # the town of
        |(?:fleuve|rivière|oued|fiume|lago|río|rio)\s                               # or the river
    )
    (?P<name>{_WORD}(?:[\s-]{_WORD}|\sd(?:e|i|o|a|el)\s(?:la\s)?{_WORD}){{0,2}})    # up to three words
    """,
    re.VERBOSE,
)
_GOD = re.compile(r"(?:Di(?:eu|os|o)|Deus|Jésus|Jesús|Gesù|Jesus|Dieux)\b")
_BEFORE = re.compile(
    rf"(?<![A-Z][\w’']\s)(?P<name>{_WORD})\s(?=(?:districts?|provinces?|prefecture|oblast|raion|county)\b)"
)


def names_beside_place_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of the names; before the word only rare ones, since adjectives stand there, too."""
    if language in ROMANCE:
        yield from (found.span("name") for found in _ABROAD.finditer(text) if not _is_somebody(found["name"], language))
        return
    yield from (found.span("name") for found in _BEHIND.finditer(text))
    for found in _BEFORE.finditer(text):
        if commonness(found["name"]) < RARE:
            yield found.span("name")


def _is_somebody(name: str, language: str) -> bool:
    """`la ville de Dieu`, `le port d’Ada Merrow`: not where the town is, but whose."""
    first, _, more = name.partition(" ")
    return _GOD.match(name) is not None or (bool(more) and is_given_name(first, language))
