# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the source beside the text, where the source has pages."""
import os
import re
import sqlite3

import tap
from accessible import has, name
from paged import A_PAGE, give_pages, point
from person import BUTTONS
from waiting import until
from window import Shelf, Window, main

HEADING = "The Great Circle"
PAGE = re.compile(r"^Page \d+ of the original$")
BUTTON = "Show or Hide the Page of the Original"


def plain(source):
    return re.sub("<[^>]*>", "", source or "")


def open_paged(shelf, original=None):
    project = shelf.new_project()
    places = give_pages(project, original)
    window = Window(shelf, project)
    window.ready(HEADING)
    return window, places, project


def find_place(window, places, page):
    """The first of the units of that page whose row is in the section that is shown: its number, and its words."""
    for i, (_, source, there) in enumerate(places):
        words = plain(source)[:25]
        if there == page and len(words) > 10 and any(words in name(label) for label in window.all("label", within=window.see("list", "Source and adaptation"))):
            return i, words
    raise AssertionError(f"no unit of page {page}:\n{window.tree()}")


def in_hand(window, words):
    """Waits until that row has the keyboard or is in sight as the one in hand."""
    row = window.row(words)
    assert until(lambda: window.rectangle(row)[1] < 800), window.tree()


@tap.test
def follows():
    "the page follows the row in hand, is turned by its buttons and keys, and leads back to the text"
    with Shelf() as shelf:
        window, places, _ = open_paged(shelf)
        window.see("image", "Page 1 of the original")
        assert not window.unnamed(), window.unnamed()
        i, words = find_place(window, places, 1)
        window.open_row(words)
        window.see("image", "Page 1 of the original")
        window.leave_editor()
        window.press("Next Page")
        window.see("image", "Page 2 of the original")
        window.see("label", re.compile(r"^Page 2 of \d+$"))
        window.press("Go to the Text of This Page")
        first = plain(places[A_PAGE][1])[:20]
        in_hand(window, first)
        window.see("image", "Page 2 of the original")
        window.press("Previous Page")
        window.see("image", "Page 1 of the original")
        wide = window.rectangle(window.see("image", PAGE))[2]
        window.press("Larger")
        assert window.wait_for(lambda: window.rectangle(window.see("image", PAGE))[2] > wide), "the page does not grow"
        window.press("As Wide as There Is Room")
        assert window.wait_for(lambda: window.rectangle(window.see("image", PAGE))[2] == wide), "the page does not fit again"
        window.close()


@tap.test
def points():
    "a click on the page goes to the row that was printed there"
    with Shelf() as shelf:
        window, places, project = open_paged(shelf)
        sheet = window.see("image", "Page 1 of the original")
        area = window.rectangle(sheet)
        x, y = point(area, 1)
        window._xdotool("mousemove", str(int(area[0] + x)), str(int(area[1] + y)), "click", "1")
        in_hand(window, plain(places[1][1])[:20])
        # It is what was in hand last: that is remembered.
        window.close()
        with open(os.path.join(shelf.environment["COGNATE_STATE_DIR"], "state"), encoding="utf-8") as state:
            assert f"unit={places[1][0]}" in state.read()


@tap.test
def toggled():
    "a key and a button hide the page and bring it back; the choice is remembered"
    with Shelf() as shelf:
        window, _, project = open_paged(shelf)
        window.see("image", "Page 1 of the original")
        window.key("ctrl+F9")
        window.gone("image", PAGE)
        assert not has(window.see(BUTTONS, BUTTON), "pressed")
        window.close()
        window = Window(shelf, project)
        window.ready(HEADING)
        assert not window.all("image", PAGE)
        window.press(BUTTON)
        window.see("image", "Page 1 of the original")
        window.close()


@tap.test
def faults():
    "an original that is no PDF gives a message beside the text; without places, or without the file, no page is offered"
    with Shelf() as shelf:
        window, _, project = open_paged(shelf, b"%PDF-1.7\n1 0 obj << /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R /Size 9999999 >>\n%%EOF")
        window.see("label", re.compile("^The original file is damaged, locked or no PDF"))
        assert not window.all("image", PAGE)
        window.write(HEADING, "x")
        window.close()
        with sqlite3.connect(project) as db:
            db.execute("DELETE FROM original")
        db.close()
        window = Window(shelf, project)
        window.see("label", "x", window.row(HEADING))
        assert not window.all(BUTTONS, BUTTON)
        window.close()


main()
