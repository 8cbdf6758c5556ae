"""Attributing: the clauses of each line, and what each of them is about."""
