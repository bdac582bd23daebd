"""Which figures of a statement tell how much."""

from __future__ import annotations

import pytest

from govreport.extract.figures import told_figures


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("使用率由31%升至78%", ["78%"]),
        ("巾帼志愿者从54名发展到102名", ["102名"]),
        ("会员由2012年的3180家发展到5426家", ["5426家"]),
        ("办理时间由19天压缩到5天", ["5天"]),
        ("由3名律师接听电话120次", ["3名", "120次"]),
        ("在三个时节举办培训班36期", ["36期"]),
        ("在17个海岛建起书屋52个", ["52个"]),
        ("在17个海岛建起书屋", ["17个"]),
        ("三天卖出4.2吨", ["4.2吨"]),
        ("推行“最多跑一次”事项312项", ["312项"]),
        ("出版《山歌三百首》2部", ["2部"]),
        ("评选“最美家庭”11户,推荐“好婆婆”5名", ["11户", "5名"]),
        ("为12名农民工追讨工资14.9万元", ["12名", "14.9万元"]),
        ("发放贷款12笔,93万元", ["12笔", "93万元"]),
        ("举办讲座3场和义诊2次", ["3场", "2次"]),
    ],
)
def test_told_figures(told: str, wanted: list[str]) -> None:
    """What a value rose from, where, of how many sorts and how long is not how much; no part of a name is."""
    assert [figure.text for figure in told_figures(told, 0, len(told))] == wanted
