"""Use cases: what the program does for its users, joined from the rooms below."""
