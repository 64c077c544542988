// marks.js: the sign of an operation: its form and colour tell the type, its filling the status.

const marks = table.marks;
for (const mark of Object.values(marks)) mark.shape = new Path2D(mark.path);

/** How a status shows: filled or not, dashed or not, crossed or not. */
const statusLook = {
  reported: { fill: 1 },
  historical: { fill: 0.38 },
  planned: { fill: 0, dash: [3, 2.2] },
  foiled: { fill: 0, bar: true },
  denied: { fill: 0, cross: true },
};

const paper = "#fffdf8";

/** A mark on the map's canvas, at the place of an operation. */
const OperationMark = L.CircleMarker.extend({
  options: { radius: 7.5, stroke: true, fill: true, bubblingMouseEvents: false },
  initialize(operation) {
    L.CircleMarker.prototype.initialize.call(this, operation.position, { renderer: markRenderer() });
    this.operation = operation;
  },
  onAdd(...given) {
    L.CircleMarker.prototype.onAdd.apply(this, given);
    this._updatePath();
  },
  onRemove(...given) {
    this._sign?.remove();
    L.CircleMarker.prototype.onRemove.apply(this, given);
  },
  _updatePath() { this._renderer._updateMark(this); },
});

let markSurface = null;

/** Where marks are drawn: on a canvas, or for paper as lines that stay sharp. */
function markRenderer() {
  markSurface ??= isPrinting ? L.svg({ padding: 0.3 }) : L.canvas({ padding: 0.3, tolerance: 4 });
  return markSurface;
}

L.Canvas.include({
  _updateMark(layer) {
    if (!this._drawing || layer._empty()) return;
    drawMark(this._ctx, layer._point, layer.options.radius, layer.operation.type, layer.operation.status);
  },
});

L.SVG.include({
  _updateMark(layer) {
    const group = layer._path.parentNode;
    if (!group) return;
    layer._sign?.remove();
    layer._sign = markDrawing(layer.operation.type, layer.operation.status, layer.options.radius);
    layer._sign.setAttribute("transform", `translate(${layer._point.x} ${layer._point.y})`);
    layer._sign.dataset.mark = layer.operation.id;
    group.append(layer._sign);
    layer._path.setAttribute("d", "M0 0");
  },
});

/** Draws a mark on a canvas. */
function drawMark(context, { x, y }, radius, type, status) {
  const mark = marks[type];
  const look = statusLook[status];
  const scale = radius / 112;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineJoin = "round";
  context.lineWidth = 3.4 / scale;
  context.strokeStyle = paper;
  context.stroke(mark.shape);
  context.fillStyle = paper;
  context.fill(mark.shape);
  if (look.fill > 0) {
    context.globalAlpha = look.fill;
    context.fillStyle = mark.colour;
    context.fill(mark.shape);
    context.globalAlpha = 1;
  }
  if (look.fill < 1) {
    if (look.dash) context.setLineDash(look.dash.map((d) => d / scale));
    context.lineWidth = 1.7 / scale;
    context.strokeStyle = mark.colour;
    context.stroke(mark.shape);
    context.setLineDash([]);
  }
  if (look.bar || look.cross) {
    context.lineWidth = 1.6 / scale;
    context.strokeStyle = look.cross ? "#3d372d" : mark.colour;
    context.beginPath();
    context.moveTo(-120, 120);
    context.lineTo(120, -120);
    if (look.cross) {
      context.moveTo(-120, -120);
      context.lineTo(120, 120);
    }
    context.stroke();
  }
  context.restore();
}

/** The same mark as a group of a drawing, around the origin. */
function markDrawing(type, status, radius) {
  const mark = marks[type];
  const look = statusLook[status];
  const scale = radius / 112;
  const line = (width) => width / scale;
  const parts = [
    drawn("path", { d: mark.path, fill: paper, stroke: paper, "stroke-width": line(3.4), "stroke-linejoin": "round" }),
    drawn("path", {
      d: mark.path, fill: look.fill > 0 ? mark.colour : "none", "fill-opacity": look.fill || null,
      stroke: look.fill < 1 ? mark.colour : "none", "stroke-width": line(1.7),
      "stroke-dasharray": look.dash ? look.dash.map(line).join(" ") : null, "stroke-linejoin": "round",
    }),
  ];
  if (look.bar || look.cross) {
    parts.push(drawn("path", {
      d: "M-120 120L120-120" + (look.cross ? "M-120-120L120 120" : ""),
      stroke: look.cross ? "#3d372d" : mark.colour, "stroke-width": line(1.6), fill: "none",
    }));
  }
  return drawn("g", {}, drawn("g", { transform: `scale(${scale})` }, ...parts));
}

/** The mark as a picture among words. */
function markIcon(type, status = "reported", size = 20) {
  return drawn("svg", {
    class: "mark", width: size, height: size, viewBox: "-11 -11 22 22", "aria-hidden": "true",
    focusable: "false",
  }, markDrawing(type, status, 8));
}
