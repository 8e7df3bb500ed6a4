"""Reports -> which are mainly about one incident. Comes in: report records. Goes out: profiles, keys, links with reasons, clusters."""

from tumen.link.blocking import keys
from tumen.link.cluster import Thresholds, cluster, cluster_around
from tumen.link.make import make_profile
from tumen.link.mention import compare_mention
from tumen.link.pair import compare, probability
from tumen.link.profile import Facts, Profile

__all__ = [
    "Facts",
    "Profile",
    "Thresholds",
    "cluster",
    "cluster_around",
    "compare",
    "compare_mention",
    "keys",
    "make_profile",
    "probability",
]
