# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard goes: back to where it was when a dialog is closed, and through a page in the order in which it is read."""
import os
import re

import tap
from looks import Looks, moving
from scenes import HEADING, new_project
from window import SAMPLE, Shelf, Window, main

CATALOGUES = os.path.join(os.environ["COGNATE_BUILD_ROOT"], "po")
# Stops of Tab, at most; and pixels by which the places of two in one line may differ.
MOST, NEAR = 45, 6


def focus(window, looks):
    """x, y, width, height and kind of what has the keyboard, once nothing moves any more."""
    found = window.wait_for(lambda: looks.places(window, "focus"))
    assert found, f"nothing has the keyboard:\n{window.tree()}"
    return found[0]


@tap.test
def back():
    "Escape closes a dialog, and the keyboard is where it was"
    def check(keys, roles, title):
        moving(window)
        before = focus(window, looks)
        window.key(*keys)
        frame = window.see(roles, title)
        if "frame" in roles or "dialog" in roles:
            window.has_keyboard(frame)
        assert window.wait_for(lambda: focus(window, looks) != before), f"{title}: the keyboard does not come to it"
        window.key("Escape")
        window.gone(roles, title)
        window.has_keyboard(main_frame)
        assert window.wait_for(lambda: focus(window, looks) == before, 3), f"after {title} the keyboard is at {focus(window, looks)}, not at {before}"

    with Shelf() as shelf:
        looks = Looks(shelf.folder)
        environment = {**shelf.environment, **looks.environment}
        window = Window(shelf, new_project(shelf), environment=environment)
        window.ready(HEADING)
        main_frame = window.see("frame")
        window.key("F6", "F6", "Down")
        check(("ctrl+l",), ("entry",), re.compile("^Where to go"))
        check(("ctrl+f",), ("entry",), "Find in the book")
        check(("ctrl+shift+k",), ("frame",), "Translation Memory")
        check(("ctrl+shift+m",), ("frame",), "Pretranslate")
        window.key("Return")
        window.see("text", "Your text")
        check(("ctrl+u",), ("frame", "dialog"), "Markup")
        check(("ctrl+k",), ("text", "entry"), "Address of the link")
        window.close()


def is_after(place, before, is_rtl):
    """Whether a place is read after another one: further in the same line, in a line below, or in what stands beside all that."""
    x, y, width, height, _ = place
    left, top, wide, high, _ = before
    further = x + width <= left + wide + NEAR if is_rtl else x >= left - NEAR
    beside = x + width <= left + NEAR if is_rtl else x >= left + wide - NEAR
    shared = min(y + height, top + high) - max(y, top)
    if shared > min(height, high) / 2:
        # Two cannot stand in one place: the page was scrolled to the second.
        was_scrolled = min(x + width, left + wide) - max(x, left) > min(width, wide) / 2
        return further or was_scrolled
    return y > top or beside


def follow(window, looks, is_rtl):
    """Tab until it comes round; what is read before the one before it."""
    places, faults = [], []
    while len(places) < MOST:
        window.key("Tab")
        moving(window)
        place = focus(window, looks)
        if place in places:
            return faults
        if places and not is_after(place, places[-1], is_rtl):
            faults.append((place, places[-1]))
        places.append(place)
    return faults


def check_order(shelf, language, is_rtl):
    """The pages of a preview go as the book does: its language reads as the interface."""
    looks = Looks(shelf.folder)
    environment = {**shelf.environment, **looks.environment}
    found = []

    def check(where):
        # From its last stop Tab goes to the first one.
        faults = follow(window, looks, is_rtl)
        if len(faults) > 1:
            found.append(f"{where}: " + "; ".join(f"{now} after {before}" for now, before in faults))
            tap.comment(found[-1])

    project = new_project(shelf, language)
    window = Window(shelf, project, environment=environment)
    window.ready(HEADING)
    for key, where in (("alt+2", "rights"), ("alt+3", "publish")):
        window.key(key)
        moving(window)
        check(where)
    window.close()
    window = Window(shelf, SAMPLE, environment=environment)
    window.see("push button", "Start Adapting")
    window.has_keyboard(window.see("frame", "Import"))
    check("import")
    window.press("Cancel")
    window.gone("frame", "Import")
    window.has_keyboard(window.see("frame"))
    window.close()
    assert not found, "\n".join(found)


@tap.test
def order():
    "Tab goes through rights, publishing and import in the order in which they are read"
    with Shelf() as shelf:
        check_order(shelf, "pl-PL", False)


@tap.test
def order_in_arabic():
    "the same from right to left"
    with Shelf() as shelf:
        shelf.set_interface("ar_EG", catalogues=CATALOGUES)
        check_order(shelf, "ar-EG", True)


main()
