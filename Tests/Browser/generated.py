"""Reports made by chance, always the same ones: as many as are asked for, one JSON object a line.

    generated.py COUNT > reports.jsonl

Some come twice, from two outlets. Each tells of one operation, at a place of the gazetteer, on a day of three years; some know no more
than the governorate. They are made up from beginning to end.
"""

import json
import pathlib
import random
import sys

tables = pathlib.Path(__file__).resolve().parents[2] / "gazetteer/tables"
months = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
).split("|")
acts = [
    "قصفت طائرة حربية {place} {day}، ما أدى إلى مقتل {a} مدنيين وإصابة {b} آخرين.",
    "استهدفت طائرة مسيّرة سيارة في {place} {day}، ما أسفر عن مقتل {a} أشخاص.",
    "قصفت مدفعية مجهولة {place} {day}، ما أدى إلى إصابة {b} مدنيين.",
    "انفجرت عبوة ناسفة في {place} {day}، ما أدى إلى مقتل {a} أشخاص وإصابة {b} آخرين.",
    "داهمت قوى الأمن الداخلي منزلاً في {place} {day}، واعتقلت {a} أشخاص.",
    "نفذ التحالف الدولي إنزالاً جوياً في {place} {day}، أسفر عن مقتل {a} عناصر من تنظيم داعش.",
    "اندلعت اشتباكات بين فصائل محلية ومسلحين مجهولين في {place} {day}، قُتل فيها {a} أشخاص.",
    "اغتال مسلحون مجهولون مدنياً في {place} {day}.",
    "وقعت دورية لقوات سوريا الديمقراطية في كمين قرب {place} {day}، وقُتل {a} من عناصرها.",
    "ضبط الأمن العام مستودع أسلحة في {place} {day}.",
]
nouns = {"city": "مدينة", "town": "بلدة", "village": "قرية"}


def places():
    rows = [line.split("\t") for line in (tables / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    governorates = {row[0]: row[3] for row in rows if row[1] == "governorate"}
    found = [
        (nouns[row[1]], row[3], governorates[row[9][:4]])
        for row in rows
        if row[1] in nouns and row[0].startswith("C") and row[3] and row[9][:4] in governorates
    ]
    return found, sorted(set(governorates.values()))


def reports(count, seed=7):
    chance = random.Random(seed)
    found, governorates = places()
    for number in range(count):
        noun, name, governorate = chance.choice(found)
        where = f"{noun} {name} بريف {governorate}" if chance.random() > 0.08 else f"محافظة {chance.choice(governorates)}"
        year, month, day = chance.randint(2023, 2025), chance.randint(1, 12), chance.randint(1, 28)
        text = chance.choice(acts).format(
            place=where, day=f"يوم {day} {months[month - 1]} {year}",
            a=chance.randint(3, 10), b=chance.randint(3, 10),
        )
        report = {
            "id": f"g{number}", "title": f"تقرير {number}", "source": f"مصدر {number % 23}",
            "published": f"{year}-{month:02}-{day:02}", "url": f"https://example.org/{number}", "text": text,
        }
        yield report
        # Another outlet tells of it, too.
        if chance.random() < 0.05:
            yield dict(report, id=f"g{number}b", source=f"مصدر {(number + 7) % 23}")


if __name__ == "__main__":
    for report in reports(int(sys.argv[1])):
        print(json.dumps(report, ensure_ascii=False))
