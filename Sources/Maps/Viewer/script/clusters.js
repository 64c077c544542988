// clusters.js: marks that stand too close become one, never across the border of a governorate.

/** Up to how many operations Leaflet's clusters do the work; beyond, a grid of our own does. */
const clusterLimit = 1500;
const clusterReach = 44;

/** An icon that is an element of ours, and a button. */
const ButtonIcon = L.DivIcon.extend({
  createIcon(old) {
    const made = L.DivIcon.prototype.createIcon.call(this, old);
    made.setAttribute("role", "button");
    made.setAttribute("aria-label", this.options.label);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      made.click();
    });
    if (this.options.groups) made.dataset.governorates = this.options.groups;
    return made;
  },
});

const clusterSize = (count) => Math.round(28 + Math.min(20, 2.4 * Math.log2(count)));

/** A ring whose arcs have the colours of the types, with the number inside. */
function clusterIcon(list) {
  const count = list.length;
  const size = clusterSize(count);
  const radius = size / 2 - 3;
  const byType = new Map();
  for (const operation of list) byType.set(operation.type, (byType.get(operation.type) ?? 0) + 1);
  const arcs = [];
  let turn = 0;
  const round = 2 * Math.PI * radius;
  for (const [type, share] of [...byType].sort((a, b) => b[1] - a[1])) {
    const arc = (share / count) * round;
    arcs.push(drawn("circle", {
      r: radius, fill: "none", stroke: marks[type].colour, "stroke-width": 5,
      "stroke-dasharray": `${Math.max(0.5, arc - 1)} ${round}`, "stroke-dashoffset": -turn,
    }));
    turn += arc;
  }
  return new ButtonIcon({
    className: "cluster", iconSize: [size, size],
    groups: [...new Set(list.map((operation) => operation.governorates))].map((codes) => codes.join("+")).join("|"),
    label: counted("operations", count) + " · " + list[0].governorates.map(unitName).join(" · "),
    html: drawn("svg", { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}` },
      drawn("circle", { r: radius, fill: paper }),
      drawn("g", { transform: "rotate(-90)" }, ...arcs),
      drawn("text", { y: 1, class: "cluster-count" }, number(count))),
  });
}

function markFor(operation) {
  const mark = new OperationMark(operation);
  mark.on("click", (event) => { if (!isToolClick(event)) select(operation.id); });
  mark.on("mouseover", (event) => { if (!isBusy()) showTip(event, operationTip(operation)); });
  mark.on("mouseout", hideTip);
  return mark;
}

const operationTip = (operation) => [
  element("strong", {}, operation.title),
  element("span", {}, term("level." + operation.precision)),
];

/** Clusters of the library: a group for each governorate. */
class LibraryClusters {
  constructor() {
    this.groups = new Map();
    this.marks = new Map();
  }

  show(list) {
    const wanted = new Map();
    for (const operation of list) {
      const key = operation.group;
      if (!wanted.has(key)) wanted.set(key, []);
      let mark = this.marks.get(operation);
      if (!mark) this.marks.set(operation, mark = markFor(operation));
      wanted.get(key).push(mark);
    }
    for (const [key, group] of this.groups) {
      group.clearLayers();
      if (!wanted.has(key)) group.remove();
    }
    for (const [key, members] of wanted) {
      let group = this.groups.get(key);
      if (!group) this.groups.set(key, group = this.makeGroup());
      group.addLayers(members).addTo(map);
    }
  }

  makeGroup() {
    const group = L.markerClusterGroup({
      animate: false, animateAddingMarkers: false, maxClusterRadius: clusterReach,
      showCoverageOnHover: false, spiderfyOnMaxZoom: true, spiderfyDistanceMultiplier: 1.4,
      zoomToBoundsOnClick: false, removeOutsideVisibleBounds: true,
      spiderLegPolylineOptions: { weight: 1, color: "#4d3f2c", opacity: 0.6 },
      iconCreateFunction: (cluster) =>
        clusterIcon(cluster.getAllChildMarkers().map((mark) => mark.operation)),
    });
    group.on("clusterclick", (event) => {
      if (isToolClick(event)) return;
      openGroup(event.layer.getAllChildMarkers().map((mark) => mark.operation), () => event.layer.spiderfy());
    });
    return group;
  }

  /** The marks and clusters in view: { position, size }. */
  visible() {
    const found = [];
    for (const group of this.groups.values()) {
      group._featureGroup?.eachLayer((layer) => {
        const count = layer.getChildCount?.() ?? 1;
        found.push({ position: layer.getLatLng(), size: count > 1 ? clusterSize(count) : 19, count });
      });
    }
    return found;
  }

  clear() {
    for (const group of this.groups.values()) group.remove();
    this.groups.clear();
    this.marks.clear();
  }
}

/** Clusters by a grid: quick enough for tens of thousands. */
class GridClusters {
  constructor() {
    this.layer = L.layerGroup().addTo(map);
    this.list = [];
    this.drawn = [];
  }

  show(list) {
    this.list = list;
    this.draw();
  }

  /** The groups in view at the present zoom: the cells of a grid for each governorate, those that
      come too close joined. */
  groups() {
    const scale = 256 * 2 ** map.getZoom();
    const box = map.getPixelBounds();
    const [left, right] = [(box.min.x - 80) / scale, (box.max.x + 80) / scale];
    const [top, bottom] = [(box.min.y - 80) / scale, (box.max.y + 80) / scale];
    const cells = new Map();
    const ready = table.clusters?.[Math.round(map.getZoom())];
    if (ready) return this.readyGroups(ready, scale, [left, right, top, bottom]);
    const size = 58 / scale;
    const groups = memberNumbers.groups.size;
    for (const operation of this.list) {
      const { x, y, group } = operation;
      if (x < left || x > right || y < top || y > bottom) continue;
      const key = (Math.floor(x / size) * 2 ** 20 + Math.floor(y / size)) * groups + group;
      const cell = cells.get(key);
      if (cell) {
        cell.list.push(operation);
        cell.x += x;
        cell.y += y;
      } else cells.set(key, { list: [operation], x, y, group });
    }
    const order = [...cells.values()].sort((a, b) => b.list.length - a.list.length);
    const kept = [];
    for (const cell of order) {
      const [x, y] = [(cell.x / cell.list.length) * scale, (cell.y / cell.list.length) * scale];
      const near = kept.find((other) => other.group === cell.group
        && Math.hypot(other.at.x - x, other.at.y - y) < clusterReach);
      if (near) {
        near.list = near.list.concat(cell.list);
        near.x += cell.x;
        near.y += cell.y;
        near.at = { x: (near.x / near.list.length) * scale, y: (near.y / near.list.length) * scale };
      } else kept.push({ ...cell, at: { x, y } });
    }
    return this.placed(kept);
  }

  /** The groups in view, where the page holds their numbers for this zoom. */
  readyGroups(numbers, scale, [left, right, top, bottom]) {
    const found = new Map();
    for (const operation of this.list) {
      const key = numbers[operation.index];
      const group = found.get(key);
      if (group) {
        group.list.push(operation);
        group.x += operation.x;
        group.y += operation.y;
      } else found.set(key, { list: [operation], x: operation.x, y: operation.y });
    }
    const inView = [];
    for (const { list, x, y } of found.values()) {
      const at = { x: x / list.length, y: y / list.length };
      if (at.x < left || at.x > right || at.y < top || at.y > bottom) continue;
      inView.push({ list, at: { x: at.x * scale, y: at.y * scale } });
    }
    return this.placed(inView);
  }

  /** Groups with their positions, moved apart. */
  placed(groups) {
    this.moveApart(groups);
    return groups.map(({ list, at }) => ({
      list, position: list.length === 1 ? list[0].position : map.unproject([at.x, at.y], map.getZoom()),
    }));
  }

  /** Moves clusters of neighbouring governorates a little apart, so that none hides another's number;
      a mark stays where it is. */
  moveApart(groups) {
    const large = groups.filter(({ list }) => list.length > 1);
    for (let round = 0; round < 6; round += 1) {
      for (let i = 0; i < large.length; i += 1) {
        for (let j = i + 1; j < large.length; j += 1) {
          const [a, b] = [large[i], large[j]];
          const [dx, dy] = [b.at.x - a.at.x, b.at.y - a.at.y];
          const least = (clusterSize(a.list.length) + clusterSize(b.list.length)) / 2 - 2;
          if (Math.abs(dx) >= least || Math.abs(dy) >= least) continue;
          const far = Math.hypot(dx, dy) || 1;
          if (far >= least) continue;
          const push = Math.min(6, (least - far) / 2) / far;
          a.at = { x: a.at.x - dx * push, y: a.at.y - dy * push };
          b.at = { x: b.at.x + dx * push, y: b.at.y + dy * push };
        }
      }
    }
  }

  draw() {
    this.layer.clearLayers();
    this.drawn = this.groups();
    for (const { list, position } of this.drawn) {
      if (list.length === 1) {
        this.layer.addLayer(markFor(list[0]));
        continue;
      }
      const marker = L.marker(position, { icon: clusterIcon(list), keyboard: true });
      marker.on("click", (event) => { if (!isToolClick(event)) openGroup(list); });
      this.layer.addLayer(marker);
    }
  }

  visible() {
    return this.drawn.map(({ list, position }) =>
      ({ position, size: list.length > 1 ? clusterSize(list.length) : 19, count: list.length }));
  }

  clear() { this.layer.clearLayers(); }
}

/** Goes nearer to a cluster; where all of it is one place, lists it. */
function openGroup(list, spread = null) {
  const box = L.latLngBounds(list.map((operation) => operation.position));
  const isOnePlace = box.getNorth() - box.getSouth() < 2e-4 && box.getEast() - box.getWest() < 2e-4;
  const zoom = map.getBoundsZoom(box.pad(0.2));
  if (isOnePlace || map.getZoom() >= map.getMaxZoom()) {
    if (map.getZoom() < 11) map.setView(box.getCenter(), 11, { animate: false });
    if (spread && list.length <= 30) spread();
    change({ scope: { label: list[0].place || list[0].governorates.map(unitName).join(" · "), ids: new Set(list.map((o) => o.id)) } });
    openTab("list");
  } else {
    map.setView(box.getCenter(), Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, zoom)), { animate: false });
  }
}

let clusters = null;

/** Shows the operations whose place is known as marks and clusters. */
function drawClusters() {
  clusters ??= operations.length > clusterLimit ? new GridClusters() : new LibraryClusters();
  clusters.show(shown.filter((operation) => operation.placed));
  drawBadges();
}

/** The rectangles of some marks on the screen. */
const boxesOf = (items) => items.map(({ position, size, height }) =>
  boxAround(map.latLngToContainerPoint(position), size, height ?? size));

/** Where names must not stand. */
const markBoxes = () => boxesOf([...(clusters?.visible() ?? []), ...badges]);
