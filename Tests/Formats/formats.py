"""Opens every form the API answers in with a parser nobody here wrote, and holds what it reads against the JSON lists.

Usage: formats.py PATH-TO-NEWSDESK [SEEDS ...]; Tests/Formats/run installs what it needs. The project's seeds and the hostile
ones are always opened. Exits with 1 if anything is amiss.
"""

import csv, datetime, html, io, json, pathlib, re, shutil, subprocess, sys, tempfile, time
import http.client, urllib.error, urllib.parse, urllib.request, xml.etree.ElementTree as xml

import diagram_renderer, feedparser, feedparser_rs, icalendar, networkx, pandas, vobject

import hostile

ROOT = pathlib.Path(__file__).parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests/TestSupport"))
from newsdesk import Newsdesk

LISTS = ["articles", "teasers", "partners", "cooperations", "events"]
TRIGGERS = "=+-@\t\r"
ATOM = "{http://www.w3.org/2005/Atom}"
MERMAID = pathlib.Path(diagram_renderer.__file__).parent / "renderers/static/js/mermaid.min.js"
flaws = []


def check(condition, sentence):
    if not condition:
        flaws.append(sentence)
        print("FAILED:", sentence[:600], flush=True)


def same(read, said, what):
    """Two lists are equal; the first pair that is not, is shown."""
    check(len(read) == len(said), f"{what}: {len(read)} read, {len(said)} in the JSON list")
    for one, other in zip(read, said):
        if one != other:
            return check(False, f"{what}: read {one!r}, the JSON list has {other!r}")


class Server(Newsdesk):
    """A newsdesk over a folder of seeds that is asked for a path and the content type it must have."""

    def __init__(self, seeds):
        super().__init__(sys.argv[1], seeds)

    def get(self, path, content_type):
        with urllib.request.urlopen(self.base + path, timeout=60) as answer:
            check(answer.headers["Content-Type"] == content_type, f"{path} is {answer.headers['Content-Type']}")
            return answer.read()

    def text(self, path, content_type):
        return self.get(path, content_type).decode()

    def json(self, path):
        return json.loads(self.get(path, "application/json"))

    def items(self, path):
        """All items of a list, page by page."""
        items, next_page = [], path + ("&" if "?" in path else "?") + "limit=100"
        while next_page:
            page = self.json(next_page)
            items += page["items"]
            next_page = page["links"]["next"]
        check(len(items) == page["total"], f"{path}: {len(items)} items of {page['total']}")
        return items


def cells(name, value):
    """The columns that a key of a JSON item becomes; None for a cell that has a short form of its own."""
    if name in ("date", "first", "last"):
        date = value or {}
        return {name: date.get("edtf") or "", name + "_earliest": date.get("earliest") or "", name + "_latest": date.get("latest") or ""}
    if name == "codes":
        return {key: code or "" for key, code in value.items()}
    if value is None:
        return {name: ""}
    if isinstance(value, bool):
        return {name: str(value).lower()}
    if isinstance(value, dict):
        return {name: str(value["count"])} if "count" in value else {name: value["url"] if name == "about" else value["id"]}
    if isinstance(value, list):
        plain = all(isinstance(element, str) or "id" in element for element in value)
        return {name: "|".join(element if isinstance(element, str) else element["id"] for element in value) if plain else None}
    return {name: str(value)}


def tables(server, name, items):
    """CSV by pandas and NDJSON by pandas have each item with each of its values; excel=1 by Python's csv has the same cells."""
    content = server.get(f"/{name}?format=csv", "text/csv; charset=utf-8")
    frame = pandas.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8")
    expected = [{column: cell for key, value in item.items() for column, cell in cells(key, value).items()} for item in items]
    same(list(frame.columns), list(expected[0]) if expected else list(frame.columns), f"{name} as CSV, columns")
    known = [column for column in frame.columns if not expected or all(row[column] is not None for row in expected)]
    for column in known:
        same([cell.replace("\r\n", "\n") for cell in frame[column]], [row[column].replace("\r\n", "\n") for row in expected], f"{name} as CSV, {column}")

    sheet = server.get(f"/{name}?format=csv&excel=1", "text/csv; charset=utf-8")
    check(sheet.startswith(b"\xef\xbb\xbf"), f"{name} for a spreadsheet has no byte order mark")
    plain = list(csv.reader(io.StringIO(content.decode(), newline="")))
    rows = list(csv.reader(io.StringIO(sheet[3:].decode(), newline=""), delimiter=";"))
    same(rows, [["'" + cell if cell[:1] and cell[0] in TRIGGERS else cell for cell in row] for row in plain], f"{name} for a spreadsheet")

    lines = server.get(f"/{name}?format=ndjson", "application/x-ndjson")
    same([json.loads(line) for line in lines.split(b"\n")[:-1]], items, f"{name} as NDJSON")
    frame = pandas.read_json(io.BytesIO(lines), lines=True, dtype=False)
    same(list(frame["id"]) if len(frame) else [], [item["id"] for item in items], f"{name} as NDJSON by pandas")
    return len(known)


