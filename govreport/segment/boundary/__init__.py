"""Where a heading ends that runs into its body without a mark (``三、完善阵地建设,夯实组织基础为促进…``).

Every character position of the run is a candidate, and so is "no heading at all". A conditional logit
weighs what the texts before and after the candidate look like (n-gram tables of how headings and
sentences end and begin), the shape of the heading, actors and frames; a second one weighs what the other
headings of the same report say. Tables and weights are counted and fitted by ``govreport.train``.
"""

from govreport.segment.boundary.decide import decide
from govreport.segment.boundary.decision import Boundary

__all__ = ["Boundary", "decide"]
