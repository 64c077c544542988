// operations.js: the operations as the page holds them, and what is looked up about them.

const ground = JSON.parse(read("data-ground"));
const table = JSON.parse(read("data-operations"));

/** Turns a run of steps into positions [lat, lon]. */
function positions(steps) {
  const run = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    run.push([y / 1e4, x / 1e4]);
  }
  return run;
}

const polygonsOf = (areas) => areas.map((rings) => rings.map(positions));

const types = Object.keys(table.marks);
const statuses = ["reported", "historical", "planned", "foiled", "denied"];
const precisions = [
  "site", "neighbourhood", "village", "town", "city", "subdistrict", "district", "governorate",
  "region", "country",
];
const isPlacedPrecision = new Set(precisions.slice(0, 5));

/** The units by code: their names, and for governorates and districts their polygons. */
const units = new Map();
for (const unit of [...ground.governorates, ...ground.districts]) {
  units.set(unit.code, {
    code: unit.code, ar: unit.ar, en: unit.en, middle: positions(unit.middle)[0] ?? null,
    polygons: null, areas: unit.areas,
  });
}
for (const [code, ar, en] of ground.subdistricts) units.set(code, { code, ar, en, middle: null });

const unitName = (code) => {
  const unit = units.get(code);
  return unit ? inLanguage(unit.ar, unit.en) : code;
};

/** The polygons of a unit as positions. */
function unitPolygons(code) {
  const unit = units.get(code);
  if (!unit || !unit.areas) return [];
  unit.polygons ??= polygonsOf(unit.areas);
  return unit.polygons;
}

const column = Object.fromEntries(table.columns.map((name, index) => [name, index]));
const textColumns = new Set(table.texts_in.map((name) => column[name]));
const texts = table.texts;

/** A cache by the number of a text. */
function byText(make) {
  const made = [];
  return (index) => (index === null ? make(null) : made[index] ??= make(texts[index]));
}

const codesOf = byText((text) => (text ? text.split("; ").filter(Boolean) : []));
const dayOf = byText((text) => (text ? dayNumber(text) : null));

/** The members of each choice that occur, and their numbers. */
const memberNumbers = Object.fromEntries(
  ["types", "statuses", "precisions", "governorates", "parties", "groups"].map((key) => [key, new Map()]));

function memberNumber(key, member) {
  const numbers = memberNumbers[key];
  if (!numbers.has(member)) numbers.set(member, numbers.size);
  return numbers.get(member);
}

