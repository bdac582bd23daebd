"""A standalone cluster of Spark on this machine: a master and workers, processes of their own on free ports.

To try something on it by hand: ``python -m tests.engines.spark_cluster`` prints what to set and waits.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
from pathlib import Path

__all__ = ["Cluster"]

_AT = re.compile(r"Starting Spark master at (spark://\S+)")
_REGISTERED = "Successfully registered with master"
_EXECUTOR = b"CoarseGrainedExecutorBackend"
_SECONDS_TO_START = 60


class Cluster:
    """A master and ``workers`` workers, each of one executor with one core and ``memory`` megabytes."""

    def __init__(self, folder: Path, workers: int = 2, memory: int = 700) -> None:
        self.folder, self.memory = folder, memory
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            self.url = self._start("master", "master.Master", _AT)
            for number in range(workers):
                size = ["--cores", "1", "--memory", f"{memory}m"]
                where = ["--work-dir", os.fspath(folder / f"work-{number}")]
                self._start(f"worker-{number}", "worker.Worker", _REGISTERED, *size, *where, self.url)
        except BaseException:
            self.stop()
            raise

    def _start(self, name: str, kind: str, told: str | re.Pattern[str], *rest: str) -> str:
        """Start a daemon and return what it tells when it is there."""
        import pyspark

        home = Path(pyspark.__file__).parent
        command = [os.fspath(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}"]
        command += ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0", *rest]
        log = self.folder / f"{name}.log"
        environment = {**os.environ, "SPARK_HOME": os.fspath(home), "SPARK_DAEMON_MEMORY": "256m"}
        with log.open("wb") as file:
            self._processes.append(
                subprocess.Popen(command, stdout=file, stderr=file, env=environment, start_new_session=True)
            )
        until = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < until and self._processes[-1].poll() is None:
            if found := re.search(told, log.read_text("utf-8", "replace")):
                return found.group(found.re.groups)
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not start:\n{log.read_text('utf-8', 'replace')}")

    def environment(self, shared: Path, **settings: str) -> dict[str, str]:
        """Return the environment of a program that runs here; ``settings`` are Spark's, with _ for dots."""
        told = {
            "spark.master": self.url,
            "spark.driver.memory": "600m",
            "spark.executor.memory": f"{self.memory}m",
            "spark.driver.host": "127.0.0.1",
            "spark.ui.enabled": "false",
            "spark.govreport.folder": f"file://{shared}",
            **{f"spark.{name.replace('_', '.')}": value for name, value in settings.items()},
        }
        given = " ".join(f"--conf {name}={value}" for name, value in told.items())
        return {**os.environ, "PYSPARK_SUBMIT_ARGS": f"{given} pyspark-shell"}

    def executors(self) -> list[int]:
        """Return the processes that run tasks now."""
        return [pid for process in self._processes[1:] for pid in _below(process.pid) if _is_executor(pid)]

    def stop(self) -> None:
        """End all that was started, executors included."""
        for process in reversed(self._processes):
            those = [*_below(process.pid), process.pid]
            for pid in those:
                _kill(pid)
            process.wait()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _below(pid: int) -> list[int]:
    """Return the children of a process and theirs."""
    try:
        held = [
            Path(f"/proc/{pid}/task/{task.name}/children") for task in Path(f"/proc/{pid}/task").iterdir()
        ]
        children = [int(child) for file in held for child in file.read_text().split()]
    except OSError:
        return []
    return [one for child in children for one in (child, *_below(child))]


def _is_executor(pid: int) -> bool:
    try:
        return _EXECUTOR in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _by_hand() -> None:
    with tempfile.TemporaryDirectory() as folder, Cluster(Path(folder)) as cluster:
        shared = Path(folder, "shared")
        shared.mkdir()
        print(
            f"export PYSPARK_SUBMIT_ARGS='{cluster.environment(shared)['PYSPARK_SUBMIT_ARGS']}'", flush=True
        )
        signal.pause()


if __name__ == "__main__":
    _by_hand()
