#!/usr/bin/env python3
"""migrate:dev on the quickstart, its server kept, beside mvn validate: wall time, processor time and memory of whole processes.

usage: run.py [--rounds 5] [--mvn mvn] [--repository FOLDER] [--version 18] [--only NAME,NAME] [-- MAVEN OPTIONS]

Each round runs, in turn: mvn validate, dev with nothing changed, and dev after each of some ordinary edits of schema.sql, which
all stay. Every run of dev must end up to date with as many changesets applied as the edit takes. Medians and the worst; a
process's processor time is that of wait4(2), without the server's. Install the plugin first:
./mvnw install -DskipTests -Dinvoker.skip
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
QUICKSTART = HERE.parent.parent / "src/it/quickstart"
# Name, what is added to schema.sql, what is replaced in it, the changesets that come of it.
EDITS = {
    "one column": (None, ("    sku text NOT NULL,\n", "    sku text NOT NULL,\n    weight_{n} integer,\n"), 1),
    "column and unique column": (None, ("    email text NOT NULL,\n", "    email text NOT NULL,\n    phone_{n} text,\n    idempotency_key_{n} text CONSTRAINT customer_key_{n} UNIQUE,\n"), 3),
    "table with foreign key and index": ("""
CREATE TABLE public.shipment_{n} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES public.customer_order (id),
    sent_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE INDEX shipment_{n}_order_idx ON public.shipment_{n} (order_id);
""", None, 1),
}


def run(command, folder):
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    # A server that stays keeps no pipe of ours open: its output goes to its log.
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--mvn", default="mvn")
    options.add_argument("--repository", help="local repository that has the plugin")
    options.add_argument("--version", help="major version of the dev server")
    options.add_argument("--only", help="edits to measure, by their first words, with commas between them")
    options.add_argument("maven", nargs="*", help="options for every run of dev")
    asked = options.parse_args()
    edits = {name: edit for name, edit in EDITS.items()
             if not asked.only or any(name.startswith(word) for word in asked.only.split(","))}
    maven = [asked.mvn, "-B", "-q", "-o"] + ([f"-Dmaven.repo.local={asked.repository}"] if asked.repository else [])
    version = [f"-Dmigrate.embeddedVersion={asked.version}"] if asked.version else []
    dev = maven + ["migrate:dev", *version, *asked.maven]
    with tempfile.TemporaryDirectory() as work:
        # Where root runs this, the server runs as somebody else.
        os.chmod(work, 0o755)
        project = pathlib.Path(work, "quickstart")
        shutil.copytree(QUICKSTART, project)
        schema = project / "src/main/database/schema.sql"
        figures = {"mvn validate": [], "nothing changed": []} | {name: [] for name in edits}

        def deved(name, number):
            added, replaced, changesets = edits[name]
            text = schema.read_text()
            if replaced:
                if replaced[0] not in text:
                    sys.exit(f"{name}: schema.sql has no {replaced[0]!r}")
                text = text.replace(replaced[0], replaced[1].format(n=number), 1)
            schema.write_text(text + (added or "").format(n=number))
            took = run(dev + [f"-Dmigrate.name=add_{name.replace(' ', '_')}_{number}_to_it"], project)
            seen(changesets)
            return took

        def seen(changesets):
            report = json.loads((project / "target/migrate/dev.json").read_text())
            if report["states"] != ["up-to-date"] or len(report["applied"]) != changesets:
                sys.exit(f"expected {changesets} applied: {json.dumps(report, indent=1)}")

        try:
            run(maven + ["validate"], project)
            run(dev, project)
            first = next(iter(edits), None)
            if first:
                deved(first, 0)
            for number in range(1, asked.rounds + 1):
                figures["mvn validate"].append(run(maven + ["validate"], project))
                figures["nothing changed"].append(run(dev, project))
                seen(0)
                for name in edits:
                    figures[name].append(deved(name, number))
        finally:
            run(maven + ["migrate:stop", *version], project)
    print(f"{asked.rounds} rounds, {os.cpu_count()} processors\n")
    print(f"{'':34}{'wall':>8}{'worst':>8}{'cpu':>8}{'memory':>10}")
    for name, rows in figures.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*rows))
        print(f"{name:34}{wall:7.2f}s{max(row[0] for row in rows):7.2f}s{cpu:7.2f}s{memory:7.0f} MB")


if __name__ == "__main__":
    main()
