"""All hostile files through one audit: what is not as the manifest wants it, what took long, what took much.

    GOVREPORT_SHARED=… python -m tests.hostile.whole FOLDER

Histories, models and settings among them are given where they belong, and wherever else a file may be. The
folder is made; the status is 1 where a file has no outcome, took more than 10 seconds or 1 GB, or where more
than 2 % are otherwise than wanted or one that nobody argued for.
"""

from __future__ import annotations

import sys
from pathlib import Path

import govreport as gr
from tests.hostile.given import problems_of_given
from tests.hostile.manifest import ARGUED, NOT_SUBMITTED, generate, problems

_SECONDS = 10.0
_BYTES = 1 << 30
_SHARE = 0.02
_TEXT = "库山镇妇联2021年工作总结\n一、加强培训\n2021年3月举办培训班3期。\n"


def main(folder: Path) -> int:
    """Run, print what was found, and return the exit status."""
    every = generate(folder / "bad")
    listed = [file for file in every if file["klass"] not in NOT_SUBMITTED]
    given = [file for file in every if file["klass"] in NOT_SUBMITTED]
    kinds = sorted({file["path"].split("/")[0] for file in listed})
    found = gr.audit([folder / "bad" / kind for kind in kinds], cache=folder / "kept", progress=False)
    wrong = list(problems(found, folder / "bad", listed))
    (folder / "report.txt").write_text(_TEXT, encoding="utf-8")
    wrong += problems_of_given(folder / "bad", given, folder / "report.txt")
    slow = {id: cost for id, cost in found.costs.items() if cost[0] > _SECONDS or cost[1] > _BYTES}
    lines = [f"{path}: {what}" for path, what in wrong]
    lines += [f"{id}: {cost[0]:.1f} s, {cost[1] >> 20} MB" for id, cost in slow.items()]
    print(
        "\n".join([*lines, f"{len(every)} files, {len({path for path, _ in wrong})} otherwise than wanted"])
    )
    lost = any(what == "no outcome" for _, what in wrong)
    unargued = {path for path, _ in wrong} - set(ARGUED)
    return int(lost or bool(slow) or bool(unargued) or len({path for path, _ in wrong}) > _SHARE * len(every))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
