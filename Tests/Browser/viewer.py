"""What the tests, the pictures and the figures share: a map folder, and its page in Chromium.

Chromium is the system's own; Playwright drives it. The browser is offline, and whatever the page asks
of a network, says on its console, or throws, is kept.
"""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess

from playwright.sync_api import sync_playwright

package = pathlib.Path(__file__).resolve().parents[2]


def chromium():
    """The path of the system's Chromium."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise SystemExit("Chromium is not installed: apt-get install chromium")


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        # The superuser may not use Chromium's own sandbox.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        instance = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield instance
        instance.close()


def write_map(program, folder, *inputs, lines=None, options=()):
    """Runs the main job, and gives the folder."""
    result = subprocess.run(
        [program, "map", *inputs, "-o", folder, "--quiet", *options],
        cwd=package, input=lines, capture_output=True,
    )
    if result.returncode:
        raise SystemExit(result.stderr.decode())
    return folder


class Viewer:
    """The page of a map folder in a window of its own."""

    def __init__(self, instance, folder, address="", size=(1400, 900), locale="en-GB", **options):
        self.folder = pathlib.Path(folder)
        self.noise, self.requests = [], []
        self.context = instance.new_context(
            viewport={"width": size[0], "height": size[1]}, offline=True, locale=locale,
            accept_downloads=True, **options,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda message: self.noise.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: (self.noise.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.noise.append(f"popup: {popup.url}"))
        self.open(address)

    def open(self, address=""):
        self.page.goto(f"file://{self.folder.resolve()}/index.html#{address}")
        self.page.wait_for_selector("html[data-ready]", timeout=60_000)
        self.settle()

    def settle(self):
        """Waits until everything is drawn and the address is written."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.page.wait_for_timeout(200)

    def click(self, selector):
        self.page.click(selector)
        self.settle()

    def text(self, selector):
        return self.page.inner_text(selector)

    def rows(self):
        """The ids of the list's rows, all of them."""
        self.page.evaluate("""() => {
          for (let more; (more = document.querySelector("#list .more button"));) more.click() }""")
        return self.page.eval_on_selector_all("#list li[data-id]", "rows => rows.map(row => row.dataset.id)")

    def tab(self, name):
        self.click(f"#tab-{name}")

    def close(self):
        self.context.close()


def features(folder, name="operations"):
    return json.loads((pathlib.Path(folder) / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
