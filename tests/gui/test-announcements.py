# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says by itself, while the keyboard is elsewhere: progress, what was found, what is saved, what was written.

GTK 4.8 has no way to say it; the debug messages tell what later versions do say."""
import os
import re

import tap
from waiting import until
from window import FIXTURES, SAMPLE, Shelf, Window, main

HEADING = "The Great Circle"


def said(shelf):
    """All that was said, in its order."""
    with open(shelf.log.name, encoding="utf-8", errors="replace") as log:
        return re.findall(r"DEBUG: [\d:.]+: Said: (.*)", log.read())


def hears(shelf, pattern):
    assert until(lambda: any(re.search(pattern, sentence) for sentence in said(shelf))), f"{pattern!r} is not among {said(shelf)}"


@tap.test
def reading():
    "what takes a while says what is being done"
    with Shelf() as shelf:
        book = os.path.join(shelf.folder, "long.html")
        with open(book, "w", encoding="utf-8") as page:
            page.write("<!DOCTYPE html><html lang='en'><head><title>Stones</title></head><body><h1>Stones</h1>")
            page.writelines(f"<p>{number}. The river carries stones from the mountains to the sea.</p>\n" for number in range(20000))
        window = Window(shelf, book, environment={**shelf.environment, "G_MESSAGES_DEBUG": "all"})
        window.see("push button", "Start Adapting")
        hears(shelf, "^Reading")
        window.key("Escape")
        window.gone("frame", "Import")
        window.close()


@tap.test
def news():
    "an import, its result, an edit that is saved, hits of a search, an export, and a file that cannot be read"
    with Shelf() as shelf:
        environment = {**shelf.environment, "G_MESSAGES_DEBUG": "all"}
        window = Window(shelf, SAMPLE, environment=environment)
        window.see("push button", "Start Adapting")
        hears(shelf, "^Water on the Move$")
        window.start_adapting("pl-PL")
        window.write(HEADING, "Wielki obieg")
        hears(shelf, "^Saved$")
        window.leave_editor()
        window.key("ctrl+f")
        window.see("entry", "Find in the book")
        window.type("obieg")
        hears(shelf, "^1 (hit|of 1)$")
        window.key("Escape")
        window.page("Publish")
        window.press("Export Draft…")
        window.save_as(os.path.join(shelf.folder, "water.epub"))
        hears(shelf, "^“water.epub” is published$")
        window.close()
        broken = os.path.join(shelf.folder, "broken.epub")
        with open(os.path.join(FIXTURES, "road.jpg"), "rb") as picture, open(broken, "wb") as book:
            book.write(picture.read())
        window = Window(shelf, broken, environment=environment)
        window.see("push button", "Try Again")
        hears(shelf, "broken.epub")
        window.key("Escape")
        window.gone("frame", "Import")
        window.close()


main()
