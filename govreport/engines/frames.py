"""Messages between processes: a head of eight bytes with the length, then JSON or the bytes themselves.

>>> import socket
>>> here, there = socket.socketpair()
>>> send(here, {"name": "\\udcb9"}); receive(there)
{'name': '\\udcb9'}
>>> here.close(); receive(there) is None
True
>>> there.close()
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

__all__ = ["TooLongError", "receive", "receive_bytes", "send", "send_bytes"]

_HEAD = struct.Struct(">Q")
_CHUNK = 1 << 20


class TooLongError(Exception):
    """The other side began a message that is longer than was allowed."""


def send(connection: socket.socket, message: Any) -> None:
    """Send what JSON can hold."""
    send_bytes(connection, json.dumps(message).encode("ascii"))


def send_bytes(connection: socket.socket, data: bytes) -> None:
    """Send bytes as one message."""
    connection.sendall(_HEAD.pack(len(data)))
    connection.sendall(data)


def receive(connection: socket.socket) -> Any:
    """Return the next message, None where the other side is gone."""
    data = receive_bytes(connection, _CHUNK)
    return None if data is None else json.loads(data)


def receive_bytes(connection: socket.socket, longest: int) -> bytes | None:
    """Return the next message as bytes, None where the other side is gone; TooLongError above ``longest``."""
    head = _exactly(connection, _HEAD.size)
    if head is None:
        return None
    (length,) = _HEAD.unpack(head)
    if length > longest:
        raise TooLongError(length)
    return _exactly(connection, length)


def _exactly(connection: socket.socket, length: int) -> bytes | None:
    found = bytearray()
    while len(found) < length:
        try:
            piece = connection.recv(min(_CHUNK, length - len(found)))
        except (ConnectionResetError, TimeoutError):
            return None
        if not piece:
            return None
        found += piece
    return bytes(found)
