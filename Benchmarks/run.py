"""Runs the benchmarks: run.py --program MAKAN --bench BENCH --python PYTHON [--quick] [PART…]

Every part runs ours and its peers turn by turn on the same files, keeps the best of each, and compares
the answers. All parts together, and not --quick, write RESULTS.md. `scripts/bench` builds and installs
what this needs, and calls it.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
package = here.parent
peers = here / "peers"
data = here / ".build" / "data"

parser = argparse.ArgumentParser()
parser.add_argument("--program", required=True)
parser.add_argument("--bench", required=True)
parser.add_argument("--python", required=True)
parser.add_argument("--quick", action="store_true")
parser.add_argument("parts", nargs="*")
options = parser.parse_args()

quick = options.quick
rounds = 2 if quick else 3
point_count = 200_000 if quick else 1_000_000
text_bytes = 20_000_000 if quick else 100_000_000
short, long = (20_000_000, 200_000_000) if quick else (200_000_000, 2_000_000_000)


# MARK: Results


class Table:
    """Rows of figures, and which of them have a target."""

    def __init__(self):
        self.rows = []
        self.notes = []

    def add(self, part, what, ours, peer="", theirs="", ratio=None, target="", met=None):
        self.rows.append((part, what, ours, peer, theirs,
                          "" if ratio is None else f"{ratio:.2f}", target,
                          "" if met is None else "yes" if met else "**no**"))
        print("  " + " | ".join(str(c) for c in self.rows[-1][1:] if c != ""), flush=True)

    def note(self, text):
        self.notes.append(text)
        print("  ! " + text, flush=True)

    def markdown(self):
        lines = ["| part | what | Makan | peer | its figure | ratio | target | met |",
                 "| --- | --- | ---: | --- | ---: | ---: | --- | --- |"]
        return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in self.rows])


table = Table()


def seconds(value):
    return f"{value * 1000:.2f} ms" if value < 1 else f"{value:.2f} s"


# MARK: Running


def lines(command, **more):
    result = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, **more)
    if result.returncode != 0:
        raise RuntimeError(
            f"{' '.join(map(str, command[:4]))} … exits with {result.returncode}: "
            + result.stderr.strip()[-400:])
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def ours(*arguments):
    return lines([options.bench, *arguments])


def peer(script, *arguments, python=None):
    return lines([python or options.python, "-B", peers / script, *arguments])


def alternate(**works):
    """Runs several works turn by turn, and keeps for each what it answered when it was fastest.

    A peer that fails is told in the results, and left out.
    """
    best = {}
    for _ in range(rounds):
        for name, work in works.items():
            if name in best and best[name] is None:
                continue
            try:
                answer = work()[0]
            except Exception as error:  # noqa: BLE001: whatever it is, it is told
                if name == "ours":
                    raise
                table.note(f"{name} failed: {error}")
                best[name] = None
                continue
            if name not in best or answer["seconds"] < best[name]["seconds"]:
                best[name] = answer
    return {name: answer for name, answer in best.items() if answer}


def process(command, output=os.devnull):
    """Runs a program; gives its seconds, its processor seconds, and its peak memory in MB."""
    start = time.perf_counter()
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
               (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(str(command[0]), [str(c) for c in command], os.environ,
                           file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} exits with {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


# MARK: Inputs


def sources():
    corpus = sorted((package / "Tests/Corpus/reports").glob("*.txt"))
    seeds = sorted((package / "seeds").glob("*.txt"))
    return corpus + seeds


def made(name, *command, size=None):
    """A file that a command writes to its standard output, made once for each build of the bench."""
    path = data / name
    bench_time = pathlib.Path(options.bench).stat().st_mtime
    if path.exists() and path.stat().st_mtime > bench_time:
        return path
    data.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        subprocess.run([str(c) for c in command], stdout=file, check=True)
    return path


def reports(count=None, size=None):
    """JSON lines of varied reports: so many, or so many bytes."""
    if count:
        return made(f"reports-{count}.jsonl", options.bench, "corpus", "--reports", count, *sources())
    return made(f"bytes-{size}.jsonl", options.bench, "corpus", "--bytes", size, *sources())


def points():
    files = [data / f"points-{point_count}.{end}" for end in ("f64", "tsv")] + [
        data / "governorates.geojson"]
    bench_time = pathlib.Path(options.bench).stat().st_mtime
    if not all(f.exists() and f.stat().st_mtime > bench_time for f in files):
        data.mkdir(parents=True, exist_ok=True)
        subprocess.run([options.bench, "points", *map(str, files), "--count", str(point_count)],
                       check=True)
    return files


# MARK: Parts


def pipeline():
    """The whole way from JSON lines to claim records; two cores against one; cost per report."""
    file = reports(size=short)
    size = ours("read", file, "--repeat", 1)[0]
    one = reports(size=20_000_000)
    both = alternate(
        ours=lambda: ours("pipeline", one, "--jobs", 2, "--repeat", 1),
        single=lambda: ours("pipeline", one, "--jobs", 1, "--repeat", 1))
    table.add("pipeline", "20 MB, two cores against one", seconds(both["ours"]["seconds"]),
              "one core", seconds(both["single"]["seconds"]),
              both["single"]["seconds"] / both["ours"]["seconds"], "≥ 1.8",
              both["single"]["seconds"] / both["ours"]["seconds"] >= 1.8)
    whole = ours("pipeline", file, "--jobs", 2, "--repeat", 1 if quick else 2)[0]
    rate = size["bytes"] / whole["seconds"] / 1e6
    table.add("pipeline", f"text in to claims out, {short // 10**6} MB of JSON lines, two cores",
              f"{rate:.1f} MB/s", target="≥ 40 MB/s", met=rate >= 40)
    table.add("pipeline", "the same", f"{whole['reports'] / whole['seconds']:.0f} reports/s, "
              f"{whole['claims'] / whole['seconds']:.0f} claims/s")


def scale():
    """Cost per report from a thousand reports to a million, and the memory of `makan extract`.

    Each count is read once by a new process that has read 20 MB of other reports: to read the same
    thousand again and again would be to remember them, to read them first of all to learn every name.
    """
    costs = {}
    setup = ours("setup", "--repeat", 5)[0]
    others = made("others.jsonl", options.bench, "corpus", "--bytes", 20_000_000, "--seed", 2, *sources())
    for count in (1000, 10_000) if quick else (1000, 10_000, 100_000):
        answer = min((ours("pipeline", reports(count), "--after", others, "--jobs", 2, "--repeat", 1)[0]
                      for _ in range(rounds)), key=lambda a: a["seconds"])
        costs[count] = answer["seconds"] / count
    free = shutil.disk_usage(here).free
    peaks = {}
    for size in (short, long):
        if size == long and free < 3 * long:
            # Too little disk: the reports come through a pipe, and their making is clocked as well.
            table.note("too little disk: the long run reads a pipe, its cost per report is left out")
            command = (f"{options.bench} corpus --bytes {size} "
                       + " ".join(map(str, sources())) + f" | {options.program} extract - --quiet")
            with open(os.devnull, "w") as null:
                child = subprocess.Popen(["sh", "-c", command], stdout=null)
                _, _, usage = os.wait4(child.pid, 0)
            peaks[size] = usage.ru_maxrss * 1024 / 1e6
            continue
        file = reports(size=size)
        wall, cpu, peaks[size] = process([options.program, "extract", file, "--quiet"])
        count = ours("read", file, "--repeat", 1)[0]["reports"]
        costs[int(count)] = (wall - setup["seconds"]) / count
        table.add("scale", f"makan extract, {size // 10**6} MB", f"{wall:.1f} s, {cpu:.1f} s of both cores",
                  theirs="", target="")
    table.add("scale", f"peak memory of {long // 10**6} MB", f"{peaks[long]:.0f} MB",
              target="< 300 MB", met=peaks[long] < 300)
    growth = peaks[long] / peaks[short]
    table.add("scale", f"the same against {short // 10**6} MB", f"{peaks[long]:.0f} MB", "",
              f"{peaks[short]:.0f} MB", growth, "≤ 1.10", growth <= 1.10)
    for count, cost in costs.items():
        table.add("scale", f"cost per report of {count:,}", f"{cost * 1e6:.1f} µs")
    spread = max(costs.values()) / min(costs.values())
    table.add("scale", "dearest against cheapest", "", ratio=spread, target="flat: ≤ 1.25",
              met=spread <= 1.25)


def stages():
    """Each stage alone, on one core."""
    file = reports(size=20_000_000)
    read = ours("read", file)[0]
    tokens = ours("tokens", file)[0]
    mentions = ours("mentions", file)[0]
    each = min((ours("stages", file, "--repeat", 1)[0] for _ in range(rounds)),
               key=lambda a: a["seconds"])
    size = read["bytes"] / 1e6

    def add(what, span):
        table.add("stages", what, f"{size / span:.1f} MB/s",
                  theirs=f"{span / read['reports'] * 1e6:.2f} µs a report")

    add("reading JSON lines", read["seconds"])
    add("tokens", tokens["seconds"])
    add("mentions, with tokens and words", mentions["seconds"])
    add("claims from mentions", each["claims_seconds"])
    add("geocoding", each["geocoding_seconds"])
    add("writing records", each["records_seconds"])


def names():
    """The gazetteer's names over the same folded text: ours, pyahocorasick, hyperscan."""
    file = reports(size=int(text_bytes * 1.1))
    listed, text = data / "names.txt", data / "text.txt"
    ours("folded", file, listed, text, "--bytes", text_bytes)
    found = alternate(
        ours=lambda: ours("names", listed, text, "--repeat", 1),
        pyahocorasick=lambda: peer("names.py", "pyahocorasick", listed, text, 1),
        hyperscan=lambda: peer("names.py", "hyperscan", listed, text, 1),
        mentions=lambda: ours("mentions", file, "--bytes", text_bytes, "--repeat", 1))
    mine = found["ours"]
    count = sum(1 for _ in open(listed, "rb"))
    for name in ("pyahocorasick", "hyperscan"):
        if name not in found:
            continue
        theirs = found[name]
        if (theirs["hits"], theirs["hit_bytes"]) != (mine["hits"], mine["hit_bytes"]):
            table.note(f"{name} finds {theirs['hits']} names, Makan {mine['hits']}")
        ratio = theirs["seconds"] / mine["seconds"]
        table.add("names", f"{count + 1:,} names, {mine['bytes'] / 1e6:.0f} MB, "
                  f"{int(mine['hits']):,} hits", f"{mine['bytes'] / mine['seconds'] / 1e6:.0f} MB/s",
                  name, f"{theirs['bytes'] / theirs['seconds'] / 1e6:.0f} MB/s", ratio,
                  "≥ 1" if name == "hyperscan" else "", ratio >= 1 if name == "hyperscan" else None)
    if "pyahocorasick" in found:
        theirs = found["pyahocorasick"]
        ratio = theirs["seconds"] / found["mentions"]["seconds"]
        table.add("names", "mention reading against bare names, the same reports",
                  f"{found['mentions']['bytes'] / found['mentions']['seconds'] / 1e6:.0f} MB/s",
                  "pyahocorasick", f"{theirs['bytes'] / theirs['seconds'] / 1e6:.0f} MB/s", ratio,
                  "≥ 1", ratio >= 1)


