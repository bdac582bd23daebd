"""A taxonomy of the user's own: what it may say, how it codes, and what is told of a mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import UsageError
from govreport.text.taxonomy_file import read_taxonomy

AREA = '[[areas]]\nid = "y"\nstrong = ["水"]\n'
RULE = '[[rules]]\narea = "y"\nwhen = "a"\nweight = 1\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", r"no id that names the taxonomy: begin with id ="),
        ('id = "x" y', "line 1: is no TOML"),
        ("id: x\nareas:\n", "line 1: is no TOML"),
        ('id = "x"', r"no \[\[areas\]\]"),
        (f"id = 3\n{AREA}", "line 1: id is a text in quotes, not 3"),
        ('id = "x"\n[areas]\nid = "y"\n', r"line 2: areas is written as \[\[areas\]\] with two brackets"),
        ('id = "x"\nareas = ["y"]\n', r"line 2: areas are written as tables"),
        (f'id = "x"\nnuetral = ["水"]\n{AREA}', "line 2: the taxonomy has no 'nuetral': is 'neutral' meant"),
        ('id = "x"\n[[area]]\nid = "y"\n', "line 2: the taxonomy has no 'area': is 'areas' meant"),
        ('id = "x"\n[[areas]]\nstrong = ["水"]\n', "line 2: this area has no id"),
        (f'id = "x"\n{AREA}\n[[areas]]\nid = ""\n', "line 6: this area has no id"),
        ('id = "x"\n[[areas]]\nid = "none"\nstrong = ["水"]\n', "line 3: 'none' says that there is no area"),
        (f'id = "x"\n{AREA}\n{AREA}', "line 7: the id 'y' stands a second time"),
        (
            'id = "x"\n[[areas]]\nid = "y"\nstong = ["水"]\n',
            "line 4: an area has no 'stong': is 'strong' meant",
        ),
        ('id = "x"\n[[areas]]\nid = "y"\nname = "水利"\n', "line 4: an area has no 'name': is 'names' meant"),
        ('id = "x"\n[[areas]]\nid = "y"\nstrong = "水"\n', "line 4: strong is a list"),
        ('id = "x"\n[[areas]]\nid = "y"\nstrong = ["水",\n 5]\n', "line 4: strong is a list"),
        ('id = "x"\n[[areas]]\nid = "y"\nnames = { zh = "水" }\n', "line 4: names is given by language"),
        ('id = "x"\n[[areas]]\nid = "y"\nscope = ["水"]\n', "line 4: scope is a text"),
        ('id = "x"\n[[areas]]\nid = "y"\nsince = "2001"\n', "line 4: since is a year"),
        ('id = "x"\n[[areas]]\nid = "y"\nsince = 21\n', "line 4: since is a year of four digits"),
        (
            'id = "x"\n[[areas]]\nid = "y"\nsince = 2021\nuntil = 2011\nweak = ["水"]\n',
            r"line 5: until \(2011\)",
        ),
        ('id = "x"\n[[areas]]\nid = "y"\nstrong = ["", " "]\n', "line 2: this area has nothing to go by"),
        (
            f'id = "x"\n{AREA}{RULE.replace("y", "z")}',
            "line 6: this rule names an area that there is not: 'z'",
        ),
        (f'id = "x"\n{AREA}[[rules]]\narea = "y"\nwhen = "("\nweight = 1\n', "line 7: when is no regular"),
        (f'id = "x"\n{AREA}[[rules]]\narea = "y"\nwhen = "a"\n', "line 5: this rule has no weight"),
        (f'id = "x"\n{AREA}{RULE}only_heading = "yes"\n', "line 9: only_heading is true or false"),
        ('id = "x"\n[[areas]]\nid = "y"\nstrong = ["水"，"木"]\n', "line 4: is no TOML: ， stands outside"),
        ('id = "x"\n[[areas]]\nid = “y”\n', "line 3: is no TOML: “ stands outside of quotes"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    """The message names the file, the line and what to write; nothing is passed over in silence."""
    file = tmp_path / "wrong.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"wrong\.toml.*{said}.*wanted"):
        gr.load_taxonomy(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x80\x04\x95\x27\x00", "is no text in UTF-8"),
        (
            'id = "x"\n[[areas]]\nid = "y"\nweak = ["水"]\n[[rules]]\narea = "y"\n'
            'when = "(建+)+设"\nweight = 1\n'.encode(),
            "may take for ever",
        ),
    ],
)
def test_a_taxonomy_that_would_break_or_stall_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """Bytes that are no text, and a pattern that some text would keep busy for ever: one line, status 2."""
    file = tmp_path / "wrong.toml"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=rf"wrong\.toml: .*{said}"):
        gr.load_taxonomy(file)


def test_marks_within_quotes_and_comments_are_text() -> None:
    """A Chinese comma in a scope or a comment is no mistake, and is not blamed for another one."""
    own = read_taxonomy(f'id = "x" # 我的，分类\n{AREA}scope = "水利，饮水"\n', "own")
    assert own.areas[0].scope == "水利，饮水"
    with pytest.raises(UsageError, match="line 4: is no TOML"):
        read_taxonomy('id = "x"\n# 我的，分类\n[[areas]]\nid = y\n', "own")


CODES = """id = "clarity"
by_itself = true
[[areas]]
id = "clear"
examples = ["6月底前新建妇女之家5所", "全年举办培训班4期"]
[[areas]]
id = "vague"
strong = ["进一步", "不断"]
"""


def test_a_codebook_codes_each_statement_by_its_own_words() -> None:
    """Where a codebook reads each statement by itself, its neighbours and its section say nothing of it."""
    text = (
        "清源县妇联2021年工作计划\n一、下一步计划\n"
        "进一步加强组织建设。9月底前新建妇女之家8所。不断提高服务水平。走访困难家庭。\n"
    )
    report = gr.analyze(gr.from_text(text), taxonomy=read_taxonomy(CODES, "codes"))
    given = {one.text[:4]: one.areas[0].area_id if one.areas else None for one in report.statements}
    assert given == {"进一步加": "vague", "9月底前": "clear", "不断提高": "vague", "走访困难": None}


def test_what_is_told_like_an_example_or_a_scope_is_shown() -> None:
    """An area without cue words tells why as well: the words that it shares with the example or the scope."""
    own = read_taxonomy(CODES + '[[areas]]\nid = "elderly"\nscope = "养老院、老年食堂"\n', "codes")
    text = "一、计划\n9月底前新建妇女之家8所。\n二、老人\n在老年食堂助餐60人。\n"
    report = gr.analyze(gr.from_text(text), taxonomy=own)
    told = [[text[slice(*term)] for term in one.area_terms] for one in report.statements]
    assert [one.areas[0].area_id for one in report.statements] == ["clear", "elderly"]
    assert told == [["月底前新建妇女之家"], ["老年食堂"]]


def test_silence_falls_back_with_no_more_than_the_probability_of_the_section() -> None:
    """A statement in which nothing speaks for any area of the user's is no surer of it than its section."""
    own = read_taxonomy(
        'id = "own"\n[[areas]]\nid = "water"\nstrong = ["河道"]\n'
        '[[areas]]\nid = "school"\nstrong = ["学校"]\n',
        "own",
    )
    text = "一、水利和学校工作\n清理河道3公里。新建学校2所。慰问老党员5名。\n"
    report = gr.analyze(gr.from_text(text), taxonomy=own)
    section = dict(report.sections[0].areas)
    silent = report.statements[2]
    assert not silent.area_terms
    assert all(chance <= section.get(area, 0.0) + 0.001 for area, chance in silent.areas)


