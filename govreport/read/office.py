"""Old Office, RTF and OpenDocument files: converted by LibreOffice, or read by antiword, where installed.

In go the bytes and the format that they were known by, out come the bytes of a .docx (a .pdf for slides), so
that automatic numbers stay what they are. The program runs with a profile of its own in a folder that is
gone afterwards, opens no link, runs no macro, and is killed when its time is over or when we are.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from govreport.errors import InputError
from govreport.read.files import SLIDES

__all__ = ["convert", "plain_text"]

_SECONDS = 50
# LibreOffice ends so when its new profile is made and it wants to be started once more.
_ONCE_MORE = 81
_LARGEST_OUTPUT = 256 * 1024 * 1024
_PROFILE = Path(__file__).parents[1] / "data" / "office_profile.xcu"


def convert(data: bytes, format: str, path: str) -> bytes | None:
    """Return the file as .docx (slides: .pdf), or None where LibreOffice is not installed.

    Raises InputError where LibreOffice can't read it or takes too long.
    """
    program = _office()
    if program is None:
        return None
    with TemporaryDirectory(prefix="govreport-") as folder:
        _prepare(Path(folder), data, format)
        target = "pdf" if format in SLIDES else "docx"
        _run(_command(program, Path(folder), format, target), Path(folder), path)
        return _result(Path(folder, "out", f"in.{target}"), path)


def plain_text(data: bytes, format: str, path: str) -> bytes:
    """Return what antiword prints of a .doc, in UTF-8; InputError says what to install."""
    program = shutil.which("antiword") if format == "doc" else None
    if program is None:
        wanted = "LibreOffice or antiword" if format == "doc" else "LibreOffice"
        reason = f"is an old Office, RTF or OpenDocument file ({format}), which needs {wanted} to be read"
        packages = "apt install libreoffice-writer libreoffice-impress"
        hint = f"install {wanted} (Debian: {packages}), or save it as .docx"
        raise InputError("legacy-file", reason, path=path, hint=hint)
    with TemporaryDirectory(prefix="govreport-") as folder:
        Path(folder, "in.doc").write_bytes(data)
        return _run([program, "-m", "UTF-8.txt", "-w", "0", "in.doc"], Path(folder), path)


def _office() -> str | None:
    """Return the program itself: the script around it would leave it running when killed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        return None
    inner = Path(found).resolve().with_name("soffice.bin")
    return str(inner) if inner.exists() else found


def _prepare(folder: Path, data: bytes, format: str) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    shutil.copy(_PROFILE, user / "registrymodifications.xcu")
    (folder / f"in.{format}").write_bytes(data)


def _command(program: str, folder: Path, format: str, target: str) -> list[str]:
    profile = (folder / "profile").as_uri()
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"]
    files = ["--convert-to", target, "--outdir", "out", f"in.{format}"]
    return [program, f"-env:UserInstallation={profile}", *quiet, *files]


def _run(command: Sequence[str], folder: Path, path: str) -> bytes:
    """Run a program, at most twice, and return what it printed."""
    for _ in range(2):
        status, printed = _once(command, folder, path)
        if status != _ONCE_MORE:
            break
    return printed


def _once(command: Sequence[str], folder: Path, path: str) -> tuple[int, bytes]:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(  # type: ignore[call-overload]
        command, cwd=folder, env=_environment(folder), start_new_session=True, preexec_fn=_limits(), **quiet
    ) as process:
        try:
            printed, _ = process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            reason = f"could not be converted within {_SECONDS} seconds"
            raise InputError("timeout", reason, path=path, hint="save it as .docx") from None
        finally:
            _kill_group(process.pid)
    return process.returncode, printed


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing is written elsewhere and no display is looked for."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(folder))
    return {**kept, **places, "SAL_USE_VCLPLUGIN": "svp"}


def _limits() -> Callable[[], None] | None:
    """Return what the new process does first on Linux: it dies with us, and writes no huge file.

    The limits of the process that reads files are too narrow for it; it is watched from here.
    """
    if sys.platform != "linux":
        return None
    import ctypes
    import resource

    control = ctypes.CDLL(None).prctl

    def set_limits() -> None:
        control(1, signal.SIGKILL)
        for freed in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
            hard = resource.getrlimit(freed)[1]
            resource.setrlimit(freed, (hard, hard))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_OUTPUT, _LARGEST_OUTPUT))

    return set_limits


def _kill_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _result(file: Path, path: str) -> bytes:
    if not file.exists():
        reason = "can't be converted by LibreOffice: it is damaged or password-protected"
        raise InputError("damaged-file", reason, path=path, hint="open it and save it as .docx")
    return file.read_bytes()
