"""Tables of the naming rules: family names, titles of persons, head words of institutions, events, places, journals."""

import re

from pipeline.model import EntityKind


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(words.split())


# The family names of about nine in ten Chinese, in pinyin and, where it differs, in Wade-Giles, with common Korean
# ones. Left out because they are more often something else in English prose: An, Chi, Hong, Long, Man, Sung, Tan.
CHINESE_SURNAMES = word_set("""
    Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang
    Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lü Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia
    Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Wan Duan
    Qian Lei Yin Yi Chang Qiao Lai Gong Wen Bo Zhuang Nie Hua Chu Bao Tao Ouyang Sima Zhuge Rao Xiang Tong Rong Shu Ai
    Chang Chao Chou Hsu Hsü Kuo Hsieh Teng Chiang Tseng Ts'ao Ts'ai P'eng Chu Yeh Jen Hsia Hsiao Liang T'ang Ch'en
    Kim Park Yi Pak Choe Choi Rhee
    """)
# Shared by so many that they decide the order when both words could be family names ("Shu Guang Zhang").
COMMONEST_SURNAMES = word_set("Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin Guo Ma")

PLACE_WORDS = word_set("in at from to near into towards toward across throughout outside inside around")

PERSON_TITLES = word_set("""
    Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Dame Rev Reverend Father Bishop Archbishop Cardinal Pope King Queen
    Prince Princess Emperor Empress Tsar Tsarina Sultan Shah Duke Duchess Earl Count Countess Baron Baroness Marquis
    Viscount President Chancellor Premier Minister Ambassador Secretary Chairman Chairwoman Chairperson Comrade General
    Marshal Admiral Colonel Major Captain Lieutenant Sergeant Commander Commissar Governor Senator Judge Justice
    Director Consul Envoy Deputy Judge Mayor Madame Madam Monsieur Herr Frau Signor Don Doña Saint Brother Sister
    Professors Doctors Presidents Justices Judges Senators Generals Admirals Kings Queens Princes Emperors Messrs
    Ministers Ambassadors Governors Popes Bishops Fathers Apostle Evangelist Rector Vicar Pastor Curate Monsignor Msgr
    """)

ADDRESSES = PERSON_TITLES | word_set("""
    Sultan Sultana Caliph Khalifa Bey Pasha Pacha Paşa Efendi Effendi Agha Ağa Hajj Hadj Sheikh Shaykh Cheikh Sidi Si
    Mawlay Moulay Mulay Muley Muly Sharif Cherif Emir Amir Khedive Caid Kaid Qaid Bachaga Vizier Imam Mufti Mullah
    Rabbi Abbot Abbé Père Sœur Maréchal Général Capitaine Duc Comte Baron Marquis Roi Reine Kaiser König Graf Herzog
    Freiherr Fürst Khan Maharaja Raja Rajah Nawab Mirza Shogun Lama Patriarch Metropolitan Archdeacon Deacon Provost
    Dean Earl Viceroy Sherif Sheriff Attorney Solicitor Speaker Chief Mademoiselle Mlle Mme
    """)
"""Titles and forms of address: without another word they name nobody."""

GIVEN_SHORT = dict(
    pair.split(":")
    for pair in word_set("""
        Wm:William Geo:George Chas:Charles Thos:Thomas Jas:James Jno:John Jos:Joseph Benj:Benjamin Robt:Robert
        Saml:Samuel Danl:Daniel Edw:Edward Edwd:Edward Alex:Alexander Richd:Richard Fredk:Frederick Nathl:Nathaniel
        Hy:Henry Andw:Andrew Patk:Patrick Matth:Matthew Abm:Abraham Margt:Margaret Eliz:Elizabeth
    """)
)
"""Given names as they were shortened in writing and print until 1900: `Wm. Quell`."""

