# SPDX-License-Identifier: GPL-3.0-or-later
"""The import: what is decided before the work begins, and what can go wrong."""
import json
import os
import re

import tap
from accessible import read
from waiting import until
from window import FIXTURES, SAMPLE, Shelf, Window, cli, main

MARKDOWN = "# A Walk\n\nNo licence is named here.\n"
ARTICLE = """<article xml:lang="en"><front><article-meta><title-group><article-title>High Tides
</article-title></title-group></article-meta></front><body><p>Words.</p></body><sub-article
article-type="translation" xml:lang="es"><front-stub><title-group><article-title>Mareas altas
</article-title></title-group></front-stub><body><p>Palabras.</p></body></sub-article></article>"""
LOCKED = "# Locked\n\nLicensed under CC BY-ND 4.0.\n"


def write(shelf, name, text):
    path = os.path.join(shelf.folder, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return path


@tap.test
def language_and_place():
    "language and place are found by their names, and remembered for the next book"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE)
        window.see_found("^Water on the Move$")
        assert not window.unnamed(), window.unnamed()
        window.choose_language("kazakh")
        window.see("push button", re.compile("^Language: Kazakh"))
        window.choose_language("arab")
        window.see("label", "Right to left")
        window.choose_place("jord")
        window.see("push button", re.compile("^Place: Jordan"))
        window.start_adapting()
        window.close()
        assert json.loads(cli("status", "--json", shelf.project()))["language"] == "ar-JO"
        again = Window(shelf, SAMPLE)
        again.see("push button", re.compile("^Language: Arabic"))
        again.see("push button", re.compile("^Place: Jordan"))
        again.press("Cancel")
        again.gone("frame", "Import")
        again.close()


@tap.test
def chapters():
    "a chapter that is not wanted is left out, and the project says so"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE)
        window.see_found("^Water on the Move$")
        window.click(window.see("label", "Chapters"))
        window.see("check box", re.compile("^_?All Chapters"))
        title = window.see("label", "How Fast Is a River?")
        window.click(title)
        window.press("Back")
        window.see("label", re.compile("^2 of 3 "))
        window.start_adapting("pl-PL")
        window.close()
        texts = cli("units", shelf.project())
        assert "How Fast Is a River?" in texts, "it stays in the project"
        book = os.path.join(shelf.folder, "book.html")
        cli("export", "--quiet", "--draft", shelf.project(), book)
        with open(book, encoding="utf-8") as written:
            html = written.read()
        # The list of changes names it; it is no chapter.
        assert "Water at Home" in html and not re.search(r"<h\d[^>]*>\s*How Fast Is a River", html)


@tap.test
def language_to_take():
    "of a file that holds its text in several languages another can be taken"
    with Shelf() as shelf:
        path = write(shelf, "tides.xml", ARTICLE)
        window = Window(shelf, path)
        window.see_found("^High Tides$")
        window.click(window.see("label", "Language to Take"))
        window.see("label", "español")
        window.key("Down", "Return")
        window.see_found("^Mareas altas$")
        window.start_adapting("pl-PL")
        window.close()
        assert "Palabras" in cli("units", shelf.project())


@tap.test
def several():
    "several files are asked about: here they become one book"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE, os.path.join(FIXTURES, "pond.html"))
        window.see("label", "Import 2 Files?")
        window.press("One Book From All")
        window.see_found("^Water on the Move$", "Life in a Pond")
        window.start_adapting("pl-PL")
        window.close()
        assert len(json.loads(cli("status", "--json", shelf.project()))["sources"]) == 2


@tap.test
def one_each():
    "several files become a book each, one after another"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE, os.path.join(FIXTURES, "pond.html"))
        window.press("A Book Each")
        window.see_found("^Water on the Move$")
        window.press("Start Adapting")
        window.see_found("^Life in a Pond$")
        window.press("Start Adapting")
        window.see("page tab", "Workbench")
        window.close()
        assert len(shelf.projects()) == 2, shelf.projects()


@tap.test
def rights():
    "a licence that forbids translations, and none at all, are said before the work begins, with ways on"
    with Shelf() as shelf:
        window = Window(shelf, write(shelf, "locked.md", LOCKED))
        window.see_found("You may share it unchanged, but not share a translation", "Write to the owner", "You may not share a translation of this book")
        window.press("Cancel")
        window.gone("frame", "Import")
        window.close()
        window = Window(shelf, write(shelf, "walk.md", MARKDOWN))
        window.see_found("Not known yet. You can start", "What You Can Do", "The licence must be known before you publish")
        window.start_adapting("pl-PL")
        window.close()


@tap.test
def faults():
    "each fault has a name and a way on; a file that comes back is read by Try Again"
    with Shelf() as shelf:
        for name, content, heading in (("song.mp3", "ID3", "This Kind of File Cannot Be Read"), ("gone.md", None, "This File Is Not There Any More")):
            path = os.path.join(shelf.folder, name)
            if content is not None:
                write(shelf, name, content)
            window = Window(shelf, path)
            window.see("label", heading)
            if content is None:
                write(shelf, name, MARKDOWN)
                window.press("Try Again")
                window.see_found("^A Walk$")
            window.press("Cancel")
            window.gone("frame", "Import")
            window.see_empty_shelf()
            window.close()
        assert not shelf.projects()


@tap.test
def shelf_not_writable():
    "where the shelf cannot be written, the import says so, and keeps what was decided"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE)
        window.see_found("^Water on the Move$")
        window.choose_language("kazakh")
        # A file where the folder was: also the superuser cannot write there.
        assert until(lambda: os.path.isdir(shelf.data))
        os.rmdir(shelf.data)
        with open(shelf.data, "w", encoding="utf-8"):
            pass
        window.press("Start Adapting")
        window.see("push button", "Try Again")
        os.unlink(shelf.data)
        window.press("Try Again")
        window.see("page tab", "Workbench")
        window.close()
        assert json.loads(cli("status", "--json", shelf.project()))["language"].startswith("kk")


@tap.test
def evidence():
    "“Show” opens the file where it speaks of the licence, with the words in their place"
    with Shelf() as shelf:
        page = write(shelf, "walk.html", "<html lang='en'><head><title>A Walk</title></head><body><h1>A Walk</h1>" + "<p>We go on.</p>" * 400
                     + "<p id='mark'>This book is licensed under a <a href='https://creativecommons.org/licenses/by/4.0/'>Creative Commons"
                     " Attribution 4.0</a> licence.</p></body></html>")
        window = Window(shelf, page)
        window.see_found("^A Walk$")
        window.press("Show")
        window.see("frame", "Where It Says So")
        text = window.see("text", "The text of the file")
        assert until(lambda: "licensed under a" in read(text)), read(text)[:200]
        assert read(text).startswith("…") and "<a href=" in read(text)
        assert not window.unnamed(), window.unnamed()
        window.key("Escape")
        window.gone("frame", "Where It Says So")
        # xfwm4 gives the keyboard to the main window, behind this one: a person clicks.
        window.click(window.see("label", "Your adaptation"))
        window.choose_language("pl")
        window.see("push button", re.compile("^Language: Polish"))
        window.end()


main()
