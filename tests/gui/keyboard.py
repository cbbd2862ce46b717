# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through what is open by Tab alone, and says what cannot be reached, has no name, or does not show that it has the
keyboard."""
import re
import time

import tap
from accessible import Focus, box, children, has, is_seen, name, role, walk, walk_seen
from gi.repository import GLib
from person import BUTTONS, CONTROLS, steady
from scenes import ITEMS
from window import Shelf

# Seconds: for the keyboard to come somewhere, and for the picture to follow.
_ARRIVES, _SHOWS, _SETTLES = 1, 1.5, 0.3
_MOST = 160
# Stops of which GTK tells nobody, in one round.
_SILENT = 12
# Pixels around a control within which its focus shows.
_AROUND = 6
# The keys within these go on by arrows, as in every program; one of them by Tab is enough.
_BY_ARROWS = ("list item", "radio button", "page tab", "table cell", "menu item", "radio menu item", "check menu item", "tree item", "row")
PANEL = "About this passage"
_WINDOWS = ("frame", "dialog", "window", "alert")


class Walker:
    """Listens to where the keyboard is. One for a program."""

    def __init__(self, window):
        self.window = window
        self._arrived = None
        self._focus = Focus(window.app, self._comes)

    def end(self):
        self._focus.end()

    def _comes(self, node):
        self._arrived = node

    def settle(self):
        """Until nothing tells any more where the keyboard came to: what is open has just been opened."""
        context, end = GLib.MainContext.default(), time.monotonic() + _SETTLES
        while time.monotonic() < end:
            if context.iteration(False):
                end = time.monotonic() + _SETTLES
            else:
                time.sleep(0.01)

    def press(self, *keys):
        """Where the keyboard comes to by these keys; None where it stays."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        self._arrived = None
        self.window.key(*keys)
        end = time.monotonic() + _ARRIVES
        while self._arrived is None and time.monotonic() < end:
            if not context.iteration(False):
                time.sleep(0.005)
        return self._arrived

    def active(self):
        """The window that has the keyboard: all that open others here are modal."""
        found = [n for n in walk_shallow(self.window.app) if role(n) in _WINDOWS and has(n, "visible")]
        return ([n for n in found if has(n, "active")] or found)[-1]


def walk_shallow(app):
    """The windows of a program, and dialogs that stand in one."""
    yield from children(app)


def path(node):
    names = []
    while node is not None and role(node) != "application":
        if name(node) or role(node) not in ("panel", "filler"):
            names.append(f"{role(node)} {name(node)!r}")
        node = node.get_parent()
    return " < ".join(names[:6])


class Stop:
    """Where Tab came to. All is asked at once: a row that closes behind it takes its controls along."""

    def __init__(self, node):
        self.is_named = any(map(name, walk(node)))  # it, or what is in it
        self.node, self.key, self.path = node, _key(node), path(node)
        self.extents = box(node) if role(node) != "scroll pane" else None  # that shows it by its content
        self.way = []  # (key, role, name, node), from the window to it
        while node is not None and role(node) not in _WINDOWS:
            self.way.insert(0, (_key(node), role(node), name(node), node))
            node = node.get_parent()


def _is_wrapper(node):
    """A menu button, a drop-down, an entry row: what takes the keyboard stands in it."""
    return any(has(n, "focusable") and is_seen(n) for n in list(walk(node))[1:])


def _key(node):
    return hash(node)


def _around(picture, extents, offset):
    left, top = offset[0] + extents.x - _AROUND, offset[1] + extents.y - _AROUND
    return picture.part(left, top, extents.width + 2 * _AROUND, extents.height + 2 * _AROUND)


class Report:
    """What one walk found."""

    def __init__(self):
        self.reached = []
        self.silent = 0
        self.panel = None  # what the panel had when Tab came to it: it has other cards for each row
        self.faults = []


