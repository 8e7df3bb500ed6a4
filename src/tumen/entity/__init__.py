"""Who and what a report names, and which words name the same. Comes in: words, and what the model gives for them. Goes out: mentions,
and the number of the entity of each.

Never looks beyond one report: nobody is tied to anybody in another one. Never says who somebody is.
"""

from tumen.entity.chains import tie
from tumen.entity.mentions import Mention, find_mentions
from tumen.entity.names import name_of

__all__ = ["Mention", "find_mentions", "name_of", "tie"]
