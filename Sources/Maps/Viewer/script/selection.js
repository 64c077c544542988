// selection.js: the chosen operation on the map: the area in which it lies, and a ring around its mark.

const selectionLayer = L.layerGroup();

/** Chooses an operation, or none. */
function select(id) {
  hideTip();
  change({ selected: id });
}

function drawSelection(goThere = false) {
  selectionLayer.addTo(map).clearLayers();
  const unit = state.scope?.unit;
  if (unit && unitPolygons(unit).length > 0) {
    selectionLayer.addLayer(L.polygon(unitPolygons(unit), {
      renderer: drawings.areas, pane: "areas", interactive: false, color: "#4d4536", weight: 2, fillColor: "url(#hatch)",
      fillOpacity: 0.5, className: "unit",
    }));
  }
  const operation = operationById.get(state.selected);
  if (!operation) return;
  const { colour } = marks[operation.type];
  if (operation.polygons) {
    selectionLayer.addLayer(L.polygon(operation.polygons, {
      renderer: drawings.areas, pane: "areas", interactive: false, color: colour, weight: 2,
      dashArray: operation.placed ? null : "6 5", fillColor: operation.placed ? colour : "url(#hatch)",
      fillOpacity: operation.placed ? 0.16 : 0.5,
      className: "area", smoothFactor: 0,
    }));
  }
  if (operation.placed) {
    selectionLayer.addLayer(L.circleMarker(operation.position, {
      renderer: drawings.areas, pane: "areas", interactive: false, radius: 13, color: "#10202c",
      weight: 2, fill: false, className: "chosen",
    }));
  }
  if (goThere) showOperation(operation);
}

/** Moves the map so that the area of an operation is in view, and large enough to see. */
function showOperation(operation) {
  if (!operation.polygons && !operation.position) return;
  const box = operation.polygons
    ? L.latLngBounds(operation.polygons.flatMap((rings) => rings[0]))
    : L.latLngBounds([operation.position, operation.position]);
  const least = operation.placed ? Math.min(10.5, map.getBoundsZoom(box.pad(0.6))) : map.getBoundsZoom(box.pad(0.15));
  if (map.getBounds().pad(-0.08).contains(box) && map.getZoom() >= least - 1.5) return;
  map.setView(box.getCenter(), Math.min(least, 11), { animate: false });
}
