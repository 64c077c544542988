// words.js: the words of the page in Arabic and English, and how each writes numbers and dates.

const read = (id) => document.getElementById(id).textContent;

const terms = JSON.parse(read("data-words"));

const languages = {
  ar: { index: 0, direction: "rtl", locale: "ar-SY", other: "en" },
  en: { index: 1, direction: "ltr", locale: "en-GB", other: "ar" },
};

let language = "ar";
let formats = {};

/** Chooses the language of everything that is written from now on. */
function speak(name) {
  language = languages[name] ? name : "ar";
  const { locale } = languages[language];
  const day = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formats = {
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: "percent" }),
    tenth: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    degrees: new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
    day: day({ day: "numeric", month: "long", year: "numeric" }),
    dayMonth: day({ day: "numeric", month: "long" }),
    month: day({ month: "long", year: "numeric" }),
    monthAlone: day({ month: "long" }),
    shortMonth: day({ month: "short" }),
    year: day({ year: "numeric" }),
    plural: new Intl.PluralRules(locale),
    list: new Intl.ListFormat(locale, { style: "long", type: "unit" }),
  };
}

/** True for a key that the tables have. */
const hasTerm = (key) => Object.hasOwn(terms, key);

/** The text of a key, its places {1} {2} filled in; the key itself where there is no text. */
function term(key, ...parts) {
  const text = hasTerm(key) ? terms[key][languages[language].index] : key;
  return text.replace(/\{(\d)\}/g, (place, n) => parts[n - 1] ?? place);
}

/** The text of one of the viewer's own keys. */
const word = (key, ...parts) => term("viewer." + key, ...parts);

/** One of two texts by the language, or the other one where it is empty. */
const inLanguage = (arabic, english) =>
  language === "ar" ? arabic || english || "" : english || arabic || "";

const number = (value) => formats.number.format(value);
const percent = (value) => formats.percent.format(value);

/** A text of ours with its digits as the language writes them. */
const digits = (text) =>
  language === "ar" ? text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d))) : text;

/** A number with the noun that it counts, in the form that the number asks for. */
function counted(key, value) {
  const form = formats.plural.select(value);
  const chosen = hasTerm(`viewer.${key}.${form}`) ? form : "other";
  return word(`${key}.${chosen}`, number(value));
}

/** A length as people write it. */
const length = (metres) =>
  metres < 1000
    ? term("unit.m", number(Math.round(metres)))
    : term("unit.km", formats.tenth.format(metres < 9950 ? metres / 1000 : Math.round(metres / 1000)));

/** Days since 1970 of an ISO day. */
const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / 864e5);
const dateOf = (day) => new Date(day * 864e5);
const dayText = (day) => formats.day.format(dateOf(day));
const isoDay = (day) => dateOf(day).toISOString().slice(0, 10);

/** A date of EDTF, as it is known: a day, a month, a year, an interval, or without its year. */
function dateText(edtf) {
  if (!edtf) return word("date.unknown");
  const ends = edtf.split("/");
  if (ends.length === 2) {
    const [first, last] = ends.map((end) => dateText(end.replace("XXXX-", "--")));
    const text = word("date.interval", first, last);
    return edtf.startsWith("XXXX") ? word("date.yearless", text) : text;
  }
  let match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edtf);
  if (match) return formats.day.format(new Date(edtf + "T00:00:00Z"));
  match = /^(\d{4})-(\d\d)$/.exec(edtf);
  if (match) return formats.month.format(new Date(edtf + "-01T00:00:00Z"));
  match = /^(\d{4})$/.exec(edtf);
  if (match) return formats.year.format(new Date(edtf + "-01-01T00:00:00Z"));
  match = /^(XXXX-|--)(\d\d)(?:-(\d\d))?$/.exec(edtf);
  if (!match) return edtf;
  const date = new Date(`2000-${match[2]}-${match[3] ?? "01"}T00:00:00Z`);
  const text = (match[3] ? formats.dayMonth : formats.monthAlone).format(date);
  return match[1] === "--" ? text : word("date.yearless", text);
}

/** A count as a range: "3", "14–17", "at least 2", "none". */
function rangeText(low, high) {
  if (low === null || low === undefined) return "";
  if (high === null || high === undefined) return term("range.open", number(low));
  if (high === 0) return term("range.none");
  return low === high ? number(low) : term("range.two", number(low), number(high));
}

/** Texts in a row. */
const listed = (texts) => formats.list.format(texts);
