"""XLIFF 1.2, valid under its strict schema."""

from __future__ import annotations

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.pretranslated import is_exact, segment_comments
from rnk_gloss.interchange.report import LossTally
from rnk_gloss.interchange.timestamps import from_tmx
from rnk_gloss.interchange.tmx_fields import SOURCE, TARGET
from rnk_gloss.interchange.xliff_codes import CodeWriter
from rnk_gloss.interchange.xliff_fields import NO_DOCUMENT, OWN_CONTEXT, PROPERTY_CONTEXT, VERSION_1_NAMESPACE
from rnk_gloss.interchange.xliff_writer import inline_content, own_values, unit_name
from rnk_gloss.interchange.xml_text import escaped_attribute, legal_text, written_attribute, written_text
from rnk_gloss.model.entry import Status
from rnk_gloss.model.pretranslation import Pretranslation
from rnk_gloss.model.segment import Unit

_STATES = {
    Status.APPROVED: 'state="final"',
    Status.CANDIDATE: 'state="needs-review-translation"',
    Status.REJECTED: 'state="needs-translation" state-qualifier="rejected-inaccurate"',
}


class Version1:
    """Makes the parts of a file of version 1.2."""

    def __init__(self, losses: LossTally) -> None:
        self._losses = losses

    def opening(self, options: WriteOptions) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{VERSION_1_NAMESPACE}" version="1.2">\n'

    def file_opening(self, document: str, number: int, options: WriteOptions) -> str:
        moment = from_tmx(options.created) if options.created else None
        if options.created and not moment:
            self._losses.add("creation date of the file")
        date = f' date="{moment}"' if moment else ""
        return (
            f"  <file original={escaped_attribute(legal_text(document, self._losses) or NO_DOCUMENT)}"
            f" source-language={escaped_attribute(options.source_language)}"
            f' target-language={escaped_attribute(options.target_language)} datatype="plaintext"{date}'
            ' xml:space="preserve">\n    <body>\n'
        )

    def no_units(self) -> str:
        return ""

    def file_closing(self) -> str:
        return "    </body>\n  </file>\n"

    def unit(self, unit: Unit, identifier: str) -> str:
        """The trans-unit element, its lines ended."""
        codes = CodeWriter("1.2")
        source = inline_content(unit, SOURCE, codes, self._losses) or self._plain(unit.source)
        target = inline_content(unit, TARGET, codes, self._losses) or self._plain(unit.target)
        approved = ' approved="yes"' if unit.status is Status.APPROVED else ""
        name = unit_name(unit)
        named = f" resname={written_attribute(name, self._losses)}" if name else ""
        note = f"        <note>{self._plain(unit.note)}</note>\n" if unit.note else ""
        return (
            f'      <trans-unit id="{identifier}"{approved}{named}>\n        <source>{source}</source>\n'
            f"        <target {_STATES[unit.status]}>{target}</target>\n{self._contexts(unit)}{note}"
            "      </trans-unit>\n"
        )

    def segment(self, segment: Pretranslation, identifier: str) -> str:
        """A segment that is to be translated, with the match as proposal and the terms as notes."""
        match = segment.match
        notes = segment_comments(segment)
        target = proposal = ""
        if match:
            exact = is_exact(match)
            state = "translated" if exact else "needs-review-translation"
            qualifier = "exact-match" if exact else "fuzzy-match"
            target = (
                f'        <target state="{state}" state-qualifier="{qualifier}">{self._plain(match.target)}</target>\n'
            )
            proposal = (
                f'        <alt-trans match-quality="{match.score:.0f}%" origin="rnk-gloss">\n'
                f"          <source>{self._plain(match.source)}</source>\n"
                f"          <target>{self._plain(match.target)}</target>\n        </alt-trans>\n"
            )
        lines = "".join(f"        <note>{self._plain(note)}</note>\n" for note in notes)
        return (
            f'      <trans-unit id="{identifier}">\n        <source>{self._plain(segment.text)}</source>\n'
            f"{target}{proposal}{lines}      </trans-unit>\n"
        )

    def _contexts(self, unit: Unit) -> str:
        # No name: the schema wants those of a file to differ.
        lines: list[str] = []
        for group, values in own_values(unit, self._losses):
            level = group.partition(":")[2]
            for name, value in values:
                kind, text = (f"{PROPERTY_CONTEXT}{level}", f"{name}={value}") if level else (name, value)
                if level and "=" in name:
                    self._losses.add("names of properties with =")
                lines.append(f'          <context context-type="{OWN_CONTEXT}{kind}">{self._plain(text)}</context>\n')
        if not lines:
            return ""
        return f'        <context-group purpose="information">\n{"".join(lines)}        </context-group>\n'

    def _plain(self, text: str) -> str:
        return written_text(text, self._losses)