def plain(text):
    """Text without what XML 1.0 cannot hold, line ends as XML reads them."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]", " ", text)


def feeds(server, name, items):
    """JSON Feed 1.1 and Atom (RFC 4287) by their rules, by feedparser and by feedparser-rs: all items that have a day of their own."""
    dated = [item for item in items if item["date"] and item["date"]["precision"] == "day" and item["date"]["basis"] != "inferred"]
    title = lambda item: (item["kicker"] + ": " if item["kicker"] else "") + (item["title"] if "title" in item else item["headline"])
    feed = server.text(f"/{name}?format=feed", "application/feed+json")
    document = json.loads(feed)
    check(document["version"] == "https://jsonfeed.org/version/1.1" and isinstance(document["title"], str), f"{name} as JSON Feed has no version or title")
    check(all(re.fullmatch("_[a-zA-Z][^.]*", key) for key in document.keys() - {"version", "title", "home_page_url", "feed_url", "items"}), f"{name}: unknown keys in JSON Feed")
    check(document["_newsdesk"]["undated"] == len(items) - len(dated), f"{name} as JSON Feed: undated")
    for item in document["items"]:
        check(item.keys() == {"id", "url", "title", "content_text", "date_published", "language", "tags"}, f"{name}: keys of a JSON Feed item")
        check(all(isinstance(item[key], str) for key in item.keys() - {"tags"}) and all(isinstance(tag, str) for tag in item["tags"]), f"{name}: types of a JSON Feed item")
        datetime.datetime.fromisoformat(item["date_published"])
    same([(item["url"], item["title"], item["date_published"][:10]) for item in document["items"]],
         [(item["url"], title(item), item["date"]["earliest"]) for item in dated], f"{name} as JSON Feed")
    read = feedparser_rs.parse(feed)
    check(not read.bozo, f"{name} as JSON Feed by feedparser-rs: {read.get('bozo_exception')}")
    same([entry["id"] for entry in read.entries], [item["url"] for item in dated], f"{name} as JSON Feed by feedparser-rs")

    atom = server.get(f"/{name}?format=atom", "application/atom+xml")
    root = xml.fromstring(atom)
    check(root.tag == ATOM + "feed", f"{name} as Atom: root")
    for element in [root] + root.findall(ATOM + "entry"):
        for required in ("id", "title", "updated"):
            check(len(element.findall(ATOM + required)) == 1, f"{name} as Atom: {required} of {element.tag}")
        check(urllib.parse.urlparse(element.findtext(ATOM + "id")).scheme == "tag", f"{name} as Atom: id is no IRI")
        datetime.datetime.fromisoformat(element.findtext(ATOM + "updated"))
        alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        check(len(set(alternates)) == len(alternates) == 2, f"{name} as Atom: alternates {alternates}")
    check(root.find(f"{ATOM}author/{ATOM}name") is not None, f"{name} as Atom: author")
    ids = [entry.findtext(ATOM + "id") for entry in root.findall(ATOM + "entry")]
    check(len(set(ids)) == len(ids), f"{name} as Atom: ids are not unique")
    allowed = {ATOM + tag for tag in "feed entry id title subtitle updated author name link category content".split()}
    check({element.tag for element in root.iter()} <= allowed, f"{name} as Atom: foreign elements")
    same([(entry.findtext(ATOM + "title"), entry.findtext(ATOM + "content")) for entry in root.findall(ATOM + "entry")],
         [(plain(item["title"]), plain(item["content_text"])) for item in document["items"]], f"{name} as Atom")
    read = feedparser.parse(io.BytesIO(atom), response_headers={"content-type": "application/atom+xml"}, sanitize_html=False)
    check(not read.bozo, f"{name} as Atom by feedparser: {read.get('bozo_exception')}")
    same([(entry["link"].removeprefix("/dashboard#"), entry["updated"][:10]) for entry in read.entries],
         [(item["url"], item["date"]["earliest"]) for item in dated], f"{name} as Atom by feedparser")
    # feedparser strips white space, and takes a next line (U+0085) for an ellipsis of Windows-1252.
    squeezed = lambda text: " ".join(text.replace("\x85", "…").split())
    same([squeezed(entry["title"]) for entry in read.entries], [squeezed(plain(title(item))) for item in dated], f"{name} as Atom by feedparser, titles")
    check(len(feedparser_rs.parse(atom).entries) == len(dated), f"{name} as Atom by feedparser-rs")
    return len(dated)


def calendar(server, path, items):
    """iCalendar (RFC 5545) by icalendar and by vobject: every event that has days of its own, in the words of the JSON list."""
    content = server.get(path + "?format=ics", "text/calendar; charset=utf-8")
    lines = content.split(b"\r\n")
    check(lines[-1] == b"" and not any(b"\r" in line or b"\n" in line for line in lines), f"{path} as iCalendar: lines do not end in CR LF")
    check(max(map(len, lines)) <= 75, f"{path} as iCalendar: a line has {max(map(len, lines))} octets")
    check(not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", content.replace(b"\r\n", b"")), f"{path} as iCalendar: a control character")
    days = r"\d{4}-\d\d-\d\d~?(/\d{4}-\d\d-\d\d)?"
    dated = [item for item in items if item["date"] and item["date"]["basis"] != "inferred" and re.fullmatch(days, item["date"]["edtf"])]
    end = lambda date: datetime.date.fromisoformat(date["latest"]) + datetime.timedelta(days=1) if date["earliest"] != date["latest"] else None
    said = [(item["id"] + "@newsdesk", item["date"]["earliest"], end(item["date"]), plain(item["title"]), plain(item["evidence"][0]["exact"])) for item in dated]
    unsaid = lambda text: re.sub("[\x7f]", " ", plain(str(text)))
    expected = [tuple(map(unsaid, row)) for row in said]
    parsed = icalendar.Calendar.from_ical(content)
    check(not parsed.errors and not any(event.errors for event in parsed.walk()), f"{path} as iCalendar: {parsed.errors}")
    check({component.name for component in parsed.walk()} <= {"VCALENDAR", "VEVENT"}, f"{path} as iCalendar: foreign components")
    events = parsed.walk("VEVENT")
    same([tuple(map(unsaid, (event["UID"], event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None, event["SUMMARY"], event["DESCRIPTION"]))) for event in events], expected, f"{path} as iCalendar by icalendar")
    other = vobject.readOne(content.decode())
    events = getattr(other, "vevent_list", [])
    same([tuple(map(unsaid, (event.uid.value, event.dtstart.value, event.dtend.value if hasattr(event, "dtend") else None, event.summary.value, event.description.value))) for event in events], expected, f"{path} as iCalendar by vobject")
    return len(expected)


def timelinejs(server, path, items):
    """TimelineJS by its documented fields; its texts are HTML and read as the words of the JSON list."""
    document = server.json(path + "?format=timelinejs&limit=100")
    check(document.keys() == {"events"}, f"{path} as TimelineJS: {document.keys()}")
    for slide in document["events"]:
        check(slide.keys() <= {"start_date", "end_date", "text", "group", "display_date", "unique_id", "media", "background", "autolink"}, f"{path} as TimelineJS: {slide.keys()}")
        for name in slide.keys() & {"start_date", "end_date"}:
            check(slide[name].keys() <= {"year", "month", "day"} and datetime.date(**{"month": 1, "day": 1} | slide[name]), f"{path} as TimelineJS: {slide[name]}")
        check("start_date" in slide and slide["text"].keys() == {"headline", "text"}, f"{path} as TimelineJS: a slide without date or text")
        check("<" not in slide["text"]["headline"] + slide["text"]["text"], f"{path} as TimelineJS: markup in {slide['text']}")
    shown = [item for item in items[:100] if item["date"] and (item["date"]["earliest"] or item["date"]["latest"])]
    same([(slide["unique_id"], slide["display_date"], html.unescape(slide["text"]["headline"])) for slide in document["events"]],
         [(item["id"], item["date"]["edtf"], item["title"]) for item in shown], f"{path} as TimelineJS")
    return len(shown)


def network(server, cooperations, browser):
    """Node-link data and CSV by NetworkX, Mermaid by Mermaid itself: the parties of every cooperation."""
    said = sorted((party["partner"]["id"], item["id"], party["role"]) for item in cooperations for party in item["parties"])
    graph = networkx.node_link_graph(server.json("/network"), edges="links", multigraph=True)
    same(sorted((one, other, data["role"]) for one, other, data in graph.edges(data=True)), said, "network by NetworkX")
    kinds = networkx.get_node_attributes(graph, "kind")
    check(all({kinds[one], kinds[other]} == {"partner", "cooperation"} for one, other in graph.edges()), "the network is not bipartite")
    check(all(degree > 0 for _, degree in graph.degree()), "the network has a node without a link")
    frame = pandas.read_csv(io.BytesIO(server.get("/network?format=csv", "text/csv; charset=utf-8")), dtype=str, keep_default_na=False)
    check(networkx.from_pandas_edgelist(frame, edge_attr="role").number_of_nodes() == graph.number_of_nodes(), "network as CSV by NetworkX")
    same(sorted(frame.itertuples(index=False, name=None)), said, "network as CSV")

    text = server.text("/network?format=mermaid", "text/plain; charset=utf-8")
    titles = networkx.get_node_attributes(graph, "title")
    words = lambda text: " ".join(plain(text).split())
    labels = sorted([words(titles[node]) for node, kind in kinds.items() if kind == "partner"] + [words(item["kind_label"]) for item in cooperations])
    read = browser.mermaid(text)
    if read is None:
        return check(False, "Mermaid gave no answer")
    check("error" not in read, f"Mermaid: {read.get('error')}")
    if "error" not in read:
        check(not read["broken"], "a script of a label was run by Mermaid")
        check(read["edges"] == len(said), f"Mermaid reads {read['edges']} edges of {len(said)}")
        same(sorted(words(html.unescape(label)) for label in read["labels"]), labels, "network by Mermaid")
    return len(said)


class Browser:
    """Debian's Chromium without a window, for what only runs in a page."""

    def mermaid(self, text):
        """What Mermaid makes of a text: its edges and the labels as they are shown; nil if it does not answer."""
        page = """<!doctype html><meta charset=utf-8><title>whole</title><body><script src="mermaid.min.js"></script><script type="module">
const text = JSON.parse(document.createElement("textarea").innerHTML = TEXT);
let result;
try {
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxTextSize: 5000000, maxEdges: 100000 });
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const vertices = [...diagram.db.getVertices().values()], edges = diagram.db.getEdges().length;
  // Drawn where the graph is small enough to wait for.
  const labels = [];
  if (vertices.length <= 200) {
    const { svg } = await mermaid.render("graph", text);
    document.body.insertAdjacentHTML("beforeend", svg);
    for (const label of document.querySelectorAll(".node .nodeLabel")) labels.push(label.textContent);
  } else for (const vertex of vertices) labels.push(vertex.text);
  result = { edges, labels, broken: document.title !== "whole" };
} catch (error) { result = { error: String(error) }; }
document.body.innerHTML = ""; document.body.dataset.result = encodeURIComponent(JSON.stringify(result));
</script>"""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            shutil.copy(MERMAID, folder)
            quoted = json.dumps(json.dumps(text)).replace("<", "\\u003c")
            (folder / "page.html").write_text(page.replace('document.createElement("textarea").innerHTML = TEXT', quoted))
            dom = subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
                 "--virtual-time-budget=20000", "--dump-dom", f"file://{folder}/page.html"], capture_output=True, text=True, timeout=120).stdout
        found = re.search('data-result="([^"]*)"', dom)
        return json.loads(urllib.parse.unquote(found[1])) if found else None


