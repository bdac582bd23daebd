"""How vague a plan is beside those of the other reports of a batch: the share alone says little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from govreport.check.settings import Settings, shipped
from govreport.model import Findings, Flag
from govreport.text.messages import LANGUAGES, render

__all__ = ["among_peers"]

_CODE = "vague-commitments"
_FEWEST = 3


def among_peers(findings: Sequence[Findings], settings: Settings | None = None) -> list[Findings]:
    """Return the findings with the vague share of each flagged plan told beside the median of the others.

    Below three others with a plan of their own the message stays: it says that there is none to compare with.
    """
    fewest = (settings or shipped()).limit(_CODE, "fewest")
    rates = [_rate(one, fewest) for one in findings]
    changed = []
    for place, one in enumerate(findings):
        others = [rate for rate in (*rates[:place], *rates[place + 1 :]) if rate is not None]
        is_told = len(others) >= _FEWEST and any(flag.code == _CODE for flag in one.flags)
        flags = tuple(_beside(flag, others) for flag in one.flags) if is_told else one.flags
        changed.append(replace(one, flags=flags) if is_told else one)
    return changed


def _rate(one: Findings, fewest: float) -> float | None:
    own = [
        s for s in one.statements if s.kind == "commitment" and s.part == "plan" and s.duplicate_of is None
    ]
    return sum(s.is_vague for s in own) / len(own) if len(own) >= fewest else None


def _beside(flag: Flag, others: list[float]) -> Flag:
    if flag.code != _CODE:
        return flag
    lang = next((one for one in LANGUAGES if render(_CODE, flag.params, one) == flag.message), None)
    params = {**flag.params, "peers": len(others), "median": round(100 * median(others))}
    share = round(100 * int(flag.params["vague"]) / int(flag.params["all"]))
    params |= {"share": share}
    message = flag.message if lang is None else render(f"{_CODE}-peers", params, lang)
    return replace(flag, params=params, message=message)
