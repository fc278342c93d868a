"""Forms of verbs and adjectives, for tests that go through all of them."""

from __future__ import annotations

# By the kana that a dictionary form ends in: what stands before ない, before ます, before た and that, before ば and
# before う.
_FIVE_ROWS = {
    "う": ("わ", "い", "った", "え", "お"),
    "く": ("か", "き", "いた", "け", "こ"),
    "ぐ": ("が", "ぎ", "いだ", "げ", "ご"),
    "す": ("さ", "し", "した", "せ", "そ"),
    "つ": ("た", "ち", "った", "て", "と"),
    "ぬ": ("な", "に", "んだ", "ね", "の"),
    "ぶ": ("ば", "び", "んだ", "べ", "ぼ"),
    "む": ("ま", "み", "んだ", "め", "も"),
    "る": ("ら", "り", "った", "れ", "ろ"),
}
_BEFORE_RU = "いきぎしじちにびみりえけげせぜてでねべめれ"
_OF_ONE_ROW = ("出る", "得る", "着る", "寝る")


def is_of_one_row(verb: str) -> bool:
    return verb in _OF_ONE_ROW or (verb[-1] == "る" and verb[-2] in _BEFORE_RU)


def verb_forms(verb: str, *, one_row: bool) -> tuple[str, ...]:
    """The same forms of every verb, in one order."""
    stem = verb[:-1]
    if one_row:
        return tuple(stem + ending for ending in ("る", "た", "て", "ない", "ます", "ました", "ません", "れば", "よう"))
    negated, polite, past, conditional, wished = _FIVE_ROWS[verb[-1]]
    if verb == "行く":
        past = "った"
    joined = past[:-1] + ("て" if past[-1] == "た" else "で")
    return (
        verb,
        stem + past,
        stem + joined,
        f"{stem}{negated}ない",
        f"{stem}{polite}ます",
        f"{stem}{polite}ました",
        f"{stem}{polite}ません",
        f"{stem}{conditional}ば",
        f"{stem}{wished}う",
    )


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """The same forms of every adjective in い, in one order."""
    stem = adjective[:-1]
    return (adjective, f"{stem}かった", f"{stem}くない")
