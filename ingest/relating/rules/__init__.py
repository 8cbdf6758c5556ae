"""The families of rules: each gives edges for a clause, and `relating.relate` says in which order they are asked."""
