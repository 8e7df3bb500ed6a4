"""Fits what tells a report that knows by itself, and one that goes back to another. Comes in: our own gold. Goes out: weights."""
