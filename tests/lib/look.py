# SPDX-License-Identifier: GPL-3.0-or-later
"""How a program looks to a screen reader (AT-SPI), asked for by as few messages as will do.

libatspi asks one thing of one object at a time, and waits for each answer: to look over a window of five hundred objects takes it some three thousand messages, each
through the bus and the program's main loop. Here a look takes one message for all that the program has told of so far, and a few dozen at once for what that
leaves open; a node that was just looked at is not asked again."""
import ast
import os
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

import waiting  # noqa: E402

_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
ROOT = "/org/a11y/atspi/accessible/root"
_CACHE = "/org/a11y/atspi/cache"
_IN_WINDOW = GLib.Variant("(u)", (1,))
# Milliseconds. A program that starts, on a crowded machine, takes its time.
_ANSWERS = 15000
# Seconds for which what was looked at is not asked again, and for which at most, where one looks at it again and again. Whatever a person
# does ends them (forget()), and so does each turn of a wait.
_FRESH, _STALE = 0.1, 0.5
# How often what a program has just made is asked for, before what is not there is held to be gone.
_READINGS = 4

# One object of a GetItems answer as GLib prints it: twenty times faster read than unpacked by Python's bindings.
_WORDS = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[([^\]]*)\], "
                   + _WORDS + r", (\d+), " + _WORDS + r", \[(\d+), (\d+)\]\)")


class _Bus:
    """The accessibility bus, once it is asked for: a desktop may be started before."""

    connection = None
    context = None

    @classmethod
    def open(cls):
        if cls.connection is None:
            flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
            cls.connection = Gio.DBusConnection.new_for_address_sync(os.environ["AT_SPI_BUS_ADDRESS"], flags, None, None)
            cls.context = GLib.MainContext()
        return cls.connection


def call(owner, path, interface, method, arguments=None):
    """What one object answers; GLib.Error where it is gone."""
    return _Bus.open().call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, _ANSWERS, None).unpack()


def call_all(owner, requests):
    """Asks all of (path, interface, method, arguments) at once; the answers in their order, None for what is gone."""
    connection, answers, left = _Bus.open(), [None] * len(requests), len(requests)

    def answered(_connection, result, number):
        nonlocal left
        left -= 1
        try:
            answers[number] = connection.call_finish(result)
        except GLib.Error:
            pass

    # A context of its own: what else the test waits for (keyboard.py) shall not happen in here.
    _Bus.context.push_thread_default()
    try:
        for number, (path, interface, method, arguments) in enumerate(requests):
            connection.call(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, _ANSWERS, None, answered, number)
        while left:
            _Bus.context.iteration(True)
    finally:
        _Bus.context.pop_thread_default()
    return answers


def _words(printed):
    return ast.literal_eval(printed) if "\\" in printed else printed[1:-1]


class States(int):
    """Those of an object, a bit each."""

    @classmethod
    def of(cls, low, high):
        return cls(low | high << 32)

    def has(self, state):
        if state not in _bits:
            _bits[state] = int(getattr(Atspi.StateType, state.upper()))
        return bool(self >> _bits[state] & 1)


_bits, _role_names = {}, {}


def role_name(number):
    if number not in _role_names:
        _role_names[number] = Atspi.role_get_name(Atspi.Role(number))
    return _role_names[number]


class _Item:
    """What the program said of one object in a look."""

    __slots__ = ("parent", "index", "count", "interfaces", "name", "role", "description", "states")

    @classmethod
    def of_row(cls, row):
        """A match of _ITEM."""
        self = cls()
        _, self.parent, index, count, interfaces, name, role, description, low, high = row
        self.index, self.count, self.role = int(index), int(count), int(role)
        self.interfaces = interfaces[1:-1].split("', '")
        self.states = States.of(int(low), int(high))
        self.name, self.description = _words(name), _words(description)
        return self

    @classmethod
    def of_answers(cls, parent, index, asked, role, states, interfaces, children):
        """Of what it answered itself; None where it is gone."""
        if None in (asked, role, states, interfaces, children):
            return None
        self = cls()
        said = asked.unpack()[0]
        self.parent, self.index, self.count = parent, index, len(children.unpack()[0])
        self.role, self.states, self.interfaces = role.unpack()[0], States.of(*states.unpack()[0]), interfaces.unpack()[0]
        self.name, self.description = said.get("Name", ""), said.get("Description", "")
        return self


