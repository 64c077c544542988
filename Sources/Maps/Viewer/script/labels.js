// labels.js: the names on the map, the best known first, none upon another one or upon a mark.

const labelPane = map.getPane("names");
labelPane.style.zIndex = 430;
const labelSheet = drawn("svg", { class: "names leaflet-zoom-hide", "aria-hidden": "true" });
labelPane.append(labelSheet);

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

function textWidth(text, font) {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

const face = "\"Noto Sans\", \"Noto Sans Arabic\", \"Segoe UI\", Tahoma, \"DejaVu Sans\", sans-serif";
const labelStyles = {
  governorate: { size: 15, weight: 700, second: 11 },
  small: { size: 12, weight: 700, second: 0 },
  land: { size: 14, weight: 400, second: 11 },
  city: { size: 13, weight: 600, second: 10 },
  town: { size: 12, weight: 400, second: 0 },
  village: { size: 11, weight: 400, second: 0 },
  neighbourhood: { size: 10.5, weight: 400, second: 0 },
  site: { size: 10.5, weight: 400, second: 0 },
  water: { size: 11.5, weight: 400, second: 0 },
  road: { size: 10.5, weight: 600, second: 0 },
};

/** The least zoom at which places of a kind are named, by how well known they are. */
function leastZoom(kind, importance) {
  switch (kind) {
    case "city": return 7.75;
    case "town": return 9;
    case "site": return importance >= 40 ? 10 : 11;
    case "neighbourhood": return 12.5;
    default: return importance >= 30 ? 10 : 11;
  }
}

const named = ground.places.map(([x, y, kind, importance, governorate, ar, en, others], index) => ({
  position: [y / 1e4, x / 1e4], kind, importance, governorate, ar, en, others, index,
  zoom: leastZoom(kind, importance),
}));

/** Rectangles of a sheet, looked up by what they touch. */
class Taken {
  constructor() { this.cells = new Map(); }

  *keys({ left, top, right, bottom }) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) yield x * 4096 + y;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box); else this.cells.set(key, [box]);
    }
  }

  isFree(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom
          && other.top < box.bottom) return false;
      }
    }
    return true;
  }
}

const boxAround = ({ x, y }, width, height) =>
  ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

/** The rectangles of what lies over the map: legend, tools, notes. */
function cardBoxes() {
  const frame = byId("map").getBoundingClientRect();
  return [...document.querySelectorAll(".stage > :not(#map):not(.tip)")].map((item) => item.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.width < frame.width * 0.95)
    .map((box) => ({
      left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top,
    }));
}

