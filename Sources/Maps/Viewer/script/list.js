// list.js: the operations beside the map, by time or by losses.

const listStep = 40;
let listed_ = [];
let listedCount = 0;

const orders = {
  time: (a, b) => (b.last ?? -1e9) - (a.last ?? -1e9) || a.index - b.index,
  losses: (a, b) => b.losses - a.losses || orders.time(a, b),
};

/** All operations in an order, sorted once. */
const sorted = {};
const inOrder = (name) => sorted[name] ??= operations.slice().sort(orders[name]);

/** What the list holds: what is shown, or the part of it that a badge or a cluster stands for. */
function drawList() {
  const { scope } = state;
  const isShown = new Uint8Array(operations.length);
  for (const operation of shown) isShown[operation.index] = 1;
  listed_ = inOrder(state.sort).filter((operation) =>
    isShown[operation.index] === 1 && (!scope || scope.ids.has(operation.id)));
  listedCount = 0;
  byId("list").replaceChildren();
  byId("list").scrollTop = 0;
  if (!byId("pane-list").hidden) addRows(listStep);
  const { killed } = totals(listed_);
  byId("count").replaceChildren(
    element("strong", {}, shown.length === operations.length ? counted("operations", shown.length)
      : word("count.of", number(shown.length), number(operations.length))),
    killed > 0 ? element("span", {}, word("tip.killed", rangeText(killed, null))) : "");
  byId("tab-list").textContent = word("tab.list", number(listed_.length));
  const box = byId("scope");
  box.hidden = !scope;
  if (scope) {
    box.replaceChildren(own("span", {}, plain(scope.label, 120)), button({
      class: "quiet", on: { click: () => { change({ scope: null }); byId("list").focus(); } },
    }, word("scope.all")));
  }
  if (listed_.length === 0) byId("list").append(element("li", { class: "empty" }, word("list.empty")));
}

function addRows(count) {
  const list = byId("list");
  list.querySelector(".more")?.remove();
  const next = listed_.slice(listedCount, listedCount + count);
  listedCount += next.length;
  list.append(...next.map(listRow));
  if (listedCount < listed_.length) {
    list.append(element("li", { class: "more" }, button({
      on: { click: () => {
        const before = listedCount;
        addRows(listStep);
        list.children[before]?.querySelector("button")?.focus();
      } },
    }, word("list.more", number(listed_.length - listedCount)))));
  }
}

function listRow(operation) {
  const losses = lossTexts(operation).slice(0, 2);
  const isChosen = operation.id === state.selected;
  return element("li", { "data-id": operation.id, class: isChosen ? "chosen" : null }, button({
    class: "row", "aria-current": isChosen ? "true" : null, on: { click: () => select(operation.id) },
  },
  markIcon(operation.type, operation.status, 24),
  element("span", { class: "row-text" },
    element("span", { class: "row-title" }, term("type." + operation.type), " · ",
      own("span", {}, rowPlace(operation))),
    element("span", { class: "row-note" },
      element("span", {}, dateText(operation.text("date"))),
      ...losses.map((text) => element("span", { class: "loss" }, text)),
      operation.status === "reported" ? null : element("span", { class: "status" }, word("status." + operation.status)),
      operation.placed ? null : element("span", { class: "coarse" }, term("level." + operation.precision)),
      operation.sources > 1 ? element("span", {}, counted("sources", operation.sources)) : null))));
}

/** The place in a few words: the place and its governorate. */
function rowPlace(operation) {
  // A governorate that is a place of the operation is not named again.
  const places = (operation.place ?? "").split(/[;؛]\s*/);
  const governorates = operation.governorates.map(unitName)
    .filter((name) => !places.includes(name));
  const names = [operation.place, ...governorates].filter(Boolean);
  return [...new Set(names)].slice(0, 3).join(language === "ar" ? "، " : ", ") || word("place.unknown");
}

/** Losses in words: "3–5 killed". */
function lossTexts(operation) {
  return ["killed", "wounded", "detained", "freed"].flatMap((kind) => {
    const low = operation.number(kind + "_min");
    return low === null ? []
      : [term("count.of", term("count." + kind), rangeText(low, operation.number(kind + "_max")))];
  });
}

/** Marks the chosen row. */
function markRow() {
  for (const item of byId("list").querySelectorAll("li[data-id]")) {
    const isChosen = item.dataset.id === state.selected;
    item.classList.toggle("chosen", isChosen);
    const row = item.querySelector("button");
    if (isChosen) {
      row.setAttribute("aria-current", "true");
      item.scrollIntoView({ block: "nearest" });
    } else row.removeAttribute("aria-current");
  }
}

function setUpList() {
  byId("sort").addEventListener("change", (event) => change({ sort: event.target.value }));
  byId("list").addEventListener("scroll", (event) => {
    const { scrollTop, scrollHeight, clientHeight } = event.target;
    if (scrollHeight - scrollTop - clientHeight < 300 && listedCount < listed_.length) addRows(listStep);
  });
  byId("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = event.target.closest("li");
    if (!step || !item) return;
    const next = step > 0 ? item.nextElementSibling : item.previousElementSibling;
    next?.querySelector("button")?.focus();
    event.preventDefault();
  });
  const tabs = ["list", "filters"];
  for (const [index, name] of tabs.entries()) {
    byId("tab-" + name).addEventListener("click", () => openTab(name));
    byId("tab-" + name).addEventListener("keydown", (event) => {
      if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
      openTab(tabs[1 - index]);
      byId("tab-" + tabs[1 - index]).focus();
      event.preventDefault();
    });
  }
}

function drawSort() {
  byId("sort").replaceChildren(...["time", "losses"].map((name) =>
    element("option", { value: name, selected: state.sort === name }, word("sort." + name))));
}

function openTab(name) {
  for (const tab of ["list", "filters"]) {
    const isOpen = tab === name;
    byId("tab-" + tab).setAttribute("aria-selected", isOpen);
    byId("tab-" + tab).tabIndex = isOpen ? 0 : -1;
    byId("pane-" + tab).hidden = !isOpen;
  }
  // Rows are made when they are looked at.
  if (name === "list" && listedCount === 0 && listed_.length > 0) addRows(listStep);
}
