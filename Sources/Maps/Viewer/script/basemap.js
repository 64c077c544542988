// basemap.js: the map and the ground on it: lands, governorates and their shades, waters, roads.

const country = (() => {
  const box = L.latLngBounds([]);
  for (const { code } of ground.governorates) {
    for (const rings of unitPolygons(code)) for (const position of rings[0]) box.extend(position);
  }
  return box.isValid() ? box : L.latLngBounds([32.3, 35.6], [37.4, 42.4]);
})();

const map = L.map("map", {
  zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: 14, zoomSnap: 0.25,
  zoomDelta: 1, wheelPxPerZoomLevel: 90, maxBounds: country.pad(1.2), maxBoundsViscosity: 0.6,
  zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  fadeAnimation: false, inertia: false, bounceAtZoomLimits: false,
});

const paneOrder = ["lands", "shades", "borders", "roads", "waters", "names", "areas"];
const drawings = {};
for (const [index, name] of paneOrder.entries()) {
  map.createPane(name).style.zIndex = 205 + 10 * index;
  drawings[name] = L.svg({ pane: name, padding: 0.4 });
}
map.getPane("areas").style.zIndex = 420;

const palettes = {
  count: ["#fdfaf3", "#f8e9cd", "#f1d5a6", "#e6b979", "#d59a52"],
  killed: ["#fdfaf3", "#f8e2d5", "#efc2ad", "#de9883", "#c46c5b"],
  none: ["#fdfaf3"],
};

/** The least value of each shade but the first. */
function shadeSteps(most) {
  if (most <= 4) return [1, 2, 3, 4];
  const round = (value) => {
    const unit = Math.max(1, 10 ** Math.floor(Math.log10(value)) / 2);
    return Math.round(value / unit) * unit;
  };
  return [1, round(most / 4), round(most / 2), round((3 * most) / 4)].map(Math.ceil)
    .filter((step, index, all) => index === 0 || step > all[index - 1]);
}

let shadeScale = { steps: [], colours: palettes.none };
const provinces = new Map();
let sums = governorateTotals();

/** The frame in which the base map was cut out. */
const frame = (() => {
  const all = ground.countries.flatMap((land) => polygonsOf(land.areas).flat(2));
  const [lats, lons] = [all.map((p) => p[0]), all.map((p) => p[1])];
  return { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) };
})();

/** The cells of a tenth of a degree about the country's own border. */
const nearCountry = (() => {
  const cells = new Set();
  for (const { code } of ground.governorates) {
    for (const [lat, lon] of unitPolygons(code).flat(2)) {
      const [row, cell] = [Math.round(lat * 10), Math.round(lon * 10)];
      for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) cells.add((row + dy) * 1e4 + cell + dx);
    }
  }
  return ([lat, lon]) => cells.has(Math.round(lat * 10) * 1e4 + Math.round(lon * 10));
})();

/** The border of a land without what only the frame has cut, and without what the country's own border
    tells better. */
function withoutFrame(ring) {
  const runs = [[]];
  const isOnFrame = (a, b) => [["south", "north", 0], ["west", "east", 1]].some(([low, high, axis]) =>
    a[axis] === b[axis] && (a[axis] === frame[low] || a[axis] === frame[high]));
  for (let i = 0; i < ring.length; i += 1) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    runs[runs.length - 1].push(a);
    if (isOnFrame(a, b) || nearCountry(a) && nearCountry([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) && nearCountry(b)) runs.push([]);
    else if (i === ring.length - 1) runs[runs.length - 1].push(b);
  }
  return runs.filter((run) => run.length > 1);
}

