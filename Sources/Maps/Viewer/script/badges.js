// badges.js: operations that are known only by a unit: a badge on the unit, never a dot in it.

const badgeLayer = L.layerGroup();
let badges = [];

/** The unit that a badge of an operation stands for at a zoom; null for what is on no map. */
function badgeUnit(operation, zoom) {
  if (operation.governorates.length !== 1) return null;
  const [governorate] = operation.governorates;
  if (!units.get(governorate)?.middle) return null;
  if (zoom < 8.5 || operation.precision === "governorate" || operation.precision === "region") return governorate;
  const district = operation.text("adm2_pcode");
  if (operation.precision === "subdistrict" || operation.precision === "district") {
    return units.get(district)?.middle ? district : governorate;
  }
  return governorate;
}

function drawBadges() {
  badgeLayer.addTo(map).clearLayers();
  const zoom = map.getZoom();
  const byUnit = new Map();
  const elsewhere = [];
  for (const operation of shown) {
    if (operation.placed) continue;
    const unit = badgeUnit(operation, zoom);
    if (unit === null) elsewhere.push(operation);
    else if (byUnit.has(unit)) byUnit.get(unit).push(operation);
    else byUnit.set(unit, [operation]);
  }
  badges = [];
  const taken = new Taken();
  for (const box of boxesOf(clusters?.visible() ?? [])) taken.add(box);
  for (const [code, list] of byUnit) {
    const text = number(list.length);
    const width = 34 + 8 * text.length;
    const label = word("badge", counted("operations", list.length), unitName(code));
    const position = badgePosition(code, width, taken);
    const marker = L.marker(position, {
      icon: new ButtonIcon({
        className: "badge", iconSize: [width, 24], label,
        html: element("span", {}, hatchIcon(), element("b", {}, text)),
      }),
      keyboard: true,
    });
    marker.on("click", (event) => {
      if (isToolClick(event)) return;
      change({ scope: { label: word("scope.unit", unitName(code)), ids: new Set(list.map((o) => o.id)), unit: code } });
      openTab("list");
    });
    marker.on("mouseover", (event) => showTip(event, [element("strong", {}, unitName(code)), element("span", {}, label)]));
    marker.on("mouseout", hideTip);
    badgeLayer.addLayer(marker);
    badges.push({ position, size: width, height: 26 });
  }
  const box = byId("elsewhere");
  box.hidden = elsewhere.length === 0;
  box.replaceChildren(hatchIcon(), element("span", {}, word("elsewhere", counted("operations", elsewhere.length))));
  box.onclick = () => {
    change({ scope: { label: word("scope.elsewhere"), ids: new Set(elsewhere.map((o) => o.id)) } });
    openTab("list");
  };
}

/** Where the badge of a unit stands: inside it, near its middle, clear of marks and other badges. */
function badgePosition(code, width, taken) {
  const home = map.latLngToContainerPoint(units.get(code).middle);
  for (const [dx, dy] of nearSpots) {
    const spot = { x: home.x + dx, y: home.y + dy };
    const box = boxAround(spot, width, 26);
    if (!taken.isFree(box)) continue;
    const { lat, lng } = map.containerPointToLatLng([spot.x, spot.y]);
    if (!isInside([lat, lng], unitPolygons(code))) continue;
    taken.add(box);
    return [lat, lng];
  }
  taken.add(boxAround(home, width, 26));
  return units.get(code).middle;
}

/** A hatched square: a place known only by its unit. */
const hatchIcon = () => drawn("svg", { class: "hatch", width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" },
  drawn("rect", { x: 0.7, y: 0.7, width: 12.6, height: 12.6, rx: 2, fill: paper, stroke: "currentColor", "stroke-width": 1.4 }),
  drawn("path", { d: "M1 6L6 1M1 10L10 1M3 13L13 3M8 13L13 8", stroke: "currentColor", "stroke-width": 1.2, fill: "none" }));
