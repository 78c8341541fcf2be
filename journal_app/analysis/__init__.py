"""What the numbers of one journal say. Pure functions over numpy arrays; no clock, no chance."""
