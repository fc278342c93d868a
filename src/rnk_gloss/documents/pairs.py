"""Which files are each other's translation, by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.documents.language import language_in_name, name_without_language
from rnk_gloss.documents.reader import FORMAT_OF_SUFFIX
from rnk_gloss.errors import InputError


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files that hold the same text in two languages."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file that is not read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """The files found: pairs, single documents in the source language or one not named, and the rest."""

    pairs: tuple[Pair, ...]
    singles: tuple[Path, ...]
    leftovers: tuple[Leftover, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    path: Path
    language: str | None
    key: tuple[str, str]


def find_pairs(paths: Sequence[Path], source: str = "ja", target: str = "en") -> Pairing:
    """The pairs, singles and leftovers among files and directories, in sorted order within each directory.

    A pair is x.ja.txt with x.en.md (also x_ja, x-ja), or ja/x.txt with en/x.html beside it. Directories are searched
    with all their subdirectories; hidden files are passed over. A file that is named itself is never refused for its
    suffix. Raises InputError when a path does not exist or a directory holds nothing that can be read.
    """
    leftovers: list[Leftover] = []
    files: list[Path] = []
    for path in paths:
        found = list(_files_at(Path(path), leftovers))
        files.extend(file for file in found if file not in files)
    candidates = [_candidate(file, (source, target)) for file in files]
    targets: dict[tuple[str, str], list[_Candidate]] = {}
    for candidate in candidates:
        if candidate.language == target:
            targets.setdefault(candidate.key, []).append(candidate)
    pairs, singles = [], []
    taken: set[Path] = set()
    for candidate in candidates:
        if candidate.language == source:
            partner = _partner(candidate, targets.get(candidate.key, []), taken)
            if partner is not None:
                taken.add(partner.path)
                pairs.append(Pair(candidate.path, partner.path))
                continue
        if candidate.language in {None, source}:
            singles.append(candidate.path)
    for candidate in candidates:
        if candidate.language == target and candidate.path not in taken:
            leftovers.append(Leftover(candidate.path, f"no {source} file of the same name"))
        elif candidate.language not in {None, source, target}:
            leftovers.append(
                Leftover(candidate.path, f"its name says {candidate.language}, neither {source} nor {target}")
            )
    return Pairing(tuple(pairs), tuple(singles), tuple(leftovers))


def _partner(candidate: _Candidate, others: Sequence[_Candidate], taken: set[Path]) -> _Candidate | None:
    """The other file of the same name: one of the same suffix if there is, else the first."""
    free = [other for other in others if other.path not in taken]
    alike = [other for other in free if other.path.suffix.lower() == candidate.path.suffix.lower()]
    return next(iter([*alike, *free]), None)


def _candidate(path: Path, languages: tuple[str, str]) -> _Candidate:
    """A file with its language and what it shares with its translation: the folder and the name without language."""
    stem = name_without_language(path)
    if stem != path.name.removesuffix(path.suffix):
        return _Candidate(path, language_in_name(path), (str(path.parent), stem.casefold()))
    folders = [*path.parent.parts]
    for depth in range(len(folders) - 1, -1, -1):
        if folders[depth].lower() in languages:
            language = folders[depth].lower()
            folders[depth] = "*"
            return _Candidate(path, language, ("/".join(folders), stem.casefold()))
    return _Candidate(path, None, (str(path.parent), stem.casefold()))


def _files_at(path: Path, leftovers: list[Leftover]) -> Iterator[Path]:
    if path.is_dir():
        before = len(leftovers)
        found = list(_files_below(path, leftovers))
        if not found:
            skipped = len(leftovers) - before
            known = " ".join(FORMAT_OF_SUFFIX)
            about = f" ({skipped} file{'s' * (skipped != 1)} of other kinds)" if skipped else ""
            raise InputError(
                f"{path}: nothing in this directory can be read{about}", hint=f"files that can be read end in {known}"
            )
        yield from found
    elif path.exists():
        yield path
    else:
        raise InputError(f"{path}: no such file or directory", hint="check the name and the directory you are in")


def _files_below(directory: Path, leftovers: list[Leftover]) -> Iterator[Path]:
    try:
        entries = sorted(directory.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{directory}: cannot be read: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A link to a directory may lead back up.
            if not entry.is_symlink():
                yield from _files_below(entry, leftovers)
        elif entry.suffix.lower() in FORMAT_OF_SUFFIX:
            yield entry
        else:
            kind = f"files ending in {entry.suffix}" if entry.suffix else "files without a suffix"
            leftovers.append(Leftover(entry, f"{kind} are not read"))
