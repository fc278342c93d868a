"""The Japanese–English dictionary (JMdict, JMnedict) as a compact read-only file, and what is learned from it."""
