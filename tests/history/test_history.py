"""Earlier submissions on disk: nothing is lost, nothing is doubled, and what is no history is refused."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import govreport as gr
from govreport.errors import OutputError
from govreport.history import History
from govreport.model import Submission
from tests.command import run
from tests.test_batch import PASSAGE

TEXTS = [Submission(f"{n}.txt", f"第{n}份总结", f"镇{n}妇联", 2010 + n) for n in range(12)]


def test_submissions_are_kept_once_and_come_back_whole(tmp_path: Path) -> None:
    """What was added is there after the file was closed, each submission once, with unit and year."""
    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        assert history.add(TEXTS) == 12
        assert history.add(TEXTS[:3]) == 0
    with History.open(file, read_only=True) as history:
        assert [(s.text, s.unit, s.year) for s in history.submissions()] == sorted(
            ((s.text, s.unit, s.year) for s in TEXTS), key=lambda row: f"{row[2] - 2010}.txt"
        )
        assert history.damaged() == []


def test_removing_takes_ids_and_hashes(tmp_path: Path) -> None:
    """Both name a submission; what is not there is no error."""
    with History.open(tmp_path / "h.duckdb") as history:
        history.add(TEXTS)
        digest = next(entry.sha256 for entry in history.entries() if entry.id == "5.txt")
        assert history.remove(["0.txt", digest, "none"]) == 2
        assert len(history) == 10


def foreign(path: Path) -> None:
    import duckdb

    connection = duckdb.connect(str(path))
    connection.execute("CREATE TABLE other (a INTEGER)")
    connection.close()


def older(path: Path) -> None:
    import duckdb

    with History.open(path) as history:
        history.add(TEXTS)
    connection = duckdb.connect(str(path))
    connection.execute("UPDATE about SET value = 'govreport history 0' WHERE key = 'format'")
    connection.close()


def cut(path: Path) -> None:
    with History.open(path) as history:
        history.add(TEXTS)
    path.write_bytes(path.read_bytes()[:5000])


def short(path: Path) -> None:
    """Rows were lost behind the back of what the file says of itself."""
    import duckdb

    with History.open(path) as history:
        history.add(TEXTS)
    connection = duckdb.connect(str(path))
    connection.execute("DELETE FROM submissions WHERE id = '3.txt'")
    connection.close()


BAD = {
    "short": short,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("一、加强学习\n" * 100, encoding="utf-8"),
    "foreign": foreign,
    "older": older,
    "truncated": cut,
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_history_is_refused(kind: str, tmp_path: Path) -> None:
    """A damaged, empty, foreign or older file is never taken for no earlier submissions."""
    file = tmp_path / "h.duckdb"
    BAD[kind](file)
    before = file.read_bytes()
    with pytest.raises(OutputError, match="duckdb: ") as raised:
        History.open(file)
    assert raised.value.exit_status == 4
    assert file.read_bytes() == before


def test_other_rules_of_comparison_cost_nothing(tmp_path: Path) -> None:
    """A history keeps texts: with another normalizer it opens, and says what it is compared by now."""
    import duckdb

    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        history.add(TEXTS)
    connection = duckdb.connect(str(file))
    connection.execute("UPDATE about SET value = 'older' WHERE key = 'normalizer'")
    connection.close()
    with History.open(file) as history:
        assert len(history) == len(TEXTS)
    connection = duckdb.connect(str(file), read_only=True)
    assert connection.execute("SELECT value FROM about WHERE key = 'normalizer'").fetchall() != [("older",)]
    connection.close()


def test_a_history_that_is_not_there_can_not_be_read(tmp_path: Path) -> None:
    """Reading makes no file."""
    with pytest.raises(OutputError, match="is not there"):
        History.open(tmp_path / "h.duckdb", read_only=True)
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys, time
from govreport.history import History
from govreport.model import Submission
with History.open(sys.argv[1]) as history:
    print("open", flush=True)
    number = 0
    while True:
        history.add([Submission(f"{number}-{i}", f"第{number}批第{i}份" * 50) for i in range(7)])
        number += 1
"""


