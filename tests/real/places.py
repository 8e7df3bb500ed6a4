"""Whether two names are one, for gold that names places. How well places are read: `tumen eval places tests/data/places`."""

from tumen.ground.romanise import is_same

__all__ = ["is_same"]
