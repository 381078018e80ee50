"""tantivy and SQLite FTS5 over the same documents and queries, all words required, exact totals, top 20.

Prints for each peer the seconds to build, and writes a line for each query as Newsdesk's benchmark does.

usage: peers.py DOCUMENTS QUERIES OUTPUT_PREFIX
"""
import resource, sqlite3, sys, time

import tantivy

FIELDS = ("title", "kicker", "body")
BOOSTS = {"title": 8.0, "kicker": 4.0, "body": 3.0}


def documents(path):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file):
            yield number, line.rstrip("\n").split("\t")


def with_tantivy(path, queries):
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="default")
    index = tantivy.Index(builder.build())
    start = time.perf_counter()
    writer = index.writer(200_000_000, 2)
    for number, values in documents(path):
        writer.add_document(tantivy.Document(number=number, **dict(zip(FIELDS, values))))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - start
    index.reload()
    searcher = index.searcher()
    answers = []
    for round in range(2):
        for text in queries:
            start = time.perf_counter()
            query = index.parse_query(text, list(FIELDS), field_boosts=BOOSTS, conjunction_by_default=True)
            result = searcher.search(query, 20, count=True)
            microseconds = (time.perf_counter() - start) * 1e6
            if round:
                numbers = [searcher.doc(address)["number"][0] for _, address in result.hits[:10]]
                answers.append((result.count, microseconds, numbers))
    return seconds, answers


def with_fts5(path, queries):
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(title, kicker, body, tokenize = 'unicode61', detail = full)")
    start = time.perf_counter()
    connection.executemany("insert into t(rowid, title, kicker, body) values (?, ?, ?, ?)",
                           ((number, *values) for number, values in documents(path)))
    connection.execute("insert into t(t) values ('optimize')")
    connection.commit()
    seconds = time.perf_counter() - start
    answers = []
    for text in queries:
        match = " ".join('"' + word.replace('"', '""') + '"' for word in text.split())
        start = time.perf_counter()
        count = connection.execute("select count(*) from t where t match ?", (match,)).fetchone()[0]
        numbers = [row[0] for row in connection.execute(
            "select rowid from t where t match ? order by bm25(t, 8, 4, 3), rowid limit 20", (match,))]
        microseconds = (time.perf_counter() - start) * 1e6
        answers.append((count, microseconds, numbers[:10]))
    return seconds, answers


def main(path, queries, prefix):
    texts = open(queries, encoding="utf-8").read().splitlines()
    for name, peer in (("tantivy", with_tantivy), ("fts5", with_fts5)):
        seconds, answers = peer(path, texts)
        with open(f"{prefix}{name}", "w", encoding="utf-8") as file:
            for count, microseconds, numbers in answers:
                file.write(f"{count} {microseconds} {','.join(map(str, numbers))}\n")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name} build_s {seconds:.2f} peak_rss_mb {peak}")


if __name__ == "__main__":
    main(*sys.argv[1:])
