"""Claims -> Events. Comes in: claims and the values in their words. Goes out: events of the scheme, with their claims."""

from tumen.event.detect import find_events
from tumen.event.scheme import scheme

__all__ = ["find_events", "scheme"]
