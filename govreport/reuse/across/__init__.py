"""Passages that stand in several submissions."""
