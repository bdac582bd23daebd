"""What one clause does: does it tell an act, a result, a lack, or only lead up to one.

>>> texts = ("利用“三八”节", "镇妇联召集女干部开展座谈会", "提高了认识", "家喻户晓")
>>> [read_clause(text, "retrospective").role for text in texts]
['frame', 'act', 'effect', 'tail']
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from govreport.extract.cues import cue, leading, words_of
from govreport.text.dates import date_at
from govreport.text.kept import kept
from govreport.text.quantities import quantities
from govreport.text.words import verbs

_BARE = 5
_SHORTEST = 6
_LONGEST_DATE = 14
_QUOTED = {"“": "”", "《": "》", "(": ")", "‘": "’"}


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """``role`` is frame, purpose, act, effect, lack, remedy, tail or empty; offsets are within the clause.

    ``begin`` leaves out the connectives; ``subject`` and ``verb`` are ranges; ``sure`` where a cue decided.
    What was read once is kept and is the same object: to compare and hash it takes no look at the fields.
    """

    text: str
    role: str
    begin: int
    subject: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    sure: bool = True

    @property
    def is_bare(self) -> bool:
        """Whether it is a verb with a bare object (整合资源), subject and connectives not counted."""
        return len(self.text) - (self.subject[1] if self.subject else self.begin) <= _BARE


@kept
def read_clause(text: str, part: str) -> Clause:
    """Return what a clause of the normalized view does in its part of the report."""
    begin = _after(leading("connectives"), text, 0)
    rest = text[begin:]
    if not rest or cue("boilerplate").search(rest) or cue("opens_only").fullmatch(text):
        return Clause(text, "empty", begin)
    lack = _lack(rest, part)
    if lack:
        return Clause(text, lack, begin, subject=_subject(text, begin), verb=None)
    if cue("praise").search(rest):
        return Clause(text, "tail", begin)
    if _is_purpose(rest):
        return Clause(text, "purpose", begin)
    return _predicate(text, begin)


def _lack(rest: str, part: str) -> str | None:
    """In the part on problems every clause that is no remedy and leads up to none tells a lack."""
    if part in ("problems", "causes") and cue("deficiency", "remedy").search(rest):
        return "remedy"
    if part == "problems" and (cue("deficiency", "weak").search(rest) or _tells_by_itself(rest)):
        return "lack"
    failed = part not in ("plan", "requirements") and cue("deficiency", "failed").search(rest)
    return "lack" if failed or cue("deficiency", "said").search(rest) else None


def _tells_by_itself(rest: str) -> bool:
    leads = cue("frame_start").search(rest) or cue("frame_end").search(rest) or _is_purpose(rest)
    return len(rest) >= _SHORTEST and not leads


def _is_purpose(rest: str) -> bool:
    if _for_whom(rest) is not None or cue("for_people").match(rest):
        return False
    if rest.startswith("为") and _ends_in_figure(rest):
        return False
    return cue("purpose").search(rest) is not None or (
        cue("purpose_end").search(rest) is not None and rest.startswith(("以", "为", "达到"))
    )


def _for_whom(rest: str) -> int | None:
    """Return where the verb of 为 somebody or something … stands; None where 为 leads up to a purpose.

    A purpose begins with what is to be done (为提高…, 为更好地服务…), a beneficiary with a noun.
    """
    if not rest.startswith("为") or cue("purpose_end").search(rest):
        return None
    told = cue("beneficiary_frame").match(rest)
    if told:
        return told.start("verb")
    if cue("purpose_head").match(rest) or _verb_at(rest, 1)[0]:
        return None
    found = verbs(rest, 1)
    if found and found[0][0] == 1:
        return None
    listed = _verb_after(rest, 0)
    spans = [*(span for span in found if _has_object(rest, span)), *([listed[0]] if listed else [])]
    return min((start for start, _ in spans), default=None)


def _ends_in_figure(rest: str) -> bool:
    """办实事12件: so many of something are told, whatever the verb is."""
    return any(found.end == len(rest) for found in quantities(rest))


def _has_object(text: str, verb: tuple[int, int]) -> bool:
    return verb[1] < len(text) and _opens_object(text, verb[1])


def _predicate(text: str, begin: int) -> Clause:
    subject = _subject(text, begin)
    here = subject[1] if subject else begin
    rest = text[here:]
    if cue("frame_whole").search(rest) or (cue("frame_end").search(rest) and cue("frame_start").search(rest)):
        return Clause(text, "frame", begin, subject)
    if cue("value").search(rest):
        return Clause(text, "effect", begin, subject)
    here, subject = _head(text, here, subject)
    verb, role = _verb_at(text, here)
    framed = cue("frame_start").search(text[here:]) is not None
    if verb and not (framed and verb[0] == here and _only_frame(text[here:])):
        return Clause(text, role, begin, subject, verb)
    inner = None if not framed else _verb_after(text, here)
    if inner:
        return Clause(text, inner[1], begin, subject, inner[0])
    if framed:
        may_tell = cue("frame_act").search(text[here:]) is not None
        return Clause(text, "frame", begin, subject, sure=not may_tell)
    return _without_cue(text, begin, here, subject)


def _head(text: str, here: int, subject: tuple[int, int] | None) -> tuple[int, tuple[int, int] | None]:
    """Skip adverbs, complements, dates and a subject that stands behind them."""
    for _ in range(4):
        before = here
        here = _after_adverbs(text, here)
        match = cue("complement").match(text[here:])
        end = match.end() if match else _for_whom(text[here:]) or 0
        if end < len(text) - here:
            here += end
        if subject is None:
            subject = _subject(text, here)
            here = subject[1] if subject else here
        if here == before:
            break
    return here, subject


def _after_adverbs(text: str, here: int) -> int:
    """Skip adverbs and dates; 要 in 要求 is none: the longer verb counts."""
    while here < len(text):
        adverb = words_of("adverbs").match(text, here)
        if adverb and adverb.end() >= (_verb_at(text, here)[0] or (0, 0))[1]:
            end = adverb.end()
        else:
            end = date_at(text, here, here + _LONGEST_DATE) or here
        if not here < end < len(text):
            break
        here = end
    return here


@kept
def _subject(text: str, begin: int) -> tuple[int, int] | None:
    match = cue("slot", "actor").match(text, begin)
    if match is None or match.end() == len(text):
        return None
    # 妇联组织建设 and 村干部中的女性 are no subjects: what follows must be able to open a predicate.
    follows = text[match.end() :]
    opens = words_of("acts").match(follows) or words_of("effects").match(follows)
    opens = opens or words_of("adverbs").match(follows) or cue("frame_start").match(follows)
    nested = words_of("acts").match(match.group()) and not match.group().startswith("各")
    return match.span() if opens and not nested else None


def _verb_at(text: str, here: int) -> tuple[tuple[int, int] | None, str]:
    """Return the verb that stands right here; where two lists fit, the longer word counts."""
    act, effect = words_of("acts").match(text, here), words_of("effects").match(text, here)
    if effect and (act is None or effect.end() >= act.end()):
        return effect.span(), "effect"
    return (act.span(), "act") if act else (None, "tail")


def _only_frame(rest: str) -> bool:
    """发挥…优势, 坚持…原则: a verb that only leads up to another."""
    return rest.startswith(("充分发挥", "发挥", "坚持以", "围绕", "结合"))


def _verb_after(text: str, here: int) -> tuple[tuple[int, int], str] | None:
    """Return the first verb behind a frame's first words, quotations left out."""
    inside = _quoted(text)
    position = here + 3
    while position < len(text) - 1:
        if position not in inside:
            verb, role = _verb_at(text, position)
            if verb and verb[1] < len(text) and verb[1] - verb[0] >= 2 and _opens_object(text, verb[1]):
                return verb, role
        position += 1
    return None


