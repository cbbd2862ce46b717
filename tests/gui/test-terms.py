# SPDX-License-Identifier: GPL-3.0-or-later
"""The glossary: terms of the passage in hand, their translations a key away, a list to search and change."""
import os
import re

import adapting
import tap
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main

ROAD = os.path.join(FIXTURES, "road.html")
DIALOG = ("dialog", "frame")
HIGHWAY, SEAT = "On the highway", "The driver has"


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def environment():
    """COGNATE_LOOK: dark or arabic."""
    look = os.environ.get("COGNATE_LOOK", "")
    if look == "arabic":
        return {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8", "LANGUAGE": "ar"}
    return {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if look == "dark" else "prefer-light"}


def terms(shelf, *arguments, **options):
    return cli("terms", *arguments, "--data-dir", shelf.data, **options)


def add(shelf, term, translation):
    terms(shelf, "add", term, translation, "--from", "en", "--to", "es")


def panel(window):
    return window.see("panel", "About this passage")


def begin(shelf, language="es-MX"):
    project = shelf.new_project(ROAD, language)
    return project, Window(shelf, project, environment={**shelf.environment, **environment()})


@tap.test
def insert():
    "terms of the passage stand in the panel, and Ctrl+T puts their translation in at the caret"
    with Shelf() as shelf:
        add(shelf, "car", "coche")
        add(shelf, "highway", "autopista")
        add(shelf, "driver", "conductor")
        project, window = begin(shelf)
        window.open_row(SEAT)
        window.see("push button", "Insert “conductor” for “driver”", panel(window))
        window.key("ctrl+t")
        assert until(lambda: find(project, SEAT)["target"] == "conductor"), find(project, SEAT)
        window.open_row(HIGHWAY)
        window.see("push button", "Insert “autopista” for “highway”", panel(window))
        window.see("push button", "Insert “coche” for “car”", panel(window))
        window.key("ctrl+t")
        window.see("menu item", re.compile("car → coche"))
        shot(shelf, "terms-choose")
        window.key("2")
        assert until(lambda: find(project, HIGHWAY)["target"] == "coche"), find(project, HIGHWAY)
        shot(shelf, "terms-panel")
        adapting.calm(window)
        window.press("Insert “autopista” for “highway”", panel(window))
        assert until(lambda: find(project, HIGHWAY)["target"] == "cocheautopista"), find(project, HIGHWAY)
        window.close()


@tap.test
def keep():
    "a term is added from the passage, is then shown in it, and is changed and removed in the glossary's list"
    with Shelf() as shelf:
        project, window = begin(shelf)
        window.open_row(HIGHWAY)
        window.type("autopista")
        window.key("ctrl+a")
        window.key("ctrl+shift+t")
        window.see(DIALOG, "Add a Term")
        window.type("highway")
        shot(shelf, "terms-add")
        window.key("Return")
        assert until(lambda: "highway" in terms(shelf, "list")), terms(shelf, "list")
        assert "es-MX: autopista" in terms(shelf, "list"), terms(shelf, "list")
        window.see("push button", "Insert “autopista” for “highway”", panel(window))
        window.press("Main Menu")
        window.choose("Translation Tools", "Glossary…")
        row = window.see("list item", "highway: autopista")
        shot(shelf, "terms-list")
        window.click(row)
        window.see(DIALOG, "Change a Term")
        shot(shelf, "terms-change")
        window.press(window.see("push button", "Remove"))
        window.see("label", re.compile("^No terms yet"))
        assert terms(shelf, "list") == "", terms(shelf, "list")
        window.press("Files")
        window.choose("Take In from a File…")
        table = os.path.join(shelf.folder, "one.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write("en,es\ncar,coche\n,lost\n")
        window.pick_file(table)
        window.see("list item", "car: coche")
        window.see("push button", "Insert “coche” for “car”", panel(window))
        window.click(window.see("entry", "Find a term or translation"))
        window.key("Escape")
        window.gone("frame", "Glossary")
        assert not window.all("push button", "Insert “autopista” for “highway”")
        window.open_row(SEAT)
        window.close()


@tap.test
def search():
    "the list of the glossary is searched by term and translation"
    with Shelf() as shelf:
        table = os.path.join(shelf.folder, "many.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write("en,es\n" + "".join(f"word{i},palabra{i}\n" for i in range(3000)))
        terms(shelf, "import", table)
        _, window = begin(shelf)
        window.press("Main Menu")
        window.choose("Translation Tools", "Glossary…")
        window.see("list item", "word0: palabra0")
        shot(shelf, "terms-many")
        window.key("ctrl+f")
        window.type("palabra2999")
        window.see("list item", "word2999: palabra2999")
        assert until(lambda: len(window.all("list item", re.compile("^word"))) == 1)
        window.type("x")
        window.see("label", "No term has these words.")
        window.key("Escape")
        # All of them again; what was found may stay in sight.
        assert until(lambda: len(window.all("list item", re.compile("^word"))) > 5), window.tree()
        window.key("Escape")
        window.gone("frame", "Glossary")
        window.open_row(HIGHWAY)
        window.close()


main()
