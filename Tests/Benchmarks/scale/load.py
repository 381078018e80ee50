#!/usr/bin/env python3
"""load.py PROGRAM [COUNT...] [--plot FILE.svg]: what it costs to load 1,000, 10,000 and 100,000 generated pages, to
answer from them, and to load them again while answering.

For each count: seconds from the start of the process to the first page served, processor seconds, memory at the peak and
when it has come to rest, and the same for a reload (SIGHUP) after one file in a hundred has changed. “us/page” is the
processor time that the first load takes for a page: it should not grow with the count. Then the answers: the median and
the 99th percentile of lists and searches that were never asked before, on one connection, and of one cached answer while
nothing else happens and during the reload. “late” counts answers that took longer than 5 ms during the reload, “failed”
those that did not come.

With --plot a picture of the cost per page is written (matplotlib comes from PyPI into a folder of its own). Needs Linux
(/proc) and 20 seconds per 100,000 pages to write them. Loopback only; what is written below a temporary folder is removed.
"""
import http.client
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = """Verwaltung Kooperation Vertrag Portal Register Bürgerdienst Datenregister Sicherheit Strategie Haushalt Cloud Bayern
Hessen Leipzig Jena Ulm Kiel Umwelt Energie Bildung Schule Antrag Akte Netz unterzeichnet Pakt Plattform Modellregion""".split()


def memory(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        rows = dict(line.split(":", 1) for line in file)
    return tuple(int(rows[key].split()[0]) / 1024 for key in ("VmHWM", "VmRSS"))


def processor_seconds(process):
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_for(process, words):
    """Reads the log until a line has the words; the line and the time at which it came."""
    for line in process.stdout:
        if words in line:
            return line, time.monotonic()
    sys.exit(f"the program ended before it said “{words}”")


class Client:
    """One connection that times its answers."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.connection.connect()

    def ask(self, target):
        """Milliseconds to the last byte of an answer that must be 200."""
        start = time.perf_counter()
        self.connection.request("GET", target)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise OSError(f"{answer.status} for {target}")
        return (time.perf_counter() - start) * 1000


class Prober(threading.Thread):
    """Asks for one cached list every two milliseconds until it is told to end."""

    def __init__(self, port):
        super().__init__()
        self.client, self.times, self.failed, self.goes_on = Client(port), [], 0, True
        self.client.ask("/articles?limit=5")

    def run(self):
        while self.goes_on:
            try:
                self.times.append(self.client.ask("/articles?limit=5"))
            except (OSError, http.client.HTTPException):
                self.failed += 1
            time.sleep(0.002)

    def end(self):
        self.goes_on = False
        self.join()
        return sorted(self.times)


def part(times, share):
    return times[min(len(times) - 1, int(len(times) * share))]


def answers(port):
    """Median and 99th percentile of lists and searches, each asked once."""
    client, chance = Client(port), random.Random("questions")
    lists = sorted(
        client.ask(f"/{chance.choice(('teasers', 'articles', 'events'))}?sort=date&limit=20&offset={number * 7}"
                   f"&from={2000 + number % 20}") for number in range(300))
    searches = sorted(
        client.ask(f"/search?limit=20&q={chance.choice(WORDS)}+{chance.choice(WORDS)}&offset={number}".replace("ü", "%C3%BC"))
        for number in range(300))
    return [(statistics.median(times), part(times, 0.99)) for times in (lists, searches)]


def measure(program, folder, count):
    size = sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(folder) for name in names)
    start = time.monotonic()
    process = subprocess.Popen([program, "serve", "--seeds", folder, "--port", "0", "--host", "127.0.0.1",
                                "--log-level", "warning", "--log-format", "text"],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        line, served = wait_for(process, " serves ")
        seconds = served - start
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)", line)[1])
        time.sleep(3)
        first = processor_seconds(process)
        peak, rest = memory(process)
        asked = answers(port)

        prober = Prober(port)
        prober.start()
        time.sleep(5)
        quiet = prober.end()
        for number in range(0, count, 100):
            with open(os.path.join(folder, f"{number // 1000:03d}", f"{number:06d}.txt"), "a", encoding="utf-8") as file:
                file.write("\n")
        before = processor_seconds(process)
        prober = Prober(port)
        prober.start()
        start = time.monotonic()
        process.send_signal(signal.SIGHUP)
        again = wait_for(process, " reloaded and serves ")[1] - start
        time.sleep(1)
        loaded = prober.end()
        time.sleep(2)
        peak_again, rest_again = memory(process)
        second = processor_seconds(process) - before
    finally:
        process.terminate()
        process.wait()
    print(f"{count:7,} {size / 1e6:8.1f} {seconds:8.2f} {first:8.2f} {peak:8.0f} {rest:8.0f} {again:8.2f} {second:8.2f} "
          f"{peak_again:8.0f} {rest_again:8.0f} {first / count * 1e6:8.0f} {rest * 1048576 / size:8.2f}")
    for name, (median, late) in zip(("lists", "searches"), asked):
        print(f"        {name} never asked before: median {median:.2f} ms, 99 % within {late:.2f} ms")
    for name, times, failed in (("at rest", quiet, 0), ("during the reload", loaded, prober.failed)):
        print(f"        one cached list {name}: {len(times)} answers, 99 % within {part(times, 0.99):.2f} ms, all within "
              f"{times[-1]:.2f} ms; late {sum(time > 5 for time in times)}, failed {failed}", flush=True)
    return count, first / count * 1e6, rest * 1048576 / count


def plot(rows, path):
    """Draws the cost per page, with what PyPI has for drawing."""
    tools = os.path.join(tempfile.gettempdir(), "newsdesk-scale-plot")
    python = os.path.join(tools, "bin", "python")
    if not os.path.exists(python):
        venv.create(tools, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "matplotlib"], check=True)
    drawing = f"""
import matplotlib
matplotlib.use("svg")
from matplotlib import pyplot
rows = {rows!r}
figure, axes = pyplot.subplots(1, 2, figsize=(9, 3.5), layout="constrained")
for place, column, title in ((0, 1, "processor time to load a page, µs"), (1, 2, "memory at rest for a page, bytes")):
    axes[place].plot([row[0] for row in rows], [row[column] for row in rows], "o-")
    axes[place].set(xscale="log", ylim=(0, None), xlabel="pages", title=title)
    axes[place].grid(alpha=0.3)
figure.savefig({path!r})
"""
    subprocess.run([python, "-c", drawing], check=True)


def main():
    arguments = sys.argv[1:]
    picture = None
    if "--plot" in arguments:
        place = arguments.index("--plot")
        picture = os.path.abspath(arguments[place + 1])
        del arguments[place:place + 2]
    counts = [int(argument) for argument in arguments[1:]] or [1000, 10_000, 100_000]
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    print("  pages  text MB   load s    cpu s  peak MB  rest MB reload s    cpu s  peak MB  rest MB us/page  rest/text")
    rows = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="newsdesk-scale-") as folder:
            subprocess.run([sys.executable, os.path.join(HERE, "pages.py"), str(count), folder], check=True)
            rows.append(measure(arguments[0], folder, count))
    if picture:
        plot(rows, picture)


if __name__ == "__main__":
    main()
