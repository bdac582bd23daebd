"""Word files as people make them: what is seen is read, once; what can't be read is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from govreport.read import read
from tests.read.packages import level, numbered, paragraph, run, write_docx

WHITE = '<w:color w:val="FFFFFF"/>'
DRAWING = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing>{}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
).replace("mc:", "")


def lines(path: Path) -> list[str]:
    return read(path).text.splitlines()


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


@pytest.mark.parametrize(
    ("style", "number", "shown"),
    [
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 21, "貳拾壹"),
        ("ideographDigital", 10, "一〇"),
        ("taiwaneseDigital", 12, "一二"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 110, "一一〇"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 11, "十一"),
        ("numberInDash", 3, "- 3 -"),
        ("decimalEnclosedFullstop", 2, "⒉"),
    ],
)
def test_each_style_of_numbers_is_written_as_word_does(
    tmp_path: Path, style: str, number: int, shown: str
) -> None:
    """Counted, digit by digit, and in the characters of contracts."""
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, style, "%1、")}</w:abstractNum>'
    lists += (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{number}"/></w:lvlOverride></w:num>'
    )
    assert lines(write_docx(tmp_path / "a.docx", numbered("学习"), lists)) == [f"{shown}、学习"]


def test_an_empty_paragraph_of_a_list_has_its_number(tmp_path: Path) -> None:
    """Word counts and shows it, so that the next one is the third."""
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = numbered("学习") + numbered("") + numbered("维权")
    assert lines(write_docx(tmp_path / "a.docx", body, lists)) == ["一、学习", "二、", "三、维权"]


def test_levels_restart_as_their_list_says(tmp_path: Path) -> None:
    """A level that never begins anew runs on under the next chapter; isLgl turns 一.1 into 1.1."""
    second = level(1, "decimal", "%1.%2").replace("</w:lvl>", '<w:lvlRestart w:val="0"/><w:isLgl/></w:lvl>')
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}{second}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(numbered("甲", place) for place in (0, 1, 1, 0, 1))
    found = lines(write_docx(tmp_path / "a.docx", body, lists))
    assert found == ["一、甲", "1.1 甲", "1.2 甲", "二、甲", "2.3 甲"]


def test_levels_of_heading_styles_and_of_list_styles(tmp_path: Path) -> None:
    """A heading has the level that names its style; a list may be defined by a style."""
    linked = [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")]
    linked = [one.replace("<w:numFmt", f'<w:pStyle w:val="H{n}"/><w:numFmt') for n, one in enumerate(linked)]
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{"".join(linked)}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'decimal', '第%1条')}</w:lvlOverride></w:num>"
    )
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(f'<w:style w:styleId="{name}">{in_list}</w:style>' for name in ("H0", "H1", "L"))
    body = (
        paragraph("甲", '<w:pStyle w:val="H0"/>')
        + paragraph("乙", '<w:pStyle w:val="H1"/>')
        + numbered("丙", 0, 2)
        + numbered("丁", 0, 3)
    )
    found = lines(write_docx(tmp_path / "a.docx", body, lists, styles=styles))
    assert found == ["一、甲", "（一）乙", "二、丙", "第3条 丁"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    """Deleted rows and cells are gone, and a paragraph whose end was deleted runs on into the next."""
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = (
        f"<w:p>{gone}{run('全年培训')}</w:p><w:p>{run('妇女300人次。')}</w:p>"
        f"<w:p>{gone}<w:del><w:r><w:delText>旧段</w:delText></w:r></w:del></w:p>{paragraph('新段')}"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('旧行')}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cell('新行')}{cell('旧格', '<w:cellDel/>')}</w:tr></w:tbl>"
        f"<w:p>{gone}{run('表前')}</w:p><w:tbl><w:tr>{cell('表')}</w:tr></w:tbl>"
    )
    path = write_docx(tmp_path / "a.docx", body)
    assert lines(path) == ["全年培训妇女300人次。", "新段", "新行", "表前", "表"]
    assert read(path).provenance.warnings == ("tracked-changes",)


def test_white_letters_on_a_ground_are_seen(tmp_path: Path) -> None:
    """In shaded cells, styled tables, paragraphs and shapes; white on the white page is hidden."""
    white = f"<w:p>{run('表头', WHITE)}</w:p>"
    shade = '<w:shd w:val="clear" w:fill="1F4E79"/>'
    styled = f"<w:tblStylePr><w:tcPr>{shade}</w:tcPr></w:tblStylePr>"
    styles = f'<w:style w:type="table" w:styleId="T">{styled}</w:style>'
    shape = f"<wsp><spPr><solidFill/></spPr><w:txbxContent>{white}</w:txbxContent></wsp>"
    plain = f"<wsp><spPr><noFill/></spPr><w:txbxContent>{white}</w:txbxContent></wsp>"
    old = f'<w:r><w:pict><rect fillcolor="red"><w:txbxContent>{white}</w:txbxContent></rect></w:pict></w:r>'
    row = "<w:tbl><w:tblPr>{}</w:tblPr><w:tr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr></w:tbl>".format
    seen = [
        row("", shade, white),
        row('<w:tblStyle w:val="T"/>', "", white),
        white.replace("<w:p>", f"<w:p><w:pPr>{shade}</w:pPr>"),
        f"<w:p>{run('正文')}{DRAWING.format(shape, '')}</w:p>",
        f"<w:p>{run('正文')}{old}</w:p>",
    ]
    for body in seen:
        document = read(write_docx(tmp_path / "a.docx", body, styles=styles))
        assert (document.text.count("表头"), document.provenance.warnings) == (1, ())
    for body in (row("", "", white), f"<w:p>{run('正文')}{DRAWING.format(plain, '')}</w:p>"):
        document = read(write_docx(tmp_path / "a.docx", paragraph("正文") + body, styles=styles))
        assert (document.text.count("表头"), document.provenance.warnings) == (0, ("hidden-text",))


def test_symbols_and_merged_cells_of_old_are_read(tmp_path: Path) -> None:
    """Characters by number, boxes and ticks; a cell that goes on the one before it is read once."""
    signs = "".join(f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>' for code in ("F0FE", "2460"))
    merged = cell("甲", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("乙")
    body = f"<w:p>{signs}{run('已完成')}</w:p><w:tbl><w:tr>{merged}</w:tr></w:tbl>"
    assert lines(write_docx(tmp_path / "a.docx", body)) == ["☑①已完成", "甲\t乙"]


def test_text_of_a_drawing_of_shapes_is_read(tmp_path: Path) -> None:
    """What stands in SmartArt lies in a part of its own."""
    drawing = '<w:r><w:drawing><w:relIds r:dm="r0"/></w:drawing></w:r>'
    points = "<pt><t><p><r><t>宣传</t></r></p></t></pt><pt><t><p><r><t>维权</t></r></p></t></pt>"
    path = write_docx(tmp_path / "a.docx", f"<w:p>{run('职能')}{drawing}</w:p>", diagramData=points)
    assert lines(path) == ["职能", "宣传", "维权"]


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    """Objects of other programs, other files, and pictures as large as a page; a photograph is none."""
    size = '<extent cx="{0}" cy="{0}"/><blip/>'
    page = f"<w:r><w:drawing>{size.format(7_000_000)}</w:drawing></w:r>"
    photograph = page.replace("7000000", "3000000")
    objects = "<w:r><w:object><OLEObject/></w:object></w:r>"
    for body, told in (
        (f"<w:p>{run('正文')}{page}</w:p>", ("pages-without-text",)),
        (f"<w:p>{run('正文')}{photograph}</w:p>", ()),
        (f"<w:p>{run('正文')}{objects}</w:p>", ("embedded",)),
        (paragraph("正文") + "<w:subDoc/>", ("embedded",)),
    ):
        assert read(write_docx(tmp_path / "a.docx", body)).provenance.warnings == told
    path = write_docx(tmp_path / "b.docx", paragraph("正文"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/embeddings/sheet.xlsx", b"")
    assert read(path).provenance.warnings == ("embedded",)
