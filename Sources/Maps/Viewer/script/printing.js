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
  document.querySelector(".print-title").textContent = [
    word("title"), counted("operations", shown.length), hasTime ? timeText() : null,
  ].filter(Boolean).join(" · ");
  drawPaperList();
  const view = map.getBounds();
  preparePaper.view = { centre: map.getCenter(), zoom: map.getZoom() };
  map.invalidateSize({ animate: false, pan: false });
  // As much as is in view on the screen, and no more than the country.
  const inner = view.contains(country) ? country
    : L.latLngBounds(
      [Math.max(view.getSouth(), country.getSouth()), Math.max(view.getWest(), country.getWest())],
      [Math.min(view.getNorth(), country.getNorth()), Math.min(view.getEast(), country.getEast())]);
  showBox(inner.isValid() ? inner : view, 220);
  redrawMarks();
  drawLabels();
}

/** The operations that are shown as a table below the map; of very many, the first of the list. */
function drawPaperList() {
  const most = 400;
  const cells = (name, all) => element("tr", {}, ...all.map((text) => own(name, {}, text)));
  const rows = listed_.slice(0, most).map((operation) => cells("td", [
    dateText(operation.text("date")), term("type." + operation.type), rowPlace(operation),
    operation.placed ? term("level." + operation.precision) : word("precision.unit", term("level." + operation.precision)),
    lossTexts(operation).join(language === "ar" ? "، " : ", "), word("status." + operation.status),
    plain(operation.text("sources") ?? "", 120),
  ]));
  byId("paper").replaceChildren(
    element("table", {},
      element("thead", {}, cells("th", ["fact.when", "filter.type", "fact.where", "fact.precision", "fact.losses", "filter.status", "fact.sources"].map((key) => word(key)))),
      element("tbody", {}, ...rows)),
    listed_.length > most ? element("p", { class: "fine" }, word("paper.first", number(most), number(listed_.length))) : "",
    element("p", { class: "fine" }, word("panel.note"), " ", byId("credit").textContent));
  byId("paper").hidden = false;
}

function leavePaper() {
  if (!isPrinting) return;
  isPrinting = false;
  document.body.classList.remove("printing");
  byId("paper").hidden = true;
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
