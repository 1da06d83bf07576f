#!/usr/bin/env python3
"""How long the application waits while a column is added to a table that a reader holds: ours, Liquibase's and Flyway's plugins.

usage: run.py [--hold 20] [--only ours,liquibase,flyway] [--mvn mvn] [--repository FOLDER]

Eight clients of pgbench read and write a table, 200 transactions a second. A reader takes the table in a transaction of --hold
seconds; 1.5 s later the deploy begins, which needs ACCESS EXCLUSIVE. Latency is counted from when a transaction was due, not from
when it could begin. The tools one after the other, a fresh database each; ours with lockTimeout 2 s.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "deploy"))

from server import Server  # noqa: E402

CHANGE = "ALTER TABLE busy ADD COLUMN c integer"
GOALS = {"ours": "migrate:deploy", "liquibase": "liquibase:update", "flyway": "flyway:migrate"}
MIX = ("\\set id random(1, 1000)\nSELECT n FROM busy WHERE id = :id;\nUPDATE busy SET n = n + 1 WHERE id = :id;\n")


def write_work(folder):
    """The same statement as a changeset and as Flyway's file."""
    (folder / "liquibase").mkdir()
    (folder / "liquibase/changelog.yaml").write_text("databaseChangeLog:\n  - include:\n      file: changelog.sql\n      relativeToChangelogFile: true\n")
    (folder / "liquibase/changelog.sql").write_text(f"--liquibase formatted sql\n--changeset bench:1\n{CHANGE};\n")
    (folder / "flyway").mkdir()
    (folder / "flyway/V1__c.sql").write_text(f"{CHANGE};\n")


def deploy(options, tool, server, folder):
    pom = HERE.parent / "deploy" / (tool if tool == "ours" else f"peers/{tool}") / "pom.xml"
    layout = folder / ("flyway" if tool == "flyway" else "liquibase")
    command = [options.mvn, "-B", "-q", "-o", "-f", pom, f"-Dport={server.port}", "-Ddb=bench", f"-Ddir={layout}", GOALS[tool]]
    command += [f"-Dmigrate.outputDirectory={folder}/reports", "-Dmigrate.lockTimeout=2s"] if tool == "ours" else []
    # The table is there before the tool is: Flyway asks for a word before it touches such a schema.
    command += ["-Dflyway.baselineOnMigrate=true", "-Dflyway.baselineVersion=0"] if tool == "flyway" else []
    command += [f"-Dmaven.repo.local={options.repository}"] if options.repository else []
    began = time.monotonic()
    run = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode:
        print(run.stdout, file=sys.stderr)
    return run.returncode, time.monotonic() - began


def measured(options, tool, server, folder):
    server.fresh("bench")
    server.sql("CREATE TABLE busy (id integer PRIMARY KEY, n bigint NOT NULL);"
               "INSERT INTO busy SELECT g, 0 FROM generate_series(1, 1000) g", "bench")
    logs = folder / f"log-{tool}"
    logs.mkdir()
    (logs / "mix.sql").write_text(MIX)
    connect = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres"]
    load = subprocess.Popen(
        [f"{server.bin}/pgbench", *connect, "-n", "-c", "8", "-j", "1", "-R", "200", "-T", str(int(options.hold + 25)), "-l",
         "--log-prefix", str(logs / "pgbench"), "-f", str(logs / "mix.sql"), "bench"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    reader = subprocess.Popen(
        ["psql", *connect, "-d", "bench", "-Xq", "-c", f"BEGIN; SELECT count(*) FROM busy; SELECT pg_sleep({options.hold}); COMMIT"],
        stdout=subprocess.DEVNULL)
    time.sleep(1.5)
    status, took = deploy(options, tool, server, folder)
    reader.wait()
    load.wait()
    waits = sorted(int(line.split()[2]) / 1e6 for log in logs.glob("pgbench.*") for line in log.read_text().splitlines())
    there = server.sql("SELECT count(*) FROM information_schema.columns WHERE table_name = 'busy' AND column_name = 'c'", "bench")
    return waits[-1], waits[int(len(waits) * 0.99)], took, "in" if there == "1" else "NOT in", status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hold", type=float, default=20)
    parser.add_argument("--only", default="ours,liquibase,flyway")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--repository")
    options = parser.parse_args()
    print(f"| a reader of {options.hold:g} s | worst wait | 99 % | deploy | the column | exit |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temp, Server() as server:
        folder = pathlib.Path(temp)
        write_work(folder)
        for tool in options.only.split(","):
            worst, most, took, there, status = measured(options, tool, server, folder)
            print(f"| {tool} | {worst:.1f} s | {most:.1f} s | {took:.1f} s | {there} | {status} |", flush=True)


if __name__ == "__main__":
    main()
