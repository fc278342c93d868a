"""The time as the store and the exports write it."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> str:
    """The present moment in ISO 8601, UTC, to the second.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands for it where it is set, so that exports can be compared.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
