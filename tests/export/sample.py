"""A small report made by hand, with findings of every type: what the export tests show and measure."""

from govreport.model import (
    AreaScore,
    Checkable,
    CitedLaw,
    DateValue,
    Diagnostic,
    DuplicateBlock,
    Evidence,
    Findings,
    Flag,
    LeadIn,
    NormalizedText,
    Outline,
    Part,
    Quantity,
    Section,
    Slot,
    Span,
    Statement,
    TextMap,
)
from govreport.model.outline import Alternative
from govreport.model.reuse import Run
from govreport.normalize import normalize
from govreport.read import from_text

BLOCK = "鎮婦聯組織網格員走訪困難家庭126戶，為留守兒童送去圖書和文具。各村設立<愛心角>，安排專人值守。"
TEXT = (
    "青禾鎮婦聯2022年工作總結及2023年工作計劃\r\n"
    "一年來，鎮婦聯圍繞中心、服務大局，現將工作情況匯報如下：\r\n"
    f"一、關愛婦女兒童，辦好民生實事{BLOCK}\r\n"
    "（一）開展健康講座。全年舉辦健康講座12場，受益婦女超過800人次，兩癌篩查率達到91.5%。\r\n"
    f"二、關愛婦女兒童，辦好民生實事{BLOCK}\r\n"
    "存在的不足：個別村婦女之家設施陳舊，活動偏少。\r\n"
    "今年主要抓好以下工作：\r\n"
    "一、夯實陣地，配強隊伍2023年6月底前，鎮婦聯聯合文化站新建婦女之家3個，培訓執委60人。\r\n"
    "三、普法進村，依法維權進一步加大《婦女權益保障法》宣傳力度，適時開展法律援助。婦女參選率不低於30%。\r\n"
)


