#!/usr/bin/env python3
"""A deploy of 100 changesets through PgBouncer in transaction mode: refused, in how many round trips, and then allowed.

usage: run.py [--mvn mvn]

Needs a PostgreSQL, psql and pgbouncer on this machine, and our plugin in the local repository (./mvnw -DskipTests install).
"""
import argparse
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "deploy"))

import work  # noqa: E402
from server import Server  # noqa: E402
from wire import Wire  # noqa: E402


class PgBouncer:
    def __init__(self, server):
        self.server = server

    def __enter__(self):
        program = shutil.which("pgbouncer", path=os.environ["PATH"] + ":/usr/sbin") or sys.exit("no pgbouncer: install it")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = self.server.folder / "pgbouncer.ini"
        settings.write_text(
            f"[databases]\nbench = host=127.0.0.1 port={self.server.port} dbname=bench user=postgres\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {self.port}\nunix_socket_dir =\nauth_type = any\n"
            "pool_mode = transaction\nignore_startup_parameters = extra_float_digits\n")
        self.process = subprocess.Popen(
            [*self.server.user, program, "-q", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        sys.exit("pgbouncer does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def deploy(mvn, port, folder, *more):
    command = [mvn, "-B", "-q", "-o", "-f", str(HERE.parent / "deploy/ours/pom.xml"), f"-Dport={port}", "-Ddb=bench",
               f"-Ddir={folder}/liquibase", f"-Dmigrate.outputDirectory={folder}/reports", *more, "migrate:deploy"]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return run.returncode, run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mvn", default="mvn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temp, Server() as server:
        folder = pathlib.Path(temp)
        work.write(100, folder)
        server.fresh("bench")
        with PgBouncer(server) as pooler:
            for name, more in (("refused", ()), ("-Dmigrate.allowPooler", ("-Dmigrate.allowPooler=true",))):
                with Wire(pooler.port) as wire:
                    status, said = deploy(options.mvn, wire.port, folder, *more)
                there = server.sql("SELECT to_regclass('databasechangelog') IS NOT NULL", "bench")
                applied = server.sql("SELECT count(*) FROM databasechangelog", "bench") if there == "t" else "0"
                print(f"{name}: exit {status}, {wire.round_trips} round trips, {applied} changesets in the history")
                print("\n".join(line for line in said.splitlines() if "DIRECT_URL" in line or "pooler" in line))


if __name__ == "__main__":
    main()
