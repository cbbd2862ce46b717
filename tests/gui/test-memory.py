# SPDX-License-Identifier: GPL-3.0-or-later
"""What the translation memory knows of the passage in hand stands in the panel, and is taken by a button or a key."""
import os
import re

import tap
from waiting import until
from window import Shelf, Window, cli, main, units

HEADING = "The Great Circle"
TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
<tu changedate="20260102T000000Z"><prop type="x-licence">CC-BY-4.0</prop><tuv xml:lang="en"><seg>The Great Circle</seg></tuv><tuv xml:lang="ar"><seg>WHOLE</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The Great Circus</seg></tuv><tuv xml:lang="ar"><seg>NEARLY</seg></tuv></tu></body></tmx>
"""


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def remember(shelf):
    """Puts two segments into this person's memory."""
    path = os.path.join(shelf.folder, "in.tmx")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TMX)
    cli("memory", "import", path, "--data-dir", shelf.data)


def target(project):
    return next(u for u in units(project).values() if (u["source"] or "").startswith(HEADING))["target"]


@tap.test
def shown_and_used():
    "matches stand in the panel with score and origin, the best first; a button takes one"
    with Shelf() as shelf:
        project = shelf.new_project()
        remember(shelf)
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.see("label", "100 %")
        window.see("label", "WHOLE")
        window.see("label", "NEARLY")
        shot(shelf, "memory-panel")
        window.press(window.all("push button", "Use")[0])
        assert until(lambda: target(project) == "WHOLE"), target(project)
        window.close()


@tap.test
def key():
    "Ctrl and a number takes that match, while one writes"
    with Shelf() as shelf:
        project = shelf.new_project()
        remember(shelf)
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.see("label", "NEARLY")
        window.key("ctrl+2")
        assert until(lambda: target(project) == "NEARLY"), target(project)
        window.close()


@tap.test
def words():
    "Ctrl+Shift+K opens a window in which words are looked for in both languages"
    with Shelf() as shelf:
        project = shelf.new_project()
        remember(shelf)
        window = Window(shelf, project)
        window.see("label", HEADING)
        window.key("ctrl+shift+k")
        window.see("label", re.compile("^Look for words"))
        window.type("great circ")
        window.see("label", "NEARLY")
        window.see("label", "WHOLE")
        shot(shelf, "memory-words")
        for _ in range(10):
            window.key("BackSpace")
        window.type("whol")
        assert until(lambda: not window.all("label", "NEARLY")), window.tree()
        window.see("label", "WHOLE")
        window.type("x")
        window.see("label", "They were not translated yet.")
        window.key("Escape")
        assert until(lambda: not window.all("frame", "Translation Memory")), window.tree()
        window.close()


main()
