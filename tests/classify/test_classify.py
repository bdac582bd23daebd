"""Which work area a section or statement belongs to, and where the borders run."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.classify import CueClassifier, Passage
from govreport.errors import UsageError


@pytest.fixture(scope="module")
def classifier() -> CueClassifier:
    """The federation's own areas."""
    return CueClassifier(gr.load_taxonomy("womens_federation")).fit()


@pytest.mark.parametrize(
    ("heading", "text", "area"),
    [
        ("", "三八维权周开展法律宣传", "rights-protection"),
        ("", "三八妇女节举办文艺汇演", "ideology-culture"),
        ("", "举办育婴技能培训班", "entrepreneurship-employment"),
        ("", "开展村妇联执委培训", "grassroots-organization"),
        ("健全志愿服务体系", "调解纠纷，提供法律援助，维护合法权益", "volunteer-service"),
        ("", "建设妇女儿童之家", "grassroots-organization"),
        ("", "建成儿童之家2所", "children-care"),
        ("", "创建美丽庭院", "rural-revitalization"),
        ("", "接待来信来访，化解纠纷", "rights-protection"),
        ("", "召开成员单位联席会议，落实两纲指标", "outline-coordination"),
    ],
)
def test_borders(classifier: CueClassifier, heading: str, text: str, area: str) -> None:
    """The object decides, the heading goes first, the longest cue wins."""
    assert classifier.predict([Passage(heading, text)]) == [area]


@pytest.mark.parametrize("text", ["同心协力，促进发展", "加强领导，落实责任", ""])
def test_it_abstains(classifier: CueClassifier, text: str) -> None:
    """Words that belong to no area get none."""
    assert classifier.predict([Passage("", text)]) == [None]


def test_probabilities_follow_the_convention(classifier: CueClassifier) -> None:
    """One column for each class; what a row lacks to one is the probability of none."""
    probabilities = classifier.predict_proba([Passage("", "家政培训"), Passage("", "")])
    assert probabilities.shape == (2, len(classifier.classes_))
    assert 0 < probabilities[0].sum() < 1
    assert probabilities[1].sum() == 0
    assert CueClassifier(**classifier.get_params()).classes_ == classifier.classes_


def test_a_taxonomy_of_the_user(tmp_path: Path) -> None:
    """A TOML file of the same shape takes the place of the built-in one."""
    file = tmp_path / "own.toml"
    file.write_text('id = "own"\n[[areas]]\nid = "water"\nstrong = ["河道清淤"]\n', encoding="utf-8")
    report = gr.analyze(gr.from_text("一、水利\n组织河道清淤3次。"), taxonomy=gr.load_taxonomy(file))
    assert report.statements[0].areas[0].area_id == "water"


@pytest.mark.parametrize("content", ["id = ", 'id = "x"', 'id = "x"\n[[areas]]\nname = "y"\n'])
def test_a_wrong_taxonomy_is_named(tmp_path: Path, content: str) -> None:
    """The message names the file and what was wanted."""
    file = tmp_path / "wrong.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"wrong\.toml.*wanted"):
        gr.load_taxonomy(file)


def test_an_unknown_taxonomy_is_named() -> None:
    """The message lists those that are built in."""
    with pytest.raises(UsageError, match="womens_federation"):
        gr.load_taxonomy("no-such-taxonomy")
    assert "womens_federation" in gr.taxonomies()


def test_the_areas_are_those_of_the_unit_that_reports() -> None:
    """A trade union's report is read by a trade union's work areas, a report without unit by the default."""
    body = "一、开展集体协商\n签订工资专项集体合同12份。\n二、维护妇女权益\n调解婚姻家庭纠纷3件。"
    union = gr.analyze(gr.from_text("清源縣總工會2020年工作總結\n" + body))
    women = gr.analyze(gr.from_text("清源縣婦聯2020年工作總結\n" + body))
    assert union.sections[0].areas[0].area_id == "rights-relations"
    assert women.sections[1].areas[0].area_id == "rights-protection"


def test_many_cues_are_read_in_linear_time() -> None:
    """Twice the text is not four times the work: cues are laid on a mask, not compared with each other."""
    classifier = CueClassifier(gr.load_taxonomy("womens_federation"))
    areas = classifier.rank(Passage("", "为妇女儿童维权调解纠纷" * 50_000, ""))
    assert areas[0].area_id == "rights-protection"


def test_the_words_that_decided_are_told() -> None:
    """Each area names its words in the submitted text; those of a purpose decide nothing."""
    text = (
        "石橋鎮婦聯2019年工作總結\n一、加強維權,促進和諧\n舉辦家政技能培訓班3期。\n"
        "為維護婦女合法權益，建設婦女之家2所。\n走訪了12個村，上門勸說18次。\n"
    )
    report = gr.analyze(gr.from_text(text))
    assert [text[slice(*term)] for term in report.sections[0].area_terms] == ["維權"]
    told = {
        statement.text[:4]: (
            statement.areas[0].area_id,
            [text[slice(*term)] for term in statement.area_terms],
        )
        for statement in report.statements
        if statement.areas
    }
    assert told["舉辦家政"] == ("entrepreneurship-employment", ["家政技能培訓"])
    assert told["建設婦女"] == ("grassroots-organization", ["婦女之家"])
    assert told["上門勸說"] == ("rights-protection", [])
