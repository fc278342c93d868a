"""Which sentences of a text and its translation belong together, and how sure that is."""
