# SPDX-License-Identifier: GPL-3.0-or-later
"""F1: the manual opens at the page about the place in hand, and can be read beside a dialog."""
import os
import re

import tap
from window import FIXTURES, SAMPLE, Shelf, Window, main


def picture(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def ask(window, title):
    """F1 leads to this page."""
    window.key("F1")
    return window.see("frame", title)


def leave(window, title):
    window.key("Escape")
    window.gone("frame", title)


@tap.test
def places():
    "F1 opens the page for the shelf, the workbench, rights, publishing and a window in front"
    with Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        ask(window, "Start here")
        window.see("label", re.compile("This is the shelf"))
        picture(shelf, "help-start")
        assert not window.unnamed(), window.unnamed()
        leave(window, "Start here")
        window.close()
        window = Window(shelf, shelf.new_project(SAMPLE, "es-MX"))
        window.row("The Great Circle")
        ask(window, "Adapt side by side")
        leave(window, "Adapt side by side")
        for key, shown, title in (("alt+2", "What is in your edition", "Choose a licence"), ("alt+3", "Publish as", "Publish")):
            window.key(key)
            window.see("label", shown)
            ask(window, title)
            leave(window, title)
        window.key("alt+1")
        window.row("The Great Circle")
        window.key("ctrl+l")
        window.see("frame", "Go To")
        ask(window, "Find your way in a long book")
        picture(shelf, "help-find")
        leave(window, "Find your way in a long book")
        window.see("frame", "Go To")
        window.key("Escape")
        window.close()


@tap.test
def translated():
    "a page that is translated is shown so, wherever the desktop keeps manuals; the others in English"
    with Shelf() as shelf:
        folder = os.path.join(shelf.folder, "share/help/eo/cognate")
        os.makedirs(folder)
        with open(os.path.join(folder, "start.page"), "w", encoding="utf-8") as page:
            page.write('<page xmlns="http://projectmallard.org/1.0/" type="topic" id="start"><info><link type="guide" xref="index#first"/>'
                       '<title type="sort">1</title><desc>Via unua eldono.</desc></info><title>Komencu</title><p>Bezonata estas libro.</p></page>')
        shelf.environment.update(XDG_DATA_DIRS=os.path.join(shelf.folder, "share") + ":/usr/local/share:/usr/share", LANGUAGE="eo")
        window = Window(shelf)
        window.see_empty_shelf()
        page = ask(window, "Komencu")
        window.see("label", "Bezonata estas libro.")
        window.press(window.see("push button", "Contents", within=page))
        window.see("list item", re.compile("^Komencu"))
        window.see("list item", re.compile("^Bring in a book"))
        window.key("Escape")
        window.gone("list item", re.compile("^Komencu"))
        window.close()


@tap.test
def beside_dialog():
    "beside the import, which lets nothing else be done, the manual is read: a link, back, and all pages"
    with Shelf() as shelf:
        window = Window(shelf, os.path.join(FIXTURES, "pond.html"))
        window.see_found("^Life in a Pond$")
        page = ask(window, "Bring in a book")
        window.press(window.see("push button", "Contents", within=page))
        window.see("label", "Tools for translators")
        picture(shelf, "help-contents")
        window.key("Tab", "Return")
        window.see("frame", "Start here")
        window.key("alt+Left")
        window.gone("frame", "Start here")
        window.see("label", "Tools for translators")
        window.key("Escape")
        window.gone("label", "Tools for translators")
        window.see("push button", "Start Adapting")
        window.press("Cancel")
        window.gone("frame", "Import")
        window.close()


main()
