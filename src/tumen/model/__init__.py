"""The trained model: text -> scores for every piece of it. Comes in: canonical text. Goes out: arrays, no claims.

What the scores mean is for other rooms to say; this one opens the weights and runs them.
"""

from tumen.model.pieces import Ints, Pieces, to_pieces, windows
from tumen.model.scan import NEVER, Floats, Scan, Scored
from tumen.model.weights import Model, open_model

__all__ = ["NEVER", "Floats", "Ints", "Model", "Pieces", "Scan", "Scored", "open_model", "to_pieces", "windows"]
