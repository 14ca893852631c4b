# SPDX-License-Identifier: MIT
"""Measures tieout on a stream of filings, beside programs that do the same checks and no others.

Started by `./dev bench streams`. Everything is generated and measured in one run; what each program finds is held
against what the generator put in. Prints tables in Markdown.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

BY_HAND, QUERY = "by hand, C++ with simdjson", "query, DuckDB with doubles"
HERE = pathlib.Path(__file__).resolve().parent


class Run:
    """One program run once: seconds by the clock, seconds of the processors, and peak memory in MB."""

    def __init__(self, measure, command, directory):
        result = directory / "result"
        with open(directory / "found", "wb") as found:
            errors = subprocess.run([measure, result, *command], stdout=found, stderr=subprocess.PIPE, check=True).stderr
        status, seconds, busy, memory = result.read_text().split()
        # 1 says that something does not tie out.
        if int(status) not in (0, 1):
            sys.exit(f"{command[0]} failed with status {status}: {errors.decode(errors='replace')}")
        self.seconds, self.busy, self.memory = float(seconds), float(busy), int(memory) / 1024


def numbers_of(output):
    """The documents named by the programs written for these checks: a number and a tab begin each line."""
    with open(output, encoding="utf-8") as lines:
        return {int(line.split("\t", 1)[0]) for line in lines}


def documents_of(output):
    """The documents in which tieout found anything: each is one line of JSON, the last of which counts them."""
    with open(output, encoding="utf-8") as lines:
        return {int(source[1]) for line in lines if (source := re.match(r'\{"source":"(?:[^"\\]|\\.)*:(\d+)"', line))}


def counted(output):
    """How many documents tieout found something in, where it names none."""
    return json.loads(pathlib.Path(output).read_text(encoding="utf-8"))["summary"]["findings"]


def located(output, faults):
    """In how many of the faults tieout names the figure among those that may be wrong, and in how many it alone."""
    among = alone = 0
    with open(output, encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)
            source = result.get("source", "").rpartition(":")[2]
            if not source or int(source) not in faults:
                continue
            # A figure of the document's own goes by its id.
            figure = re.sub("^/figures/(.*)/value$", r"\1", faults[int(source)])
            named = [sorted(figures) for part in result["parts"] for figures in part["minimal_sets"]]
            among += any(figure in figures for figures in named)
            alone += named == [[figure]]
    return among, alone


class Contender:
    def __init__(self, name, jobs, command, read=numbers_of):
        self.name, self.jobs, self.command, self.read = name, jobs, command, read
        self.runs = []

    def run(self, measure, directory):
        self.runs.append(Run(measure, self.command, directory))
        self.found = self.read(directory / "found")

    @property
    def best(self):
        return min(self.runs, key=lambda run: run.seconds)


def generate(generator, directory, documents, faults):
    """The stream, and the spoiled figure of each document that has a fault."""
    stream, truth = directory / "filings.ndjson", directory / "truth"
    with open(stream, "wb") as filings:
        subprocess.run(
            [generator, "--documents", str(documents), "--faults", str(faults), "--truth", truth],
            stdout=filings, check=True)
    with open(truth, encoding="utf-8") as lines:
        return stream, {int(document): figure for document, _, figure, _ in (line.split("\t") for line in lines)}


def tieout(arguments, stream, jobs, only="findings"):
    return [arguments.program, "check", "--lines", "--only", only, "--format", "json", "--jobs", str(jobs), stream]


def version(*command):
    try:
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return output.splitlines()[0] if output else ""
    except (OSError, subprocess.CalledProcessError):
        return ""


def duckdb_version(directory):
    """The version of the package and of node, or nothing where either is not there."""
    package = directory / "node_modules" / "@duckdb" / "node-api" / "package.json"
    node = version("node", "--version")
    return f"{json.loads(package.read_text())['version']} on node {node}" if node and package.exists() else ""


def contenders(arguments, stream):
    duckdb = pathlib.Path(os.environ.get("TIEOUT_DUCKDB", arguments.build / ".." / "duckdb")).resolve()
    os.environ["TIEOUT_DUCKDB"] = str(duckdb)
    result, remarks = [], [f"Python {platform.python_version()}"]
    for jobs in (1, 2):
        result.append(Contender("tieout", jobs, tieout(arguments, stream, jobs), documents_of))
        result.append(Contender("tieout, which only counts", jobs, tieout(arguments, stream, jobs, "summary"), counted))
        result.append(Contender(BY_HAND, jobs, [arguments.by_hand, str(jobs), stream]))
        result.append(Contender("script, Python with Decimal", jobs,
                                [sys.executable, HERE / "by_hand.py", str(jobs), stream]))
    if found := duckdb_version(duckdb):
        remarks.append("DuckDB " + found)
        for jobs in (1, 2):
            result.append(Contender(QUERY, jobs,
                                    ["node", HERE / "duckdb.mjs", str(jobs), stream]))
    else:
        remarks.append(f"DuckDB left out: {duckdb} has no package @duckdb/node-api, or there is no node "
                       f"(npm install --prefix {os.path.relpath(duckdb)} @duckdb/node-api)")
    return sorted(result, key=lambda contender: contender.jobs), remarks


def number(value):
    """Three digits that count, with commas."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def table(*rows):
    heads, *lines = rows
    print("| " + " | ".join(heads) + " |")
    print("|---" * len(heads) + "|")
    for line in lines:
        print("| " + " | ".join(line) + " |")
    print(flush=True)