def test_the_second_writer_is_told(tmp_path: Path) -> None:
    """While one process writes, another gets one clear message."""
    file = tmp_path / "h.duckdb"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(OutputError, match="in use by another process"):
            History.open(file)
        writer.kill()


def killed(file: Path, times: int) -> None:
    """Kill a writer so many times: the file opens, and holds each batch whole or not at all."""
    with History.open(file):
        pass
    pause = random.Random(7)
    for _ in range(times):
        with History.open(file) as history:
            history.remove([entry.id for entry in history.entries()])
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(pause.random() * 0.08)
            writer.send_signal(signal.SIGKILL)
        with History.open(file) as history:
            assert len(history) % 7 == 0
            assert history.damaged() == []
            assert history.is_found()


def test_a_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    """Killed at any moment, twenty times: nothing is lost and nothing doubled."""
    killed(tmp_path / "h.duckdb", 20)


@pytest.mark.nightly
def test_a_writer_is_killed_a_hundred_times(tmp_path: Path) -> None:
    """The same a hundred times."""
    killed(tmp_path / "h.duckdb", 100)


FULL = """
import os, random, resource, sys
from govreport.errors import OutputError
from govreport.history import History
from govreport.model import Submission
random_ = random.Random(1)
many = [
    Submission(f"new-{n}", "".join(chr(random_.randrange(0x4E00, 0x9FA5)) for _ in range(4000)))
    for n in range(300)
]
with History.open(sys.argv[1]) as history:
    size = os.path.getsize(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
    try:
        history.add(many)
    except OutputError as error:
        print(error)
        os._exit(error.exit_status)
"""


def test_a_full_disk_is_told_and_costs_nothing(tmp_path: Path) -> None:
    """Where no more can be written one message says so, and the history holds what it held before."""
    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        history.add(TEXTS)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (4, "")
    assert "h.duckdb: can't be written" in done.stdout
    with History.open(file) as history:
        assert len(history) == len(TEXTS)
        assert history.damaged() == []
        assert history.is_found()
        assert history.add([Submission("more.txt", "总结")]) == 1


