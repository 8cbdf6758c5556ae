"""Questions in words: read into a query over the vocabulary, answered from the graph with the lines that say so."""
