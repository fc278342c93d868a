"""Japanese and English text without state: sentences, tokens, scripts, numbers, readings, keys, cells."""
