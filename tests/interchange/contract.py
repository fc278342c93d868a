"""What every format must do, for each profile; a test class inherits this and says what its items are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import Kind, ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import Format, format_for
from rnk_gloss.interchange.report import LossReport
from tests.interchange.samples import CREATED, ENTRIES, UNITS


class InterruptedWritingError(Exception):
    """Something goes wrong while items are being made."""


class WritingContract:
    """What every format must do when it writes; `items` makes lists of what the profile takes."""

    file: str
    kind: Kind
    profile: str | None = None
    items: st.SearchStrategy[list[Any]]

    def format(self) -> Format:
        return format_for(Path(self.file))

    def write(self, path: Path, items: Iterable[Any]) -> LossReport:
        return self.format().write(path, items, WriteOptions(profile=self.profile, kind=self.kind, created=CREATED))

    # The laws are made inside the tests: one inherited Hypothesis test cannot serve several classes.

    def test_the_same_items_give_the_same_bytes(self) -> None:
        @settings(max_examples=3, deadline=None)
        @given(self.items)
        def law(items: list[Any]) -> None:
            with TemporaryDirectory() as folder:
                first, second = Path(folder) / f"1-{self.file}", Path(folder) / f"2-{self.file}"
                self.write(first, items)
                self.write(second, iter(items))
                assert first.read_bytes() == second.read_bytes()

        law()

    def test_a_failure_leaves_the_old_file_and_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / self.file
        path.write_text("前からあった", encoding="utf-8")
        with pytest.raises(InterruptedWritingError):
            self.write(path, self._interrupted())
        assert path.read_text(encoding="utf-8") == "前からあった"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_failure_makes_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(InterruptedWritingError):
            self.write(tmp_path / self.file, self._interrupted())
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_does_not_exist_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="nowhere"):
            self.write(tmp_path / "nowhere" / self.file, [])

    def _interrupted(self) -> Iterator[Any]:
        yield UNITS[2] if self.kind == "units" else ENTRIES[2]
        raise InterruptedWritingError


class FormatContract(WritingContract):
    """What every format must do that can be read, too.

    `items` makes lists of what the profile can carry whole; `as_read` says what must come back for one item.
    """

    def as_read(self, item: Any) -> Any:
        return item

    def read(self, path: Path) -> list[Any]:
        reading = self.format().read(path, ReadOptions(profile=self.profile, kind=self.kind))
        items = [replace(item, line=0) if isinstance(item, ImportedEntry) else item for item in reading]
        assert reading.report.read == len(items)
        return items

    def test_what_is_written_is_read_again(self) -> None:
        @settings(max_examples=15, deadline=None)
        @given(self.items)
        def law(items: list[Any]) -> None:
            with TemporaryDirectory() as folder:
                path = Path(folder) / self.file
                report = self.write(path, items)
                assert report == LossReport(written=len(items))
                assert self.read(path) == [self.as_read(item) for item in items]

        law()

    def test_no_items_make_a_file_that_can_be_read(self, tmp_path: Path) -> None:
        path = tmp_path / self.file
        assert self.write(path, []) == LossReport(written=0)
        assert self.read(path) == []

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=f"{self.file}: cannot be read"):
            self.read(tmp_path / self.file)
