"""The schema of the SQLite store, and by default the place of the SQLite file."""
