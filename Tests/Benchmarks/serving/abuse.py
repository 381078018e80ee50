#!/usr/bin/env python3
"""Bad company: what others notice of it, and what is left of it when it has gone.

10,000 idle connections, senders of a byte a second, readers that stop, clients that reset, a server out of descriptors, a
server that is stopped and continued. Meanwhile one polite client asks on; its median must stay below 10 ms. Afterwards
descriptors and threads must be as many as before, and an idle server must use less than 1 % of a core.

  abuse.py [--binary .build/release/newsdesk] [--idle 10000]
"""
import argparse, os, resource, signal, socket, statistics, struct, subprocess, sys, time

PORT = 18740
REQUEST = b"GET /teasers?limit=5 HTTP/1.1\r\nHost: localhost\r\n\r\n"
failures = []


def check(name, holds, text):
    print(f"{'ok  ' if holds else 'FAIL'} {name}: {text}", flush=True)
    if not holds:
        failures.append(name)


def connect(port=PORT):
    client = socket.socket()
    client.settimeout(10)
    client.connect(("127.0.0.1", port))
    return client


def ask(client):
    client.sendall(REQUEST)
    answer = b""
    while b"\r\n\r\n" not in answer:
        piece = client.recv(65536)
        if not piece:
            raise ConnectionError("closed")
        answer += piece
    head, content = answer.split(b"\r\n\r\n", 1)
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(content) < length:
        content += client.recv(65536)
    return head


def latencies(seconds, meanwhile=lambda: None):
    """Milliseconds of requests on new and on kept connections, some of each."""
    kept, found, end = connect(), [], time.monotonic() + seconds
    while time.monotonic() < end:
        meanwhile()
        for client in (kept, connect()):
            start = time.perf_counter()
            ask(client)
            found.append((time.perf_counter() - start) * 1000)
            if client is not kept:
                client.close()
        time.sleep(0.005)
    kept.close()
    return found


class Server:
    def __init__(self, binary, *arguments, descriptors=None):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen([binary, "--host", "127.0.0.1", "--port", str(PORT), *arguments], preexec_fn=limit,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(500):
            try:
                client = connect()
                if b" 200 " in ask(client):
                    client.close()
                    return
            except (OSError, IndexError):
                pass
            time.sleep(0.02)
        sys.exit("the server does not answer")

    def path(self, name):
        return f"/proc/{self.process.pid}/{name}"

    def status(self, key):
        line = next(line for line in open(self.path("status")) if line.startswith(key + ":"))
        return int(line.split()[1])

    def descriptors(self):
        return len(os.listdir(self.path("fd")))

    def cpu(self):
        fields = open(self.path("stat")).read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def settle(self, descriptors):
        """Waits until the closed clients are gone on the server's side too."""
        for _ in range(200):
            if self.descriptors() <= descriptors:
                break
            time.sleep(0.05)
        return self.descriptors()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default=".build/release/newsdesk")
    options.add_argument("--idle", type=int, default=10000)
    given = options.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, given.idle + 1000), hard))

    server = Server(given.binary)
    ask(connect())
    first = server.descriptors()
    threads, memory = server.status("Threads"), server.status("VmRSS")
    before = server.cpu()
    time.sleep(5)
    used = (server.cpu() - before) / 5 * 100
    check("idle CPU", used < 1, f"{used:.2f} %")

    idle = [connect() for _ in range(given.idle)]
    found = latencies(2)
    each = (server.status("VmRSS") - memory) * 1024 / given.idle
    check(f"{given.idle} idle connections, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")
    check("memory of an idle connection", each <= 4096, f"{each:.0f} bytes of RSS")
    before = server.cpu()
    time.sleep(3)
    used = (server.cpu() - before) / 3 * 100
    check("idle CPU with them", used < 1, f"{used:.2f} %")
    for client in idle:
        client.close()
    check("descriptors after them", server.settle(first) <= first, f"{server.descriptors()} of {first}")

    tricklers = [connect() for _ in range(200)]
    last = [time.monotonic()]

    def trickle():
        if time.monotonic() - last[0] > 1:
            last[0] = time.monotonic()
            for client in tricklers:
                try:
                    client.send(b"G")
                except OSError:
                    pass

    found = latencies(13, trickle)
    check("200 senders of a byte a second, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")
    answered = sum(1 for client in tricklers if b" 408 " in (client.recv(4096) or b""))
    check("they are told 408 after 10 s", answered == len(tricklers), f"{answered} of {len(tricklers)}")
    for client in tricklers:
        client.close()

    stopped = [connect() for _ in range(200)]
    for client in stopped:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(REQUEST * 1000)
    found = latencies(3)
    check("200 readers that stop, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")
    grown = server.status("VmRSS") - memory
    check("memory with them", grown < 200 * 400, f"{grown} KB more")
    for client in stopped:
        client.close()

    def reset():
        client = connect()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.sendall(REQUEST * 20)
        client.close()

    found = latencies(3, lambda: [reset() for _ in range(20)])
    check("clients that reset, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")

    for _ in range(5):
        server.process.send_signal(signal.SIGSTOP)
        time.sleep(0.05)
        server.process.send_signal(signal.SIGCONT)
    found = latencies(1)
    check("stopped and continued, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")

    check("descriptors in the end", server.settle(first) <= first, f"{server.descriptors()} of {first}")
    check("threads in the end", server.status("Threads") <= threads, f"{server.status('Threads')} of {threads}")
    check("exit", server.end() == 0, "status 0 after SIGTERM")

    server = Server(given.binary, "--max-connections", "100000", descriptors=128)
    crowd = []
    for _ in range(400):
        try:
            crowd.append(connect())
        except OSError:
            break
    time.sleep(0.5)
    before = server.cpu()
    time.sleep(3)
    used = (server.cpu() - before) / 3 * 100
    check("400 clients for 128 descriptors, CPU", used < 5, f"{used:.2f} %")
    for client in crowd[:350]:
        client.close()
    found = latencies(2)
    check("then room again, others", statistics.median(found) < 10, f"median {statistics.median(found):.2f} ms")
    check("exit after the crowd", server.end() == 0, "status 0 after SIGTERM")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
