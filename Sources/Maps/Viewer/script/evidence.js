// evidence.js: the panel of one operation: what is said, by whom, in which words, and how sure it is.

function drawPanel() {
  const panel = byId("panel");
  const operation = operationById.get(state.selected);
  const wasHidden = panel.hidden;
  panel.hidden = !operation;
  document.body.classList.toggle("has-panel", Boolean(operation));
  if (wasHidden !== panel.hidden) resizeMap();
  if (!operation) return;
  const { claims } = operation;
  panel.replaceChildren(
    element("div", { class: "panel-head" },
      markIcon(operation.type, operation.status, 30),
      element("h2", { id: "panel-title" }, operation.title),
      button({ class: "close", "aria-label": word("close"), title: word("close"), on: { click: closePanel } },
        element("span", { "aria-hidden": "true" }, "✕"))),
    element("p", { class: "tags" },
      element("span", { class: "tag" }, term("type." + operation.type)),
      element("span", { class: "tag status-" + operation.status }, word("status." + operation.status))),
    facts(operation),
    element("h3", {}, counted("claims", claims.length)),
    ...claims.map((claim) => claimBlock(claim)),
    considered(operation, claims),
    element("p", { class: "fine" }, word("panel.note")),
    element("p", { class: "fine codes" }, `${operation.id} · ACLED: ${operation.text("acled_event_type")} / ${operation.text("acled_sub_event_type")}`),
  );
  panel.scrollTop = 0;
}

/** Everything of the operation that is no quotation, under its label. */
function facts(operation) {
  const rows = [];
  const add = (label, ...value) => {
    if (value.some((part) => part)) rows.push(element("dt", {}, word(label)), element("dd", {}, ...value));
  };
  let when = dateText(operation.text("date"));
  const time = operation.text("time");
  if (time) when = word("date.time", when, digits(time.replace("/", "–")));
  add("fact.when", when);
  add("fact.where", placeChain(operation));
  add("fact.precision", precisionText(operation), gauge(operation.number("confidence")));
  const losses = lossTexts(operation);
  add("fact.losses", losses.length > 0 ? listed(losses) : term("losses.unknown"));
  for (const role of ["initiator", "partner", "target"]) {
    const names = [...new Set(operation.parties.filter((p) => p.role === role).map((p) => partyLabel(p)))];
    if (role === "initiator" && names.length === 0) add("fact.initiator", term("actors.unknown"));
    else add("fact." + role, names.length > 0 ? names.flatMap((name, i) => [i > 0 ? "، " : null, own("bdi", {}, name)]
      .filter(Boolean).map((part) => (part === "، " && language !== "ar" ? ", " : part))) : null);
  }
  const means = (operation.text("means") ?? "").split("; ").filter(Boolean);
  add("fact.means", listed(means.map((m) => (hasTerm("means." + m) ? term("means." + m) : plain(m.replace(/_/g, " "), 80)))));
  add("fact.sources", word("fact.sources.text", counted("reports", operation.number("report_count")), counted("sources", operation.sources)));
  return element("dl", { class: "facts" }, ...rows);
}

const partyLabel = (party) =>
  party.id && hasTerm("actor." + party.id) && language !== "ar" ? term("actor." + party.id) : plain(party.name, 160);

/** The place and the units that hold it, with their codes. */
function placeChain(operation) {
  const parts = [];
  const codes = new Set();
  const unit = (level, code, name) => {
    if (!code || codes.has(code)) return;
    codes.add(code);
    parts.push(element("li", {}, own("bdi", {}, term("unit." + level, name)), " ", element("code", {}, code)));
  };
  for (const [level, name] of [["adm3", "subdistrict"], ["adm2", "district"]]) {
    const code = operation.text(level + "_pcode");
    if (code) unit(name, code, inLanguage(operation.text(level + "_ar"), operation.text(level + "_en")));
  }
  for (const code of operation.governorates) unit("governorate", code, unitName(code));
  if (operation.place && !codes.has(operation.text("place_id"))) {
    parts.unshift(element("li", { class: "place" }, own("bdi", {}, operation.place)));
  }
  if (operation.placed) {
    const [lat, lon] = operation.position;
    parts.push(element("li", { class: "fine" }, element("bdi", { dir: "ltr" }, `${lat.toFixed(4)}, ${lon.toFixed(4)}`)));
  }
  return parts.length > 0 ? element("ul", { class: "chain" }, ...parts) : word("place.unknown");
}

/** How well the place is known, in words. */
function precisionText(operation) {
  const level = term("level." + operation.precision);
  if (!operation.placed) return element("span", {}, word("precision.unit", level));
  const relation = operation.text("relation");
  const text = word(relation && relation !== "in" ? "precision.near" : "precision.place", level, length(operation.radius ?? 0));
  return element("span", {}, text);
}

/** A share as a bar and a number. */
function gauge(share) {
  if (share === null || share === undefined) return null;
  const bar = element("span", { class: "gauge-bar" });
  bar.style.inlineSize = `${Math.round(share * 100)}%`;
  return element("span", { class: "gauge" }, element("span", { class: "gauge-rail", "aria-hidden": "true" }, bar),
    element("span", {}, word("confidence", percent(share))));
}