def stats(server):
    """Every table of the statistics by pandas, against the JSON."""
    said = server.json("/stats")
    rows = 0
    for table in ("by_month", "by_kicker", "by_partner", "coverage"):
        frame = pandas.read_csv(io.BytesIO(server.get(f"/stats?format=csv&table={table}", "text/csv; charset=utf-8")), dtype=str, keep_default_na=False)
        rows += len(frame)
        if table == "coverage":
            check(len(frame) == sum(map(len, said["coverage"].values())), "stats as CSV: coverage")
        elif table == "by_partner":
            same(frame.astype(str).values.tolist(), [[row["partner"]["id"], row["partner"]["title"], *map(str, list(row.values())[1:])] for row in said[table]], table)
        else:
            same(frame.astype(str).values.tolist(), [[str(value) for value in row.values()] for row in said[table]], table)
    return rows


def sources(server, folder):
    """Each source's own bytes, and the pieces that tile them."""
    items = server.items("/sources?fields=name,url,bytes,segments")
    files = {str(path.relative_to(folder))[:-4]: path for path in pathlib.Path(folder).rglob("*.txt")}
    same(sorted(item["name"] for item in items), sorted(files), "sources")
    for item in items:
        with urllib.request.urlopen(server.base + item["url"]) as answer:
            content = answer.read()
        check(content == files[item["name"]].read_bytes(), f"{item['url']} is not the file")
        ranges = [tuple(map(int, segment["bytes"].split("-"))) for segment in item["segments"]]
        check(b"".join(content[first : last + 1] for first, last in ranges) == content, f"the segments of {item['url']} do not tile it")
    return len(items)


