# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page and dialog must hold to, however it is looked at: each of the checks gives faults, as sentences."""
import os
import re
import time

import tap
from accessible import box, children, has, name, role, walk, walk_seen
from person import BUTTONS, steady
from window import Shelf

ENTRIES = ("text", "entry", "combo box", "spin button", "check box", "switch", "radio button")
# Between windows that fade or grow, two pictures would differ.
PAUSE, TIMES = 0.25, 12
# Pixels at a window's edges, in which its lines are, and where what scrolls goes below its head and foot.
EDGE, HEAD = 12, 60
LINE = 3
# WCAG 2.2, 1.4.6, which is what asks for high contrast; 1.4.3 asks for 4.5.
ENHANCED = 7


# Of GTK's and libadwaita's own windows, whose buttons have a tooltip only and whose version is a button in the accent's colour.
FOREIGN = ("shortcuts", "about")
# Here a page lies before another one, whose labels are still said to be visible, and would be measured by what lies before them.
COVERED = ("import-chapters",)


def silent(window):
    """Controls, rows of lists and pictures that say nothing."""
    def silent_rows():
        rows = [n for n in walk_seen(window.app) if role(n) == "list item" and not any(name(part) for part in walk(n))]
        return [f"list item in {name(n.get_parent())!r}" for n in rows]

    return list(window.unnamed()) + steady(silent_rows)


def _frames(window):
    """The windows that are open, the one above last."""
    return [n for n in window.all(("frame", "dialog")) if has(n, "showing")]


# What hangs from a window: GTK 4.8 tells no right place of what is in it.
HANGING = ("menu", "menu item", "popup menu", "popover", "radio menu item", "check menu item", "tool tip")


def _words(node, seen, is_sensitive=True):
    """The labels below node, of those that are seen, that can be looked at. Of what is not to be used now little is asked (1.4.3); one thin sign has no pixel of its full colour."""
    if role(node) in HANGING or node not in seen:
        return
    is_sensitive = is_sensitive and has(node, "sensitive")
    if role(node) == "label" and is_sensitive and len(name(node).strip()) > 2:
        yield node
    for child in children(node):
        yield from _words(child, seen, is_sensitive)


def faint(window, least):
    """Labels whose contrast is lower. What is not there, scrolled away, has none: then all that is seen in its place are lines of the window."""
    picture = window.desktop.picture()
    frame = _frames(window)[-1]
    whole = box(frame)
    x, y = window.corner()

    def look():
        found = []
        for node in _words(frame, set(walk_seen(frame))):
            place = box(node)
            if place.x < EDGE or place.y < HEAD or place.x + place.width > whole.width - EDGE or place.y + place.height > whole.height - HEAD:
                continue
            contrast = picture.contrast(x + place.x, y + place.y, place.width, place.height)
            if LINE < contrast < least:
                found.append(f"{name(node)[:40]!r} has a contrast of {contrast:.1f} to 1")
        return found

    return steady(look)


def moving(window):
    """Whether the picture goes on changing by itself: what has just been opened is drawn first."""
    before = window.desktop.picture()
    whole = (0, 0, before.width, before.height)
    for _ in range(TIMES):
        time.sleep(PAUSE)
        after = window.desktop.picture()
        if before.part(*whole) == after.part(*whole):
            return []
        before = after
    return ["something moves"]


def cut_off(window):
    """Windows that are larger than the screen, and controls that stand out of their window at the sides, where nothing scrolls them."""
    width, height = window.desktop.size
    found = []
    for frame in _frames(window):
        place = box(frame)
        if place.width > width or place.height > height:
            found.append(f"the window {name(frame)!r} is {place.width} by {place.height}")
        found += steady(lambda: [f"{role(n)} {name(n)[:40]!r} stands from {box(n).x} to {box(n).x + box(n).width} in {place.width}"
                                 for n in walk_seen(frame) if role(n) in BUTTONS + ENTRIES and role(n) not in HANGING and box(n) is not None
                                 and (box(n).x < place.x - 1 or box(n).x + box(n).width > place.x + place.width + 1)])
    return found


def walk_scenes(pages, checks, environment=None, **desktop):
    """Goes through pages and holds each to checks (functions of a window). COGNATE_PICTURES: a folder for what was seen."""
    pictures = os.environ.get("COGNATE_PICTURES")
    found = []
    with Shelf(**desktop) as shelf:
        for window, where in pages(shelf, {**shelf.environment, **(environment or {})}):
            window.put_pointer_away()
            for check in () if where in FOREIGN + COVERED else checks:
                for fault in check(window):
                    found.append(f"{where}: {fault}")
                    tap.comment(found[-1])
            if pictures:
                window.desktop.picture().save(os.path.join(pictures, re.sub(r"\W", "-", where) + ".png"))
    assert not found, "\n".join(found)


def check_high_contrast(pages):
    """Without animations, as all window tests are."""
    walk_scenes(pages, (moving, lambda window: faint(window, ENHANCED)), {"ADW_DEBUG_HIGH_CONTRAST": "1"})


def check_large_text(pages):
    """Twice as large, on the screen of an old laptop. Where a menu is higher than such a screen GTK 4.8 asks for a monitor that is not there, and says so."""
    walk_scenes(pages, (silent, cut_off), {"G_DEBUG": "gc-friendly"}, size=(1024, 600), text=2)
