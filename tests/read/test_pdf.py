"""PDF files: text in the order in which it is read, joined to paragraphs; what is not seen is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.errors import InputError
from govreport.read import read
from tests.read.printed import column, show, write_pdf

FULL = (
    "镇妇联认真贯彻上级部署组织妇女骨干走村入户开展调查研究摸清底数共走访"  # 34 characters: 408 of 475 points
)
WORDS = {"white": "1 1 1 rg", "no ink": "3 Tr"}


def lines_of(path: Path) -> list[str]:
    return read(path).text.splitlines()


def test_lines_are_joined_to_paragraphs_over_pages(tmp_path: Path) -> None:
    """A line that is full goes on in the next, overleaf too; a short one and a set-in one end a paragraph."""
    first = column(["一、组织建设", "　　" + FULL[2:], FULL, FULL], 60, 780)
    second = column(["二十户。", "二、维护权益"], 60, 780)
    document = read(write_pdf(tmp_path / "a.pdf", [first, second]))
    assert document.text == f"一、组织建设\n{FULL[2:]}{FULL}{FULL}二十户。\n二、维护权益\n"
    assert [page.of(document.text)[-4:] for page in document.pages] == [FULL[-4:], "护权益\n"]


def test_text_is_read_by_its_place_and_not_by_its_order(tmp_path: Path) -> None:
    """Quotation marks of another font that are drawn last stand where they are seen."""
    drawing = show("增强", 60, 700) + show("四个意识", 96, 700) + show("“", 84, 700) + show("”", 144, 700)
    assert lines_of(write_pdf(tmp_path / "a.pdf", [drawing])) == ["增强“四个意识”"]


def test_text_that_the_font_at_hand_does_not_have_is_read(tmp_path: Path) -> None:
    """Numbers and marks of a font that is not in the file stay, whatever font takes its place here."""
    pieces = ("全年培训", "2021", "人次，", "“", "四个意识", "”", "A")
    places = [60 + 12 * sum(len(piece) for piece in pieces[:number]) for number in range(len(pieces))]
    drawing = "".join(show(piece, place, 700) for piece, place in zip(pieces, places, strict=True))
    document = read(write_pdf(tmp_path / "a.pdf", [drawing]))
    assert document.text == "全年培训2021人次，“四个意识”A\n"
    assert not document.provenance.warnings


def test_columns_are_read_one_after_the_other_and_tables_across(tmp_path: Path) -> None:
    """Columns that are filled are read down; cells that are short are read as rows, apart by tabs."""
    left = ["左边第一栏文字写满整行一直到边"] * 9
    right = ["右边第二栏文字写满整行一直到边"] * 9
    drawing = show("两栏上面的标题", 250, 800) + column(left, 60, 760) + column(right, 320, 760)
    text = read(write_pdf(tmp_path / "a.pdf", [drawing])).text
    assert text.replace("\n", "") == "两栏上面的标题" + "".join(left) + "".join(right)
    cells = column(["培训", "调解", "走访"] * 4, 60, 760) + column(["12期", "30件", "95户"] * 4, 320, 760)
    rows = lines_of(write_pdf(tmp_path / "b.pdf", [cells]))
    assert rows[:3] == ["培训\t12期", "调解\t30件", "走访\t95户"]


def test_hyphens_at_line_ends_go_with_the_line_end(tmp_path: Path) -> None:
    """A word that was parted is whole again; two words keep a blank."""
    long = "The federation of women in this county reports on its work and develop-"
    drawing = show(long, 20, 780, 8) + show(
        "ment of rural families in the whole district of the eastern", 20, 765, 8
    )
    drawing += show("part.", 20, 750, 8)
    text = read(write_pdf(tmp_path / "a.pdf", [drawing])).text
    assert "and development of rural" in text


def test_heads_feet_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    """They stand on each page; on a single page a lone line in the margin is known by its place and size."""
    bodies = [[FULL[n + m :] + FULL[: n + m] for m in range(6)] for n in (0, 7, 14)]
    pages = [
        show("某县妇联工作材料", 250, 815, 9) + column(body, 60, 760) + show(f"— {n} —", 280, 20, 9)
        for n, body in enumerate(bodies, 1)
    ]
    for number in (1, 2, 3):
        text = read(write_pdf(tmp_path / "a.pdf", pages[:number])).text
        assert text.strip() == "".join("".join(body) for body in bodies[:number])


@pytest.mark.parametrize("before", WORDS.values(), ids=WORDS.keys())
def test_text_without_ink_is_left_out_and_flagged(tmp_path: Path, before: str) -> None:
    """White letters on the paper and letters that are not drawn are not read."""
    drawing = show("一、组织建设", 60, 780) + show("看不见的文字", 60, 700, before=before)
    document = read(write_pdf(tmp_path / "a.pdf", [drawing]))
    assert document.text == "一、组织建设\n"
    assert document.provenance.warnings == ("hidden-text",)


def test_text_outside_the_page_is_left_out_and_flagged(tmp_path: Path) -> None:
    """What begins beyond the page's edge is hidden; a long line that runs off it is not."""
    drawing = show("一、组织建设" * 20, 60, 780) + show("页面之外", 60, 2000)
    document = read(write_pdf(tmp_path / "a.pdf", [drawing]))
    assert document.text == "一、组织建设" * 20 + "\n"
    assert document.provenance.warnings == ("hidden-text",)


