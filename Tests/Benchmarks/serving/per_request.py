#!/usr/bin/env python3
"""Heap allocations and instructions per cached request in the steady state, counted by valgrind.

The server runs twice, for N and for 2N requests over one keep-alive connection; the difference of the two counts, divided by
N, leaves start-up and warm-up out. Instructions repeat almost exactly from run to run.

  per_request.py [--binary .build/release/newsdesk] [--requests 2000]
"""
import argparse, re, signal, socket, subprocess, tempfile, time

PORT = 18720
CASES = [
    ("a cached list", "/teasers?limit=20", []),
    ("the same, compressed", "/teasers?limit=20", ["Accept-Encoding: gzip"]),
    ("the same, as a browser asks", "/teasers?limit=20", [
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Accept: application/json",
        "Accept-Language: de,en-US;q=0.7,en;q=0.3", "Accept-Encoding: gzip, deflate, br, zstd", "Origin: http://localhost",
        "Sec-Fetch-Mode: cors", "Connection: keep-alive"]),
    ("not modified", "/teasers?limit=20", ["If-None-Match: *"]),
]


def exchange(client, request, count, pending):
    """Sends the request so often, one after the other, and reads each answer whole."""
    for _ in range(count):
        client.sendall(request)
        while b"\r\n\r\n" not in pending:
            pending += client.recv(1 << 20)
        head, pending = pending.split(b"\r\n\r\n", 1)
        length = re.search(rb"\r\nContent-Length: (\d+)", head)
        left = int(length[1]) if length else 0
        while len(pending) < left:
            pending += client.recv(1 << 20)
        pending = pending[left:]
    return pending


def run(tool, binary, request, count):
    command = ["valgrind", *tool, binary, "--host", "127.0.0.1", "--port", str(PORT), "--threads", "1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for _ in range(1200):
        try:
            client = socket.create_connection(("127.0.0.1", PORT), timeout=60)
            client.sendall(b"GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            if b" 200 " in client.recv(4096):
                break
        except OSError:
            pass
        time.sleep(0.1)
    client = socket.create_connection(("127.0.0.1", PORT), timeout=60)
    exchange(client, request, count, b"")
    client.close()
    server.send_signal(signal.SIGTERM)
    return server.communicate(timeout=300)[1]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default=".build/release/newsdesk")
    options.add_argument("--requests", type=int, default=2000)
    given = options.parse_args()
    count = given.requests
    for name, path, fields in CASES:
        request = "\r\n".join([f"GET {path} HTTP/1.1", "Host: localhost", *fields, "", ""]).encode()
        blocks, instructions = [], []
        for times in (count, 2 * count):
            out = run(["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"], given.binary, request, times)
            blocks.append(int(re.search(r"total heap usage: ([\d,]+) allocs", out)[1].replace(",", "")))
            with tempfile.NamedTemporaryFile() as profile:
                out = run(["--tool=callgrind", f"--callgrind-out-file={profile.name}"], given.binary, request, times)
            instructions.append(int(re.search(r"Collected : (\d+)", out)[1]))
        print(f"{name:32} {(blocks[1] - blocks[0]) / count:8.3f} allocations  "
              f"{(instructions[1] - instructions[0]) / count:10.0f} instructions a request", flush=True)


if __name__ == "__main__":
    main()
