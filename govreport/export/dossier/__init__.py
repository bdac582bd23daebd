"""The working paper on one unit (檢查底稿): what was found in its reports, as a Word file to be answered.

``dossier_records`` makes plain data of an audit, which is kept in its folder; ``write_paper`` makes the file.
"""

from __future__ import annotations

from govreport.export.dossier.masking import masked_units
from govreport.export.dossier.paper import write_paper
from govreport.export.dossier.records import FORMAT, dossier_records

__all__ = ["FORMAT", "dossier_records", "masked_units", "write_paper"]
