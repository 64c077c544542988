"""Looks at the page as its readers do: run.py PROGRAM

Opens what the program writes in Chromium, without a network, uses every control, and compares what the
page shows with the GeoJSON beside it.
"""

import csv
import io
import json
import math
import pathlib
import re
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error as PlaywrightError

import generated
from viewer import Viewer, browser, features, package, write_map

program = pathlib.Path(sys.argv[1]).resolve()
failures = []


def check(fact, sentence):
    print(("ok    " if fact else "FAILS ") + sentence)
    if not fact:
        failures.append(sentence)


def properties(folder):
    return {f["id"]: dict(f["properties"], point=f["geometry"] and f["geometry"]["coordinates"]) for f in features(folder)}


def shown(viewer):
    """The ids that the list holds, which must be as many as its tab and the count above it say."""
    viewer.tab("list")
    ids = viewer.rows()
    told = int(re.sub(r"\D", "", viewer.text("#tab-list")))
    check(told == len(ids), f"the tab tells the number of rows: {told} of {len(ids)}") if told != len(ids) else None
    return set(ids)


def choose(viewer, choice, member):
    """Ticks a box of a filter."""
    viewer.tab("filters")
    selector = f'#filters input[id^="choice-{choice}-"][data-member="{member}"]'
    viewer.page.eval_on_selector(selector, "box => { box.closest('details').open = true }")
    viewer.page.check(selector) if not viewer.page.is_checked(selector) else viewer.page.uncheck(selector)
    viewer.settle()


