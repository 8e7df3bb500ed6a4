"""Records as people read them. Comes in: records. Goes out: Rich tables and text on a console.

Colours never carry meaning alone, and suit dark and light terminals. Words of a report are folded to one line for display;
nothing else is done to them but to show control characters as a mark, so that no report can steer a terminal.
"""