SPOKEN_SHORT = word_set("""
    alex:alexander andy:andrew ben:benjamin bill:william bob:robert charlie:charles chris:christopher dan:daniel
    dave:david dick:richard don:donald doug:douglas ed:edward frank:franklin fred:frederick greg:gregory jeff:jeffrey
    jerry:gerald jim:james joe:joseph josh:joshua kate:katherine ken:kenneth larry:lawrence liz:elizabeth matt:matthew
    mike:michael nick:nicholas pete:peter phil:philip phil:phillip ray:raymond rick:richard rob:robert ron:ronald
    sam:samuel steve:stephen steve:steven sue:susan ted:theodore tim:timothy tom:thomas tony:anthony will:william
    zac:zachary zach:zachary
    """)
"""Given names as people are called, and in whole."""

PEOPLES = word_set("""
    American Americans European Europeans African Africans Asian Asians German Germans Italian Italians Russian
    Russians English Dutch Chinese Japanese Korean Koreans Canadian Canadians Mexican Mexicans Australian
    Australians Austrian Austrians Hungarian Hungarians Belgian Belgians Bulgarian Bulgarians Romanian Romanians
    Ukrainian Ukrainians Brazilian Brazilians Cuban Cubans Egyptian Egyptians Algerian Algerians Moroccan Moroccans
    Tunisian Tunisians Syrian Syrians Iranian Iranians Israeli Israelis Palestinian Palestinians Arab Arabs Berber
    Berbers Bedouin Bedouins Moor Moors Kabyle Kabyles Tuareg Touareg Hausa Yoruba Igbo Zulu Zulus Xhosa Swahili
    Fulani Fulbe Mandingo Negro Negroes Negros Creole Creoles Mulatto Mulattoes Indian Indians Native Natives Jew
    Jews Jewess Jewry Gentile Gentiles Muslim Muslims Moslem Moslems Mahometan Mohammedan Mohammedans Christian
    Christians Catholic Catholics Protestant Protestants Lutheran Lutherans Calvinist Calvinists Huguenot Huguenots
    Puritan Puritans Quaker Quakers Methodist Methodists Baptist Baptists Anglican Anglicans Presbyterian
    Presbyterians Jesuit Jesuits Dominican Dominicans Franciscan Franciscans Benedictine Benedictines Sunni Sunnis
    Shia Shiite Shiites Sufi Sufis Hindu Hindus Buddhist Buddhists Sikh Sikhs Copt Copts Maronite Maronites Druze
    Mormon Mormons Tory Tories Whig Whigs Jacobin Jacobins Jacobite Jacobites Nazi Nazis Bolshevik Bolsheviks
    Menshevik Mensheviks Communist Communists Marxist Marxists Democrat Democrats Republican Republicans Englishman
    Englishmen Frenchman Frenchmen Dutchman Dutchmen Scot Scots Scotsman Irishman Irishmen Welshman Spaniard
    Spaniards Dane Danes Swede Swedes Finn Finns Pole Poles Czech Czechs Slovak Slovaks Serb Serbs Croat Croats Slav
    Slavs Greek Greeks Turk Turks Kurd Kurds Persian Persians Afghan Afghans Uzbek Uzbeks Tajik Tajiks Kazakh
    Kazakhs Kirghiz Tatar Tatars Tartar Tartars Mongol Mongols Manchu Manchus Uyghur Uyghurs Uighur Uighurs Tibetan
    Tibetans Han Roman Romans Norman Normans Saxon Saxons Frank Franks Goth Goths Visigoth Visigoths Celt Celts Gaul
    Gauls Briton Britons Hun Huns Vandal Vandals Viking Vikings Philistine Philistines Israelite Israelites
    Samaritan Samaritans Filipino Filipinos Maori Maoris Inuit Eskimo Eskimos Apache Cherokee Iroquois Sioux Latino
    Latinos Chicano Chicanos Boer Boers Ashkenazi Ashkenazim Sephardi Sephardim Ottoman Ottomans Latin Arabic Hebrew
    Aramaic Sanskrit Pali Yiddish Fascist Fascists Mamluk Mamluks Janissary Janissaries Prophet Marabout Marabouts
    Orientalist Orientalists Islamist Islamists Zionist Zionists Nationalist Nationalists Socialist Socialists
    Liberal Liberals Conservative Conservatives Unionist Unionists Loyalist Loyalists Royalist Royalists Federalist
    Federalists Populist Populists Maronites Ladino Gaelic Quran Koran Qur’an Bible Torah Talmud Hadith Sunna Sharia
    Allah God Christ
    """)
