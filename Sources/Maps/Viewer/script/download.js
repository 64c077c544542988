// download.js: what is shown, as a file of GeoJSON or of comma-separated values.

function saveFile(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  toast(word("saved", counted("operations", shown.length), name));
}

function geoJSONText() {
  const parts = ["{\"type\":\"FeatureCollection\",\"name\":\"operations\",\"features\":["];
  shown.forEach((operation, index) => {
    parts.push((index > 0 ? ",\n" : "\n") + JSON.stringify(operation.feature));
  });
  parts.push("]}\n");
  return parts;
}

/** A cell of a table: quoted where it must be, and never a formula to a spreadsheet. */
function cellText(value) {
  if (value === null || value === undefined) return "";
  let text = String(value);
  if (/^[=+\-@\t\r\n]/.test(text) && typeof value !== "number") text = "'" + text;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;
}

function csvText() {
  const codes = table.columns.findIndex((name) => name === "acled_event_type");
  const names = table.columns.slice(0, codes);
  const lines = ["\ufeff" + [...names, "quote_ar"].join(",")];
  for (const { row, claims } of shown) {
    const cells = names.map((name, index) =>
      cellText(row[index] !== null && textColumns.has(index) ? texts[row[index]] : row[index]));
    cells.push(cellText(quoteOf(claims)));
    lines.push(cells.join(","));
  }
  return [lines.join("\r\n") + "\r\n"];
}

function closeMenu() {
  byId("save-menu").hidden = true;
  byId("save").setAttribute("aria-expanded", "false");
}

function setUpDownload() {
  byId("save").addEventListener("click", () => {
    const isOpen = byId("save-menu").hidden;
    byId("save-menu").hidden = !isOpen;
    byId("save").setAttribute("aria-expanded", isOpen);
    if (isOpen) byId("save-geojson").focus();
  });
  byId("save-geojson").addEventListener("click", () => {
    closeMenu();
    saveFile("operations.geojson", "application/geo+json", geoJSONText());
  });
  byId("save-csv").addEventListener("click", () => {
    closeMenu();
    saveFile("operations.csv", "text/csv", csvText());
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu")) closeMenu();
  });
  byId("link").addEventListener("click", async () => {
    history.replaceState(null, "", "#" + addressText());
    const isCopied = await copied(location.href);
    toast(word(isCopied ? "link.copied" : "link.address"));
  });
}

/** Puts a text onto the clipboard, where the browser allows it. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", { class: "hidden", value: text });
    document.body.append(field);
    field.select();
    let isCopied = false;
    try { isCopied = document.execCommand("copy"); } catch { /* not allowed either */ }
    field.remove();
    return isCopied;
  }
}