def machine(arguments, remarks):
    model = ""
    try:
        cpu = pathlib.Path("/proc/cpuinfo").read_text()
        model = next((line.split(":", 1)[1].strip() for line in cpu.splitlines() if line.startswith("model name")), "")
    except OSError:
        pass
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores {model}; load at the start {load}.")
    print("; ".join(filter(None, [version(arguments.program, "--version"), arguments.compiler, *remarks])) + ".\n")


def verdict(rival, truth):
    """How many faulty documents were found, how many missed, and how many found that have no fault."""
    if isinstance(rival.found, int):
        return [f"{rival.found:,}", "", ""]
    return [f"{len(some):,}" for some in (rival.found & truth.keys(), truth.keys() - rival.found,
                                          rival.found - truth.keys())]


def compare(arguments, directory):
    stream, truth = generate(arguments.generate, directory, arguments.documents, arguments.faults)
    rivals, remarks = contenders(arguments, stream)
    machine(arguments, remarks)
    size = stream.stat().st_size
    print(f"{arguments.documents:,} documents of {size / arguments.documents:,.0f} bytes, "
          f"{len(truth):,} of them with a fault; the best of {arguments.repetitions} runs taken in turn.\n", flush=True)
    for _ in range(arguments.repetitions):
        for rival in rivals:
            rival.run(arguments.measure, directory)
    speed = {(rival.name, rival.jobs): arguments.documents / rival.best.seconds for rival in rivals}
    rows = [("program", "cores", "documents/s", "MB/s", "× by hand", "× DuckDB", "1 → 2 cores", "µs of processor",
             "MB", "found", "missed", "false")]
    for rival in rivals:
        rate = speed[rival.name, rival.jobs]
        rows.append((
            rival.name, str(rival.jobs), number(rate), number(rate * size / arguments.documents / 1e6),
            number(rate / speed[BY_HAND, rival.jobs]),
            number(rate / speed[QUERY, rival.jobs]) if (QUERY, rival.jobs) in speed else "",
            number(rate / speed[rival.name, 1]) if rival.jobs != 1 else "",
            number(min(run.busy for run in rival.runs) / arguments.documents * 1e6),
            number(max(run.memory for run in rival.runs)),
            *verdict(rival, truth)))
    table(*rows)
    rivals[0].run(arguments.measure, directory)
    among, alone = located(directory / "found", truth)
    print(f"tieout names the spoiled figure among those that may be wrong in {among:,} of these faults, and it alone "
          f"in {alone:,}; the others only name the check.\n")


def tieout_alone(arguments, directory, documents, faults, jobs, repetitions):
    stream, truth = generate(arguments.generate, directory, documents, faults)
    rival = Contender("tieout", jobs, tieout(arguments, stream, jobs), documents_of)
    for _ in range(repetitions):
        rival.run(arguments.measure, directory)
    return [str(jobs), number(rival.best.seconds), number(documents / rival.best.seconds),
            number(max(run.memory for run in rival.runs)), *verdict(rival, truth)]


def grow(arguments, directory):
    """What tieout takes as streams grow, and as faults do: each of these is located and written down."""
    heads = ("documents", "faults ‰", "cores", "seconds", "documents/s", "MB", "found", "missed", "false")
    growth = [(f"{documents:,}", str(arguments.faults),
               *tieout_alone(arguments, directory, documents, arguments.faults, os.cpu_count(), 1))
              for documents in arguments.growth]
    table(heads, *growth)
    rates = [(f"{arguments.documents:,}", str(faults),
              *tieout_alone(arguments, directory, arguments.documents, faults, 1, arguments.repetitions))
             for faults in (0, 1, 2, 5, 10, 20, 50)]
    table(heads, *rates)


def sizes(arguments, directory):
    if not shutil.which("size") or not shutil.which("strip"):
        print("Sizes left out: they need size and strip of binutils.\n")
        return
    rows = [("file", "KB stripped", "KB of text segment")]
    library = sorted(arguments.build.glob("libtieout.so*")) or sorted(arguments.build.glob("libtieout.*"))
    for file in [arguments.program, *library[:1]]:
        stripped = directory / "stripped"
        subprocess.run(["strip", "-o", stripped, file], check=True)
        segments = subprocess.run(["size", file], capture_output=True, text=True, check=True).stdout
        text = segments.splitlines()[1].split()[0]
        rows.append((file.name, number(stripped.stat().st_size / 1024), number(int(text) / 1024)))
    table(*rows)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench streams", description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="?", type=int, default=50_000)
    parser.add_argument("--faults", type=int, default=10, metavar="PER_MILLE")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--growth", default="1000,10000,100000,1000000", metavar="DOCUMENTS,…",
                        type=lambda text: [int(part) for part in text.split(",") if part])
    parser.add_argument("--build", type=pathlib.Path, default=HERE / ".." / ".." / "build" / "release")
    parser.add_argument("--compiler", default="")
    arguments = parser.parse_args()
    arguments.program = arguments.build / "tieout"
    arguments.generate = arguments.build / "bench" / "tieout_generate"
    arguments.measure = arguments.build / "bench" / "tieout_measure"
    arguments.by_hand = arguments.build / "bench" / "tieout_by_hand"
    with tempfile.TemporaryDirectory(prefix="tieout-streams-") as name:
        directory = pathlib.Path(name)
        compare(arguments, directory)
        grow(arguments, directory)
        sizes(arguments, directory)


if __name__ == "__main__":
    main()
