"""Takes the pictures of the page that the README shows: pictures.py PROGRAM FOLDER

They show what the main job writes for `seeds/`.
"""

import pathlib
import sys
import tempfile

from viewer import Viewer, browser, features, write_map

program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def main():
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, browser() as instance:
        map_folder = write_map(program, pathlib.Path(name) / "map", "seeds")
        operations = features(map_folder)
        strike = next(o["id"] for o in operations if o["properties"]["place_en"] == "Sarmada")

        def take(name, address, size=(1280, 800), do=None, **options):
            viewer = Viewer(instance, map_folder, address, size=size, **options)
            if do:
                do(viewer)
                viewer.settle()
            viewer.page.screenshot(path=folder / f"{name}.png")
            viewer.close()

        take("arabic", "lang=ar")
        take("english", "lang=en")
        take("area", f"lang=ar&operation={strike}&map=9.75/36.19/36.75")
        take("evidence", f"lang=en&operation={strike}&map=9.75/36.19/36.75",
             do=lambda v: v.page.eval_on_selector("#panel", "panel => { panel.scrollTop = 300 }"))
        take("radius", "lang=en&circle=36.19/36.72/40000&map=9/36.2/36.9")
        take("phone", "lang=ar", size=(390, 844), device_scale_factor=2)

        def on_paper(viewer):
            viewer.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
            viewer.page.emulate_media(media="print")

        take("print", "lang=en", size=(1084, 740), do=on_paper)


main()
