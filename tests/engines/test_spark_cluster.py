"""An audit on a cluster of a master and two workers is the audit on one machine, whatever dies meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.spark_cluster import Cluster
from tests.test_cli import EXAMPLE

pytestmark = pytest.mark.nightly

# In the process that reads, a file of this ending ends it.
HARM = """
import os, signal, sys

def harm(event, arguments):
    reads = "govreport.engines.nursery" in sys.modules
    if event == "open" and str(arguments[0]).endswith(".kills") and reads:
        os.kill(os.getpid(), signal.SIGSEGV)

sys.addaudithook(harm)
"""
# Under way an executor is killed when a table of each of these names is begun: while files are read, and
# while they are compared.
STEPS = ("read-0", "linked")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    with Cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, one of them twice, an empty file, and one that kills its reader."""
    root = tmp_path_factory.mktemp("submitted")
    for path in sorted(EXAMPLE.parent.glob("*.txt"))[:5]:
        shutil.copy(path, root)
    (root / "又").mkdir()
    shutil.copy(EXAMPLE, root / "又" / "a b[1]%20.txt")
    shutil.copy(EXAMPLE, root / "harm.kills")
    (root / "empty.txt").write_bytes(b"")
    return root


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the audit on one machine writes."""
    out = tmp_path_factory.mktemp("embedded") / "out"
    audited(os.fspath(folder), out, dict(os.environ), "embedded")
    found = written(out)
    assert b"harm.kills,crashed" in found["failures.csv"].replace(b",harm.kills,", b",")
    assert found["matches.csv"].count(b"\n") > 1
    return found


def audited(source: str, out: Path, environment: dict[str, str], engine: str) -> None:
    """Run the audit in a process of its own, with readers that can be harmed."""
    rigged = out.parent / "rigged"
    rigged.mkdir(exist_ok=True)
    (rigged / "sitecustomize.py").write_text(HARM, "utf-8")
    environment["PYTHONPATH"] = os.pathsep.join((os.fspath(rigged), os.fspath(EXAMPLE.parents[2])))
    command = [
        sys.executable,
        "-m",
        "govreport",
        "audit",
        source,
        "--out",
        os.fspath(out),
        "--engine",
        engine,
    ]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert result.returncode == 3, result.stderr


def written(out: Path) -> dict[str, bytes]:
    """Return all that was written, but for what reading cost and what is kept for the next time."""
    files = (path for path in out.rglob("*") if path.is_file() and ".govreport" not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files if path.name != "run.json"}


def kill_in_mid_run(cluster: Cluster, shared: Path, killed: list[int]) -> None:
    """Kill an executor whenever one of STEPS is under way."""
    for step in STEPS:
        until = time.monotonic() + 300
        while time.monotonic() < until:
            if list(shared.glob(f"govreport-*/{step}")) and (those := cluster.executors()):
                os.kill(those[0], signal.SIGKILL)
                killed.append(those[0])
                break
            time.sleep(0.02)


def test_files_are_read_and_compared_as_on_one_machine(
    cluster: Cluster, folder: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    """Every byte of the folder is equal; the file that kills its reader is set aside with its row.

    Two executors are killed, one while files are read, one while they are compared: nothing comes of it. And
    nothing is left in the folder that they share.
    """
    shared = tmp_path / "共用"
    shared.mkdir()
    killed: list[int] = []
    watch = threading.Thread(target=kill_in_mid_run, args=(cluster, shared, killed), daemon=True)
    watch.start()
    audited(os.fspath(folder), tmp_path / "out", cluster.environment(shared), "spark")
    watch.join(1)
    assert len(killed) == len(STEPS)
    assert written(tmp_path / "out") == expected
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("kind", ["address", "table"])
def test_documents_may_lie_elsewhere(
    cluster: Cluster, folder: Path, expected: dict[str, bytes], tmp_path: Path, kind: str
) -> None:
    """Files below an address, and rows of a Parquet table with their bytes, make the same audit."""
    source = f"file://{folder}"
    if kind == "table":
        source = os.fspath(tmp_path / "documents.parquet")
        write_table(folder, Path(source))
    (tmp_path / "shared").mkdir()
    audited(source, tmp_path / "out", cluster.environment(tmp_path / "shared"), "spark")
    assert written(tmp_path / "out") == expected


def write_table(folder: Path, table: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    ids, contents = [str(path.relative_to(folder)) for path in files], [path.read_bytes() for path in files]
    pq.write_table(pa.table({"id": ids, "content": pa.array(contents, pa.binary())}), table)
