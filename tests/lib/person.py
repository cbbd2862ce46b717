# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses a program as a person does: sees what a screen reader sees (AT-SPI), types and clicks through the X server.

What GTK 4.8 does not do, and is worked around here:
 - a button that is pressed through AT-SPI acts a quarter of a second later: press() waits for it, lest the test go on as if it had;
 - only windows have the state "showing": what is seen has the state "visible" and a size that is not empty;
 - GrabFocus is not there: click;
 - Text.SetSelection never answers: select by keyboard;
 - extents are those inside the window: place() adds where the window is. Inside a popover they are some pixels off:
   press() what is in one, never click it;
 - a row that a list has not made, since it is scrolled away, is not in the tree."""
import itertools
import re
import subprocess
import time

import accessible
from accessible import act, box, children, find, has, name, read, role, walk, walk_seen
from gi.repository import GLib
from look import forget
from waiting import PATIENCE, until

BUTTONS = ("push button", "button", "toggle button", "check box", "switch", "radio button", "menu item", "check menu item", "radio menu item", "link", "tab",
           "page tab")
CONTROLS = BUTTONS + ("text", "entry", "combo box", "spin button", "slider")
# Of so many looks of one who waits.
_THOROUGH = 3
# Seconds after which a button of GTK 4 does what it was told by another program to do; those buttons.
_IS_PRESSED = 0.26
_SLOW = ("push button", "button", "toggle button", "link", "tab", "page tab")
WINDOWS = ("frame", "dialog", "window", "alert")


class NotSeen(AssertionError):
    """Something that a person should have seen was not there in time."""


def steady(look, times=10):
    """What look() sees; again, where something vanished while it looked."""
    for _ in range(times - 1):
        try:
            return look()
        except GLib.Error:
            time.sleep(0.05)
    return look()


class Interface:
    """In which language the programs speak: tests know them by English words. catalogue: a Catalogue, or None where they speak English."""

    catalogue = None


def matcher(roles, title):
    """A function that says of a role and a name whether they are of these roles, and of that name (a string, or a compiled pattern)."""
    roles = (roles,) if isinstance(roles, str) else roles

    def matches(own_role, own):
        if roles and own_role not in roles:
            return False
        if title is None:
            return True
        readings = Interface.catalogue.readings(own) if Interface.catalogue else ()
        return any(title.search(words) if hasattr(title, "search") else title == words for words in (own, *readings))

    return matches


class Person:
    """A program that was started, and what a person does with it.

    command, environment: of the program. desktop: the Desktop on which it runs. log: a file for its messages."""

    def __init__(self, command, desktop, environment, log):
        self.desktop = desktop
        self.environment = environment
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)
        self.app = until(self._find_app, ignoring=GLib.Error)
        if not self.app:
            status = self.process.poll()
            self.end()
            raise NotSeen(f"no window of {command[0]}, " + ("which did not end" if status is None else f"which ended with {status}"))

    def _find_app(self):
        if self.process.poll() is not None:
            return None
        return next((program for process, program in accessible.programs() if self._is_it(process, program) and program.property("ChildCount") > 0), None)

    def _is_it(self, process, program):
        return process == self.process.pid

    def end(self, **how):
        return self.desktop.end_process(self.process, **how)

    def wait_for(self, condition, seconds=PATIENCE):
        """until(), which gives up where the program has ended."""
        answer = until(lambda: self.process.poll() is not None or condition(), seconds, ignoring=GLib.Error)
        if self.process.poll() is not None:
            raise NotSeen(f"the program ended with {self.process.returncode}")
        return answer

    # --- seeing -----------------------------------------------------------------------------------------------------
    def _all(self, roles, title, within=None, surely=True):
        return steady(lambda: find(within or self.app, matcher(roles, title), surely))

    def all(self, roles=None, title=None, within=None):
        """What is seen of this role (or one of these) and name (a string, or a compiled pattern)."""
        return self._all(roles, title, within)

    def see(self, roles=None, title=None, within=None, seconds=PATIENCE):
        """The first of them, for which this waits."""
        turns = itertools.count(1)
        # What stands where something else was a moment ago is found by a thorough look only.
        found = self.wait_for(lambda: next(iter(find(within or self.app, matcher(roles, title), next(turns) % _THOROUGH == 0)), None), seconds)
        if not found:
            raise NotSeen(f"no {roles or 'thing'} called {title!r}; there are:\n{self.tree(within)}")
        return found

    def gone(self, roles, title):
        if not self.wait_for(lambda: not self._all(roles, title, surely=False) and not self.all(roles, title)):
            raise NotSeen(f"{roles} {title!r} is still there:\n{self.tree()}")

    def reads(self, node, expected):
        """Also with a direction mark before it, which the editor of a passage has where the text begins with a letter of the other direction."""
        if not self.wait_for(lambda: read(node) in (expected, "\u200f" + expected, "\u200e" + expected)):
            raise NotSeen(f"{role(node)} {name(node)!r} reads {read(node)!r}, not {expected!r}")

    def unnamed(self):
        """The controls that a screen reader could not call by a name, each with the path to it."""
        def path(node):
            names = []
            while node is not None and role(node) != "application":
                names.append(f"{role(node)} {name(node)!r}")
                node = node.get_parent()
            return " < ".join(n for n in names if not n.startswith(("panel ''", "filler ''")))

        return steady(lambda: [path(n) for n in walk_seen(self.app) if role(n) in CONTROLS and has(n, "focusable") and not name(n)])

    def tree(self, within=None):
        lines = []

        def show(node, depth):
            if role(node) not in ("panel", "filler") or name(node):
                extents = box(node)
                lines.append("  " * depth + f"{role(node)} {name(node)!r}" + (f" {extents.width}x{extents.height}+{extents.x}+{extents.y}" if extents else "")
                             + (" focused" if has(node, "focused") else "") + ("" if has(node, "visible") else " hidden")
                             + ("" if has(node, "sensitive") else " insensitive"))
                depth += 1
            for child in children(node):
                show(child, depth)

        try:
            list(walk(within or self.app))
            show(within or self.app, 0)
        except GLib.Error as error:
            lines.append(f"(the tree changed: {error.message})")
        return "\n".join(lines)

    # --- acting -----------------------------------------------------------------------------------------------------
    def press(self, what, within=None):
        """Activates a button, menu item or switch, given by its name or as found. One that is made anew meanwhile is looked for again."""
        if isinstance(what, (str, re.Pattern)):
            steady(lambda: self._press(self.see(BUTTONS, what, within)))
        else:
            self._press(what)

    def _press(self, node):
        if not self.wait_for(lambda: has(node, "sensitive")):
            raise NotSeen(f"{role(node)} {name(node)!r} is insensitive")
        is_slow = role(node) in _SLOW
        if not act(node):
            self.click(node)
        elif is_slow:
            time.sleep(_IS_PRESSED)
            self._answer()

    def _answer(self):
        """Waits until the program has done what is due; it may have ended by that."""
        try:
            self.app.property("Name")
        except GLib.Error:
            pass
        forget()

    def _xdotool(self, *arguments):
        forget()
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=True).stdout

    def _ask(self, *arguments):
        """The same where no answer is one too: a window that goes while it is looked at, as a menu does that closes, is a fault to xdotool."""
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False).stdout

    def has_keyboard(self, node):
        """Waits until the window manager gives the keyboard to the window that holds node: one that has just come, or whose dialog has gone."""
        while role(node.get_parent()) != "application":
            node = node.get_parent()
        title = node.get_name()

        def has_it(seconds):
            return self.wait_for(lambda: self._ask("getwindowfocus", "getwindowname").strip() == title, seconds)

        if has_it(5):
            return
        # Two windows came and went at once, and the window manager chose another: a person takes the one that is seen.
        self._ask("windowactivate", self._xwindow(node))
        if not has_it(PATIENCE):
            raise NotSeen(f"“{title}” has not the keyboard:\n{self.tree()}")

    def _xwindow(self, node):
        """The X window of the frame or dialog that holds node."""
        # A toast is an alert in a window.
        while node is not None and (role(node) not in WINDOWS or role(node.get_parent()) != "application"):
            node = node.get_parent()
        title = node.get_name() if node is not None else ""
        found = self.wait_for(lambda: self._find_xwindow(title))
        if not found:
            raise NotSeen(f"no X window called {title!r}")
        return found

    def _find_xwindow(self, title):
        for number in self._ask("search", "--onlyvisible", "--pid", str(self.process.pid)).split():
            if self._ask("getwindowname", number).strip() == title:
                return number
        return None

    def outer_corner(self, window=None):
        """Where an X window stands on the screen, with its shadow: the one that has the keyboard, if none is given."""
        window = window or self.wait_for(lambda: self._ask("getwindowfocus").strip())
        info = subprocess.run(["xwininfo", "-id", window], env=self.environment, capture_output=True, text=True, check=True).stdout
        return tuple(int(re.search(rf"Absolute upper-left {axis}:\s+(-?\d+)", info)[1]) for axis in "XY")

    def corner(self, window=None):
        """Where extents count from on the screen, in an X window: the one that has the keyboard, if none is given."""
        window = window or self.wait_for(lambda: self._ask("getwindowfocus").strip())
        x, y = self.outer_corner(window)
        # What the window draws around itself for its shadow.
        shadow = subprocess.run(["xprop", "-id", window, "_GTK_FRAME_EXTENTS"], env=self.environment, capture_output=True, text=True, check=True).stdout
        margins = re.search(r"= (\d+), \d+, (\d+), \d+", shadow)
        return (x + (int(margins[1]) if margins else 0), y + (int(margins[2]) if margins else 0))

    def rectangle(self, node):
        """x, y, width and height of node on the screen."""
        x, y = self.corner(self._xwindow(node))
        extents, window = box(node), node
        while window.get_parent() is not None and role(window.get_parent()) != "application":
            window = window.get_parent()
        # Newer GTK counts from where the window's shadow ends, and what stands in it from there once more.
        origin = box(window)
        return x + extents.x - origin.x, y + extents.y - origin.y, extents.width, extents.height

    def _still(self, node):
        """Where node is once it moves no more: rows that are being laid out, or a dialog that goes, carry it away from under the pointer."""
        before = self.rectangle(node)
        for _ in range(20):
            time.sleep(0.02)
            now = self.rectangle(node)
            if now == before:
                break
            before = now
        return before

    def _wait_for_keyboard(self):
        """While a dialog comes or goes no window has the keyboard, and what is typed is lost. Where another program has it, this goes on."""
        until(lambda: self._ask("getwindowfocus", "getwindowpid").strip() == str(self.process.pid), 5)

    def click(self, node):
        x, y, width, height = self._still(node)
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def point_at(self, node):
        """Lets the pointer come over it and rest there."""
        x, y, width, height = self._still(node)
        self._xdotool("mousemove", str(x + width // 2 - 3), str(y + height // 2), "mousemove", str(x + width // 2), str(y + height // 2))

    def drag(self, node, over, share=0.5):
        """Drags node with the pointer, and lets it go over another, that share of its height below its upper edge."""
        x, y, _, height = self.rectangle(node)
        to_x, to_y, _, to_height = self.rectangle(over)
        x, y, to_x, to_y = x + 40, y + height // 2, to_x + 40, to_y + int(to_height * share)
        self._xdotool("mousemove", str(x), str(y), "mousedown", "1")
        # A person's hand: it is a drag once it has gone some way, and the program follows it.
        for step in range(1, 11):
            self._xdotool("mousemove", "--sync", str(x + (to_x - x) * step // 10 + (step < 10)), str(y + (to_y - y) * step // 10))
            self._answer()
        self._xdotool("mousemove", str(to_x), str(to_y))
        self._answer()
        self._xdotool("mouseup", "1")

    def scroll(self, x, y, steps=2):
        """Turns the wheel, towards the end, over a place of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "--repeat", str(steps), "5")

    def resize(self, node, width, height):
        """Gives the window of the node, its shadows included, this size."""
        self._xdotool("windowsize", "--sync", self._xwindow(node), str(width), str(height))

    def put_pointer_away(self):
        """To a corner, where it stands in no picture of what matters."""
        self._xdotool("mousemove", "9999", "9999")

    def fill(self, entry, text):
        """Clicks into an empty entry, again where it has no caret then, as when a list that was closing took the click, and types."""
        self.click(entry)
        if not until(lambda: any(has(node, "focused") for node in walk(entry)), 3, ignoring=GLib.Error):
            self.click(entry)
        self.type(text)
        self.reads(entry, text)

    def key(self, *keys):
        """Keys as xdotool names them: "ctrl+s", "Return", "F10"."""
        self._wait_for_keyboard()
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        """Types what an American keyboard has."""
        self._wait_for_keyboard()
        self._xdotool("type", "--clearmodifiers", "--delay", "4", text)

    def put(self, node, text):
        """Appends text of any script to what is editable, as an input method would."""
        accessible.insert_text(node, accessible.count_characters(node), text)
