// finding.js: one field that finds places and operations, in Arabic or Latin letters.

let foundItems = [];
let foundIndex = -1;

/** The places with their folded names, made when somebody first looks for one. */
let placeNames = null;

function allPlaceNames() {
  placeNames ??= named.map((place) => ({
    place, names: [place.ar, place.en, ...(place.others ? place.others.split("|") : [])].map(folded).filter(Boolean),
  }));
  return placeNames;
}

/** The places and operations that a text fits, the best first. */
function matchesOf(text) {
  const wanted = folded(text);
  if (wanted.length < 2) return [];
  const places = [];
  for (const { place, names } of allPlaceNames()) {
    let best = 0;
    for (const name of names) {
      if (name === wanted) best = 3;
      else if (best < 2 && name.startsWith(wanted)) best = 2;
      else if (best < 1 && wanted.length > 2 && (" " + name).includes(" " + wanted)) best = 1;
    }
    if (best > 0) places.push({ kind: "place", place, score: best * 1000 + place.importance });
  }
  for (const code of units.keys()) {
    const unit = units.get(code);
    if (code.length !== 4 || ![unit.ar, unit.en].some((name) => folded(name).startsWith(wanted))) continue;
    places.push({ kind: "unit", unit, score: 2500 });
  }
  places.sort((a, b) => b.score - a.score);
  const words = wanted.split(" ");
  const found = [];
  for (const operation of operations) {
    if (words.every((w) => operation.searchText.includes(w))) {
      found.push({ kind: "operation", operation });
      if (found.length === 6) break;
    }
  }
  return [...places.slice(0, 7), ...found];
}

function drawFound() {
  const list = byId("found");
  const text = byId("find").value;
  foundItems = matchesOf(text);
  foundIndex = -1;
  list.replaceChildren(...foundItems.map((item, index) => {
    const parts = item.kind === "operation"
      ? [markIcon(item.operation.type, item.operation.status, 18), own("span", {}, item.operation.title)]
      : item.kind === "unit"
        ? [element("span", { class: "pin", "aria-hidden": "true" }, "▭"), own("span", {}, inLanguage(item.unit.ar, item.unit.en)),
          element("span", { class: "fine" }, word("kind.governorate"))]
        : [element("span", { class: "pin", "aria-hidden": "true" }, "◉"),
          own("span", {}, inLanguage(item.place.ar, item.place.en)),
          element("span", { class: "fine" }, [hasTerm("viewer.kind." + item.place.kind) ? word("kind." + item.place.kind) : "",
            item.place.governorate ? unitName(item.place.governorate) : ""].filter(Boolean).join(language === "ar" ? "، " : ", "))];
    return element("li", {
      role: "option", id: "found-" + index, "aria-selected": "false",
      on: { mousedown: (event) => { event.preventDefault(); take(index); } },
    }, ...parts);
  }));
  if (foundItems.length === 0 && folded(text).length > 1) {
    list.replaceChildren(element("li", { role: "option", class: "empty", "aria-selected": "false", "aria-disabled": "true" }, word("find.none")));
  }
  const isOpen = folded(text).length > 1;
  list.hidden = !isOpen;
  byId("find").setAttribute("aria-expanded", isOpen);
  byId("find").removeAttribute("aria-activedescendant");
}

function closeFound() {
  byId("found").hidden = true;
  byId("find").setAttribute("aria-expanded", "false");
  byId("find").removeAttribute("aria-activedescendant");
}

function pointTo(index) {
  const rows = byId("found").querySelectorAll("[role=option]");
  foundIndex = (index + foundItems.length) % foundItems.length;
  rows.forEach((row, i) => row.setAttribute("aria-selected", i === foundIndex));
  byId("find").setAttribute("aria-activedescendant", "found-" + foundIndex);
  rows[foundIndex].scrollIntoView({ block: "nearest" });
}

/** Goes to what was found. */
function take(index) {
  const item = foundItems[index];
  if (!item) return;
  closeFound();
  byId("find").blur();
  if (item.kind === "operation") select(item.operation.id);
  else if (item.kind === "unit") {
    map.fitBounds(L.latLngBounds(unitPolygons(item.unit.code).flatMap((rings) => rings[0])), { animate: false });
  } else {
    showPlace(item.place);
    if (tool === "radius") setCircle(item.place.position, state.circle?.metres ?? 10000);
  }
}

const placeLayer = L.layerGroup();

/** Shows a place that was looked for: a cross-hair that goes with the next search. */
function showPlace(place) {
  placeLayer.addTo(map).clearLayers();
  placeLayer.addLayer(L.circleMarker(place.position, {
    renderer: drawings.areas, pane: "areas", interactive: false, radius: 11, color: "#0b5c8a", weight: 2.5,
    fill: false, dashArray: "3 3", className: "sought",
  }));
  map.setView(place.position, Math.max(map.getZoom(), 11), { animate: false });
}

function setUpFinding() {
  const field = byId("find");
  field.addEventListener("input", drawFound);
  field.addEventListener("focus", () => { if (field.value) drawFound(); });
  field.addEventListener("blur", closeFound);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (foundItems.length > 0) pointTo(foundIndex + (event.key === "ArrowDown" ? 1 : -1));
      event.preventDefault();
    } else if (event.key === "Enter" && foundItems.length > 0) {
      take(Math.max(0, foundIndex));
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (byId("found").hidden) field.value = "";
      closeFound();
      placeLayer.clearLayers();
      event.stopPropagation();
    }
  });
}
