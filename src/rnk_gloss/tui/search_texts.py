"""What a person may mean by what they typed into a filter."""

from __future__ import annotations

import unicodedata

from rnk_gloss.text.normalise import nfc

# Long vowels as Hepburn writes them, and as kana do: the store keeps the latter.
_LONG_VOWELS = (
    {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou"},
    {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ei", "ō": "oo"},
)


def search_texts(typed: str) -> tuple[str, ...]:
    """The texts to look for: as typed, in ordinary width, in hiragana, and with the vowels under macrons doubled."""
    from rnk_gloss.text.readings import to_hiragana

    text = nfc(typed.strip())
    if not text:
        return ()
    plain = unicodedata.normalize("NFKC", text)
    spelt_out = [
        plain.lower().translate({ord(vowel): spelt for vowel, spelt in vowels.items()}) for vowels in _LONG_VOWELS
    ]
    return tuple(dict.fromkeys([text, plain, to_hiragana(plain), *spelt_out]))
