"""Extraction as a user sees it: files in, entries and segments out, decisions kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Status
from rnk_gloss.model.report import DocumentState
from rnk_gloss.service import pairs as pairs_of_service
from rnk_gloss.service.alignment import AlignmentTask, align_tasks
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.intake import Options
from rnk_gloss.service.review import EntryEdit

JAPANESE = """\
包括的戦略条約の署名

両国の首脳は首都で会談し、包括的戦略条約に署名した。条約は全部で十八条からなる。
専門家パネル(PoE)は、経済制裁の実施状況を調べてきた。専門家パネルの任期は四月に切れた。

「条約は脅威ではない。」と報道官は述べた。
"""
ENGLISH = """\
Comprehensive Strategic Treaty Signed

The leaders of the two countries met in the capital. They signed a comprehensive strategic treaty of eighteen articles.
The Panel of Experts (PoE) had examined how economic sanctions work. The mandate of the panel expired in April.

"The treaty is no threat," the spokesperson said.
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def sources(glossary: Glossary) -> list[str]:
    return [entry.source for entry in glossary.terms(everything=True)]


def test_terms_come_with_reading_target_evidence_and_place(glossary: Glossary, tmp_path: Path) -> None:
    report = glossary.extract(write(tmp_path, "記事.txt", JAPANESE), subject="外交")
    assert report.documents[0].state is DocumentState.NEW
    assert report.new == len(sources(glossary)) > 0
    (panel,) = (one for one in glossary.terms(everything=True) if one.source == "専門家パネル")
    entry = glossary.entry(panel.id)
    assert (entry.reading, entry.subject, entry.count, entry.status) == (
        "せんもんかぱねる",
        "外交",
        2,
        Status.CANDIDATE,
    )
    assert "PoE" in [target.text for target in entry.targets]
    assert entry.evidence
    assert all(target.evidence for target in entry.targets)
    for place in glossary.contexts(panel.id):
        assert place.sentence[place.within.start : place.within.end] == "専門家パネル"
        assert JAPANESE[place.original.start : place.original.end] == "専門家パネル"


def test_a_pair_gives_segments_with_places_in_both_files(glossary: Glossary, tmp_path: Path) -> None:
    report = glossary.extract(write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH))
    segments = glossary.segments()
    assert report.documents[0].segments == sum(bool(one.source and one.target) for one in segments)
    for segment in segments:
        if segment.source_span:
            assert JAPANESE[segment.source_span.start : segment.source_span.end].replace("\n", "") == segment.source
        if segment.target_span:
            original = ENGLISH[segment.target_span.start : segment.target_span.end]
            assert " ".join(original.split()) == segment.target
    assert segments[0].source == "包括的戦略条約の署名"
    assert segments[0].target == "Comprehensive Strategic Treaty Signed"
    places = glossary.contexts(next(one.id for one in glossary.terms(everything=True) if one.source == "専門家パネル"))
    assert "Panel of Experts" in places[0].translation


def test_folders_pair_up_by_name(glossary: Glossary, tmp_path: Path) -> None:
    write(tmp_path, "記事/ja/one.txt", JAPANESE)
    write(tmp_path, "記事/en/one.txt", ENGLISH)
    write(tmp_path, "記事/ja/two.txt", "制裁は続く。経済制裁の効果は薄い。")
    write(tmp_path, "記事/README.md", "These are articles for a test.\n")
    report = glossary.extract_all([tmp_path / "記事"])
    found = {Path(one.path).name: one.translation and Path(one.translation).name for one in report.documents}
    assert found == {"one.txt": "one.txt", "two.txt": None}
    assert report.documents[0].path == "記事/ja/one.txt"
    assert report.failures == ()
    assert [Path(one.path).name for one in report.skipped] == ["README.md"]


def test_the_same_file_again_changes_nothing(glossary: Glossary, tmp_path: Path) -> None:
    source, target = write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH)
    glossary.extract(source, target)
    before = glossary.terms(everything=True), glossary.segments(), glossary.history()
    report = glossary.extract(source, target)
    assert report.documents[0].state is DocumentState.UNCHANGED
    assert (glossary.terms(everything=True), glossary.segments(), glossary.history()) == before


def test_the_rows_do_not_depend_on_the_run(tmp_path: Path, lexicon: Lexicon) -> None:
    source, target = write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH)
    found = []
    for name in ("一.db", "二.db"):
        with Glossary.open(tmp_path / name, lexicon=lexicon) as glossary:
            glossary.extract(source, target)
            found.append([(e.id, e.source, e.score, e.targets) for e in glossary.terms(everything=True)])
    assert found[0] == found[1]


