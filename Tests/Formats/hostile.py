"""Seeds of someone who wants to break out of whatever their words are written into. Usage: hostile.py FOLDER"""

import pathlib, sys

# What each format takes for its own, in words that must come through as words. No line end: a line ends a part of a page.
TEXTS = {
    "html": "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">&amp;&lt;b&gt; it's \"quoted\"",
    "svg": "</text></svg><svg onload=\"document.title='broken'\">",
    "cdata": "]]> <![CDATA[ <!ENTITY x SYSTEM 'file:///'> &x; <?php ?> --> <!--",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "tab": "a\tb",
    "separators": "a;b,c|d \"e\" \"\"f\"\" 'g'",
    "calendar": "\\n\\, \\; END:VEVENT BEGIN:VALARM ACTION:DISPLAY;X=1:y, z\\",
    "carriage": "before\rX-Broken: yes\rEND:VCALENDAR",
    "vertical": "one\vtwo\ftwo and a half\x1bthree\x7ffour\x01five",
    "separator": "line\u2028paragraph\u2029next\u0085end",
    "bidi": "\u202egnp.exe\u202c \u2066isolated\u2069 \u200fright",
    "mermaid": "a\"]; click p0 \"javascript:document.title='broken'\" %% end subgraph #quot; #35; `*md*` {x}|y|-->",
    "markdown": "`[link](javascript:document.title='broken')`",
    "json": "\\\"},\"x\":{\"__proto__\":1} \\u0000 \\ud800",
    "header": "x\r\x00-free Set-Cookie: broken=1".replace("\x00", ""),
    "noncharacters": "\ufffe\uffff\U0001ffff zero\u200bwidth \ufeffmark",
    "umlaut": "Größe 🎉 Straße e\u0301 ﬁ",
}

NAMES = ["AT&T", "H\rI", "L\x01M", "D#35", "N\u2028O", "P`Q`", "\u202eR", "=S+1", "T\"U"]


def page(number, name, text):
    """A page with the text wherever the grammar has words: kicker, headline, lead, paragraph, caption, title, teaser."""
    day = f"{number % 27 + 1:02}.03.2024"
    return f"""Samstag, 24. Mai 2025

Kiel {text} KielKooperation {text}

[{day}] Lead {text} von Bayern.

Das Land Bayern und die Stadt {name.title()}stadt haben im Jahr 2023 einen Vertrag über {text} unterzeichnet. Das Land Hessen, das Land Thüringen und die Dortmunder {text} GmbH gründen 2024 eine Entwicklergemeinschaft {text}.
„{text}“, sagt {text} Müller, Leiterin der IT von Potsdam.





Weitere Meldungen und Beiträge aus dem Bereich: {text}
{text}

{text}: Titel {text}

[{day}] {text} mehr...

{text}
interview

Bayern/Hessen: {text}

[{day}] Bayern und Hessen haben mit der {text} AG einen Letter of Intent unterzeichnet. {text} mehr...
"""


def write(folder):
    folder = pathlib.Path(folder)
    for number, (name, text) in enumerate(TEXTS.items()):
        (folder / f"{name}.txt").write_bytes(page(number, name, text).encode())
    # Names of partners, which the formats write as labels and cells.
    sentences = " ".join(f"Das Land Bayern und die Firma {name} AG haben 2022 eine Kooperationsvereinbarung geschlossen." for name in NAMES)
    (folder / "names.txt").write_bytes(f"KielKooperation vertieft\n\n[11.12.2020] {sentences}\n".encode())
    # Bytes that are no UTF-8, also encoded surrogates and an overlong slash; names no shell and no header would like.
    broken = page(20, "bytes", "Grüße ☃ EDGE").encode().replace(b"EDGE", b"\xff\xfe \xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80")
    (folder / "bytes.txt").write_bytes(broken)
    (folder / "nul.txt").write_bytes(page(21, "nul", "a NUL\x00byte").encode())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes(page(22, "latin", "Größe <b>€…–</b>").encode("cp1252"))
    for number, name in enumerate(['"><script>document.title=\'broken\'<script>', "two\r\nSet-Cookie: broken=1", "a;b,c=d&e?f#g%0d%0a", "ä ö\u2028ü"]):
        (folder / f"{name}.txt").write_bytes(page(23 + number, "name", f"Name {number}").encode())


if __name__ == "__main__":
    write(sys.argv[1])
