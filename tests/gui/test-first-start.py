# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty shelf to the first project."""
import json
import os

import tap
from waiting import until
from window import FIXTURES, SAMPLE, Shelf, Window, cli, main, units


@tap.test
def sample():
    "a new user with an empty shelf opens the sample book"
    with Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        assert not window.unnamed(), window.unnamed()
        window.press("Try the Sample")
        window.see_found("^Water on the Move$", "The Cognate contributors")
        window.start_adapting()
        window.row("The Great Circle")
        assert not window.unnamed(), window.unnamed()
        window.back_to_shelf()
        window.see("push button", "Water on the Move")
        window.close()
        assert len(units(shelf.project())) > 40


@tap.test
def shortcuts():
    "the main menu shows the keys, and the manual"
    with Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        window.press("Main Menu")
        window.see("menu item", "About Cognate")
        window.see("menu item", "Help")
        window.press(window.see("menu item", "Keyboard Shortcuts"))
        window.see("label", "Next passage that waits")
        window.key("Escape")
        window.gone("label", "Next passage that waits")
        window.close()


@tap.test
def chooser():
    "a book is imported through the file chooser; what was found is said before anything is made"
    with Shelf() as shelf:
        window = Window(shelf)
        window.press("Import a Book…")
        window.pick_file(os.path.join(FIXTURES, "pond.html"))
        window.see_found("^Life in a Pond$", "Ana Sato", "English", "table")
        window.see_found("CC BY-SA 4.0", "You may adapt it, and must share alike", "“https://creativecommons.org/licenses/by-sa/4.0/”")
        window.see_found("^Form fields and buttons were left out")
        assert not shelf.projects(), "nothing is made before the start"
        window.start_adapting("ar-EG")
        window.row("Life in a Pond")
        window.close()
        status = json.loads(cli("status", "--json", shelf.project()))
        assert status["language"] == "ar-EG" and status["title"] == "Life in a Pond", status


@tap.test
def broken():
    "a truncated EPUB gives one clear message and leaves the shelf as it was"
    with Shelf() as shelf:
        broken_book = os.path.join(shelf.folder, "broken.epub")
        with open(SAMPLE, "rb") as whole, open(broken_book, "wb") as half:
            half.write(whole.read()[:3000])
        said = cli("inspect", broken_book, status=1).strip()
        window = Window(shelf, broken_book)
        window.see("label", "This File Is Damaged")
        window.see("label", said)
        window.press("Cancel")
        window.gone("frame", "Import")
        window.see_empty_shelf()
        window.close()
        assert not shelf.projects()


@tap.test
def cancelled():
    "an import that is cancelled leaves nothing behind"
    with Shelf() as shelf:
        window = Window(shelf, SAMPLE)
        window.see_found("^Water on the Move$")
        window.press("Cancel")
        window.gone("frame", "Import")
        window.close()
        assert until(lambda: not shelf.projects())


main()
