"""Which two languages of a tu make the unit."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.xml_stream import line_of
from rnk_gloss.text.languages import ENGLISH, JAPANESE, closeness, language_tag, primary_language

if TYPE_CHECKING:
    from lxml.etree import _Element


_CHOICES_KEPT = 1_000


class Version(NamedTuple):
    """A tuv: the text of a unit in one language, under the code that the file gives it."""

    code: str
    element: _Element


class LanguageChoice:
    """Chooses source and target among the versions of each tu.

    Languages that were asked for must be there, and nothing else will do. Where none was asked for, the source is
    Japanese, else the source language that the tu or the header names, else the first version; the target is
    English, else the first other version. Of several versions of a language the one with exactly the wanted code
    comes first, then one without a region, then any.
    """

    def __init__(self, options: ReadOptions, report: ReadReport) -> None:
        self._options = options
        self._report = report
        self._chosen: dict[tuple[str, ...], tuple[int | None, int | None]] = {}
        self._codes: dict[tuple[str, str], tuple[str, str]] = {}
        self.header_language = ""

    def choose(self, tu: _Element, versions: list[Version]) -> tuple[Version, Version] | None:
        """Source and target among the versions of the tu, or None, which the report explains."""
        named = tu.get("srclang") or self.header_language
        # Nearly all units of a file have the same languages in the same order.
        languages = (named, *[version.code for version in versions])
        places = self._chosen.get(languages)
        if places is None:
            places = self._places(versions, named)
            if len(self._chosen) < _CHOICES_KEPT:
                self._chosen[languages] = places
        source, target = places
        if source is None:
            self._report.skip(f"units without {self._options.source_language or 'a text'}", line_of(tu))
            return None
        if target is None:
            wanted = self._options.target_language
            self._report.skip(f"units without {wanted}" if wanted else "units without a target", line_of(tu))
            return None
        for place, other in enumerate(versions) if len(versions) > 2 else ():
            if place not in places:
                self._report.remark(f"further version in {language_tag(other.code)} is not read")
        return versions[source], versions[target]

    def _places(self, versions: list[Version], named: str) -> tuple[int | None, int | None]:
        source = self._source(versions, named)
        if source is None:
            return None, None
        target = self._target(source, [version for version in versions if version is not source])
        return versions.index(source), None if target is None else versions.index(target)

    def codes(self, source: Version, target: Version) -> tuple[str, str]:
        """The languages of the unit: without their regions, unless only these tell them apart."""
        pair = source.code, target.code
        known = self._codes.get(pair)
        if known is not None:
            return known
        codes = primary_language(source.code), primary_language(target.code)
        if codes[0] == codes[1]:
            codes = language_tag(source.code), language_tag(target.code)
        wanted = self._options.source_language or codes[0], self._options.target_language or codes[1]
        for version, code in zip((source, target), wanted, strict=True):
            if version.code != code:
                self._report.remark_once(f"language {version.code} read as {code}")
        if len(self._codes) < _CHOICES_KEPT:
            self._codes[pair] = wanted
        return wanted

    def _source(self, versions: list[Version], named: str) -> Version | None:
        if self._options.source_language:
            return _best(versions, self._options.source_language)
        unclaimed = versions
        if self._options.target_language:
            claimed = _best(versions, self._options.target_language)
            unclaimed = [version for version in versions if version is not claimed]
        return _best(unclaimed, JAPANESE) or _best(unclaimed, named) or next(iter(unclaimed), None)

    def _target(self, source: Version, others: list[Version]) -> Version | None:
        if self._options.target_language:
            return _best(others, self._options.target_language)
        foreign = [other for other in others if closeness(other.code, source.code) is None]
        return _best(foreign, ENGLISH) or next(iter(foreign or others), None)


def _best(versions: list[Version], wanted: str) -> Version | None:
    ranked = [(rank, version) for version in versions if (rank := closeness(version.code, wanted)) is not None]
    return min(ranked, key=itemgetter(0))[1] if ranked else None
