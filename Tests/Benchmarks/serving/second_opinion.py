#!/usr/bin/env python3
"""llhttp's request cases against a running server: where do the two disagree about what a request is?

Reads test/request/*.md of a checkout of nodejs/llhttp, sends each case that is not marked lenient, and compares whether llhttp
and the server refuse it. llhttp does not know Host, so one is put into each case that has none. Prints every
disagreement: a server may be stricter than llhttp, and must never take what llhttp refuses.

  second_opinion.py LLHTTP_CHECKOUT [--binary .build/release/newsdesk]
"""
import argparse, glob, json, re, signal, socket, subprocess, sys, time

PORT = 18780
CASE = re.compile(r"<!-- meta=(\{.*?\}) -->\s*```http\n(.*?)```\s*```log\n(.*?)```", re.S)
REFUSALS = {400, 413, 414, 417, 431, 501, 505}
ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "f": "\f", "v": "\v"}


def read(text):
    """The bytes a case stands for: lines end in CRLF, and escapes are written out."""
    text = text[:-1] if text.endswith("\n") else text
    text = re.sub(r"\r?\n", "\r\n", re.sub(r"\\(\r\n|\n)", "", text))
    text = re.sub(r"\\x([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"\\([rntfv])", lambda match: ESCAPES[match[1]], text)
    if not re.search(r"(?im)^host\s*:", text):
        text = re.sub(r"^(\r\n)*[^\r\n]* HTTP/1\.1\r\n", lambda match: match[0] + "Host: a\r\n", text, count=1)
    return text.encode("latin-1", "replace")


def ask(payload):
    client = socket.create_connection(("127.0.0.1", PORT), timeout=5)
    client.sendall(payload)
    client.shutdown(socket.SHUT_WR)
    answer = b""
    while piece := client.recv(65536):
        answer += piece
    return [int(status) for status in re.findall(rb"(?:^|\n|\})HTTP/1\.1 (\d{3}) ", answer)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("checkout")
    options.add_argument("--binary", default=".build/release/newsdesk")
    given = options.parse_args()
    server = subprocess.Popen([given.binary, "--host", "127.0.0.1", "--port", str(PORT)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    counts = {"both take it": 0, "both refuse it": 0, "only the server refuses it": 0, "only llhttp refuses it": 0}
    try:
        for _ in range(200):
            try:
                ask(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
                break
            except OSError:
                time.sleep(0.05)
        for path in sorted(glob.glob(given.checkout + "/test/request/*.md")):
            for meta, text, log in CASE.findall(open(path).read()):
                kind = json.loads(meta)
                if kind.get("type") != "request":
                    continue
                payload, theirs = read(text), "error code=" in log
                statuses = ask(payload)
                ours = any(status in REFUSALS for status in statuses)
                verdict = {(False, False): "both take it", (True, True): "both refuse it",
                           (True, False): "only the server refuses it", (False, True): "only llhttp refuses it"}[ours, theirs]
                counts[verdict] += 1
                if ours != theirs:
                    reason = re.search(r'error code=\d+ reason="(.*?)"', log)
                    print(f"{verdict} ({statuses}, {reason[1] if reason else 'fine'}): {payload[:150]!r}")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)
    print(counts)


if __name__ == "__main__":
    main()
