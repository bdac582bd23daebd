"""Rebuilds the shipped models.

Heading borders: counted on plain reports whose headings stand on lines of their own (removing the line end
gives a fused heading whose border is known) and on the corpus; tables are counted without the document that
a case comes from. Statements and work areas: fitted on the train split of the corpus. Only counts and
weights leave this room, no text.
"""

from govreport.train.areas import train_areas
from govreport.train.boundary import train_boundary
from govreport.train.common_shingles import train_common_shingles
from govreport.train.counting import count_figures
from govreport.train.follow import train_follow
from govreport.train.slots import train_slots
from govreport.train.statements import train_statements

__all__ = [
    "count_figures",
    "train_areas",
    "train_boundary",
    "train_common_shingles",
    "train_follow",
    "train_slots",
    "train_statements",
]
