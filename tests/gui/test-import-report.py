# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of a source when it was imported: said before, kept in the project, and each line leads to its place."""
import os
import re

import tap
from accessible import name
from waiting import until
from window import Shelf, Window, main

# Two pages: in the second, a script and a form are left out, and two links lead nowhere.
PAGES = {
    "index.html": '<html lang="en"><head><title>Ponds</title></head><body><h1>Ponds</h1><p>All about <a href="two.html">frogs</a>.</p></body></html>',
    "two.html": '<html lang="en"><head><title>Frogs</title></head><body><h1>Frogs</h1><p>See <a href="#gone">this</a> and <a href="#lost">that</a>.</p>'
                '<script>alert(1)</script><form><input name="a"/></form><p>Frogs <b>jump</b>.</p></body></html>',
}


def write_pages(shelf):
    folder = os.path.join(shelf.folder, "ponds")
    os.makedirs(folder)
    for file, text in PAGES.items():
        with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
            out.write(text)
    return folder


def open_report(window):
    window.press("Main Menu")
    window.choose(re.compile("Import Report"))
    return window.see("frame", "Import Report")


@tap.test
def before():
    "the import says what is simplified and left out, in a line each that unfolds"
    with Shelf() as shelf:
        window = Window(shelf, os.path.join(write_pages(shelf), "two.html"))
        window.see("push button", "Start Adapting")
        window.see_found("^Left Out$", "^Simplified$", "^Everything else was taken over$")
        window.key("Escape")
        window.close()


@tap.test
def after():
    "the report is kept with the project; a line about a page leads to its section, one without a place is no button"
    with Shelf() as shelf:
        project = shelf.new_project(write_pages(shelf), "ar-EG")
        window = Window(shelf, project)
        window.ready("Ponds")
        report = open_report(window)
        window.see("label", "Ponds", report)
        window.see("label", re.compile("^Kept: 2.sections"), report)
        window.see("label", "Simplified", report)
        window.see("label", "Left Out", report)
        window.see("label", re.compile("^Scripts were left out"), report)
        assert not window.unnamed(), window.unnamed()
        window.click(window.see("label", re.compile("^Scripts were left out"), report))
        assert until(lambda: window.all("label", "Frogs", window.see("list", "Source and adaptation"))), window.tree()
        window.key("Escape")
        window.gone("frame", "Import Report")
        window.close()


@tap.test
def nothing():
    "a source that loses nothing says so, with what it holds"
    with Shelf() as shelf:
        path = os.path.join(shelf.folder, "plain.html")
        with open(path, "w", encoding="utf-8") as out:
            out.write('<html lang="en"><head><title>Plain</title></head><body><h1>Plain</h1><p>One passage, nothing else.</p></body></html>')
        window = Window(shelf, shelf.new_project(path))
        window.ready("Plain")
        report = open_report(window)
        window.see("label", "Everything was taken over as it is.", report)
        rows = [name(n) for n in window.all("list item", within=report)]
        assert not rows, rows
        window.close_by_button()


main()
