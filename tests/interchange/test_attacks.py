from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.registry import format_for

CANARY = "鳴かない鳥"


def hostile(subset: str, source: str = "a") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx [{subset}]>\n<tmx version="1.4"><body>'
        f'<tu><tuv xml:lang="ja"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>'
    )


XLIFF_UNITS = {
    "1.2": '<file source-language="ja" target-language="en"><body><trans-unit id="1"><source>{source}</source>'
    "<target>x</target></trans-unit></body></file>",
    "2.1": '<file id="f"><unit id="1"><segment><source>{source}</source><target>x</target></segment></unit></file>',
}


def hostile_xliff(version: str, subset: str, source: str = "a") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE xliff [{subset}]>\n'
        f'<xliff version="{version}" srcLang="ja" trgLang="en">{XLIFF_UNITS[version].format(source=source)}</xliff>'
    )


def laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return hostile(f'<!ENTITY l0 "ha">{levels}', "&l9;")


@pytest.mark.parametrize("repair", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(laughs(), id="billion laughs"),
        pytest.param(hostile(f'<!ENTITY q "{"A" * 50_000}">', "&q;" * 20_000), id="quadratic"),
        pytest.param(hostile('<!ENTITY x SYSTEM "canary.txt">', "&x;"), id="local file"),
        pytest.param(hostile('<!ENTITY x SYSTEM "canary.txt">'), id="local file, not used"),
        pytest.param(hostile('<!ENTITY % p SYSTEM "canary.txt"> %p;'), id="parameter entity"),
        pytest.param(hostile('<!ENTITY x "harmless">', "&x;"), id="harmless entity"),
    ],
)
def test_entities_are_refused_at_once_and_unread(tmp_path: Path, text: str, repair: bool) -> None:
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    path = tmp_path / "hostile.tmx"
    path.write_text(text, encoding="utf-8")
    started = time.process_time()
    with pytest.raises(InputError, match="entities") as caught:
        list(format_for(path).read(path, ReadOptions(repair=repair)))
    assert CANARY not in str(caught.value)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("subset", ['<!ENTITY % p SYSTEM "{url}"> %p;', '<!ENTITY x SYSTEM "{url}">', "dtd"])
def test_nothing_is_fetched(tmp_path: Path, subset: str) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.3)
        visits: list[object] = []

        def wait_for_visitors() -> None:
            try:
                connection, address = server.accept()
            except TimeoutError:
                return
            visits.append(address)
            connection.close()

        thread = threading.Thread(target=wait_for_visitors)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/evil.dtd"
        text = hostile(subset.format(url=url), "&x;" if "ENTITY x" in subset else "a")
        if subset == "dtd":
            text = text.replace("[dtd]", f'SYSTEM "{url}"')
        path = tmp_path / "hostile.tmx"
        path.write_text(text, encoding="utf-8")
        reading = format_for(path).read(path)
        if subset == "dtd":
            assert len(list(reading)) == 1
        else:
            with pytest.raises(InputError):
                list(reading)
        thread.join()
    assert visits == []


def test_deep_nesting_is_an_error_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep.tmx"
    path.write_text(
        hostile("", "<hi>" * 5000 + "a" + "</hi>" * 5000).replace("<!DOCTYPE tmx []>", ""), encoding="utf-8"
    )
    with pytest.raises(InputError):
        list(format_for(path).read(path))


@pytest.mark.parametrize("version", ["1.2", "2.1"])
@pytest.mark.parametrize(
    ("subset", "source"),
    [
        pytest.param('<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;">', "&l1;", id="entity in entity"),
        pytest.param('<!ENTITY x SYSTEM "canary.txt">', "&x;", id="local file"),
        pytest.param('<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;', "a", id="parameter entity"),
    ],
)
def test_entities_of_xliff_are_refused_and_unread(tmp_path: Path, version: str, subset: str, source: str) -> None:
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    path = tmp_path / "hostile.xlf"
    path.write_text(hostile_xliff(version, subset, source), encoding="utf-8")
    with pytest.raises(InputError, match="entities") as caught:
        list(format_for(path).read(path))
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize("version", ["1.2", "2.1"])
@pytest.mark.parametrize("tag", ["g", "mrk", "pc", "sub"])
def test_deep_codes_of_xliff_are_an_error_of_the_file(tmp_path: Path, version: str, tag: str) -> None:
    path = tmp_path / "deep.xlf"
    text = hostile_xliff(version, "", f"<{tag}>" * 5000 + "a" + f"</{tag}>" * 5000)
    path.write_text(text.replace("<!DOCTYPE xliff []>", ""), encoding="utf-8")
    with pytest.raises(InputError):
        list(format_for(path).read(path))


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_deep_groups_of_xliff_are_an_error_of_the_file(tmp_path: Path, version: str) -> None:
    path = tmp_path / "deep.xlf"
    unit = "trans-unit" if version == "1.2" else "unit"
    text = hostile_xliff(version, "").replace("<!DOCTYPE xliff []>", "")
    text = text.replace(f"<{unit}", "<group>" * 5000 + f"<{unit}").replace(
        f"</{unit}>", f"</{unit}>" + "</group>" * 5000
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        list(format_for(path).read(path))
