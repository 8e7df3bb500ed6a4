"""The trained model: text -> scores for every piece of it. Comes in: canonical text. Goes out: arrays, no claims.

What the scores mean is for other rooms to say; this one opens the weights and runs them.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: small products are faster, and the same on every machine
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # before onnxruntime, should a version that sends usage data be installed

from tumen.model.pieces import OPENS, Ints, Pieces, to_pieces, windows
from tumen.model.scan import NEVER, Floats, Scan, Scored
from tumen.model.weights import Model, open_model

__all__ = ["NEVER", "OPENS", "Floats", "Ints", "Model", "Pieces", "Scan", "Scored", "open_model", "to_pieces", "windows"]