/** One operation: what the map, the filters and the list need at hand. The rest stays in its row. */
class Operation {
  constructor(row, index) {
    this.row = row;
    this.index = index;
    this.id = this.text("id");
    this.type = this.text("type");
    this.status = this.text("status");
    this.precision = this.text("precision");
    this.placed = isPlacedPrecision.has(this.precision) && row[column.latitude] !== null;
    this.position =
      row[column.latitude] === null ? null : [row[column.latitude], row[column.longitude]];
    this.radius = row[column.radius_m];
    this.governorates = codesOf(row[column.adm1_pcode]);
    this.first = dayOf(row[column.date_start]);
    this.last = dayOf(row[column.date_end]) ?? this.first;
    // Such a long time is no day on which something is known to have happened.
    this.dated = this.first !== null && this.last - this.first < 366;
    this.sources = row[column.source_count] ?? 0;
    this.losses = (row[column.killed_min] ?? 0) * 1000 + (row[column.wounded_min] ?? 0);
    this.parties = row[row.length - 1].map(([name, id, role]) => ({
      name: texts[name], id: id === null ? null : texts[id], role,
    }));
    this.partyKeys = [...new Set(this.parties.map((party) => party.id ?? "=" + party.name))];
    // What the filters compare: numbers of the members of each choice.
    this.members = {
      types: [memberNumber("types", this.type)], statuses: [memberNumber("statuses", this.status)],
      precisions: [memberNumber("precisions", this.precision)],
      governorates: this.governorates.map((code) => memberNumber("governorates", code)),
      parties: this.partyKeys.map((key) => memberNumber("parties", key)),
    };
    this.group = memberNumber("groups", this.governorates.join("+"));
    if (this.position) {
      // Where it lies on a world that is one unit wide, as the map projects it.
      const sine = Math.sin(this.position[0] * Math.PI / 180);
      this.x = (this.position[1] + 180) / 360;
      this.y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
  }

  /** The text in a column, or null. */
  text(name) {
    const value = this.row[column[name]];
    return value === null ? null : texts[value];
  }

  number(name) { return this.row[column[name]]; }

  get title() { return digits(plain(inLanguage(this.text("title_ar"), this.text("title_en")), 400)); }
  get place() { return plain(inLanguage(this.text("place_ar"), this.text("place_en")), 200); }

  /** True for what happened by the reports. */
  get tookPlace() { return this.status === "reported" || this.status === "historical"; }

  /** The area in which it lies, as polygons of positions; a disc where there is no other. */
  get polygons() {
    if (this.area === undefined) {
      const shape = this.row[this.row.length - 2];
      this.area = shape !== null ? areaShapes[shape] ??= polygonsOf(table.areas[shape])
        : this.position && this.radius > 0 ? [[circleRing(this.position, this.radius)]] : null;
    }
    return this.area;
  }

  /** True when the area is the disc around the point. */
  get isDisc() { return this.row[this.row.length - 2] === null; }

  /** What a search finds it by. */
  get searchText() {
    this.folded ??= folded([
      this.text("title_ar"), this.text("title_en"), this.text("place_ar"), this.text("place_en"),
      this.text("adm2_ar"), this.text("adm2_en"), this.text("adm3_ar"), this.text("adm3_en"),
      this.text("actors"), this.text("targets"), this.text("sources"),
      ...this.parties.map((party) => (party.id && hasTerm("actor." + party.id)
        ? terms["actor." + party.id].join(" ") : "")),
    ].map((text) => (text ?? "").slice(0, 2000)).join(" · "));
    return this.folded;
  }

  /** The claims, read from the page when they are asked for. */
  get claims() { return claimsOf(this.index); }

  /** The feature as operations.geojson has it. */
  get feature() {
    const properties = {};
    for (const [index, name] of table.columns.entries()) {
      if (index < 3) continue;
      const value = this.row[index];
      if (name === "acled_event_type") properties.quote_ar = quoteOf(this.claims);
      properties[name] = value !== null && textColumns.has(index) ? texts[value] : value;
    }
    properties.claims = this.claims;
    return {
      type: "Feature", id: this.id,
      geometry: this.position
        ? { type: "Point", coordinates: [this.position[1], this.position[0]] } : null,
      properties,
    };
  }
}

/** The sentences that the founding claim was read from. */
const quoteOf = (claims) =>
  (claims.find((claim) => claim.status !== "denied")?.quote || claims[0]?.quote) || null;

const areaShapes = [];
const operations = table.rows.map((row, index) => new Operation(row, index));
const operationById = new Map(operations.map((operation) => [operation.id, operation]));

let claimLines = null;

function claimsOf(index) {
  if (!claimLines) {
    // Where each line begins; the lines themselves are read one by one.
    const text = read("data-claims");
    const starts = [];
    for (let at = 1; at < text.length; at = text.indexOf("\n", at) + 1 || text.length) starts.push(at);
    claimLines = { text, starts };
  }
  const { text, starts } = claimLines;
  return JSON.parse(text.slice(starts[index], starts[index + 1]));
}

/** The members of the short choices that occur, in their own order. */
const present = Object.fromEntries(Object.entries({ types, statuses, precisions }).map(([key, all]) =>
  [key, all.filter((member) => memberNumbers[key].has(member))]));

/** The days from the first to the last that an operation is known to have happened on. */
const dated = operations.filter((operation) => operation.dated);
const earliestDay = dated.reduce((day, operation) => Math.min(day, operation.first), Infinity);
const latestDay = dated.reduce((day, operation) => Math.max(day, operation.last), -Infinity);
const undatedCount = operations.length - dated.length;

/** The name of a party in the language of the page. */
function partyName(key) {
  if (key.startsWith("=")) return plain(key.slice(1), 120);
  return hasTerm("actor." + key) ? term("actor." + key) : plain(key, 120);
}

/** The language of a party's name: the page's where the party is known, else the reports', from which the name was read. */
const partyLanguage = (key) => (hasTerm("actor." + key) ? null : "ar");
