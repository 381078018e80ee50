#!/usr/bin/env python3
"""Two replicas behind haproxy, restarted in turn under load: not one request may fail.

Each restart is SIGTERM, a drain delay in which /readyz is 503 and haproxy takes the replica out, exit 0, and a new process on
the same port. haproxy retries nothing but connections that were refused.

  rolling_restart.py [--binary .build/release/newsdesk] [--restarts 10]
"""
import argparse, collections, http.client, os, signal, subprocess, sys, tempfile, threading, time

FRONT, PORTS = 18760, (18761, 18762)
HAPROXY = f"""
global
  maxconn 1000
defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  timeout check 2s
  retries 2
  retry-on conn-failure
  option redispatch
frontend front
  bind 127.0.0.1:{FRONT}
  default_backend replicas
backend replicas
  balance roundrobin
  option httpchk GET /readyz
  default-server check inter 100ms fall 1 rise 1
""" + "".join(f"  server replica{port} 127.0.0.1:{port}\n" for port in PORTS)


def start(binary, port):
    process = subprocess.Popen([binary, "--host", "127.0.0.1", "--port", str(port), "--drain-delay", "1"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(500):
        if status(port, "/readyz") == 200:
            return process
        time.sleep(0.02)
    sys.exit(f"the replica on port {port} does not get ready")


def status(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default=".build/release/newsdesk")
    options.add_argument("--restarts", type=int, default=10)
    given = options.parse_args()
    replicas = {port: start(given.binary, port) for port in PORTS}
    with tempfile.NamedTemporaryFile("w", suffix=".cfg") as file:
        file.write(HAPROXY)
        file.flush()
        proxy = subprocess.Popen(["haproxy", "-f", file.name], stderr=subprocess.DEVNULL)
        while status(FRONT, "/readyz") != 200:
            time.sleep(0.02)

    outcomes, ends = collections.Counter(), threading.Event()
    lock = threading.Lock()

    def load(number):
        """Half of the clients keep their connection, half open one for each request."""
        connection = http.client.HTTPConnection("127.0.0.1", FRONT, timeout=10)
        while not ends.is_set():
            try:
                connection.request("GET", "/teasers?limit=5")
                response = connection.getresponse()
                complete = len(response.read()) > 1000
                outcome = response.status if complete else "cut"
            except (OSError, http.client.HTTPException) as error:
                outcome = type(error).__name__
                connection.close()
            if number % 2:
                connection.close()
            with lock:
                outcomes[outcome] += 1

    threads = [threading.Thread(target=load, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    exits = []
    for turn in range(given.restarts):
        for port in PORTS:
            replicas[port].send_signal(signal.SIGTERM)
            exits.append(replicas[port].wait(timeout=60))
            replicas[port] = start(given.binary, port)
            time.sleep(1)
        print(f"restart {turn + 1} of both: {dict(outcomes)}", flush=True)
    ends.set()
    for thread in threads:
        thread.join()
    proxy.terminate()
    for replica in replicas.values():
        replica.send_signal(signal.SIGTERM)
    failed = sum(count for outcome, count in outcomes.items() if outcome != 200)
    print(f"{sum(outcomes.values())} requests, {failed} failed; exits {collections.Counter(exits)}")
    sys.exit(0 if failed == 0 and set(exits) == {0} else 1)


if __name__ == "__main__":
    main()
