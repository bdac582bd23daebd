"""The same bytes come out in every environment."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "{}镇妇联2021年工作总结\n一、加强培训\n举办培训班{}期，培训{}人。\n二、下一步打算\n新建儿童之家3所。\n"
RUN = """
import sys, socket
def refused(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
        raise SystemExit("a connection was opened")
sys.addaudithook(refused)
import govreport as gr
gr.audit(sys.argv[3:], jobs=int(sys.argv[2]), progress=False).save(sys.argv[1])
"""
_ZONES = ("Asia/Shanghai", "America/Los_Angeles", "UTC", "Pacific/Kiritimati", "Asia/Kathmandu")
_LANGUAGES: tuple[dict[str, str], ...] = (
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii"},
    {"LANG": "zh_TW.BIG5"},
)
# Every language with every time zone, each with a hash seed of its own: 15 of them.
MORE = [
    {**language, "TZ": zone, "PYTHONHASHSEED": str(100 * place + number)}
    for place, language in enumerate(_LANGUAGES)
    for number, zone in enumerate(_ZONES)
]
ENVIRONMENTS = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"},
    {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "PYTHONIOENCODING": "ascii"},
    {"LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "3", "TZ": "UTC"},
]


def saved(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "run.json")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def check(environments: list[dict[str, str]], tmp_path: Path) -> None:
    folders = []
    for number, name in enumerate("甲乙丙丁"):
        folders.append(tmp_path / f"{number}")
        folders[-1].mkdir()
        text = TEXT.format(name, number + 3, number + 40)
        (folders[-1] / "报告.txt").write_text(text, encoding="utf-8")
    found = []
    for number, environment in enumerate(environments):
        order = [str(folder) for folder in random.Random(number).sample(folders, len(folders))]
        out = tmp_path / "out" / str(number)
        kept = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL")}
        command = [sys.executable, "-c", RUN, str(out), str(number % 4 + 1), *order]
        subprocess.run(command, env=kept | environment, check=True)
        found.append(saved(out))
    assert len(found[0]) > 10
    different = {name for one in found for name in {*one, *found[0]} if one.get(name) != found[0].get(name)}
    assert not different


def test_outputs_are_the_same_bytes_in_every_environment(tmp_path: Path) -> None:
    """Language, time zone, hash seed, number of processes and order of input change nothing."""
    check(ENVIRONMENTS, tmp_path)


@pytest.mark.nightly
def test_outputs_are_the_same_bytes_in_fifteen_environments(tmp_path: Path) -> None:
    """The same for three languages in five time zones, one to four processes, and 15 orders of input."""
    assert len(MORE) == 15
    check(MORE, tmp_path)
