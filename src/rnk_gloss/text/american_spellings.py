"""British spellings of English words, and the American ones: colour and color, organise and organize."""

from __future__ import annotations

import re
from functools import lru_cache

from rnk_gloss.text.rewriting import word_pairs

# Each with its forms in -s and, where it ends in no e, in -ed and -ing.
_WORDS = word_pairs(
    "acknowledgement=acknowledgment aluminium=aluminum analogue=analog artefact=artifact catalogue=catalog"
    " dialogue=dialog draught=draft enrol=enroll enrolment=enrollment fulfil=fulfill fulfilment=fulfillment grey=gray"
    " instalment=installment jewellery=jewelry judgement=judgment mould=mold plough=plow practise=practice"
    " programme=program sceptic=skeptic sulphate=sulfate sulphur=sulfur tyre=tire yoghurt=yogurt"
)
_OTHER_WORDS = word_pairs(
    "afterwards=afterward ageing=aging amongst=among burnt=burned catalogued=cataloged cataloguing=cataloging cosy=cozy"
    " dreamt=dreamed learnt=learned practised=practiced practising=practicing pyjamas=pajamas sceptical=skeptical"
    " skilful=skillful skilfully=skillfully spelt=spelled spoilt=spoiled towards=toward whilst=while wilful=willful"
    " wilfully=willfully woollen=woolen"
)
_FORMS = _OTHER_WORDS | {
    word + ending: spelling + ending
    for word, spelling in _WORDS.items()
    for ending in (("", "s") if word.endswith("e") else ("", "s", "ed", "ing"))
}
_BEGINNINGS = word_pairs(
    "aesthet=esthet anaem=anem anaesth=anesth archaeo=archeo caesar=cesar diarrhoea=diarrhea encyclopaed=encycloped"
    " foet=fet gynaec=gynec haem=hem leukaem=leukem manoeuv=maneuv oedem=edem oesoph=esoph oestro=estro"
    " orthopaed=orthoped paed=ped"
)
_BEGINNING = re.compile("|".join(_BEGINNINGS))

# The stems that follow a rule, for others do not: surprise and exercise have no z, four and hour lose no u.
_OUR = (
    "arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon"
    "|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|tum|val|vap|vig"
)
_IZE = (
    "actual|agon|anonym|antagon|apolog|author|bapt|capital|categor|central|character|civil|colon|commercial|computer"
    "|concept(?:ual)?|context(?:ual)?|critic|crystall|custom|decentral|demo(?:crat|n)|deput|digit|dramat|econom|emphas"
    "|energ|equal|familiar|fertil|final|formal|general|global|harmon|hospital|hypothes|ideal|immobil|immun|individual"
    "|industrial|initial|institutional|international|internal|item|jeopard|legal|legitim|liberal|local|magnet|marginal"
    "|material|maxim|mechan|memor|metabol|militar|minim|mobil|modern|monet|monopol|motor|national|natural|neutral|normal"
    "|optim|organ|oxid|parallel|penal|personal|plagiar|polar|popular|pressur|priorit|privat|public|pulver|random|rational"
    "|real|recogn|regular|revolution|satir|scrutin|sensit|serial|social|special|stabil|standard|steril|stigmat|subsid"
    "|summar|symbol|sympath|synchron|synthes|systemat|terror|theor|token|trivial|urban|util|vandal|verbal|victim|visual"
    "|vital|vocal|western"
)
_DOUBLED = "cancel|channel|counsel|dial|fuel|initial|label|level|marvel|model|panel|quarrel|signal|total|travel|tunnel"
_RE = "cent|epicent|theat|lit|fib|calib|spect|lust|meag|somb|met|kilomet|centimet|millimet|diamet|millilit"
_RULES = [
    (re.compile(pattern), american)
    for pattern, american in (
        (rf"(.{{0,3}}(?:{_OUR}))our(.*)", r"\1or\2"),
        (rf"((?:un|re|de|dis|mis|over|non)?(?:{_IZE}))is(e[drs]?|ers|ing|ations?|ational|able)", r"\1iz\2"),
        # Analyses are more than one analysis, too.
        ("((?:re)?anal|paral|catal|hydrol)ys(e[dr]?|ers|ing)", r"\1yz\2"),
        (rf"({_DOUBLED})l(ed|ing|ers?)", r"\1\2"),
        ("(licen|defen|offen|preten)ce(s|d|less|)", r"\1se\2"),
        (rf"({_RE})re(s?)", r"\1er\2"),
        (rf"({_RE})red", r"\1ered"),
    )
]


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """The American spelling of a word in small letters; the word itself where it has no other."""
    if word in _FORMS:
        return _FORMS[word]
    if beginning := _BEGINNING.match(word):
        word = _BEGINNINGS[beginning.group()] + word[beginning.end() :]
    for pattern, template in _RULES:
        if found := pattern.fullmatch(word):
            return found.expand(template)
    return word
