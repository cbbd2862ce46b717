# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF's objects by `qpdf --json`, and what can be asked of them without a library for PDF."""
import base64
import json
import re
import subprocess

NUMBER = r"[-+]?[0-9]*\.?[0-9]+"


class Pdf:
    def __init__(self, path):
        text = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                              check=True, capture_output=True).stdout
        document = json.loads(text)
        self.path = path
        self.encrypted = document["encrypt"]["encrypted"]
        self.attachments = document["attachments"]
        self.pages = [page["object"] for page in document["pages"]]
        self.objects = document["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.get(self.trailer["/Root"])

    def entry(self, reference):
        return self.objects["obj:" + reference]

    def get(self, value):
        """The value itself, or that of the object that it refers to; of a stream its dictionary."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.entry(value)
            value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
        return value

    def data(self, reference):
        return base64.b64decode(self.entry(reference)["stream"]["data"])

    def dictionaries(self):
        """Every dictionary in the file, wherever it stands, with the reference of the object that it is in."""
        for name, entry in self.objects.items():
            stack = [entry["stream"]["dict"] if "stream" in entry else entry["value"]]
            while stack:
                value = stack.pop()
                if isinstance(value, dict):
                    yield name.removeprefix("obj:"), value
                    stack.extend(value.values())
                elif isinstance(value, list):
                    stack.extend(value)

    def streams(self, subtype):
        return [(name.removeprefix("obj:"), entry["stream"]["dict"]) for name, entry in self.objects.items()
                if "stream" in entry and entry["stream"]["dict"].get("/Subtype") == subtype]

    def contents(self):
        """What is drawn: pages, forms, patterns and the characters of fonts, with their dictionaries."""
        for reference in self.pages:
            page = self.get(reference)
            contents = page["/Contents"] if isinstance(page["/Contents"], list) else [page["/Contents"]]
            yield reference, page, b"\n".join(self.data(c) for c in contents)
        for name, dictionary in self.streams("/Form"):
            yield name, dictionary, self.data(name)
        for name, entry in self.objects.items():
            if "stream" in entry and "/PatternType" in entry["stream"]["dict"]:
                yield name.removeprefix("obj:"), entry["stream"]["dict"], self.data(name.removeprefix("obj:"))

    def fonts(self):
        return [d for _, d in self.dictionaries() if d.get("/Type") == "/Font"]


def operators(content):
    """The operators of a content stream; strings and pictures in it are passed over."""
    content = re.sub(rb"BI\s.*?\sID\s.*?\sEI", b" ", content, flags=re.S)
    content = re.sub(rb"\((?:\\.|[^\\()])*\)", b" ", content, flags=re.S)
    content = re.sub(rb"<[0-9A-Fa-f\s]*>", b" ", content)
    return re.findall(rb"(?<![/\w.])[A-Za-z][A-Za-z0-9]*\*?|'|\"", content)
