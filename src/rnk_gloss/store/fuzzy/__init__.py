"""The index of match keys: finds all units that can be like a query, without reading the others."""
