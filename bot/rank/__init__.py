"""What makes one line or episode a better answer than another."""