def test_a_changed_file_changes_what_changed_in_it(glossary: Glossary, tmp_path: Path) -> None:
    source = write(tmp_path, "記事.txt", JAPANESE)
    glossary.extract(source)
    keys = {entry.source: entry.id for entry in glossary.terms(everything=True)}
    glossary.decide([keys["専門家パネル"]], Status.APPROVED)
    glossary.edit_entry(keys["経済制裁"], EntryEdit(reading="けいざいせいさい", targets=("economic sanctions",)))
    changed = (
        JAPANESE.replace("専門家パネル(PoE)は、", "").replace("専門家パネルの", "その") + "\n議定書も署名された。\n"
    )
    source.write_text(changed, encoding="utf-8")
    report = glossary.extract(source)
    assert report.documents[0].state is DocumentState.CHANGED
    after = {entry.source: entry for entry in glossary.terms(everything=True)}
    assert "議定書" in after
    assert (after["専門家パネル"].status, after["専門家パネル"].count) == (Status.APPROVED, 0)
    assert after["経済制裁"].preferred == "economic sanctions"
    assert after["経済制裁"].id == keys["経済制裁"]


def test_a_rejected_term_is_not_proposed_by_another_text(glossary: Glossary, tmp_path: Path) -> None:
    glossary.extract(write(tmp_path, "一.txt", JAPANESE))
    key = next(entry.id for entry in glossary.terms(everything=True) if entry.source == "専門家パネル")
    glossary.decide([key], Status.REJECTED)
    glossary.extract(write(tmp_path, "二.txt", "専門家パネルは解散した。専門家パネルの後継は未定である。"))
    assert "専門家パネル" not in [entry.source for entry in glossary.terms()]
    assert glossary.entry(key).count == 4


def test_an_extraction_can_be_undone(glossary: Glossary, tmp_path: Path) -> None:
    glossary.extract(write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH))
    assert glossary.undo()[0].name == "extract a.txt"
    assert (glossary.terms(everything=True), glossary.segments(), glossary.documents()) == ([], [], [])


def test_swapped_languages_are_said_with_the_way_out(glossary: Glossary, tmp_path: Path) -> None:
    source, target = write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH)
    with pytest.raises(InputError, match="their languages are swapped") as caught:
        glossary.extract(target, source)
    assert caught.value.hint == f"give them the other way round: --pair {source}={target}"
    assert glossary.documents() == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("空.txt", b"", "empty", id="empty"),
        pytest.param("英.txt", ENGLISH.encode(), "holds no Japanese text", id="no Japanese"),
        pytest.param("壊.txt", b"\x00\x01\x02\xff\xfe\xfd" * 50, "", id="binary"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    glossary: Glossary, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=f"(?s){name}.*{message}"):
        glossary.extract(tmp_path / name)


def test_one_bad_file_does_not_stop_the_others(glossary: Glossary, tmp_path: Path) -> None:
    good = write(tmp_path, "良.txt", JAPANESE)
    bad = write(tmp_path, "空.txt", "")
    report = glossary.extract_all([bad, good])
    assert [Path(one.path).name for one in report.documents] == ["良.txt"]
    assert [Path(one.path).name for one in report.failures] == ["空.txt"]


def test_a_folder_without_anything_japanese_is_an_error(glossary: Glossary, tmp_path: Path) -> None:
    write(tmp_path, "英文/readme.txt", "Only English here.\n")
    with pytest.raises(InputError, match="nothing"):
        glossary.extract_all([tmp_path / "英文"])


def test_without_a_dictionary_terms_and_segments_still_come(tmp_path: Path) -> None:
    with Glossary.open(tmp_path / "g.db", lexicon=Lexicon.none()) as glossary:
        report = glossary.extract(write(tmp_path, "a.txt", JAPANESE), write(tmp_path, "b.txt", ENGLISH))
        assert report.dictionary == ""
        assert "専門家パネル" in sources(glossary)
        assert glossary.segments()


