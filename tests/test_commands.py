"""What the command line tells a newcomer, and how it behaves in pipes, terminals and shells."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from govreport.cli import app
from govreport.export.labels import LANGUAGES
from govreport.export.progress import STAGES, progress_of
from govreport.text.lexicon import load_table
from tests.test_cli import EXAMPLE

README = Path(__file__).parent.parent / "README.md"
COMMANDS = sorted(get_command(app).commands.items())
GOVREPORT = [sys.executable, "-m", "govreport"]


def called(*arguments, given=b"", **environment):
    """Run govreport in a process of its own, with bytes on its stdin."""
    return subprocess.run(
        [*GOVREPORT, *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def section(title):
    """The part of the README under a heading."""
    return README.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_is_in_the_readme(name, command):
    """A command has its line, and each of its options is named in it or in the table of options."""
    told = section("On the command line")
    assert re.search(rf"^govreport {name}\b", told, re.M)
    options = [option for one in command.params for option in one.opts if option.startswith("--")]
    assert [option for option in options if option != "--help" and not re.search(rf"{option}\b", told)] == []


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_shows_how_it_is_used(name, command):
    """The help ends with examples that begin with the command, and every option says what it does."""
    lines = command.epilog.split("\n\n")
    assert lines[0] == "Examples:"
    assert any(f"govreport {name}" in line for line in lines[1:])
    assert all(getattr(one, "help", None) for one in command.params if one.name != "help")


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_examples_use_options_that_there_are(name, command):
    """Every option of an example belongs to its command."""
    known = {option for one in command.params for option in one.opts}
    for line in command.epilog.split("\n\n")[1:]:
        part = line.split(f"govreport {name}", 1)[1].split("|")[0]
        assert set(re.findall(r"--[a-z-]+", part)) <= known


def test_show_reads_stdin():
    """What comes through a pipe is read like a file, whatever its encoding, and told as JSON."""
    text = EXAMPLE.read_text(encoding="utf-8")
    done = called("show", "-", "--format", "json", given=text.encode("gb18030"))
    record = json.loads(done.stdout)
    assert record["document"]["id"] == "stdin"
    assert record["document"]["characters"] == len(text)
    empty = called("show", "-")
    assert empty.returncode == 3
    assert empty.stderr.decode().strip() == "govreport: stdin: holds no text; check how it was exported"


@pytest.mark.parametrize("end", [b"\n", b"\0"])
def test_paths_come_from_stdin_and_records_go_to_stdout(end, tmp_path):
    """A list of paths is audited; each report is one line of JSON, and nothing is written."""
    listed = os.fsencode(EXAMPLE) + end + os.fsencode(tmp_path / "missing.txt") + end
    done = called("audit", "--files-from", "-", "--out", "-", given=listed)
    assert done.returncode == 3
    (line,) = done.stdout.decode("utf-8").splitlines()
    assert json.loads(line)["document"]["id"] == EXAMPLE.name
    assert "missing.txt" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_not_there_is_wrong_use(tmp_path):
    """The message names the file."""
    done = called("audit", "--files-from", str(tmp_path / "no-list"), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "no-list" in done.stderr.decode()


def test_quiet_says_nothing_but_what_failed(tmp_path):
    """Neither progress nor summary; a file that can't be read is still told."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = called(
        "audit", str(EXAMPLE), str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out"), "--quiet"
    )
    assert done.stdout == b""
    assert [line.split(":")[0] for line in done.stderr.decode().splitlines()] == ["govreport"]
    assert (tmp_path / "out" / "audit.xlsx").exists()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals(environment, coloured):
    """A terminal gets colours, unless NO_COLOR is set or it can't show any; a pipe never does."""
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    assert (b"\x1b[" in on_a_terminal("show", str(EXAMPLE), env={**kept, **environment})) is coloured
    assert b"\x1b[" not in called("show", str(EXAMPLE), **environment).stdout


def on_a_terminal(*arguments, env):
    """What govreport writes to stdout and stderr where both are a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    with subprocess.Popen([*GOVREPORT, *arguments], stdout=theirs, stderr=theirs, env=env) as running:
        os.close(theirs)
        written = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            written += piece
        running.wait()
    os.close(ours)
    return written


def test_progress_on_a_terminal_has_rate_and_remaining_time(tmp_path):
    """Reading, comparing and writing each have a bar; the summary is what stays."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    shown = on_a_terminal("audit", str(tmp_path), "--out", str(tmp_path / "out"), env=env).decode("utf-8")
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    for stage in ("Reading", "Comparing", "Writing"):
        assert stage in plain
    assert re.search(r"6/6", plain)
    assert re.search(r"\d\.\d/s", plain)
    assert re.search(r"\d:\d\d:\d\d", plain)
    assert "6 reports" in plain
    assert "Reading" not in called("audit", str(tmp_path), "--out", str(tmp_path / "out")).stderr.decode()


def test_a_library_user_hears_of_every_step(tmp_path):
    """The callback gets stage, done and total, and ends with all done."""
    import govreport as gr

    heard = []
    audit = gr.audit(EXAMPLE, progress=lambda *step: heard.append(step))
    audit.save(tmp_path / "out", progress=lambda *step: heard.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == list(STAGES)
    assert ("reading", 1, 1) in heard
    last = {stage: (done, total) for stage, done, total in heard}
    assert all(done == total for done, total in last.values())


def test_stages_have_names_in_every_language():
    """What is drawn can be drawn in three languages; without a terminal nothing is."""
    assert all(
        load_table("labels")["progress"][stage][lang] for stage in (*STAGES, "training") for lang in LANGUAGES
    )
    with progress_of(True) as told:
        told("reading", 1, 1)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shells_complete(shell):
    """The script is printed and calls govreport again; nothing is written anywhere."""
    assert b"_GOVREPORT_COMPLETE" in called("completion", shell).stdout
    asked = {"_GOVREPORT_COMPLETE": "complete_bash", "COMP_WORDS": "govreport au", "COMP_CWORD": "1"}
    assert called(**asked).stdout.decode().split() == ["audit"]


def test_the_head_of_a_pipe_may_go():
    """A reader that stops reading is no error of ours: no traceback."""
    with subprocess.Popen([*GOVREPORT, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.read(1)
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
