"""What the scripts here share: replicas as processes, proxies in front of them, clients that count what fails.

Everything is on loopback, on free ports, in one temporary folder, and ends with the script.
"""
import asyncio, atexit, collections, hashlib, http.client, json, os, random, re, shutil, signal, socket, subprocess
import sys, tempfile, threading, time, urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = tempfile.mkdtemp(prefix="newsdesk-deployment-")
os.chmod(WORK, 0o755)  # proxies give up being root
_processes = []

Answer = collections.namedtuple("Answer", "status headers body")


@atexit.register
def clean_up():
    running = [process for process in _processes if process.poll() is None]
    for process in running:
        process.terminate()  # a proxy ends its workers then
    for process in running:
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    shutil.rmtree(WORK, ignore_errors=True)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def need(**packages):
    """Installs the Debian package of every command that is missing: need(wrk="wrk")."""
    missing = sorted({package for command, package in packages.items() if not shutil.which(command)})
    if missing:
        quiet = dict(check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing], **quiet)


def binary():
    """The program under test: named on the command line, or built here."""
    if len(sys.argv) > 1:
        return os.path.abspath(sys.argv[1])
    build = ["swift", "build", "-c", "release", "--product", "newsdesk"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return subprocess.check_output([*build, "--show-bin-path"], cwd=ROOT, text=True).strip() + "/newsdesk"


def say(text):
    print(text, flush=True)


def check(holds, text):
    """Prints what was tested; ends the script where it does not hold."""
    say(("ok      " if holds else "FAILED  ") + text)
    if not holds:
        sys.exit(1)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def until(condition, seconds=20, what="what was waited for"):
    """Asks every 50 ms until the answer is true."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            check(False, f"{what} within {seconds} s")
        time.sleep(0.05)


def ask(port, target, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def status(port, target):
    try:
        return ask(port, target).status
    except (OSError, http.client.HTTPException):
        return None


def process(command, **options):
    started = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
    _processes.append(started)
    return started


class Replica:
    """One server process that can be ended and started again on its port."""

    def __init__(self, program, seeds, *flags, access_log=None, before=None, **environment):
        self.port = free_port()
        self.command = [program, "--seeds", seeds, "--host", "127.0.0.1", "--port", str(self.port), *flags]
        self.environment, self.before = environment, before
        self.log = f"{WORK}/replica-{self.port}.log"
        self.access_log = access_log or self.log
        self.start()

    def start(self):
        with open(self.log, "ab") as log, open(self.access_log, "ab") as access_log:
            self.process = process(self.command, env={**os.environ, **self.environment}, stdout=access_log, stderr=log,
                                   preexec_fn=self.before)
        until(lambda: self.process.poll() is not None or status(self.port, "/readyz") == 200, what="a replica is ready")

    def end(self, number=signal.SIGTERM):
        """The exit code; negative for a signal."""
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    def requests(self):
        """Answers so far by status, the probes' and this one's not counted."""
        counts = collections.Counter()
        for line in ask(self.port, "/metrics").body.decode().splitlines():
            match = re.fullmatch(r'newsdesk_http_requests_total\{route="([^"]*)",.*code="(\d+)"\} (\d+)', line)
            if match and match[1] not in ("/metrics", "/readyz", "/livez"):
                counts[int(match[2])] += int(match[3])
        return counts

    def resources(self):
        """Resident kilobytes, open descriptors, CPU seconds."""
        pid = self.process.pid
        with open(f"/proc/{pid}/status") as lines:
            resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        with open(f"/proc/{pid}/stat") as line:
            fields = line.read().rsplit(")", 1)[1].split()
        return resident, len(os.listdir(f"/proc/{pid}/fd")), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class TwoStates:
    """A folder that is swapped between two states, as a ConfigMap is, and what a server says that only knows one of them.

    A watched folder may pass through a third one: a removed page is gone at once, a changed one waits until it rests.
    """

    def __init__(self, program):
        self.program = program
        self.folders = {"one": f"{WORK}/one", "two": f"{WORK}/two"}
        for folder in self.folders.values():
            shutil.copytree(f"{ROOT}/seeds", folder)
        names = sorted(name for name in os.listdir(self.folders["two"]) if name.endswith(".txt"))
        os.remove(f"{self.folders['two']}/{names[0]}")
        with open(f"{self.folders['two']}/{names[1]}", "r+b") as page:
            changed = page.read().replace(b"Digital", b"Virtual")
            page.seek(0)
            page.write(changed)
        between = f"{WORK}/between"
        shutil.copytree(self.folders["one"], between)
        os.remove(f"{between}/{names[0]}")
        still = {name: Replica(program, folder, "--log-level", "error") for name, folder in {**self.folders, "between": between}.items()}
        self.targets = sorted(set().union(*(crawl(replica.port) for replica in still.values())))
        self.expected, self.dataset = {}, {}
        for name, replica in still.items():
            self.dataset[name] = ask(replica.port, "/").headers["dataset"]
            self.expected[self.dataset[name]] = {target: fingerprint(ask(replica.port, target)) for target in self.targets}
            replica.end()
        differing = [target for target in self.targets if len({known[target] for known in self.expected.values()}) > 1]
        self.common = [target for target in self.targets if all(known[target][0] == 200 for known in self.expected.values())]
        say(f"{len(self.targets)} URLs, {len(differing)} of them answered differently by the two states of the folder")
        self.swap_to("one")

    def swap_to(self, name):
        os.symlink(name, f"{WORK}/seeds.new")
        os.replace(f"{WORK}/seeds.new", f"{WORK}/seeds")

    def whole(self, target, answer):
        """Whether an answer is what one of the states says; the one it names, where it names one."""
        of = answer.headers.get("dataset")
        known = [self.expected[of]] if of in self.expected else self.expected.values()
        return fingerprint(answer) in [answers[target] for answers in known]


def crawl(port, most=500):
    """URLs of the API: every list in every format, then what is found by following every link from / on."""
    endpoints = json.loads(ask(port, "/").body)["endpoints"]
    queue = collections.deque(["/"])
    for endpoint in endpoints:
        path = endpoint["template"].split("{")[0]
        queue.extend([path] + [f"{path}?format={format}" for format in endpoint["formats"]])
    found = {}
    while queue and len(found) < most:
        target = queue.popleft()
        if target in found or target in ("/metrics", "/readyz", "/livez"):
            continue
        answer = ask(port, target)
        if answer.status == 200:
            found[target] = fingerprint(answer)
            if "json" in answer.headers.get("content-type", ""):
                queue.extend(re.findall(r'"(/[^"{}#\\ ]*)"', answer.body.decode()))
    return found


def fingerprint(answer):
    return answer.status, answer.headers.get("etag"), hashlib.sha256(answer.body).hexdigest()


class Load:
    """Clients that keep their connection and ask one question after the other, until `stop`.

    Whatever is not a whole answer with an expected status counts as failed: an announced close aside, a connection that ends
    is a failure too, and no client asks a second time.
    """

    def __init__(self, port, target, clients=16, judge=lambda target, answer: answer.status == 200):
        self.port, self.target, self.judge = port, target, judge
        self.answers, self.failures, self.slowest = 0, [], 0.0
        self.running = True
        self.thread = threading.Thread(target=lambda: asyncio.run(self.run(clients)), daemon=True)
        self.thread.start()

    def stop(self):
        self.running = False
        self.thread.join(30)
        return self

    async def run(self, clients):
        await asyncio.gather(*(self.client(random.Random(number)) for number in range(clients)))

    async def client(self, chance):
        connection = None
        while self.running:
            target, began = self.target(chance), time.monotonic()
            try:
                connection = connection or await asyncio.open_connection("127.0.0.1", self.port)
                answer = await asyncio.wait_for(self.question(*connection, target), 10)
                self.answers += 1
                self.slowest = max(self.slowest, time.monotonic() - began)
                if not self.judge(target, answer):
                    self.failures.append(f"{target}: {answer.status} {answer.body[:80]!r}")
                closes = "close" in answer.headers.get("connection", "")
            except (OSError, EOFError, ValueError, asyncio.TimeoutError) as error:
                self.failures.append(f"{target}: {error!r}")
                closes = True
                await asyncio.sleep(0.01)
            if closes and connection:
                connection[1].close()
                connection = None
        if connection:
            connection[1].close()

    async def question(self, reader, writer, target):
        writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
        if "chunked" in headers.get("transfer-encoding", ""):
            body = b""
            while size := int(await reader.readuntil(b"\r\n"), 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readuntil(b"\r\n")
        else:
            body = await reader.readexactly(int(headers["content-length"]))
        return Answer(int(head[0].split()[1]), headers, body)

    def summary(self):
        return f"{self.answers} answers, {len(self.failures)} failed, slowest {self.slowest * 1000:.0f} ms"
