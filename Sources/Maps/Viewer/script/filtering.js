// filtering.js: which operations are shown, and how many each choice would show.

/** The operations that pass every filter, in the order of the page. */
let shown = operations;
/** The operations that pass every filter but that of time. */
let shownAtAnyTime = operations;
/** How many operations each member of a choice stands for, all other choices as they are. */
let choiceCounts = {};
/** 2 for an operation whose area is all within the circle, 1 for a part of it, 0 for none. */
const within = new Uint8Array(operations.length);

const failures = { types: 1, statuses: 2, governorates: 4, precisions: 8, parties: 16, time: 32, rest: 64 };

/** Works out anew what is shown. */
function filter() {
  const words = folded(state.text).split(" ").filter(Boolean);
  const { from, to, circle, sources, undated } = state;
  if (circle) measureCircle();
  const leastWithin = !circle ? 0 : state.certain ? 2 : 1;
  const hasLimits = from !== null || to !== null;
  const [low, high] = [from ?? -Infinity, to ?? Infinity];
  const facets = setKeys.map((key) => {
    const wanted = new Uint8Array(memberNumbers[key].size);
    for (const member of state[key]) wanted[memberNumbers[key].get(member)] = 1;
    return {
      key, wanted, bit: failures[key], isOpen: state[key].size === 0, counts: new Uint32Array(wanted.length),
    };
  });
  shown = [];
  shownAtAnyTime = [];
  for (const operation of operations) {
    let failed = 0;
    for (const { key, wanted, bit, isOpen } of facets) {
      if (isOpen) continue;
      let passes = false;
      for (const member of operation.members[key]) if (wanted[member] === 1) passes = true;
      if (!passes) failed |= bit;
    }
    if (operation.sources < sources || within[operation.index] < leastWithin
      || words.length > 0 && !words.every((w) => operation.searchText.includes(w))) failed |= failures.rest;
    if (operation.dated ? hasLimits && (operation.last < low || operation.first > high) : !undated) {
      failed |= failures.time;
    }
    if (failed === 0) shown.push(operation);
    if ((failed & ~failures.time) === 0) shownAtAnyTime.push(operation);
    for (const { key, bit, counts } of facets) {
      if ((failed & ~bit) === 0) for (const member of operation.members[key]) counts[member] += 1;
    }
  }
  choiceCounts = Object.fromEntries(facets.map(({ key, counts }) => [key, counts]));
}

/** How many operations a member of a choice stands for. */
const choiceCount = (key, member) => choiceCounts[key]?.[memberNumbers[key].get(member)] ?? 0;

/** Tells for every operation whether its area lies within the circle. */
function measureCircle() {
  const { centre, metres } = state.circle;
  const reaches = new Map();
  for (const operation of operations) {
    let reach = null;
    if (operation.isDisc) {
      if (operation.position) {
        const far = distance(centre, operation.position);
        const own = operation.radius ?? 0;
        reach = { least: far - own, most: far + own };
      }
    } else {
      const shape = operation.row[operation.row.length - 2];
      if (!reaches.has(shape)) reaches.set(shape, reachOf(centre, operation.polygons));
      reach = reaches.get(shape);
    }
    within[operation.index] = !reach || reach.least > metres ? 0 : reach.most <= metres ? 2 : 1;
  }
}

/** What some operations come to: how many took place, and how many were killed at least. */
function totals(list) {
  let [count, killed] = [0, 0];
  for (const operation of list) {
    if (!operation.tookPlace) continue;
    count += 1;
    killed += operation.number("killed_min") ?? 0;
  }
  return { count, killed };
}

/** The totals of every governorate; an operation in several counts in each of them. */
function governorateTotals() {
  const sums = new Map(ground.governorates.map(({ code }) => [code, { count: 0, killed: 0, all: 0 }]));
  for (const operation of shown) {
    for (const code of operation.governorates) {
      const sum = sums.get(code);
      if (!sum) continue;
      sum.all += 1;
      if (!operation.tookPlace) continue;
      sum.count += 1;
      sum.killed += operation.number("killed_min") ?? 0;
    }
  }
  return sums;
}
