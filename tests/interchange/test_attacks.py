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
    started = time.monotonic()
    with pytest.raises(InputError, match="entities") as caught:
        list(format_for(path).read(path, ReadOptions(repair=repair)))
    assert CANARY not in str(caught.value)
    assert time.monotonic() - started < 5


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
