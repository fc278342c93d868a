"""The review terminal."""

from __future__ import annotations

import os

# With the Kitty keyboard protocol several terminals lose what a Japanese input method commits, and none of its extra
# keys are used here. Textual reads the variable when it is first imported, which is after this.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
