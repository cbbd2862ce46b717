# SPDX-License-Identifier: GPL-3.0-or-later
"""A book and its translation fill the memory, in the window: two files, a look at the pairs, and what is no pair is left out."""
import os
import re

import tap
from accessible import has, walk
from person import BUTTONS
from waiting import until
from window import Shelf, Window, cli, main

HEADING = "The Great Circle"
POND = """<html%s><title>The pond</title><body><h1>The pond</h1>
<p>In winter the pond is covered with ice. The ice is 12 cm thick in January.</p>
<p>Isaac Newton measured it in 1701.</p></body></html>"""
STAW = """<html%s><title>Staw</title><body><h1>Staw</h1>
<p>Zimą staw jest pokryty lodem. W styczniu lód ma 12 cm grubości.</p>
<p>Zmierzył to Isaac Newton w 1701 roku.</p></body></html>"""


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def write(shelf, name, text):
    path = os.path.join(shelf.folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def open_on(shelf, *files):
    """The window to align, with the files of the original and of the translation."""
    window = Window(shelf, shelf.new_project())
    window.ready(HEADING)
    window.key("F10")
    window.choose("Translation Tools", "Align Two Editions…")
    for title, path in zip(("The original", "Its translation"), files):
        window.press(window.see("push button", re.compile(f"{title}$")))
        window.pick_file(path)
        window.see("label", os.path.basename(path))
    window.press(window.see("push button", "Compare"))
    return window


def choose_language(window, title, search, words):
    """By its name, in the list of the row of that title."""
    # The file chooser had the keyboard: a click gives it back.
    window.click(window.see("label", re.compile("^A book and its translation")))
    button = window.see(BUTTONS, re.compile(f"^{title}: "))
    window.press([n for n in walk(button) if n.get_role_name() in BUTTONS][-1])
    entry = window.see("entry", search)
    assert until(lambda: has(entry, "focused")), window.tree()
    window.has_keyboard(entry)
    window.type(words)
    window.reads(entry, words)
    window.key("Return")
    window.gone("entry", search)


def known(shelf, text):
    """The translations that the memory has of a sentence."""
    found = cli("memory", "lookup", "--from", "en", "--to", "pl", text, "--data-dir", shelf.data)
    return [line.split("\t")[2] for line in found.splitlines() if line.startswith("100\t")]


@tap.test
def aligned():
    "pairs are shown with how sure they are; one that is unticked is not stored, the others are"
    with Shelf() as shelf:
        window = open_on(shelf, write(shelf, "pond.html", POND % ' lang="en"'), write(shelf, "staw.html", STAW % ' lang="pl"'))
        window.see("label", re.compile("English.*Polish.*4 pairs of sentences", re.S))
        window.see("label", re.compile(r"^\d+ %$"))
        window.see("label", "W styczniu lód ma 12 cm grubości.")
        shot(shelf, "align-pairs")
        window.press(window.see("check box", re.compile("^Isaac Newton measured it in 1701. – Zmierzył to")))
        window.press(window.see("push button", "Add 3 to Memory"))
        window.see("label", "3 pairs are in the translation memory")
        assert known(shelf, "The ice is 12 cm thick in January.") == ["W styczniu lód ma 12 cm grubości."]
        assert known(shelf, "Isaac Newton measured it in 1701.") == []
        window.close_by_button()


@tap.test
def languages():
    "where nobody knows the language of a file that is said, the person chooses it, and nothing is stored by Cancel"
    with Shelf() as shelf:
        window = open_on(shelf, write(shelf, "pond.html", POND % ' lang="en"'), write(shelf, "staw.html", STAW % ""))
        window.see("label", re.compile("does not say in which language it is"))
        shot(shelf, "align-choose")
        choose_language(window, "Language of the translation", "Search languages of the translation", "Polish")
        window.press(window.see("push button", "Compare"))
        window.see("label", re.compile("English.*Polish.*4 pairs of sentences", re.S))
        window.key("Escape")
        window.gone("label", re.compile("4 pairs of sentences"))
        assert until(lambda: known(shelf, "The ice is 12 cm thick in January.") == [])
        window.close_by_button()


main()
