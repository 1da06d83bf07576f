"""A PostgreSQL of the benchmark's own, on the loopback address, gone at the end."""
import glob
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile


def binaries():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: int(p.split("/")[-2]))
    return found[-1] if found else os.path.dirname(shutil.which("initdb") or exit("no initdb: install postgresql"))


class Server:
    def __init__(self, *settings):
        self.bin, self.settings = binaries(), settings

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-pg-"))
        # initdb refuses to run as root.
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", self.folder / "data", "-U", "postgres", "-A", "trust", "-N")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
        for setting in self.settings:
            options += f" -c {setting}"
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options, "-w", "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program, *arguments):
        command = [*self.user, f"{self.bin}/{program}", *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def sql(self, text, database="postgres"):
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-XqAt", "-d", database]
        return subprocess.run([*command, "-c", text], check=True, capture_output=True, text=True).stdout.strip()

    def fresh(self, database):
        self.sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        self.sql(f'CREATE DATABASE "{database}"')
