# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf: finding a book, and what is done with one."""
import os
import re
import shutil

import tap
from accessible import walk
from person import BUTTONS
from waiting import until
from window import FIXTURES, SAMPLE, Shelf, Window, cli, main

WATER = "Water on the Move"
POND = "Life in a Pond"
ITEMS = ("menu item", "radio menu item", "check menu item")


def put(shelf, name, source, language):
    os.makedirs(shelf.data, exist_ok=True)
    path = os.path.join(shelf.data, name + ".cognate")
    cli("new", "--quiet", path, "--from", source, "--to", language)
    return path


def two_books(shelf):
    return put(shelf, "water", SAMPLE, "ar-JO"), put(shelf, "pond", os.path.join(FIXTURES, "pond.html"), "pl-PL")


def choose(window, title, item):
    """Picks from a book's menu."""
    button = window.see(BUTTONS, re.compile(f"^Menu of “{title}”"))
    window.press(next(n for n in list(walk(button))[::-1] if n.get_role_name() in BUTTONS))
    window.press(window.see(ITEMS, item))


@tap.test
def search():
    "Ctrl+F finds a book by its title and by its language; Return opens the first"
    with Shelf() as shelf:
        two_books(shelf)
        window = Window(shelf)
        window.see("push button", WATER)
        window.see("push button", POND)
        assert not window.unnamed(), window.unnamed()
        window.key("ctrl+f")
        window.see(("text", "entry"), "Search the Shelf")
        window.type("polish")
        window.see("label", "1 found")
        window.gone("push button", WATER)
        window.key("ctrl+a")
        window.type("no such book")
        window.see("label", "Nothing Found")
        window.key("ctrl+a")
        window.type("WATER")
        window.see("push button", WATER)
        window.gone("push button", POND)
        window.key("Return")
        window.see("page tab", "Workbench")
        window.close()


@tap.test
def duplicate():
    "a book is duplicated; the copy says that it is one"
    with Shelf() as shelf:
        put(shelf, "water", SAMPLE, "ar-JO")
        window = Window(shelf)
        choose(window, WATER, "Duplicate")
        window.see("push button", WATER + " (copy)")
        assert len(shelf.projects()) == 2
        window.close()


@tap.test
def bin_and_undo():
    "a book is moved to the bin, and comes back by Undo"
    with Shelf() as shelf:
        water, _ = two_books(shelf)
        window = Window(shelf)
        choose(window, WATER, "Move to Bin")
        window.gone("push button", WATER)
        assert not os.path.exists(water)
        window.press("Undo")
        window.see("push button", WATER)
        assert os.path.exists(water)
        window.close()
        cli("status", water)


@tap.test
def open_elsewhere():
    "a book that is open elsewhere is not moved to the bin, and says who has it"
    with Shelf() as shelf:
        water, _ = two_books(shelf)
        first = Window(shelf, water)
        first.row("The Great Circle")
        other = {**shelf.environment, "DBUS_SESSION_BUS_ADDRESS": shelf.desktop.start_bus()}
        second = Window(shelf, environment=other)
        choose(second, WATER, "Move to Bin")
        second.see("label", "This Book Is Open")
        second.see("label", re.compile(rf"process {first.process.pid} "))
        assert os.path.exists(water)
        second.key("Escape")
        second.gone("label", "This Book Is Open")
        second.close_by_button()
        first.close_by_button()


@tap.test
def export_and_import():
    "a project is exported, and one from elsewhere is copied to the shelf, once"
    with Shelf() as shelf:
        put(shelf, "water", SAMPLE, "ar-JO")
        stick = os.path.join(shelf.folder, "stick.cognate")
        window = Window(shelf)
        choose(window, WATER, "Export Project…")
        window.save_as(stick)
        assert until(lambda: os.path.exists(stick))
        window.see("label", re.compile("was copied to"))
        window.close()
        shutil.rmtree(shelf.data)
        for _ in range(2):
            window = Window(shelf, stick)
            window.row("The Great Circle")
            window.close()
            assert len(shelf.projects()) == 1, shelf.projects()
        assert os.path.exists(stick)


@tap.test
def troubled():
    "damaged and newer projects are on the shelf and say what is wrong; a vanished one too"
    with Shelf() as shelf:
        water, _ = two_books(shelf)
        with open(os.path.join(shelf.data, "letter.cognate"), "w", encoding="utf-8") as out:
            out.write("Dear colleague")
        newer = os.path.join(shelf.data, "newer.cognate")
        with open(water, "rb") as whole, open(newer, "wb") as out:
            data = bytearray(whole.read())
            data[60:64] = (999).to_bytes(4, "big")
            out.write(data)
        window = Window(shelf)
        window.see("label", "No Cognate project")
        window.see("label", "Needs a newer Cognate")
        window.press("newer")
        window.see("label", "Made by a Newer Cognate")
        window.key("Escape")
        window.gone("label", "Made by a Newer Cognate")
        window.press("letter")
        window.see("label", "This Is No Cognate Project")
        window.key("Escape")
        window.gone("label", "This Is No Cognate Project")
        os.unlink(water)
        window.press(WATER)
        window.see("label", "This Book Is Not There Any More")
        window.key("Escape")
        window.gone("push button", WATER)
        window.close()


main()
