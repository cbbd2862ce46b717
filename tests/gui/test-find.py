# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding, replacing, filtering, and going somewhere, by the keyboard."""
import re

import tap
from accessible import attribute_run, has, read
from waiting import until
from window import Shelf, Window, cli, main, units

HEADING, STEPS = "The Great Circle", "Four steps"


def target(project, unit):
    return units(project)[unit]["target"]


def with_targets(shelf, texts):
    """A project in which the first units that are paragraphs have these texts; their ids."""
    project = shelf.new_project()
    ids = [u["id"] for u in units(project).values() if u["kind"] == "paragraph"][: len(texts)]
    for unit, text in zip(ids, texts):
        cli("set", project, unit, "--target", text)
    return project, ids


@tap.test
def find():
    "Ctrl+F counts the hits in both texts, Enter goes through them, and Escape ends where one is"
    with Shelf() as shelf:
        project, ids = with_targets(shelf, ["A CÁT here", "no more"])
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+f")
        entry = window.see("entry", "Find in the book")
        assert until(lambda: has(entry, "focused"))
        window.type("cat here")
        window.see("label", "1 hit")
        window.key("ctrl+a")
        window.type("water")
        hits = int(re.match(r"\d+", window.see("label", re.compile(r"^\d+ hits$")).get_name())[0])
        assert hits > 5, hits
        window.key("Return")
        window.see("label", f"1 of {hits}")
        window.key("shift+Return")
        window.see("label", f"{hits} of {hits}")
        for key, number in (("ctrl+g", 1), ("ctrl+g", 2), ("ctrl+shift+g", 1)):
            window.key(key)
            window.see("label", f"{number} of {hits}")
        window.key("Down")
        window.see("list", "What was found")
        window.see("list item", re.compile(r"^The Great Circle, \d+ hits$"))
        window.key("Escape")
        window.gone("entry", "Find in the book")
        window.close()
        assert target(project, ids[0]) == "A CÁT here"


@tap.test
def replace_all():
    "Replace All shows what it would do, leaves what is not chosen, keeps bold bold, and is undone as one step"
    with Shelf() as shelf:
        texts = ["one <strong>cat</strong>", "a Cat and a cat", "no cat"]
        project, ids = with_targets(shelf, texts)
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+h")
        window.see("entry", "Find in the book")
        window.type("cat")
        window.see("label", "4 hits")
        window.fill(window.see("text", "Replace with"), "dog")
        window.press("Replace All…")
        frame = window.see(("frame", "dialog"), "Replace in the Book")
        assert not window.unnamed(), window.unnamed()
        window.press(window.see("check box", re.compile("^no cat dog"), frame))
        window.press("Replace 3")
        assert until(lambda: target(project, ids[1]) == "a dog and a dog"), units(project)[ids[1]]
        assert target(project, ids[0]) == "one <strong>dog</strong>"
        assert target(project, ids[2]) == "no cat"
        window.see("label", "1 hit")
        window.key("Escape")
        window.gone("entry", "Find in the book")
        window.press("Undo")
        assert until(lambda: target(project, ids[1]) == texts[1])
        assert target(project, ids[0]) == texts[0]
        window.close()


def marked(editor):
    """The parts of the text that have a colour behind them."""
    text, parts, at = read(editor), [], 0
    while at < len(text):
        attributes, start, end = attribute_run(editor, at)
        if "bg-color" in attributes:
            parts.append(text[start:end])
        at = max(end, at + 1)
    return parts


@tap.test
def marks():
    "what was found is marked, also in the text that is being written, until the search is closed"
    with Shelf() as shelf:
        project, ids = with_targets(shelf, ["a zebra and <em>a ze</em>bra", "none"])
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+f")
        window.see("entry", "Find in the book")
        window.type("zebra")
        window.see("label", "2 hits")
        window.click(window.see("label", "a zebra and a zebra"))
        editor = window.see("text", "Your text")
        assert until(lambda: marked(editor) == ["zebra", "ze", "bra"]), marked(editor)
        window.key("ctrl+End")
        window.type(" zebra")
        assert until(lambda: marked(editor) == ["zebra", "ze", "bra", "zebra"]), marked(editor)
        window.see("label", "3 hits")
        window.press("Close the Search")
        assert until(lambda: marked(window.see("text", "Your text")) == []), marked(editor)
        window.close()


@tap.test
def replace_one():
    "Replace changes the hit in hand and goes on to the next"
    with Shelf() as shelf:
        project, ids = with_targets(shelf, ["cat cat", "cat"])
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+h")
        window.see("entry", "Find in the book")
        window.type("cat")
        window.see("label", "3 hits")
        window.key("Return")
        window.see("label", "1 of 3")
        window.fill(window.see("text", "Replace with"), "big cat")
        window.key("Return")
        window.see("label", "2 of 3")
        assert target(project, ids[0]) == "big cat cat", units(project)[ids[0]]
        window.key("Return")
        window.see("label", "3 of 3")
        assert target(project, ids[0]) == "big cat big cat", units(project)[ids[0]]
        window.close()


@tap.test
def filters():
    "a filter says how many there are here and in the book, and F8 goes to the next one"
    with Shelf() as shelf:
        project, ids = with_targets(shelf, ["x"])
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+f")
        window.press("Show Only Some Passages")
        item = window.see(("menu item", "radio menu item"), re.compile("^(_)?To (_)?Review: 1 here, 1 in the book"))
        window.press(item)
        window.see("label", "To review: 1 here, 1 in the book")
        window.key("F8")
        window.see("text", "Your text")
        window.press("Show All")
        window.gone("label", re.compile("^To review: "))
        window.row(STEPS)
        window.close()
        assert target(project, ids[0]) == "x"


@tap.test
def go_to():
    "Ctrl+L goes to a section by its number, and to a figure"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+l")
        window.see("entry", re.compile("^Where to go"))
        window.type("2")
        window.see("list item", "How Fast Is a River?, 2")
        window.key("Return")
        window.gone("entry", re.compile("^Where to go"))
        window.row("How Fast Is a River?")
        window.key("ctrl+l")
        window.see("entry", re.compile("^Where to go"))
        window.type("fig 1")
        window.see("list item", re.compile("Figure 1$"))
        assert not window.unnamed(), window.unnamed()
        window.key("Return")
        window.row("The water cycle. Follow")
        window.see("text", "Your text")
        window.close()


main()
