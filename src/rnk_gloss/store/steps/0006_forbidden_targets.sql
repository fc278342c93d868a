-- A lookup asks whether anything is forbidden at all: that must cost nothing where nothing is.
CREATE INDEX target_forbidden ON target (entry) WHERE usage = 'forbidden';
