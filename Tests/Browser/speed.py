"""Measures how quick the page is with many operations: speed.py PROGRAM [COUNT]

Prints when the first paint and the whole map are there, and how long a choice takes from the click to
the painted map: the median and the slowest.
"""

import json
import pathlib
import statistics
import sys
import tempfile

import generated
from viewer import Viewer, browser, features, write_map

program = pathlib.Path(sys.argv[1]).resolve()
wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000

# From an action to the next painted frame, with everything that hangs on it done.
timed = """async ([action, selector, value]) => {
  const item = document.querySelector(selector);
  await new Promise((done) => setTimeout(done, 120));
  const start = performance.now();
  if (action === "click") item.click();
  else { item.value = value; item.dispatchEvent(new Event("input", { bubbles: true })); }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""


def main():
    with tempfile.TemporaryDirectory() as name, browser() as instance:
        # Some reports tell of the same event; as many reports as make the operations that are asked for.
        lines = []
        for report in generated.reports(wanted):
            lines.append(json.dumps(report, ensure_ascii=False))
        folder = write_map(program, pathlib.Path(name) / "map", "-", lines="\n".join(lines).encode())
        count = len(features(folder))
        size = (folder / "index.html").stat().st_size / 1e6
        print(f"{count:,} operations of {len(lines):,} generated reports, a page of {size:.1f} MB")
        opened = []
        for _ in range(3):
            viewer = Viewer(instance, folder, "lang=en")
            opened.append(viewer.page.evaluate("""() => ({
              paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
              ready: Number(document.documentElement.dataset.readyAfter) })"""))
            if _ < 2:
                viewer.close()
        print(f"first paint after {min(o['paint'] for o in opened):.0f} ms, "
              f"map, list and timeline after {min(o['ready'] for o in opened):.0f} ms (best of 3)")
        viewer.page.wait_for_timeout(3000)
        viewer.tab("filters")

        def figures(title, actions):
            times = [viewer.page.evaluate(timed, action) for action in actions]
            print(f"{title}: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms of {len(times)}")

        boxes = viewer.page.eval_on_selector_all(
            "#filters input[type=checkbox]", "all => all.slice(0, 26).map(box => '#' + box.id)")
        figures("a filter", [("click", box, None) for box in boxes for _ in range(2)])
        low, high = (int(viewer.page.get_attribute("#time-from", end)) for end in ("min", "max"))
        figures("the time", [("input", "#time-from", low + (high - low) * step // 20) for step in range(20)])
        viewer.page.click("#reset")
        figures("the zoom", [("click", "#zoom-in" if step < 4 else "#zoom-out", None) for step in range(8)])
        viewer.close()


main()
