"""Phrases of dates: dates.py PHRASES OURS TIMES [ALIKE]

PHRASES has a line for each: the day of publication, the day meant, the phrase. OURS has the days that
we read, a line each. With ALIKE, writes the phrases there that both read alike, and clocks nothing.
"""

import datetime
import sys

import dateparser

from measure import best, tell

phrases_path, ours_path, times = sys.argv[1:4]
with open(phrases_path) as file:
    phrases = [line.rstrip("\n").split("\t") for line in file]
with open(ours_path) as file:
    ours = file.read().split("\n")


def work():
    days = []
    for published, _, phrase in phrases:
        day = dateparser.parse(
            phrase, languages=["ar"],
            settings={"RELATIVE_BASE": datetime.datetime.fromisoformat(published)})
        days.append(day.date().isoformat() if day else "")
    return days


days = work()
if len(sys.argv) > 4:
    # The phrases that both read alike go into a file: on these both are clocked.
    with open(sys.argv[4], "w") as file:
        for cells, theirs, mine in zip(phrases, days, ours):
            if theirs and theirs == mine:
                file.write("\t".join(cells) + "\n")
    tell("dates:coverage", (0, 0), phrases=len(phrases), read=sum(1 for d in days if d),
         same=sum(1 for a, b in zip(days, ours) if a and a == b),
         ours_read=sum(1 for d in ours if d))
else:
    days, span = best(int(times), work)
    tell("dates:dateparser", span, phrases=len(phrases), read=sum(1 for d in days if d),
         differing=sum(1 for a, b in zip(days, ours) if a != b))
