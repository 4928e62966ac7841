"""What did a person ask for? One module for each command; the only place that prints and reads the clock."""
