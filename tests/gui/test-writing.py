# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a passage while it is written: styles, pieces that cannot be broken, and taking back what was typed."""
import json
import os
import re

import tap
from accessible import has
from waiting import until
from window import Shelf, Window, cli, find, main, stored, units

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>'
CAR = f'A <strong>car</strong> has the energy {MATH} by <a href="https://example.org/x">Figure 4</a>.'
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Cars</title></head><body><h1>Cars</h1>
<p>{CAR}</p><p>Rain is wet.</p><p>Snow is cold.</p></body></html>"""
# What a screen reader hears of it as text; the equation is a picture of its own, with a name.
WORDS = "A car has the energy  by Figure 4."


def open_page(shelf):
    """A window on a project with an equation and a link in it."""
    page = os.path.join(shelf.folder, "cars.html")
    with open(page, "w", encoding="utf-8") as out:
        out.write(PAGE)
    project = shelf.new_project(page, "pl-PL")
    return project, Window(shelf, project)


def is_missing(window, piece):
    return window.see("push button", re.compile(f"Insert “{piece}"))


@tap.test
def bold():
    "bold by a key, for what is typed next and for what is selected"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.open_row("Rain")
        window.type("a ")
        window.key("ctrl+b")
        window.type("bold")
        window.key("ctrl+b")
        window.type(" word")
        window.key("ctrl+shift+Left", "ctrl+i")
        window.key("ctrl+Return")
        stored(project, "Rain", target="a <strong>bold</strong> <em>word</em>")
        window.close()


@tap.test
def source_by_key():
    "one key copies the original, with all that is in it"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.open_row("A ")
        is_missing(window, "E=mc2")
        window.key("ctrl+d")
        stored(project, "A ", target=CAR, decision="kept")
        window.gone("push button", re.compile("Insert “"))
        window.close()


@tap.test
def piece_back():
    "an equation that was deleted is a chip, which a key and a click put back"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        editor = window.open_row("A ")
        window.key("ctrl+d")
        window.reads(editor, WORDS)
        window.key("ctrl+Home", *["Right"] * 21, "Delete")
        stored(project, "A ", target=CAR.replace(MATH, ""))
        assert not window.all("image", "Equation: E=mc2", editor)
        is_missing(window, "E=mc2")
        window.key("alt+Insert")
        stored(project, "A ", target=CAR)
        window.see("image", "Equation: E=mc2", editor)
        window.key("BackSpace")
        window.press(is_missing(window, "E=mc2"))
        stored(project, "A ", target=CAR)
        window.close()


@tap.test
def piece_moved():
    "an equation moves by the keyboard, whole"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        editor = window.open_row("A ")
        window.key("ctrl+d")
        window.key("ctrl+Home", *["Right"] * 21, "alt+Right")
        stored(project, "A ", target=CAR.replace(MATH + " by", " by" + MATH))
        window.see("image", "Equation: E=mc2", editor)
        window.key("alt+Left", "alt+Left")
        stored(project, "A ", target=CAR.replace(MATH, "").replace("energy", MATH + "energy"))
        window.close()


@tap.test
def taking_back():
    "what was typed in a row is taken back word by word, and done again"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        editor = window.open_row("Rain")
        window.type("one two three")
        window.key("ctrl+z")
        window.reads(editor, "one two ")
        window.key("ctrl+z")
        window.reads(editor, "one ")
        window.key("ctrl+shift+z")
        window.reads(editor, "one two ")
        window.key("ctrl+a", "ctrl+b")
        stored(project, "Rain", target="<strong>one two </strong>")
        window.key("ctrl+z")
        stored(project, "Rain", target="one two ")
        window.key("ctrl+z", "ctrl+z")
        window.reads(editor, "")
        stored(project, "Rain", target=None)
        window.close()


@tap.test
def one_step():
    "what was stored while a row was written is one step for the project, however often it was stored"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.write("Rain", "wet")
        window.click(window.see("label", "wet", window.row("Rain")))
        window.see("text", "Your text", window.row("Rain"))
        window.key("ctrl+End")
        for words in (" one", " two", " three"):
            window.type(words)
            stored(project, "Rain", target=f"wet{' one two three'.partition(words)[0]}{words}")
        window.key("Escape")
        window.gone("text", "Your text")
        window.key("ctrl+z")
        stored(project, "Rain", target="wet")
        window.key("ctrl+z")
        stored(project, "Rain", target=None)
        window.key("ctrl+shift+z", "ctrl+shift+z")
        stored(project, "Rain", target="wet one two three")
        window.close()


@tap.test
def nothing_between():
    "taken back in the row, what was stored there is no step that Ctrl+Z would bring again"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.write("Snow", "cold")
        editor = window.open_row("Rain")
        window.type("one")
        stored(project, "Rain", target="one")
        window.type(" two")
        stored(project, "Rain", target="one two")
        window.key("ctrl+z", "ctrl+z")
        window.reads(editor, "")
        stored(project, "Rain", target=None)
        window.key("ctrl+z")
        stored(project, "Snow", target=None)
        window.reads(editor, "")
        assert find(project, "Rain")["target"] is None
        window.close()


def writes_in(window, source):
    """Waits until the editor of that passage, and only that, has the keyboard."""
    assert until(lambda: [e for e in window.all("text", "Your text", window.row(source)) if has(e, "focused")]), window.tree()
    assert until(lambda: len(window.all("text", "Your text")) == 1), window.tree()


@tap.test
def rows_by_key():
    "Ctrl+Down and Ctrl+Up go to the rows beside; Ctrl+Shift+Enter to the next that waits, and round the book"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.write("Rain", "wet")
        writes_in(window, "Snow")
        window.key("ctrl+Up")
        writes_in(window, "Rain")
        window.key("ctrl+Up", "ctrl+Down")
        writes_in(window, "Rain")
        window.type("!")
        window.key("ctrl+shift+Return")
        writes_in(window, "Snow")
        window.type("cold")
        window.key("ctrl+shift+Return")
        writes_in(window, "Cars")
        window.type("cars")
        window.key("ctrl+shift+Return")
        writes_in(window, "A ")
        window.key("ctrl+d", "ctrl+shift+Return")
        window.see("label", "Everything is translated.")
        for source, target in (("Rain", "wet!"), ("Snow", "cold"), ("Cars", "cars"), ("A ", CAR)):
            stored(project, source, target=target)
        window.close()


@tap.test
def next_chapter():
    "the next text that waits may stand in another chapter"
    with Shelf() as shelf:
        project = shelf.new_project()
        waiting = [u for u in units(project).values() if u["state"] == "initial" and u["kind"] == "paragraph"]
        here, there = waiting[0], next(u for u in waiting if u["section"] != waiting[0]["section"])
        done = [{"id": u, "state": "final"} for u in units(project) if u not in (here["id"], there["id"])]
        cli("set", project, "--batch", given="\n".join(map(json.dumps, done)))
        window = Window(shelf, project)
        window.open_row(here["source"][:12])
        window.key("ctrl+shift+Return")
        writes_in(window, there["source"][:12])
        window.close()


@tap.test
def clipboard():
    "cut and paste keep an equation and its styles, also in another row"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.open_row("A ")
        window.key("ctrl+d", "ctrl+a", "ctrl+c")
        stored(project, "A ", target=CAR)
        editor = window.open_row("Rain")
        window.key("ctrl+v")
        window.reads(editor, WORDS)
        stored(project, "Rain", target=CAR)
        window.key("ctrl+a", "ctrl+x")
        window.reads(editor, "")
        window.type("So: ")
        window.key("ctrl+v")
        stored(project, "Rain", target="So: " + CAR)
        window.close()


@tap.test
def link():
    "a link is made, changed and removed by the keyboard"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        window.open_row("Rain")
        window.type("see there")
        window.key("ctrl+shift+Left", "ctrl+k")
        window.see("text", "Address of the link")
        window.type("example.org")
        window.key("Return")
        stored(project, "Rain", target='see <a href="https://example.org">there</a>')
        window.gone("text", "Address of the link")
        window.key("ctrl+k")
        window.press("Remove Link")
        stored(project, "Rain", target="see there")
        window.close()


@tap.test
def enter():
    "Enter at the end goes on to the next row; inside the words it breaks nothing"
    with Shelf() as shelf:
        project, window = open_page(shelf)
        editor = window.open_row("Rain")
        window.type("wet rain")
        window.key("Left", "Return")
        window.key("End", "Return")
        stored(project, "Rain", target="wet rain")
        window.see("text", "Your text", window.row("Snow"))
        assert until(lambda: not window.all("text", "Your text", window.row("Rain"))), window.tree()
        window.type("cold")
        window.key("shift+Return")
        window.type("snow")
        stored(project, "Snow", target="cold<br/>snow")
        assert find(project, "Rain")["target"] == "wet rain"
        window.close()


main()
