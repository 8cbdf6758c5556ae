"""Naming: which words of the outline and of the lines are entities, and whose they are."""
