"""The file of rules that everything is as shipped in: to be printed, changed and given to ``--rules``.

>>> print("\\n".join(list(rules_template("en"))[-5:]))
# Over length
[over-length]
on = false
# severity = "info"
characters = 5000  # 1 to 10,000,000
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.settings import shipped
from govreport.text.lexicon import load_table

__all__ = ["rules_template"]


def rules_template(lang: str) -> Iterator[str]:
    """Yield the lines: each rule with its name, whether it is on, and its thresholds.

    Its severity is a comment: set, it holds for all flags of a rule that finds some cases graver than others.
    """
    settings, names = shipped(), load_table("labels")["code"]
    for code, rule in load_table("rules").items():
        yield ""
        yield f"# {names[code][lang]}"
        yield f"[{code}]"
        yield f"on = {str(settings.is_on(code)).lower()}"
        yield f'# severity = "{settings.severity(code, None)}"'
        for name, value in rule.items():
            if name not in ("on", "tables"):
                usual, least, most = value
                yield f"{name} = {usual}  # {least:,} to {most:,}"
