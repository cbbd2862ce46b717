# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual says what is true: its words stand in the window, its keys are the window's, and its links lead somewhere."""
import gettext
import io
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree

import tap

ROOT = os.environ["COGNATE_SOURCE_ROOT"]
MANUAL = os.path.join(ROOT, "help/C")
M = "{http://projectmallard.org/1.0/}"
# How the window of shortcuts calls keys, and what stands on a keyboard.
KEYS = {
    "Control": "Ctrl", "Return": "Enter", "Escape": "Esc", "Delete": "Del", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓",
    "question": "?", "plus": "+", "minus": "-", "backslash": "\\",
}  # fmt: skip
# Keys that every window has, and are in no list of ours.
COMMON_KEYS = {("Tab",), ("Space",), ("Enter",), ("Page Up",), ("Page Down",), ("Ctrl", "2"), ("Menu",)}


def pages():
    names = sorted(name for name in os.listdir(MANUAL) if name.endswith(".page"))
    assert len(names) > 15, names
    return {name[:-5]: tree.parse(os.path.join(MANUAL, name)).getroot() for name in names}


def words(element):
    return " ".join("".join(element.itertext()).split())


def strings():
    """What the window can say: every string for people, without the mark of its access key."""
    with open(os.path.join(ROOT, "po/POTFILES.in"), encoding="utf-8") as listed:
        files = [line.strip() for line in listed if line.startswith("src/")]
    command = ["xgettext", "--from-code=UTF-8", "--no-location", "--no-wrap", "-k", "-k_", "-kN_", "-kC_:1c,2", "-kNC_:1c,2", "-kngettext:1,2", "-o", "-", *files]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'^msgid(?:_plural)? (".*"(?:\n".*")*)', made, re.MULTILINE)
    return {"".join(re.findall(r'"(.*)"', lines)).replace(r"\n", " ").replace("\\\"", '"').replace("_", "").replace("'", "’") for lines in found}


def as_pattern(string):
    """A string with places for numbers and names, as an expression."""
    parts = re.split(r"%(?:\d\$)?’?[a-z]+", string)
    return re.compile(".+".join(map(re.escape, parts))) if len(parts) > 1 and len("".join(parts)) > 5 else None


def accelerator(text):
    """("Ctrl", "Shift", "M"): the keys of <Control><Shift>m"""
    key = text[text.rfind(">") + 1 :]
    held = [KEYS.get(name, name) for name in re.findall("<([^>]+)>", text)]
    return (*held, KEYS.get(key, key.upper() if len(key) == 1 else key))


def keys_of(element):
    """The keys that an element of the manual names, in their order."""
    alone = [key for key in element.iter(M + "key")]
    found = []
    for sequence in element.iter(M + "keyseq"):
        found.append(tuple(key.text for key in sequence.iter(M + "key")))
        alone = [key for key in alone if key not in list(sequence)]
    return found + [(key.text,) for key in alone]


def shortcuts():
    """What the window of shortcuts shows: (what it does, its keys)."""
    shown = []
    for element in tree.parse(os.path.join(ROOT, "src/app/cog-shortcuts.ui")).getroot().iter("object"):
        if element.get("class") == "GtkShortcutsShortcut":
            values = {p.get("name"): p.text for p in element.iter("property")}
            shown.append((values["title"], sorted(accelerator(part) for part in re.split(r"\.\.\.|\s", values["accelerator"]))))
    assert len(shown) > 50
    return shown


@tap.test
def buttons():
    "each word of the window that the manual names is one of the window's"
    known = strings()
    patterns = [pattern for pattern in map(as_pattern, known) if pattern]
    missing = []
    for name, page in pages().items():
        for element in page.iter(M + "gui"):
            said = words(element).replace("'", "’")
            if said not in known and not any(pattern.fullmatch(said) for pattern in patterns):
                missing.append(f"{name}: {said}")
    assert not missing, "\n".join(missing)


@tap.test
def keyboard():
    "the page of keys lists all that the window of shortcuts shows, with the same keys, and no other"
    rows = []
    for row in pages()["keyboard"].iter(M + "tr"):
        keys, does = row.findall(M + "td")
        rows.append((words(does), sorted(keys_of(keys))))
    assert sorted(rows) == sorted(shortcuts()), sorted(set(map(str, rows)) ^ set(map(str, shortcuts())))


@tap.test
def keys():
    "each key that another page names is one of the window's"
    known = {keys for _, several in shortcuts() for keys in several} | COMMON_KEYS
    wrong = [(name, keys) for name, page in pages().items() for keys in keys_of(page) if keys not in known]
    assert not wrong, wrong


