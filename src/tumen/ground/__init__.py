"""Words -> values: times, places, quantities. Comes in: sentences. Goes out: values with the span of their words.

Never guesses: what the words (and the publication date) do not settle stays unknown.
"""

from tumen.ground.howmany import find_quantities, names_people
from tumen.ground.korean import find_korean
from tumen.ground.unlisted import find_unlisted
from tumen.ground.when import find_times, see_from_saying
from tumen.ground.where import find_places

__all__ = ["find_korean", "find_places", "find_quantities", "find_times", "find_unlisted", "names_people", "see_from_saying"]
