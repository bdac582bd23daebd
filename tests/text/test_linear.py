"""Linear models: the same in every process."""

from __future__ import annotations

from govreport.text.linear import LinearModel


def test_a_score_does_not_depend_on_the_order_of_names() -> None:
    """Names come as a set, whose order is another in every process: two labels as good stay as good.

    A clause of gv-liuwan-village-2014 was a statement in one process and none in the next.
    """
    tenths = {f"name-{number}": [0.1 * number, 0.1 * number] for number in range(1, 60)}
    forth = LinearModel(("no", "yes"), tenths, (0.3, 0.3))
    names = sorted(tenths)
    found = {tuple(forth.scores(order)) for order in _orders(names)}
    assert len(found) == 1
    assert forth.best(names)[0] == "no"


def test_a_name_given_twice_counts_once() -> None:
    """And one that was not learned weighs nothing."""
    model = LinearModel(("no", "yes"), {"a": [0.0, 2.0]}, (0.0, -1.0))
    assert model.scores(["a", "a", "unknown"]) == [0.0, 1.0]


def _orders(names: list[str]) -> list[dict[str, None]]:
    """Return the names in several orders; a set of strings has one in each process."""
    return [dict.fromkeys(names[turn:] + names[:turn]) for turn in range(len(names))]
