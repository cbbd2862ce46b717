# SPDX-License-Identifier: GPL-3.0-or-later
"""An old laptop's screen, and text that is twice as large."""
import re

import tap
from accessible import box, name
from person import BUTTONS
from window import SAMPLE, Shelf, Window, main

HEADING = "The Great Circle"


@tap.test
def large_text_on_a_small_screen():
    "with text twice as large, no page and no dialog is wider than a screen of 1024 by 600, or hides its buttons"
    def fits(node):
        place = box(node)
        assert place.x >= 0 and place.x + place.width <= 1024, f"{name(node)}: {place.x} + {place.width}\n{window.tree()}"

    with Shelf(size=(1024, 600), text=2) as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        window.page("Rights")
        fits(window.see("check box", "Yes, also commercially"))
        window.page("Publish")
        fits(window.see("frame"))
        fits(window.see("push button", re.compile("^_?Publish…")))
        fits(window.see("label", "Web Site"))
        window.close()
        window = Window(shelf, SAMPLE)
        fits(window.see("push button", "Start Adapting"))
        fits(window.see(BUTTONS, re.compile("^Language: ")))
        window.key("Escape")
        window.close()


main()
