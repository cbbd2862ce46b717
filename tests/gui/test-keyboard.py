# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog by the keyboard alone: each control is reached, in one round, shows it, and has a name."""
import scenes
import tap
from keyboard import check
from window import main


@tap.test
def shelf():
    "the shelf, its menus, shortcuts, about"
    check(scenes.shelf_pages)


@tap.test
def importing():
    "the import, its lists, its chapters"
    check(scenes.import_pages)


@tap.test
def search():
    "finding, filtering, replacing"
    check(scenes.search_pages)


@tap.test
def output():
    "rights, credit, publishing, previews"
    check(scenes.output_pages)


@tap.test
def editions():
    "a new edition of the source, what changed with it, two editions that fill the memory"
    check(scenes.edition_pages)


main()
