"""Points and areas: geometry.py JOB POINTS OURS TIMES [AREAS]

JOB is shapely:assign, geopandas:assign, shapely:radius, sklearn:radius, sklearn:cluster or
sklearn:haversine. OURS holds our answers, which are compared.
"""

import sys

import numpy

from measure import best, clocks, numbers, points, polygons, same_partition, tell

job, points_path, ours_path, times = sys.argv[1:5]
times = int(times)
x, y = points(points_path)
ours = numbers(ours_path)


def assign_shapely():
    import shapely

    areas = polygons(sys.argv[5])

    def work():
        keys = numpy.full(len(x), -1, dtype="<i4")
        for key, area in areas:
            shapely.prepare(area)
            west, south, east, north = area.bounds
            near = numpy.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
            keys[near[shapely.contains_xy(area, x[near], y[near])]] = key
        return keys

    keys, span = best(times, work)
    tell(job, span, inside=int((keys >= 0).sum()), differing=int((keys != ours).sum()))


def assign_geopandas():
    import geopandas

    areas = polygons(sys.argv[5])
    frame = geopandas.GeoDataFrame(
        {"key": [key for key, _ in areas]}, geometry=[area for _, area in areas], crs=4326)
    places = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(x, y), crs=4326)

    def work():
        return geopandas.sjoin(places, frame, predicate="within")

    joined, span = best(times, work)
    keys = numpy.full(len(x), -1, dtype="<i4")
    keys[joined.index.to_numpy()] = joined["key"].to_numpy()
    tell(job, span, inside=len(joined), differing=int((keys != ours).sum()))


def centres():
    """The same centres as ours: as many as there are answers, evenly through the points."""
    step = len(x) // len(ours)
    return [(x[i * step], y[i * step]) for i in range(len(ours))]


def radius_shapely():
    import pyproj
    import shapely

    geodesics = pyproj.Geod(ellps="WGS84")
    start = clocks()
    tree = shapely.STRtree(shapely.points(x, y))
    tree.query(shapely.box(0, 0, 0, 0))
    built = clocks()[0] - start[0]
    reach = 10_000

    def work():
        counts = []
        for longitude, latitude in centres():
            # A box that surely holds the circle.
            height = reach / 110_500
            width = reach / (110_500 * numpy.cos(numpy.radians(abs(latitude) + height)))
            near = tree.query(shapely.box(
                longitude - width, latitude - height, longitude + width, latitude + height))
            n = len(near)
            _, _, metres = geodesics.inv(
                numpy.full(n, longitude), numpy.full(n, latitude), x[near], y[near])
            counts.append(int((metres <= reach).sum()))
        return counts

    counts, span = best(times, work)
    tell(job, span, rows=sum(counts), build_seconds=built,
         differing=int((numpy.array(counts) != ours).sum()))


def radius_sklearn():
    from sklearn.neighbors import BallTree

    start = clocks()
    tree = BallTree(numpy.radians(numpy.stack([y, x], axis=1)), metric="haversine")
    built = clocks()[0] - start[0]
    asked = numpy.radians(numpy.array([(b, a) for a, b in centres()]))

    def work():
        return tree.query_radius(asked, 10_000 / 6_371_008.8, count_only=True)

    counts, span = best(times, work)
    tell(job, span, rows=int(counts.sum()), build_seconds=built,
         differing=int((counts != ours).sum()))


def cluster(metric):
    from sklearn.cluster import DBSCAN

    if metric == "haversine":
        places = numpy.radians(numpy.stack([y, x], axis=1))
        work = DBSCAN(
            eps=500 / 6_371_008.8, min_samples=10, metric="haversine", algorithm="ball_tree")
    else:
        # In space, a chord of 500 m is the same as 500 m on the ground to a ten-thousandth of a
        # millimetre: the same groups as with geodesics, and the fastest tree.
        import pyproj

        to_space = pyproj.Transformer.from_crs(4979, 4978, always_xy=True)
        places = numpy.stack(to_space.transform(x, y, numpy.zeros(len(x))), axis=1)
        work = DBSCAN(eps=500, min_samples=10, algorithm="kd_tree")
    found, span = best(times, lambda: work.fit(places))
    labels = found.labels_
    cores = found.core_sample_indices_
    tell(job, span, clusters=int(labels.max() + 1), noise=int((labels < 0).sum()),
         same_cores=bool(same_partition(labels[cores], ours[cores])),
         differing_noise=int(((labels < 0) != (ours < 0)).sum()),
         differing_border=int(_differing(labels, ours)))


def _differing(labels, ours):
    """How many points are in another cluster, once the clusters are named alike."""
    both = (labels >= 0) & (ours >= 0)
    names = numpy.full(labels.max() + 1, -1)
    order = numpy.argsort(ours[both], kind="stable")
    pairs, counts = numpy.unique(
        numpy.stack([labels[both][order], ours[both][order]]), axis=1, return_counts=True)
    best_count = numpy.zeros(labels.max() + 1, dtype=int)
    for (theirs, mine), count in zip(pairs.T, counts):
        if count > best_count[theirs]:
            best_count[theirs] = count
            names[theirs] = mine
    return (names[labels[both]] != ours[both]).sum()


match job:
    case "shapely:assign": assign_shapely()
    case "geopandas:assign": assign_geopandas()
    case "shapely:radius": radius_shapely()
    case "sklearn:radius": radius_sklearn()
    case "sklearn:cluster": cluster("space")
    case "sklearn:haversine": cluster("haversine")
    case _: sys.exit("no such job: " + job)
