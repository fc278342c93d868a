"""What people do to entries: edits that cross, targets taken out, subjects, reasons, and entries that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss import Glossary
from rnk_gloss.errors import ConflictError, NotFoundError, UsageError
from rnk_gloss.model.entry import Entry, Status, Usage
from rnk_gloss.service.agreement import MOST_PLACES, Agreement
from rnk_gloss.service.review import EntryEdit
from tests.tui.example_store import write_example_store


@pytest.fixture
def cellar(tmp_path: Path) -> Path:
    write_example_store(tmp_path / "cellar.db")
    return tmp_path / "cellar.db"


def by_term(glossary: Glossary, term: str) -> Entry:
    return next(glossary.entry(entry.id) for entry in glossary.terms(everything=True) if entry.source == term)


def usages(entry: Entry) -> dict[str, Usage]:
    return {target.text: target.usage for target in entry.targets}


def test_an_edit_of_all_targets_removes_what_it_does_not_name(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        key = by_term(glossary, "貯蔵庫").id
        edit = EntryEdit(targets=("storehouse", "wine cellar"), forbidden=("depot",), whole=True)
        assert glossary.edit_entry(key, edit)
        assert usages(glossary.entry(key)) == {
            "storehouse": Usage.PREFERRED, "wine cellar": Usage.ADMITTED, "depot": Usage.FORBIDDEN,
        }  # fmt: skip
        assert "targets" in glossary.entry(key).edited, "no extraction brings a removed target back"
        assert not glossary.edit_entry(key, edit)
        glossary.undo()
        assert usages(glossary.entry(key)) == dict.fromkeys(["cellar", "storehouse", "depot"], Usage.ADMITTED)
        with pytest.raises(UsageError, match="cannot be empty"):
            glossary.edit_entry(key, EntryEdit(targets=("x", " "), whole=True))
        assert len(glossary.entry(key).targets) == 3, "nothing of an impossible edit is stored"


@pytest.mark.parametrize(
    ("theirs", "ours", "words"),
    [
        pytest.param(EntryEdit(note="甲"), EntryEdit(note="乙"), "'甲'", id="同じ欄"),
        pytest.param(EntryEdit(targets=("cask store",)), EntryEdit(targets=("cellar",)), "cask store", id="訳語"),
        pytest.param(EntryEdit(note="甲"), EntryEdit(reading="くら"), "", id="別の欄"),
        pytest.param(EntryEdit(note="甲"), EntryEdit(targets=("cellar",)), "", id="欄と訳語"),
    ],
)
def test_an_edit_of_what_somebody_changed_meanwhile_is_refused(
    cellar: Path, theirs: EntryEdit, ours: EntryEdit, words: str
) -> None:
    with Glossary.open(cellar, author="aki") as glossary, Glossary.open(cellar, author="ken") as other:
        seen = by_term(glossary, "貯蔵庫")
        other.edit_entry(seen.id, theirs)
        if not words:
            assert glossary.edit_entry(seen.id, ours, seen=seen)
            return
        with pytest.raises(ConflictError, match=words) as caught:
            glossary.edit_entry(seen.id, ours, seen=seen)
        assert "by ken" in caught.value.message
        assert glossary.edit_entry(seen.id, ours, seen=glossary.entry(seen.id)), "whoever has read it may change it"


def test_an_entry_that_is_gone_is_named_with_what_took_it_away(cellar: Path) -> None:
    with Glossary.open(cellar, author="ken") as glossary:
        cask, cellar_entry = by_term(glossary, "樽").id, by_term(glossary, "貯蔵庫").id
        glossary.merge(cellar_entry, [cask])
        for ask in (
            lambda: glossary.entry(cask),
            lambda: glossary.decide([cask], Status.APPROVED),
            lambda: glossary.set_subject([cask], "酒"),
        ):
            with pytest.raises(
                NotFoundError, match=rf"entry {cask} is gone: 'merge 1 into entry {cellar_entry}' by ken"
            ):
                ask()
        with pytest.raises(NotFoundError, match="there is no entry 999"):
            glossary.entry(999)


def test_a_subject_is_set_for_many_in_one_operation(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        keys = [by_term(glossary, term).id for term in ("樽", "湿度", "見学")]
        assert glossary.set_subject([*keys, keys[0]], " 醸造 ") == 3
        assert glossary.subjects() == ["wine", "醸造"]
        assert glossary.set_subject(keys, "醸造") == 0
        glossary.undo()
        assert glossary.subjects() == ["wine"]


def test_reasons_are_given_the_most_frequent_first(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        first, second, third = (by_term(glossary, term).id for term in ("樽", "湿度", "見学"))
        glossary.decide([first], Status.REJECTED, reason="断片")
        glossary.decide([second, third], Status.REJECTED, reason="一般語")
        assert glossary.reasons() == ["一般語", "断片"]


def test_choosing_and_approving_is_one_operation(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        key = by_term(glossary, "貯蔵庫").id
        assert glossary.choose_target(key, "storehouse", approve=True)
        assert (glossary.entry(key).preferred, glossary.entry(key).status) == ("storehouse", Status.APPROVED)
        assert [deed.name for deed in glossary.deeds(key)] == [f"mark preferred in entry {key}", "extract"]
        glossary.undo()
        assert glossary.entry(key).status is Status.CANDIDATE
        assert [deed.name for deed in glossary.deeds(key)] == ["extract"], "what was undone is not told"


def test_agreement_counts_translations_that_hold_the_target_to_use_in_any_form(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        store, cask = by_term(glossary, "貯蔵庫"), by_term(glossary, "樽")
        assert glossary.agreement(store) == Agreement(places=3, aligned=3, agree=3)
        assert glossary.agreement(cask) == Agreement(2, 2, 2), "barrels is barrel"
        glossary.choose_target(cask.id, "cask")
        assert glossary.agreement(glossary.entry(cask.id)).agree == 0
        tour = by_term(glossary, "見学")
        assert glossary.agreement(tour) == Agreement(1, 0, 0), "nothing is aligned with it"
        assert MOST_PLACES >= 3


def test_contexts_come_in_pages_each_with_its_translation(cellar: Path) -> None:
    with Glossary.open(cellar) as glossary:
        key = by_term(glossary, "貯蔵庫").id
        everything = glossary.contexts(key)
        pages = [glossary.contexts(key, limit=2), glossary.contexts(key, limit=2, skip=2)]
        assert [len(page) for page in pages] == [2, 1]
        assert [*pages[0], *pages[1]] == everything
        assert [place.translation.split()[1] for place in everything] == ["cellar", "member", "the"]
        rejected = next(one for one in glossary.segments() if one.source.startswith("地下"))
        glossary.decide_segments([rejected.id], Status.REJECTED)
        assert glossary.contexts(key)[0].translation == "", "a rejected segment translates nothing"