/** Names what is in view. */
function drawLabels() {
  const zoom = map.getZoom();
  const size = map.getSize();
  const view = map.getBounds().pad(0.1);
  const [south, north, west, east] = [view.getSouth(), view.getNorth(), view.getWest(), view.getEast()];
  const isInView = ([lat, lon]) => lat >= south && lat <= north && lon >= west && lon <= east;
  const origin = map.containerPointToLayerPoint([0, 0]);
  L.DomUtil.setPosition(labelSheet, origin);
  labelSheet.setAttribute("width", size.x);
  labelSheet.setAttribute("height", size.y);
  const taken = new Taken();
  for (const box of [...markBoxes(), ...cardBoxes()]) taken.add(box);
  const made = [];
  const at = (position) => map.latLngToContainerPoint(position);
  const inSheet = (box) => box.left > 2 && box.top > 2 && box.right < size.x - 2 && box.bottom < size.y - 2;

  /** Writes a name with its centre at a spot, if there is room; the other language below it. */
  function write(kind, text, second, spot, rotated) {
    if (!text) return false;
    const style = labelStyles[kind];
    const width = Math.max(
      textWidth(text, `${style.weight} ${style.size}px ${face}`),
      style.second && second ? textWidth(second, `${style.second}px ${face}`) : 0) + 4;
    const height = style.size * 1.45 + (style.second && second ? style.second * 1.2 : 0);
    const box = boxAround(spot, width, height);
    if (!inSheet(box) || !taken.isFree(box)) return false;
    taken.add(box);
    const top = box.top + style.size * 1.1;
    made.push(drawn("text", { class: "name " + kind, x: spot.x, y: top }, text));
    if (style.second && second) {
      made.push(drawn("text", {
        class: `name second ${kind}`, x: spot.x, y: top + style.second * 1.25 }, second));
    }
    return true;
  }

  const both = (item) => {
    const [main, other] = language === "ar" ? [item.ar, item.en] : [item.en, item.ar];
    return [main || other, main && other !== main ? other : ""];
  };

  /** Writes the name of a place beside its dot, wherever there is room. */
  function writePlace(place) {
    const spot = at(place.position);
    const [text, second] = both(place);
    const style = labelStyles[place.kind];
    const half = textWidth(text, `${style.weight} ${style.size}px ${face}`) / 2;
    const lines = style.second && second ? style.size + style.second : style.size;
    const away = place.kind === "city" ? 8 : 6;
    const side = language === "ar" ? -1 : 1;
    const secondHalf = style.second && second ? textWidth(second, `${style.second}px ${face}`) / 2 : 0;
    const reach = Math.max(half, secondHalf) + away;
    const spots = [[side * reach, 0], [-side * reach, 0], [0, -lines * 0.75 - away / 2], [0, lines * 0.75 + away / 2]];
    const dot = boxAround(spot, 7, 7);
    if (place.kind !== "city" && !taken.isFree(dot)) return;
    for (const [dx, dy] of spots) {
      if (write(place.kind, text, second, { x: spot.x + dx, y: spot.y + dy })) {
        taken.add(dot);
        made.push(drawn("circle", {
          class: "dot " + place.kind, cx: spot.x, cy: spot.y,
          r: place.kind === "city" ? (place.importance >= 90 ? 3.4 : 2.8) : 2 }));
        return;
      }
    }
  }

  if (zoom < 9.5) {
    for (const code of governoratesBySize) {
      const unit = units.get(code);
      const [text, second] = both(unit);
      const home = at(unit.middle);
      for (const [dx, dy] of zoom < 6.25 ? nearSpots.slice(0, 17) : nearSpots) {
        if (write(zoom < 6.25 ? "small" : "governorate", text, zoom < 6.5 || zoom >= 7.75 ? "" : second, { x: home.x + dx, y: home.y + dy })) break;
      }
    }
  }
  for (const place of named) {
    if (place.kind === "city" && place.zoom <= zoom && isInView(place.position)) writePlace(place);
  }
  if (zoom < 9) {
    for (const land of ground.countries) {
      const key = "country." + land.code;
      if (!hasTerm(key)) continue;
      const visible = middleInView(land, view);
      if (!visible) continue;
      const home = at(visible);
      const [text, second] = language === "ar" ? terms[key] : [...terms[key]].reverse();
      for (const [dx, dy] of nearSpots) {
        if (write("land", text, second, { x: home.x + dx, y: home.y + dy })) break;
      }
    }
    if (hasTerm("water.sea")) write("water", term("water.sea"), "", at([35.0, 35.15]));
  }
  const written = new Set();
  for (const lake of ground.lakes) {
    const key = "water." + lake.code;
    if (!hasTerm(key) || zoom < 7.5) continue;
    write("water", term(key), "", at(positions(lake.middle)[0]));
  }
  for (const [index, river] of ground.rivers.entries()) {
    const key = "water." + river.name;
    if (!hasTerm(key) || zoom < 7) continue;
    const line = riverLines[index] ??= positions(river.line);
    for (let i = Math.floor(line.length / 3); i < line.length; i += Math.max(8, Math.round(60 / (zoom - 5)))) {
      if (!isInView(line[i])) continue;
      const spot = at(line[i]);
      const name = term(key);
      if (written.has(name + Math.round(spot.x / 320) + ":" + Math.round(spot.y / 320))) continue;
      if (write("water", name, "", { x: spot.x, y: spot.y - 9 })) {
        written.add(name + Math.round(spot.x / 320) + ":" + Math.round(spot.y / 320));
      }
    }
  }
  if (zoom >= 8.5) {
    for (const [index, road] of ground.roads.entries()) {
      const sign = /\b[MT]\d+\b/.exec(road.en)?.[0];
      if (!sign) continue;
      const line = roadLines[index] ??= positions(road.line);
      for (let i = 0; i + 1 < line.length; i += 1) {
        const middle = [(line[i][0] + line[i + 1][0]) / 2, (line[i][1] + line[i + 1][1]) / 2];
        if (!isInView(middle)) continue;
        const spot = at(middle);
        const cell = sign + Math.round(spot.x / 260) + ":" + Math.round(spot.y / 260);
        if (!written.has(cell) && write("road", sign, "", spot)) written.add(cell);
      }
    }
  }
  let count = 0;
  for (const place of named) {
    if (place.kind === "city" || place.zoom > zoom || !isInView(place.position)) continue;
    writePlace(place);
    count += 1;
    if (count > 1500 || made.length > 700) break;
  }
  labelSheet.replaceChildren(...made);
}

const riverLines = [];
const roadLines = [];

/** The smallest governorates first, since they have the least room. */
const governoratesBySize = ground.governorates.map(({ code }) => {
  const box = L.latLngBounds(unitPolygons(code).flatMap((rings) => rings[0]));
  return { code, size: (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth()) };
}).sort((a, b) => a.size - b.size).map(({ code }) => code);

/** Steps away from where a name belongs, nearest first. */
const nearSpots = [[0, 0]];
for (let ring = 1; ring <= 4; ring += 1) {
  for (const [x, y] of [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]]) {
    nearSpots.push([x * ring * 20, y * ring * 15]);
  }
}

/** A position of a land that is in view: the middle of its corners there. */
function middleInView(land, view) {
  land.box ??= L.latLngBounds(polygonsOf(land.areas).flatMap((rings) => rings[0]));
  if (!view.intersects(land.box)) return null;
  const [south, north] = [Math.max(view.getSouth(), land.box.getSouth()), Math.min(view.getNorth(), land.box.getNorth())];
  const [west, east] = [Math.max(view.getWest(), land.box.getWest()), Math.min(view.getEast(), land.box.getEast())];
  land.polygons ??= polygonsOf(land.areas);
  for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    for (const other of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const position = [south + (north - south) * part, west + (east - west) * other];
      if (isInside(position, land.polygons)) return position;
    }
  }
  return null;
}
