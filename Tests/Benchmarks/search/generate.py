"""Documents and queries for the search benchmark: the same on every machine.

Documents are lines of `title TAB kicker TAB body`, about 120 words each. The vocabulary is that of the project's seeds,
its most frequent words first, and behind them made-up words of German syllables with their inflections, and compounds:
a quarter of all, of two nouns each, the frequent ones more productive. Words are drawn by Zipf's law. Queries are one
to three words of one random document, drawn as they stand there, stop words included.

usage: generate.py SEEDS COUNT DOCUMENTS QUERIES
"""
import bisect, collections, itertools, pathlib, random, re, sys

VOCABULARY = 200_000
QUERIES = 2_000


ONSETS = "b br d dr f fl g gr h k kl kr l m n p pl pr r s sch schl schw sp st str t tr v w z".split()
NUCLEI = "a e i o u ä ö ü au ei eu ie".split()
CODAS = ["", "", "l", "n", "r", "s", "t", "ck", "lt", "nd", "ng", "rt", "cht"]
SUFFIXES = "ung heit keit schaft er nis tum ling ik ment".split()


def vocabulary(seeds):
    counts = collections.Counter()
    for path in sorted(pathlib.Path(seeds).glob("*.txt")):
        counts.update(re.findall(r"[^\W\d_]{2,}", path.read_text(encoding="utf-8")))
    words = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    nouns = [w for w in words if w[0].isupper() and len(w) > 3 and w.lower() not in counts]
    generator = random.Random(7)
    seen, rest = set(words), []

    def add(word):
        if word not in seen:
            seen.add(word)
            rest.append(word)

    while len(rest) < VOCABULARY * 3 // 4:
        syllables = [generator.choice(ONSETS) + generator.choice(NUCLEI) + generator.choice(CODAS)
                     for _ in range(generator.randint(1, 3))]
        if generator.random() < 0.6:
            word = ("".join(syllables) + generator.choice(SUFFIXES)).capitalize()
            nouns.append(word)
            endings = ["", "en", "s"]
        else:
            word, endings = "".join(syllables), ["en", "t", "te", "es", "er"]
        for ending in endings[:generator.randint(1, len(endings))]:
            add(word + ending)
    # The share of compounds a noun is part of falls with its place, as its own frequency does.
    productive = list(itertools.accumulate(1 / (place + 50) for place in range(len(nouns))))
    while len(words) + len(rest) < VOCABULARY:
        first, second = (nouns[bisect.bisect(productive, generator.random() * productive[-1])] for _ in range(2))
        add(first + generator.choice(["", "", "s", "n", "en"]) + second.lower() + generator.choice(["", "", "s", "en"]))
    generator.shuffle(rest)
    return words + rest


def main(seeds, count, documents, queries):
    words = vocabulary(seeds)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))
    generator = random.Random(11)

    def draw(number):
        return [words[bisect.bisect(weights, generator.random() * weights[-1])] for _ in range(number)]

    samples = []
    with open(documents, "w", encoding="utf-8") as file:
        for number in range(int(count)):
            title, kicker = draw(generator.randint(3, 8)), draw(1)
            body = [draw(generator.randint(6, 20)) for _ in range(generator.randint(5, 12))]
            text = " ".join(" ".join(sentence) + "." for sentence in body)
            file.write(" ".join(title) + "\t" + kicker[0] + "\t" + text + "\n")
            if number % max(1, int(count) // QUERIES) == 0 and len(samples) < QUERIES:
                samples.append([word for sentence in body for word in sentence])
    with open(queries, "w", encoding="utf-8") as file:
        for sample in samples:
            file.write(" ".join(generator.sample(sample, generator.randint(1, 3))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
