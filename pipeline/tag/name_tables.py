"""Tables of the naming rules: family names, titles of persons, and the head words of institutions, events, places."""

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

PARTICLES = word_set("de du des della di da dos das van von der den zu zur ter ten la le al el ibn bin ben y")

PLACE_WORDS = word_set("in at from to near into towards toward across throughout outside inside around")

PERSON_TITLES = word_set("""
    Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Dame Rev Reverend Father Bishop Archbishop Cardinal Pope King Queen
    Prince Princess Emperor Empress Tsar Tsarina Sultan Shah Duke Duchess Earl Count Countess Baron Baroness Marquis
    Viscount President Chancellor Premier Minister Ambassador Secretary Chairman Chairwoman Chairperson Comrade General
    Marshal Admiral Colonel Major Captain Lieutenant Sergeant Commander Commissar Governor Senator Judge Justice
    Director Consul Envoy Deputy Judge Mayor Madame Madam Monsieur Herr Frau Signor Don Doña Saint Brother Sister
    """)

_ORG_HEADS = """
    Committee Ministry Party University Press Archive Archives Commission Embassy Chubanshe Parliament Senate Politburo
    Secretariat Department Bureau Office Agency Institute Institution Academy Society Association League Federation
    Council Court Bank Company Corporation Library Museum College School Faculty Centre Center Union Unions Foundation
    Army Navy Regiment Consulate Legation Office Board Service Newspaper Cabinet Assembly Verlag Verlagsbuchhandlung
    Éditions Editions Izdatelstvo Universität Université Università Universiteit Akademie Gesellschaft Publishers
    Publishing Yanjiushi Yanjiusuo Yanjiuyuan Church Cathedral Abbey Monastery Order Brothers Sons Fund Trust Guild
    Chamber Laboratory
"""
_EVENT_HEADS = """
    War Wars Revolution Conference Congress Plenum Crisis Movement Campaign Treaty Battle Siege Rebellion Uprising
    Revolt Famine Restoration Reformation Renaissance Crusade Crusades Armistice Massacre Summit Exhibition Congress
    Inquisition Schism Enlightenment Depression Riots Mutiny Coup Congress Symposium Colloquium Colloquy
"""
_PLACE_HEADS = """
    River Strait Straits Mountain Mountains Province County Airport Island Islands Sea Ocean Bay Lake Cape Valley
    Peninsula Republic Kingdom Empire Street Square Avenue Road Bridge Desert Gulf Coast Harbour Port Prefecture Shire
    District Canal Forest Hill Hills Plain Palace Castle
"""
HEADS: dict[str, EntityKind] = {
    **dict.fromkeys(_ORG_HEADS.split(), EntityKind.ORG),
    **dict.fromkeys(_EVENT_HEADS.split(), EntityKind.EVENT),
    **dict.fromkeys(_PLACE_HEADS.split(), EntityKind.PLACE),
}
# Heads that also end the names of states, so that the language model's word decides.
STATE_HEADS = frozenset(["Union", "Federation", "Republic", "Kingdom", "Empire"])
