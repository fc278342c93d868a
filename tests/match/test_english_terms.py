"""English terms in texts: inflections, hyphens, capitals; and words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.match.english_terms import EnglishTermFinder
from rnk_gloss.text.english_forms import are_one_word, word_key


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("treaty", "Two treaties were signed.", "treaties"),
        ("treaty", "The treaty's text", "treaty's"),
        ("sign", "It was signed.", "signed"),
        ("sign", "Signing it takes time.", "Signing"),
        ("impose", "Sanctions imposed in 2006", "imposed"),
        ("plan", "as planned", "planned"),
        ("plan", "two planes", ""),
        ("plane", "two planes", "planes"),
        ("ratify", "It ratified the text.", "ratified"),
        ("process", "These processes are slow.", "processes"),
        ("box", "the boxes", "boxes"),
        ("analysis", "several analyses", "analyses"),
        ("crisis", "after the crises", "crises"),
        ("hold", "Talks were held.", "held"),
        ("withdraw", "Troops withdrew.", "withdrew"),
        ("woman", "rights of women", "women"),
        ("criterion", "the criteria", "criteria"),
        ("virus", "new viruses", "viruses"),
        ("gas", "toxic gases", "gases"),
        ("menu", "two menus", "menus"),
        ("proceed", "as it proceeded", "proceeded"),
        ("issue", "A note was issued.", "issued"),
        ("calorie", "more calories", "calories"),
        ("pass", "It passed.", "passed"),
        ("use", "It gives us hope.", ""),
        ("nation", "national pride", ""),
        ("international", "an intern", ""),
        ("organ", "an organisation", ""),
        ("universe", "three universities", ""),
        ("policy", "the police", ""),
        ("art", "the start", ""),
        ("AI", "MAIL", ""),
        ("peace treaty", "two peace treaties", "peace treaties"),
        ("rules of origin", "a rule of origin", "rule of origin"),
        ("Panel of Experts", "the panel of experts", "panel of experts"),
        ("treaty", "THE TREATY IS IN FORCE", "TREATY"),
        ("cease-fire", "a ceasefire", "ceasefire"),
        ("ceasefire", "a cease-fire", "cease-fire"),
        ("cease-fire", "two cease fires", "cease fires"),
        ("decision making", "decision-making bodies", "decision-making"),
        ("therapist", "the rapist", ""),
        ("the Diet", "members of the Diet", "Diet"),
        ("to ratify", "was ratified", "ratified"),
        ("WHO", "those who signed", ""),
        ("WHO", "the WHO said", "WHO"),
        ("aid", "AIDS spreads.", ""),
        ("aid", "various aids", "aids"),
        ("IT", "it is", ""),
        ("API", "two APIs", "APIs"),
        ("US", "U.S. troops", "U.S."),
        ("U.S.", "US troops", "US"),
        ("Nato", "NATO troops", "NATO"),
        ("COVID-19", "COVID-19 cases", "COVID-19"),
        ("5G", "15G", ""),
        ("G7", "the G7's view", "G7's"),
        ("treaty", "the treaties’ texts", "treaties"),
        ("entry into war", "its entry into the war", "entry into the war"),
        ("Japan, US and South Korea", "Japan, the US and South Korea", "Japan, the US and South Korea"),
        ("vitamin deficiency", "vitamin A deficiency", ""),
        ("treaty law", "It is a treaty. the law says", ""),
        ("in kind", "in a kind voice", "in a kind"),
        ("undergo", "He underwent surgery.", "underwent"),
        ("high", "the highest tower", "highest"),
        ("heavy", "a heavier load", "heavier"),
        ("big", "a bigger box", "bigger"),
        ("good", "the better way", "better"),
        ("numb", "a number of boxes", ""),
        ("rat", "Its rating fell.", ""),
        ("rate", "Its rating fell.", "rating"),
        ("plan", "It was planned.", "planned"),
        ("new", "The news came.", ""),
        ("colour chart", "two color charts", "color charts"),
        ("organized", "They organise it.", "organise"),
        ("grey", "all the greys", "greys"),
    ],
)
def test_a_term_is_found_in_its_inflections_only(term: str, text: str, found: str) -> None:
    hits = EnglishTermFinder.of([(1, [term])]).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == ([found] if found else [])


@pytest.mark.parametrize(
    ("term", "text", "kind"),
    [
        ("treaty", "treaty", "exact"),
        ("treaty", "Treaty", "variant"),
        ("cease-fire", "ceasefire", "variant"),
        ("treaty", "treaties", "inflected"),
        ("defence treaty", "Defense Treaty", "variant"),
    ],
)
def test_how_a_term_is_written_is_said(term: str, text: str, kind: str) -> None:
    assert [hit.kind for hit in EnglishTermFinder.of([(1, [term])]).find(text)] == [kind]


def test_the_longer_term_wins_and_a_refusal_has_its_reason() -> None:
    finder = EnglishTermFinder.of([(1, ["peace treaty"]), (2, ["treaty"]), (3, ["WHO"])])
    recognition = finder.recognise("Those who broke peace treaties")
    assert [(hit.id, hit.refusal) for hit in recognition.hits] == [(1, "")]
    assert [(hit.id, hit.refusal) for hit in recognition.refused] == [
        (3, "another word in these capitals"),
        (2, "inside the longer term peace treaties"),
    ]


@given(st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_what_is_one_word_has_one_key(word: str) -> None:
    forms = {word + "s", word + "ed", word + "ing", word.removesuffix("e") + "ing"}
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    for form in forms:
        if are_one_word(word, form):
            assert word_key(form) == word_key(word)
