"""The daily digest as pure decisions: what is due, which episode is next, what a post says."""
