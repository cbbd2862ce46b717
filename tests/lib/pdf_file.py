# SPDX-License-Identifier: GPL-3.0-or-later
"""The objects of a PDF as `qpdf --json` gives them, resolved, and the content of its streams (ISO 32000-1, clause 7)."""
import base64
import codecs
import json
import re
import subprocess

REFERENCE = re.compile(r"\d+ \d+ R$")


class Name(str):
    """A name, without its solidus."""


class Reference(str):
    """A reference as qpdf writes it, "12 0 R"."""


def _plain(value):
    if isinstance(value, str):
        if value.startswith("u:"):
            return value[2:]
        if value.startswith("b:"):
            data = bytes.fromhex(value[2:])
            return data.decode("utf-16-be", "replace") if data.startswith(codecs.BOM_UTF16_BE) else data.decode("latin-1")
        if REFERENCE.match(value):
            return Reference(value)
        return Name(value[1:]) if value.startswith("/") else value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key.lstrip("/"): _plain(item) for key, item in value.items()}
    return value


class File:
    """A PDF; get() follows references, so that no one else meets them but to compare them."""

    def __init__(self, path):
        self.path = path
        raw = self._run("--json=2", "--json-key=qpdf", "--json-stream-data=none", path)
        self._objects = {}
        for key, item in json.loads(raw)["qpdf"][1].items():
            self._objects[key.removeprefix("obj:")] = _plain(item["value"] if "value" in item else item["stream"]["dict"])
        self.trailer = self._objects["trailer"]
        self.root = self.get(self.trailer, "Root")
        self.pages = self._list_pages()
        self._streams = {}

    @staticmethod
    def _run(*args):
        done = subprocess.run(["qpdf", *args], capture_output=True, check=False)
        if done.returncode not in (0, 3):
            raise ValueError(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def resolve(self, value):
        while isinstance(value, Reference):
            value = self._objects.get(value)
        return value

    def get(self, holder, *keys, default=None):
        value = self.resolve(holder)
        for key in keys:
            value = self.resolve(value.get(key)) if isinstance(value, dict) else None
        return default if value is None else value

    def items(self, holder, key):
        """The kids of an entry that may be one thing or an array, references as they are."""
        value = self.get(holder, key)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        return [self.resolve(holder)[key]]

    def dictionaries(self, key, value):
        """All objects whose entry has that value."""
        return [(Reference(name), item) for name, item in self._objects.items()
                if isinstance(item, dict) and item.get(key) == value]

    def _list_pages(self):
        found, stack = [], [(self.get(self.root, "Pages"), self.root.get("Pages"))]
        while stack:
            node, reference = stack.pop()
            if self.get(node, "Type") == "Page":
                found.append(reference)
            stack.extend((self.resolve(kid), kid) for kid in reversed(self.get(node, "Kids", default=[])))
        return found

    def number_tree(self, holder):
        """Key and value of each entry (7.9.7)."""
        stack = [holder]
        while stack:
            node = stack.pop()
            numbers = self.get(node, "Nums", default=[])
            yield from zip(numbers[::2], numbers[1::2])
            stack.extend(self.get(node, "Kids", default=[]))

    def load(self, references):
        """Reads the data of many streams in one go."""
        wanted = sorted({r for r in references if isinstance(r, Reference) and r not in self._streams})
        for start in range(0, len(wanted), 2000):
            picked = [f"--json-object={r.removesuffix(' R').replace(' ', ',')}" for r in wanted[start:start + 2000]]
            raw = self._run("--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", *picked, self.path)
            for key, item in json.loads(raw)["qpdf"][1].items():
                if "stream" in item:
                    self._streams[key.removeprefix("obj:")] = base64.b64decode(item["stream"]["data"])

    def data(self, reference):
        if reference not in self._streams:
            self.load([reference])
        return self._streams.get(reference, b"")
