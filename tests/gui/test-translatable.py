# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a language that is 40 % longer than English and has accents on every letter (tools/pseudo-locale): each word can be
translated, and there is room for it."""
import os
import re
import subprocess
import zipfile

import scenes
import tap
from accessible import is_seen, name, role, walk_seen
from person import steady
from waiting import until
from window import FIXTURES, SAMPLE, Shelf, Window, main

PSEUDO_LOCALE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/pseudo-locale")
SLIM = 420
# Of GTK and libadwaita, which bring their own translations; keys; what the manual says, which is translated apart; names that ICU gives.
FOREIGN_SCENES = ("help", "about")
FOREIGN = set("""Close|Close the window|Show Text|None|Ctrl|Alt|Shift|Cognate|cognate|EPUB|PDF|CC BY 4.0|CC BY-SA 4.0|CC BY-NC 4.0|CC BY-NC-SA 4.0|CC BY-ND 4.0
|CC BY-NC-ND 4.0|CC0 1.0|XMP cc|license|https|Word|before.tmx|book.cognate|everything.epub|water-on-the-move.epub|road.jpg|package.opf|HTML|kB|MB|kg|lb|km/h|USD|Omar Zayed|Flesch|Kincaid 2.7
|Arabic|Egypt|English|United States|Polish|Poland|Spanish|Mexico|Chinese|Simplified|French|Russian|Portuguese|zh-Hans|ar|en|fr|ru|es|pt
|coche|conductor|autopista|no such book|drives a|EPUB/package.opf""".replace("\n", "").split("|"))
# What the walks write, and languages by their own names; of a word with an accent of its own, the parts beside it are looked at.
WRITTEN = """ El conductor lleva una bolsa de 11 libras , y paga (40 dólares. El conductor lleva una bolsa de 10 libras Día de la Independencia español México
français português A drop and another one A drop stand in this line."""
# Made by the command line, whose language is another: a step of the history keeps the words that it was made with.
STORED = re.compile(r"^Set \d+ units?$")


def read_texts(*paths):
    """All words of these books, one space between two of them."""
    pages = []
    for path in paths:
        if path.endswith(".epub"):
            with zipfile.ZipFile(path) as book:
                pages += [book.read(entry).decode() for entry in book.namelist() if re.search(r"\.(xhtml|opf|svg)$", entry)]
        else:
            with open(path, encoding="utf-8") as file:
                pages.append(file.read())
    text = " ".join(pages)
    # A description is an attribute; a formula in line has no space between its letters.
    return " ".join((text + re.sub("<[^<>]*>", "", text) + re.sub("<[^<>]*>", " ", text) + scenes._TMX + WRITTEN).split())


def plain_words(shown):
    """What in it is neither accented nor digits."""
    pieces = re.findall(r"[A-Za-z0-9][A-Za-z0-9.' /=-]*", shown)
    return [piece.strip(" .-") for piece in pieces if re.search("[A-Za-z]{2}", piece)]


def find_untranslated(window, book):
    def look():
        names = [text for n in walk_seen(window.app) if role(n) not in ("application", "text", "image") for text in (name(n), n.get_description() or "")]
        return [text for text in names if text and not STORED.match(text)]

    return {f"{words!r} in {text!r}" for text in set(steady(look)) for words in plain_words(text)
            if words not in FOREIGN and " ".join(words.split()) not in book}


def set_pseudo_locale(shelf):
    subprocess.run([PSEUDO_LOCALE, shelf.folder], check=True)
    shelf.set_interface("en_US", "en_XA", shelf.folder)


def check_walk(walk):
    with Shelf() as shelf:
        set_pseudo_locale(shelf)
        book = read_texts(SAMPLE, scenes.write_book(shelf.folder), os.path.join(FIXTURES, "road.html"), os.path.join(FIXTURES, "pond.html"))
        found, count = [], 0
        for window, where in walk(shelf):
            count += 1
            if where not in FOREIGN_SCENES:
                found += [f"{where}: {offence}" for offence in find_untranslated(window, book)]
        assert count and not found, "\n".join(found)


@tap.test
def finds_one():
    "an English word between translated ones is found, and a book's words are not taken for one"
    assert plain_words("⟦Þàĝé 1 öƒ 9 ǫûíţ⟧: The road to the spring.") == ["The road to the spring"]
    assert plain_words("⟦Öñ ţĥé ŕöàď⟧ · Unit of speed") == ["Unit of speed"]
    assert plain_words("⟦Ţŕàñšļàţé…⟧ 12 %") == []


@tap.test
def shelf_words():
    "all words of the shelf, its menus and the keys"
    check_walk(scenes.shelf_pages)


@tap.test
def import_words():
    "all words of the import"
    check_walk(scenes.import_pages)


@tap.test
def tool_words():
    "all words of the translator's tools, of culture and place; no window complains of the long ones"
    check_walk(scenes.tool_pages)


@tap.test
def output_words():
    "all words of rights, credits, the letter, publishing and previews"
    check_walk(scenes.output_pages)


@tap.test
def slim():
    "with long words, too, the window can be made 420 pixels wide on every page"
    def check(window, words):
        window.see("label", words)
        frame = window.see("frame")
        window.resize(frame, SLIM, 700)
        assert until(lambda: is_seen(frame) and window.rectangle(frame)[2] <= SLIM, 5), f"{words}: {window.rectangle(frame)[2]} pixels wide"

    with Shelf() as shelf:
        set_pseudo_locale(shelf)
        window = Window(shelf)
        window.see_empty_shelf()
        check(window, "Make a Book Your Own")
        window.close()
        project = scenes.new_project(shelf)
        window = Window(shelf)
        check(window, "Water in All Its Shapes")
        window.close()
        window = Window(shelf, project)
        window.ready(scenes.HEADING)
        check(window, scenes.HEADING)
        for key, words in (("alt+2", "What is in your edition"), ("alt+3", "Publish as")):
            window.key(key)
            check(window, words)
        window.close()


main()
