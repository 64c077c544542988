// filters.js: the choices by type, status, governorate, precision, party, and number of sources.

const choices = [
  { key: "types", title: "filter.type", members: () => present.types,
    name: (type) => term("type." + type), icon: (type) => markIcon(type), isOpen: true },
  { key: "statuses", title: "filter.status", members: () => present.statuses,
    name: (status) => word("status." + status), icon: (status) => markIcon(legendType, status), isOpen: true },
  { key: "governorates", title: "filter.governorate",
    members: () => ground.governorates.map(({ code }) => code).filter((code) => memberNumbers.governorates.has(code)),
    name: unitName, icon: () => null },
  { key: "parties", title: "filter.actor", members: () => partiesByCount, name: partyName, icon: () => null,
    language: partyLanguage },
  { key: "precisions", title: "filter.precision", members: () => present.precisions,
    name: (precision) => term("level." + precision), icon: (p) => (isPlacedPrecision.has(p) ? null : hatchIcon()) },
];

/** The parties that reports name, the most frequent first; the rare ones are found by text. */
const partiesByCount = (() => {
  const counts = new Map();
  for (const operation of operations) {
    for (const key of operation.partyKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 150).map(([key]) => key);
})();

const mostSources = operations.reduce((most, operation) => Math.max(most, operation.sources), 1);
const openChoices = new Set(choices.filter((choice) => choice.isOpen).map((choice) => choice.key));

/** What stands for each member: its box and its count, to be brought up to date in place. */
let choiceRows = [];

function drawFilters() {
  choiceRows = [];
  const sets = choices.map(({ key, title, members, name, icon, language = () => null }) => {
    const rows = members().map((member, index) => {
      const count = element("span", { class: "tally" });
      const box = element("input", {
        type: "checkbox", id: `choice-${key}-${index}`,
        on: { change: (event) => change({ [key]: toggled(state[key], member, event.target.checked) }) },
      });
      const row = element("label", { class: "choice", for: box.id }, box, icon(member),
        own("span", { lang: language(member) }, name(member)), count);
      box.dataset.member = member;
      choiceRows.push({ key, member, box, count, row });
      return row;
    });
    const details = element("details", { class: "facet", open: openChoices.has(key) },
      element("summary", {}, word(title), element("span", { class: "chosen-count", "data-key": key })),
      element("fieldset", {}, element("legend", { class: "hidden" }, word(title)), ...rows));
    details.addEventListener("toggle", () => {
      if (details.open) openChoices.add(key); else openChoices.delete(key);
    });
    return details;
  });
  const sources = element("label", { class: "wide sources" },
    element("span", { id: "sources-text" }),
    element("input", {
      type: "range", id: "sources", min: 1, max: Math.max(2, mostSources), step: 1, value: state.sources,
      disabled: mostSources < 2,
      on: { input: (event) => change({ sources: Number(event.target.value) }) },
    }));
  byId("filters").replaceChildren(...sets, sources);
  updateFilters();
}

/** Brings boxes and counts up to date. */
function updateFilters() {
  for (const { key, member, box, count, row } of choiceRows) {
    box.checked = state[key].has(member);
    const value = choiceCount(key, member);
    count.textContent = number(value);
    row.classList.toggle("none", value === 0);
  }
  for (const item of document.querySelectorAll(".chosen-count")) {
    const { size } = state[item.dataset.key];
    item.textContent = size > 0 ? number(size) : "";
  }
  byId("sources-text").textContent = state.sources > 1 ? counted("filter.sources", state.sources) : word("filter.sources.any");
  byId("sources").value = state.sources;
  if (byId("text").value.trim() !== state.text) byId("text").value = state.text;
  const active = setKeys.reduce((sum, key) => sum + state[key].size, 0) + (state.sources > 1) + (state.text !== "")
    + (state.from !== null || state.to !== null) + !state.undated + (state.circle !== null);
  byId("tab-filters").textContent = active > 0 ? word("tab.filters.active", number(active)) : word("tab.filters");
  byId("reset").disabled = active === 0;
}

function setUpFilters() {
  let timer = null;
  byId("text").addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ text: event.target.value.trim().slice(0, 200) }), 120);
  });
  byId("reset").addEventListener("click", () => {
    const fresh = initial();
    stopTool();
    change(Object.fromEntries([...filterKeys, "scope"].map((key) => [key, fresh[key]])));
  });
}
