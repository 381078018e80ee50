"""A newsdesk of one's own on a free port, for scripts of any language.

Usage: newsdesk.py PROGRAM COMMAND [ARGUMENT ...] runs the command beside it, the server's URL in BASE, and exits as the
command does, or with 1 if the server does not start or does not end with 0 on SIGTERM.
"""
import os, pathlib, re, subprocess, sys, tempfile, time, urllib.request


class Newsdesk:
    """A running server that is ready: `base` is its URL without a path, `port` its port, `process` itself."""

    def __init__(self, program, seeds, port=0):
        self.seeds = pathlib.Path(seeds)
        self.log = tempfile.NamedTemporaryFile("w+", suffix=".log")
        self.process = subprocess.Popen([program, "--seeds", str(seeds), "--host", "127.0.0.1", "--port", str(port)],
                                        stdout=subprocess.DEVNULL, stderr=self.log)
        for _ in range(2400):
            found = re.search(r"http://127\.0\.0\.1:(\d+)", pathlib.Path(self.log.name).read_text())
            if found and self.is_ready(found[0]):
                self.base, self.port = found[0], int(found[1])
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.process.kill()
        sys.exit("the server does not start:\n" + pathlib.Path(self.log.name).read_text())

    def is_ready(self, base):
        try:
            return urllib.request.urlopen(base + "/readyz", timeout=1).status == 200
        except OSError:
            return False

    def end(self):
        """The exit code after SIGTERM."""
        self.process.terminate()
        return self.process.wait(30)


if __name__ == "__main__":
    server = Newsdesk(sys.argv[1], pathlib.Path(__file__).parents[2] / "seeds")
    status = subprocess.run(sys.argv[2:], env={**os.environ, "BASE": server.base}).returncode
    ended = server.end()
    if ended != 0:
        print(f"FAILED: the server ended with {ended} on SIGTERM")
    sys.exit(status or ended != 0)
