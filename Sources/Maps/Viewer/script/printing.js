// printing.js: the map on paper: sharp lines, the title, the legend, and the list below.

var isPrinting = false;

/** Draws the marks anew, as the paper or the screen needs them. */
function redrawMarks() {
  clusters?.clear();
  clusters = null;
  markSurface?.remove();
  markSurface = null;
  drawClusters();
}

function preparePaper() {
  if (isPrinting) return;
  isPrinting = true;
  document.body.classList.add("printing");
  byId("legend").open = true;
  const [from, to] = timeEnds();
  document.querySelector(".print-title").textContent = [
    word("title"), counted("operations", shown.length),
    hasTime ? word("date.interval", dayText(from), dayText(to)) : null,
  ].filter(Boolean).join(" · ");
  const view = map.getBounds();
  preparePaper.view = { centre: map.getCenter(), zoom: map.getZoom() };
  map.invalidateSize({ animate: false, pan: false });
  map.fitBounds(view, { animate: false });
  redrawMarks();
  drawLabels();
}

function leavePaper() {
  if (!isPrinting) return;
  isPrinting = false;
  document.body.classList.remove("printing");
  map.invalidateSize({ animate: false, pan: false });
  map.setView(preparePaper.view.centre, preparePaper.view.zoom, { animate: false });
  redrawMarks();
  drawLabels();
}

function setUpPrinting() {
  byId("print").addEventListener("click", () => { preparePaper(); window.print(); });
  window.addEventListener("beforeprint", preparePaper);
  window.addEventListener("afterprint", leavePaper);
}
