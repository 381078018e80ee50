#!/usr/bin/env python3
"""What a list question costs that was never asked before (filter and sort), beside the same answer from the cache.

CPU time of the server as the kernel's scheduler counts it, in microseconds a question over one keep-alive connection; the
least of twelve slices each, since other work on the machine only adds. The goal is a ratio of 3.

  never_asked.py [--binary .build/release/newsdesk] [--seeds seeds]
"""
import argparse, datetime, pathlib, re, socket, sys

HERE = pathlib.Path(__file__).resolve()
sys.path.append(str(HERE.parents[2] / "TestSupport"))
from newsdesk import Newsdesk

QUESTIONS = ["/teasers?sort=title&limit=5", "/teasers?sort=title", "/articles?sort=title", "/events?kind=publication&sort=-date"]
SLICE, SLICES = 300, 12


def processor_time(process):
    threads = pathlib.Path(f"/proc/{process.pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1000


def ask(client, target):
    client.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += client.recv(1 << 20)
    head, _, body = answer.partition(b"\r\n\r\n")
    length = int(re.search(rb"\r\nContent-Length: (\d+)", head)[1])
    count = len(body)
    while count < length:
        count += len(client.recv(1 << 20))
    return length


def least(server, client, targets):
    slices = []
    for start in range(0, len(targets), SLICE):
        before = processor_time(server.process)
        for target in targets[start:start + SLICE]:
            length = ask(client, target)
        slices.append((processor_time(server.process) - before) / SLICE)
    return min(slices), length


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default=".build/release/newsdesk")
    options.add_argument("--seeds", default=HERE.parents[3] / "seeds")
    given = options.parse_args()
    server = Newsdesk(given.binary, given.seeds)
    client = socket.create_connection(("127.0.0.1", server.port))
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for question in QUESTIONS:
        days = [datetime.date(2030, 1, 1) + datetime.timedelta(number) for number in range(SLICE * SLICES)]
        fresh, length = least(server, client, [f"{question}&to={day}" for day in days])
        cached, _ = least(server, client, [f"{question}&to={days[-1]}"] * len(days))
        print(f"{question:40} {length:6} bytes  never asked {fresh:6.1f} us  cached {cached:5.1f} us  ratio {fresh / cached:5.2f}",
              flush=True)
    client.close()
    sys.exit(server.end())


if __name__ == "__main__":
    main()
