# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence guide where it is not easy: pieces that exclude each other, and what may not be adapted at all."""
import json
import os
import re

import tap
from waiting import until
from window import Shelf, Window, cli, main

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta charset="utf-8">
<link rel="license" href="https://creativecommons.org/licenses/{licence}/"></head><body><h1>{title}</h1><p>Every road was a path once.</p>{table}</body></html>"""
_TABLE = """<table><caption>Roads. Source: Li Wei, <a href="https://creativecommons.org/licenses/by-nc/2.0/">CC BY-NC</a></caption>
<tr><th>Road</th></tr><tr><td>North</td></tr></table>"""
ANSWERS = ("radio button", "check box")


def new_book(shelf, licence, table=_TABLE):
    path = os.path.join(shelf.folder, "roads.html")
    with open(path, "w", encoding="utf-8") as page:
        page.write(_PAGE.format(title="Roads", licence=licence, table=table))
    return shelf.new_project(path)


def chosen(project):
    return json.loads(cli("rights", "--json", project))["chosen"]


@tap.test
def collection():
    "text that is shared alike beside a table that is not for sale: a collection, each with its own licence"
    with Shelf() as shelf:
        project = new_book(shelf, "by-sa/4.0")
        window = Window(shelf, project)
        window.page("Rights")
        window.see("label", "This text goes on under CC BY-SA 4.0", window.see("list item", "Text of “Roads”"))
        window.see("label", "No commercial use", window.see("list", "What the sources settle already"))
        window.press(window.see(ANSWERS, "Yes, changes may be shared"))
        window.press(window.see(ANSWERS, "On any terms"))
        window.see("label", "Chosen")
        window.see("label", re.compile(r"^Your edition is a collection.*\nText of “Roads”: CC BY-SA 4.0$", re.S))
        window.see("label", re.compile("cannot be taken back"))
        assert until(lambda: chosen(project) == "CC-BY-NC-4.0"), chosen(project)
        assert not window.unnamed(), window.unnamed()
        window.close()


@tap.test
def clearance():
    "what would have to go for another licence is named, and leads to its place"
    with Shelf() as shelf:
        window = Window(shelf, new_book(shelf, "by-sa/4.0"))
        window.page("Rights")
        window.press("What would have to go for another licence?")
        rows = window.see("list", "What would have to go for another licence?")
        window.see("label", "CC BY-SA 4.0", rows)
        window.see("label", "Replace or leave out 1 piece", rows)
        # What only another text would open, is not offered.
        assert not window.all("label", "CC BY 4.0", rows), window.tree(rows)
        window.close()


@tap.test
def advanced():
    "what is lawful but not recommended is offered only to who asks for it, with the reason"
    with Shelf() as shelf:
        window = Window(shelf, new_book(shelf, "by-nc/4.0", table=""))
        window.page("Rights")
        window.see("label", "No commercial use", window.see("list", "What the sources settle already"))
        window.press("Other licences that the sources permit")
        window.press(window.see(ANSWERS, "Also offer what is lawful, but not recommended"))
        window.see(ANSWERS, "No, give up all rights (CC0)")
        window.see("label", re.compile("would mislead"))
        window.close()


@tap.test
def closed():
    "a book that may not be changed says what can be done instead, and asks nothing"
    with Shelf() as shelf:
        window = Window(shelf, new_book(shelf, "by-nd/4.0"))
        window.page("Rights")
        window.see("label", re.compile("not share a translation.*Write to the owner", re.S))
        assert not window.all("label", re.compile("questions? left")), window.tree()
        window.close()


main()
