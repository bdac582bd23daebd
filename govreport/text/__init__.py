"""Pure functions and tables about Chinese text: they take strings and give values, and know no stage."""