@tap.test
def ways():
    "each page is named as its file, stands in a guide, and links and pictures lead somewhere"
    every = pages()
    ids = set(every)
    for name, page in every.items():
        assert page.get("id") == name, name
        ids |= {f"{name}#{section.get('id')}" for section in page.iter(M + "section")}
    for name, page in every.items():
        guides = [link for link in page.find(M + "info").findall(M + "link") if link.get("type") == "guide"]
        assert len(guides) == (0 if name == "index" else 1), name
        for link in page.iter(M + "link"):
            assert link.get("xref") in ids, (name, link.get("xref"))
        for media in page.iter(M + "media"):
            assert os.path.exists(os.path.join(MANUAL, media.get("src"))), (name, media.get("src"))
            assert words(media), f"{name}: {media.get('src')} has no words for those who cannot see it"


def templates(parent):
    """The names of the types whose template is a child of this type."""
    found = set()
    for folder, _, files in os.walk(os.path.join(ROOT, "src/app")):
        for file in files:
            if file.endswith(".ui"):
                root = tree.parse(os.path.join(folder, file)).getroot()
                found |= {t.get("class") for t in root.iter("template") if t.get("parent") == parent}
    return found


@tap.test
def places():
    "F1 has a page for every window, of a type that is there, and the page has the section"
    with open(os.path.join(ROOT, "src/app/help/cog-help-topics.c"), encoding="utf-8") as file:
        topics = dict(re.findall(r'\{ "(\w+)", "([\w#-]+)" \}', file.read()))
    every = pages()
    ids = set(every) | {f"{name}#{section.get('id')}" for name, page in every.items() for section in page.iter(M + "section")}
    assert not set(topics.values()) - ids, set(topics.values()) - ids
    assert not templates("AdwWindow") - {"CogHelpWindow"} - set(topics), templates("AdwWindow") - set(topics)
    types = set()
    for folder, _, files in os.walk(os.path.join(ROOT, "src/app")):
        for file in files:
            if file.endswith(".c"):
                with open(os.path.join(folder, file), encoding="utf-8") as text:
                    types |= set(re.findall(r"G_DEFINE_(?:FINAL_)?TYPE\w* \((\w+)", text.read()))
    assert not {name for name in topics if name.startswith("Cog")} - types, set(topics) - types


def catalogue(path):
    """(English, translation), of a .po file; of plurals each form by itself."""
    made = subprocess.run(["msgfmt", "-o", "-", os.path.join(ROOT, path)], capture_output=True, check=True).stdout
    entries = gettext.GNUTranslations(io.BytesIO(made))._catalog.items()
    return [((key[0] if isinstance(key, tuple) else key).split("\4")[-1], text) for key, text in entries if key]


def bare(label):
    """Without the mark of its access key, also where that stands behind, and of its direction."""
    return re.sub(r"\(_\w\)|[_\u200e\u200f]", "", label).replace("’", "'").strip()


def labels(text):
    return [bare(label) for label in re.findall(r"<gui\b[^>]*>([^<]*)</gui>", text)]


@tap.test
def translated():
    "each language's manual calls what is in the window as the window does in that language"
    languages = [name for name in sorted(os.listdir(os.path.join(ROOT, "help"))) if os.path.exists(os.path.join(ROOT, "help", name, name + ".po"))]
    assert len(languages) >= 5, languages
    faults, n = [], 0
    for language in languages:
        window = {}
        for english, said in catalogue(f"po/{language}.po"):
            window.setdefault(bare(english), set()).add(bare(said))
        for english, said in catalogue(f"help/{language}/{language}.po"):
            known = [window.get(label) for label in labels(english)]
            # What the window has with a number in it is not known by its words.
            if None in known:
                continue
            n += len(known)
            faults += [f"{language}: “{label}”, of {labels(english)}" for label in labels(said) if label not in set().union(*known)]
    assert n > 100 * len(languages), n
    assert not faults, "\n".join(faults)


@tap.test
def complete():
    "every page and picture is in the lists of the build"
    with open(os.path.join(ROOT, "help/meson.build"), encoding="utf-8") as file:
        listed = set(re.findall(r"'([\w./-]+\.(?:page|png))'", file.read()))
    there = {f"{name}.page" for name in pages()} | {f"figures/{name}" for name in os.listdir(os.path.join(MANUAL, "figures"))}
    assert listed == there, listed ^ there
    with open(os.path.join(ROOT, "src/app/app.gresource.xml"), encoding="utf-8") as file:
        built_in = set(re.findall(r"\.\./help/C/([\w./-]+)<", file.read()))
    assert built_in == there, built_in ^ there


@tap.test
def valid():
    "yelp-check finds the pages in order"
    if not shutil.which("yelp-check"):
        raise tap.Skip("yelp-tools is not installed")
    for check in ("validate", "ids", "links", "media", "orphans"):
        done = subprocess.run(["yelp-check", check, MANUAL], capture_output=True, text=True, check=False)
        assert done.returncode == 0 and not done.stdout.strip(), f"{check}: {done.stdout}{done.stderr}"


tap.main()
