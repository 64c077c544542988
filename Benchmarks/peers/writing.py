"""A million points to GeoJSON: writing.py orjson|text|pyogrio|ogr2ogr TABLE FILE TIMES

The table is read first and not clocked; what is clocked ends with the file on disk. ogr2ogr reads its
own fastest form. Also `writing.py compare FILE FILE…`, which says what the others hold otherwise than
the first.
"""

import gc
import os
import subprocess
import sys

from measure import best, tell

tool = sys.argv[1]


def rows_of(path):
    """What a file holds, by id."""
    import orjson

    with open(path, "rb") as file:
        data = file.read()
    # The database writes a feature a line.
    if data.startswith(b'{"type": "Feature",'):
        features = [orjson.loads(line) for line in data.splitlines()]
    else:
        features = orjson.loads(data)["features"]
    return {
        f["properties"]["id"]: (
            f["geometry"]["coordinates"],
            [f["properties"][name] for name in ("type", "day", "name", "killed")])
        for f in features
    }


def differing(path, rows):
    """How many features another file holds otherwise; a fifth decimal may be rounded otherwise."""
    theirs = rows_of(path)
    return abs(len(theirs) - len(rows)) + sum(
        1 for name, (place, cells) in theirs.items()
        if name not in rows or rows[name][1] != cells
        or max(abs(a - b) for a, b in zip(place, rows[name][0])) > 1.01e-5)


if tool == "compare":
    gc.disable()
    first = rows_of(sys.argv[2])
    for path in sys.argv[3:]:
        tell("compare", (0, 0), file=os.path.basename(path), features=len(first),
             differing=differing(path, first))
    sys.exit()

table, output, times = sys.argv[2], sys.argv[3], int(sys.argv[4])


def frame():
    import geopandas
    import pandas

    rows = pandas.read_csv(table, sep="\t", quoting=3)
    return geopandas.GeoDataFrame(
        rows.drop(columns=["lon", "lat"]),
        geometry=geopandas.points_from_xy(rows["lon"], rows["lat"]), crs=4326)


if tool == "orjson":
    import orjson

    # Nothing here makes a cycle, and looking for them takes longer than the work.
    gc.disable()
    rows = []
    with open(table) as file:
        next(file)
        for line in file:
            x, y, *cells, killed = line.rstrip("\n").split("\t")
            rows.append((float(x), float(y), *cells, int(killed)))

    def work():
        features = [
            {
                "type": "Feature",
                "properties": {
                    "id": name, "type": kind, "day": day, "name": place, "killed": killed},
                "geometry": {"type": "Point", "coordinates": (round(x, 5), round(y, 5))},
            }
            for x, y, name, kind, day, place, killed in rows
        ]
        with open(output, "wb") as file:
            file.write(orjson.dumps({"type": "FeatureCollection", "features": features}))

elif tool == "text":
    # By hand, as scripts do it.
    gc.disable()
    rows = []
    with open(table) as file:
        next(file)
        for line in file:
            x, y, *cells = line.rstrip("\n").split("\t")
            rows.append((float(x), float(y), *cells))

    def work():
        with open(output, "w") as file:
            file.write('{"type":"FeatureCollection","features":[')
            file.write(",".join([
                '{"type":"Feature","properties":{"id":"%s","type":"%s","day":"%s","name":"%s",'
                '"killed":%s},"geometry":{"type":"Point","coordinates":[%.5f,%.5f]}}'
                % (name, kind, day, place, killed, x, y)
                for x, y, name, kind, day, place, killed in rows]))
            file.write("]}")

elif tool == "pyogrio":
    import pyogrio

    features = frame()

    def work():
        if os.path.exists(output):
            os.remove(output)
        pyogrio.write_dataframe(features, output, driver="GeoJSON", COORDINATE_PRECISION=5)

else:
    import pyogrio

    source = output + ".fgb"
    pyogrio.write_dataframe(frame(), source, driver="FlatGeobuf", SPATIAL_INDEX="NO")

    def work():
        if os.path.exists(output):
            os.remove(output)
        subprocess.run(
            ["ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=5", output, source],
            check=True)


_, span = best(times, work)
if tool == "ogr2ogr":
    # The work is a child's.
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    span = (span[0], (usage.ru_utime + usage.ru_stime) / times)
tell("writing:" + tool, span, bytes_written=os.path.getsize(output))
