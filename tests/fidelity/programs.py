# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs cognate-cli and the programs that it is compared with. Each gives (X)HTML or an EPUB to the measure."""
import os
import re
import struct
import subprocess
import xml.etree.ElementTree as ET
import zipfile
import zlib

OPF = '{http://www.idpf.org/2007/opf}'


def make_picture(path, width=160, height=120):
    """A grey PNG: one of a pixel counts visitors, and is none."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    with open(path, 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) +
                  chunk(b'IDAT', zlib.compress((b'\0' + b'\x80' * width) * height)) + chunk(b'IEND', b''))


def run(argv, folder=None, seconds=300):
    """Whether it ended well; a program that hangs has failed."""
    try:
        return subprocess.run(argv, cwd=folder, capture_output=True, timeout=seconds, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def office(source, kind, folder, work):
    """LibreOffice, in a profile of its own; the file it makes has the source's name."""
    profile = 'file://' + os.path.join(work, 'profile')
    filters = {'odt': 'odt:writer8', 'docx': 'docx:MS Word 2007 XML', 'xhtml': 'xhtml:XHTML Writer File'}
    run(['soffice', '-env:UserInstallation=' + profile, '--headless', '--norestore', '--convert-to', filters[kind],
         '--outdir', folder, source], folder)
    made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + '.' + kind)
    return made if os.path.exists(made) else None


def list_parts(archive):
    """The book's own parts in the order of its spine, without the pages that cognate-cli adds to every edition."""
    names = [n for n in archive.namelist() if n.endswith('.opf')]
    package = ET.fromstring(archive.read(names[0]))
    items = {item.get('id'): item for item in package.iter(OPF + 'item')}
    for ref in package.iter(OPF + 'itemref'):
        item = items[ref.get('idref')]
        name = item.get('href')
        if 'nav' not in (item.get('properties') or '').split() and re.match(r'text-(?!cognate-)', os.path.basename(name)):
            yield os.path.join(os.path.dirname(names[0]), name)


def strip_edition(epub, out):
    """What cognate-cli itself adds (title page, notice) is no part of what was read."""
    with zipfile.ZipFile(epub) as archive, open(out, 'w', encoding='utf-8') as page:
        page.write('<html><body>\n')
        for name in list_parts(archive):
            text = archive.read(name).decode('utf-8')
            html = re.search(r'<html[^>]*>', text).group(0)
            body = re.search(r'<body[^>]*>(.*)</body>', text, re.S).group(1)
            words = ' '.join(re.findall(r'(?:xml:)?(?:lang|dir)="[^"]*"', html))
            # One page of all parts: ids are unique in a book.
            page.write('<div %s>%s</div>\n' % (words, re.sub(r'href="(?![a-z]+:)[^"#]*#', 'href="#', body)))
        page.write('</body></html>\n')
    return out


def read_ours(source, folder, cli, _work):
    epub = os.path.join(folder, 'ours.epub')
    if not run([cli, 'convert', source, epub]):
        return None
    return strip_edition(epub, os.path.join(folder, 'ours.html'))


def read_calibre(source, folder, _cli, _work):
    out = os.path.join(folder, 'calibre.epub')
    return out if run(['ebook-convert', source, out]) else None