/** One report's claim: who says it and when, and the sentences with the words that were read. */
function claimBlock(claim) {
  const source = plain(claim.source ?? claim.report, 200);
  const head = [own("bdi", { class: "source" }, claim.url ? webLink(claim.url, source) : source)];
  if (claim.published) head.push(element("span", {}, dateText(claim.published)));
  if (claim.status !== "reported") head.push(element("span", { class: "tag small" }, word("status." + claim.status)));
  const said = ["killed", "wounded"].flatMap((kind) => (claim[kind + "_min"] === null || claim[kind + "_min"] === undefined ? []
    : [term("count.of", term("count." + kind), rangeText(claim[kind + "_min"], claim[kind + "_max"]))]));
  return element("article", { class: "claim" },
    element("header", {}, ...head),
    claim.title ? own("p", { class: "claim-title" }, plain(claim.title, 600)) : null,
    element("blockquote", { lang: "ar", dir: "rtl" }, element("p", {}, ...markedQuote(claim))),
    element("p", { class: "said" },
      word("claim.says"), " ",
      [term("type." + claim.type), claim.place ? plain(claim.place, 160) : null,
        claim.date ? dateText(claim.date) : null, ...said].filter(Boolean).flatMap((part, i) => [i > 0 ? " · " : "", own("bdi", {}, part)])));
}

/** A quotation in pieces: the words that the claim was read from are marked by what they tell. */
function markedQuote(claim) {
  const text = String(claim.quote ?? "");
  const limit = 20000;
  const pieces = [];
  let at = 0;
  const spans = [...(claim.words ?? [])].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { kind, start, end } of spans) {
    if (start < at || end <= start || end > text.length || end > limit || !hasTerm("viewer.words." + kind)) continue;
    pieces.push(plain(text.slice(at, start)));
    pieces.push(element("mark", { class: "read " + kind, title: word("words." + kind) }, plain(text.slice(start, end))));
    at = end;
  }
  pieces.push(plain(text.slice(at), limit));
  return pieces;
}

/** Why this place, and which others were considered. */
function considered(operation, claims) {
  const located = claims.filter((claim) => (claim.reasons ?? []).length > 0 || (claim.alternatives ?? []).length > 0);
  const kinds = [...new Set(claims.flatMap((claim) => (claim.words ?? []).map((w) => w.kind)))].filter((k) => hasTerm("viewer.words." + k));
  const parts = [];
  if (kinds.length > 0) {
    parts.push(element("p", { class: "key fine" }, word("words"), " ",
      ...kinds.flatMap((kind) => [element("mark", { class: "read " + kind }, word("words." + kind)), " "])));
  }
  if (located.length > 0) {
    const claim = located[0];
    const reasons = (claim.reasons ?? []).map((reason) => own("li", {}, reasonText(plain(reason, 300))));
    const others = (claim.alternatives ?? []).map((other) =>
      element("li", {}, own("bdi", {}, plain(inLanguage(other.name_ar, other.name_en), 160) || plain(other.id, 40)), " ",
        element("span", { class: "fine" }, word("alternative", hasTerm("viewer.kind." + other.kind) ? word("kind." + other.kind) : plain(other.kind, 40), percent(other.confidence)))));
    if (reasons.length > 0) parts.push(element("h3", {}, word("reasons")), element("ul", { class: "plain" }, ...reasons));
    parts.push(element("h3", {}, word("alternatives")),
      others.length > 0 ? element("ul", { class: "plain" }, ...others) : element("p", { class: "fine" }, word("alternatives.none")));
  }
  return element("div", { class: "considered" }, ...parts);
}

/** A reason in the language of the page; reasons come in English, with words of the report, and with
    the name that they are about where there are several. */
function reasonText(reason) {
  if (language !== "ar") return reason;
  const named = /^([^a-z]+): (.+)$/.exec(reason);
  if (named) return `${named[1]}: ${reasonText(named[2])}`;
  for (const [arabic, english] of reasonTerms) {
    const [before, after] = english.split("{1}");
    if (after === undefined) {
      if (reason === english) return arabic;
    } else if (reason.startsWith(before) && reason.endsWith(after)) {
      const rest = reason.slice(before.length, reason.length - after.length);
      return arabic.replace("{1}", () => nounTerms.get(rest) ?? rest);
    }
  }
  return reason;
}

/** Patterns of reasons, the longest first, and the nouns in them. */
const reasonTerms = Object.entries(terms).filter(([key]) => key.startsWith("reason.")).map(([, texts]) => texts)
  .sort((a, b) => b[1].length - a[1].length);
const nounTerms = new Map(Object.entries(terms).filter(([key]) => key.startsWith("noun."))
  .map(([, [arabic, english]]) => [english, arabic]));

function closePanel() {
  const { selected } = state;
  select(null);
  const row = selected && byId("list").querySelector(`li[data-id="${CSS.escape(selected)}"] button`);
  (row ?? byId("list")).focus();
}
