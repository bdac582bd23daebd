"""How findings show themselves in a notebook: escaped, and at home in its light or dark theme."""
