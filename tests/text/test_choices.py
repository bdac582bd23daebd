"""Weights by which the right row of each table is the most probable, and what others taught of them."""

from __future__ import annotations

import math

import pytest

from govreport.text.choices import Choice, Design, fit

ROWS = [
    Choice([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]], [["a"], [], ["b"]], 0),
    Choice([[0.0, 1.0], [1.0, 0.2]], [["b"], ["a"]], 1, 2.0),
    Choice([[0.3, 0.1], [0.2, 0.9]], [[], ["b"]], 1),
    Choice([[0.9, 0.1], [0.2, 0.9]], [["a"], []], 0, 0.5),
]
NAMES = ["a", "b"]


def test_a_part_is_fitted_as_if_it_were_all() -> None:
    """The rows laid out once give the weights that the part alone gives."""
    whole = Design(ROWS, NAMES, 0.5)
    assert whole.fit([0, 1], 0.5) == pytest.approx(fit(ROWS[:2], NAMES, 0.5, 0.5), abs=1e-4)
    assert whole.scores([2], [1.0, 2.0, 3.0, 4.0]) == [[0.5, pytest.approx(4.0)]]


def test_a_choice_without_a_right_row_teaches_nothing() -> None:
    """It is scored and not learned from."""
    lost = Choice([[5.0, 5.0], [0.0, 0.0]], [["a"], []], -1)
    assert Design([*ROWS, lost], NAMES, 0.5).fit(range(5), 0.5) == fit(ROWS, NAMES, 0.5, 0.5)


def test_what_others_taught_takes_the_place_of_their_choices() -> None:
    """Starting from the best weights and the curvature of some, the rest lead where all of them lead."""
    many, few = ROWS * 6, ROWS[1:3]
    taught = Design(many, NAMES, 0.5)
    around = taught.curvature(taught.fit(range(len(many)), 0.5), 0.5, 2)
    together = fit([*many, *few], NAMES, 0.5, 0.5)
    after = Design(few, NAMES, 0.5).fit(range(2), 0.5, around)
    alone = fit(few, NAMES, 0.5, 0.5)
    assert math.dist(after, together) < 0.25 * math.dist(alone, together)


def test_the_curvature_is_that_of_the_loss() -> None:
    """Beside the best weights the numbers lose what the matrix says, to the second order."""
    import numpy as np

    design = Design(ROWS, NAMES, 0.5)
    best = design.fit(range(4), 0.5)
    around = design.curvature(best, 0.5, 2)

    def loss(weights: list[float]) -> float:
        told = 0.5 * sum(weight * weight for weight in weights)
        for choice, values in zip(ROWS, design.scores(range(4), weights), strict=True):
            total = math.log(sum(math.exp(value) for value in values))
            told += choice.weight * (total - values[choice.right])
        return told

    step = np.array([0.02, -0.03])
    moved = [*(np.array(best[:2]) + step).tolist(), *best[2:]]
    back = [*(np.array(best[:2]) - step).tolist(), *best[2:]]
    second = loss(moved) + loss(back) - 2 * loss(best)
    assert second == pytest.approx(float(step @ np.array(around.numbers) @ step), rel=0.01)


def test_weights_do_not_hang_on_the_number_of_processors() -> None:
    """With so many names that sums are split among processors the weights are the same to the last digit."""
    from threadpoolctl import threadpool_limits

    names = [f"n{number}" for number in range(40_000)]
    choices = [
        Choice(
            [[0.1 * (place % 7), 1.0], [0.3, 0.2]], [names[place::400], names[place + 1 :: 390]], place % 2
        )
        for place in range(300)
    ]
    found = []
    for limit in (1, 2):
        with threadpool_limits(limits=limit, user_api="blas"):
            found.append(fit(choices, names, 0.5, 0.5))
    assert found[0] == found[1]