def test_check_tells_where_what_texts_are_found_by_is_damaged(tmp_path: Path) -> None:
    """A block less would be an answer that misses something: the check says so."""
    import duckdb

    file = tmp_path / "h.duckdb"
    with History.open(file) as history:
        history.add([Submission("a.txt", PASSAGE, "库山镇妇联", 2017), Submission("b.txt", PASSAGE * 2)])
    assert run("index", "check", str(file)).returncode == 0
    connection = duckdb.connect(str(file))
    connection.execute("DELETE FROM blocks WHERE number = (SELECT max(number) FROM blocks)")
    connection.close()
    checked = run("index", "check", str(file))
    assert checked.returncode == 4
    assert "found by is damaged" in checked.stdout


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Two units, two years: the second copies from the first, and the first forgets a promise."""
    plan = "二、2017年工作计划\n编印家风故事集1册。\n"
    reports = {
        "2016/库山.txt": f"库山镇妇联2016年工作总结及2017年工作计划\n一、就业\n{PASSAGE}\n{plan}",
        "2017/库山.txt": "库山镇妇联2017年工作总结\n一、维权\n调解家庭纠纷8起。\n",
        "2017/小禾.txt": f"小禾镇妇联2017年工作总结\n一、就业\n{PASSAGE}\n二、维权\n接访20人次。\n",
    }
    for name, text in reports.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_audit_asks_the_history_and_adds_to_it(years: Path) -> None:
    """Copies from earlier submissions and forgotten promises are found; a second run changes nothing."""
    file = years / "h.duckdb"
    gr.audit(years / "2016", history=file, progress=False)
    audit = gr.audit(years / "2017", history=file, progress=False)
    (match,) = audit.matches
    assert match.documents == ("history:库山.txt", "小禾.txt")
    assert (match.kind, match.relation) == ("exact", "other-unit")
    codes = {flag.code for report in audit.reports if report.unit == "库山镇妇联" for flag in report.flags}
    assert "commitment-not-mentioned" in codes
    with History.open(file, read_only=True) as history:
        assert len(history) == 3
    again = gr.audit(years / "2017", history=file, progress=False)
    assert again.matches == audit.matches
    assert [flag.id for flag in again.flags] == [flag.id for flag in audit.flags]


def test_a_whole_report_handed_in_again_is_found(years: Path) -> None:
    """Under another name it is another submission: it is found, kept, and a second run changes nothing."""
    file = years / "h.duckdb"
    (years / "2017" / "下庄.txt").write_bytes((years / "2016" / "库山.txt").read_bytes())
    gr.audit(years / "2016", history=file, progress=False)
    audit = gr.audit(years / "2017" / "下庄.txt", history=file, progress=False)
    assert {match.documents for match in audit.matches} == {("history:库山.txt", "下庄.txt")}
    assert audit.ratios[0].total == 1.0
    with History.open(file, read_only=True) as history:
        assert {one.id for one in history.entries()} == {"库山.txt", "下庄.txt"}
    again = gr.audit(years / "2017" / "下庄.txt", history=file, progress=False)
    assert again.matches == audit.matches


@pytest.mark.parametrize("order", [(".", "2016"), ("2016", ".")])
def test_a_file_is_known_from_whichever_folder(years: Path, order: tuple[str, str]) -> None:
    """The folder above gives a file a longer path: it is no copy of itself."""
    file = years.parent / "h.duckdb"
    for name in order:
        audit = gr.audit(years / name, history=file, progress=False)
    (match,) = audit.matches
    assert [Path(id).name for id in match.documents] == ["库山.txt", "小禾.txt"]


def test_index_adds_lists_removes_and_checks(years: Path) -> None:
    """The command does what its help says, and says how many."""
    file = str(years / "h.duckdb")
    assert run("index", "add", file, str(years / "2016"), str(years / "2017")).returncode == 0
    listed = run("index", "list", file)
    assert listed.stdout.count("镇妇联") == 3
    assert "3 submissions, 0 damaged" in run("index", "check", file).stdout
    first = listed.stdout.split("\t")[0]
    assert "1 removed" in run("index", "remove", file, "小禾.txt").stdout
    assert len(first) == 12
    assert run("index", "add", file).returncode == 2
    assert run("index", "list", str(years / "none.duckdb")).returncode == 4


def test_unit_year_and_day_are_given_or_recognised(tmp_path: Path) -> None:
    """A CSV file goes before the text; without one the name of the file tells the day."""
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b20180105.txt"):
        (tmp_path / "in" / name).write_text("石桥乡妇联2017年工作总结\n一、维权\n调解纠纷3起。\n", "utf-8")
    (tmp_path / "m.csv").write_text("file,unit,year,date\na.txt,柳湾镇妇联,2016,2017-01-03\n", "utf-8")
    (tmp_path / "u.csv").write_text("name,former\n石桥镇妇联,石桥乡妇联\n", "utf-8")
    file = tmp_path / "h.duckdb"
    given = ["--metadata", str(tmp_path / "m.csv"), "--roster", str(tmp_path / "u.csv")]
    assert run("index", "add", str(file), str(tmp_path / "in"), *given).returncode == 0
    with History.open(file, read_only=True) as history:
        found = {one.id: (one.unit, one.year, one.date) for one in history.entries()}
    assert found == {
        "a.txt": ("柳湾镇妇联", 2016, "2017-01-03"),
        "b20180105.txt": ("石桥镇妇联", 2017, "2018-01-05"),
    }
