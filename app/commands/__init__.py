"""The sub-commands, one module a group; each has `register(app)` and imports nothing heavy before it runs."""
