"""The names that clauses and statements are weighed by."""

from __future__ import annotations

import govreport as gr
from govreport.extract.grouping import rule_tags
from govreport.extract.kinds import kind_and_status
from govreport.extract.model import load_model
from govreport.extract.names import clause_names, statement_names, word_names
from govreport.extract.sentences_read import read_sentences
from govreport.extract.tagging import clause_scores, tagged_drafts
from govreport.normalize import normalize
from govreport.segment import segment
from govreport.text.linear import LinearModel, written_out

REPORT = """青河县妇联2021年工作总结
2021年，县妇联主要做了以下工作。
一、主要工作
结合“三八”节，举办培训班3期，培训妇女210人，提高了认识。联合县司法局开展普法宣传活动12场，发放资料5000份。
二、存在问题
一是经费不足；二是队伍不稳。
三、下一步打算
明年计划新建儿童之家3所，各村须在6月底前完成，每季度督查1次。
"""


def test_names_in_groups_weigh_what_they_do_written_out() -> None:
    """A name in two groups would be counted twice: none is, whatever the model has learned."""
    view = normalize(gr.from_text(REPORT))
    model = load_model()
    assert model is not None
    every = []
    for sentence in read_sentences(view, segment(view)):
        ruled = rule_tags(sentence)
        every += [list(clause_names(sentence, place, ruled)) for place in range(len(ruled))]
        for draft in tagged_drafts(sentence, model):
            words = view.text[draft.start : draft.end]
            every.append(
                [
                    *statement_names(sentence, draft, words, "none", kind_and_status(draft, words)),
                    *word_names(words),
                ]
            )
    assert len(every) >= 20
    for groups in every:
        names = written_out(groups)
        known = LinearModel(["no", "yes"], {name: [0.0, 1.0] for name in names}, [0.0, 0.0])
        assert known.scores_of(groups) == known.scores(names) == [0.0, len(set(names))]


def test_what_is_looked_up_at_once_is_what_the_names_weigh() -> None:
    """Names of a clause are looked up once for it and its neighbours, those of a statement for two models."""
    view = normalize(gr.from_text(REPORT))
    model = load_model()
    assert model is not None
    for sentence in read_sentences(view, segment(view)):
        ruled = rule_tags(sentence)
        for place, scores in enumerate(clause_scores(sentence, ruled, model)):
            wanted = model.tag.scores_of(list(clause_names(sentence, place, ruled)))
            assert list(scores.values()) == wanted
        for draft in tagged_drafts(sentence, model):
            words = view.text[draft.start : draft.end]
            names = statement_names(sentence, draft, words, "none", kind_and_status(draft, words))
            of_kind, of_status = model.said.sums_of(names)
            assert model.status.scores_of([], of_status) == model.status.scores_of(names)
            found = model.kind.scores_of(word_names(words, names[0][1]), of_kind)
            assert found == model.kind.scores_of([*names, *word_names(words)])
