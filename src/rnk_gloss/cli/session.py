"""What every command shares: the settings of this run and the open glossary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rnk_gloss.cli.diagnostics import ProgressLine, say
from rnk_gloss.config import Config

if TYPE_CHECKING:
    from rnk_gloss.model.side import Side
    from rnk_gloss.service.glossary import Glossary
    from rnk_gloss.service.reference import Reference


def config_of(context: click.Context) -> Config:
    """The settings of this run."""
    config = context.find_object(Config)
    assert config is not None
    return config


@contextmanager
def open_glossary(*, create: bool = False, renew: bool = True) -> Iterator[Glossary]:
    """The user's glossary; only commands that put something in may `create` it.

    An index that an earlier version made is built anew first, unless the command sees to that (`renew`).
    """
    from rnk_gloss.service.glossary import Glossary

    config = config_of(click.get_current_context())
    scoring = config.scoring()
    with Glossary.open(config.database, author=config.author, create=create, scoring=scoring) as glossary:
        if renew:
            _renew_index(glossary)
        yield glossary


@contextmanager
def open_reference() -> Iterator[Reference]:
    """The part of the user's glossary that answers: it is there sooner than the whole."""
    from rnk_gloss.service.reference import Reference

    config = config_of(click.get_current_context())
    with Reference.open(config.database, create=False, scoring=config.scoring()) as reference:
        _renew_index(reference)
        yield reference


def keep_side(glossary: Reference, side: Side) -> None:
    """Sees to it that a side of the memory has its index, and says so where building it takes long."""
    from rnk_gloss.service.upkeep import kept_sides, reindex
    from rnk_gloss.service.workspace import QUICKLY_INDEXED

    if side in kept_sides(glossary.workspace):
        return
    count = glossary.workspace.unit_count()
    if count > QUICKLY_INDEXED:
        say(f"{glossary.workspace.path}: the index of the {side}s is built, once, from {count:,} units")
    progress = ProgressLine()
    try:
        reindex(glossary.workspace, progress, side=side)
    finally:
        progress.clear()


def _renew_index(glossary: Reference) -> None:
    from rnk_gloss.service.upkeep import outdated_index, reindex

    reasons = outdated_index(glossary.workspace)
    if reasons:
        say(f"{glossary.workspace.path}: the index is built anew, for it was made with {', '.join(reasons)}")
        progress = ProgressLine()
        try:
            reindex(glossary.workspace, progress)
        finally:
            progress.clear()
