# SPDX-License-Identifier: GPL-3.0-or-later
"""A project whose source has pages: our own PDF of it as the original, and a place on its pages for the units."""
import os
import sqlite3

from window import cli

# Points from the top left of an A4 page; the units of a page stand below each other.
LEFT, TOP, WIDTH, HEIGHT, STEP, A_PAGE = 70, 80, 440, 24, 60, 10


def give_pages(project, original=None):
    """original: bytes; None: the pages of the book itself. Returns (unit, source text, page) of each unit that has a place."""
    if original is None:
        pdf = os.path.join(os.path.dirname(project), "original.pdf")
        cli("export", "--quiet", "--draft", project, pdf)
        with open(pdf, "rb") as file:
            original = file.read()
    with sqlite3.connect(project) as db:
        units = db.execute("SELECT id, source FROM unit WHERE kind IN ('heading', 'paragraph') ORDER BY rowid").fetchall()[: 3 * A_PAGE]
        db.execute("UPDATE original SET bytes = ?", (original,))
        db.executemany("INSERT OR REPLACE INTO place VALUES (?, 's1', ?, ?, ?, ?, ?)",
                       [(unit, 1 + i // A_PAGE, LEFT, TOP + i % A_PAGE * STEP, WIDTH, HEIGHT) for i, (unit, _) in enumerate(units)])
    db.close()
    return [(unit, source, 1 + i // A_PAGE) for i, (unit, source) in enumerate(units)]


def point(sheet, i):
    """Pixels from the top left of a sheet, given its rectangle, to the middle of the i-th unit of its page."""
    _, _, width, _ = sheet
    scale = width / 595.3
    return (LEFT + WIDTH / 2) * scale, (TOP + i % A_PAGE * STEP + HEIGHT / 2) * scale