function drawGround() {
  drawings.areas.addTo(map);
  drawings.areas._container.append(drawn("defs", {}, drawn("pattern", {
    id: "hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  }, drawn("path", { d: "M0 0V8", stroke: "#4d4536", "stroke-width": 2, "stroke-opacity": 0.5 }))));
  const still = (pane, style) => ({ renderer: drawings[pane], pane, interactive: false, ...style });
  L.polygon(polygonsOf(ground.sea), still("lands", { stroke: false, fillColor: "#dceaf0", fillOpacity: 1 })).addTo(map);
  for (const land of ground.countries) {
    const polygons = polygonsOf(land.areas);
    L.polygon(polygons, still("lands", { stroke: false, fillColor: "#f2eee5", fillOpacity: 1 })).addTo(map);
    L.polyline(polygons.flat().flatMap(withoutFrame), still("lands", { color: "#d3c9b6", weight: 1 })).addTo(map);
  }
  for (const { code } of ground.governorates) {
    L.polygon(unitPolygons(code), still("lands", { color: "#8f7a58", weight: 3.5, fill: false })).addTo(map);
    const shape = L.polygon(unitPolygons(code), {
      renderer: drawings.shades, pane: "shades", color: "#fff", weight: 1.2, fillOpacity: 1,
      bubblingMouseEvents: true,
    }).addTo(map);
    shape.on("mousemove", (event) => { if (!isBusy()) showTip(event, provinceTip(code)); });
    shape.on("mouseout", hideTip);
    provinces.set(code, shape);
  }
  for (const { code } of ground.districts) {
    finer.districts.addLayer(L.polygon(unitPolygons(code), still("borders", {
      color: "#c9b48f", weight: 0.8, fill: false, dashArray: "4 3",
    })));
  }
  for (const road of ground.roads) {
    const line = positions(road.line);
    finer.roads.addLayer(L.polyline(line, still("roads", { color: "#cdb98f", weight: 3.2, opacity: 0.9 })));
    finer.roads.addLayer(L.polyline(line, still("roads", { color: "#fffdf6", weight: 1.6 })));
  }
  for (const river of ground.rivers) {
    L.polyline(positions(river.line), still("waters", { color: "#9cc4d6", weight: 1.8 })).addTo(map);
  }
  for (const lake of ground.lakes) {
    L.polygon(polygonsOf(lake.areas), still("waters", {
      color: "#9cc4d6", weight: 0.8, fillColor: "#b9d8e5", fillOpacity: 1,
    })).addTo(map);
  }
  map.on("zoomend", showFiner);
  showFiner();
}

/** What only a nearer view shows. */
const finer = { districts: L.layerGroup(), roads: L.layerGroup() };

function showFiner() {
  for (const [name, zoom] of [["districts", 8.5], ["roads", 7.5]]) {
    if (map.getZoom() >= zoom) finer[name].addTo(map); else finer[name].remove();
  }
}

/** Shades the governorates by what is shown. */
function shadeGround() {
  sums = governorateTotals();
  const key = state.shade === "killed" ? "killed" : "count";
  const most = Math.max(0, ...[...sums.values()].map((sum) => sum[key]));
  shadeScale = state.shade === "none" ? { steps: [], colours: palettes.none }
    : { steps: shadeSteps(most), colours: palettes[state.shade] };
  for (const [code, shape] of provinces) {
    const value = sums.get(code)[key];
    const step = shadeScale.steps.filter((least) => least <= value).length;
    shape.setStyle({ fillColor: shadeScale.colours[step], fillOpacity: tileLayer?.isOn ? 0.25 : 1 });
  }
}

function provinceTip(code) {
  const sum = sums.get(code);
  return [
    element("strong", {}, unitName(code)),
    element("span", {}, counted("operations", sum.all)),
    sum.killed > 0 ? element("span", {}, word("tip.killed", rangeText(sum.killed, null))) : null,
  ];
}

/** Shows a few words beside the pointer. */
function showTip(event, content) {
  const tip = byId("tip");
  tip.replaceChildren(...content.filter(Boolean));
  tip.hidden = false;
  const point = event.containerPoint ?? map.latLngToContainerPoint(event.latlng);
  const [width, height] = [tip.offsetWidth, tip.offsetHeight];
  const size = map.getSize();
  tip.style.left = `${Math.max(4, point.x + 16 + width > size.x ? point.x - width - 12 : point.x + 16)}px`;
  tip.style.top = `${Math.max(4, Math.min(point.y + 12, size.y - height - 4))}px`;
}

const hideTip = () => { byId("tip").hidden = true; };

/** The online layer, where the page was given one; nothing of it is loaded until it is switched on. */
let tileLayer = null;

function toggleTiles() {
  const { address, credit } = table.tiles;
  tileLayer ??= { layer: L.tileLayer(address, { maxZoom: 19, pane: "tilePane" }), isOn: false };
  tileLayer.isOn = !tileLayer.isOn;
  if (tileLayer.isOn) tileLayer.layer.addTo(map); else tileLayer.layer.remove();
  map.getPane("lands").style.display = tileLayer.isOn ? "none" : "";
  map.getPane("waters").style.display = tileLayer.isOn ? "none" : "";
  byId("tiles").setAttribute("aria-pressed", tileLayer.isOn);
  tileLayer.credit = credit;
  shadeGround();
  writeCredit();
}

function writeCredit() {
  const parts = [term("picture.sources", ground.attribution), "Leaflet"];
  if (tileLayer?.isOn) parts.push(plain(tileLayer.credit || new URL(table.tiles.address.replace("{s}", "a")).host, 200));
  byId("credit").textContent = parts.join(" · ");
}

/** Draws the scale: a round length that takes about a hundred pixels. */
function drawScale() {
  const middle = map.getSize().divideBy(2);
  const [a, b] = [middle, middle.add([100, 0])].map((p) => map.containerPointToLatLng(p));
  const metres = distance([a.lat, a.lng], [b.lat, b.lng]);
  const power = 10 ** Math.floor(Math.log10(metres));
  const round = [1, 2, 5, 10].map((n) => n * power).filter((n) => n <= metres).pop();
  byId("scale-bar").style.width = `${(100 * round) / metres}px`;
  byId("scale-text").textContent = length(round);
}

/** Shows the whole country, beside the legend where that is open. */
function showWhole() {
  const room = byId("legend").open && map.getSize().x > 800 ? 190 : 12;
  showBox(country, room);
}

/** Fits a box into the view, with room at the side where the legend stands. */
function showBox(box, room) {
  const isMirrored = languages[language].direction === "rtl";
  map.fitBounds(box, {
    paddingTopLeft: [isMirrored ? 46 : room, 12], paddingBottomRight: [isMirrored ? room : 46, 48], animate: false,
  });
}