def _all_of(path):
    """What there is to ask of an object, without its place."""
    properties = ("org.freedesktop.DBus.Properties", "GetAll", GLib.Variant("(s)", (_ACCESSIBLE,)))
    return [(path, *properties)] + [(path, _ACCESSIBLE, method, None) for method in ("GetRole", "GetState", "GetInterfaces", "GetChildren")]


class Look:
    """A program as it is at one moment: all objects that it has told of so far, and what was learnt of them since.

    GTK 4.8 tells of an object only once somebody has asked for it, and goes on telling of one that is hidden. So the children of an object that matters are asked for
    besides, which makes new ones known; and where an item has more or fewer children than it counts, always."""

    _last = {}

    def __init__(self, owner):
        self.owner = owner
        self._answers = {}  # path: what it answered when it was asked for its children
        self.places = {}  # path: (x, y, width, height) in its window; None for what has none
        self._gone = set()
        self._taken, self._turn = time.monotonic(), waiting.turn()
        self._read()

    @classmethod
    def at(cls, owner):
        """The last look at a program, or a new one."""
        look = cls.fresh(owner)
        if look is None:
            look = cls._last[owner] = cls(owner)
            look.touch()
        return look

    @classmethod
    def fresh(cls, owner):
        look = cls._last.get(owner)
        return look if look is not None and look._turn == waiting.turn() and time.monotonic() < look._until else None

    def touch(self):
        """What was learnt of it is fresh; no longer than the whole of it."""
        self._until = min(time.monotonic() + _FRESH, self._taken + _STALE)

    def _read_plainly(self):
        """Each object by itself, from the top: of newer GTK, whose GetItems tells of pages of a stack that it does not tell of otherwise."""
        self.items, self._below, here = {}, {}, [(ROOT, "", 0)]
        while here:
            answers = call_all(self.owner, [request for path, _, _ in here for request in _all_of(path)])
            below = []
            for number, (path, parent, index) in enumerate(here):
                own = answers[number * 5 : number * 5 + 5]
                item = _Item.of_answers(parent, index, *own)
                if item is not None:
                    self.items[path] = item
                    self._answers[path] = [child for _, child in own[4].unpack()[0]]
                    below += [(child, path, i) for i, child in enumerate(self._answers[path])]
            here = below

    def _read(self):
        if os.environ.get("COGNATE_LOOK") == "plain":
            self._read_plainly()
            return
        flags = Gio.DBusCallFlags.NO_AUTO_START
        answer = _Bus.open().call_sync(self.owner, _CACHE, "org.a11y.atspi.Cache", "GetItems", None, None, flags, _ANSWERS, None)
        self.items = {row[0]: _Item.of_row(row) for row in _ITEM.findall(answer.print_(False))}
        self._below = {}
        for path, item in self.items.items():
            self._below.setdefault(item.parent, []).append(path)
        for paths in self._below.values():
            paths.sort(key=lambda path: self.items[path].index)

    def children(self, path):
        if path not in self._answers:
            return self._below.get(path, [])
        own = (self._own(path, child) for child in self._answers[path])
        return [child for child in own if child is not None]

    def children_now(self, path):
        """The same, as they are now."""
        if self._is_open(path, True):
            self._ask([path])
            if any(self._own(path, child) is None for child in self._answers[path]):
                self.below(path)
        return self.children(path)

    def _own(self, path, child):
        """The page of a stack between it and its child, which GTK 4.8 leaves out where it is asked for children, and nowhere else. None: not known."""
        item = self.items.get(child)
        if item is None or item.parent == path:
            return item and child
        page = self.items.get(item.parent)
        return item.parent if page is not None and page.parent == path else None

    def _is_open(self, path, surely):
        """Whether path must be asked for its children."""
        if path in self._answers:
            return False
        item = self.items.get(path)
        if item is None or path == ROOT:
            return True
        return surely and item.count != 0 or item.count != len(self._below.get(path, ()))

    def _request(self, path):
        return path, _ACCESSIBLE, "GetChildren", None

    def _place_request(self, path):
        return path, _COMPONENT, "GetExtents", _IN_WINDOW

    def _ask(self, for_children, for_places=()):
        """Both at once."""
        for_places = [path for path in for_places if path not in self.places]
        answers = call_all(self.owner, [self._request(p) for p in for_children] + [self._place_request(p) for p in for_places])
        for path, answer in zip(for_children, answers):
            self._answers[path] = [child for _, child in answer.unpack()[0]] if answer is not None else []
            if answer is None:
                self._gone.add(path)
        for path, answer in zip(for_places, answers[len(for_children) :]):
            self.places[path] = answer.unpack()[0] if answer is not None else None

    def _spread(self, top, surely):
        """Learns the children of all below top; whether each of them is known."""
        here, is_known = [top], True
        while here:
            asked = [path for path in here if self._is_open(path, surely)]
            if asked:
                self._ask(asked)
            below = []
            for path in here:
                for child in self._answers[path] if path in self._answers else self._below.get(path, ()):
                    own = self._own(path, child) if path in self._answers else child
                    is_known = is_known and (own is not None or child in self._gone)
                    below.append(own or child)
            here = below
        return is_known

    def below(self, top, surely=True):
        """The paths of all below top, it first, in their order. surely: as they are now; else as far as a look at once tells."""
        for _ in range(_READINGS):
            if self._spread(top, surely):
                break
            self._read()
        found, left = [], [top]
        while left:
            path = left.pop()
            found.append(path)
            left += self.children(path)[::-1]
        return found

    def is_seen(self, path):
        """Of that whose place was asked for: visible, and not empty."""
        item, place = self.items.get(path), self.places.get(path)
        if item is None or not item.states.has("visible"):
            return False
        return place is None and _COMPONENT not in item.interfaces or place is not None and place[2] > 0 and place[3] > 0

    def _has_place(self, path):
        return path in self.items and _COMPONENT in self.items[path].interfaces

    def seen_among(self, paths, top):
        """Those of paths, which are below top or top itself, that are seen, and all between them and top with them. Asks at once for all."""
        chains = {}
        for path in paths:
            chain = chains[path] = [path]
            while chain[-1] != top and chain[-1] in self.items:
                chain.append(self.items[chain[-1]].parent)
        links = {path for chain in chains.values() for path in chain[: max(1, len(chain) - 1)]}
        parents = {path for chain in chains.values() for path in chain[1:]}
        self._ask([path for path in parents if self._is_open(path, True)], [path for path in links if self._has_place(path)])

        def is_there(chain):
            return (chain[-1] == top and all(map(self.is_seen, chain[: max(1, len(chain) - 1)]))
                    and all(child in self.children(parent) for child, parent in zip(chain, chain[1:])))

        return [path for path in paths if is_there(chains[path])]

    def seen_below(self, top):
        """All that is seen below top, which comes first, seen or not, in their order."""
        self.below(top)
        seen, here = {top}, self.children(top)
        while here:
            self._ask((), [path for path in here if self._has_place(path)])
            here = list(filter(self.is_seen, here))
            seen.update(here)
            here = [child for path in here for child in self.children(path)]
        return [path for path in self.below(top) if path in seen]


def programs():
    """Those that have told the registry of themselves (before that GTK 4.8 fails an assertion where it is asked): the number of the process
    and the name on the bus, of each."""
    for owner, path in call("org.a11y.atspi.Registry", ROOT, _ACCESSIBLE, "GetChildren")[0]:
        if path == ROOT:
            yield call(*_BUS, "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))[0], owner


def listen(owner, interface, signal, first, heard):
    """Calls heard(path, arguments) in the default main context for each such signal; a number for be_deaf()."""
    def received(_connection, _sender, path, _interface, _signal, arguments):
        heard(path, arguments.unpack())

    return _Bus.open().signal_subscribe(owner, interface, signal, None, first, Gio.DBusSignalFlags.NONE, received)


def be_deaf(number):
    _Bus.open().signal_unsubscribe(number)


def forget():
    """Something was done: nothing is as it was."""
    Look._last.clear()
