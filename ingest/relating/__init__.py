"""Relating: the relations that a clause states.

`rules` holds the rules, a module for each family; the other modules are what they share: a clause as words with names,
and the things that may be the ends of an edge.
"""
