"""Documents to be translated: files of many formats and encodings as paragraphs that know their origin."""
