# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that read a PDF, each at its best: what they write is taken as it is wherever it is (X)HTML.

pandoc reads no PDF. pdftohtml has two forms: its HTML as it is, and its XML, which holds lines only; those are put
into paragraphs here in the plainest way that is fair to it (pdftohtml_xml).
"""
import os
import re
import xml.etree.ElementTree as ET
from html import escape
from statistics import multimode

from programs import read_calibre, read_ours, run


def read_pdftohtml(source, folder, _cli, _work):
    out = os.path.join(folder, 'pdftohtml')
    run(['pdftohtml', '-s', '-noframes', '-q', '-enc', 'UTF-8', source, out], folder)
    if not os.path.exists(out + '.html'):
        return None
    with open(out + '.html', encoding='utf-8', errors='replace') as made:
        page = made.read()
    with open(out + '.html', 'w', encoding='utf-8') as made:
        # The same two words beside every picture are no alternative text.
        made.write(page.replace('alt="background image"', 'alt=""'))
    return out + '.html'


def markup(node):
    """The line's own b, i and a."""
    out = escape(node.text or '')
    for child in node:
        href = ' href="%s"' % escape(child.get('href')) if child.get('href') else ''
        out += '<%s%s>%s</%s>%s' % (child.tag, href, markup(child), child.tag, escape(child.tail or ''))
    return out


def lines_of(page):
    """Pieces of text on one height are one line; (top, height, font, markup)."""
    lines = []
    for node in page.iter('text'):
        top, height = float(node.get('top')), float(node.get('height'))
        if lines and abs(lines[-1][0] - top) < .5 * height:
            lines[-1][3] += markup(node)
        else:
            lines.append([top, height, node.get('font'), markup(node)])
    return lines


def paragraphs_of(page):
    """A new paragraph where the step is larger than the page's commonest, where the text goes up again, and where
    the font changes between lines."""
    lines = lines_of(page)
    steps = [round(b[0] - a[0]) for a, b in zip(lines, lines[1:]) if b[0] > a[0]]
    usual = min(multimode(steps)) if steps else 0
    out = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if above and 0 < line[0] - above[0] <= 1.15 * usual and line[2] == above[2]:
            out[-1] += ' ' + line[3]
        else:
            out.append(line[3])
    return out


def read_pdftohtml_xml(source, folder, _cli, _work):
    made = os.path.join(folder, 'lines.xml')
    run(['pdftohtml', '-xml', '-q', '-enc', 'UTF-8', source, os.path.join(folder, 'lines')], folder)
    if not os.path.exists(made):
        return None
    with open(made, 'rb') as lines:
        text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', lines.read().decode('utf-8', 'replace'))
    try:
        pages = ET.fromstring(re.sub(r'<!DOCTYPE[^>]*>', '', text).encode()).findall('page')
    except ET.ParseError:  # <b><i></b></i> occurs
        return None
    out = os.path.join(folder, 'pdftohtml-xml.html')
    with open(out, 'w', encoding='utf-8') as page:
        page.write('<html><body>')
        for part in pages:
            page.writelines('<p>%s</p>\n' % words for words in paragraphs_of(part))
            page.writelines('<img src="%s" alt=""/>\n' % image.get('src') for image in part.iter('image'))
        page.write('</body></html>')
    return out


def read_mutool(source, folder, _cli, _work, kind='xhtml'):
    out = os.path.join(folder, 'mutool.' + kind)
    return out if run(['mutool', 'convert', '-F', kind, '-o', out, source], folder) else None


def read_mutool_html(source, folder, cli, work):
    return read_mutool(source, folder, cli, work, 'html')


READERS = [('cognate', None, read_ours), ('pdftohtml', 'pdftohtml', read_pdftohtml), ('pdftohtml -xml', 'pdftohtml', read_pdftohtml_xml),
           ('mutool xhtml', 'mutool', read_mutool), ('mutool html', 'mutool', read_mutool_html), ('calibre', 'ebook-convert', read_calibre)]
