from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rnk_gloss.documents import reader
from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.html import read_html
from rnk_gloss.documents.markdown import read_markdown
from rnk_gloss.documents.plain import read_plain
from rnk_gloss.documents.reader import read_document
from rnk_gloss.errors import InputError
from rnk_gloss.model.document import Document

SENTENCE = "坂の上の駅に、朝の列車が着いた。"


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        pytest.param("a.txt", SENTENCE, "text", id="txt"),
        pytest.param("a.TEXT", SENTENCE, "text", id="text"),
        pytest.param("a.md", SENTENCE, "markdown", id="md"),
        pytest.param("a.markdown", SENTENCE, "markdown", id="markdown"),
        pytest.param("a.html", f"<p>{SENTENCE}", "html", id="html"),
        pytest.param("a.HTM", f"<p>{SENTENCE}", "html", id="htm"),
        pytest.param("a.xhtml", f"<p>{SENTENCE}</p>", "html", id="xhtml"),
        pytest.param("a.po", f'msgid "A train"\nmsgstr "{SENTENCE}"\n', "po", id="po"),
        pytest.param("a.srt2", SENTENCE, "text", id="unknown-suffix"),
        pytest.param("README", SENTENCE, "text", id="no-suffix"),
        pytest.param("a.txt", f"# 駅\n\n{SENTENCE}\n\n## 朝\n\n{SENTENCE}\n", "markdown", id="markdown-in-txt"),
    ],
)
def test_the_format_is_told_by_the_suffix(tmp_path: Path, name: str, content: str, format_name: str) -> None:
    path = written(tmp_path / name, content)
    document = read_document(path)
    assert document.format == format_name
    assert document.paragraphs[-1].text == SENTENCE
    assert document.path == str(path)
    assert document.digest == hashlib.sha256(content.encode()).hexdigest()


def test_the_original_is_the_decoded_file(tmp_path: Path) -> None:
    text = f"{SENTENCE}\r\n\r\n　{SENTENCE}\r\n"
    document = read_document(written(tmp_path / "a.txt", text.encode("utf-8-sig")))
    assert document.original == text
    assert [paragraph.content.starts[0] for paragraph in document.paragraphs] == [0, len(SENTENCE) + 5]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b" \r\n\n", "the file is empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "nothing to read", id="only-a-mark"),
        pytest.param("1234 — 5678。\n".encode(), "nothing to read", id="no-letters"),
        pytest.param("駅\x00前".encode(), "zero byte", id="zero-byte"),
        pytest.param(b"%PDF-1.7\n...", "a PDF file", id="pdf"),
        pytest.param(b"PK\x03\x04rest", "a ZIP archive", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office file", id="doc"),
    ],
)
def test_files_that_hold_no_text(tmp_path: Path, content: bytes, expected: str) -> None:
    path = written(tmp_path / "a.txt", content)
    with pytest.raises(InputError, match=expected) as caught:
        read_document(path)
    assert str(path) in caught.value.message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.xlf", '<?xml version="1.0"?>\n<!-- 訳 -->\n<xliff version="1.2"></xliff>', id="XLIFF"),
        pytest.param("a.txt", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"></tmx>', id="TMX by another name"),
    ],
)
def test_a_file_of_translations_is_no_document(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="a file of translations") as raised:
        read_document(tmp_path / name)
    assert "rnk-gloss import" in (raised.value.hint or "")


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_document(tmp_path / "a.txt")
    with pytest.raises(InputError, match="is a directory"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="is not a regular file"):
        read_document(Path("/dev/null"))
    with pytest.raises(InputError, match="cannot be read"):
        read_document(written(tmp_path / "b", "駅") / "a.txt")


def test_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_FILE", 20)
    with pytest.raises(InputError, match="larger than"):
        read_document(written(tmp_path / "a.txt", SENTENCE))


@pytest.mark.parametrize(
    ("declaration", "codec", "encoding"),
    [
        pytest.param('<meta charset="Shift_JIS">', "cp932", "CP932 (Shift_JIS)", id="meta"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">', "euc_jp", "EUC-JP", id="http-equiv"
        ),
        pytest.param('<?xml version="1.0" encoding="EUC-JP"?>', "euc_jp", "EUC-JP", id="xml"),
        pytest.param('<meta charset="Shift_JIS">', "utf-8-sig", "UTF-8", id="mark-wins"),
        pytest.param('<meta charset="utf-8">', "cp932", "CP932 (Shift_JIS)", id="wrong-declaration"),
        pytest.param("", "euc_jp", "EUC-JP", id="none"),
    ],
)
def test_encoding_of_a_page(tmp_path: Path, declaration: str, codec: str, encoding: str) -> None:
    path = written(tmp_path / "a.html", f"{declaration}<p>{SENTENCE}</p>".encode(codec))
    document = read_document(path)
    assert (document.encoding, document.paragraphs[0].text) == (encoding, SENTENCE)


