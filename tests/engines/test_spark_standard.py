"""What everyone writes, told by tasks on arrays: the hard case is that nothing is left to tell."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.mark.parametrize(("here", "stretches"), [([3, 90], 0), ([*range(3, 60, 3)], 1)])
def test_shingles_that_stand_alone_are_no_stretch(here: list[int], stretches: int) -> None:
    """A pair that shares single shingles of standard texts gets a table without rows, and no error."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from govreport.engines.spark.blobs import batches
    from govreport.engines.spark.layouts import PLACES
    from govreport.engines.spark.standard import phrases_of

    many = len(here)
    values = {"later": [1] * many, "earlier": [0] * many, "here": here, "first": here}
    arrays = {name: np.array(value, dtype=np.int32) for name, value in values.items()}
    found = phrases_of(batches([PLACES.rows(np.zeros(many, dtype=np.int32), **arrays)]))
    assert found.num_rows == stretches
