#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs for print and for archives, by what `qpdf --json` shows of them: see tests/lib/pdf_archive.py for what is checked. Books of a
corpus too, where COGNATE_CORPUS names one."""
import os
import shutil
import struct
import subprocess
import zlib

import folders
import pdf_archive
import tap
from pdf_objects import Pdf

CLI = os.path.join(os.environ["COGNATE_BUILD_ROOT"], "src/cli/cognate-cli")
CORPUS = os.environ.get("COGNATE_CORPUS", "")
BOOKS = ("epub/regime-anticancer-arabic.epub", "openstax/university-physics-en")

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The “River”</title></head><body>
<h1>The River</h1>
<p>A river runs to the sea (<a href="https://example.org/">more</a>), النهر يجري, 江河, <b>bold</b> and <mark>marked</mark>.</p>
<p>Energy <math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>E</mi><msup><mi>c</mi><mn>2</mn></msup></mfrac></math>.</p>
<figure><img src="rgb.png" alt="Red"><figcaption>Red</figcaption></figure>
<figure><img src="rgba.png" alt="Half of it"><figcaption>Half</figcaption></figure>
<figure><img src="palette.png" alt="Of a palette"><figcaption>Two</figcaption></figure>
<figure><img src="grey.png" alt="Grey"><figcaption>Grey</figcaption></figure>
<figure><img src="shade.svg" alt="A shade"><figcaption>Shade</figcaption></figure>
<figure><img src="photo.jpg" alt="A photograph"><figcaption>Photograph</figcaption></figure>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
</body></html>"""
SHADE = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><defs><linearGradient id="g">
<stop offset="0" stop-color="#c00"/><stop offset=".5" stop-color="#0c0"/><stop offset="1" stop-color="#00c"/></linearGradient></defs>
<rect width="90" height="20" fill="url(#g)"/><rect y="20" width="90" height="20" fill="#e81" fill-opacity=".5" stroke="#048"/></svg>"""


def png(kind, depth, row, palette=b"", side=40):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, depth, kind, 0, 0, 0)) +
            (chunk(b"PLTE", palette) if palette else b"") +
            chunk(b"IDAT", zlib.compress((b"\0" + row) * side)) + chunk(b"IEND", b""))


class Shelf:
    """The page above with its pictures, as a PDF of each kind that was asked for."""

    def __init__(self):
        self.folder = folders.make("archive")
        files = {"page.html": PAGE.encode(), "shade.svg": SHADE.encode(),
                 "rgb.png": png(2, 8, bytes((200, 30, 40)) * 40), "rgba.png": png(6, 8, bytes((200, 30, 40, 128)) * 40),
                 "palette.png": png(3, 1, b"\x55" * 5, bytes((255, 0, 0, 0, 0, 255))), "grey.png": png(0, 8, bytes(range(40)))}
        for name, data in files.items():
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(data)
        shutil.copy(os.path.join(os.environ["COGNATE_FIXTURES"], "road.jpg"), os.path.join(self.folder, "photo.jpg"))

    def make(self, *options, source=None):
        out = os.path.join(self.folder, "out.pdf")
        source = source or os.path.join(self.folder, "page.html")
        subprocess.run([CLI, "convert", "--quiet", source, out, *options], check=True, capture_output=True)
        subprocess.run(["qpdf", "--check", out], check=True, capture_output=True)
        return Pdf(out)


shelf = Shelf()


def expect_none(faults):
    faults = list(faults)
    assert not faults, "\n".join(faults)


@tap.test
def every_kind():
    "whatever it is for, a PDF has its fonts in it, and neither lock nor attachment"
    for options in ([], ["--for", "print"], ["--for", "print-shop", "--paper", "B5"], ["--for", "booklet"]):
        expect_none(pdf_archive.sound(shelf.make(*options)))


@tap.test
def archive():
    "one for an archive is what PDF/A-2u asks for, also as a booklet"
    for options in (["--archive"], ["--archive", "--for", "booklet"], ["--archive", "--for", "print-shop"]):
        pdf = shelf.make(*options)
        expect_none(pdf_archive.sound(pdf))
        expect_none(pdf_archive.archive(pdf))


@tap.test
def grey():
    "one without colours has none, and is not larger"
    coloured = shelf.make()
    size = os.path.getsize(coloured.path)
    assert list(pdf_archive.grey(coloured))
    for options in (["--grey"], ["--grey", "--for", "print-shop", "--archive"], ["--grey", "--for", "booklet"]):
        pdf = shelf.make(*options)
        expect_none(pdf_archive.grey(pdf))
        expect_none(pdf_archive.sound(pdf))
        assert len(options) > 1 or os.path.getsize(pdf.path) <= size * 1.02


@tap.test
def checker():
    "the check finds what is missing where none was asked for"
    faults = list(pdf_archive.archive(shelf.make()))
    for number in ("6.2.3", "6.2.8", "6.6.2.3", "6.6.4"):
        assert any(fault.startswith(number) for fault in faults), f"{number}: {faults}"


@tap.test
def corpus():
    "books of the corpus"
    if not CORPUS:
        raise tap.Skip("COGNATE_CORPUS is not set")
    for name in BOOKS:
        pdf = shelf.make("--archive", source=os.path.join(CORPUS, name))
        expect_none(pdf_archive.sound(pdf))
        expect_none(pdf_archive.archive(pdf))
        expect_none(pdf_archive.grey(shelf.make("--grey", source=os.path.join(CORPUS, name))))


tap.main()
