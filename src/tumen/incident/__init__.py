"""Events -> Incidents. Comes in: the events of one report. Goes out: incidents whose fields are lists of readings."""

from tumen.incident.gather import gather_incidents

__all__ = ["gather_incidents"]
