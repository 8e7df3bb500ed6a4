"""Claims -> Events. Comes in: what the model sees in a text, claims, and the values in its words. Goes out: events of the scheme."""

from tumen.event.detect import find_events
from tumen.event.draft import Draft, draft_events
from tumen.event.scheme import EventType, Scheme
from tumen.event.written import did_you_mean, extend_scheme, scheme

__all__ = ["Draft", "EventType", "Scheme", "did_you_mean", "draft_events", "extend_scheme", "find_events", "scheme"]
