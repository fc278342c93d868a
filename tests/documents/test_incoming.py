"""Lines that come in one after the other."""

from __future__ import annotations

import codecs
import io
import os

import pytest

from rnk_gloss.documents.incoming import incoming_lines
from rnk_gloss.errors import InputError, UsageError

# Where 《 and ਊ have a byte of the line end in UTF-16.
TEXT = "《条約》\nਊਊ\n\n終わり"
LINES = ["《条約》", "ਊਊ", "", "終わり"]
PLAIN = "条約、\n表\n\n終わり"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(TEXT.encode(), None, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), None, id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8", id="UTF-8 with a mark, as asked"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None, id="UTF-16 LE with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None, id="UTF-16 BE with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", id="UTF-16 BE with a mark, as asked"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 LE"),
        pytest.param(TEXT.encode("utf-16-be"), "UTF-16BE", id="UTF-16 BE"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), None, id="line ends of Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), None, id="line ends of old Macs"),
        pytest.param(TEXT.replace("\n", "\r\n").encode("utf-16"), None, id="line ends of Windows in UTF-16"),
        pytest.param(f"{TEXT}\n".encode(), None, id="a line end at the end"),
    ],
)
def test_lines_are_read(data: bytes, encoding: str | None) -> None:
    assert list(incoming_lines(io.BytesIO(data), "stdin", encoding=encoding)) == LINES


@pytest.mark.parametrize("encoding", ["cp932", "x-sjis", "euc_jp", "iso2022_jp"])
def test_lines_are_read_as_asked(encoding: str) -> None:
    data = PLAIN.encode("cp932" if encoding == "x-sjis" else encoding)
    assert list(incoming_lines(io.BytesIO(data), "stdin", encoding=encoding)) == PLAIN.split("\n")


def test_nothing_has_no_lines() -> None:
    assert list(incoming_lines(io.BytesIO(b""), "stdin")) == []


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param("条約".encode("cp932"), None, "stdin:2: not valid UTF-8 at byte 0: 8F F0 96 F1", id="CP932"),
        pytest.param("abc".encode("utf-16-le"), None, "stdin:2: .* zero bytes, as UTF-16", id="UTF-16 of ASCII"),
        pytest.param("条約".encode("iso2022_jp"), None, "stdin:2: .* as ISO-2022-JP", id="ISO-2022-JP"),
        pytest.param("条約".encode(), "cp932", r"stdin:2: not valid CP932 \(Shift_JIS\) at byte", id="not as asked"),
    ],
)
def test_a_line_in_another_encoding_is_named_after_those_before_it(
    data: bytes, encoding: str | None, message: str
) -> None:
    lines = incoming_lines(io.BytesIO(b"first\n" + data), "stdin", encoding=encoding)
    assert next(lines) == "first"
    with pytest.raises(InputError, match=message) as raised:
        next(lines)
    assert "--encoding" in str(raised.value.hint)


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown encoding 'nonsense'"):
        list(incoming_lines(io.BytesIO(b"first\n"), "stdin", encoding="nonsense"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_line_is_there_before_the_next_one_comes(encoding: str) -> None:
    receiving, sending = os.pipe()
    with os.fdopen(receiving, "rb") as stream:
        lines = incoming_lines(stream, "stdin", encoding=encoding)
        for line in LINES:
            os.write(sending, f"{line}\n".encode(encoding))
            assert next(lines) == line
        os.close(sending)
        assert list(lines) == []
