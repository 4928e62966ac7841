"""How does the time of a build grow with the number of records? Measured, never asserted."""
