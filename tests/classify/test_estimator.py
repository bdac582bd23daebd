"""The estimator of areas keeps to scikit-learn's conventions, so it stands in pipelines and searches."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.calibration import CalibratedClassifierCV
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

import govreport as gr
from govreport.classify import AreaClassifier
from govreport.model import Area, Taxonomy

TEXTS = [
    *(f"本周清点仓库货物{n}箱，登记入库" for n in range(6)),
    *(f"食堂采购白菜{n}斤，按时开饭" for n in range(6)),
]
AREAS = ["stores"] * 6 + ["canteen"] * 6


def test_scikit_learn_checks_it() -> None:
    """Those checks that fit an estimator of texts: the others want tables of numbers and are skipped."""
    results = check_estimator(AreaClassifier(), on_skip=None)
    assert results
    assert all(result["status"] in ("passed", "skipped") for result in results)


def test_parameters_clones_and_copies() -> None:
    """Parameters come back as given, a clone is not fitted, a pickled copy says the same."""
    taxonomy = gr.load_taxonomy("womens_federation")
    fitted = AreaClassifier(taxonomy).fit()
    assert clone(fitted).get_params() == {"taxonomy": taxonomy, "seen_at_least": 2}
    with pytest.raises(NotFittedError):
        clone(fitted).predict(["家政培训"])
    again = pickle.loads(pickle.dumps(fitted))
    np.testing.assert_array_equal(again.predict_proba(TEXTS), fitted.predict_proba(TEXTS))


def test_shapes_and_sums() -> None:
    """One row for each text, one column for each class; rows add up to one; the best column is predicted."""
    fitted = AreaClassifier(gr.load_taxonomy("womens_federation")).fit()
    texts = ["举办家政培训3期", ("依法维权", "调解婚姻纠纷5起"), "", "💡"]
    chances, scores = fitted.predict_proba(texts), fitted.decision_function(texts)
    assert chances.shape == scores.shape == (4, len(fitted.classes_))
    np.testing.assert_allclose(chances.sum(axis=1), 1)
    assert fitted.predict(texts).tolist() == fitted.classes_[scores.argmax(axis=1)].tolist()
    assert fitted.predict(texts).tolist()[2:] == ["none", "none"]
    assert fitted.predict([]).shape == (0,)


def test_words_that_only_reports_taught_name_no_area_alone() -> None:
    """Where no cue speaks and no example was given, words seen in reports are no ground for an area."""
    fitted = AreaClassifier(gr.load_taxonomy("womens_federation")).fit()
    assert fitted.predict(["同心协力", "凝心聚力，再创佳绩", "天气晴"]).tolist() == ["none"] * 3


def test_neutral_words_stay_neutral() -> None:
    """Words that a taxonomy calls neutral speak for no area in the estimator either."""
    own = Taxonomy("own", {}, (Area("care", {}, "", ("卫生",), ()),), (), neutral=("卫生间",))
    assert AreaClassifier(own).fit().predict(["打扫卫生", "修卫生间"]).tolist() == ["care", "none"]


def test_examples_alone_are_learned() -> None:
    """Without a taxonomy the examples are all there is; what is like none of them is none of them."""
    fitted = AreaClassifier().fit(TEXTS, AREAS)
    assert fitted.predict(["再清点仓库货物12箱", "采购白菜、萝卜，准时开饭", "天气晴"]).tolist() == [
        "stores",
        "canteen",
        "none",
    ]
    assert cross_val_score(make_pipeline(AreaClassifier()), TEXTS, AREAS, cv=3).min() == 1


def test_classes_are_those_of_the_examples() -> None:
    """Without a taxonomy classes are the labels as given, numbers too: every score can be computed."""
    for labels in (AREAS, [int(area == "stores") for area in AREAS]):
        fitted = AreaClassifier().fit(TEXTS, labels)
        assert fitted.classes_.tolist() == sorted(set(labels))
        assert fitted.predict(TEXTS).tolist() == labels
        for scoring in ("neg_log_loss", "roc_auc", "f1_macro"):
            scores = cross_val_score(AreaClassifier(), TEXTS, labels, cv=3, scoring=scoring)
            assert np.isfinite(scores).all()
        chances = cross_val_predict(AreaClassifier(), TEXTS, labels, cv=3, method="predict_proba")
        assert chances.argmax(axis=1).tolist() == np.unique(labels, return_inverse=True)[1].tolist()
    calibrated = CalibratedClassifierCV(AreaClassifier(), cv=3).fit(TEXTS, AREAS)
    assert calibrated.predict(TEXTS).tolist() == AREAS


def test_no_area_is_a_class_where_an_example_has_none() -> None:
    """None stands for it, and with a taxonomy it always is one."""
    fitted = AreaClassifier().fit([*TEXTS, "天气晴", "天气阴"], [*AREAS, None, None])
    assert fitted.classes_.tolist() == ["canteen", "none", "stores"]
    assert fitted.predict(["天气晴"]).tolist() == ["none"]
    assert "none" in AreaClassifier("womens_federation").fit().classes_


def test_areas_may_have_spaces_in_their_names() -> None:
    """Labels of one's own are taken as they are."""
    fitted = AreaClassifier().fit(TEXTS, [f"the {area} of ours" for area in AREAS])
    assert fitted.predict(["采购白菜3斤"]).tolist() == ["the canteen of ours"]


def test_why_names_the_words() -> None:
    """Cues of the taxonomy as they are written, or what the examples taught; nothing where it abstains."""
    texts = ["舉辦家政培訓3期", ("依法维权", "走访入户"), "天气晴"]
    cued, heading, nothing = AreaClassifier("womens_federation").fit().why(texts)
    assert "家政培訓" in cued
    assert "维权" in heading
    assert nothing == ()
    (learned,) = AreaClassifier().fit(TEXTS, AREAS).why(["采购白菜"])
    assert "白菜" in learned


def test_examples_are_learned_on_top_of_a_taxonomy() -> None:
    """What the taxonomy lacks is learned, and what it had stays."""
    fitted = AreaClassifier(gr.load_taxonomy("womens_federation")).fit(TEXTS, AREAS)
    assert fitted.predict(["仓库货物清点完毕"]).tolist() == ["stores"]
    assert fitted.predict(["举办家政服务技能培训班"]).tolist() == ["entrepreneurship-employment"]


@pytest.mark.parametrize(
    ("texts", "areas", "said"),
    [
        (["a", "b"], ["x"], "2 texts, but 1 areas"),
        ("a", ["x"], "a list of texts is wanted"),
        ([3], ["x"], "not int"),
        ([], [], "nothing to go by"),
        (["a", "b"], ["x", 1], "areas are ids, which are texts, not int 1"),
    ],
)
def test_wrong_input_is_named(texts: list[str], areas: list[str], said: str) -> None:
    """A message says what was given and what was wanted."""
    with pytest.raises(ValueError, match=said):
        AreaClassifier().fit(texts, areas)


@pytest.mark.parametrize("least", [0, -1, "2", None, 1.5])
def test_a_wrong_parameter_is_named(least: object) -> None:
    """The message says which one it is."""
    with pytest.raises(ValueError, match="seen_at_least is a number from 1 on"):
        AreaClassifier(seen_at_least=least).fit(TEXTS, AREAS)


def test_a_heading_speaks_for_a_text_that_says_nothing() -> None:
    """A pair is read as a section of a report is: its heading tells the area."""
    fitted = AreaClassifier("womens_federation").fit()
    pairs = [("依法维权", "走访入户"), ("家庭教育", "开展活动")]
    assert fitted.predict(pairs).tolist() == ["rights-protection", "family-civility"]
