"""Outlining: a tree in which every line of the notes has one place."""
