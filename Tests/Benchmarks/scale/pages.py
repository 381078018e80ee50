#!/usr/bin/env python3
"""pages.py COUNT FOLDER: writes COUNT pages in the seeds' format, the same ones each time.

One feed of teasers, newest first; each page shows the fifteen newest of its day, and the next page is captured five
teasers later, so lists overlap as the real ones do. Every other page has the header, the lead and the captions of
layout A, the others are bare. A page has about 4.4 KB.
"""
import datetime
import os
import random
import sys

PLACES = """Aachen Ahaus Augsburg Bamberg Beckum Berlin Bielefeld Bochum Bonn Bottrop Bremen Celle Chemnitz Coburg Cottbus
Dachau Darmstadt Delmenhorst Dessau Detmold Dortmund Dresden Duisburg Emden Erfurt Erlangen Essen Flensburg Frankfurt
Freiburg Fulda Gera Goslar Gotha Göttingen Gütersloh Hagen Halle Hamburg Hameln Hannover Heidelberg Heilbronn Hof Husum
Ingolstadt Jena Kaiserslautern Karlsruhe Kassel Kempten Kiel Kleve Koblenz Köln Konstanz Krefeld Landshut Leipzig Lemgo
Leverkusen Lindau Lübeck Ludwigsburg Lüneburg Magdeburg Mainz Mannheim Marburg Mönchengladbach München Münster Neuss
Nürnberg Oldenburg Osnabrück Paderborn Passau Potsdam Regensburg Rostock Saarbrücken Schwerin Siegen Singen Soest
Stralsund Stuttgart Suhl Trier Tübingen Ulm Unna Weimar Wesel Wiesbaden Wismar Wolfsburg Worms Wuppertal Würzburg Zwickau""".split()
STATES = """Bayern Berlin Brandenburg Bremen Hamburg Hessen Niedersachsen Saarland Sachsen Thüringen Sachsen-Anhalt
Schleswig-Holstein Rheinland-Pfalz Nordrhein-Westfalen Baden-Württemberg Mecklenburg-Vorpommern""".split()
THEMES = ["E-Government", "Digitalisierung", "Open Source", "IT-Sicherheit", "Breitband", "Smart City", "Portale", "Studie"]
HEADLINES = ["Kooperation vertieft", "Vertrag unterzeichnet", "Neues Portal am Start", "E-Akte auf Kurs", "Pakt geschlossen",
             "Strategie beschlossen", "Fonds für digitalen Fortschritt", "Mit vereinten Kräften", "Chatbot geht online"]
STEMS = """Verwaltung Bürger Daten Dienst Portal Register Antrag Akte Netz Schule Bildung Bau Umwelt Energie Verkehr Kreis Stadt
Land Bund Ausländer Wohngeld Ausweis Konto Postfach Zahlung Haushalt Sicherheit Cloud Server Plattform Lösung Strategie
Projekt Prozess Arbeit Personal Steuer Gebühren Standard Modell Region Zukunft Wirtschaft Kultur Museum Wald Wasser""".split()
ENDINGS = ["s", "", "", "en", ""]
VERBS = ["prüft", "plant", "startet", "erweitert", "modernisiert", "beschließt", "testet", "fördert", "bündelt", "veröffentlicht"]
NAMES = ["Anja", "Boris", "Carla", "Dirk", "Eva", "Falk", "Gesa", "Heiko", "Ines", "Jonas", "Karin", "Lutz", "Mira", "Nils"]
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def word(random_):
    """A compound of one to three stems: a vocabulary that grows as that of a language does."""
    count = random_.choice((1, 1, 1, 2, 2, 3))
    stems = [STEMS[min(int(random_.expovariate(0.08)), len(STEMS) - 1)] for _ in range(count)]
    joined = "".join(stem + random_.choice(ENDINGS) for stem in stems[:-1]) + stems[-1]
    return joined[0] + joined[1:].lower()


def sentence(random_, place):
    # Every third sentence says something that is extracted, as on the real pages.
    kind = random_.randrange(12)
    if kind == 0:
        other = random_.choice(PLACES)
        return f"Die Städte {place} und {other} haben im Jahr {random_.randrange(2012, 2026)} einen Vertrag über {word(random_)} und {word(random_)} unterzeichnet."
    if kind == 1:
        return f"„Das ist ein Gewinn für {word(random_)} und {word(random_)}“, sagt {random_.choice(NAMES)} {word(random_)}, Leiterin der IT von {place}."
    if kind == 2:
        return f"Rund {random_.randrange(2, 900)}.000 Euro stehen bis Ende {random_.randrange(2024, 2030)} für {word(random_)} bereit."
    if kind == 3:
        return f"Das Land {random_.choice(STATES)} und die Stadt {place} arbeiten seit {random_.randrange(2010, 2025)} bei {word(random_)} zusammen."
    return f"Die Stadt {place} {random_.choice(VERBS)} ihre {word(random_)} für mehr {word(random_)} und {word(random_)} in der {word(random_)}."


def text(random_, place, length):
    parts = []
    while sum(map(len, parts)) < length:
        parts.append(sentence(random_, place))
    return " ".join(parts)


def kicker(random_):
    kind = random_.random()
    if kind < 0.15:
        return random_.choice(THEMES)
    if kind < 0.3:
        return random_.choice(STATES) + "/" + random_.choice(STATES)
    return random_.choice(PLACES)


def teaser(number, days):
    """The teaser of a number in the feed; 0 is the oldest."""
    random_ = random.Random(f"teaser {number}")
    name = kicker(random_)
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=number // days)
    caption = f"Blick auf das Rathaus von {random_.choice(PLACES)}." if random_.random() < 0.6 else None
    return name, f"{random_.choice(HEADLINES)} {number}", day, text(random_, random_.choice(PLACES), 90), caption


def page(number, teasers):
    random_ = random.Random(f"page {number}")
    place = random_.choice(PLACES)
    day = teasers[0][2] + datetime.timedelta(days=1)
    head = kicker(random_) + f"{random_.choice(HEADLINES)}"
    paragraphs = [text(random_, place, random_.randrange(200, 560)) for _ in range(3)]
    if number % 2:
        lists = "\n".join(f"{k}: {t}\n[{d:%d.%m.%Y}] {x} mehr..." for k, t, d, x, _ in teasers)
        return head + "\n" + "\n".join(paragraphs) + "\n" + lists
    lists = "\n\n".join(
        (f"{c}\n\n" if c else "") + f"{k}: {t}\n\n[{d:%d.%m.%Y}] {x} mehr..." for k, t, d, x, c in teasers)
    written = random_.randrange(1, 400)
    return (f"{DAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}\n\n{head}\n\n"
            f"[{day - datetime.timedelta(days=written):%d.%m.%Y}] {text(random_, place, 180)}\n\n" + "\n".join(paragraphs)
            + "\n" * 6 + "Weitere Meldungen und Beiträge aus dem Bereich: Politik\n" + lists)


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    window = []
    for number in range(count):
        # One day has as many teasers as it takes to spread the feed over twenty years.
        days = max(1, count * 5 // 7300)
        first = number * 5
        window = [teaser(first + 14 - place, days) for place in range(15)] if not window else (
            [teaser(first + 14 - place, days) for place in range(5)] + window[:10])
        path = os.path.join(folder, f"{number // 1000:03d}")
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, f"{number:06d}.txt"), "w", encoding="utf-8") as file:
            file.write(page(number, window))


main()
