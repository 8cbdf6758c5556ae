"""Files: which ones are read, their bytes as a document, and what a store knows of them."""
