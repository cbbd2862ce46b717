# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page shows: its marked pieces with their text, and what stands in none (ISO 32000-1, 9.10 and 14.6)."""
import re

TOKEN = re.compile(
    rb"(?P<text>\((?:\\.|[^\\()])*\))|(?P<dict><<.*?>>(?!>))|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<name>/[^\s/<>\[\]()]*)"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z*0-9]*)", re.S)
PAINTING = set(b"S s f F f* B B* b b* sh Do Tj TJ ' \" EI".split())
SHOWING = set(b"Tj TJ ' \"".split())
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
ACTUAL = re.compile(rb"/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|(\((?:\\.|[^\\()])*\)))", re.S)


def _unescape(literal):
    def plain(match):
        body = match[1]
        if body[:1] in b"01234567" and body:
            return bytes([int(body, 8) & 255])
        return ESCAPED.get(body, b"" if body[:1] in b"\r\n" else body)

    return ESCAPE.sub(plain, literal[1:-1])


def _unhex(digits):
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _decode_text(data):
    return data[2:].decode("utf-16-be", "replace") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


class Font:
    """Codes to Unicode, by the font's ToUnicode map (9.10.3)."""

    def __init__(self, file, reference):
        self.dictionary = file.resolve(reference)
        self.size = 2 if self.dictionary.get("Subtype") == "Type0" else 1
        self.map = {}
        unicode = self.dictionary.get("ToUnicode")
        self.has_map = unicode is not None
        if self.has_map:
            self._read(file.data(unicode))

    @staticmethod
    def _text(hexes):
        return _unhex(hexes).decode("utf-16-be", "replace")

    def _read(self, data):
        data = re.sub(rb">\s*<", b"> <", data)
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
            for code, text in re.findall(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]*)>", block):
                self.map[int(code, 16)] = self._text(text)
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
            for first, last, row, start in re.findall(
                    rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>\s*(?:\[(.*?)\]|<([0-9A-Fa-f]*)>)", block, re.S):
                texts = re.findall(rb"<([0-9A-Fa-f]*)>", row)
                for code in range(int(first, 16), int(last, 16) + 1):
                    at = code - int(first, 16)
                    if texts:
                        self.map[code] = self._text(texts[at]) if at < len(texts) else ""
                    else:
                        base = self._text(start)
                        self.map[code] = base[:-1] + chr(ord(base[-1]) + at) if base else ""

    def decode(self, data):
        codes = [int.from_bytes(data[i:i + self.size], "big") for i in range(0, len(data), self.size)]
        if self.has_map:
            return "".join(self.map.get(code, "\ufffd") for code in codes)
        return data.decode("cp1252", "replace")


class Page:
    """texts: MCID to text; loose: painting operators that stand in no mark; faults: of the marks' nesting."""

    def __init__(self, file, reference, fonts):
        self.texts, self.loose, self.faults = {}, [], []
        self._file, self._fonts = file, fonts
        self._stack = []
        self._read(file.items(reference, "Contents"), file.get(reference, "Resources", default={}))
        if self._stack:
            self.faults.append("a mark is not closed")

    def _font(self, resources, name):
        reference = self._file.get(resources, "Font", default={}).get(name)
        if reference not in self._fonts:
            self._fonts[reference] = Font(self._file, reference)
        return self._fonts[reference]

    def _open(self, tag, properties, operator):
        mcid = re.search(rb"/MCID\s+(\d+)", properties or b"") if operator == b"BDC" else None
        kind = "artifact" if tag == b"/Artifact" else "tagged" if mcid else "span"
        kinds = [mark["kind"] for mark in self._stack]
        if kind == "tagged" and ("artifact" in kinds or "tagged" in kinds):
            self.faults.append(f"a mark inside another ({kinds})")
        if kind == "artifact" and "tagged" in kinds:
            self.faults.append("an artifact inside what is tagged")
        actual = ACTUAL.search(properties or b"")
        mark = {"kind": kind, "mcid": int(mcid[1]) if mcid else None, "text": [], "actual": None}
        if actual:
            mark["actual"] = _decode_text(_unhex(actual[1]) if actual[1] is not None else _unescape(actual[2]))
        if mcid and int(mcid[1]) in self.texts:
            self.faults.append(f"MCID {int(mcid[1])} stands twice")
        self._stack.append(mark)

    def _close(self):
        if not self._stack:
            self.faults.append("a mark is closed that is not open")
            return
        mark = self._stack.pop()
        text = mark["actual"] if mark["actual"] is not None else "".join(mark["text"])
        if mark["mcid"] is not None:
            self.texts[mark["mcid"]] = text
        elif self._stack:
            self._stack[-1]["text"].append(text)

    def _read(self, references, resources):
        """One token at a time; cairo writes no inline pictures among text, and their data would only add names."""
        font, operands = None, []
        for match in TOKEN.finditer(b"\n".join(self._file.data(r) for r in references)):
            if match.lastgroup != "word":
                operands.append((match.lastgroup, match[0]))
                continue
            word = match[0]
            if word in (b"BDC", b"BMC"):
                properties = operands[-1][1] if operands[-1][0] == "dict" else b""
                self._open(operands[0][1] if word == b"BMC" else operands[-2][1], properties, word)
            elif word == b"EMC":
                self._close()
            elif word == b"Tf":
                font = self._font(resources, operands[-1][1][1:].decode())
            elif word in PAINTING:
                if not any(mark["kind"] != "span" for mark in self._stack):
                    self.loose.append(word.decode())
                if word in SHOWING and self._stack and font is not None:
                    self._stack[-1]["text"].extend(
                        font.decode(_unescape(data) if kind == "text" else _unhex(data[1:-1]))
                        for kind, data in operands if kind in ("text", "hex"))
            operands = []
