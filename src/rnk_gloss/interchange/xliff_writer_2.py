"""XLIFF 2.1 with its modules for metadata, matches and glossaries."""

from __future__ import annotations

import re

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.pretranslated import approved_terms, is_exact, segment_comments
from rnk_gloss.interchange.report import LossTally
from rnk_gloss.interchange.tmx_fields import SOURCE, TARGET
from rnk_gloss.interchange.xliff_codes import CodeWriter
from rnk_gloss.interchange.xliff_fields import (
    GLOSSARY_NAMESPACE,
    MATCHES_NAMESPACE,
    METADATA_NAMESPACE,
    REJECTED_SUBSTATE,
    VERSION_2_NAMESPACE,
)
from rnk_gloss.interchange.xliff_writer import inline_content, own_values, unit_name
from rnk_gloss.interchange.xml_repair import ILLEGAL
from rnk_gloss.interchange.xml_text import escaped_attribute, escaped_text, written_attribute, written_text
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import Match, MatchKind
from rnk_gloss.model.pretranslation import Pretranslation
from rnk_gloss.model.segment import Unit

_STATES = {
    Status.APPROVED: 'state="final"',
    Status.CANDIDATE: 'state="translated"',
    Status.REJECTED: f'state="initial" subState="{REJECTED_SUBSTATE}"',
}
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class Version2:
    """Makes the parts of a file of version 2.1."""

    def __init__(self, losses: LossTally) -> None:
        self._losses = losses

    def opening(self, options: WriteOptions) -> str:
        source, target = escaped_attribute(options.source_language), escaped_attribute(options.target_language)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{VERSION_2_NAMESPACE}"'
            f' xmlns:mda="{METADATA_NAMESPACE}" xmlns:mtc="{MATCHES_NAMESPACE}" xmlns:gls="{GLOSSARY_NAMESPACE}"'
            f' version="2.1" srcLang={source} trgLang={target}>\n'
        )

    def file_opening(self, document: str, number: int, options: WriteOptions) -> str:
        original = f" original={written_attribute(document, self._losses)}" if document else ""
        return f'  <file id="f{number}"{original} xml:space="preserve">\n'

    def no_units(self) -> str:
        # A file must hold something, a group need not.
        return '    <group id="g1"/>\n'

    def file_closing(self) -> str:
        return "  </file>\n"

    def unit(self, unit: Unit, identifier: str) -> str:
        """The unit element, its lines ended."""
        codes = CodeWriter("2.1")
        source = inline_content(unit, SOURCE, codes, self._losses) or self._text(unit.source)
        target = inline_content(unit, TARGET, codes, self._losses) or self._text(unit.target)
        name = unit_name(unit)
        parts = [self._metadata(unit)]
        if unit.note:
            parts.append(f"      <notes>\n        <note>{self._plain(unit.note)}</note>\n      </notes>\n")
        if codes.data:
            data = "".join(f'        <data id="{key}">{self._text(text)}</data>\n' for key, text in codes.data.items())
            parts.append(f"      <originalData>\n{data}      </originalData>\n")
        parts.append(_segment(source, target, _STATES[unit.status]))
        named = f" name={written_attribute(name, self._losses)}" if name else ""
        return f'    <unit id="{identifier}"{named}>\n{"".join(parts)}    </unit>\n'

    def segment(self, segment: Pretranslation, identifier: str) -> str:
        """A segment that is to be translated, with the match as proposal and the terms as glossary."""
        match = segment.match
        notes = segment_comments(segment)
        parts = [self._match(match) if match else "", self._glossary(segment)]
        if notes:
            lines = "".join(f"        <note>{self._plain(note)}</note>\n" for note in notes)
            parts.append(f"      <notes>\n{lines}      </notes>\n")
        state = "translated" if match and is_exact(match) else "initial"
        target = self._text(match.target) if match else None
        parts.append(_segment(self._text(segment.text), target, f'id="s1" state="{state}"'))
        return f'    <unit id="{identifier}">\n{"".join(parts)}    </unit>\n'

    def _metadata(self, unit: Unit) -> str:
        groups = own_values(unit, self._losses)
        if not groups:
            return ""
        lines = ["      <mda:metadata>\n"]
        for group, values in groups:
            lines.append(f'        <mda:metaGroup category="{group}">\n')
            for name, value in values:
                kind = written_attribute(name, self._losses)
                lines.append(f"          <mda:meta type={kind}>{self._plain(value)}</mda:meta>\n")
            lines.append("        </mda:metaGroup>\n")
        return "".join([*lines, "      </mda:metadata>\n"])

    def _match(self, match: Match) -> str:
        quality = f"{min(match.score, 100):.0f}"
        kind = {MatchKind.CONTEXT: "icm", MatchKind.EXACT: "tm"}.get(match.kind, "tm")
        return (
            f'      <mtc:matches>\n        <mtc:match ref="#s1" type="{kind}" similarity="{quality}"'
            f' origin="rnk-gloss">\n          <source>{self._text(match.source)}</source>\n'
            f"          <target>{self._text(match.target)}</target>\n        </mtc:match>\n      </mtc:matches>\n"
        )

    def _glossary(self, segment: Pretranslation) -> str:
        lines = []
        for source, targets in approved_terms(segment.terms).items():
            translations = "".join(
                f"          <gls:translation>{self._plain(text)}</gls:translation>\n" for text in targets
            )
            lines.append(
                f"        <gls:glossEntry>\n          <gls:term>{self._plain(source)}</gls:term>\n"
                f"{translations}        </gls:glossEntry>\n"
            )
        return f"      <gls:glossary>\n{''.join(lines)}      </gls:glossary>\n" if lines else ""

    def _plain(self, text: str) -> str:
        return written_text(text, self._losses)

    def _text(self, text: str) -> str:
        """Text of a segment or of a code: here 2.1 has an element for characters that XML does not allow."""
        lost = len(_UNWRITABLE.findall(text))
        if lost:
            self._losses.add("characters that XML does not allow", count=lost)
        escaped = escaped_text(_UNWRITABLE.sub("", text))
        return ILLEGAL.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escaped)


def _segment(source: str, target: str | None, attributes: str) -> str:
    translation = "" if target is None else f"        <target>{target}</target>\n"
    return f"      <segment {attributes}>\n        <source>{source}</source>\n{translation}      </segment>\n"
