#!/usr/bin/env python3
"""Newsdesk beside nginx from files, nginx from memory and the floor, in one run, with the same bytes.

Needs wrk, nginx-light and hyperfine (Debian). The floor is floor.swift: no server on this machine can cost less. What counts is the server's CPU seconds per 100,000 requests, as a ratio
beside the peer in the same run: requests per second move with the load generator, which shares the cores. So each row says
how many cores wrk had while it asked newsdesk: with 1.0 of its one thread wrk is the limit. Pipelined it asks with two.

  compare.py [--binary .build/release/newsdesk] [--seconds 3] [--rounds 3] [--no-log] [--rows 8KB]
"""
import argparse, http.client, json, os, platform, resource, shutil, socket, statistics, subprocess, sys, tempfile, time

BASE_PORT = 18700
PIPELINE = """
init = function(args)
  local requests = {}
  for i = 1, 16 do requests[i] = wrk.format("GET") end
  pipelined = table.concat(requests)
end
request = function() return pipelined end
"""


# Starts a command, asks until it answers 200, and ends it: what hyperfine takes the time of.
STARTS = """
import os, signal, socket, subprocess, sys, time
port, path, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True)
while True:
    try:
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(f"GET {path} HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n".encode())
        if client.recv(4096)[8:13] == b" 200 ":
            break
    except OSError:
        pass
    time.sleep(0.0005)
os.killpg(server.pid, signal.SIGKILL)
server.wait()
"""


def children(pid):
    found = [pid]
    try:
        for line in open(f"/proc/{pid}/task/{pid}/children").read().split():
            found += children(int(line))
    except FileNotFoundError:
        pass
    return found


