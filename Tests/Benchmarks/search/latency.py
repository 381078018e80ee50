"""The latencies of answer files (lines of total, microseconds, documents) as a table.

usage: latency.py ANSWERS...
"""
import pathlib, sys

print("| | p50 µs | p90 µs | p99 µs | worst µs | matches, median |\n|---|---|---|---|---|---|")
for path in sys.argv[1:]:
    rows = [line.split() for line in open(path, encoding="utf-8")]
    times = sorted(float(row[1]) for row in rows)
    totals = sorted(int(row[0]) for row in rows)
    share = lambda part: f"{times[int(len(times) * part)]:,.0f}"
    name = pathlib.Path(path).name.removeprefix("answers-")
    print(f"| {name} | {share(.5)} | {share(.9)} | {share(.99)} | {times[-1]:,.0f} | {totals[len(totals) // 2]} |")
