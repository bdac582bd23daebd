"""Two texts and where they may say the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Candidate"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two submissions by number, and where they share shingles: ``left[i]`` and ``right[i]`` are equal."""

    documents: tuple[int, int]
    left: NDArray[np.int32]
    right: NDArray[np.int32]

    @property
    def turned(self) -> Candidate:
        """The same seen from the other side."""
        return Candidate((self.documents[1], self.documents[0]), self.right, self.left)
