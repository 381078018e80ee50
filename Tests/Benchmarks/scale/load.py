#!/usr/bin/env python3
"""load.py PROGRAM [COUNT...]: what it costs to load 1,000, 10,000 and 100,000 generated pages, and to load them again.

For each count: seconds from the start of the process to the first page served, processor seconds, memory at the peak
and when it has come to rest, and the same for a reload (SIGHUP) after one file in a hundred has changed. The last
columns are what a page costs; they should not grow with the count. Needs Linux (/proc) and 20 seconds per 100,000
pages to write them. Loopback only; everything is written below a temporary folder and removed.
"""
import os
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def memory(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        rows = dict(line.split(":", 1) for line in file)
    return tuple(int(rows[key].split()[0]) / 1024 for key in ("VmHWM", "VmRSS"))


def processor_seconds(process):
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_for(process, words):
    """Reads the log until a line has the words; the time at which it came."""
    for line in process.stdout:
        if words in line:
            return time.monotonic()
    sys.exit(f"the program ended before it said “{words}”")


def measure(program, folder, count):
    size = sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(folder) for name in names)
    start = time.monotonic()
    process = subprocess.Popen([program, "serve", "--seeds", folder, "--port", "0", "--host", "127.0.0.1"],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        seconds = wait_for(process, " serves ") - start
        time.sleep(3)
        first = processor_seconds(process)
        peak, rest = memory(process)
        for number in range(0, count, 100):
            with open(os.path.join(folder, f"{number // 1000:03d}", f"{number:06d}.txt"), "a", encoding="utf-8") as file:
                file.write("\n")
        start = time.monotonic()
        process.send_signal(signal.SIGHUP)
        again = wait_for(process, " reloaded and serves ") - start
        time.sleep(3)
        peak_again, rest_again = memory(process)
        second = processor_seconds(process) - first
    finally:
        process.terminate()
        process.wait()
    print(f"{count:7,} {size / 1e6:8.1f} {seconds:8.2f} {first:8.2f} {peak:8.0f} {rest:8.0f} {again:8.2f} {second:8.2f} "
          f"{peak_again:8.0f} {rest_again:8.0f} {first / count * 1e6:8.0f} {rest * 1048576 / size:8.2f}", flush=True)


def main():
    program = sys.argv[1]
    counts = [int(argument) for argument in sys.argv[2:]] or [1000, 10_000, 100_000]
    print("  pages  text MB   load s    cpu s  peak MB  rest MB reload s    cpu s  peak MB  rest MB us/page  rest/text")
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="newsdesk-scale-") as folder:
            subprocess.run([sys.executable, os.path.join(HERE, "pages.py"), str(count), folder], check=True)
            measure(program, folder, count)


main()
