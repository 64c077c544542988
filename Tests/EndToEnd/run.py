"""Runs the built program as its users and their tools do: run.py PROGRAM

Needs ogrinfo, and geojson-validator (which brings shapely) beside this Python.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ.setdefault("LOGURU_LEVEL", "WARNING")  # the validator tells of its every step

import geojson_validator  # noqa: E402
import shapely.geometry  # noqa: E402

from readme import Readme  # noqa: E402

package = pathlib.Path(__file__).resolve().parents[2]
program = pathlib.Path(sys.argv[1]).resolve()
failures = []


def check(fact, sentence):
    print(("ok    " if fact else "FAILS ") + sentence)
    if not fact:
        failures.append(sentence)


def run(*arguments, status=0, **options):
    result = subprocess.run(
        [str(a) for a in arguments], cwd=package, capture_output=True, **options
    )
    if status is not None and result.returncode != status:
        check(False, f"{' '.join(map(str, arguments))} exits with {result.returncode}: "
                     f"{result.stderr.decode()[:500]}")
    return result


def makan(*arguments, **options):
    return run(program, *arguments, **options)


def map_files(folder):
    makan("map", "seeds", "-o", folder)
    files = sorted(folder.glob("*.geojson"))
    check(
        [f.stem for f in files] == ["areas", "clusters", "governorates", "operations"],
        "the map folder holds four GeoJSON files",
    )
    return files


def polygons(geometry):
    if geometry is None:
        return []
    shape = shapely.geometry.shape(geometry)
    return [g for g in getattr(shape, "geoms", [shape]) if g.geom_type == "Polygon"]


def check_geojson(file):
    collection = json.loads(file.read_text(encoding="utf-8"))
    count = len(collection["features"])
    info = run("ogrinfo", "-al", "-so", file)
    check(f"Feature Count: {count}\n" in info.stdout.decode(), f"ogrinfo reads {file.name}: {count} features")
    check(not info.stderr.strip(), f"ogrinfo warns of nothing in {file.name}")
    check(len(run("ogrinfo", "-al", "-q", file).stdout) > 0 or count == 0, f"ogrinfo -al shows {file.name}")
    structure = geojson_validator.validate_structure(str(file))
    check(not structure, f"geojson-validator accepts the structure of {file.name} {structure or ''}")
    # It cannot judge features that are nowhere.
    placed = dict(collection, features=[f for f in collection["features"] if f["geometry"]])
    if placed["features"]:
        geometries = geojson_validator.validate_geometries(placed)
        check(not geometries["invalid"], f"geojson-validator accepts the geometries of {file.name} {geometries['invalid'] or ''}")
    for feature in placed["features"]:
        for polygon in polygons(feature["geometry"]):
            if not polygon.is_valid or not polygon.exterior.is_ccw or any(i.is_ccw for i in polygon.interiors):
                check(False, f"{file.name}: {feature['id']} breaks the right-hand rule or is not valid")
    ids = [f["id"] for f in collection["features"]]
    check(len(set(ids)) == count, f"every id of {file.name} is there once")
    return collection["features"]


def check_counts(layers):
    claims = [json.loads(line) for line in makan("extract", "seeds").stdout.splitlines()]
    told = [claim["id"] for feature in layers["operations"] for claim in feature["properties"]["claims"]]
    check(
        sorted(told) == sorted({claim["id"] for claim in claims}),
        f"the operations rest on the {len(claims)} claims of the JSON lines, each once",
    )
    ids = {feature["id"] for feature in layers["operations"]}
    check({f["id"] for f in layers["areas"]} <= ids, "every area belongs to an operation")
    check(len(layers["governorates"]) == 14, "there are 14 governorates")


def check_near(folder):
    file = folder / "operations.geojson"
    by_name = makan("near", file, "--place", "سرمدا", "--radius", "20km", "--format", "json")
    by_point = makan("near", file, "--at", "36.19,36.72", "--radius", "20km", "--format", "json")
    names, points = (
        [o["id"] for o in json.loads(r.stdout)["operations"]] for r in (by_name, by_point)
    )
    check(names == points and len(names) > 0, f"near answers alike by name and by position: {len(names)}")
    certain = makan("near", file, "--at", "36.19,36.72", "--radius", "20km", "--certain", "--format", "json")
    operations = json.loads(certain.stdout)["operations"]
    check(all(o["within"] == "certain" for o in operations), "--certain leaves out the possible")
    piped = makan("near", "-", "--at", "36.19,36.72", "--radius", "20km", input=file.read_bytes())
    check(piped.returncode == 0, "near reads standard input")


def check_reports(folder):
    file = folder / "operations.geojson"
    for language, word in (("ar", "دير الزور"), ("en", "Deir-ez-Zor")):
        text = makan("report", file, "--governorate", "دير الزور", "--lang", language).stdout.decode()
        check(word in text and len(text.splitlines()) > 5, f"report speaks {language}")
    for form in ("markdown", "html", "csv", "json"):
        check(len(makan("report", file, "--format", form).stdout) > 100, f"report gives {form}")


def check_pipes():
    lines = b"".join(
        json.dumps({"id": f"r{i}", "text": (package / "seeds/s1-atma.txt").read_text()}).encode() + b"\n"
        for i in range(2000)
    )
    process = subprocess.Popen(
        f"'{program}' extract - | head -n 1 | wc -l", shell=True, cwd=package,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    out, err = process.communicate(lines)
    check(out.strip() == b"1" and b"rror" not in err, "a closed pipe ends the program quietly")
    results = makan("extract", "seeds/s1-atma.txt")
    check(b"\x1b" not in results.stdout + results.stderr, "no decorations when piped")


def check_install(folder):
    run("scripts/install", folder / "prefix")
    installed = folder / "prefix/bin/makan"
    answer = subprocess.run([installed, "geocode", "أطمة"], cwd="/", capture_output=True)
    check(answer.returncode == 0 and b"C4130" in answer.stdout, "the installed program answers from any folder")
    link = folder / "link"
    link.symlink_to(installed)
    moved = folder / "moved"
    (folder / "prefix").rename(moved)
    answer = subprocess.run([moved / "bin/makan", "geocode", "أطمة"], cwd="/", capture_output=True)
    check(answer.returncode == 0, "the installed program runs where it is moved to")


def check_readme():
    Readme(package, program, check).verify()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        layers = {file.stem: check_geojson(file) for file in map_files(folder / "maps")}
        check_counts(layers)
        check_near(folder / "maps")
        check_reports(folder / "maps")
        check_pipes()
        check_install(folder)
        check_readme()
    status = run("git", "status", "--porcelain", "--", "maps", "seeds", "gazetteer", status=None)
    if status.returncode == 0 and os.environ.get("CI"):
        check(not status.stdout, "nothing in the repository has changed")
    print(f"{len(failures)} of the end-to-end checks fail" if failures else "all end-to-end checks pass")
    sys.exit(1 if failures else 0)


main()
