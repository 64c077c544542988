// geodesy.js: lengths and circles on the ellipsoid WGS 84.

const equator = 6378137;
const flattening = 1 / 298.257223563;
const eccentricity2 = flattening * (2 - flattening);
const radian = Math.PI / 180;

/** Metres between two positions [lat, lon]: Vincenty's inverse formula (Survey Review 23, 1975). */
function distance([lat1, lon1], [lat2, lon2]) {
  const pole = equator * (1 - flattening);
  const turn = (lon2 - lon1) * radian;
  const u1 = Math.atan((1 - flattening) * Math.tan(lat1 * radian));
  const u2 = Math.atan((1 - flattening) * Math.tan(lat2 * radian));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = turn;
  let sigma, sinSigma, cosSigma, cosAlpha2, middle;
  for (let round = 0; round < 50; round += 1) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    sinSigma = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
    if (sinSigma === 0) return 0;
    cosSigma = sin1 * sin2 + cos1 * cos2 * cosL;
    sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * sinL) / sinSigma;
    cosAlpha2 = 1 - sinAlpha ** 2;
    middle = cosAlpha2 === 0 ? 0 : cosSigma - (2 * sin1 * sin2) / cosAlpha2;
    const c = (flattening / 16) * cosAlpha2 * (4 + flattening * (4 - 3 * cosAlpha2));
    const next = turn + (1 - c) * flattening * sinAlpha
      * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-12) break;
    lambda = next;
  }
  const bulge = (cosAlpha2 * (equator ** 2 - pole ** 2)) / pole ** 2;
  const a = 1 + (bulge / 16384) * (4096 + bulge * (-768 + bulge * (320 - 175 * bulge)));
  const b = (bulge / 1024) * (256 + bulge * (-128 + bulge * (74 - 47 * bulge)));
  const correction = b * sinSigma * (middle + (b / 4) * (cosSigma * (2 * middle ** 2 - 1)
    - (b / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * middle ** 2 - 3)));
  return pole * a * (sigma - correction);
}

/** How many metres a degree of latitude and of longitude are at a latitude. */
function metresPerDegree(latitude) {
  const w = 1 - eccentricity2 * Math.sin(latitude * radian) ** 2;
  return {
    north: (equator * (1 - eccentricity2) * radian) / w ** 1.5,
    east: (equator * Math.cos(latitude * radian) * radian) / Math.sqrt(w),
  };
}

/** The position some metres away from another one in a direction, on the tangent plane of the middle
    latitude: right to a metre over the tens of kilometres that circles here have. */
function moved([lat, lon], metres, bearing) {
  const north = metres * Math.cos(bearing);
  const east = metres * Math.sin(bearing);
  const first = lat + north / metresPerDegree(lat).north;
  const middle = metresPerDegree((lat + first) / 2);
  return [lat + north / middle.north, lon + east / middle.east];
}

/** A circle as a ring of positions. */
const circleRing = (centre, metres, corners = 120) =>
  Array.from({ length: corners }, (_, i) => moved(centre, metres, (i / corners) * 2 * Math.PI));

/** True when a position lies inside polygons of rings of [lat, lon]. */
function isInside([lat, lon], polygons) {
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [a, b] = [ring[i], ring[j]];
        if (a[0] > lat !== b[0] > lat
          && lon < ((b[1] - a[1]) * (lat - a[0])) / (b[0] - a[0]) + a[1]) inside = !inside;
      }
    }
  }
  return inside;
}

/** The least and the greatest distance in metres from a position to an area, on the tangent plane of
    the position. */
function reachOf(position, polygons) {
  let least = Infinity;
  let most = 0;
  for (const rings of polygons) {
    for (const ring of rings) {
      const spots = ring.map(([lat, lon]) => {
        const scale = metresPerDegree((lat + position[0]) / 2);
        return [(lat - position[0]) * scale.north, (lon - position[1]) * scale.east];
      });
      for (let i = 0, j = spots.length - 1; i < spots.length; j = i, i += 1) {
        const [[ay, ax], [by, bx]] = [spots[j], spots[i]];
        const [dy, dx] = [by - ay, bx - ax];
        const part = Math.min(1, Math.max(0, -(ay * dy + ax * dx) / (dy * dy + dx * dx || 1)));
        least = Math.min(least, Math.hypot(ay + part * dy, ax + part * dx));
        most = Math.max(most, Math.hypot(by, bx));
      }
    }
  }
  return { least: isInside(position, polygons) ? 0 : least, most };
}
