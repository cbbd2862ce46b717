# SPDX-License-Identifier: GPL-3.0-or-later
"""Previews: the pages of the PDF, and the book as web pages, where the build has them."""
import re

import tap
from window import Shelf, Window, main


def brightness(window, frame):
    """Of the middle of what is shown."""
    window.put_pointer_away()
    x, y, width, height = window.rectangle(frame)
    return window.desktop.picture().brightness(x + width // 2 - 150, y + height // 2 - 100, 300, 200)


def open_preview(shelf, row, title):
    """The publish page's preview of that row; skips the test where the build has none."""
    window = Window(shelf, shelf.new_project())
    window.row("The Great Circle")
    window.page("Publish")
    window.see("label", "Should be solved")
    if not window.all("label", row):
        raise tap.Skip(f"built without the preview “{row}”")
    return window, window.open_preview(row, title)


@tap.test
def paper():
    "the PDF is shown page by page, each named by what it says; it grows, and shows another chapter"
    with Shelf() as shelf:
        window, frame = open_preview(shelf, "On Paper", "Preview on Paper")
        sheet = window.see("image", re.compile(r"^Page \d+ of \d+: .*The Great Circle"), frame)
        before = window.rectangle(sheet)[2]
        window.key("ctrl+minus")
        assert window.see("image", re.compile(r"^Page \d+ of \d+: .*The Great Circle"), frame)
        assert window.wait_for(lambda: window.rectangle(sheet)[2] < before), "the page does not follow the zoom"
        assert not window.unnamed(), window.unnamed()
        window.press(re.compile("^Chapter: "), frame)
        window.key("Up", "Up", "Up", "Up", "Return")
        window.see("image", re.compile(r"^Page 1 of \d+: "), frame)
        window.key("Escape")
        window.gone("frame", "Preview on Paper")
        window.close()


@tap.test
def screen():
    "the web pages are shown, by day and by night, and the chapter in hand first"
    with Shelf() as shelf:
        # The web processes are WebKit's: a warning of theirs about a missing service of the desktop ends no test.
        shelf.environment["G_DEBUG"] = "gc-friendly"
        window, frame = open_preview(shelf, "On a Screen", "Preview")
        window.see(("toggle button", "push button"), "As on a phone", frame)
        locked = re.compile("^This computer does not let the preview lock itself in")
        assert window.wait_for(lambda: window.all("label", "The Great Circle", window.see("combo box", "Chapter", frame)) or window.all("label", locked))
        if window.all("label", locked):
            # In a chroot there are no namespaces, and without them nothing of a book is shown.
            window.key("Escape")
            window.close()
            raise tap.Skip("WebKit has no sandbox here")
        # Text on a white page is less than white, and more than what is read at night.
        assert window.wait_for(lambda: 180 < brightness(window, frame) < 253), "the page is empty"
        window.press("As on a phone", frame)
        window.press("As read at night", frame)
        assert window.wait_for(lambda: brightness(window, frame) < 100), "the page is not dark"
        window.key("Escape")
        window.gone("frame", "Preview")
        window.close()


main()
