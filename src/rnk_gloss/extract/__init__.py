"""Term candidates from Japanese texts: what is a term, how sure, and which English it may have."""
