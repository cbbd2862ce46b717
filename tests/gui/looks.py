# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page and dialog must hold to, however it is looked at: each of the checks gives faults, as sentences."""
import os
import re
import signal
import time

import tap
from waiting import until
from window import Shelf

# Between windows that fade or grow, two pictures would differ.
PAUSE, TIMES = 0.25, 12
# WCAG 2.2, 1.4.6, which is what asks for high contrast; 1.4.3 asks for 4.5. And 1.4.11: edges, and where the keyboard is.
ENHANCED, EDGE = 7, 3
# Pixels around a control within which its focus shows.
AROUND = 6
# An old laptop's screen, and text that is twice as large.
SMALL = {"size": (1024, 600), "text": 2}
# GTK's and libadwaita's own windows, whose version is a button in the accent's colour.
FOREIGN = ("shortcuts", "about")


def settled(look):
    """The faults that look() still finds after a while: it may have come between two states of a window."""
    found = []

    def is_good():
        found[:] = look()
        return not found

    until(is_good, 2)
    return found


def edges(x, y, width, height):
    """A strip across the middle of each side."""
    return ((x - 2, y + height // 2, 6, 1), (x + width - 4, y + height // 2, 6, 1), (x + width // 2, y - 2, 1, 6), (x + width // 2, y + height - 4, 1, 6))


class Looks:
    """Where things are in the window that has the keyboard, as look-watch.c tells from within the program, and what it finds there. One for a folder."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "looks")
        self.environment = {"LD_PRELOAD": os.path.join(os.environ["COGNATE_BUILD_ROOT"], "tests/gui/liblook-watch.so"), "COGNATE_LOOK_WATCH": self.path}

    def ask(self, window):
        """What it says, line by line, as (kind, the rest)."""
        if os.path.exists(self.path):
            os.remove(self.path)
        os.kill(window.process.pid, signal.SIGUSR2)
        assert until(lambda: self._read()[-1:] == [["end"]]), "nobody tells how it looks"
        return self._read()[:-1]

    def _read(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8") as file:
            return [line.split(" ", 1) for line in file.read().splitlines()]

    def places(self, window, kind):
        """x, y, width and height on the screen, and the words, of each of this kind."""
        found = [line[1].split(" ", 4) for line in self.ask(window) if line[0] == kind]
        left, top = window.outer_corner() if found else (0, 0)
        return [(left + int(x), top + int(y), int(width), int(height), words) for x, y, width, height, words in found]

    # --- the checks ----------------------------------------------------------------------------------------------------
    def cut_off(self, window):
        """Words and controls of which not all is seen, and windows larger than the screen."""
        return settled(lambda: [line[1] for line in self.ask(window) if line[0] == "fault"])

    def faint(self, window):
        """Words that do not stand out. One thin sign has no pixel of its full colour, and of what is not to be used now nothing is asked."""
        def look():
            places = [place for place in self.places(window, "label") if len(place[4].strip()) > 2]
            picture = window.desktop.picture()
            contrasts = [(picture.contrast(*place[:4]), place[4]) for place in places]
            return [f"{words[:40]!r} has a contrast of {contrast:.1f} to 1" for contrast, words in contrasts if contrast < ENHANCED]

        return settled(look)

    def edgeless(self, window):
        """Entries, switches and ticks whose edge does not stand out from what is around them: on none of their sides."""
        def look():
            places = self.places(window, "control")
            picture = window.desktop.picture()
            contrasts = [(max(picture.contrast(*edge) for edge in edges(*place[:4])), place) for place in places]
            return [f"{place[4]} at {place[0]}, {place[1]} has an edge of {contrast:.1f} to 1" for contrast, place in contrasts if contrast < EDGE]

        return settled(look)

    def unlit(self, window):
        """What Tab comes to and does not show it clearly."""
        start, before = self.places(window, "focus"), window.desktop.picture()
        window.key("Tab")
        moving(window)
        places = [place for place in self.places(window, "focus") if place not in start]
        after = window.desktop.picture()
        found = []
        for x, y, width, height, kind in places:
            lit = before.changed(after, EDGE, x - AROUND, y - AROUND, width + 2 * AROUND, height + 2 * AROUND)
            # As a line at one of its sides would, at least; the pages of a book draw their own.
            if lit < min(width, height) and kind != "webkitwebview":
                found.append(f"{kind} at {x}, {y}, {width} by {height}, has the keyboard, and {lit} pixels show it")
        return found


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


def _walk(shelf, pages, checks, environment):
    """COGNATE_PICTURES: a folder for what was seen."""
    pictures = os.environ.get("COGNATE_PICTURES")
    found = []
    for window, where in pages(shelf, {**shelf.environment, **environment}):
        window.put_pointer_away()
        for check in () if where in FOREIGN else checks:
            for fault in check(window):
                found.append(f"{where}: {fault}")
                tap.comment(found[-1])
        if pictures:
            window.desktop.picture().save(os.path.join(pictures, re.sub(r"\W", "-", where) + ".png"))
    assert not found, "\n".join(found)


def check_high_contrast(pages):
    """Without animations, as all window tests are. COGNATE_DARK: in dark style."""
    scheme = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"} if os.environ.get("COGNATE_DARK") else {}
    with Shelf() as shelf:
        looks = Looks(shelf.folder)
        _walk(shelf, pages, (moving, looks.faint, looks.edgeless, looks.unlit), {"ADW_DEBUG_HIGH_CONTRAST": "1", **scheme, **looks.environment})


def check_large_text(pages):
    """Twice as large, on the screen of an old laptop. Where a menu is higher than such a screen GTK 4.8 asks for a monitor that is not there, and says so."""
    with Shelf(**SMALL) as shelf:
        looks = Looks(shelf.folder)
        _walk(shelf, pages, (looks.cut_off,), {"G_DEBUG": "gc-friendly", **looks.environment})