def test_pairs_can_be_aligned_by_several_processes(tmp_path: Path, lexicon: Lexicon) -> None:
    pairs = [
        (write(tmp_path, f"{number}.ja.txt", JAPANESE), write(tmp_path, f"{number}.en.txt", ENGLISH))
        for number in range(3)
    ]
    found = []
    for jobs in (1, 2):
        with Glossary.open(tmp_path / f"{jobs}.db", lexicon=lexicon) as glossary:
            glossary.extract_all([], pairs=pairs, options=Options(jobs=jobs))
            found.append([(one.source, one.target, one.score, one.flags) for one in glossary.segments()])
    assert found[0] == found[1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pair_that_cannot_be_aligned_does_not_stop_the_others(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    original = align_tasks

    def one_fails(tasks: list[AlignmentTask], **settings: Any) -> Iterator[Any]:
        results = list(original(tasks, **settings))
        return iter([InputError("壊れた対訳", hint="直す"), *results[1:]])

    monkeypatch.setattr(pairs_of_service, "align_tasks", one_fails)
    pairs = [
        (write(tmp_path, f"{number}.ja.txt", JAPANESE), write(tmp_path, f"{number}.en.txt", ENGLISH))
        for number in range(3)
    ]
    with Glossary.open(tmp_path / "g.db", lexicon=lexicon) as glossary:
        report = glossary.extract_all([], pairs=pairs, options=Options(jobs=jobs))
        assert [(failure.path, failure.message) for failure in report.failures] == [("0.ja.txt", "壊れた対訳")]
        assert [document.path for document in report.documents] == ["1.ja.txt", "2.ja.txt"]
        assert {one.document for one in glossary.segments()} == {"1.ja.txt", "2.ja.txt"}


def test_a_pair_that_is_no_translation_is_refused_unless_it_is_taken_anyway(
    glossary: Glossary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rnk_gloss.align.plausibility.check_translation", lambda *_: "no translations of each other")
    pair = (write(tmp_path, "記事.ja.txt", JAPANESE), write(tmp_path, "記事.en.txt", ENGLISH))
    with pytest.raises(InputError, match=r"記事\.ja\.txt and 記事\.en\.txt: no translations") as refusal:
        glossary.extract(*pair)
    assert "--anyway" in str(refusal.value.hint)
    assert glossary.segments() == []
    glossary.extract_all([], pairs=[pair], options=Options(anyway=True))
    assert glossary.segments()
    # A person has seen it since.
    glossary.decide_segments([glossary.segments()[0].id], Status.APPROVED)
    write(tmp_path, "記事.ja.txt", f"{JAPANESE}\n以上である。\n")
    assert glossary.extract(*pair).failures == ()


def test_an_approved_term_is_counted_wherever_it_stands(glossary: Glossary, tmp_path: Path) -> None:
    # On its own no rule would propose 行って来い as a term.
    key = glossary.create_entry(EntryEdit(source="行って来い", targets=("round trip",)))
    glossary.extract(write(tmp_path, "相場.txt", "相場は行って来いになった。明日も行って来いだろう。"))
    assert [place.sentence for place in glossary.contexts(key)] == [
        "相場は行って来いになった。",
        "明日も行って来いだろう。",
    ]
    assert glossary.entry(key).targets[0].text == "round trip"


def test_a_rejection_keeps_its_reason_until_it_is_reopened(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="関係強化"))
    glossary.decide([key], Status.REJECTED, reason="一般語")
    assert glossary.entry(key).reason == "一般語"
    glossary.decide([key], Status.CANDIDATE)
    assert glossary.entry(key).reason == ""


def test_the_ledger_tells_the_forms_of_a_term_and_their_documents(glossary: Glossary, tmp_path: Path) -> None:
    glossary.extract_all(
        [
            write(tmp_path, "甲.txt", "６者協議は決裂した。6者協議の再開は遠い。"),
            write(tmp_path, "乙.txt", "六者協議の議長国が声明を出した。"),
        ]
    )
    ((entry, forms),) = [(entry, forms) for entry, forms in glossary.variants() if "協議" in entry.source]
    assert sum(form.count for form in forms) == entry.count == 3
    assert {form.text: form.documents for form in forms}["六者協議"] == ("乙.txt",)


def test_a_short_form_is_asked_about_and_never_merged(glossary: Glossary, tmp_path: Path) -> None:
    text = "国連北朝鮮制裁委員会が会合を開いた。国連北朝鮮制裁委員会は、制裁委員会と略す。制裁委員会の議長が話した。"
    glossary.extract(write(tmp_path, "甲.txt", text))
    asked = {(one.source, one.other_source): one for one in glossary.likenesses()}
    pair = next(pair for pair in asked if set(pair) == {"国連北朝鮮制裁委員会", "制裁委員会"})
    assert {"国連北朝鮮制裁委員会", "制裁委員会"} <= set(sources(glossary))
    glossary.keep_apart(asked[pair].entry, asked[pair].other)
    assert pair not in {(one.source, one.other_source) for one in glossary.likenesses()}
