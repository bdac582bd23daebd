"""The notebooks are numbered, clean and worth reading; nbmake runs each of them from top to bottom."""

import re
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parent.parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def cells(path, kind):
    """The sources of the cells of a kind."""
    return [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def test_they_are_numbered_without_a_gap():
    """One to five, each number once."""
    assert [path.name[:3] for path in NOTEBOOKS] == ["01_", "02_", "03_", "04_", "05_"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_tells_a_task_in_prose(path):
    """It opens with its number and title, and has as much prose as a reader needs between the code."""
    prose = cells(path, "markdown")
    assert prose[0].startswith(f"# {int(path.name[:2])}. ")
    assert len(" ".join(prose).split()) > 180
    assert len(prose) * 3 >= len(cells(path, "code"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_is_clean(path):
    """No output is stored, and no path leads to somebody's machine."""
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)
    absolute = re.compile(r"""["'](?:/|~|[A-Za-z]:[\\/])""")
    assert not absolute.search(" ".join(cells(path, "code")))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_lead_to_files_of_the_repository(path):
    """Every link of the prose that is no address is a file that is there."""
    for link in re.findall(r"\]\(([^)#:]+)[^)]*\)", " ".join(cells(path, "markdown"))):
        assert (FOLDER / link).exists(), link