def check_opening(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    check(viewer.noise == [], f"the page opens without a word on the console {viewer.noise[:3]}")
    check(len(viewer.requests) == 1, f"the page asks for nothing but itself {viewer.requests[1:3]}")
    operations = properties(folder)
    check(shown(viewer) == set(operations), f"the list holds the {len(operations)} operations of the GeoJSON")
    text = (folder / "index.html").read_text(encoding="utf-8")
    check("http-equiv=\"Content-Security-Policy\"" in text and "unsafe" not in text.split("</head>")[0], "a strict policy stands in the file")
    # Dots, clusters and badges come to as many as there are.
    on_map = viewer.page.evaluate("""() => {
      const number = (item) => Number(item.textContent.replace(/\\D/g, ""));
      return { clusters: [...document.querySelectorAll(".cluster")].map(number).reduce((a, b) => a + b, 0),
               badges: [...document.querySelectorAll(".badge")].map(number).reduce((a, b) => a + b, 0),
               elsewhere: document.getElementById("elsewhere").hidden ? 0 : number(document.getElementById("elsewhere")) };
    }""")
    placed = sum(o["precision"] in PLACED and o["point"] is not None for o in operations.values())
    check(on_map["badges"] + on_map["elsewhere"] == len(operations) - placed, f"what is known only by a unit is no dot: {on_map}")
    check(on_map["clusters"] <= placed, "clusters hold only what has a place")
    by_governorate = features(folder, "governorates")
    for feature in by_governorate:
        own = [o for o in operations.values() if feature["id"] in (o["adm1_pcode"] or "").split("; ") and o["status"] in ("reported", "historical")]
        if len(own) != feature["properties"]["operations"]:
            check(False, f"{feature['id']} counts {feature['properties']['operations']} operations, and has {len(own)}")
    viewer.close()


PLACED = {"site", "neighbourhood", "village", "town", "city"}


def check_filters(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    operations = properties(folder)
    everything = set(operations)

    def expect(sentence, fits):
        wanted = {i for i, o in operations.items() if fits(o)}
        found = shown(viewer)
        check(found == wanted, f"{sentence}: {len(found)} of {len(everything)}, as the GeoJSON has it")
        check(0 < len(wanted) < len(everything), f"{sentence}: this leaves some out and some in")
        viewer.tab("filters")
        viewer.click("#reset")

    most = lambda key: max(sorted({o[key] for o in operations.values() if o[key]}), key=lambda v: sum(o[key] == v for o in operations.values()))
    for choice, key in (("types", "type"), ("statuses", "status"), ("precisions", "precision")):
        value = most(key)
        choose(viewer, choice, value)
        expect(f"the filter by {key}", lambda o: o[key] == value)
    choose(viewer, "governorates", "SY07")
    expect("the filter by governorate", lambda o: "SY07" in (o["adm1_pcode"] or "").split("; "))
    choose(viewer, "governorates", "SY07")
    choose(viewer, "governorates", "SY02")
    expect("two governorates", lambda o: {"SY07", "SY02"} & set((o["adm1_pcode"] or "").split("; ")))
    party = lambda o, wanted: any((a["id"] or "=" + a["name"]) == wanted for c in o["claims"] for a in c["actors"])
    choose(viewer, "parties", "coalition")
    expect("the filter by party", lambda o: party(o, "coalition"))
    viewer.tab("filters")
    viewer.page.fill("#sources", "2")
    viewer.settle()
    expect("the number of sources", lambda o: o["source_count"] >= 2)
    viewer.tab("filters")
    viewer.page.fill("#text", "ادلب")
    viewer.page.wait_for_timeout(300)
    expect("text without the hamza", lambda o: "إدلب" in json.dumps(o, ensure_ascii=False) and "إدلب" in " ".join(filter(None, (o["title_ar"], o["adm2_ar"], o["actors"], o["targets"]))))
    days = sorted(o["date_end"] for o in operations.values() if o["date_end"])
    middle = days[len(days) // 2]
    set_range(viewer, "#time-from", days_since_1970(middle))
    viewer.page.uncheck("#undated")
    viewer.settle()
    expect("the beginning of the time", lambda o: o["date_end"] and o["date_end"] >= middle and is_short(o))
    set_range(viewer, "#time-to", days_since_1970(middle))
    viewer.page.uncheck("#undated")
    viewer.settle()
    expect("the end of the time", lambda o: o["date_start"] and o["date_start"] <= middle and is_short(o))
    check(viewer.noise == [], f"the filters make no noise {viewer.noise[:3]}")
    viewer.close()


def days_since_1970(iso):
    import datetime

    return (datetime.date.fromisoformat(iso) - datetime.date(1970, 1, 1)).days


def is_short(o):
    return days_since_1970(o["date_end"]) - days_since_1970(o["date_start"]) < 366


def set_range(viewer, selector, value):
    viewer.page.eval_on_selector(
        selector, "(input, value) => { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })) }", value)
    viewer.settle()


def check_time(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    bars = lambda: viewer.page.get_attribute("#histogram .bars.some", "d")
    before = bars()
    viewer.page.click("#play")
    viewer.page.wait_for_timeout(1200)
    first = viewer.text("#time-text")
    viewer.page.wait_for_timeout(1200)
    second = viewer.text("#time-text")
    check(first != second, f"play moves the time: {first}, then {second}")
    check(viewer.page.get_attribute("#play", "aria-pressed") == "true", "the play button says that it plays")
    viewer.page.click("#play")
    viewer.page.wait_for_timeout(700)
    third = viewer.text("#time-text")
    viewer.page.wait_for_timeout(700)
    check(viewer.text("#time-text") == third, "pressed again, it stops")
    check(bars() != before, "the histogram shows the part that is shown")
    viewer.tab("filters")
    viewer.click("#reset")
    box = viewer.page.query_selector("#histogram").bounding_box()
    viewer.page.mouse.click(box["x"] + box["width"] * 0.62, box["y"] + box["height"] - 2)
    viewer.settle()
    check(viewer.page.evaluate("location.hash").count("from=") == 1, "a click on a bar chooses its days")
    viewer.page.focus("#time-to")
    before = viewer.page.input_value("#time-to")
    viewer.page.keyboard.press("ArrowLeft")
    viewer.settle()
    check(viewer.page.input_value("#time-to") != before, "the arrow keys move the ends of the time")
    viewer.close()


def check_list(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    operations = properties(folder)
    killed = lambda i: (operations[i]["killed_min"] or 0, operations[i]["wounded_min"] or 0)
    by_time = viewer.rows()
    ends = [operations[i]["date_end"] or "" for i in by_time]
    check(ends == sorted(ends, reverse=True), "the list goes from the latest to the earliest, the undated last")
    viewer.page.select_option("#sort", "losses")
    viewer.settle()
    by_losses = viewer.rows()
    check([killed(i) for i in by_losses] == sorted(map(killed, by_losses), reverse=True), "sorted by losses, the greatest come first")
    check(set(by_losses) == set(by_time) and by_losses != by_time, "both orders hold the same operations")
    viewer.close()


def check_search(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")

    def found(text):
        viewer.page.fill("#find", text)
        viewer.settle()
        return viewer.page.eval_on_selector_all("#found [role=option]", "rows => rows.map(row => row.textContent)")

    for text, name in (
        ("سرمدا", "Sarmada"), ("sarmada", "Sarmada"), ("الجريجسه", "Jarjisa"), ("ادلب", "Idleb"),
        ("اطمة", "Atma"), ("رقه", "Ar-Raqqa"), ("دير الزور", "Deir-ez-Zor"), ("Deir ez Zor", "Deir-ez-Zor"),
    ):
        rows = found(text)
        check(any(name in row for row in rows), f"the search finds {name} by {text}: {rows[:3]}")
    check(any("Air strike" in row for row in found("سرمدا")), "the search finds operations, too")
    found("sarmada")
    viewer.page.keyboard.press("ArrowDown")
    check(viewer.page.get_attribute("#find", "aria-activedescendant") == "found-0", "the arrow keys walk through what was found")
    viewer.page.keyboard.press("Enter")
    viewer.settle()
    place = [float(n) for n in re.search(r"map=([^&]+)", viewer.page.evaluate("decodeURIComponent(location.hash)"))[1].split("/")]
    check(math.dist(place[1:], (36.1866, 36.7239)) < 0.05 and place[0] >= 11, f"Enter goes to the place: {place}")
    check(found("xqxqxq") == ["Nothing found"], "what is not there is not found")
    viewer.close()


def check_radius(instance, folder):
    viewer = Viewer(instance, folder, "lang=en&map=9/36.19/36.72")
    operations = properties(folder)
    viewer.click("#radius")
    check(viewer.page.get_attribute("#radius", "aria-pressed") == "true", "the radius tool is in hand")
    box = viewer.page.query_selector("#map").bounding_box()
    centre = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    viewer.page.mouse.click(*centre)
    viewer.settle()
    check(viewer.page.query_selector("#radius-count") is not None, "a click sets the centre, and the tool counts")

    def circle():
        text = viewer.page.evaluate("decodeURIComponent(location.hash)")
        lat, lon, metres = (float(n) for n in re.search(r"circle=([^&]+)", text)[1].split("/"))
        return lat, lon, metres

    def compare(sentence):
        lat, lon, metres = circle()
        answer = json.loads(run_near(folder, lat, lon, metres))
        certain = {o["id"] for o in answer["operations"] if o["within"] == "certain"}
        possible = {o["id"] for o in answer["operations"]} - certain
        found = shown(viewer)
        check(found == certain | possible, f"{sentence}: {len(found)} within {metres / 1000:g} km, as makan near has it")
        told = viewer.text("#radius-count")
        check(f"certain: {len(certain):,} · possible: {len(possible):,}" in told, f"{sentence}: {told!r}")
        return certain, possible

    for km in ("10", "25", "60", "150"):
        viewer.page.fill("#radius-km", km)
        viewer.page.keyboard.press("Tab")
        viewer.settle()
        certain, possible = compare(f"a radius of {km} km")
    check(len(certain) > 0 and len(possible) > 0, "some are certain and some possible")
    viewer.page.check("#certain")
    viewer.settle()
    check(shown(viewer) == certain, "the possible ones can be left out")
    viewer.page.uncheck("#certain")
    viewer.page.fill("#radius-km", "20")
    viewer.page.keyboard.press("Tab")
    viewer.settle()
    before = circle()
    middle = viewer.page.query_selector(".handle.middle").bounding_box()
    start = (middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
    viewer.page.mouse.move(*start)
    viewer.page.mouse.down()
    viewer.page.mouse.move(start[0] + 60, start[1] + 30, steps=6)
    viewer.page.mouse.up()
    viewer.settle()
    after = circle()
    check(after[1] > before[1] and after[0] < before[0], "the centre can be dragged")
    check(abs(after[2] - before[2]) < 2, "and the circle keeps its size")
    edge = viewer.page.query_selector(".handle.edge").bounding_box()
    start = (edge["x"] + edge["width"] / 2, edge["y"] + edge["height"] / 2)
    viewer.page.mouse.move(*start)
    viewer.page.mouse.down()
    viewer.page.mouse.move(start[0] + 50, start[1], steps=6)
    viewer.page.mouse.up()
    viewer.settle()
    check(circle()[2] > after[2] * 1.2, "its edge can be dragged, and it grows")
    compare("after dragging")
    viewer.page.keyboard.press("Escape")
    viewer.settle()
    check(shown(viewer) == set(operations), "Escape puts the tool away, and all is shown")
    viewer.close()


def run_near(folder, lat, lon, metres):
    import subprocess

    return subprocess.run(
        [program, "near", folder, "--at", f"{lat},{lon}", "--radius", f"{metres / 1000}km", "--format", "json"],
        capture_output=True, check=True).stdout


def check_measure(instance, folder):
    viewer = Viewer(instance, folder, "lang=en&map=9/36/37")
    viewer.click("#measure")
    box = viewer.page.query_selector("#map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for step in (0, 256):
        viewer.page.mouse.click(x + step - 100, y - 20)
        viewer.page.wait_for_timeout(400)
    # At zoom 9 a world is 131072 pixels wide; 256 of them on the parallel of 36 degrees.
    wanted = 256 / 131072 * 40075.017 * math.cos(math.radians(36)) / 1
    told = float(re.search(r"[\d.,]+", viewer.text("#measured"))[0].replace(",", ""))
    check(abs(told - wanted) < 1, f"two clicks measure a distance: {told} km, by the projection {wanted:.1f}")
    viewer.click("#tool .quiet")
    check(viewer.page.query_selector("#measured") is None, "the last point can be taken back")
    viewer.page.keyboard.press("Escape")
    viewer.settle()
    check(not viewer.page.is_visible("#tool"), "Escape ends the measuring")
    viewer.close()


def check_permalink(instance, folder):
    operations = properties(folder)
    chosen = next(i for i, o in operations.items() if o["type"] == "air_strike" and o["precision"] in PLACED)
    viewer = Viewer(instance, folder, "lang=en")
    choose(viewer, "types", "air_strike")
    viewer.tab("list")
    viewer.page.select_option("#sort", "losses")
    viewer.page.select_option("#shade", "killed")
    viewer.click(f'#list li[data-id="{chosen}"] button')
    viewer.click("#zoom-in")
    viewer.click("#language")
    viewer.page.wait_for_timeout(400)
    address = viewer.page.evaluate("location.hash").lstrip("#")
    state = lambda v: (
        sorted(v.rows()), v.page.input_value("#sort"), v.page.input_value("#shade"), v.text("#panel-title"),
        v.page.evaluate("document.documentElement.lang"), v.page.evaluate("location.hash"))
    first = state(viewer)
    viewer.close()
    again = Viewer(instance, folder, address)
    check(state(again) == first, f"the address brings the same view back: {address}")
    again.page.evaluate("location.hash = '#lang=en'")
    again.settle()
    check(shown(again) == set(operations) and again.page.is_hidden("#panel"), "a new address changes the open page")
    again.open("lang=xx&map=a/b/c&type=none&from=2025-99-99&circle=1/2&operation=o_none&sort=x&sources=-3")
    check(shown(again) == set(operations) and again.noise == [], "an address that is wrong does no harm")
    again.close()


def check_download(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")

    def saved(button):
        viewer.page.click("#save")
        with viewer.page.expect_download() as download:
            viewer.page.click(button)
        return pathlib.Path(download.value.path()).read_bytes().decode("utf-8")

    whole = json.loads(saved("#save-geojson"))
    check(whole["features"] == features(folder), "the download of everything is the GeoJSON of the folder")
    choose(viewer, "types", "air_strike")
    wanted = [f for f in features(folder) if f["properties"]["type"] == "air_strike"]
    check(json.loads(saved("#save-geojson"))["features"] == wanted, f"filtered, it holds the {len(wanted)} that are shown")
    rows = list(csv.reader(io.StringIO(saved("#save-csv").lstrip("\ufeff"))))
    check(len(rows) == len(wanted) + 1, "the table has a row for each")
    import subprocess

    table = subprocess.run([program, "report", folder, "--format", "csv"], capture_output=True, check=True).stdout.decode()
    ids = {f["id"] for f in wanted}
    check(rows == [row for row in csv.reader(io.StringIO(table)) if row[0] in ids | {"id"}], "and is what makan report writes of them")
    check(viewer.noise == [], f"downloads pass the policy {viewer.noise[:3]}")
    viewer.close()


def check_evidence(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    operations = properties(folder)
    for number, (i, operation) in enumerate(operations.items()):
        if number >= 12:
            break
        viewer.rows()
        viewer.page.click(f'#list li[data-id="{i}"] button')
        text = viewer.text("#panel")
        claims = operation["claims"]
        quotes = viewer.page.eval_on_selector_all("#panel blockquote", "all => all.map(q => q.textContent)")
        if quotes != [c["quote"] for c in claims]:
            check(False, f"{i} quotes {quotes} and not {[c['quote'] for c in claims]}")
        marks = viewer.page.eval_on_selector_all("#panel blockquote mark", "all => all.map(m => m.textContent)")
        units = [c["quote"].encode("utf-16-le")[2 * w["start"]:2 * w["end"]].decode("utf-16-le") for c in claims for w in c["words"]]
        if not marks or not set(marks) <= set(units):
            check(False, f"{i} marks {marks} and not {units}")
        for code in filter(None, [operation["adm2_pcode"], operation["adm3_pcode"], *(operation["adm1_pcode"] or "").split("; ")]):
            if code not in text:
                check(False, f"{i} does not name {code}")
        for claim in claims:
            if claim["source"] and claim["source"] not in text:
                check(False, f"{i} does not name {claim['source']}")
    check(True, "every claim is quoted with the words that were read, and every unit is named")
    placed = next(i for i, o in operations.items() if o["precision"] in PLACED)
    coarse = next(i for i, o in operations.items() if o["precision"] == "governorate")
    viewer.page.click(f'#list li[data-id="{placed}"] button')
    viewer.settle()
    check(viewer.page.query_selector("path.chosen") and viewer.page.query_selector("path.area"), "a chosen point has its ring and its area")
    viewer.page.click(f'#list li[data-id="{coarse}"] button')
    viewer.settle()
    check(
        viewer.page.query_selector("path.chosen") is None and viewer.page.query_selector("path.area"),
        "what is known by its governorate shows as an area, without a dot")
    check("alternatives" in "".join(operations[placed]["claims"][0].keys()) and "Other places" in viewer.text("#panel"), "the panel tells what else was considered")
    check("% sure" in viewer.text("#panel"), "and how sure the place is")
    viewer.page.keyboard.press("Escape")
    viewer.settle()
    check(viewer.page.is_hidden("#panel"), "Escape closes the panel")
    focused = viewer.page.evaluate("document.activeElement.closest('li')?.dataset.id")
    check(focused == coarse, "and gives the focus back to the row")
    viewer.close()


def check_badges(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    operations = properties(folder)
    badge = viewer.page.query_selector(".badge")
    label = badge.get_attribute("aria-label")
    check(badge.get_attribute("role") == "button" and badge.get_attribute("tabindex") == "0", f"a badge is a button: {label}")
    badge.focus()
    viewer.page.keyboard.press("Enter")
    viewer.settle()
    listed = shown(viewer)
    check(listed and all(operations[i]["precision"] not in PLACED for i in listed), "a badge lists what is known only by its unit")
    check(viewer.page.query_selector("path.unit") is not None, "and its unit is hatched")
    viewer.click("#scope button")
    check(shown(viewer) == set(operations), "the list can be had whole again")
    clusters = viewer.page.query_selector_all(".cluster")
    check(clusters and all(c.get_attribute("role") == "button" for c in clusters), f"{len(clusters)} clusters are buttons")
    zoom = lambda: float(re.search(r"map=([\d.]+)", viewer.page.evaluate("decodeURIComponent(location.hash)") + "map=0")[1])
    before = zoom()
    viewer.page.query_selector(".cluster").focus()
    viewer.page.keyboard.press("Enter")
    viewer.settle()
    check(zoom() > before, "a cluster opens")
    viewer.close()


def check_clusters(instance, folder):
    """No cluster holds operations of two governorates, at any zoom."""
    viewer = Viewer(instance, folder, "lang=en")
    straddling, seen = [], 0
    for zoom in range(5, 12):
        viewer.page.evaluate(f"location.hash = '#lang=en&map={zoom}/35.9/37'")
        viewer.settle()
        groups = viewer.page.eval_on_selector_all(".cluster", "all => all.map(c => c.dataset.governorates)")
        seen += len(groups)
        straddling += [(zoom, group) for group in groups if "|" in group]
    check(seen > 20 and not straddling, f"none of {seen} clusters straddles governorates {straddling[:3]}")
    viewer.close()


def check_language(instance, folder):
    viewer = Viewer(instance, folder, "lang=ar")
    box = lambda selector: viewer.page.query_selector(selector).bounding_box()
    arabic = {s: box(s) for s in (".side", ".map-tools", "#legend", "#play", ".actions")}
    check(viewer.page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"], "the page is Arabic, from right to left")
    check(re.search("[٠-٩]", viewer.text("#tab-list")), "and counts with Arabic digits")
    check(re.search("كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين", viewer.text("#time-text")), f"months have their names of the Levant: {viewer.text('#time-text')}")
    latin = viewer.page.evaluate("""() => [...document.querySelectorAll("button, label, h1, h3, summary, option")]
      .map(e => e.textContent.trim()).filter(t => /[A-Za-z]{3}/.test(t) && !/English|GeoJSON|CSV/.test(t) && !/[\\u0600-\\u06ff]/.test(t))""")
    check(latin == [], f"no control is left in English {latin[:3]}")
    viewer.click("#language")
    english = {s: box(s) for s in arabic}
    check(viewer.page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"], "the switch turns it into English, from left to right")
    width = viewer.page.viewport_size["width"]
    for selector in (".side", "#play"):
        a, b = arabic[selector], english[selector]
        check(abs((width - a["x"] - a["width"]) - b["x"]) < 60, f"{selector} stands on the other side")
    for selector in (".map-tools", "#legend", ".actions"):
        middle = lambda b: b["x"] + b["width"] / 2
        check((middle(arabic[selector]) < width / 2) != (middle(english[selector]) < width / 2), f"{selector} is mirrored")
    arabic_left = viewer.page.evaluate("""() => [...document.querySelectorAll("button, label, h1, h3, summary, option")]
      .map(e => { const copy = e.cloneNode(true); copy.querySelectorAll("[lang=ar]").forEach(name => name.remove()); return copy })
      .filter(e => e.lang !== "ar").map(e => e.textContent.trim()).filter(t => /[\\u0600-\\u06ff]/.test(t))""")
    check(arabic_left == [], f"no control is left in Arabic but names that only reports have {arabic_left[:3]}")
    check(viewer.page.evaluate("document.querySelector('.name.governorate')?.textContent ?? ''").isascii(), "the map speaks English, too")
    viewer.close()


def check_keyboard(instance, folder):
    viewer = Viewer(instance, folder, "lang=en")
    order = []
    for _ in range(14):
        viewer.page.keyboard.press("Tab")
        order.append(viewer.page.evaluate("document.activeElement.id || document.activeElement.className"))
    check(order[:6] == ["skip", "find", "link", "save", "print", "language"], f"the focus goes in the order of reading {order}")
    check("tab-list" in order and order.index("tab-list") > order.index("language"), "then to the list")
    viewer.page.focus("#list .row")
    viewer.page.keyboard.press("ArrowDown")
    check(viewer.page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#list li')[1]"), "arrow keys walk through the list")
    viewer.page.keyboard.press("Enter")
    viewer.settle()
    check(viewer.page.evaluate("document.activeElement.id") == "panel", "Enter opens the panel, which takes the focus")
    ring = viewer.page.evaluate("""() => { const b = document.getElementById("print"); b.focus(); return getComputedStyle(b).outlineStyle }""")
    check(ring in ("solid", "auto"), f"what has the focus shows it: {ring}")
    viewer.close()


def check_narrow(instance, folder):
    for size in ((390, 844), (320, 640), (820, 1100)):
        for language in ("ar", "en"):
            viewer = Viewer(instance, folder, f"lang={language}", size=size)
            wide = viewer.page.evaluate("document.documentElement.scrollWidth")
            check(wide <= size[0], f"{language} at {size[0]} pixels: nothing is wider than the screen ({wide})")
            box = viewer.page.query_selector("#map").bounding_box()
            check(box["width"] > 0.6 * size[0] * (1 if size[0] < 761 else 0.8) and box["height"] > 250, "the map has room")
            viewer.click("#list .row")
            panel = viewer.page.query_selector("#panel").bounding_box()
            check(panel["x"] >= -1 and panel["x"] + panel["width"] <= size[0] + 1, "and so has the panel")
            viewer.close()


def check_print(instance, folder):
    viewer = Viewer(instance, folder, "lang=ar")
    pdf = viewer.page.pdf(prefer_css_page_size=True, print_background=True)
    check(len(pdf) > 10_000, f"the page prints: {len(pdf)} bytes")
    viewer.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    viewer.settle()
    check(viewer.page.query_selector("[data-mark]") is not None, "on paper the marks are lines and not pixels")
    check(viewer.page.is_hidden(".top") and viewer.page.is_visible(".print-title"), "the controls are gone, and a title stands there")
    viewer.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    viewer.settle()
    check(viewer.page.is_visible(".top") and viewer.page.query_selector("[data-mark]") is None, "after printing all is as before")
    viewer.close()


def check_access(instance, folder):
    for language in ("ar", "en"):
        for size in ((1400, 900), (390, 844)):
            viewer = Viewer(instance, folder, f"lang={language}", size=size, bypass_csp=True)
            states = [("the list", lambda: None), ("the filters", lambda: viewer.tab("filters")),
                      ("an operation", lambda: (viewer.tab("list"), viewer.click("#list .row"))),
                      ("a search", lambda: (viewer.page.keyboard.press("Escape"), viewer.page.fill("#find", "حلب"), viewer.settle()))]
            for name, go in states:
                go()
                result = Axe().run(viewer.page)
                found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result.response["violations"]]
                check(not found, f"axe finds nothing wrong with {name}, {language}, {size[0]} pixels {found}")
            viewer.close()


def hostile_reports():
    texts = [
        "<script>document.title = 'broken'; alert(1)</script>",
        "</script><script>alert(2)</script>",
        "<img src=x onerror=alert(3)>",
        "\u202egnitirw fo noitcerid\u202c",
        "'\"><svg onload=alert(4)>",
        "=HYPERLINK(\"http://example.org\")",
        "{{script}}", "${alert(5)}", "\u2028alert(6)\u2029", "<!-- <script>",
        "__proto__", "constructor", "<style>*{display:none}</style>",
    ]
    for number, text in enumerate(texts):
        yield {
            "id": f"h{number} {text}", "title": text, "source": text, "published": "2025-10-09",
            "url": ["javascript:alert(7)", "data:text/html,<script>alert(8)</script>", "https://example.org/\"onclick=\"alert(9)"][number % 3],
            "text": f"قصفت طائرة حربية يوم الأربعاء بلدة سرمدا بريف إدلب {text}، ما أدى إلى مقتل {number + 3} مدنيين. {text}",
        }
    yield {
        "id": "long", "title": "<b>" + "ط" * 1_000_000, "source": "م" * 1_000_000, "published": "2025-10-01",
        "text": "قصفت طائرة حربية بلدة الدانا بريف إدلب، ما أدى إلى مقتل 3 مدنيين. " + "نص " * 100_000,
    }


def check_safety(instance, folder):
    lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in hostile_reports()).encode()
    write_map(program, folder, "-", lines=lines)
    for language in ("ar", "en"):
        viewer = Viewer(instance, folder, f"lang={language}")
        ids = viewer.rows()
        told = []
        for i in ids:
            viewer.page.click(f'#list li[data-id="{i}"] button')
            viewer.page.wait_for_timeout(30)
            told.append(viewer.text("#panel"))
        joined = "\n".join(told)
        for sign in ("<script>", "<img src=x onerror=alert(3)>", "<svg onload=alert(4)>", "{{script}}", "<style>"):
            check(sign in joined, f"{language}: {sign} is shown as text")
        check("\u202e" not in viewer.page.evaluate("document.body.innerText"), f"{language}: no report turns the direction of the page")
        check(viewer.noise == [], f"{language}: no code of a report runs, and nothing is said about it {viewer.noise[:3]}")
        check(len(viewer.requests) == 1, f"{language}: and nothing is asked for {viewer.requests[1:3]}")
        links = viewer.page.evaluate("[...document.querySelectorAll('a[href]')].map(a => [a.protocol, a.rel, a.getAttribute('onclick')])")
        check(all(p in ("file:", "http:", "https:") and o is None for p, r, o in links), f"{language}: no link but to the web {links[:3]}")
        made = viewer.page.evaluate("""() => ({ scripts: document.scripts.length, images: document.images.length,
          styles: document.querySelectorAll("style").length, hidden: getComputedStyle(document.body).display })""")
        check(made == {"scripts": 6, "images": 0, "styles": 2, "hidden": made["hidden"]} and made["hidden"] != "none", f"{language}: no element is of a report's making {made}")
        widths = viewer.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        check(widths[0] <= widths[1], f"{language}: a title of a million letters does not burst the page")
        for text in ("<script>", "__proto__", "\u202e"):
            viewer.page.fill("#find", text)
            viewer.settle()
            viewer.tab("filters")
            viewer.page.fill("#text", text)
            viewer.page.wait_for_timeout(200)
            viewer.page.fill("#text", "")
        check(viewer.noise == [], f"{language}: hostile words can be looked for {viewer.noise[:3]}")
        viewer.close()
    viewer = Viewer(instance, folder, "lang=en&operation=%3Cscript%3E&text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&type=__proto__~constructor")
    check(viewer.noise == [], "an address can bring no code in")
    blocked = viewer.page.evaluate("""async () => {
      const tried = {};
      try { document.body.innerHTML += "<b>x</b>"; tried.markup = true } catch { tried.markup = false }
      const script = document.createElement("script");
      try { script.textContent = "document.documentElement.dataset.broken = 1"; document.body.append(script) } catch { /* refused */ }
      tried.script = document.documentElement.dataset.broken === "1";
      tried.fetch = await fetch("https://example.org/").then(() => true, () => false);
      return tried }""")
    check(blocked == {"markup": False, "script": False, "fetch": False}, f"the policy stops markup, scripts and connections {blocked}")
    viewer.close()


def check_tiles(instance, folder):
    write_map(program, folder, "seeds", options=["--tiles", "https://tiles.example.org/{z}/{x}/{y}.png", "--tiles-credit", "Nobody"])
    viewer = Viewer(instance, folder, "lang=en")
    check(len(viewer.requests) == 1, "with a layer of tiles, nothing is loaded before it is switched on")
    viewer.click("#tiles")
    viewer.page.wait_for_timeout(300)
    asked = viewer.requests[1:]
    check(asked and all(a.startswith("https://tiles.example.org/") for a in asked), f"switched on, it asks its host and no other: {len(asked)}")
    check("Nobody" in viewer.text("#credit"), "and names who made it")
    viewer.close()
    plain = Viewer(instance, write_map(program, folder, "seeds"), "lang=en")
    check(plain.page.is_hidden("#tiles"), "without one there is no switch")
    plain.close()


def check_many(instance, folder):
    """More operations than the library clusters: a grid of ours, which shows as many."""
    lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in generated.reports(2500)).encode()
    write_map(program, folder, "seeds", "-", lines=lines)
    viewer = Viewer(instance, folder, "lang=en")
    operations = properties(folder)
    check(viewer.noise == [], f"{len(operations)} operations open quietly {viewer.noise[:3]}")
    count = lambda: viewer.page.evaluate("""() => {
      const number = (item) => Number(item.textContent.replace(/\\D/g, ""));
      return [...document.querySelectorAll(".cluster, .badge, #elsewhere:not([hidden])")].map(number).reduce((a, b) => a + b, 0) }""")
    check(0 <= len(operations) - count() <= 40, f"clusters and badges hold them all but for single marks: {count()} of {len(operations)}")
    check_filters(instance, folder)
    viewer.close()
    check_clusters(instance, folder)
    check_radius(instance, folder)


def main():
    checks = [
        check_opening, check_list, check_search, check_radius, check_measure, check_permalink, check_download,
        check_evidence, check_badges, check_clusters, check_language, check_keyboard, check_narrow, check_print,
        check_access, check_filters, check_time,
    ]
    wanted = set(sys.argv[2:])
    with tempfile.TemporaryDirectory() as name, browser() as instance:
        root = pathlib.Path(name)
        # The seeds, and some hundred reports that chance has made, so that every choice has something.
        lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in generated.reports(240, seed=11)).encode()
        mixed = write_map(program, root / "mixed", "seeds", "-", lines=lines)
        own = (check_safety, check_tiles, check_many)
        for one in (*checks, *own):
            if wanted and one.__name__ not in wanted:
                continue
            try:
                one(instance, root / one.__name__ if one in own else mixed)
            except PlaywrightError as error:
                check(False, f"{one.__name__} ends with: {error}")
    print(f"{len(failures)} checks of the page fail" if failures else "all checks of the page pass")
    sys.exit(1 if failures else 0)


main()
