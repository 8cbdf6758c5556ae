"""Notes in, facts out: a folder for each stage, in the order that `pipeline` gives."""
