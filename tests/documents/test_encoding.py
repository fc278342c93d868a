from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.documents.encoding import decode
from rnk_gloss.errors import InputError, UsageError

SENTENCES = [
    pytest.param("港の倉庫で火災が起き、消防車が十二台出動した。けが人はいない。", id="news"),
    pytest.param("きのうはあめだったので、ずっといえでほんをよんでいました。", id="hiragana"),
    pytest.param("コンピューターのデータをサーバーへコピーするソフトウェアです。", id="katakana"),
    pytest.param("第三条　委員会は、毎年度、事業計画及び収支予算を作成するものとする。", id="legal"),
    pytest.param("新製品「Ver. 2.5」はUSB接続に対応し、価格は12,800円（税込）です。", id="mixed"),
    pytest.param("憂鬱な翌朝、檸檬を齧りながら躊躇なく坂を下った。", id="rare-kanji"),
    pytest.param("会議は①予算、②人事の順に進めた。", id="circled-digits"),
]

ENCODINGS = [
    pytest.param("utf-8", "UTF-8", id="utf-8"),
    pytest.param("utf-8-sig", "UTF-8", id="utf-8-bom"),
    pytest.param("utf-16", "UTF-16 LE", id="utf-16-bom"),
    pytest.param("utf-16-le", "UTF-16 LE", id="utf-16-le"),
    pytest.param("utf-16-be", "UTF-16 BE", id="utf-16-be"),
    pytest.param("cp932", "CP932 (Shift_JIS)", id="cp932"),
    pytest.param("euc_jis_2004", "EUC-JP", id="euc-jp"),
    pytest.param("iso2022_jp", "ISO-2022-JP", id="iso-2022-jp"),
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("codec", "name"), ENCODINGS)
@pytest.mark.parametrize("line_end", ["", "\r\n"], ids=["no-line-end", "crlf"])
def test_each_encoding_is_recognised(sentence: str, codec: str, name: str, line_end: str) -> None:
    text = sentence + line_end
    if codec == "iso2022_jp" and "①" in text:
        text = text.replace("①", "一").replace("②", "二")
    decoded = decode(text.encode(codec), Path("x.txt"))
    assert (decoded.text, decoded.encoding) == (text, name)
    assert name in decoded.remark


def test_the_remark_gives_the_evidence() -> None:
    decoded = decode("山の上に古い灯台がある。".encode("cp932"), Path("x.txt"))
    assert decoded.remark == "read as CP932 (Shift_JIS): valid, and 100 % of its letters beyond ASCII are kana or kanji"


JAPANESE = st.text(
    "あいうえおかがきくけこさしすせそたちっつてとなにのはまみもやよらりるれろをんアカサタナラン日本国東京大学会議報告書、。",
    min_size=30,
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(
    JAPANESE.filter(lambda text: sum("ぁ" <= letter <= "ん" for letter in text) >= 8),
    st.sampled_from(["cp932", "euc_jp"]),
)
def test_thirty_characters_are_enough_to_tell_cp932_from_euc(text: str, codec: str) -> None:
    assert decode(text.encode(codec), Path("x.txt")).text == text


def test_half_width_katakana_in_cp932() -> None:
    text = "ﾃﾞｰﾀは全部で三件ありました。のちほど確認してください。"
    assert decode(text.encode("cp932"), Path("x.txt")).text == text


def test_curly_quotes_of_windows() -> None:
    decoded = decode("The “old” harbour – closed in 1987 – is a café now.".encode("cp1252"), Path("x.txt"))
    assert decoded.encoding == "Windows-1252"
    assert "“old”" in decoded.text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("灯台がある。".encode() + b"\xff\xfe\x80", "offset 18: FF FE 80", id="utf-8-with-bad-bytes"),
        pytest.param(bytes(range(128, 256)) * 3, "no encoding", id="noise"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00" + bytes(40), "zero byte at offset 7", id="binary"),
        pytest.param("港".encode() + b"\x00" + "町がある".encode(), "zero byte at offset 3", id="zero-in-utf-8"),
        pytest.param(codecs.BOM_UTF8 + b"abc\xff", "byte 6: FF", id="bad-after-mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\x00b", "UTF-16 LE at byte 4", id="odd-utf-16"),
    ],
)
def test_bytes_that_nothing_explains_are_refused(data: bytes, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, Path("notes.txt"))
    assert expected in caught.value.message
    assert "notes.txt" in caught.value.message


def test_the_hint_names_the_option() -> None:
    with pytest.raises(InputError) as caught:
        decode(bytes(range(128, 256)), Path("x.txt"))
    assert "--encoding NAME" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("asked", "codec"),
    [
        pytest.param("sjis", "cp932", id="sjis"),
        pytest.param("Shift_JIS", "cp932", id="shift-jis"),
        pytest.param("EUC-JP", "euc_jp", id="euc"),
        pytest.param("utf-16", "utf-16", id="utf-16"),
        pytest.param("utf8", "utf-8-sig", id="utf-8-bom"),
        pytest.param("koi8-r", "koi8-r", id="python-codec"),
    ],
)
def test_an_encoding_that_was_asked_for(asked: str, codec: str) -> None:
    text = "Пристань" if codec == "koi8-r" else "波止場の猫"
    assert decode(text.encode(codec), Path("x.txt"), encoding=asked).text == text


def test_an_encoding_that_was_asked_for_is_not_overruled() -> None:
    with pytest.raises(InputError, match="not valid EUC-JP at byte 0"):
        decode("波止場の猫".encode("cp932"), Path("x.txt"), encoding="euc-jp")


@pytest.mark.parametrize("name", ["shift-jiss", "rot13", "base64", ""])
def test_unknown_encodings(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        decode(b"abc", Path("x.txt"), encoding=name)


def test_a_wrong_declaration_is_reported() -> None:
    decoded = decode("波止場の猫が鳴いている。".encode("cp932"), Path("x.html"), declared="utf-8")
    assert decoded.text == "波止場の猫が鳴いている。"
    assert "the file says 'utf-8', which its bytes do not bear out" in decoded.remark


def test_kanji_that_western_letters_happen_to_make_are_not_believed() -> None:
    assert decode("The Häfen are old and quiet.".encode("cp1252"), Path("x.txt")).encoding == "Windows-1252"


def test_plain_ascii_is_not_taken_for_utf_16() -> None:
    assert decode(b"all the old boats sank", Path("x.txt")).encoding == "UTF-8"