def _opens_object(text: str, position: int) -> bool:
    """A verb whose next character closes a noun phrase (培训的, 宣传工作) is none."""
    return text[position] not in "的、和与及)”工" and not text[position:].startswith(("活动", "优势", "作用"))


def _quoted(text: str) -> set[int]:
    inside: set[int] = set()
    for opening, closing in _QUOTED.items():
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start)
            if end < 0:
                break
            inside.update(range(start, end + 1))
            start = text.find(opening, end)
    return inside


def _without_cue(text: str, begin: int, here: int, subject: tuple[int, int] | None) -> Clause:
    """No list knows the verb: ask the tagger, unless the clause is short, a copula or just a figure."""
    rest = text[here:]
    told = _told_of_some(text, here) or _after_object(text, here)
    if told:
        return Clause(text, told[1], begin, subject, told[0])
    if len(text) - begin < _SHORTEST or cue("copula").match(rest) or _is_figure(rest):
        return Clause(text, "tail", begin, subject)
    found = verbs(text, here)
    if not found:
        return Clause(text, "tail", begin, subject, sure=False)
    verb = next((span for span in found if span[1] - span[0] >= 2), None)
    return Clause(text, "act", begin, subject, verb, sure=False)


def _told_of_some(text: str, here: int) -> tuple[tuple[int, int], str] | None:
    """Return the verb of 有46名妇女获得救助: what so many got is told, and not that there are so many."""
    match = cue("some").match(text, here)
    return _verb_after(text, match.end() - 2) if match else None


def _after_object(text: str, here: int) -> tuple[tuple[int, int], str] | None:
    """Return the verb behind 把 somebody or something (把135名执委轮训一遍)."""
    if not text.startswith(("把", "将"), here):
        return None
    found = [span for span in verbs(text, here) if span[0] > here + 1]
    listed = _verb_after(text, here)
    spans = [*found, *([listed[0]] if listed else [])]
    return (min(spans), "act") if spans else None


def _is_figure(rest: str) -> bool:
    found = next(quantities(rest), None)
    told = found is not None and "了" in rest[: found.start]
    return found is not None and not told and (found.end - found.start) * 2 >= len(rest)


def _after(pattern: object, text: str, here: int) -> int:
    match = pattern.match(text, here)  # type: ignore[attr-defined]
    return match.end() if match and match.end() < len(text) else here


def find_verb(clause: Clause) -> Clause:
    """Return a clause with the first verb that words or tagger find in it, where no rule told one."""
    here = clause.subject[1] if clause.subject else clause.begin
    at_once = _verb_at(clause.text, here)[0]
    inner = None if at_once else _verb_after(clause.text, max(clause.begin, here - 3))
    verb = at_once or (inner[0] if inner else None)
    if verb is None:
        spans = verbs(clause.text, here)
        verb = next((span for span in spans if span[1] - span[0] >= 2), spans[0] if spans else None)
    return replace(clause, verb=verb)
