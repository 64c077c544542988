// start.js: the page comes to life.

function resizeMap() { map.invalidateSize({ animate: false, pan: false }); }

/** Opens the legend where there is room for it, until the reader decides. */
function fitLegend() {
  const legend = byId("legend");
  const isOpen = byId("map").clientWidth >= 760;
  if (fitLegend.isOpen !== undefined && legend.open !== fitLegend.isOpen) return;
  legend.open = isOpen;
  fitLegend.isOpen = isOpen;
}

/** Writes everything anew in the language of the page. */
function drawPage() {
  const { direction } = languages[state.language];
  speak(state.language);
  document.documentElement.lang = state.language;
  document.documentElement.dir = direction;
  document.title = word("title");
  const other = byId("language");
  other.textContent = terms["viewer.language.name"][languages[languages[language].other].index];
  other.lang = languages[language].other;
  labelPage();
  drawSort();
  drawFilters();
  drawShown();
  drawTicks();
  drawPanel();
  drawTool();
  writeCredit();
  drawScale();
}

/** Draws what hangs on the filters. */
function drawShown() {
  shadeGround();
  drawClusters();
  drawLabelsSoon();
  drawList();
  drawTimeline();
  drawLegend();
  updateFilters();
}

const drawLabelsSoon = oncePerFrame(drawLabels);

const drawnAfterMoves = oncePerFrame(() => {
  if (clusters instanceof GridClusters) clusters.draw();
  drawBadges();
  drawLabels();
  drawScale();
});

function start() {
  Object.assign(state, addressState(location.hash));
  speak(state.language);
  filter();
  fitLegend();
  if (state.view) map.setView(state.view.centre, state.view.zoom, { animate: false });
  else showWhole();
  drawGround();
  setUpTimeline();
  setUpFilters();
  setUpList();
  setUpFinding();
  setUpTools();
  setUpDownload();
  setUpPrinting();
  if (state.circle) {
    tool = "radius";
    byId("radius").setAttribute("aria-pressed", "true");
  }
  drawPage();
  drawSelection(!state.view);

  watch(["language"], drawPage);
  watch(["shown"], () => { drawShown(); if (tool === "radius") drawTool(); });
  watch(["sort", "scope"], drawList);
  watch(["scope"], () => drawSelection());
  watch(["shade"], () => { shadeGround(); drawLegend(); });
  watch(["selected"], () => { drawPanel(); drawSelection(true); markRow(); if (state.selected) byId("panel").focus({ preventScroll: true }); });

  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    state.view = { zoom: map.getZoom(), centre: [lat, lng] };
    writeAddress();
    drawnAfterMoves();
  });
  map.on("movestart zoomstart", hideTip);
  byId("language").addEventListener("click", () => change({ language: languages[language].other }));
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("whole").addEventListener("click", showWhole);
  if (table.tiles) {
    byId("tiles").hidden = false;
    byId("tiles").addEventListener("click", toggleTiles);
  }
  window.addEventListener("hashchange", () => {
    if (location.hash === "#" + addressText()) return;
    const found = addressState(location.hash);
    if (found.view) map.setView(found.view.centre, found.view.zoom, { animate: false });
    delete found.view;
    change({ ...found, scope: null });
  });
  new ResizeObserver(oncePerFrame(() => { resizeMap(); if (!isPrinting) fitLegend(); drawnAfterMoves(); })).observe(byId("map"));
  byId("map").setAttribute("role", "application");
  byId("map").setAttribute("aria-label", word("map"));
  const { dataset } = document.documentElement;
  // Said once everything is on the screen, for those who wait for it.
  requestAnimationFrame(() => setTimeout(() => {
    dataset.readyAfter = Math.round(performance.now());
    dataset.ready = "yes";
  }, 0));
  // The spellings for searches are made while nothing else is to be done.
  const prepare = (index) => {
    const end = Math.min(operations.length, index + 400);
    for (let i = index; i < end; i += 1) void operations[i].searchText;
    if (end < operations.length) setTimeout(prepare, 0, end);
  };
  setTimeout(prepare, 200, 0);
}

start();