def _shows(window, node, before, offset):
    """Waits until the picture is another one where it stands now: it may have been scrolled into sight."""
    end = time.monotonic() + _SHOWS
    while time.monotonic() < end:
        try:
            extents = box(node)
        except GLib.Error:  # it was closed
            return True
        if _around(window.desktop.picture(), extents, offset) != _around(before, extents, offset):
            return True
        time.sleep(0.02)
    return False


def walk_by_tab(walker, first_keys=("Tab",)):
    """Tab until it comes round; every stop must show itself and have a name."""
    window, report = walker.window, Report()
    seen = set()
    offset = None
    walker.settle()
    before = window.desktop.picture()
    node = walker.press(*first_keys)
    # The entry rows of libadwaita 1.2 take the keyboard without a word.
    while node is None and report.silent < _SILENT:
        report.silent += 1
        node = walker.press("Tab")
    while node is not None and len(report.reached) < _MOST and _key(node) not in seen:
        stop = Stop(node)
        seen.add(stop.key)
        report.reached.append(stop)
        panel = next((step[3] for step in stop.way if step[2] == PANEL), None)
        if panel is not None and report.panel is None:
            report.panel = set(controls(panel))
        if not stop.is_named:
            report.faults.append(f"has no name: {stop.path}")
        # Round the text that is written stands the ring of its row.
        if stop.extents is not None and stop.extents.width > 0 and name(node) != "Your text":
            offset = offset or window.corner()
            # The first may have had the keyboard before, and shown it.
            if len(report.reached) > 1 and not _shows(window, node, before, offset):
                report.faults.append(f"does not show that it has the keyboard: {stop.path}")
        before = window.desktop.picture()
        node = walker.press("Tab")
        while node is None and report.silent < _SILENT:
            report.silent += 1
            node = walker.press("Tab")
    return report


def _is_reached(node, reached, parents):
    if _key(node) in reached:
        return True
    # Arrows lead to the other rows of a list, and Tab to what is in one.
    while node is not None and role(node) not in _WINDOWS:
        if role(node) in _BY_ARROWS and node.get_parent() is not None:
            return _key(node.get_parent()) in parents
        node = node.get_parent()
    return False


def _popover(report):
    """The button whose popover keeps the keyboard; None where it goes through the window."""
    common = None
    for steps in zip(*(stop.way for stop in report.reached)):
        if len({step[0] for step in steps}) > 1:
            break
        if steps[0][1] in BUTTONS:
            common = steps[0][3]
    return common if len(report.reached) > 1 else None


def controls(within):
    """What can be clicked now."""
    return steady(lambda: {_key(n): n for n in walk_seen(within) if role(n) in CONTROLS and is_seen(n)})


def unreached(report, within, there):
    """Controls that can be clicked, and to which neither Tab nor an arrow leads. there: those from before the round, since
    the panel has others for each passage that the keyboard comes to."""
    popover = _popover(report)
    within = popover or within
    reached = {stop.key for stop in report.reached}
    parents = {step[0] for stop in report.reached for step in stop.way[:-1]}
    found, silent = [], report.silent
    for node in walk(within):
        if node == popover or _key(node) not in there or not is_seen(node) or not has(node, "sensitive") or box(node) is None:
            continue
        # The window's own buttons have keys of the desktop.
        if name(node) in ("Close", "Minimize", "Maximize") and role(node) in BUTTONS:
            continue
        if report.panel is not None and _key(node) not in report.panel and f"{PANEL!r}" in path(node):
            continue
        # Enter and the menu of the row do the same.
        if name(node) in ("Write", "Copy Source") or _is_reached(node, reached, parents):
            continue
        if _key(node) in parents or _is_wrapper(node):
            continue
        if role(node) == "text" and role(node.get_parent()) == "list" and silent > 0:
            silent -= 1
            continue
        found.append(path(node))
    return found