def test_white_letters_on_a_dark_ground_are_seen(tmp_path: Path) -> None:
    """The head of a table is often so; a frame without a filling is no ground."""
    letters = show("序号与名称", 60, 700, before="1 1 1 rg")
    dark = write_pdf(tmp_path / "a.pdf", ["0 0 0.5 rg 50 690 200 30 re f\n" + letters])
    assert read(dark).text == "序号与名称\n"
    frame = write_pdf(tmp_path / "b.pdf", ["50 690 200 30 re S\n" + letters + show("正文", 60, 600)])
    assert read(frame).text == "正文\n"


def test_text_under_the_picture_of_a_page_is_a_recognized_scan(tmp_path: Path) -> None:
    """Its unseen text is read, and told to be recognized: it is not complete."""
    drawing = "q 595 0 0 842 0 0 cm /P Do Q\n" + show("一、组织建设", 60, 780, before="3 Tr")
    document = read(write_pdf(tmp_path / "a.pdf", [drawing]))
    assert document.text == "一、组织建设\n"
    assert document.provenance.warnings == ("recognized",)


@pytest.mark.parametrize("turned", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_turned_pages_are_read_as_they_are_held(tmp_path: Path, turned: str) -> None:
    """A page that was printed sideways or upside down gives its lines in order."""
    places = {"0 1 -1 0": [(200, 100), (220, 100)], "-1 0 0 -1": [(500, 300), (500, 320)]}
    (x, y), (u, v) = places.get(turned, [(220, 700), (200, 700)])
    if turned == "-1 0 0 -1":
        (x, y), (u, v) = (u, v), (x, y)
        y, v = 300, 320
    drawing = show("第一行文字", x, y, turned=turned) + show("第二行", u, v, turned=turned)
    assert lines_of(write_pdf(tmp_path / "a.pdf", [drawing])) == ["第一行文字", "第二行"]


def test_stamps_across_pages_are_no_text(tmp_path: Path) -> None:
    """What stands aslant on several pages is a stamp; on one page it is read last."""
    aslant = show("内部资料", 200, 300, 40, turned="0.7 0.7 -0.7 0.7")
    pages = [column([FULL, FULL[:9]], 60, 760) + aslant for _ in range(2)]
    assert "内部资料" not in read(write_pdf(tmp_path / "two.pdf", pages)).text
    assert lines_of(write_pdf(tmp_path / "one.pdf", pages[:1]))[-1] == "内部资料"


def test_scripts_and_attachments_are_told(tmp_path: Path) -> None:
    """They are not run and not opened; the report is read."""
    action = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    document = read(write_pdf(tmp_path / "a.pdf", [show("一、组织建设", 60, 780)], action))
    assert document.text == "一、组织建设\n"
    assert document.provenance.warnings == ("active-content",)


def test_pages_without_text_are_refused_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be recognized a file of pictures is refused and names the extra; a page is told."""
    from govreport.read import ocr

    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    picture = "q 595 0 0 842 0 0 cm /P Do Q\n"
    with pytest.raises(InputError, match=r"govreport\[ocr\]") as caught:
        read(write_pdf(tmp_path / "a.pdf", [picture]))
    assert caught.value.code == "no-text"
    mixed = read(write_pdf(tmp_path / "b.pdf", [show("一、组织建设", 60, 780), picture]))
    assert mixed.provenance.warnings == ("pages-without-text",)
    assert len(mixed.pages) == 2


def test_pages_that_were_looked_at_in_vain_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is there the message asks for another file, and not for what is installed."""
    from govreport.read import ocr

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognize_pdf", lambda *_: {})
    with pytest.raises(InputError, match=r"a\.pdf: .*none is seen on its pages; scan it anew") as caught:
        read(write_pdf(tmp_path / "a.pdf", ["q 595 0 0 842 0 0 cm /P Do Q\n"]))
    assert caught.value.code == "no-text"
    assert "[ocr]" not in str(caught.value)


def test_hanging_marks_and_words_that_stay_whole_end_no_paragraph(tmp_path: Path) -> None:
    """A line is full where the next begins with what can't be parted, though others reach further."""
    size = 34
    rows = [
        "一、全年" + "工" * (size - 4) + "，",
        *["作" * size + "，"] * 3,
        *["干" * size] * 3,
        "部" * (size - 3),
        "妈”12名" + "总" * (size - 4),
        "结。",
    ]
    document = read(write_pdf(tmp_path / "a.pdf", [column(rows, 60, 780)]))
    assert document.text == "".join(rows) + "\n"


def test_places_where_a_line_may_break_are_no_lines(tmp_path: Path) -> None:
    """A character without a form that stands beside its line does not part it."""
    rows = column([FULL, "二十户。"], 60, 780)
    document = read(write_pdf(tmp_path / "a.pdf", [rows + show("\u200b", 60, 771)]))
    assert document.text == f"{FULL}二十户。\n"


def test_pages_that_are_written_downwards_are_read_so(tmp_path: Path) -> None:
    """Lines from right to left, each from top to bottom; a table with a narrow column is none of them."""
    rows = ["石桥镇妇联工作总结", "一、抓学习", "全年举办培训班三期，培训妇女二百人次。"]
    drawing = "".join(
        show(character, 500 - 24 * line, 780 - 13 * place)
        for line, row in enumerate(rows)
        for place, character in enumerate(row)
    )
    assert lines_of(write_pdf(tmp_path / "a.pdf", [drawing])) == rows


def test_a_title_over_two_columns_stands_alone(tmp_path: Path) -> None:
    """It crosses the gutter, ends before the right edge, and does not run on into the first column."""
    left, right = ["左栏文字写满整行一直到边缘为止"] * 10, ["右栏文字写满整行一直到边缘为止"] * 10
    page = show("石桥镇妇联工作总结", 220, 800) + column(left, 50, 760) + column(right, 310, 760)
    assert lines_of(write_pdf(tmp_path / "a.pdf", [page])) == [
        "石桥镇妇联工作总结",
        "".join(left) + "".join(right),
    ]


def test_what_was_typed_onto_a_page_is_read(tmp_path: Path) -> None:
    """The fields of a form and text that was laid over the page; notes and hidden ones are left out."""
    kinds = {
        "/FreeText /Contents": "批注内容",
        "/Widget /FT /Tx /V": "填写内容",
        "/Text /Contents": "便笺",
        "/FreeText /F 2 /Contents": "藏起的",
    }
    written = " ".join(
        f"<< /Type /Annot /Rect [60 60 90 90] /Subtype {kind} <FEFF{text.encode('utf-16-be').hex()}> >>"
        for kind, text in kinds.items()
    )
    path = write_pdf(tmp_path / "a.pdf", [show("一、组织建设", 60, 780)])
    box = b"/MediaBox [0 0 595 842]"
    path.write_bytes(path.read_bytes().replace(box, box + b" /Annots [" + written.encode() + b"]"))
    assert lines_of(path) == ["一、组织建设", "批注内容", "填写内容"]
