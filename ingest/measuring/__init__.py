"""Measuring: the quantities of a clause as limits of what it is about."""