def scattered(report):
    """Parts of the window to which Tab comes twice, with something else between."""
    runs, last = [], None
    for stop in report.reached:
        parts = [step for step in stop.way[:-1] if step[2] and step[1] in ("list", "panel", "form", "table", "page tab list")]
        part = (parts[0][0], f"{parts[0][1]} {parts[0][2]!r}") if parts else None
        if part is not None and part != last:
            runs.append(part)
        last = part
    # The round begins where the keyboard was: in the midst of a part.
    if len(runs) > 1 and runs[0] == runs[-1]:
        runs.pop()
    return sorted({title for key, title in runs if sum(1 for k, _ in runs if k == key) > 1})


def _ancestors(node):
    found = []
    while node is not None:
        found.append(_key(node))
        node = node.get_parent()
    return found


def page_of(window, here, away):
    """The page on which that stands, apart from the one of the other: what is away is told as visible, too (GTK 4.8)."""
    node = window.see(*here)
    others = _ancestors(window.see(*away))
    while _key(node.get_parent()) not in others:
        node = node.get_parent()
    return node


def menu_faults(walker):
    """Of an open menu: Down leads to each item, and each has a name."""
    items = [n for n in walker.window.all(ITEMS) if has(n, "sensitive")]
    reached = set()
    for _ in range(len(items) + 2):
        node = walker.press("Down")
        if node is None or _key(node) in reached:
            break
        reached.add(_key(node))
    return [f"no arrow leads to: {path(n)}" for n in items if _key(n) not in reached and name(n)]


# --- the whole of it -------------------------------------------------------------------------------------------------
def check(walk_pages):
    """Walks through what each stop of the walk has opened."""
    faults = []
    walker = None
    with Shelf() as shelf:
        for window, place in walk_pages(shelf):
            if walker is None or walker.window is not window:
                if walker is not None:
                    walker.end()
                walker = Walker(window)
            for fault in find_faults(window, walker, place):
                tap.comment(f"{place}: {fault}")
                faults.append(f"{place}: {fault}")
        walker.end()
    assert not faults, "\n".join(faults)


# GTK's own windows, which nobody here can mend: their search button has a tooltip only.
GTKS = ("shortcuts", "about")

# Of these, what lies behind is told as visible (GTK 4.8), and is away.
BOOK = ("list", "Source and adaptation")
PAGES = {"remix": (("list", "Sections"), ("push button", re.compile("^Choose a _?File"))),
         "import-chapters": (("list", "Chapters"), ("list", "For whom")),
         "culture-book": (("list", "Agree on Another"), ("list", "What is bound to a culture or place")),
         "culture-level": (("label", "The whole book"), ("list", "What is bound to a culture or place")),
         "rights": (("list", "What is in your edition"), BOOK), "publish": (("list", "Options"), BOOK)}


# The same window with another row in hand: its names are looked at, and not all of it walked through again.
ALIKE = ("row-focus", "inline-pictures", "drawing", "picture-replaced", "list", "box", "quotation", "preformatted", "passage-left-out")


def find_nameless(window):
    """Controls without a name, and rows of lists in which nothing has one."""
    def silent_rows():
        return [path(n) for n in walk_seen(window.app) if role(n) == "list item" and not any(name(part) for part in walk(n))]

    return [f"has no name: {words}" for words in window.unnamed()] + [f"says nothing: {words}" for words in steady(silent_rows)]


def find_faults(window, walker, place):
    if place in ALIKE:
        return find_nameless(window)
    if window.all(ITEMS):
        return menu_faults(walker)
    mute = find_nameless(window)
    # GTK 4.8 forgets what a window is whose focus is set before it is shown: no screen reader would say that it came.
    nameless = [f"is no window: {path(n)}" for n in walk_shallow(window.app) if role(n) not in _WINDOWS and is_seen(n)]
    within = walker.active()
    there = controls(window.app)
    report = walk_by_tab(walker)
    if place in GTKS:
        return []
    report.faults += mute + nameless
    if place in PAGES:
        within = page_of(window, *PAGES[place])
    return (report.faults + [f"cannot be reached: {path}" for path in unreached(report, within or window.app, there)]
            + [f"comes twice: {path}" for path in scattered(report)])