"""Peoples, faiths, parties and languages, and the books and words of faith: never tagged as a person or a place."""

REPOSITORIES = word_set("""
    Archive Archives Archiv Archivo Archivio Archief Arkhiv Archiwum Stadtarchiv Staatsarchiv Bundesarchiv Landesarchiv
    Hauptstaatsarchiv Universitätsarchiv Rijksarchief Stadsarchief Biblioteca Bibliothek Bibliothèque Bibliotheek
    Staatsbibliothek Nationalbibliothek Museum Musée Museo Ministère Ministero Ministerio Ministerium Universität
    Université Università Universidad Universiteit Presses Librairie Imprimerie Faculté Buchhandlung
    Univ Schools Initiative Inst Found Serv Servs Ctr Cnty Cir Crim Const Rts Res Laws
    """)
"""Words of the names of archives, libraries and offices in several languages, and how American lawyers shorten them.

No person has one in his name."""

LEADS = word_set("""
    See Cf Cfr Compare Voir Selon Dans Siehe Vgl Nach Laut Vide Quoting Citing Quoted Cited Contra Accord Also But And
    The Vol Tome According Après Avant Pour Comme Lettre Letter Letters Thus Hence However Moreover Furthermore
    Therefore Nevertheless Nonetheless Accordingly Consequently Although Whereas Meanwhile Otherwise Aujourd’hui
    Aujourd'hui Suppose Assume Imagine Consider Recall
    """)
"""Words that stand before a name and are none of it."""

OF_LAW = word_set("""
    Act Acts Clause Clauses Amendment Amendments Ordinance Ordinances Statute Statutes Treaty Treaties Bill Bills Code
    Codes Constitution Constitutions Doctrine Decree Decrees Edict Charter Declaration Proclamation Report Reports
    Memorandum Letter Letters Dissent Opinion Judgment Judgement Decision Ruling Release Releases Paper Papers
    """)
"""Last words of the names of laws and papers, which are neither persons nor places nor institutions."""

WRITINGS = (OF_LAW - {"Bill", "Bills"}) | word_set("""
    Chronicles Records Diary Diaries Journals Minutes Proceedings Transcript Transcripts Collection Collections
    Correspondence Manuscript Manuscripts Notes Literature Edition Editions Works Studies Missions Folder Nachlass
    Briefwechsel Korrespondenz Beiträge Studien Folge Doc Docs Div Sess Bd Dept Dist Rep Rev Supp Regs Stat
    """)
"""Last words of what was written or collected: `Merrow Papers` is no person; but Buffalo Bill is one. And of what
lawyers shorten: `U.N. Doc.`, `Law Div.`"""
NO_NAMES = word_set("""
    Era Eras Age Ages Period Periods Century Centuries Decade Decades Theory Theories Agreement Agreements Principles
    Guidelines Convention Conventions Covenant Pact
    """)
"""Last words of times, of what is taught and of what was agreed, which are no institutions: `Progressive Era`."""

THINGS = OF_LAW | word_set("""
    Directive Directives Regulation Regulations Convention Conventions Covenant Covenants Protocol Agreement
    Pact Principles Guidelines Rules Standards Plan Plans Programme Program Programmes Programs Strategy Policy Package
    Effort Catalogue Catalog Database Online Index Survey Census Dictionary Encyclopedia Bibliography Year Rate Test
    Theory Model Method Scale Zone Area Product Procedure System Systems Needs Assessment Allocation
    """)
"""Head words of what has an abbreviation and is neither an institution nor a person: laws, plans, works, measures."""

