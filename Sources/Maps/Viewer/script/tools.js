// tools.js: what happened within a radius, and how far is it.

/** The tool in hand: null, "radius" or "measure". */
let tool = null;

/** True while a click on the map belongs to a tool. */
const isBusy = () => tool === "measure" || tool === "radius" && !state.circle;

/** Hands a click on a mark to the tool, and tells whether it took it. */
function isToolClick({ latlng }) {
  if (!isBusy()) return false;
  map.fire("click", { latlng });
  return true;
}

const toolLayer = L.layerGroup();
let measured = [];

function takeTool(name) {
  const next = tool === name ? null : name;
  stopTool();
  if (!next) return;
  tool = next;
  byId(name).setAttribute("aria-pressed", "true");
  byId("map").classList.add("aiming");
  drawTool();
}

/** Puts the tool away, and what it drew. */
function stopTool() {
  if (tool) byId(tool).setAttribute("aria-pressed", "false");
  tool = null;
  measured = [];
  byId("map").classList.remove("aiming");
  if (state.circle) change({ circle: null, certain: false });
  drawTool();
}

function setCircle(centre, metres) {
  change({ circle: { centre: [...centre], metres: Math.min(5e5, Math.max(100, Math.round(metres))) } });
}

const handle = (label, style) => new ButtonIcon({ className: "handle " + style, iconSize: [22, 22], label, html: element("span") });

function drawTool() {
  toolLayer.addTo(map).clearLayers();
  const box = byId("tool");
  box.hidden = !tool;
  byId("map").classList.toggle("aiming", isBusy());
  if (tool === "radius") drawRadius(box);
  else if (tool === "measure") drawMeasure(box);
}

function drawRadius(box) {
  const { circle } = state;
  const head = toolHead("radius");
  if (!circle) {
    box.replaceChildren(head, element("p", {}, word("radius.start")));
    return;
  }
  const ring = L.polygon([circleRing(circle.centre, circle.metres)], {
    renderer: drawings.areas, pane: "areas", interactive: false, color: "#0b5c8a", weight: 2, fillColor: "#0b5c8a", fillOpacity: 0.08,
    className: "circle", smoothFactor: 0,
  });
  const middle = L.marker(circle.centre, { icon: handle(word("radius.move"), "middle"), draggable: true, zIndexOffset: 5000 });
  const edge = L.marker(moved(circle.centre, circle.metres, Math.PI / 2), { icon: handle(word("radius.size"), "edge"), draggable: true, zIndexOffset: 5000 });
  toolLayer.addLayer(ring).addLayer(middle).addLayer(edge);
  const redraw = (centre, metres) => ring.setLatLngs([circleRing(centre, metres)]);
  middle.on("drag", () => {
    const { lat, lng } = middle.getLatLng();
    edge.setLatLng(moved([lat, lng], circle.metres, Math.PI / 2));
    redraw([lat, lng], circle.metres);
  });
  middle.on("dragend", () => { const { lat, lng } = middle.getLatLng(); setCircle([lat, lng], circle.metres); });
  const reach = () => { const { lat, lng } = edge.getLatLng(); return Math.max(100, distance(circle.centre, [lat, lng])); };
  edge.on("drag", () => redraw(circle.centre, reach()));
  edge.on("dragend", () => setCircle(circle.centre, reach()));
  let [certain, possible] = [0, 0];
  for (const operation of shown) {
    if (within[operation.index] === 2) certain += 1; else possible += 1;
  }
  // The field must not lose the focus while its number changes.
  if (box.dataset.tool !== "radius" || !byId("radius-km")) {
    box.replaceChildren(head,
      element("label", { class: "inline" }, element("span", {}, word("radius.km")), element("input", {
        id: "radius-km", type: "number", min: 0.1, max: 500, step: "any",
        on: { change: (event) => { const km = Number(event.target.value); if (km > 0) setCircle(state.circle.centre, km * 1000); } },
      })),
      element("p", { id: "radius-count", role: "status", "aria-live": "polite" }),
      element("label", { class: "inline" }, element("input", {
        id: "certain", type: "checkbox", on: { change: (event) => change({ certain: event.target.checked }) },
      }), element("span", {}, word("radius.certain"))));
    box.dataset.tool = "radius";
  }
  byId("radius-km").value = Math.round(circle.metres / 10) / 100;
  byId("certain").checked = state.certain;
  byId("radius-count").replaceChildren(
    element("strong", {}, counted("operations", shown.length)), element("br"),
    word("radius.within", number(certain), number(possible)));
}

function toolHead(name) {
  byId("tool").dataset.tool = "";
  return element("div", { class: "card-head" }, element("h2", {}, word(name)), button({
    class: "close", "aria-label": word("tool.stop"), title: word("tool.stop"), on: { click: () => { const last = tool; stopTool(); if (last) byId(last).focus(); } },
  }, element("span", { "aria-hidden": "true" }, "✕")));
}

function drawMeasure(box) {
  let total = 0;
  for (let i = 1; i < measured.length; i += 1) total += distance(measured[i - 1], measured[i]);
  if (measured.length > 0) {
    toolLayer.addLayer(L.polyline(measured, {
      renderer: drawings.areas, pane: "areas", interactive: false, color: "#7a2e68", weight: 2.5, dashArray: "6 4", className: "measure",
    }));
    for (const position of measured) {
      toolLayer.addLayer(L.circleMarker(position, {
        renderer: drawings.areas, pane: "areas", interactive: false, radius: 4, color: "#7a2e68", weight: 2, fillColor: "#fff", fillOpacity: 1 }));
    }
  }
  box.replaceChildren(toolHead("measure"),
    measured.length < 2 ? element("p", {}, word("measure.start"))
      : element("p", { id: "measured", role: "status", "aria-live": "polite" }, element("strong", {}, length(total))),
    measured.length > 0 ? button({ class: "quiet", on: { click: () => { measured.pop(); drawTool(); } } }, word("measure.undo")) : "");
}

function setUpTools() {
  byId("radius").addEventListener("click", () => takeTool("radius"));
  byId("measure").addEventListener("click", () => takeTool("measure"));
  map.on("click", ({ latlng }) => {
    if (tool === "measure") {
      measured.push([latlng.lat, latlng.lng]);
      drawTool();
    } else if (tool === "radius") setCircle([latlng.lat, latlng.lng], state.circle?.metres ?? defaultRadius());
  });
  byId("map").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== byId("map") || !tool) return;
    const { lat, lng } = map.getCenter();
    map.fire("click", { latlng: L.latLng(lat, lng) });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!byId("save-menu").hidden) closeMenu();
    else if (tool) stopTool();
    else if (state.selected) closePanel();
  });
}

/** A tenth of the width of the view, as a round number of kilometres. */
function defaultRadius() {
  const bounds = map.getBounds();
  const width = distance([bounds.getCenter().lat, bounds.getWest()], [bounds.getCenter().lat, bounds.getEast()]) / 10;
  return [5e3, 10e3, 20e3, 25e3, 50e3, 100e3].reduce((best, metres) => (Math.abs(metres - width) < Math.abs(best - width) ? metres : best));
}
