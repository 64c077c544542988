"""Holds the README to what the program does: its commands, their output, its figures.

With RECORD=1 in the environment the README is written anew, and the checks still fail.
"""

import json
import os
import pathlib
import re
import subprocess
import textwrap


class Readme:
    def __init__(self, package, program, check):
        self.package, self.check = package, check
        self.path = package / "README.md"
        self.text = self.path.read_text(encoding="utf-8")
        self.environment = dict(
            os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", COLUMNS="80"
        )

    def run(self, command):
        result = subprocess.run(
            ["bash", "-c", command], cwd=self.package, capture_output=True, env=self.environment
        )
        self.check(
            result.returncode == 0,
            f"README: {command} {result.stderr.decode()[:200] if result.returncode else ''}",
        )
        return result.stdout.decode()

    def verify(self):
        new = re.sub(r"```console\n(.*?)```", self.console, self.text, flags=re.S)
        new = re.sub(r"```json\n(.*?)```", self.feature, new, flags=re.S)
        new = re.sub(r"<!-- accuracy -->\n.*?<!-- end -->", self.accuracy, new, flags=re.S)
        self.check(new == self.text, "the README shows what the program prints (RECORD=1 writes it anew)")
        if new != self.text:
            for old, line in zip(self.text.splitlines(), new.splitlines()):
                if old != line:
                    print(f"      README: {old[:100]}\n      now:    {line[:100]}")
                    break
            if os.environ.get("RECORD") == "1":
                self.path.write_text(new, encoding="utf-8")

    def console(self, match):
        command, *shown = match[1].splitlines()
        printed = self.run(command.removeprefix("$ ")).splitlines()
        if shown and shown[-1] == "…":
            printed = printed[: len(shown) - 1] + ["…"]
        return "\n".join(["```console", command, *printed, "```"])

    def feature(self, match):
        file = self.package / ".build/demo/operations.geojson"
        feature = json.loads(file.read_text(encoding="utf-8"))["features"][0]
        values = {
            key: value
            for key, value in feature["properties"].items()
            if value is not None and key != "claims"
        }
        show = lambda value: json.dumps(value, ensure_ascii=False)
        members = [f"{show(key)}: {show(value)}" for key, value in values.items()]
        # No blank inside a member is a place to break a line.
        glued = ", ".join(member.replace(" ", "\0") for member in members)
        lines = textwrap.wrap(glued, 100, break_long_words=False, break_on_hyphens=False)
        body = "\n".join("  " + line.replace("\0", " ") for line in lines)
        head = f'{{"type": "Feature", "id": {show(feature["id"])}, "geometry": {show(feature["geometry"])},'
        return f"```json\n{head}\n \"properties\": {{\n{body}}}}}\n```"

    def accuracy(self, match):
        sets = [
            ("the five seeds", "seeds/expected.jsonl", "seeds/*.txt"),
            ("development corpus", "Tests/Corpus/gold.jsonl", "Tests/Corpus/reports"),
        ]
        rows = [
            "| reports | operations | claims F1 | type | status | governorate | date | ≤ 1 km | ≤ 5 km | ≤ 25 km |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ]
        worst = []
        for name, gold, texts in sets:
            figures = json.loads(self.run(f"makan evaluate --quiet --format json {gold} {texts}"))
            matched = figures["matched"]
            share = lambda key: f"{matched[key]['share']:.2f}"
            rows.append(
                f"| {name}, {figures['reports']} | {figures['gold_operations']} "
                f"| {figures['detection']['f1']:.2f} | {share('type')} | {share('status')} "
                f"| {share('governorate')} | {share('date')} | {share('within_1_km')} "
                f"| {share('within_5_km')} | {share('within_25_km')} |"
            )
            worst = [f"{c['class']} ({c['count']})" for c in figures["miss_classes"][:5]]
        misses = textwrap.fill(f"The largest classes of misses: {', '.join(worst)}.", 100)
        return "\n".join(["<!-- accuracy -->", *rows, "", misses, "<!-- end -->"])


if __name__ == "__main__":
    import sys

    def report(fact, sentence):
        if not fact and "RECORD" not in sentence:
            sys.exit(sentence)

    Readme(pathlib.Path(__file__).resolve().parents[2], pathlib.Path(sys.argv[1]).resolve(), report).verify()