def dates():
    """Phrases of dates that both read alike."""
    phrases, days, alike = data / "dates.tsv", data / "dates-ours.txt", data / "dates-alike.tsv"
    ours("dates", reports(size=20_000_000), "--write", phrases, "--count", 2000)
    ours("dates", phrases, "--write-days", days)
    try:
        coverage = peer("dates.py", phrases, days, 1, alike)[0]
    except RuntimeError as error:
        return table.note(f"dateparser failed: {error}")
    ours("dates", alike, "--write-days", days)
    found = alternate(
        ours=lambda: ours("dates", alike, "--repeat", 20),
        dateparser=lambda: peer("dates.py", alike, days, 5))
    mine, theirs = found["ours"], found["dateparser"]
    table.add("dates", f"{mine['phrases']:.0f} phrases that both read alike",
              f"{mine['seconds'] / mine['phrases'] * 1e6:.1f} µs", "dateparser",
              f"{theirs['seconds'] / theirs['phrases'] * 1e6:.1f} µs",
              theirs["seconds"] / mine["seconds"])
    table.add("dates", f"read of {coverage['phrases']}", f"{coverage['ours_read']}", "dateparser",
              f"{coverage['read']}")


def start():
    """From nothing to the answer: each command, many times."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="makan-bench-"))
    seeds, maps = package / "seeds", package / "maps"
    commands = [
        ("makan --help", ["--help"], 0.015),
        ("makan geocode", ["geocode", "الجريجسة بريف حماة الجنوبي"], 0.040),
        ("makan near", ["near", maps, "--place", "سرمدا", "--radius", "20km"], None),
        ("makan report", ["report", maps, "--governorate", "SY09"], None),
        ("makan extract, one report", ["extract", seeds / "s1-atma.txt", "--quiet"], None),
        ("makan map seeds", ["map", seeds, "-o", folder, "--quiet"], None),
        ("makan gazetteer search", ["gazetteer", "search", "سرمدا"], None),
    ]
    times = {name: [] for name, _, _ in commands}
    peaks = {}
    for _ in range(10 if quick else 40):
        for name, arguments, _ in commands:
            wall, cpu, peaks[name] = process([options.program, *arguments])
            times[name].append((wall, cpu))
    shutil.rmtree(folder)
    for name, _, limit in commands:
        middle = statistics.median(t[0] for t in times[name])
        table.add("start", name + f", {peaks[name]:.0f} MB", f"{middle * 1000:.1f} ms",
                  "fastest", f"{min(times[name])[0] * 1000:.1f} ms",
                  target=f"< {limit * 1000:.0f} ms" if limit else "",
                  met=middle < limit if limit else None)


loading_python = None


def spatialite_python():
    """A Python whose SQLite loads extensions."""
    for python in (options.python, sys.executable, "/usr/bin/python3"):
        test = ("import sqlite3; c = sqlite3.connect(':memory:'); c.enable_load_extension(True); "
                "c.load_extension('mod_spatialite')")
        if subprocess.run([python, "-c", test], capture_output=True).returncode == 0:
            return python
    return None


databases = None


def asked_of_databases():
    """What PostGIS and SpatiaLite answer, asked once for all parts, by job."""
    global databases
    if databases is not None:
        return databases
    databases = {}
    places, rows, areas = points()
    answers()
    try:
        for answer in peer("postgis.py", rows, areas, data, rounds):
            databases[answer["job"]] = answer
            if "version" in answer:
                versions["PostGIS"] = answer["version"]
    except Exception as error:  # noqa: BLE001
        table.note(f"PostGIS failed: {error}")
    python = spatialite_python()
    if python is None:
        table.note("SpatiaLite failed: no Python here whose SQLite loads mod_spatialite")
        return databases
    try:
        for answer in peer("spatialite.py", rows, areas, data, 1, python=python):
            databases[answer["job"]] = answer
            if "version" in answer:
                versions["SpatiaLite"] = answer["version"]
    except Exception as error:  # noqa: BLE001
        table.note(f"SpatiaLite failed: {error}")
    return databases


def answers():
    """Our answers as files, for peers to compare theirs with."""
    places = points()[0]
    for job in ("assign", "radius", "cluster"):
        ours(job, places, "--write", data / f"{job}.i32", "--repeat", 1)


def compared(part, what, mine, found, figure, target, counts, checked="differing"):
    """Adds a row for each peer, and one for the fastest of those whose answers are ours."""
    fastest = None
    for name, theirs in found.items():
        if name == "ours":
            continue
        wrong = theirs.get(checked)
        ratio = theirs["seconds"] / mine["seconds"]
        note = "" if not wrong else f"{wrong} differ"
        table.add(part, what + (f" ({note})" if note else ""), figure(mine), name, figure(theirs), ratio)
        if name in counts and not wrong and (fastest is None or theirs["seconds"] < fastest[1]):
            fastest = (name, theirs["seconds"])
    if fastest is None:
        return table.note(f"{part}: no peer to compare with")
    ratio = fastest[1] / mine["seconds"]
    table.add(part, f"{what}, fastest with the same answers", figure(mine), fastest[0],
              figure({"seconds": fastest[1]}), ratio, f"≥ {target}", ratio >= target)


def assign():
    """The governorate of each point."""
    places, _, areas = points()
    answers()
    file = data / "assign.i32"
    found = alternate(
        ours=lambda: ours("assign", places, "--repeat", 3),
        shapely=lambda: peer("geometry.py", "shapely:assign", places, file, 2, areas),
        GeoPandas=lambda: peer("geometry.py", "geopandas:assign", places, file, 1, areas))
    for name, job in (("PostGIS", "postgis:assign"), ("SpatiaLite", "spatialite:assign")):
        if job in asked_of_databases():
            found[name] = databases[job]
    mine = found["ours"]
    compared("assign", f"governorate of {point_count:,} points, index built", mine, found,
             lambda a: seconds(a["seconds"]), 4, ("shapely", "GeoPandas"))


def radius():
    """Who lies within 10 km: geodesics on the ellipsoid."""
    places = points()[0]
    answers()
    file = data / "radius.i32"
    found = alternate(
        ours=lambda: ours("radius", places, "--repeat", 5),
        shapely=lambda: peer("geometry.py", "shapely:radius", places, file, 2),
        haversine=lambda: peer("geometry.py", "sklearn:radius", places, file, 2))
    for name, job in (("PostGIS", "postgis:radius"), ("SpatiaLite", "spatialite:radius")):
        if job in asked_of_databases():
            found[name] = databases[job]
    mine = found["ours"]
    if "haversine" in found:
        found["scikit-learn, a sphere"] = found.pop("haversine")
    compared("radius", f"10 km of {point_count:,} points, a query", mine, found,
             lambda a: f"{a['seconds'] / mine['queries'] * 1000:.4f} ms", 20,
             ("shapely", "PostGIS", "SpatiaLite"))
    table.add("radius", "building the index", seconds(mine["build_seconds"]), "shapely",
              seconds(found["shapely"]["build_seconds"]) if "shapely" in found else "")


def cluster():
    """DBSCAN: 500 m, ten points."""
    places = points()[0]
    answers()
    file = data / "cluster.i32"
    found = alternate(
        ours=lambda: ours("cluster", places, "--repeat", 2),
        space=lambda: peer("geometry.py", "sklearn:cluster", places, file, 1))
    mine = found["ours"]
    if "space" in found:
        theirs = found["space"]
        if not theirs["same_cores"] or theirs["differing_noise"]:
            table.note(f"scikit-learn groups otherwise: {theirs}")
        ratio = theirs["seconds"] / mine["seconds"]
        table.add("cluster", f"{point_count:,} points, 500 m, 10; the same {mine['clusters']:.0f} "
                  f"clusters and {mine['noise']:.0f} of noise", seconds(mine["seconds"]),
                  "scikit-learn in space", seconds(theirs["seconds"]), ratio, "≥ 10", ratio >= 10)
        table.note(f"of the points that are no cores, {theirs['differing_border']} are in reach of two "
                   "clusters and stand in the other one at scikit-learn, which takes the first it meets "
                   "where Makan takes the nearest")
    try:
        theirs = peer("geometry.py", "sklearn:haversine", places, file, 1)[0]
        table.add("cluster", f"on a sphere: {theirs['clusters']} clusters, {theirs['noise']} of noise",
                  seconds(mine["seconds"]), "scikit-learn haversine", seconds(theirs["seconds"]),
                  theirs["seconds"] / mine["seconds"])
    except RuntimeError as error:
        table.note(f"scikit-learn failed: {error}")
    theirs = asked_of_databases().get("postgis:cluster")
    if theirs:
        table.add("cluster", f"on a plane: {theirs['clusters']} clusters, {theirs['noise']} of noise",
                  seconds(mine["seconds"]), "PostGIS", seconds(theirs["seconds"]),
                  theirs["seconds"] / mine["seconds"])


def writing():
    """Points with five columns to a GeoJSON file."""
    places, rows, _ = points()
    def path(name):
        return data / f"{name}.geojson"

    found = alternate(
        ours=lambda: ours("geojson", places, path("ours"), "--repeat", 3),
        orjson=lambda: peer("writing.py", "orjson", rows, path("orjson"), 2),
        by_hand=lambda: peer("writing.py", "text", rows, path("by_hand"), 2),
        pyogrio=lambda: peer("writing.py", "pyogrio", rows, path("pyogrio"), 1),
        ogr2ogr=lambda: peer("writing.py", "ogr2ogr", rows, path("ogr2ogr"), 1))
    if "postgis:writing" in asked_of_databases():
        found["postgis"] = databases["postgis:writing"]
    others = [name for name in found if name != "ours"]
    for answer in peer("writing.py", "compare", path("ours"), *map(path, others)):
        found[answer["file"].removesuffix(".geojson")]["differing"] = answer["differing"]
    names = {"by_hand": "Python's % without escapes", "postgis": "PostGIS"}
    found = {names.get(name, name): answer for name, answer in found.items()}
    compared("writing", f"{point_count:,} points, {found['ours']['bytes_written'] / 1e6:.0f} MB",
             found["ours"], found, lambda a: seconds(a["seconds"]), 2,
             ("orjson", "pyogrio", "ogr2ogr", "PostGIS"))
    for name in others:
        path(name).unlink(missing_ok=True)
    (data / "ogr2ogr.geojson.fgb").unlink(missing_ok=True)


def available_memory():
    try:
        for line in open("/proc/meminfo"):
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 1 << 62


def linking():
    """Claims to operations, from a thousand to a million."""
    counts = [1000, 10_000, 100_000]
    if not quick and available_memory() >= 12e9:
        counts.append(1_000_000)
    elif not quick:
        table.note("linking a million claims was left out: it needs 12 GB of free memory")
    file = reports(size=long if counts[-1] > 100_000 else 200_000_000)
    found = ours("linking", file, "--claims", ",".join(map(str, counts)))
    costs = []
    for answer in found:
        costs.append(answer["seconds"] / answer["claims"])
        table.add("linking", f"{answer['claims']:,.0f} claims, {answer['operations']:,.0f} operations",
                  f"{costs[-1] * 1e6:.2f} µs a claim", theirs=f"{answer['peak_mb']:.0f} MB in all")
    table.add("linking", "dearest against cheapest", "", ratio=max(costs) / min(costs),
              target="≤ 1.5", met=max(costs) / min(costs) <= 1.5)


def maps():
    """What stands behind linking: features, clusters, files."""
    for answer in ours("maps", reports(size=200_000_000), "--claims", 20_000 if quick else 100_000):
        table.add("maps", answer["job"].replace("_", " "), seconds(answer["seconds"]),
                  theirs=f"{answer.get('operations', 0):,.0f} operations")


parts = {p.__name__: p for p in (
    pipeline, scale, stages, names, dates, start, assign, radius, cluster, writing, linking, maps)}


# MARK: The report


versions = {}


def machine():
    model = platform.processor() or platform.machine()
    memory = ""
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
        for line in open("/proc/meminfo"):
            if line.startswith("MemTotal:"):
                memory = f", {int(line.split()[1]) / 1e6:.0f} GB of memory"
                break
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores{memory}; {platform.system()} {platform.release()}"


def collect_versions():
    listed = ("pyahocorasick", "hyperscan", "shapely", "geopandas", "pyproj", "scikit-learn",
              "pyogrio", "orjson", "dateparser", "numpy")
    test = ("import importlib.metadata as m, json\n"
            f"print(json.dumps({{n: m.version(n) for n in {listed!r}}}))")
    try:
        versions.update(lines([options.python, "-c", test])[0])
    except RuntimeError as error:
        table.note(f"versions of peers: {error}")
    for name, command in (("GDAL", ["ogr2ogr", "--version"]), ("Swift", ["swift", "--version"])):
        try:
            result = subprocess.run(command, capture_output=True, text=True)
            versions[name] = result.stdout.splitlines()[0].strip()
        except (OSError, IndexError):
            table.note(f"{name} is not there")
    versions["SQLite"] = sqlite3.sqlite_version


def write_results():
    (here / "RESULTS.md").write_text(f"""# Results

