"""Claims -> Events. Comes in: what the model sees in a text, claims, and the values in its words. Goes out: events of the scheme."""

from tumen.event.detect import Draft, draft_events, find_events
from tumen.event.scheme import EventType, scheme

__all__ = ["Draft", "EventType", "draft_events", "find_events", "scheme"]
