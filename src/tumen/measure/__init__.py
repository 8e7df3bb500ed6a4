"""How well Tumen reads, against people's annotations. Comes in: gold, and a reader. Goes out: scores.

What each measure means is in docs/measures.md. Never tunes anything, and never prints a word of what it measures on.
"""

from tumen.measure.attribution import AttributionScores, score_attributions
from tumen.measure.polnear import read_polnear

__all__ = ["AttributionScores", "read_polnear", "score_attributions"]
