# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog in high contrast and without animations: every word, edge and focus stands out, and nothing moves."""
import scenes
import tap
from looks import check_high_contrast as check
from window import main


@tap.test
def shelf():
    "the shelf, its menus, shortcuts, help, about"
    check(scenes.shelf_pages)


@tap.test
def importing():
    "the import, its lists, its chapters"
    check(scenes.import_pages)


@tap.test
def workbench():
    "rows of every kind, the panel, the outline, the dialogs of the workbench"
    check(scenes.workbench_pages)


@tap.test
def search():
    "finding, filtering, replacing"
    check(scenes.search_pages)


@tap.test
def translation():
    "what fills empty passages, and its report"
    check(scenes.translation_pages)


@tap.test
def tools():
    "suggestions, memory, glossary, checks, exchange, services, culture"
    check(scenes.tool_pages)


@tap.test
def output():
    "rights, credit, publishing, previews"
    check(scenes.output_pages)


@tap.test
def editions():
    "a new edition of the source, two editions that fill the memory"
    check(scenes.edition_pages)


main()
