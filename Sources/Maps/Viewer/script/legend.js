// legend.js: what the signs and shades mean.

function drawLegend() {
  const rows = (items) => element("ul", {}, ...items.map(([icon, text]) => element("li", {}, icon, element("span", {}, text))));
  const swatch = (colour) => drawn("svg", { width: 16, height: 12, viewBox: "0 0 16 12", "aria-hidden": "true" },
    drawn("rect", { x: 0.5, y: 0.5, width: 15, height: 11, fill: colour, stroke: "#b8a98c" }));
  const { steps, colours } = shadeScale;
  const step = (index) => {
    if (index === 0) return number(0);
    const low = number(steps[index - 1]);
    return index === steps.length ? word("legend.from", low) : low;
  };
  const choice = (name) => element("option", { value: name, selected: state.shade === name }, word("shade." + name));
  byId("legend-body").replaceChildren(
    element("h2", {}, word("legend.types")),
    rows(present.types.map((type) => [markIcon(type), term("type." + type)])),
    element("h2", {}, word("legend.statuses")),
    rows(present.statuses.map((status) => [markIcon(legendType, status), word("status." + status)])),
    element("h2", {}, word("legend.precision")),
    rows([
      [clusterSample(), word("legend.cluster")],
      [hatchIcon(), word("legend.badge")],
      [ringSample(), word("legend.ring")],
    ]),
    element("label", { class: "wide" }, element("h2", {}, word("legend.shade")),
      element("select", { id: "shade", on: { change: (event) => change({ shade: event.target.value }) } },
        choice("count"), choice("killed"), choice("none"))),
    state.shade === "none" ? "" : element("ul", { class: "steps" },
      ...colours.slice(0, steps.length + 1).map((colour, index) =>
        element("li", {}, swatch(colour), element("span", {}, step(index))))),
    element("p", { class: "fine" }, word("legend.note")),
  );
}

const legendType = "ground_raid";

const clusterSample = () => drawn("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true" },
  drawn("circle", { r: 7.5, fill: paper, stroke: marks.air_strike.colour, "stroke-width": 3 }),
  drawn("circle", { r: 7.5, fill: "none", stroke: marks.airborne_raid.colour, "stroke-width": 3, "stroke-dasharray": "16 100" }),
  drawn("text", { class: "cluster-count small", y: 0.6 }, number(9)));

const ringSample = () => drawn("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true" },
  drawn("circle", { r: 8.5, fill: marks.air_strike.colour, "fill-opacity": 0.16, stroke: marks.air_strike.colour, "stroke-width": 1.4 }));