_ORG_HEADS = """
    Committee Ministry Party University Press Archive Archives Commission Embassy Chubanshe Parliament Senate Politburo
    Secretariat Department Bureau Office Agency Institute Institution Academy Society Association League Federation
    Council Court Bank Company Corporation Library Museum College School Faculty Centre Center Union Unions Foundation
    Army Navy Regiment Consulate Legation Office Board Service Newspaper Cabinet Assembly Verlag Verlagsbuchhandlung
    Éditions Editions Izdatelstvo Universität Université Università Universiteit Akademie Gesellschaft Publishers
    Publishing Yanjiushi Yanjiusuo Yanjiuyuan Church Cathedral Abbey Monastery Order Brothers Sons Fund Trust Guild
    Società Société Istituto Accademia Archivio Biblioteca Bibliothèque Ministère Ministero Comité Chamber Laboratory
    Administration Administrations Authority Ministries Courts Tribunal Consortium Seminary Convent Priory Nunnery
    Hospital Orchestra Choir Diocese Archdiocese Synod Presbytery Observatory Conservatory Railway Railroad Brigade
    Battalion Squadron Stiftung
"""
_EVENT_HEADS = """
    War Wars Revolution Conference Congress Plenum Crisis Movement Campaign Battle Siege Rebellion Uprising
    Revolt Famine Restoration Reformation Renaissance Crusade Crusades Armistice Massacre Summit Exhibition Congress
    Inquisition Schism Enlightenment Depression Riots Mutiny Coup Congress Symposium Colloquium Colloquy
"""
_PLACE_HEADS = """
    River Strait Straits Mountain Mountains Province County Airport Island Islands Sea Ocean Bay Lake Cape Valley
    Peninsula Republic Kingdom Empire Street Square Avenue Road Bridge Desert Gulf Coast Harbour Port Prefecture Shire
    District Canal Forest Hill Hills Plain Palace Castle Territory Territories Protectorate Colony Oasis
"""
FIRST_HEADS = word_set("""
    Universidad Universidade Université Università Universität Instituto Istituto Institut Ministerio Ministério
    Ministère Ministero Ministerium Academia Accademia Académie Akademie Consejo Conselho Consiglio Conseil Partido
    Partito Parti Asociación Associação Associazione Sociedad Sociedade Società Société Comisión Comissão
    Commissione Facultad Faculdade Facoltà Faculté Escuela Escola Scuola École Colegio Colégio Collège Liceo
    Politecnico Museo Museu Musée Pinacoteca Biblioteca Bibliothèque Bibliothek Archivo Archivio Arquivo Archiv
    Staatsbibliothek Landesbibliothek Fundación Fundação Fondazione Fondation Stiftung Dipartimento Departamento
    Secretaría Secretaria Secrétariat Generalitat Hochschule Verband Comité
    """)
"""Heads that stand first, as in Romance languages, and in German before `für` or a town: `Museu de Arte`."""
HEADS: dict[str, EntityKind | None] = {
    **dict.fromkeys(["Act", "Treaty"]),
    **dict.fromkeys(FIRST_HEADS, EntityKind.ORG),
    **dict.fromkeys(_ORG_HEADS.split(), EntityKind.ORG),
    **dict.fromkeys(_EVENT_HEADS.split(), EntityKind.EVENT),
    **dict.fromkeys(_PLACE_HEADS.split(), EntityKind.PLACE),
}
# Heads that also end the names of states, so that the language model's word decides.
STATE_HEADS = frozenset(["Union", "Federation", "Republic", "Kingdom", "Empire"])
PERIODICAL = re.compile(
    r"\b(?:Journal|Review|Gazette|Times|News|Herald|Tribune|Post|Daily|Quarterly|Bulletin|Annals|Zeitung|Zeitschrift|Revue|"
    r"Journal|Annales|Pravda|Izvesti\w+|ribao|zazhi|cankao|Chronicle|Magazine|Monthly|Weekly|Observer|Guardian|Courier|Telegraph)\b"
)
