"""What `small_source` has, as the files that its data could have come from."""

from __future__ import annotations

import gzip
from pathlib import Path

DECLARED = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a dictionary for tests -->
<!DOCTYPE {root} [
<!ELEMENT {root} (entry*)>
<!-- a list of "codes", 'as' they are -->
<!ATTLIST gloss xml:lang CDATA "eng">
{entities}
]>
<!-- {root} created: 2024-02-03 -->
<{root}>
{entries}
</{root}>
"""
WORD_ENTITIES = """<!ENTITY n "noun, worded otherwise today">
<!ENTITY oK 'word containing out-dated kanji or kanji usage'>
<!ENTITY uk "word usually written using kana alone">
<!ENTITY law "law">
<!ENTITY newcode "a field of tomorrow">"""
WORD_ENTRIES = """<entry><ent_seq>1</ent_seq>
<k_ele><keb>協定</keb><ke_pri>news1</ke_pri><ke_pri>nf03</ke_pri></k_ele>
<k_ele><keb>共定</keb></k_ele>
<r_ele><reb>キョーテイ</reb><re_nokanji/></r_ele>
<r_ele><reb>きょうてい</reb><re_restr>協定</re_restr><re_pri>news1</re_pri></r_ele>
<r_ele><reb>きょうじょう</reb><re_restr>共定</re_restr></r_ele>
<sense><pos>&n;</pos><field>&law;</field><gloss>agreement</gloss><gloss xml:lang="eng">accord</gloss>
<gloss xml:lang="ger">Abkommen</gloss></sense>
<sense><stagk>共定</stagk><pos>&n;</pos><gloss>joint rule</gloss></sense></entry>
<entry><ent_seq>2</ent_seq>
<k_ele><keb>ＡＢ制</keb></k_ele><k_ele><keb>ＡＢ製</keb><ke_inf>&oK;</ke_inf></k_ele>
<r_ele><reb>エービーせい</reb></r_ele>
<sense><pos>&n;</pos><misc>&uk;</misc><gloss>AB system</gloss></sense></entry>
<entry><ent_seq>3</ent_seq><k_ele><keb>無訳</keb></k_ele><r_ele><reb>むやく</reb></r_ele>
<sense><gloss xml:lang="ger">ohne</gloss></sense></entry>"""
NAME_ENTITIES = """<!ENTITY surname "family or surname">
<!ENTITY fem "female given name or forename">
<!ENTITY place "place name">
<!ENTITY product "product name">"""
NAME_ENTRIES = """<entry><ent_seq>11</ent_seq>
<k_ele><keb>青葉</keb></k_ele><k_ele><keb>靑葉</keb></k_ele><r_ele><reb>あおば</reb></r_ele>
<trans><name_type>&surname;</name_type><name_type>&fem;</name_type><trans_det>Aoba</trans_det></trans>
<trans><name_type>&place;</name_type><trans_det>Aoba Ward</trans_det></trans></entry>
<entry><ent_seq>12</ent_seq><r_ele><reb>アオバ</reb></r_ele>
<trans><name_type>&product;</name_type><trans_det>Aoba (ship)</trans_det></trans></entry>"""
WORDS_XML = DECLARED.format(root="JMdict", entities=WORD_ENTITIES, entries=WORD_ENTRIES)
NAMES_XML = DECLARED.format(root="JMnedict", entities=NAME_ENTITIES, entries=NAME_ENTRIES)
EDICT = """\u3000？？？ /EDICT, EDICT2 Japanese-English Electronic Dictionary Files/Created: 2024-02-03/
協定(P);共定 [きょうてい(協定);きょうじょう(共定)] /(n) (1){law} agreement/accord/(2) (共定 only) joint rule/(P)/EntL1X/
ＡＢ制;ＡＢ製(oK) [エービーせい] /(n) (uk) AB system/EntL0000002/
"""
TABLE = """Japanese,Reading,English,POS
協定,きょうてい,agreement; accord,"n,vs"
エービー,,AB
"""


def written(path: Path, text: str | bytes, *, encoding: str = "utf-8", packed: bool = False) -> Path:
    """Writes a file and gives its path back."""
    data = text if isinstance(text, bytes) else text.encode(encoding)
    path.write_bytes(gzip.compress(data) if packed else data)
    return path
