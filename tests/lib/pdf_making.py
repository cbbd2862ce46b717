# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs of small texts, made by the program itself, and what is seen on their pages."""
import html
import os
import re
import resource
import shutil
import struct
import subprocess
import zlib

import folders
import pdf_rules
import tap

CLI = os.path.join(os.environ.get("COGNATE_BUILD_ROOT", "_build"), "src/cli/cognate-cli")
EDGE = 18  # points of the paper that stay white
DPI = 36
LONG = 60  # letters of a word that does not stand on one line


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x50" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def words_of(body):
    """Of HTML, those that a page shows."""
    text = re.sub(r"(?s)<(math|svg|head)\b.*?</\1>", " ", body)
    text = re.sub(r"<[^>]*>", " ", re.sub(r"</?(em|strong|a|b|i|dfn|span)\b[^>]*>", "", text))
    return html.unescape(text).split()


class Pdf:
    """One that was made of a page of HTML, with the files that it names. seconds: of the processor's time."""

    def __init__(self, body, language="en", files=(), title="A Book", options=()):
        for tool in ("qpdf", "pdftotext", "pdftoppm"):
            if shutil.which(tool) is None:
                raise tap.Skip(f"{tool} is not there")
        self.folder = folders.make("pdf")
        self.path = os.path.join(self.folder, "book.pdf")
        self.body = body
        for name, data in dict(files).items():
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(data)
        source = os.path.join(self.folder, "book.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>')
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([CLI, "convert", *options, source, self.path], capture_output=True, text=True, timeout=600, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = after.ru_utime - before.ru_utime
        self.report = done.stderr + done.stdout
        if done.returncode != 0:
            raise AssertionError(f"convert: {done.returncode}: {self.report[-2000:]}")
        self.checker = pdf_rules.Checker(self.path)
        self.tree = self.checker.tree
        self._text = {}

    @property
    def n_pages(self):
        return len(self.tree.pages)

    def text(self, *options):
        if options not in self._text:
            self._text[options] = subprocess.run(["pdftotext", "-enc", "UTF-8", *options, self.path, "-"], capture_output=True, check=True).stdout.decode()
        return self._text[options]

    def tagged(self):
        return "".join(self.tree.text(top) for top in self.tree.tops)

    def assert_rules(self):
        faults = self.checker.run()
        assert not faults, "\n".join(faults)

    def assert_words(self, words=None):
        """All of the source stand on the pages: in spite of breaks within words, so without space. What is longer than a line may be
        parted by the head of the next page, so it must stand in the structure as a whole, and on the pages in pieces."""
        shown = pdf_rules.bare(self.text())
        tagged = pdf_rules.bare(self.tagged())
        missing = [word for word in words or words_of(self.body) if not self._has(pdf_rules.bare(word), shown, tagged)]
        assert not missing, f"{len(missing)} words are not shown: {[word[:60] for word in missing[:12]]}"

    @staticmethod
    def _has(word, shown, tagged):
        if len(word) <= LONG:
            return word in shown
        pieces = [word[i:i + 8] for i in range(0, len(word) - 8, 8)]
        return word in tagged and sum(piece in shown for piece in pieces) > .8 * len(pieces)

    def pictures(self):
        """Of each page: its width, its height, and rows of grey, 255 white."""
        subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), self.path, os.path.join(self.folder, "p")], check=True, capture_output=True)
        for name in sorted(os.listdir(self.folder)):
            if not name.endswith(".pgm"):
                continue
            with open(os.path.join(self.folder, name), "rb") as file:
                header, size, _, data = file.read().split(b"\n", 3)
            assert header == b"P5"
            width, height = map(int, size.split())
            yield width, height, [data[y * width:(y + 1) * width] for y in range(height)]
            os.unlink(os.path.join(self.folder, name))

    def assert_margins(self):
        edge = EDGE * DPI // 72
        for number, (width, height, rows) in enumerate(self.pictures(), 1):
            strips = {"top": b"".join(rows[:edge]), "bottom": b"".join(rows[height - edge:]),
                      "left": b"".join(row[:edge] for row in rows), "right": b"".join(row[width - edge:] for row in rows)}
            for side, strip in strips.items():
                assert min(strip) > 200, f"ink at the {side} of page {number}"

    def assert_apart(self):
        """Lines of text do not lie over each other: the boxes of words overlap by less than half."""
        text = self.text("-bbox")
        for page, part in enumerate(text.split("<page ")[1:], 1):
            boxes = [tuple(map(float, box)) for box in
                     re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', part)]
            boxes.sort(key=lambda box: box[1])
            for i, (left, top, right, bottom) in enumerate(boxes):
                for x0, y0, x1, y1 in boxes[i + 1:i + 200]:
                    if y0 >= bottom:
                        break
                    wide, tall = min(right, x1) - max(left, x0), min(bottom, y1) - y0
                    assert wide < .5 * min(right - left, x1 - x0) or tall < .6 * min(bottom - top, y1 - y0), \
                        f"page {page}: words over each other at {x0}, {y0}"

    def assert_readable(self, words=None):
        self.assert_rules()
        self.assert_words(words)
        self.assert_margins()
        self.assert_apart()
