"""What two stretches of text have in common, and how much of it tells: of one report or of two."""
