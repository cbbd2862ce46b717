# SPDX-License-Identifier: GPL-3.0-or-later
"""Words in pictures: recognized when a picture is in hand, and on request in the whole book."""
import os
import re
import shutil

import tap
from waiting import until
from window import FIXTURES, Shelf, Window, main

PAGE = """<!DOCTYPE html><html lang="en-US"><head><title>Water</title></head><body><h1>Water</h1>
<p>Water goes round.</p>
<figure><img src="water-cycle.png" alt="How water goes round"><figcaption>The cycle of water</figcaption></figure>
<p>All over the world.</p></body></html>"""
SEEN = "Evaporation Condensation Ocean"


def make_project(shelf):
    page = os.path.join(shelf.data, "water.html")
    os.makedirs(shelf.data, exist_ok=True)
    shutil.copy(os.path.join(FIXTURES, "water-cycle.png"), shelf.data)
    with open(page, "w", encoding="utf-8") as file:
        file.write(PAGE)
    return shelf.new_project(page, "ru")


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


@tap.test
def in_hand():
    "the words in a picture are told beside its description, and kept as decided"
    if shutil.which("tesseract") is None:
        raise tap.Skip("Tesseract is not installed")
    with Shelf() as shelf:
        window = Window(shelf, make_project(shelf))
        window.open_row("How water goes round")
        panel = window.see("panel", "About this passage")
        assert until(lambda: window.all("label", SEEN, panel) or None, 60)
        window.see("label", re.compile("^Text recognition sees 3 words"), panel)
        shot(shelf, "picture-words-card")
        window.press(window.all("push button", "Keep", panel)[-1])
        window.see("label", SEEN + ": kept", panel)
        window.close()


@tap.test
def in_book():
    "in the list of the book they stand when they were looked for"
    if shutil.which("tesseract") is None:
        raise tap.Skip("Tesseract is not installed")
    with Shelf() as shelf:
        window = Window(shelf, make_project(shelf))
        window.see("label", "Water goes round.")
        window.press("Main Menu")
        window.choose("Culture and Place…")
        window.press(window.see("push button", "Look for Words in Pictures"))
        assert until(lambda: window.all("check box", SEEN) or None, 60)
        shot(shelf, "picture-words-list")
        window.key("Escape")
        window.gone("frame", "Culture and Place")
        window.close()


main()
