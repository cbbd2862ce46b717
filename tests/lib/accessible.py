# SPDX-License-Identifier: GPL-3.0-or-later
"""The objects that a program shows to a screen reader (AT-SPI), each with its role, name, states, text and actions.

What is asked of an object that was just looked at (look.py) is answered by that look; of any other, by the program.

What GTK 4.8 does not do, and is worked around here:
 - a button with a text is called "Save Save", or "_Save Save" with a mnemonic: name() says it once;
 - a GType's name stands for "no name"."""
import collections
import re

import look
from gi.repository import GLib
from look import ROOT, Look, States

_ACCESSIBLE, _ACTION, _TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action", "org.a11y.atspi.Text"
_NOWHERE = "/org/a11y/atspi/null"
_IN_WINDOW = 1

Box = collections.namedtuple("Box", "x y width height")


class Node:
    """An object of a program's tree. Two of the same object are equal."""

    __slots__ = ("owner", "path")
    _roles = {}

    def __init__(self, owner, path):
        self.owner, self.path = owner, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def _known(self):
        fresh = Look.fresh(self.owner)
        return fresh.items.get(self.path) if fresh is not None else None

    def call(self, interface, method, signature=None, *arguments):
        return look.call(self.owner, self.path, interface, method, GLib.Variant(signature, arguments) if signature else None)

    def property(self, title, interface=_ACCESSIBLE):
        return self.call("org.freedesktop.DBus.Properties", "Get", "(ss)", interface, title)[0]

    def get_role_name(self):
        """That of an object does not change."""
        known = self._known()
        number = known.role if known else self._roles.get(self)
        if number is None:
            number = self._roles[self] = self.call(_ACCESSIBLE, "GetRole")[0]
        return look.role_name(number)

    def get_name(self):
        known = self._known()
        return known.name if known else self.property("Name")

    def get_description(self):
        known = self._known()
        return known.description if known else self.property("Description")

    def states(self):
        known = self._known()
        return known.states if known else States.of(*self.call(_ACCESSIBLE, "GetState")[0])

    def interfaces(self):
        known = self._known()
        return known.interfaces if known else self.call(_ACCESSIBLE, "GetInterfaces")[0]

    def get_parent(self):
        """None above the program."""
        if self.path == ROOT:
            return None
        known = self._known()
        path = known.parent if known else self.property("Parent")[1]
        return Node(self.owner, path) if path != _NOWHERE else None


def walk(node):
    """All of node and below it, hidden or not, in the order of the tree."""
    looked = Look.at(node.owner)
    found = [Node(node.owner, path) for path in looked.below(node.path)]
    looked.touch()
    return iter(found)


def walk_seen(node):
    """All that is seen of node and below it, it first."""
    looked = Look.at(node.owner)
    found = [Node(node.owner, path) for path in looked.seen_below(node.path)]
    looked.touch()
    return iter(found)


def children(node):
    looked = Look.at(node.owner)
    return [Node(node.owner, path) for path in looked.children_now(node.path)]


def find(node, matches, surely=True):
    """What is seen of node and below it and matches (a function of a role and a name), in the order of the tree.

    surely: all of it; else the first, unless that took another's place since the last look."""
    looked = Look.at(node.owner)

    def is_match(path):
        item = looked.items.get(path)
        return item is not None and matches(look.role_name(item.role), short_name(item.name))

    found = list(filter(is_match, looked.below(node.path, surely)))
    if not surely:
        seen = looked.seen_among(found[:1], node.path) or looked.seen_among(found[1:], node.path)[:1]
    else:
        seen = looked.seen_among(found, node.path)
    looked.touch()
    return [Node(node.owner, path) for path in seen]


def short_name(text):
    text = text.strip()
    half = text[(len(text) + 1) // 2 :].strip()
    if half and text.replace("_", "", 1) == f"{half} {half}":
        return half
    return "" if re.fullmatch(r"(Gtk|Adw|Cog)[A-Z]\w*", text) else text


def role(node):
    return node.get_role_name() or ""


def name(node):
    return short_name(node.get_name() or "")


def has(node, state):
    return node.states().has(state)


def box(node):
    """Where node is in its window now, or None for what has no place."""
    if "org.a11y.atspi.Component" not in node.interfaces():
        return None
    return Box(*node.call("org.a11y.atspi.Component", "GetExtents", "(u)", _IN_WINDOW)[0])


def is_seen(node):
    if not has(node, "visible"):
        return False
    extents = box(node)
    return extents is None or extents.width > 0 and extents.height > 0


def count_characters(node):
    return node.property("CharacterCount", _TEXT)


def read(node):
    """Its text, or its name where it has none."""
    return node.call(_TEXT, "GetText", "(ii)", 0, count_characters(node))[0] if _TEXT in node.interfaces() else name(node)


def insert_text(node, at, text):
    """As an input method would. at: in characters."""
    look.forget()
    node.call("org.a11y.atspi.EditableText", "InsertText", "(isi)", at, text, len(text.encode()))


def caret(node):
    """The characters before the caret."""
    return node.property("CaretOffset", _TEXT)


def attribute_run(node, at):
    """The attributes of the character there, by their names, and where the run begins and ends that has the same."""
    return node.call(_TEXT, "GetAttributeRun", "(ib)", at, False)


def character_box(node, at):
    return Box(*node.call(_TEXT, "GetCharacterExtents", "(iu)", at, _IN_WINDOW))


def act(node):
    """Does what a click on it would; False where it can do nothing."""
    if _ACTION not in node.interfaces() or node.property("NActions", _ACTION) == 0:
        return False
    look.forget()
    node.call(_ACTION, "DoAction", "(i)", 0)
    return True


def programs():
    """Those that speak to screen readers: the number of the process and the program, of each."""
    for process, owner in look.programs():
        yield process, Node(owner, ROOT)


class Focus:
    """Tells of where the keyboard comes to, in the default main context. heard: a function of a node."""

    def __init__(self, program, heard):
        self._number = look.listen(program.owner, "org.a11y.atspi.Event.Object", "StateChanged", "focused",
                                   lambda path, arguments: arguments[1] and heard(Node(program.owner, path)))

    def end(self):
        look.be_deaf(self._number)


class Announcements:
    """What a program says by itself, without that the keyboard comes there: GTK 4.14 and later can."""

    def __init__(self, program):
        self._said = []
        # Those that ask before they speak, ask the registry.
        look.call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                  GLib.Variant("(sas)", ("object:announcement", [])))
        self._number = look.listen(program.owner, "org.a11y.atspi.Event.Object", "Announcement", None,
                                   lambda _path, arguments: self._said.append(arguments[3]))

    def said(self):
        """All of it until now, in its order."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._said

    def end(self):
        look.be_deaf(self._number)
