"""PostGIS on a server of our own: postgis.py TABLE AREAS OURS TIMES

Starts a cluster in a temporary folder that only a socket leads to, loads the points of the table, asks
it what we ask ourselves, and takes all down again. OURS is a folder with our answers. One core: no
parallel workers.
"""

import glob
import io
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

import psycopg2
import pyproj

from measure import numbers, polygons, tell

table, areas, ours, times = sys.argv[1:5]
ours, times = pathlib.Path(ours), int(times)
programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
if not programs:
    sys.exit("no PostgreSQL server on this machine")
programs = pathlib.Path(programs[-1]).parent

# The server refuses to run as root; Debian's package brings a user for it.
user = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
folder = tempfile.mkdtemp(prefix="makan-bench-")


def as_user():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)


def server(program, *arguments):
    subprocess.run(
        [programs / program, *arguments], check=True, preexec_fn=as_user, cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def timed(work):
    shortest = None
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        span = time.perf_counter() - start
        if shortest is None or span < shortest:
            shortest = span
    # The work is the server's; its processor time is not ours to see.
    return result, (shortest, None)


try:
    os.chown(folder, user.pw_uid, user.pw_gid)
    data = os.path.join(folder, "data")
    server("initdb", "-D", data, "-A", "trust", "-U", "bench", "--no-sync", "--locale=C",
           "--encoding=UTF8")
    settings = {
        "listen_addresses": "", "unix_socket_directories": folder, "fsync": "off",
        "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
        "shared_buffers": "1GB", "work_mem": "512MB", "maintenance_work_mem": "512MB",
        "max_wal_size": "8GB", "jit": "off", "max_parallel_workers_per_gather": "0",
    }
    with open(os.path.join(data, "postgresql.conf"), "a") as file:
        for name, value in settings.items():
            file.write(f"{name} = '{value}'\n")
    server("pg_ctl", "-D", data, "-w", "-l", os.path.join(folder, "log"), "start")
    try:
        connection = psycopg2.connect(host=folder, user="bench", dbname="postgres")
        connection.autocommit = True
        cursor = connection.cursor()

        def ask(statement, *values):
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else None

        ask("CREATE EXTENSION postgis")
        version = ask("SELECT postgis_lib_version(), current_setting('server_version')")[0]
        ask("CREATE TABLE raw (lon float8, lat float8, id text, type text, day text, name text, "
            "killed int, east float8, north float8)")
        # Places on a plane, for clusters: this database groups on a plane only.
        plane = pyproj.Transformer.from_crs(4326, 32637, always_xy=True)
        with open(table) as file:
            next(file)
            lines = file.read().splitlines()
        places = [tuple(map(float, line.split("\t", 2)[:2])) for line in lines]
        east, north = plane.transform([x for x, _ in places], [y for _, y in places])
        rows = io.StringIO("".join(
            f"{line}\t{a!r}\t{b!r}\n" for line, a, b in zip(lines, map(float, east), map(float, north))))
        del lines, east, north
        cursor.copy_expert("COPY raw FROM STDIN", rows)
        del rows
        ask("CREATE TABLE p AS SELECT row_number() OVER () - 1 AS n, id, type, day, name, killed, "
            "ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom, "
            "ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS geog, "
            "ST_SetSRID(ST_MakePoint(east, north), 32637) AS plane FROM raw")
        ask("DROP TABLE raw")
        ask("CREATE INDEX ON p USING gist (geom)")
        ask("CREATE INDEX ON p USING gist (geog)")
        ask("CREATE TABLE g (key int, geom geometry)")
        for key, area in polygons(areas):
            ask("INSERT INTO g VALUES (%s, ST_SetSRID(ST_GeomFromWKB(%s), 4326))",
                key, psycopg2.Binary(area.wkb))
        ask("VACUUM ANALYZE")

        # Governorates: a row for each point.
        mine = numbers(ours / "assign.i32")
        found, span = timed(lambda: ask(
            "SELECT key, count(*) FROM p JOIN g ON ST_Contains(g.geom, p.geom) GROUP BY key"))
        counts = dict(found)
        differing = sum(abs(int((mine == key).sum()) - counts.get(key, 0)) for key in range(14))
        tell("postgis:assign", span, inside=sum(counts.values()), differing=differing,
             version=" on PostgreSQL ".join(version))

        # Radius: geodesic on the ellipsoid.
        mine = numbers(ours / "radius.i32")
        step = len(places) // len(mine)
        centres = [places[i * step] for i in range(len(mine))]
        ask("PREPARE near (geography) AS SELECT count(*) FROM p WHERE ST_DWithin(geog, $1, 10000)")
        found, span = timed(lambda: [
            ask("EXECUTE near (ST_MakePoint(%s, %s)::geography)", x, y)[0][0] for x, y in centres])
        tell("postgis:radius", span, rows=sum(found),
             differing=sum(1 for a, b in zip(found, mine) if a != b))

        # Clusters, on a plane.
        times = 1
        mine = numbers(ours / "cluster.i32")
        found, span = timed(lambda: ask(
            "SELECT count(DISTINCT c), count(*) FILTER (WHERE c IS NULL) FROM "
            "(SELECT ST_ClusterDBSCAN(plane, 500, 10) OVER () AS c FROM p) AS t")[0])
        tell("postgis:cluster", span, clusters=found[0], noise=found[1],
             our_clusters=int(mine.max() + 1), our_noise=int((mine < 0).sum()))

        # Writing.
        times = int(sys.argv[4])

        def write():
            with open(ours / "postgis.geojson", "w") as file:
                cursor.copy_expert(
                    "COPY (SELECT ST_AsGeoJSON(t.*, 'geom', 5) FROM "
                    "(SELECT geom, id, type, day, name, killed FROM p) AS t) "
                    "TO STDOUT", file)

        _, span = timed(write)
        tell("postgis:writing", span,
             bytes_written=os.path.getsize(ours / "postgis.geojson"))
        connection.close()
    finally:
        server("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
finally:
    shutil.rmtree(folder, ignore_errors=True)
