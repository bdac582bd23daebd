"""Lexicons, taxonomies, laws with their dates and messages: files that a civil servant could edit."""
