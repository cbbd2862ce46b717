# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures in the panel: description, decoration, credit; a file takes a picture's place with the licence that it carries."""
import os
import re
import struct

import tap
from accessible import has
from waiting import until
from window import FIXTURES, Shelf, Window, cli, main, units

# tests/fixtures/road.jpg: drawn for this test; its XMP says Omar Zayed, CC BY-SA 4.0, example.org
ROAD = os.path.join(FIXTURES, "road.jpg")
SOURCE_CREDIT = re.compile("^Credit: .*Mara Lindqvist")
CAPTION, ALT = "The water cycle. Follow", "A sun over the sea"


def alt_unit(project):
    return next(u for u in units(project).values() if u["kind"] == "alt" and u["source"].startswith(ALT))


def stored(project, **expected):
    if not until(lambda: expected.items() <= alt_unit(project).items()):
        raise AssertionError(f"{alt_unit(project)}, not {expected}")


def take_in_hand(window):
    """The row of the caption, and what the panel says of its picture."""
    window.open_row(CAPTION)
    return window.see("push button", "Replace Picture…")


def offer(window, path):
    window.press("Replace Picture…")
    window.pick_file(path)
    return window.see(("frame", "dialog"), "Replace Picture")


def write_book(folder, more=""):
    """A page with a drawing that says something, without a credit of its own."""
    with open(os.path.join(folder, "bars.svg"), "w", encoding="utf-8") as out:
        out.write('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="90" height="9"/>'
                  '<text x="2" y="30">Braking</text></svg>')
    page = os.path.join(folder, "index.html")
    with open(page, "w", encoding="utf-8") as out:
        out.write('<html lang="en"><title>Cars</title><h1>Cars</h1><p>They stop.</p>' + more +
                  '<figure><img src="bars.svg" alt="Bars"><figcaption>Two bars.</figcaption></figure></html>')
    return page


@tap.test
def replace():
    "a file's embedded licence and author are proposed and taken; undo brings the old picture back"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        take_in_hand(window)
        # Who made the source's picture is said on both pages, and later on the source's only.
        window.wait_for(lambda: len(window.all("label", SOURCE_CREDIT)) == 2)
        dialog = offer(window, ROAD)
        window.see("label", re.compile("XMP cc:license"), dialog)
        window.reads(window.see("text", "Author", dialog), "Omar Zayed")
        window.reads(window.see("text", "Title", dialog), "Desert Road")
        window.see(("push button", "toggle button"), "Licence: CC BY-SA 4.0", dialog)
        window.press("Replace", dialog)
        window.see("label", "Not used: binds nothing")
        window.reads(window.see("text", "Author"), "Omar Zayed")
        window.wait_for(lambda: len(window.all("label", SOURCE_CREDIT)) == 1)
        stored(project, decision="replaced", target=None)
        window.key("ctrl+z")
        window.gone("label", "Not used: binds nothing")
        stored(project, decision="none")
        window.key("ctrl+shift+z")
        window.press("Take the Source’s Picture Again")
        window.gone("label", "Not used: binds nothing")
        window.close()


@tap.test
def refused():
    "a file that is no picture, one that is cut off, and one that would fill the memory are refused in the window, and nothing changes"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        take_in_hand(window)
        cut = os.path.join(shelf.folder, "cut.jpg")
        with open(ROAD, "rb") as whole, open(cut, "wb") as part:
            part.write(whole.read()[:-2000])
        text = os.path.join(shelf.folder, "text.jpg")
        with open(text, "w", encoding="utf-8") as out:
            out.write("no picture at all")
        huge = os.path.join(shelf.folder, "huge.png")
        with open(huge, "wb") as out:
            # 100,000 × 100,000 pixels, by its head: PNG specification, 11.2.2.
            out.write(b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", 100000, 100000, 8, 2, 0, 0, 0, 0))
        for path, words in ((cut, "cut off"), (text, "no picture"), (huge, "more than a book can hold")):
            dialog = offer(window, path)
            window.see("label", "This Picture Cannot Be Used", dialog)
            window.see("label", re.compile(words), dialog)
            window.press("Cancel", dialog)
            window.gone("label", "This Picture Cannot Be Used")
        stored(project, decision="none", target=None)
        window.close()


@tap.test
def decorative():
    "a picture is marked as decorative and described again"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        take_in_hand(window)
        window.press("Only decorative")
        stored(project, target="", state="translated")
        window.see("label", re.compile("^Only decorative: "))
        window.press("Only decorative")
        stored(project, target=None, state="initial")
        window.close()


@tap.test
def credit():
    "the credit is corrected by hand; pasted words are recognised as a licence"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        take_in_hand(window)
        author = window.see("text", "Author")
        window.click(author)
        window.key("ctrl+a")
        window.type("Ann Lee")
        window.key("Return")
        window.open_row("Four steps")
        window.gone("text", "Author")
        take_in_hand(window)
        window.reads(window.see("text", "Author"), "Ann Lee")
        window.press(window.see(("push button", "toggle button"), re.compile("^Licence: ")))
        search = window.see("entry", "Search licences")
        assert until(lambda: has(search, "focused"))
        window.type("Creative Commons Attribution-NonCommercial 3.0")
        window.press("Use CC BY-NC 3.0")
        assert until(lambda: "CC-BY-NC-3.0" in cli("rights", project, "--json"))
        window.close()


@tap.test
def in_a_line():
    "a picture in a paragraph has its card; one that its source calls decorative is described, and that is taken back"
    with Shelf() as shelf:
        project = shelf.new_project(source=write_book(shelf.folder, '<p>A drop <img src="bars.svg" alt=""> here.</p>'))
        window = Window(shelf, project)
        window.open_row("A drop")
        window.see("push button", "Replace Picture…")
        window.see("text", "Author")
        window.see("label", re.compile("^Only decorative: "))
        window.press("Write…")
        assert until(lambda: any(u["kind"] == "alt" and not u["source"] and u["target"] is None for u in units(project).values())), units(project)
        window.type("A blue drop")
        window.key("Escape")
        assert until(lambda: any(u["target"] == "A blue drop" for u in units(project).values())), units(project)
        window.key("ctrl+z", "ctrl+z")
        assert until(lambda: not any(u["kind"] == "alt" and not u["source"] for u in units(project).values())), units(project)
        window.close()


@tap.test
def drawing():
    "the words in a drawing are translated, stored as a picture of the adaptation's own, and taken back"
    with Shelf() as shelf:
        project = shelf.new_project(source=write_book(shelf.folder))
        window = Window(shelf, project)
        window.open_row("Two bars")
        window.press("Translate the Words in It…")
        dialog = window.see(("frame", "dialog"), "Translate the Words in a Drawing")
        window.put(window.see("text", "Braking", dialog), "الكبح")
        window.press("Use", dialog)
        window.see("label", "With the source’s words")
        window.press("Translate the Words in It…")
        window.reads(window.see("text", "Braking"), "الكبح")
        window.press("Cancel")
        window.press("Take the Source’s Picture Again")
        window.gone("label", "With the source’s words")
        window.close()


main()
