from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rnk_gloss.documents import docx
from rnk_gloss.documents.reader import read_document
from rnk_gloss.errors import InputError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="mine"><w:name w:val="章題"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>
</w:styles>"""


def paragraph(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_file(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def test_paragraphs_in_reading_order(tmp_path: Path) -> None:
    body = (
        paragraph(run("契約の概要"), "1")
        + paragraph(run("納入の条件"), "mine")
        + paragraph(run("品物は三") + run("月に届く。"), "a")
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('品名'))}</w:tc><w:tc>{paragraph(run('数量'))}</w:tc></w:tr></w:tbl>"
        + paragraph(run("前") + "<w:r><w:tab/></w:r>" + run("後") + "<w:r><w:br/></w:r>" + run("次の行。"))
        + paragraph(
            "<w:del><w:r><w:delText>旧価格</w:delText></w:r></w:del><w:ins>"
            + run("新価格")
            + "</w:ins>"
            + run("とする。")
        )
        + paragraph(
            f"<w:r><w:ruby><w:rt>{run('みなと')}</w:rt><w:rubyBase>{run('港')}</w:rubyBase></w:ruby></w:r>"
            + run("に着く。")
        )
        + paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r>" + run("見える。"))
        + paragraph(
            "<w:hyperlink>" + run("連結") + "</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>" + run("する。")
        )
        + paragraph("")
    )
    path = word_file(
        tmp_path / "契約.docx",
        body,
        footnotes=f'<w:footnotes {W}><w:footnote w:type="separator">{paragraph(run("区切り"))}</w:footnote>'
        f"<w:footnote>{paragraph(run('価格は税を含む。'))}</w:footnote></w:footnotes>",
        header1=f"<w:hdr {W}>{paragraph(run('社外秘'))}</w:hdr>",
    )
    document = read_document(path)
    assert [(found.kind.value, found.text) for found in document.paragraphs] == [
        ("heading", "契約の概要"),
        ("heading", "納入の条件"),
        ("body", "品物は三月に届く。"),
        ("body", "品名"),
        ("body", "数量"),
        ("body", "前\t後\n次の行。"),
        ("body", "新価格とする。"),
        ("body", "港に着く。"),
        ("body", "見える。"),
        ("body", "連結する。"),
        ("body", "価格は税を含む。"),
        ("furniture", "社外秘"),
    ]
    for found in document.paragraphs:
        assert document.original[slice(*found.content.original_span(0, len(found.text)))] == found.text


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('箱の文。'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    alternative = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    path = word_file(tmp_path / "x.docx", paragraph(run("外の文。") + f"<w:r>{alternative}</w:r>"))
    assert [found.text for found in read_document(path).paragraphs] == ["外の文。", "箱の文。"]


def test_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "LARGEST_UNPACKED", 100_000)
    path = word_file(tmp_path / "x.docx", paragraph(run("あ" * 200_000)))
    assert path.stat().st_size < 10_000
    with pytest.raises(InputError, match="unpacks to more than"):
        docx.read_docx(path.read_bytes(), path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as archive:
        dtd = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
        archive.writestr("word/document.xml", f"{dtd}<w:document {W}><w:p>{run('&secret;')}</w:p></w:document>")
    with pytest.raises(InputError, match="document type definition"):
        read_document(path)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(None, "not a Word file", id="no-zip"),
        pytest.param({"readme.txt": "港"}, "it has no word/document.xml", id="other-zip"),
        pytest.param({"word/document.xml": "<w:document"}, "damaged Word file", id="broken-xml"),
    ],
)
def test_files_that_are_not_word(tmp_path: Path, parts: dict[str, str] | None, expected: str) -> None:
    path = tmp_path / "x.docx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    path.write_bytes(b"no archive at all" if parts is None else buffer.getvalue())
    with pytest.raises(InputError, match=expected):
        read_document(path)
