// elements.js: elements of the page. Whatever they hold is text; nothing here reads markup.

const byId = (id) => document.getElementById(id);
const svgNamespace = "http://www.w3.org/2000/svg";

/** Control characters and marks that turn the direction of the text around them. */
const unruly = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** A text that came from a report, without what would act on the text around it, and no longer than
    a reader can take. */
function plain(text, limit = 20000) {
  const kept = String(text ?? "").slice(0, limit + 1).replace(unruly, "");
  return kept.length > limit ? kept.slice(0, limit) + "…" : kept;
}

/** Makes an element: attributes by name, `on` for what it answers to, then children and texts. */
function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** Makes an element of a drawing. */
function drawn(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") {
      for (const [event, action] of Object.entries(value)) made.addEventListener(event, action);
    } else if (key === "value" || key === "checked" || key === "indeterminate") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button with its words. */
const button = (attributes, ...children) =>
  element("button", { type: "button", ...attributes }, ...children);

/** A link to the web, or the bare words where the address is none of the web. */
function webLink(address, ...children) {
  let url = null;
  try { url = new URL(address); } catch { /* no address at all */ }
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) {
    return element("span", {}, ...children);
  }
  return element(
    "a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, ...children);
}

/** A quotation or a name in the direction of its own script. */
const own = (name, attributes, ...children) => element(name, { dir: "auto", ...attributes }, ...children);

/** Fills in the words of what stands in the page from the start. */
function labelPage() {
  for (const item of document.querySelectorAll("[data-word]")) {
    item.textContent = word(item.dataset.word);
  }
  for (const item of document.querySelectorAll("[data-label]")) {
    const text = word(item.dataset.label);
    item.setAttribute("aria-label", text);
    if (item.tagName === "BUTTON") item.title = text;
  }
  for (const item of document.querySelectorAll("[data-hint]")) {
    item.placeholder = word(item.dataset.hint);
  }
}

/** Says something for a moment. */
function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 4000);
}

/** Does something at most once a frame. */
function oncePerFrame(action) {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; action(); });
  };
}