`scripts/bench` wrote this page. Figures are the best of some runs, ours and the peer's turn by turn on
one machine; what counts are the ratios: the peer's seconds over ours. Everything runs on one core
unless it says two. Peers answer the same question of the same files, and their answers were compared
with ours in the run; only those with the same answers count for a target.

Machine: {machine()}.

Versions: {"; ".join(f"{name} {version}" for name, version in sorted(versions.items()))}.

{table.markdown()}

Notes of the run:

{chr(10).join("- " + note for note in table.notes) or "- none"}

The text is the development corpus, varied and repeated by `bench corpus` (`Sources/Bench/VariedCorpus.swift`):
sentences change their order and come from other reports, names of towns and villages and explicit days
are replaced, so that no two reports are alike; a day has 200 reports. Points lie seven in ten around
towns. `scripts/bench PART…` runs some parts alone: {", ".join(parts)}. Each part's commands stand in
`run.py`, the peers' in `peers/`.
""")


wanted = options.parts or list(parts)
for part in wanted:
    if part not in parts:
        sys.exit(f"no part '{part}'; there are {', '.join(parts)}")
for part in wanted:
    print(f"{part}: {parts[part].__doc__.strip()}", flush=True)
    begun = time.perf_counter()
    parts[part]()
    print(f"  ({time.perf_counter() - begun:.0f} s)", flush=True)
collect_versions()
print()
print(table.markdown())
missed = [row for row in table.rows if row[7] == "**no**"]
print(f"\n{len(missed)} of {sum(1 for row in table.rows if row[7])} targets not met")
if not options.parts and not quick:
    write_results()
    print("wrote Benchmarks/RESULTS.md")
