"""One report in the terminal: title, outline, repeated text, flags and commitments, in 80 columns or more.

In go findings, out comes a string (with colours if asked for); East Asian width is reckoned with.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any

from govreport.export.displayed import displayable, seen
from govreport.export.figures import kind_counts, repeated_share
from govreport.export.flag_messages import message_in
from govreport.export.labels import label, language
from govreport.export.openings import opening
from govreport.export.untold import untold_lines
from govreport.model import SEVERITIES, UNTOLD, Findings, Flag, Section, Span, Statement
from govreport.text.area_names import area_name

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

_NARROWEST = 40
_QUOTE = 60
# Below this the end of a heading that runs into its body is worth a second look.
DOUBTFUL = 0.8
_STYLES = {"serious": "bold red", "warning": "yellow", "info": "blue"}
_MARKS = {"serious": "■", "warning": "▲", "info": "●"}


def render_terminal(
    findings: Findings,
    *,
    lang: str | None = None,
    width: int | None = None,
    color: bool = False,
    area_names: Mapping[str, str] | None = None,
) -> str:
    """Return what ``govreport show`` prints."""
    from rich.console import Console

    columns = max(_NARROWEST, width or shutil.get_terminal_size((80, 24)).columns)
    out = StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=color,
        no_color=not color,
        color_system="256" if color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    page = _Page(findings, language(lang, findings.outline.script or findings.text.script), area_names)
    for piece in page.pieces():
        console.print(piece)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


class _Page:
    """The pieces of the page, in the order in which they are printed."""

    def __init__(self, findings: Findings, lang: str, area_names: Mapping[str, str] | None) -> None:
        self.findings, self.lang, self.area_names = findings, lang, area_names

    def pieces(self) -> list[Any]:
        blocks = [self._title(), self._outline(), self._duplicates(), self._flags(), self._statements()]
        return [piece for block in blocks if block for piece in (*block, "")]

    def word(self, key: str) -> str:
        return label("word", key, self.lang)

    def quote(self, span: Span) -> str:
        return shortened(span.of(self.findings.document.text), _QUOTE)

    def _title(self) -> list[Any]:
        from rich.text import Text

        outline = self.findings.outline
        script = outline.script or self.findings.text.script
        size = f"{len(self.findings.document.text)} {self.word('characters')}"
        known = [outline.unit, str(outline.year or ""), script and label("script", script, self.lang), size]
        title = shortened(outline.title or self.word("untitled"), 200)
        facts = " · ".join(displayable(fact) for fact in [*known, self.findings.document.id] if fact)
        return [Text(title, style="bold"), Text(facts, style="dim")]

    def _head(self, key: str, note: str = "") -> Text:
        from rich.text import Text

        return Text.assemble((self.word(key), "bold"), (f"  {note}" if note else "", "dim"))

    def _outline(self) -> list[Any]:
        sections = self.findings.outline.sections
        if not sections:
            return [self._head("outline"), self.word("no_sections")]
        return [self._head("outline"), *self._trees(sections)]

    def _trees(self, sections: tuple[Section, ...]) -> list[Tree]:
        """One tree for each stretch of outermost sections that stand in the same part."""
        from rich.text import Text
        from rich.tree import Tree

        trees: list[Tree] = []
        nodes: dict[int, Tree] = {}
        part = None
        for section in sections:
            above = nodes.get(section.parent) if section.parent is not None else None
            if above is None and (not trees or section.part != part):
                part = section.part
                trees.append(Tree(Text(label("part", part, self.lang), style="cyan"), guide_style="dim"))
            nodes[section.id] = (above or trees[-1]).add(self._section(section))
        return trees

    def _section(self, section: Section) -> Text:
        from rich.text import Text

        line = Text(overflow="fold")
        copied = section.duplicate_of is not None
        line.append(shortened(section.marker + section.heading, _QUOTE), style="dim" if copied else "")
        line.append(opening(section, self.findings.document.text), style="dim")
        if section.areas:
            name = area_name(
                section.areas[0].area_id, self.lang, self.area_names, self.findings.outline.area_names
            )
            line.append(f"  {displayable(name)}", style="green")
        if copied:
            line.append(f"  [{self.word('copy')}]", style="red")
        probability = section.heading_probability
        if probability is not None and probability < DOUBTFUL:
            doubt = self.word("heading_doubt" if section.heading else "no_heading_doubt")
            line.append(f"  {doubt} {probability:.0%}", style="yellow")
        return line

    def _duplicates(self) -> list[Any]:
        blocks = self.findings.duplicates
        if not blocks:
            return []
        note = f"{repeated_share(self.findings):.1%} {self.word('repeated_share')}"
        lines: list[Any] = [self._head("duplicates", note)]
        for number, block in enumerate(blocks, 1):
            places = " = ".join(f"[{start}, {end})" for start, end in block.spans)
            size = f"{block.length} {self.word('characters')}"
            share = f"{repeated_share(self.findings, block):.1%}"
            lines.append(
                f"{number}. {label('duplicate', block.kind, self.lang)} · {size} · {share} · {places}"
            )
            lines.append(self._quoted(self.quote(block.spans[0])))
        return lines

    def _quoted(self, text: str, page: int | None = None) -> Any:
        from rich.text import Text

        where = f" ({label('audit', 'page', self.lang)} {page})" if page else ""
        return _indented(Text(f"「{text}」{where}", style="dim italic", overflow="fold"))

    def _places(self, spans: list[Span]) -> dict[str, int | None]:
        """Return the quotes, each with the page where it stands first."""
        places: dict[str, int | None] = {}
        for span in spans:
            places.setdefault(self.quote(span), self.findings.document.page_at(span.start))
        return places

    def _flags(self) -> list[Any]:
        from rich.text import Text

        if not self.findings.flags:
            lines: list[Any] = [self._head("flags"), self.word("no_flags")]
        else:
            lines = [self._head("flags", str(len(self.findings.flags)))]
        for flag in by_severity(self.findings.flags):
            lines += self._flag(flag)
        return lines + [Text(line, style="dim") for line in untold_lines(UNTOLD, self.lang)]

    def _flag(self, flag: Flag) -> list[Any]:
        from rich.text import Text

        style = _STYLES.get(flag.severity, "")
        head = f"{_MARKS.get(flag.severity, '·')} {label('severity', flag.severity, self.lang)}"
        name = label("code", flag.code, self.lang)
        lines: list[Any] = [
            Text.assemble((head, style), "  ", (name, "bold")),
            _indented(Text(displayable(message_in(flag, self.lang)), overflow="fold")),
        ]
        own = [span for document_id, span in flag.evidence if document_id == self.findings.document.id]
        # A block that stands twice is quoted once.
        lines += [self._quoted(quote, page) for quote, page in self._places(own).items()]
        for document_id, span in flag.evidence:
            if document_id != self.findings.document.id:
                lines.append(
                    f"   {self.word('in_document')} {displayable(document_id)} [{span.start}, {span.end})"
                )
        return lines

    def _statements(self) -> list[Any]:
        if not self.findings.statements:
            return []
        counts = kind_counts(self.findings)
        note = " · ".join(
            f"{label('kinds', kind, self.lang)} {count}" for kind, count in counts.items() if count
        )
        return [self._head("statements", note), *self._commitments()]

    def _commitments(self) -> list[Any]:
        from rich import box
        from rich.table import Table

        commitments = [
            s for s in self.findings.statements if s.kind == "commitment" and s.duplicate_of is None
        ]
        if not commitments:
            return []
        table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, header_style="bold", show_edge=False)
        for name, ratio in (("object", 6), ("actor", 2), ("quantity", 2), ("deadline", 3)):
            table.add_column(label("slot", name, self.lang), ratio=ratio, overflow="fold")
        for statement in commitments:
            what = shortened(statement.text, _QUOTE)
            table.add_row(what, *(slot_text(statement, name) for name in ("actor", "quantity", "deadline")))
        return ["", table]


def _indented(text: Text) -> Any:
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, 3))


def by_severity(flags: tuple[Flag, ...]) -> list[Flag]:
    """Return flags with the gravest first, otherwise in their order."""
    order = {severity: -rank for rank, severity in enumerate(SEVERITIES)}
    return sorted(flags, key=lambda flag: order.get(flag.severity, 1))


def slot_text(statement: Statement, name: str) -> str:
    """Return the words of a slot; those taken over from the context stand in brackets."""
    slots = statement.slots.get(name, ())
    return (
        "、".join(f"（{displayable(s.text)}）" if s.inherited else displayable(s.text) for s in slots) or "—"
    )


def shortened(text: str, length: int) -> str:
    """Return the text on one line, cut in the middle where it is too long.

    >>> shortened("一二三四五六七八", 5)
    '一二…七八'
    """
    line = " ".join(displayable(seen(text)).split())
    half = (length - 1) // 2
    return line if len(line) <= length else f"{line[:half]}…{line[-half:]}"
