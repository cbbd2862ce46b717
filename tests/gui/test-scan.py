# SPDX-License-Identifier: GPL-3.0-or-later
"""Scanned pages: they are seen as such, and their text is recognized for who asks for it."""
import os
import re
import shutil
import subprocess
import zlib

import tap
from accessible import has
from window import Shelf, Window, cli, main, units

PAGE = ('<html lang="en"><head><title>Wells</title></head><body><h1>Wells of the Plain</h1><p>Every village has a story about its water. '
        'In some places the story is about a spring that never runs dry.</p></body></html>')


def need(program):
    if not shutil.which(program):
        raise tap.Skip(f"{program} is not installed")


def wrap(pgm):
    """A PDF of A4 that is only this picture."""
    head, size, _, data = pgm.split(b"\n", 3)
    assert head == b"P5", head
    width, height = map(int, size.split())
    packed = zlib.compress(data)
    content = b"q 595 0 0 842 0 0 cm /I Do Q"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (width, height, len(packed), packed),
    ]
    out, places = b"%PDF-1.5\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))


def scan(shelf):
    """A page as a scanner makes it: drawn, and then only its picture."""
    need("pdftoppm")
    page, pdf, path = (os.path.join(shelf.folder, file) for file in ("wells.html", "wells.pdf", "scan.pdf"))
    with open(page, "w", encoding="utf-8") as out:
        out.write(PAGE)
    cli("convert", "--quiet", page, pdf)
    # The last page: the first ones are the title and the rights.
    last = re.search(r"Pages: +(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout).group(1)
    pgm = subprocess.run(["pdftoppm", "-r", "200", "-gray", "-f", last, "-l", last, "-singlefile", pdf], capture_output=True, check=True).stdout
    with open(path, "wb") as out:
        out.write(wrap(pgm))
    return path


def switch(window):
    return window.see("check box", "Read the Text of Scanned Pages", window.see("frame", "Import"))


@tap.test
def recognized():
    "a scanned page is a picture, until its text is asked for; the row stays, and leads back"
    need("tesseract")
    with Shelf() as shelf:
        window = Window(shelf, scan(shelf))
        window.see_found("^These pages are pictures without text")
        window.see("label", re.compile("^Takes about .* a page"))
        assert not window.unnamed(), window.unnamed()
        window.click(switch(window))
        window.see_found("^The text of these pages was recognized")
        window.click(switch(window))
        window.see_found("^These pages are pictures without text")
        window.click(switch(window))
        window.see_found("^The text of these pages was recognized")
        window.start_adapting("pl-PL")
        window.close()
        texts = " ".join(unit["source"] for unit in units(shelf.project()).values() if unit.get("source"))
        assert "Every village has a story about its water" in texts, texts


@tap.test
def without():
    "where the program is missing, the row says so, and cannot be used"
    with Shelf() as shelf:
        path = scan(shelf)
        window = Window(shelf, path, environment={**shelf.environment, "PATH": "/nowhere"})
        window.see("label", re.compile("install Tesseract"))
        row = window.see("list item", "Read the Text of Scanned Pages")
        assert not has(row, "sensitive"), window.tree(row)


main()
