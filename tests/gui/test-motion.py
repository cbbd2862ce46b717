# SPDX-License-Identifier: GPL-3.0-or-later
"""Where animations are off, as on the desktop of these tests, nothing slides or fades: what comes is there at once."""
import time

import tap
from scenes import HEADING, new_project
from window import Shelf, Window, main

# Seconds in which GTK's and libadwaita's animations would have ended, and pictures between what was and what will be: a list that comes is laid
# out, and then its rows are made.
LONG, FEW = 0.7, 3


def watch(window, act):
    """How many pictures were seen between the one before act() and the one at rest."""
    desktop = window.desktop
    whole = (0, 0, *desktop.size)
    seen = [desktop.picture().part(*whole)]
    act()
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        now = desktop.picture().part(*whole)
        if now != seen[-1]:
            seen.append(now)
    return max(0, len(seen) - 2)


@tap.test
def keys():
    "panes, bars, pages, dialogs and the panel come and go at once"
    found = []
    with Shelf() as shelf:
        window = Window(shelf, new_project(shelf))
        window.ready(HEADING)
        window.put_pointer_away()
        for keys in (("F9",), ("F9",), ("shift+F9",), ("shift+F9",), ("F6", "F6"), ("Down",), ("Down",), ("ctrl+f",), ("Escape",), ("ctrl+l",), ("Escape",),
                     ("alt+2",), ("alt+3",), ("alt+1",), ("ctrl+shift+k",), ("Escape",)):
            count = watch(window, lambda: window.key(*keys))
            tap.comment(f"{' '.join(keys)}: {count}")
            if count > FEW:
                found.append(f"{' '.join(keys)}: {count} pictures between two")
        window.close()
    assert not found, "\n".join(found)


main()
