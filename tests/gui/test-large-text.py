# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog with text twice as large, on the screen of an old laptop: nothing is cut off, unless it ends in an ellipsis and has a
tooltip; no control and no window stands out of the screen."""
import scenes
import tap
from looks import SMALL, check_large_text as check, moving
from accessible import role
from window import Shelf, Window, main


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


@tap.test
def whole_words():
    "a title that ends in an ellipsis tells all its words when the pointer rests on it"
    with Shelf(**SMALL) as shelf:
        window = Window(shelf, scenes.new_project(shelf))
        window.ready(scenes.HEADING)
        window.key("ctrl+shift+m")
        frame = window.see("frame", "Pretranslate")
        window.see("push button", "Pretranslate", frame)
        window.put_pointer_away()
        assert not moving(window)
        title = next(n for n in window.all("label", "Pretranslate", frame) if role(n.get_parent()) != "push button")
        x, y, width, height = window.rectangle(title)
        # GTK 4.8 tells AT-SPI of no tooltip: it comes below what it is about.
        below = (x, y + height, width, height)
        before = window.desktop.picture().part(*below)
        window.point_at(title)
        assert window.wait_for(lambda: window.desktop.picture().part(*below) != before), "no tooltip comes"
        window.key("Escape")
        window.gone("frame", "Pretranslate")
        window.close()


main()
