"""Names in a text: names.py pyahocorasick|hyperscan NAMES TEXT TIMES

A name a line with blanks around its words, a report a line in the same form: a match of the bytes is
a match of whole words. Prints the span of the search; building is told apart.
"""

import sys

from measure import best, clocks, tell

tool, names_path, text_path, times = sys.argv[1:5]
names = open(names_path, "rb").read().split(b"\n")
names = [name for name in names if name.strip()]
text = open(text_path, "rb").read()
start = clocks()

if tool == "pyahocorasick":
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name.decode(), len(name))
    automaton.make_automaton()
    built = clocks()[0] - start[0]
    characters = text.decode()

    def search():
        hits = size = 0
        for _, length in automaton.iter(characters):
            hits += 1
            size += length
        return hits, size

    (hits, size), span = best(int(times), search)
else:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        database.compile(
            expressions=names, ids=list(range(len(names))), elements=len(names),
            flags=[0] * len(names), literal=True)
    except TypeError:
        database.compile(
            expressions=names, ids=list(range(len(names))), elements=len(names),
            flags=[0] * len(names))
    built = clocks()[0] - start[0]
    lengths = [len(name) for name in names]
    found = [0, 0]

    def one(number, begin, end, flags, context):
        found[0] += 1
        found[1] += lengths[number]

    def search():
        found[:] = [0, 0]
        database.scan(text, match_event_handler=one)
        return tuple(found)

    (hits, size), span = best(int(times), search)

tell("names:" + tool, span, bytes=len(text), hits=hits, hit_bytes=size, build_seconds=built)