def cpu(pid):
    """Seconds of user and system time of a process and its children."""
    ticks = 0
    for one in children(pid):
        fields = open(f"/proc/{one}/stat").read().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def get(port, path, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def whole_answer(port, path):
    """The bytes of an answer, head and content, on a connection that stays open."""
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += client.recv(65536)
    length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(answer) < answer.index(b"\r\n\r\n") + 4 + length:
        answer += client.recv(65536)
    return answer


def floor(folder, port, answer):
    """The floor, serving that answer."""
    here = os.path.dirname(os.path.abspath(__file__))
    program = f"{folder}/floor"
    if not os.path.exists(program):
        subprocess.run(["swiftc", "-O", "-parse-as-library", "-I", f"{here}/../../../Sources/CLinux", f"{here}/floor.swift",
                        "-o", program], check=True, cwd=folder)
    path = f"{folder}/{port}.answer"
    open(path, "wb").write(answer)
    return subprocess.Popen([program, str(port), path])


def starts(folder, commands):
    """Milliseconds from a command to its first answer, the median of 50 by hyperfine; nothing of the test's own is in them but
    what is in all of them: the start of the asking program."""
    program, out = f"{folder}/starts.py", f"{folder}/starts.json"
    open(program, "w").write(STARTS)
    lines = [f"{sys.executable} -I {program} {command}" for command in commands]
    subprocess.run(["hyperfine", "-N", "--warmup", "5", "--runs", "50", "--export-json", out, *lines], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [result["median"] * 1000 for result in json.load(open(out))["results"]]


def wait(port, path="/"):
    for _ in range(500):
        try:
            if get(port, path)[0] != 503:
                return
        except OSError:
            pass
        time.sleep(0.02)
    sys.exit(f"nothing answers on port {port}")


def nginx(folder, port, locations, root, log):
    text = f"""
worker_processes {os.cpu_count()}; pid {folder}/{port}.pid; error_log stderr crit; daemon off;
events {{ worker_connections 4096; }}
http {{
  access_log {folder + '/nginx-access.log' if log else 'off'}; keepalive_requests 100000000; sendfile on; tcp_nopush on;
  default_type application/json; types {{ }} root {root};
  add_header Cache-Control "public, max-age=0, s-maxage=60, stale-if-error=86400"; add_header Dataset f6f60970c617;
  add_header Access-Control-Allow-Origin *; add_header X-Content-Type-Options nosniff;
  add_header Access-Control-Expose-Headers "ETag, Link, Dataset, Content-Range, Retry-After";
  server {{ listen 127.0.0.1:{port} backlog=4096; {locations} }}
}}"""
    path = f"{folder}/{port}.conf"
    open(path, "w").write(text)
    return subprocess.Popen(nginx_command(folder, port), stderr=subprocess.DEVNULL)


def nginx_command(folder, port):
    return ["nginx", "-p", folder, "-c", f"{folder}/{port}.conf"]


def memory_location(name, body):
    """`return 200` with the body cut into variables, since one word of the configuration may have 4 KB."""
    pieces, text = [], body.decode()
    assert "$" not in text
    for start in range(0, len(text), 1000):
        piece = text[start : start + 1000].replace("\\", "\\\\").replace("'", "\\'")
        pieces.append(f"set $p{len(pieces)} '{piece}';")
    joined = "".join(f"${{p{index}}}" for index in range(len(pieces)))
    return f"location = /{name} {{ {' '.join(pieces)} return 200 '{joined}'; }}"


def load(port, path, connections, seconds, headers, script):
    """Requests answered, requests a second, cores that wrk itself used, complaints."""
    command = ["wrk", "-t2" if script else "-t1", f"-c{connections}", f"-d{seconds}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", script]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cores = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / seconds
    requests = int(next(line.split()[0] for line in out.splitlines() if "requests in" in line))
    rate = float(next(line.split()[1] for line in out.splitlines() if "Requests/sec" in line))
    bad = [line.strip() for line in out.splitlines() if "Non-2xx" in line or "Socket errors" in line]
    return requests, rate, cores, bad


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default=".build/release/newsdesk")
    options.add_argument("--seconds", type=int, default=3)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--no-log", action="store_true")
    options.add_argument("--rows", default="")
    given = options.parse_args()
    folder = tempfile.mkdtemp(prefix="newsdesk-serving-")
    os.makedirs(f"{folder}/logs", exist_ok=True)
    os.chmod(folder, 0o755)  # nginx gives up root for its workers
    script = f"{folder}/pipeline.lua"
    open(script, "w").write(PIPELINE)

    out = subprocess.DEVNULL if given.no_log else open(f"{folder}/newsdesk-access.log", "wb")
    command = [given.binary, "--host", "127.0.0.1", "--port", str(BASE_PORT)]
    newsdesk = subprocess.Popen(command + (["--log-level", "error"] if given.no_log else []), stdout=out,
                                stderr=subprocess.DEVNULL)
    processes = [newsdesk]
    try:
        wait(BASE_PORT, "/readyz")
        # The list whose answer is next to the size wanted.
        bodies = {}
        for name, size in (("1KB", 1024), ("8KB", 8192), ("40KB", 40960)):
            paths = [f"/teasers?limit={limit}{fields}" for limit in range(1, 51) for fields in ("", "&fields=id,url,title")]
            answers = ((path, get(BASE_PORT, path)[2]) for path in paths)
            path, body = min(answers, key=lambda answer: abs(len(answer[1]) - size))
            bodies[name] = (path, body)
            open(f"{folder}/{name}", "wb").write(body)
        locations = "".join(memory_location(name, body) for name, (_, body) in bodies.items())
        processes.append(nginx(folder, BASE_PORT + 1, "", folder, not given.no_log))
        processes.append(nginx(folder, BASE_PORT + 2, locations, folder, not given.no_log))
        for port in (BASE_PORT + 1, BASE_PORT + 2):
            wait(port)
            for name, (_, body) in bodies.items():
                assert get(port, f"/{name}")[2] == body, f"nginx serves other bytes for {name}"

        tag = get(BASE_PORT, bodies["8KB"][0])[1]["ETag"]
        floors = {}
        rows = [
            ("1KB c64", "1KB", 64, {}, None), ("8KB c1", "8KB", 1, {}, None), ("8KB c64", "8KB", 64, {}, None),
            ("8KB c512", "8KB", 512, {}, None), ("40KB c64", "40KB", 64, {}, None),
            ("8KB a connection each", "8KB", 64, {"Connection": "close"}, None),
            ("1KB 16 pipelined", "1KB", 64, {}, script),
            ("8KB gzip c64", "8KB", 64, {"Accept-Encoding": "gzip"}, None),
            ("8KB 304 c64", "8KB", 64, {"If-None-Match": tag}, None),
        ]
        peers = [("newsdesk", newsdesk.pid, BASE_PORT), ("nginx files", processes[1].pid, BASE_PORT + 1),
                 ("nginx memory", processes[2].pid, BASE_PORT + 2)]
        for port, name in enumerate(bodies, BASE_PORT + 3):
            processes.append(floor(folder, port, whole_answer(BASE_PORT, bodies[name][0])))
            floors[name] = ("floor", processes[-1].pid, port)
            wait(port)
        print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
              f"{given.rounds} rounds of {given.seconds} s, access logs {'off' if given.no_log else 'on, to files'}")
        print({name: len(body) for name, (_, body) in bodies.items()}, "bytes")
        print(f"{'CPU s per 100k · 1000 requests/s':24}", *(f"{name:>18}" for name in ("newsdesk", "nginx files", "nginx memory", "floor")),
              "   ÷ files  ÷ memory  ÷ floor   requests/s ÷ memory · cores of wrk")
        for label, name, connections, headers, lua in rows:
            if given.rows not in label:
                continue
            # The floor reads nothing, so it serves what is asked for one at a time and as it is.
            present = peers + ([] if headers or lua else [floors[name]])
            costs = {peer: [] for peer, _, _ in present}
            rates = {peer: [] for peer, _, _ in present}
            asking = []
            for _ in range(given.rounds):
                for peer, pid, port in present:
                    path = bodies[name][0] if peer == "newsdesk" else f"/{name}"
                    load(port, path, connections, 1, headers, lua)
                    before = cpu(pid)
                    requests, rate, cores, bad = load(port, path, connections, given.seconds, headers, lua)
                    costs[peer].append((cpu(pid) - before) / requests * 100_000)
                    rates[peer].append(rate / 1000)
                    if peer == "newsdesk":
                        asking.append(cores)
                    if bad and "304" not in label:
                        print(f"  {peer}: {bad}")
            cost = {peer: statistics.median(values) for peer, values in costs.items()}
            cells = [f"{cost[peer]:9.2f} · {statistics.median(rates[peer]):6.1f}" for peer, _, _ in present]
            ratios = [f"{cost['newsdesk'] / max(cost[peer], 1e-9):9.2f}" for peer, _, _ in present[1:]]
            ratios += [""] * (4 - len(present))
            rate = statistics.median(rates["newsdesk"]) / statistics.median(rates["nginx memory"])
            print(f"{label:24}", *(f"{cell:>18}" for cell in cells + [""] * (4 - len(cells))),
                  *(f"{ratio:>9}" for ratio in ratios), f"{rate:12.2f} · {statistics.median(asking):.2f}", flush=True)
        status = open(f"/proc/{newsdesk.pid}/status").read()
        print("newsdesk after it:", next(line for line in status.splitlines() if line.startswith("VmRSS")))
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=30)
    if given.rows in "start":
        command = f"{BASE_PORT} /teasers?limit=5 {given.binary} --host 127.0.0.1 --port {BASE_PORT}"
        ours, theirs = starts(folder, [command, f"{BASE_PORT + 1} /1KB {' '.join(nginx_command(folder, BASE_PORT + 1))}"])
        print(f"start to first answer: newsdesk {ours:.1f} ms, nginx files {theirs:.1f} ms, {ours - theirs:+.1f} ms")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