def test_areas_are_shown_by_the_names_that_the_user_gave() -> None:
    """Also where a built-in taxonomy calls an area of the same id otherwise."""
    named = 'names = { hans = "体检服务" }\n'
    own = read_taxonomy(f'id = "own"\n[[areas]]\nid = "health"\n{named}strong = ["体检"]\n', "own")
    report = gr.analyze(gr.from_text("一、体检\n为妇女体检300人次。\n"), taxonomy=own)
    assert "体检服务" in report.to_html(lang="zh-Hans")


def test_a_word_that_stands_twice_counts_once() -> None:
    """In both scripts, with blanks, or as a strong and a weak word of one area it is one strong word."""
    source = 'id = "x"\n[[areas]]\nid = "y"\nstrong = ["培訓", "培训", " 培训"]\nweak = ["培训", "课"]\n'
    (area,) = read_taxonomy(source, "x.toml").areas
    assert (area.strong, area.weak) == (("培训",), ("课",))


def test_a_name_that_is_none_is_told_for_what_it_is(tmp_path: Path) -> None:
    """A misspelt id, a file that is not there and a folder have a message each."""
    with pytest.raises(UsageError, match="no taxonomy 'womensfederation': is 'womens_federation' meant"):
        gr.load_taxonomy("womensfederation")
    with pytest.raises(UsageError, match=r"mine\.toml: there is no such file$"):
        gr.load_taxonomy(tmp_path / "mine.toml")
    with pytest.raises(UsageError, match="is a folder; a TOML file was wanted"):
        gr.load_taxonomy(tmp_path)
