"""A PostgreSQL server of the tests' own: Debian's programs, a folder of its own, the loopback network."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg

_PASSWORD = "p@ss word/1"
_URL_PASSWORD = "p%40ss%20word%2F1"
_SETTINGS = {"listen_addresses": "127.0.0.1", "fsync": "off", "max_connections": "50"}


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs; None where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


class PostgresServer:
    """A server that can be stopped and started again; as root it runs as the user that Debian made for it."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._folder = Path(tempfile.mkdtemp(prefix="onrecord-postgresql-", dir="/tmp"))
        self._databases = 0
        self._port = _free_port()
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._initialise()
        self.start()

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        self._databases += 1
        name = f"journal{self._databases}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self._address(name)

    def start(self) -> None:
        """Start, and wait until connections are taken."""
        self._call("pg_ctl", "-D", str(self._data), "-l", str(self._folder / "log"), "-w", "start")

    def stop(self) -> None:
        """Stop at once, and break all connections."""
        self._call("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        """Stop, and delete everything."""
        self.stop()
        shutil.rmtree(self._folder)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _initialise(self) -> None:
        password = self._folder / "password"
        password.write_text(_PASSWORD, encoding="utf-8")
        options = (
            "--auth=scram-sha-256",
            f"--pwfile={password}",
            "--username=onrecord",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
        )
        self._call("initdb", "-D", str(self._data), *options)
        settings = _SETTINGS | {"port": str(self._port), "unix_socket_directories": str(self._folder)}
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def _address(self, database: str) -> str:
        return f"postgresql://onrecord:{_URL_PASSWORD}@127.0.0.1:{self._port}/{database}"

    def _call(self, program: str, *words: str) -> None:
        own: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        command = [str(self._binaries / program), *words]
        # Its output goes to a file: a server that was started keeps a pipe open for as long as it runs.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(command, cwd="/", stdout=output, stderr=output, stdin=subprocess.DEVNULL, timeout=60, **own)
            output.seek(0)
            assert done.returncode == 0, output.read().decode("utf-8", "replace")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
