"""Counts the instructions of fixed commands: guards.py PROGRAM [--record]

A count hangs neither on the clock nor on what else the machine does: the same program gives the same
count to within a thousandth, threads included. `ceilings.tsv` holds for each command what was counted
and what may not be passed, a twentieth more. Fails above a ceiling. --record writes the file anew and
shows what changed; record what a change was worth together with the change.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
package = here.parent
ceilings = here / "ceilings.tsv"
room = package / ".build" / "guards"

HEADER = """\
# Instructions of fixed commands, written by scripts/bench --guards --record.
# name <tab> instructions <tab> ceiling <tab> arguments of makan
"""


def reports(path, rounds):
    """Reports made of the seeds: the paragraphs of each change places from round to round."""
    import json

    with open(path, "w") as file:
        for turn in range(rounds):
            for seed in sorted((package / "seeds").glob("*.txt")):
                _, matter, text = seed.read_text().split("---\n", 2)
                first, *others = [p for p in text.split("\n") if p.strip()]
                turned = others[turn % len(others):] + others[:turn % len(others)]
                record = {"id": f"{seed.stem}-{turn}", "published": f"2025-{turn % 12 + 1:02}-11",
                          "text": "\n\n".join([first, *turned])}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def prepared(program):
    """The program without what valgrind cannot read of it, beside its tables."""
    program = pathlib.Path(program).resolve()
    bare = program.with_name(program.name + "-bare")
    subprocess.run(["strip", "-o", bare, program], check=True)
    compilers = [shutil.which("clang"), shutil.which("cc")]
    swift = shutil.which("swift")
    if swift:
        compilers.append(str(pathlib.Path(swift).resolve().with_name("clang")))
    compiler = next(c for c in compilers if c and os.path.exists(c))
    library = room / "sigsuspend.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, here / "sigsuspend.c"],
                   check=True)
    return bare, library


def instructions(program, library, arguments):
    """How many instructions all threads of the program take."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_PRELOAD": str(library),
                   "SWIFT_DETERMINISTIC_HASHING": "1"}
    result = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         str(program), *arguments],
        cwd=package, env=environment, capture_output=True, text=True)
    counted = re.search(r"I\s+refs:\s+([\d,]+)", result.stderr)
    if result.returncode != 0 or not counted:
        sys.exit(f"makan {' '.join(arguments)} exits with {result.returncode} under valgrind:\n"
                 + result.stderr[-2000:])
    return int(counted[1].replace(",", ""))


def rows():
    for line in ceilings.read_text().splitlines():
        if line and not line.startswith("#"):
            name, count, ceiling, arguments = line.split("\t")
            yield name, int(count), int(ceiling), arguments.split(" ")


room.mkdir(parents=True, exist_ok=True)
reports(room / "reports.jsonl", rounds=10)
program, library = prepared(sys.argv[1])
recording = "--record" in sys.argv
passed = failed = 0
written = HEADER
for name, before, ceiling, arguments in rows():
    count = instructions(program, library, arguments)
    change = f"{100 * (count / before - 1):+.1f} %" if before else "new"
    shown = f"{name}: {count / 1e6:.1f} million instructions, {change}"
    written += f"{name}\t{count}\t{count + count // 20}\t{' '.join(arguments)}\n"
    if recording:
        print(shown)
    elif count > ceiling:
        failed += 1
        print(f"FAILS {shown} of {before / 1e6:.1f} million, above the ceiling of "
              f"{ceiling / 1e6:.1f} million: make it faster, or say why in the change that runs "
              "scripts/bench --guards --record")
    else:
        passed += 1
        hint = "; record it: scripts/bench --guards --record" if count < 0.9 * before else ""
        print(f"ok    {shown}{hint}")
if recording:
    ceilings.write_text(written)
else:
    print(f"guards: {passed} passed, {failed} failed")
    sys.exit(failed > 0)
