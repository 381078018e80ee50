"""Known-item search: is the teaser or article somebody remembers among the first ten, and how high?

Every document of the folders is once the item that is looked for, by at most six words of its kicker and title, written
in six ways: as they are; with umlauts as ae, oe, ue; with umlauts as a, o, u; a compound by its last part; one typo; the
last word begun only. Documents with the same kicker and title are the same item. Reported is the mean of 1/rank (MRR@10).

Newsdesk, SQLite FTS5 and tantivy get the same words. tantivy is asked twice, for all words and, as it does by
itself, for any of them, with its German stemmer; FTS5 for all words.

usage: relevance.py BENCHMARK WORK_FOLDER PAGES...
"""
import collections, pathlib, random, re, sqlite3, subprocess, sys

import tantivy

LIMIT = 400
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
AE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
A = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"})


def documents(benchmark, folders, path):
    with open(path, "w", encoding="utf-8") as file:
        for folder in folders:
            file.write(subprocess.run([benchmark, "--dump", folder], check=True, capture_output=True, text=True).stdout)
    return [line.split("\t") for line in open(path, encoding="utf-8").read().splitlines()]


def typo(word, generator):
    place = generator.randrange(1, len(word) - 1)
    letter = generator.choice("abcdefghilmnorstuw")
    return generator.choice([
        word[:place] + word[place + 1:], word[:place] + letter + word[place:], word[:place] + letter + word[place + 1:],
        word[:place] + word[place + 1] + word[place] + word[place + 2:]])


def last_part(word, nouns):
    """The last part of a compound of two nouns of the corpus; None if it is none."""
    lower = word.lower()
    for cut in range(4, len(lower) - 4):
        first, last = lower[:cut], lower[cut:]
        if last.capitalize() in nouns and any(
                first[:len(first) - len(link)].capitalize() in nouns for link in ("", "s", "n", "en", "es")
                if first.endswith(link)):
            return last.capitalize()
    return None


def queries(texts):
    counts = collections.Counter(word for text in texts for field in text for word in WORD.findall(field))
    nouns = {word for word in counts if len(word) >= 4 and word[0].isupper() and word.lower() not in counts}
    items = collections.defaultdict(list)
    for number, (title, kicker, _) in enumerate(texts):
        items[(kicker + " " + title).casefold()].append(number)
    generator = random.Random(5)
    classes = collections.defaultdict(list)
    for _, numbers in sorted(items.items()):
        title, kicker, _ = texts[numbers[0]]
        words = (WORD.findall(kicker) + WORD.findall(title))[:6]
        if len(words) < 2:
            continue
        plain = " ".join(words)
        classes["exact"].append((plain, numbers))
        if plain != plain.translate(AE):
            classes["umlaut as ae"].append((plain.translate(AE), numbers))
            classes["umlaut as a"].append((plain.translate(A), numbers))
        parts = [(index, last_part(word, nouns)) for index, word in enumerate(words)]
        for index, part in parts:
            if part:
                classes["compound part"].append((" ".join(words[:index] + [part] + words[index + 1:]), numbers))
                break
        long = [index for index, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
        if long:
            index = generator.choice(long)
            classes["typo"].append((" ".join(words[:index] + [typo(words[index], generator)] + words[index + 1:]), numbers))
        if len(words[-1]) >= 6:
            cut = generator.randrange(4, len(words[-1]))
            classes["prefix"].append((" ".join(words[:-1] + [words[-1][:cut]]), numbers))
    return {name: generator.sample(found, min(LIMIT, len(found))) for name, found in classes.items()}


def newsdesk(benchmark, path, texts):
    file = pathlib.Path(path).with_suffix(".queries")
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    lines = subprocess.run([benchmark, path, file], check=True, capture_output=True, text=True).stdout.splitlines()
    return [[int(number) for number in line.split(" ")[2].split(",") if number] for line in lines]


def fts5(texts, questions):
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(title, kicker, body, tokenize = 'unicode61')")
    connection.executemany("insert into t(rowid, title, kicker, body) values (?, ?, ?, ?)",
                           ((number, *text) for number, text in enumerate(texts)))
    for question in questions:
        match = " ".join(f'"{word}"' for word in question.split()) + "*"
        yield [row[0] for row in connection.execute(
            "select rowid from t where t match ? order by bm25(t, 8, 4, 3), rowid limit 10", (match,))]


def with_tantivy(texts, questions, conjunction):
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for field in ("title", "kicker", "body"):
        builder.add_text_field(field, tokenizer_name="german")
    index = tantivy.Index(builder.build())
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    index.register_tokenizer("german", analyzer.filter(tantivy.Filter.stemmer("german")).build())
    writer = index.writer(100_000_000, 1)
    for number, (title, kicker, body) in enumerate(texts):
        writer.add_document(tantivy.Document(number=number, title=title, kicker=kicker, body=body))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    for question in questions:
        query, _ = index.parse_query_lenient(
            question, ["title", "kicker", "body"], field_boosts={"title": 8.0, "kicker": 4.0, "body": 3.0},
            conjunction_by_default=conjunction)
        yield [searcher.doc(address)["number"][0] for _, address in searcher.search(query, 10).hits]


def main(benchmark, work, *folders):
    path = str(pathlib.Path(work) / "known.tsv")
    texts = documents(benchmark, folders, path)
    classes = queries(texts)
    print(f"{len(texts)} documents of {', '.join(folders)}; MRR@10 (hits among ten)\n")
    print("| class | queries | Newsdesk | tantivy, all words | tantivy, any word | FTS5 |\n|---|---|---|---|---|---|")
    for name, pairs in classes.items():
        questions = [question for question, _ in pairs]
        row = []
        for answers in (newsdesk(benchmark, path, questions), with_tantivy(texts, questions, True),
                        with_tantivy(texts, questions, False), fts5(texts, questions)):
            ranks = [next((place + 1 for place, number in enumerate(answer) if number in numbers), 0)
                     for answer, (_, numbers) in zip(answers, pairs)]
            if not row:
                misses = [(question, rank) for (question, _), rank in zip(pairs, ranks) if rank != 1]
            row.append(f"{sum(1 / rank for rank in ranks if rank) / len(ranks):.3f} ({sum(map(bool, ranks))})")
        print(f"| {name} | {len(pairs)} | " + " | ".join(row) + " |")
        for miss in misses[:8]:
            print(f"  not first: {miss[1] or '-'}  {miss[0]}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
