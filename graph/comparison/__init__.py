"""Setting two to six things side by side: what is said of each, their limits in one unit, what they share."""
