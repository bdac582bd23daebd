"""A model that was cut off or changed by hand is refused by name, with what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from govreport.classify import model as areas
from govreport.errors import UsageError
from govreport.extract import model as statements
from govreport.extract import slot_model as slots
from govreport.follow import weights as follow
from govreport.segment.boundary import shipped as boundary
from govreport.text import shipped_models

MODELS = {
    "areas.json": areas.load_model.__wrapped__,
    "statements.json": statements.load_model.__wrapped__,
    "slots.json": slots.load_slot_model.__wrapped__,
    "follow.json": follow._model.__wrapped__,
    "boundary.json": boundary.load_model.__wrapped__,
}


@pytest.mark.parametrize("stored", ["", '{"words": {"feat', "[]", "{}", "null", '{"answer": NaN}'])
@pytest.mark.parametrize("name", MODELS)
def test_a_broken_model_is_refused(name: str, stored: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line names the file and says to install or train anew, whatever is wrong with it."""
    monkeypatch.setattr(shipped_models, "read_data", lambda _: stored)
    load: Callable[[], Any] = MODELS[name]
    with pytest.raises(UsageError, match=rf"^govreport/data/{name}: is no model .*install govreport anew"):
        load()


@pytest.mark.parametrize(("name", "path"), [("follow.json", "answer"), ("areas.json", "words")])
def test_a_weight_is_a_number(name: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text where a weight was is told when the model is loaded, not somewhere in an analysis."""
    stored = json.loads(shipped_models.read_data(name))
    weights = stored[path]["weights" if path == "answer" else "features"]
    weights[next(iter(weights))] = "0.5"
    monkeypatch.setattr(shipped_models, "read_data", lambda _: json.dumps(stored))
    with pytest.raises(UsageError, match=r"'0\.5' where a number was wanted"):
        MODELS[name]()


def test_rows_are_as_long_as_the_labels() -> None:
    """A row of too few weights is refused."""
    with pytest.raises(ValueError, match="not 2 numbers"):
        shipped_models.of_one_length([[1.0, 2.0], [1.0]], 2)
