"""Match keys of English: two ways to write one thing have one key, and two things have two."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rnk_gloss.text.american_spellings import american
from rnk_gloss.text.match_key import match_key, match_keys, traced_match_key

ONE = [
    ("You can't open it.", "You cannot open it."),
    ("It isn't signed, and they won't sign.", "It is not signed and they will not sign."),
    ("We'll see what they've done; it's late, I'm tired.", "We will see what they have done; it is late, I am tired."),
    ("Let’s begin.", "Let us begin."),
    ("A fee of 10,000 yen", "A fee of 10000 yen"),
    ("within thirty-one days", "within 31 days"),
    ("two hundred and five pages", "205 pages"),
    ("1.5 million people", "1,500,000 people"),
    ("a hundred copies", "100 copies"),
    ("the 3rd panel", "the third panel"),
    ("the 21st century", "the twenty-first century"),
    ("5 per cent, or ten percent", "5% or 10 %"),
    ("on 19 June 2024", "on June 19, 2024"),
    ("on the 19th of June", "on June 19th"),
    ("Sept. 3", "3 September"),
    ("since 5 May", "since May 5"),
    ("3 March 2025", "March 3, 2025"),
    ("at 5:00 p.m.", "at 5 pm"),
    ("at 2:30 pm or 9:05 AM", "at 14:30 or 09:05"),
    ("12 a.m. and 12 p.m.", "0:00 and 12:00"),
    ("a term of one year", "a term of 1 year"),
    ("I'd like it, and she'd really prefer it.", "I would like it, and she would really prefer it."),
    ("the U.S. Army", "the US army"),
    ("Mr. Sato of Example Co., Ltd.", "Mr Sato of Example Co, Ltd"),
    ("No. 5", "no 5"),
    ("It costs $10.", "It costs 10 dollars."),
    ("US$1,200 or €5", "1200 US dollars or 5 euros"),
    ("¥500", "JPY 500"),
    ("ten kilometres of cable", "10 km of cable"),
    ("5-litre and 2.5 litres", "5-litre and 2.5 l"),
    ("An up-to-date e-mail address", "an up to date email address"),
    ("bread, butter, and salt", "bread, butter & salt"),
    ("not later than May 1", "no later than May 1"),
    ("two-thirds of them, one half", "2/3 of them, 1/2"),
    ("World War II, Chapter IV", "World War 2, chapter 4"),
    ("the 'quoted' word of the 1990's", 'the "quoted" word of the 1990s'),
    ("Wi-Fi, approx. 5 km, Fig. 3 vs. 4", "WiFi, approximately 5 km, figure 3 versus 4"),
    ("30 degrees Celsius, 3x4 cm", "30°C, 3 × 4 cm"),
    ("The colour of the organisation's licence", "the color of the organization's license"),
    ("We travelled to the centre analysing dialogues.", "We traveled to the center analyzing dialogs"),
]

OTHER = [
    ("It isn't signed.", "It is signed."),
    ("the third panel", "the three panels"),
    ("Article 5 may apply", "Article May 5 apply"),
    ("version 3.0", "version 3"),
    ("10,000", "10.000"),
    ("5 percentage points", "5 percent"),
    ("1.5 million", "1.5 billion"),
    ("one third of it", "one of it"),
    ("June 19", "June 20"),
    ("5 p.m.", "5 a.m."),
    ("12 p.m.", "12 a.m."),
    ("one of them", "1 of them"),
    ("I'd better go.", "I would better go."),
    ("$10", "€10"),
    ("10 m", "10 km"),
    ("no. of items", "no items of"),
    ("four hours of our tour", "for hors of or tor"),
    ("exercise", "exercize"),
    ("A and B", "A or B"),
    ("A$10", "$10"),
    ("the parties' and the states' rights", 'the parties" and the states" rights'),
    ("part I takes", "part 1 takes"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_ways_to_write_one_thing_have_one_key(one: str, other: str) -> None:
    assert match_key(one, "en") == match_key(other, "en")


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_things_have_two_keys(one: str, other: str) -> None:
    assert match_key(one, "en") != match_key(other, "en")


def test_other_languages_have_no_english_spellings() -> None:
    assert match_key("Colour can't 10,000", "fr") == "colour can't 10,000"
    assert match_key("Colour can't 10,000", "en-GB") == "color can not 10000"


@pytest.mark.parametrize(
    ("british", "in_american"),
    [
        ("organisations", "organizations"),
        ("unauthorised", "unauthorized"),
        ("centred", "centered"),
        ("metres", "meters"),
        ("discoloured", "discolored"),
        ("unfavourable", "unfavorable"),
        ("haemoglobin", "hemoglobin"),
        ("cancelled", "canceled"),
        ("defenceless", "defenseless"),
        ("programmes", "programs"),
        *(
            (word, word)
            for word in (
                "promise",
                "analyses",
                "surprised",
                "advising",
                "four",
                "hour",
                "tournament",
                "controlled",
                "here",
            )
        ),
    ],
)
def test_british_words_become_american_where_they_have_another_spelling(british: str, in_american: str) -> None:
    assert american(british) == in_american


PIECES = [
    "can't", "cannot", "not", "later", "than", "10,000", "1", "twenty", "-", "one", "hundred", "million", "3rd",
    "third", "may", "march", "june", "sept.", "5", "2024", ",", ".", "u.s.", "p.m.", "no.", "$", "usd", "per", "cent",
    "%", "km", "kilometres", "colour", "organise", "&", "and", "it's", "e-mail", "the", "of", "on", "'ll", " ", "'",
    "us", "dollars", "wi-fi", "two", "thirds", "ii", "chapter", "x", "degrees", "celsius", "°", "fig.", "'s", "0",
    "am", "pm", ":30", "09", "12", "'d", "like",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " "]))
@example(["5", "may", "2024", "may", "3rd"], " ")
def test_the_key_of_a_key_is_the_key_and_its_origin_can_be_told(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    key = match_key(text, "en")
    assert match_key(key, "en") == key
    assert traced_match_key(text, "en").text == key
    assert match_keys([text], "en") == [key]
