"""An index of the parts of texts: which units hold a string of any length, on either side, the newest first."""