@pytest.mark.parametrize(
    ("name", "content", "language", "remark"),
    [
        pytest.param("a.txt", SENTENCE, "ja", "language ja: guessed from the script of the text", id="japanese"),
        pytest.param(
            "a.txt", "The train was late.", "en", "language en: guessed from the script of the text", id="english"
        ),
        pytest.param("a.en.txt", "The train was late.", "en", "language en: from the file's name", id="name"),
        pytest.param("ja/a.txt", SENTENCE, "ja", "language ja: from the file's name", id="folder"),
        pytest.param("a.en.txt", SENTENCE, "en", "the script of the text looks like ja, not en", id="doubtful-name"),
        pytest.param("a.txt", "Поезд опоздал.", "und", "language und: guessed from the script of the text", id="other"),
    ],
)
def test_language(tmp_path: Path, name: str, content: str, language: str, remark: str) -> None:
    document = read_document(written(tmp_path / name, content))
    assert document.language == language
    assert remark in document.remarks


def test_the_language_that_was_asked_for_needs_no_remark(tmp_path: Path) -> None:
    document = read_document(written(tmp_path / "a.en.txt", SENTENCE), language="ja")
    assert document.language == "ja"
    assert not any("language" in remark for remark in document.remarks)


# Letters that composition, width, entities and markup make interesting.
LETTERS = st.text(
    "かきはガパ\u3099\u309a語文 \u3000。、「」()AEe\u0301\u00e9abc-12*_`[]!#>|&;<\\\u200b\u00ad\ufeff\ufa19",
    max_size=30,
)
LINES = st.lists(LETTERS, max_size=8).map(lambda lines: [*lines, "終わり。"])


WHITE_OR_INVISIBLE = re.compile(r"[\s\u00ad\u200b\ufeff]+")


def assert_traced(original: str, paragraphs: Document | Content) -> None:
    for paragraph in paragraphs.paragraphs:
        content = paragraph.content
        assert unicodedata.is_normalized("NFC", paragraph.text)
        assert len(content.starts) == len(content.ends) == len(paragraph.text)
        assert list(content.starts) == sorted(content.starts)
        for character, start, end in zip(paragraph.text, content.starts, content.ends, strict=True):
            span = unicodedata.normalize("NFC", "".join(WHITE_OR_INVISIBLE.split(original[start:end])))
            assert start < end <= len(original)
            # A letter and its accent may have markup between them: `A` and an acute.
            parts = set(unicodedata.normalize("NFD", character))
            assert character in span or character.isspace() or parts <= set(unicodedata.normalize("NFD", span))


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_character_of_a_plain_text_is_traced(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    content = read_plain(SourceText(Path("x"), text, "UTF-8"))
    assert content.original == text
    assert_traced(text, content)
    kept = "".join(paragraph.text for paragraph in content.paragraphs)
    assert letters(kept) == letters(text)


@settings(max_examples=150, deadline=None)
@given(LINES.filter(lambda lines: "&" not in "".join(lines)), st.sampled_from(["\n", "\r\n", "\n\n"]))
@example(["`", "A`\u0301", "終わり。"], "\n")
def test_every_character_of_a_markdown_text_is_traced(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    assert_traced(text, read_markdown(SourceText(Path("x"), text, "UTF-8")))


@settings(max_examples=100, deadline=None)
@given(LINES.map(lambda lines: [line.translate({ord(mark): "・" for mark in "[]<>&`\\"}) for line in lines]))
def test_no_letter_of_a_markdown_text_without_links_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    content = read_markdown(SourceText(Path("x"), text, "UTF-8"))
    assert letters("".join(paragraph.text for paragraph in content.paragraphs)) == letters(text)


@settings(max_examples=100, deadline=None)
@given(LINES.filter(lambda lines: "&" not in "".join(lines)))
def test_every_character_of_a_page_is_traced(lines: list[str]) -> None:
    text = "<p>".join(lines)
    assert_traced(text, read_html(SourceText(Path("x"), text, "UTF-8")))


def letters(text: str) -> list[str]:
    """The letters of a text in any order, since furniture inside a paragraph is put after it."""
    return sorted(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())
