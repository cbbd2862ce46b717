# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a PDF still holds what its gold says: what its maker lost, no reader can find."""
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter

BODY = '{http://www.w3.org/1999/xhtml}body'
LEAST, MOST = .97, 1.25  # formulas are drawn with more letters than they have tokens; lists get numbers


def count_letters(text):
    """Order, forms and spaces do not matter: right to left and ligatures are for the readers."""
    return Counter(c for c in unicodedata.normalize('NFKC', text).casefold() if unicodedata.category(c)[0] in 'LN')


def is_whole(pdf, gold):
    """False where the letters were lost or the PDF gives them wrong codes (WeasyPrint in Arabic and Hebrew)."""
    wanted = count_letters(''.join(ET.parse(gold).getroot().find(BODY).itertext()))
    done = subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True, timeout=60, check=False)
    found = count_letters(done.stdout)
    held = sum((wanted & found).values()) / sum(wanted.values())
    return held >= LEAST and sum(found.values()) <= MOST * sum(wanted.values())
