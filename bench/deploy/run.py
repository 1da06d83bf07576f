#!/usr/bin/env python3
"""Ours beside Liquibase's and Flyway's Maven plugins on the same work, in one run.

usage: run.py [--rounds 3] [--counts 100,1000,5000] [--only ours,liquibase,flyway] [--mvn mvn]

Whole Maven processes, one after the other, the tools taking turns; a fresh database for each deploy; medians. Prints tables in
Markdown. Needs a PostgreSQL on this machine, psql, and our plugin in the local repository (./mvnw -DskipTests install).
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import work
from server import Server
from wire import Wire

HERE = pathlib.Path(__file__).resolve().parent
GOALS = {
    "ours": {"deploy": "migrate:deploy", "status": "migrate:status"},
    "liquibase": {"deploy": "liquibase:update", "status": "liquibase:status"},
    "flyway": {"deploy": "flyway:migrate", "status": "flyway:info"},
}


def mvn(options, tool, what, port, folder, offline=True):
    """Wall seconds and peak resident megabytes of one Maven process."""
    pom = HERE / ("ours" if tool == "maven" else tool if tool == "ours" else f"peers/{tool}") / "pom.xml"
    goal = "validate" if tool == "maven" else GOALS[tool][what]
    layout = folder / ("flyway" if tool == "flyway" else "liquibase")
    command = [options.mvn, "-B", "-q", *(["-o"] if offline else []), "-f", str(pom), f"-Dport={port}", "-Ddb=bench", f"-Ddir={layout}", goal]
    if tool == "ours":
        command.append(f"-Dmigrate.outputDirectory={folder}/reports")
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said.decode()}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def median(rounds, tools, measure):
    seen = {tool: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            seen[tool].append(measure(tool))
    return {tool: tuple(statistics.median(column) for column in zip(*values)) for tool, values in seen.items()}


def table(title, columns, rows):
    print(f"\n| {title} | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name, cells in rows:
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--counts", default="100,1000,5000")
    parser.add_argument("--only", default="ours,liquibase,flyway")
    parser.add_argument("--mvn", default="mvn")
    options = parser.parse_args()
    tools, counts = options.only.split(","), [int(c) for c in options.counts.split(",")]
    with tempfile.TemporaryDirectory() as temp, Server() as server:
        folders = {count: pathlib.Path(temp, str(count)) for count in {100, *counts}}
        for count, folder in folders.items():
            work.write(count, folder)
        for tool in [*tools, "maven"]:  # downloads what is missing; everything is read from the disk once
            server.fresh("bench")
            mvn(options, tool, "deploy", server.port, folders[100], offline=False)

        def trips(tool):
            server.fresh("bench")
            counted = []
            for what in ("deploy", "deploy", "status"):
                with Wire(server.port) as wire:
                    mvn(options, tool, what, wire.port, folders[100])
                    counted.append(wire.round_trips)
            return counted

        seen = median(1, tools, trips)
        rows = [(name, [str(seen[t][i]) for t in tools]) for i, name in enumerate(["100 pending", "nothing to do", "status"])]
        table("round trips", tools, rows)

        def slow(tool):
            server.fresh("bench")
            with Wire(server.port, 10) as wire:
                return mvn(options, tool, "deploy", wire.port, folders[100])

        seen = median(options.rounds, tools, slow)
        table("100 pending at 10 ms", tools, [("wall s", [f"{seen[t][0]:.1f}" for t in tools])])

        rows = []
        for count in counts:

            def pending(tool):
                if tool == "maven":  # as busy a machine as the others have
                    return mvn(options, tool, "", server.port, folders[count]) * 2
                server.fresh("bench")
                first = mvn(options, tool, "deploy", server.port, folders[count])
                again = mvn(options, tool, "deploy", server.port, folders[count])
                return *first, *again

            seen = median(options.rounds, [*tools, "maven"], pending)
            bare = seen["maven"][2]
            rows.append((f"{count} pending, wall s", [f"{seen[t][0]:.2f}" for t in tools]))
            rows.append((f"{count} pending, peak MB", [f"{seen[t][1]:.0f}" for t in tools]))
            rows.append((f"nothing to do after {count}, wall s", [f"{seen[t][2]:.2f}" for t in tools]))
            rows.append((f"nothing to do after {count}, peak MB", [f"{seen[t][3]:.0f}" for t in tools]))
            rows.append((f"the same, × mvn validate ({bare:.2f} s)", [f"{seen[t][2] / bare:.2f}" for t in tools]))
        table("whole process", tools, rows)


if __name__ == "__main__":
    main()
