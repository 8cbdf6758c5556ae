"""The pages: a Streamlit app over one store. `home.py` is its entry script; `flags` says how to start it."""
