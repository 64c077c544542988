// state.js: what the reader has chosen, who is told when it changes, and how the address holds it.

const initial = () => ({
  language: "ar",
  types: new Set(), statuses: new Set(), governorates: new Set(), precisions: new Set(),
  parties: new Set(),
  sources: 1, text: "", from: null, to: null, undated: true,
  sort: "time", shade: "count",
  selected: null,
  /** { centre: [lat, lon], metres } of the radius tool. */
  circle: null, certain: false,
  /** Operations that the list is narrowed to: { label, ids } of a badge or a cluster. */
  scope: null,
  /** { zoom, centre } of the map. */
  view: null,
});

const state = initial();
const setKeys = ["types", "statuses", "governorates", "precisions", "parties"];
const filterKeys = new Set([
  ...setKeys, "sources", "text", "from", "to", "undated", "circle", "certain",
]);

const watchers = [];

/** Calls an action with the set of changed keys, after every change that touches one of the keys. */
function watch(keys, action) { watchers.push({ keys, action }); }

/** Changes the state and tells everybody whom it concerns. */
function change(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => state[key] !== patch[key]));
  if (changed.size === 0) return;
  Object.assign(state, patch);
  if ([...changed].some((key) => filterKeys.has(key))) {
    changed.add("shown");
    if (state.scope && !changed.has("scope")) {
      state.scope = null;
      changed.add("scope");
    }
    filter();
  }
  for (const { keys, action } of watchers) {
    if (keys.some((key) => changed.has(key))) action(changed);
  }
  writeAddress();
}

/** A set with a member put in or taken out. */
function toggled(set, member, isIn = !set.has(member)) {
  const next = new Set(set);
  if (isIn) next.add(member); else next.delete(member);
  return next;
}

const addressNames = {
  types: "type", statuses: "status", governorates: "gov", precisions: "precision", parties: "actor",
};

/** The state as the part of the address behind "#". */
function addressText() {
  const parts = new URLSearchParams();
  parts.set("lang", state.language);
  if (state.view) {
    const { zoom, centre } = state.view;
    parts.set("map", [zoom, centre[0].toFixed(4), centre[1].toFixed(4)].join("/"));
  }
  for (const key of setKeys) {
    if (state[key].size > 0) parts.set(addressNames[key], [...state[key]].join("~"));
  }
  if (state.sources > 1) parts.set("sources", state.sources);
  if (state.text) parts.set("text", state.text);
  if (state.from !== null) parts.set("from", isoDay(state.from));
  if (state.to !== null) parts.set("to", isoDay(state.to));
  if (!state.undated) parts.set("undated", "no");
  if (state.sort !== "time") parts.set("sort", state.sort);
  if (state.shade !== "count") parts.set("shade", state.shade);
  if (state.circle) {
    const { centre, metres } = state.circle;
    parts.set("circle", [centre[0].toFixed(5), centre[1].toFixed(5), Math.round(metres)].join("/"));
  }
  if (state.certain) parts.set("certain", "yes");
  if (state.selected) parts.set("operation", state.selected);
  return parts.toString();
}

let writing = null;

/** Puts the state into the address, a moment after the last change. */
function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const text = "#" + addressText();
    if (text !== location.hash) history.replaceState(null, "", text);
  }, 150);
}

/** What an address says of the state; what it gets wrong is left out. */
function addressState(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const found = initial();
  const known = {
    types: new Set(types), statuses: new Set(statuses), precisions: new Set(precisions),
    governorates: new Set(units.keys()), parties: new Set(operations.flatMap((o) => o.partyKeys)),
  };
  found.language = languages[parts.get("lang")] ? parts.get("lang")
    : (navigator.languages ?? []).map((tag) => tag.slice(0, 2)).find((tag) => languages[tag]) ?? "ar";
  for (const key of setKeys) {
    const members = (parts.get(addressNames[key]) ?? "").split("~").filter((m) => known[key].has(m));
    found[key] = new Set(members);
  }
  const whole = (name, least, most) => {
    const value = Number(parts.get(name));
    return parts.has(name) && Number.isInteger(value) && value >= least && value <= most ? value : null;
  };
  const day = (name) =>
    /^\d{4}-\d\d-\d\d$/.test(parts.get(name) ?? "") && Number.isFinite(dayNumber(parts.get(name)))
      ? dayNumber(parts.get(name)) : null;
  const numbers = (name) => {
    const values = (parts.get(name) ?? "").split("/").map(Number);
    return values.length === 3 && values.every(Number.isFinite) ? values : null;
  };
  found.sources = whole("sources", 1, 1000) ?? 1;
  found.text = (parts.get("text") ?? "").slice(0, 200);
  found.from = day("from");
  found.to = day("to");
  found.undated = parts.get("undated") !== "no";
  found.sort = parts.get("sort") === "losses" ? "losses" : "time";
  found.shade = ["count", "killed", "none"].includes(parts.get("shade")) ? parts.get("shade") : "count";
  const circle = numbers("circle");
  if (circle && Math.abs(circle[0]) < 85 && Math.abs(circle[1]) <= 180 && circle[2] > 0) {
    found.circle = { centre: circle.slice(0, 2), metres: Math.min(circle[2], 1e6) };
  }
  found.certain = parts.get("certain") === "yes";
  found.selected = operationById.has(parts.get("operation")) ? parts.get("operation") : null;
  const view = numbers("map");
  if (view && Math.abs(view[1]) < 85) {
    found.view = { zoom: Math.min(14, Math.max(5, view[0])), centre: view.slice(1) };
  }
  return found;
}