def at(quote: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of a quote."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    return Span(start, start + len(quote))


def line(begin: str, nth: int = 0) -> Span:
    """The span from a quote to the end of its line."""
    start = at(begin, nth).start
    return Span(start, TEXT.index("\r\n", start))


def _section(id: int, marker: str, heading: str, span: Span, **fields: object) -> Section:
    marker_span = Span(span.start, span.start + len(marker))
    heading_span = Span(span.start, marker_span.end + len(heading))
    fields = {"level": 1, "part": "retrospective", "path": (id + 1,), "number": id + 1, **fields}
    body = Span(heading_span.end, span.end)
    return Section.cut(
        TEXT, marker_span=marker_span, heading_span=heading_span, id=id, span=span, body_span=body, **fields
    )


def _sections() -> tuple[Section, ...]:
    care, positions, law = "關愛婦女兒童，辦好民生實事", "夯實陣地，配強隊伍", "普法進村，依法維權"
    first = Span(at("一、關愛").start, line("（一）開展").end)
    children = (AreaScore("children-care", 0.81), AreaScore("health-welfare", 0.13))
    health, ground = (AreaScore("health-welfare", 0.93),), (AreaScore("grassroots-organization", 0.88),)
    rights = (AreaScore("rights-protection", 0.9),)
    doubt = {
        "heading_probability": 0.58,
        "alternatives": (Alternative(at("2023年6月底前").end, 0.31),),
    }
    return (
        _section(0, "一、", care, first, children=(1,), areas=children, heading_probability=0.97),
        _section(1, "（一）", "開展健康講座", line("（一）"), level=2, parent=0, areas=health),
        _section(2, "二、", care, line("二、關愛"), number=2, duplicate_of=0, areas=children),
        _section(3, "一、", positions, line("一、夯實"), number=1, part="plan", areas=ground, **doubt),
        _section(4, "三、", law, line("三、普法"), number=3, part="plan", areas=rights),
    )


def _outline() -> Outline:
    plan = at("今年主要抓好").start
    lack = at("存在的不足").start
    return Outline(
        sections=_sections(),
        parts=(
            Part("opening", line("一年來"), None),
            Part("retrospective", Span(at("一、關愛").start, lack - 2), 2022),
            Part("problems", line("存在的不足"), 2022),
            Part("plan", Span(plan, len(TEXT) - 2), 2023),
        ),
        lead_ins=(LeadIn(line("今年主要"), "plan"),),
        title=line("青禾鎮").of(TEXT),
        title_span=line("青禾鎮"),
        unit="青禾鎮婦聯",
        year=2022,
        plan_year=2023,
        script="Hant",
        diagnostics=(Diagnostic("numbering-gap", at("三、"), {"expected": 2, "found": 3}),),
    )


def _slot(
    quote: str, value: Quantity | DateValue | CitedLaw | str | None = None, nth: int = 0
) -> tuple[Slot, ...]:
    return (Slot.cut(TEXT, at(quote, nth), value),)


def _statements() -> tuple[Statement, ...]:
    walk = "鎮婦聯組織網格員走訪困難家庭126戶"
    made = (
        (
            "measure",
            "done",
            at(walk),
            0,
            "retrospective",
            {"quantity": _slot("126戶", Quantity(126, 126, "户", False))},
        ),
        ("measure", "done", at("全年舉辦健康講座12場"), 1, "retrospective", {}),
        ("achievement", "done", at("兩癌篩查率達到91.5%"), 1, "retrospective", {}),
        ("measure", "done", at(walk, 1), 2, "retrospective", {}),
        ("problem", "ongoing", at("個別村婦女之家設施陳舊，活動偏少"), None, "problems", {}),
        ("commitment", "planned", at("2023年6月底前，鎮婦聯聯合文化站新建婦女之家3個"), 3, "plan", _built()),
        ("commitment", "planned", at("培訓執委60人"), 3, "plan", _trained()),
        ("commitment", "planned", at("進一步加大《婦女權益保障法》宣傳力度"), 4, "plan", _law()),
        ("target", "required", at("婦女參選率不低於30%"), 4, "plan", {}),
    )
    return tuple(_statement(id, *one) for id, one in enumerate(made))


def _built() -> dict[str, tuple[Slot, ...]]:
    until = DateValue("2023-06-30", "2023-06-30")
    return {
        "actor": _slot("鎮婦聯", nth=4),
        "action": _slot("新建"),
        "object": _slot("婦女之家", nth=1),
        "quantity": _slot("3個", Quantity(3, 3, "个", False)),
        "deadline": _slot("2023年6月底前", until),
        "partner": _slot("文化站"),
    }


def _trained() -> dict[str, tuple[Slot, ...]]:
    return {
        "actor": (Slot(None, "鎮婦聯"),),
        "action": _slot("培訓"),
        "object": _slot("執委"),
        "quantity": _slot("60人", Quantity(60, 60, "人", False)),
    }


def _law() -> dict[str, tuple[Slot, ...]]:
    return {
        "action": _slot("加大"),
        "object": _slot("宣傳力度"),
        "legal_reference": _slot("《婦女權益保障法》", CitedLaw("妇女权益保障法", True)),
        "hedge": _slot("進一步"),
    }


def _statement(
    id: int,
    kind: str,
    status: str,
    span: Span,
    section: int | None,
    part: str,
    slots: dict[str, tuple[Slot, ...]],
) -> Statement:
    missing = tuple(name for name in ("actor", "quantity", "deadline") if name not in slots)
    areas = (AreaScore("grassroots-organization", 0.77),) if section == 3 else ()
    return Statement.cut(
        TEXT,
        span=span,
        id=id,
        kind=kind,
        status=status,
        section=section,
        part=part,
        slots=slots,
        areas=areas,
        checkable=Checkable(1 - len(missing) / 3, missing),
        confidence=0.9,
        duplicate_of=0 if id == 3 else None,
    )


def _block() -> DuplicateBlock:
    quote = "關愛婦女兒童，辦好民生實事" + BLOCK
    spans = (at(quote), at(quote, 1))
    return DuplicateBlock(spans, len(quote), "exact", 1.0, ((Run(*spans),),))


def _flags() -> tuple[Flag, ...]:
    gap = at("三、")
    block = _block()
    return (
        Flag(
            "f1",
            "numbering-gap",
            "info",
            "「一、」之後是「三、」，缺「二、」。",
            (Evidence("sample.txt", gap),),
        ),
        Flag(
            "f2",
            "duplicated-block",
            "serious",
            f"同一段文字（{block.length} 字）出現兩次。",
            tuple(Evidence("sample.txt", span) for span in block.spans),
        ),
        Flag(
            "f3",
            "copied-passage",
            "warning",
            "與較早的文件一致。",
            (
                Evidence("sample.txt", at("各村設立<愛心角>，安排專人值守")),
                Evidence("other & old.txt", Span(40, 55)),
            ),
        ),
    )


def sample() -> Findings:
    """The findings of the sample report."""
    text = normalize(from_text(TEXT, id="sample.txt"))
    return Findings(text.document, text, _outline(), (_block(),), _statements(), _flags())


def bare(text: str) -> Findings:
    """Findings of a text in which nothing was found."""
    document = from_text(text, id="bare.txt")
    same = TextMap.of_ranges(((i, i + 1) for i in range(len(document.text))), len(document.text))
    view = NormalizedText(document, document.text, same, None)
    return Findings(view.document, view, Outline(()), (), (), ())
