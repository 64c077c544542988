// timeline.js: the histogram of days, the two ends of the time that is shown, and play.

const hasTime = dated.length > 0;

/** The days that the slider spans: all that are known, and some on both sides of a few. */
const [firstDay, lastDay] = (() => {
  const room = Math.max(0, Math.ceil((14 - (latestDay - earliestDay)) / 2));
  return [earliestDay - room, latestDay + room];
})();

/** Days in a bar, so that there are not too many: days, weeks, or months of about thirty days. */
const barDays = !hasTime ? 1 : [1, 2, 7, 14, 30, 91, 365].find((days) => (lastDay - firstDay + 1) / days <= 120) ?? 1461;
const barCount = hasTime ? Math.floor((lastDay - firstDay) / barDays) + 1 : 1;
const barOf = (day) => Math.floor((day - firstDay) / barDays);

/** The time that is shown, in words. */
function timeText() {
  const [from, to] = [state.from ?? earliestDay, state.to ?? latestDay];
  return from >= to ? dayText(from) : word("date.interval", dayText(from), dayText(to));
}

const timeEnds = () => [state.from ?? firstDay, state.to ?? lastDay];

function setUpTimeline() {
  for (const id of ["time-from", "time-to"]) {
    const input = byId(id);
    input.min = hasTime ? firstDay : 0;
    input.max = hasTime ? lastDay : 1;
    input.disabled = !hasTime;
    input.addEventListener("input", () => {
      const isFrom = id === "time-from";
      const other = Number(byId(isFrom ? "time-to" : "time-from").value);
      const value = isFrom ? Math.min(Number(input.value), other) : Math.max(Number(input.value), other);
      input.value = value;
      stopPlaying();
      moveTime();
    });
  }
  byId("play").disabled = !hasTime;
  byId("play").addEventListener("click", () => { if (playing) stopPlaying(); else startPlaying(); });
  byId("undated").addEventListener("change", (event) => change({ undated: event.target.checked }));
  byId("histogram").addEventListener("click", (event) => {
    if (!hasTime) return;
    const box = byId("histogram").getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    const bar = Math.floor((document.dir === "rtl" ? 1 - part : part) * barCount);
    const from = firstDay + bar * barDays;
    const isSame = state.from === from;
    change(isSame ? { from: null, to: null }
      : { from, to: Math.min(lastDay, from + barDays - 1) });
  });
}

const moveTime = oncePerFrame(() => {
  const [from, to] = ["time-from", "time-to"].map((id) => Number(byId(id).value));
  change({ from: from <= firstDay ? null : from, to: to >= lastDay ? null : to });
});

function drawTimeline() {
  const all = new Uint32Array(barCount);
  const some = new Uint32Array(barCount);
  const [from, to] = timeEnds();
  for (const operation of shownAtAnyTime) {
    if (!operation.dated) continue;
    // What is known only by its month or so stands in the middle of it.
    const day = Math.floor((operation.first + operation.last) / 2);
    const bar = Math.min(barCount - 1, Math.max(0, barOf(day)));
    all[bar] += 1;
    if (operation.last >= from && operation.first <= to) some[bar] += 1;
  }
  const most = Math.max(1, ...all);
  const isMirrored = languages[language].direction === "rtl";
  const width = 1000 / barCount;
  const bar = (index, count, style) => {
    const height = count === 0 ? 0 : Math.max(2, (count / most) * 44);
    const left = (isMirrored ? barCount - 1 - index : index) * width;
    return `M${(left + width * 0.08).toFixed(2)} 46v${-height.toFixed(2)}h${(width * 0.84).toFixed(2)}v${height.toFixed(2)}z`;
  };
  const path = (counts, style) => drawn("path", {
    class: style, d: Array.from(counts, (count, index) => (count ? bar(index, count) : "")).join("") });
  const histogram = byId("histogram");
  histogram.setAttribute("viewBox", "0 0 1000 46");
  histogram.replaceChildren(path(all, "bars all"), path(some, "bars some"));
  byId("time-from").value = from;
  byId("time-to").value = to;
  byId("time-from").setAttribute("aria-valuetext", hasTime ? dayText(from) : "");
  byId("time-to").setAttribute("aria-valuetext", hasTime ? dayText(to) : "");
  const span = Math.max(1, lastDay - firstDay);
  byId("time-span").style.insetInlineStart = `${((from - firstDay) / span) * 100}%`;
  byId("time-span").style.insetInlineEnd = `${((lastDay - to) / span) * 100}%`;
  byId("time-text").textContent = hasTime ? timeText() : word("time.none");
  byId("undated").checked = state.undated;
  byId("undated").disabled = undatedCount === 0;
  byId("undated-text").textContent = word("time.undated", number(undatedCount));
  byId("play").textContent = word(playing ? "pause" : "play");
  byId("play").setAttribute("aria-pressed", Boolean(playing));
}

/** Writes months or years under the bars. */
function drawTicks() {
  const ticks = [];
  if (hasTime) {
    const span = lastDay - firstDay;
    const least = Math.max(1, span / 9);
    let last = -Infinity;
    const start = dateOf(firstDay);
    const isLong = span > 900;
    for (let year = start.getUTCFullYear(), month = isLong ? 0 : start.getUTCMonth(); ;) {
      const day = Math.round(Date.UTC(year, month, 1) / 864e5);
      if (day > lastDay) break;
      if (day >= firstDay && day - last >= least) {
        const isYear = isLong || month === 0 || ticks.length === 0;
        const text = isLong ? formats.year.format(dateOf(day)) : isYear ? formats.month.format(dateOf(day)) : formats.monthAlone.format(dateOf(day));
        const tick = element("span", {}, text);
        tick.style.insetInlineStart = `${((day - firstDay) / Math.max(1, span)) * 100}%`;
        ticks.push(tick);
        last = day;
      }
      if (isLong) year += 1; else month += 1;
      if (month === 12) [year, month] = [year + 1, 0];
    }
    if (ticks.length === 0) {
      for (const [day, side] of span > 0 ? [[firstDay, "insetInlineStart"], [lastDay, "insetInlineEnd"]] : [[firstDay, "insetInlineStart"]]) {
        const tick = element("span", { class: "edge" }, dayText(day));
        tick.style[side] = "0";
        ticks.push(tick);
      }
    }
  }
  byId("ticks").replaceChildren(...ticks);
}

let playing = null;

/** Lets the time run: a window of the chosen length, or a tenth of all, goes from first to last. */
function startPlaying() {
  const span = lastDay - firstDay;
  let [from, to] = timeEnds();
  const isWhole = from <= firstDay && to >= lastDay;
  const size = isWhole ? Math.max(barDays - 1, Math.round(span / 10)) : to - from;
  const step = Math.max(1, Math.round(Math.max(barDays, span / 60)));
  if (isWhole || to >= lastDay) from = firstDay;
  playing = { from, size, step, timer: null };
  const advance = () => {
    const { from: start } = playing;
    change({ from: start, to: Math.min(lastDay, start + size) });
    if (start + size >= lastDay) return stopPlaying();
    playing.from = start + step;
    playing.timer = setTimeout(advance, 450);
  };
  advance();
  drawTimeline();
}

function stopPlaying() {
  if (!playing) return;
  clearTimeout(playing.timer);
  playing = null;
  drawTimeline();
}
