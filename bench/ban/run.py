#!/usr/bin/env python3
"""The scan beside ripgrep, in one run: wall time and memory on a generated monorepo of 50,000 files.

usage: run.py [--files 50000] [--rounds 7] [--mvn mvn] [--repository FOLDER] [--folder FOLDER]

Each round runs, in turn: rg for the words of words.txt, Maven on an empty project (its own start), check-scripts on an empty
folder (the start with our plugin in it), and check-scripts on the monorepo. Medians; a process's processor time and largest
memory are those of wait4(2). Install the plugin first: ./mvnw install -DskipTests -Dinvoker.skip
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
GOAL = "io.github.migratemaven:migrate-maven-plugin:0.1.0-SNAPSHOT:check-scripts"
POM = ("<project><modelVersion>4.0.0</modelVersion><groupId>it</groupId><artifactId>empty</artifactId>"
       "<version>1</version><packaging>pom</packaging></project>\n")


def run(command, folder, expected):
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, default=50_000)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--mvn", default="mvn")
    options.add_argument("--repository", help="local repository that has the plugin")
    options.add_argument("--folder", help="where the monorepo is, or is to be written; a temporary folder otherwise")
    asked = options.parse_args()
    if not shutil.which("rg"):
        sys.exit("rg is not on the PATH: install ripgrep (apt-get install ripgrep, brew install ripgrep)")
    with tempfile.TemporaryDirectory() as work:
        empty = pathlib.Path(work, "empty")
        empty.mkdir()
        pathlib.Path(empty, "pom.xml").write_text(POM)
        monorepo = pathlib.Path(asked.folder or pathlib.Path(work, "monorepo"))
        if not monorepo.exists():
            subprocess.run([sys.executable, HERE / "monorepo.py", monorepo, str(asked.files)], check=True)
        maven = [asked.mvn, "-B", "-q", "-o"] + ([f"-Dmaven.repo.local={asked.repository}"] if asked.repository else [])
        reports = empty / "target/migrate"
        measured = {
            "rg": ([shutil.which("rg"), "--hidden", "--glob", "!.git", "-n", "-F", "-f", HERE / "words.txt", "."], monorepo, {0}),
            "mvn validate, empty project": (maven + ["validate"], empty, {0}),
            "check-scripts, empty folder": (maven + [GOAL, f"-Dmigrate.directory={empty}"], empty, {0}),
            "check-scripts, monorepo": (maven + [GOAL, f"-Dmigrate.directory={monorepo}"], empty, {1}),
        }
        for command in measured.values():  # caches of the file system
            run(*command)
        found = [f"{f['severity']} {f['file']}:{f['line']}" for f in json.loads((reports / "check-scripts.json").read_text())["findings"]]
        if found != ["info packages/mail-7/package.json:5", "error scripts/release.sh:3"]:
            sys.exit(f"not the findings that were put there: {found}")
        figures = {name: [] for name in measured}
        for _ in range(asked.rounds):
            for name, command in measured.items():
                figures[name].append(run(*command))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
    print(f"{asked.files} files, {asked.rounds} rounds, {os.cpu_count()} processors\n")
    print(f"{'':30}{'wall':>8}{'cpu':>8}{'memory':>10}")
    for name, (wall, cpu, memory) in medians.items():
        print(f"{name:30}{wall:7.2f}s{cpu:7.2f}s{memory:7.0f} MB")
    allowed = 3 * medians["rg"][0] + medians["mvn validate, empty project"][0]
    print(f"\n3 x rg + Maven's start = {allowed:.2f} s; ours = {medians['check-scripts, monorepo'][0]:.2f} s")


if __name__ == "__main__":
    main()