def headers(server):
    """Nothing that a stranger puts into a question or a file's name gets into a header as it is, nor into a problem as markup."""
    host, port = server.base.removeprefix("http://").split(":")
    words = ["\r\nSet-Cookie: broken=1", "<script>broken</script>", "\"broken\"", "ü\u2028\ud7ff", "%0d%0aSet-Cookie:%20broken", "a>; rel=\"evil\", <b"]
    paths = [server_path + urllib.parse.quote(word, safe="") for word in words for server_path in (
        "/articles/", "/sources/", "/problems/", "/", "/teasers?kicker=", "/search?q=", "/articles?sort=", "/articles?fields=", "/teasers?format=csv&kicker=", "/articles?dataset=",
        "/search?q=a&facets=", "/articles?source=", "/articles?partner=")]
    # An outdated slug is sent on to the present one: a stranger's slug and question go into Location.
    identity = server.json("/articles?limit=1&fields=id")["items"][0]["id"][-8:]
    paths += [f"/articles/{urllib.parse.quote(word, safe='')}-{identity}?dataset=broken" for word in words]
    paths += [f"/articles/{urllib.parse.quote(word, safe='')}-{identity}" for word in words]
    paths += [item["url"] + ending for item in server.items("/sources?fields=url") for ending in ("", "?format=json", "?format=broken")]
    asked = 0
    for path in paths:
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.putheader("Origin", "http://broken.example")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        asked += 1
        for name, value in answer.getheaders():
            foreign = "Set-Cookie" in name or not re.fullmatch(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?", value) or "script>" in value or "broken.example" in value
            check(not foreign, f"{path} has the header {name}: {value!r}")
        relations = re.findall(r'<([^<>]*)>; rel="([^"]*)"', answer.headers["Link"])
        check(", ".join(f'<{link}>; rel="{relation}"' for link, relation in relations) == answer.headers["Link"] and {relation for _, relation in relations} <= {"first", "prev", "next", "last", "service-desc"},
              f"{path} has the Link {answer.headers['Link']}")
        check(answer.headers["X-Content-Type-Options"] == "nosniff" and "html" not in answer.headers.get("Content-Type", ""), f"{path} may be taken for a page")
        if answer.headers.get("Content-Type", "").endswith("json"):
            json.loads(body)
        connection.close()
    return asked


def main():
    began = time.monotonic()
    browser = Browser()
    with tempfile.TemporaryDirectory() as folder:
        hostile.write(folder)
        for seeds in [ROOT / "seeds", folder, *sys.argv[2:]]:
            server = Server(seeds)
            try:
                items = {name: server.items("/" + name) for name in LISTS}
                rows = sum(map(len, items.values()))
                values = sum(tables(server, name, items[name]) for name in LISTS)
                entries = sum(feeds(server, name, items[name]) for name in ("articles", "teasers"))
                events = calendar(server, "/events", items["events"])
                slides = timelinejs(server, "/events", items["events"])
                links = network(server, items["cooperations"], browser)
                counts = stats(server)
                files = sources(server, seeds)
                asked = headers(server) if seeds == folder else 0
            finally:
                server.end()
            print(f"{'hostile seeds' if seeds == folder else pathlib.Path(seeds).name}: {rows} items as CSV, for spreadsheets and as NDJSON ({values} columns compared); {entries} feed entries, {events} calendar events, {slides} slides, "
                  f"{links} links of the network, {counts} rows of statistics, {files} sources{f'; headers of {asked} hostile questions' if asked else ''}", flush=True)
    print(f"{'FAILED' if flaws else 'passed'} after {time.monotonic() - began:.0f} s", flush=True)
    sys.exit(1 if flaws else 0)


main()
