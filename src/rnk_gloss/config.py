"""What the user set: `RNK_GLOSS_*` variables, the nearest `rnk-gloss.toml`, the nearest `glossary.db`."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from pathlib import Path

DATABASE_NAME = "glossary.db"
SETTINGS_NAME = "rnk-gloss.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run; `settings` holds the nearest `rnk-gloss.toml` as it stands."""

    database: Path
    author: str
    settings: dict[str, object]


def load_config(database: Path | None = None, *, folder: Path | None = None) -> Config:
    """The settings for a run in `folder` (default: the current one); a database named by the user wins.

    Raises `rnk_gloss.errors.UsageError` where `rnk-gloss.toml` cannot be read.
    """
    here = folder or Path.cwd()
    settings = _settings(here)
    chosen = (
        database or _path_from(os.environ.get("RNK_GLOSS_DB")) or _nearest(here, DATABASE_NAME) or here / DATABASE_NAME
    )
    author = os.environ.get("RNK_GLOSS_AUTHOR") or str(settings.get("author") or "") or _login_name()
    return Config(chosen, author, settings)


def _path_from(value: str | None) -> Path | None:
    return Path(value).expanduser() if value else None


def _nearest(folder: Path, name: str) -> Path | None:
    return next((parent / name for parent in (folder, *folder.parents) if (parent / name).is_file()), None)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name in the password database
        return ""


def _settings(folder: Path) -> dict[str, object]:
    path = _nearest(folder, SETTINGS_NAME)
    if path is None:
        return {}
    import tomllib

    from rnk_gloss.errors import UsageError

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read as settings: {error}", hint="correct the file or move it away"
        ) from error
