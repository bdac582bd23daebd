"""Rebuilds the shipped boundary model from plain reports whose headings stand on lines of their own.

Removing the line end after such a heading gives a fused heading whose border is known. Only counts and
weights leave this room, no text. Tables are counted without the document that a case comes from.
"""

from govreport.train.boundary import train_boundary

__all__ = ["train_boundary"]
