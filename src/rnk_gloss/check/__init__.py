"""What may be wrong with a translation, seen from its two texts alone: one module for each kind of rule."""
