#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the structure of Word and OpenDocument files comes in, beside what other programs read.

    tests/fidelity/measure.py [--build _build] [--keep FOLDER] [--json FILE] [--readers NAMES]

The gold is two XHTML documents beside this file. pandoc and LibreOffice make DOCX and ODT of them, and of each
other's; cognate-cli, pandoc, LibreOffice, mammoth and calibre, whichever are there, read those, and the
measure `structure-score`, which stands beside the corpus (COGNATE_CORPUS/../tools), compares with the gold.
Without pandoc, LibreOffice or the measure it is skipped. Fails where another program is ahead of ours in a
column.
"""
import argparse
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ['overall', 'text', 'order', 'blocks', 'headings', 'levels', 'lists', 'tables', 'captions', 'figures', 'alt',
           'links', 'notes', 'math', 'inline', 'lang']
MARGIN = 0.005  # a difference that is no difference


def make_picture(path, width=160, height=120):
    """A grey PNG: one of a pixel counts visitors, and is none."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    with open(path, 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) +
                  chunk(b'IDAT', zlib.compress((b'\0' + b'\x80' * width) * height)) + chunk(b'IEND', b''))


def run(argv, folder=None):
    return subprocess.run(argv, cwd=folder, capture_output=True, timeout=300, check=False).returncode == 0


def office(source, kind, folder, work):
    """LibreOffice, in a profile of its own; the file it makes has the source's name."""
    profile = 'file://' + os.path.join(work, 'profile')
    filters = {'odt': 'odt:writer8', 'docx': 'docx:MS Word 2007 XML', 'xhtml': 'xhtml:XHTML Writer File'}
    run(['soffice', '-env:UserInstallation=' + profile, '--headless', '--norestore', '--convert-to', filters[kind],
         '--outdir', folder, source], folder)
    made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + '.' + kind)
    return made if os.path.exists(made) else None


def make_documents(gold, work):
    """(label, file): each maker's file, and what the other one makes of it."""
    name = os.path.splitext(os.path.basename(gold))[0]
    documents = []
    for kind, other in (('docx', 'odt'), ('odt', 'docx')):
        folder = os.path.join(work, 'pandoc-' + kind)
        os.makedirs(folder, exist_ok=True)
        made = os.path.join(folder, name + '.' + kind)
        if not run(['pandoc', '-f', 'html+epub_html_exts', gold, '-o', made], os.path.dirname(gold)):
            continue
        documents.append(('pandoc %s' % kind, made))
        folder = os.path.join(work, 'office-' + other)
        os.makedirs(folder, exist_ok=True)
        again = office(made, other, folder, work)
        if again:
            documents.append(('LibreOffice %s' % other, again))
    return documents


def strip_edition(epub, out):
    """What cognate-cli itself adds (title page, notice) is no part of what was read."""
    with zipfile.ZipFile(epub) as archive, open(out, 'w', encoding='utf-8') as page:
        page.write('<html><body>\n')
        names = [n for n in archive.namelist() if re.search(r'/text-text-\d+\.xhtml$', n)]
        for name in sorted(names, key=lambda n: int(re.search(r'(\d+)\.xhtml$', n).group(1))):
            text = archive.read(name).decode('utf-8')
            html = re.search(r'<html[^>]*>', text).group(0)
            body = re.search(r'<body[^>]*>(.*)</body>', text, re.S).group(1)
            words = ' '.join(re.findall(r'(?:xml:)?(?:lang|dir)="[^"]*"', html))
            page.write('<div %s>%s</div>\n' % (words, re.sub(r'href="[^"#]*#', 'href="#', body)))
        page.write('</body></html>\n')
    return out


def read_ours(source, folder, cli, _work):
    epub = os.path.join(folder, 'ours.epub')
    if not run([cli, 'convert', source, epub]):
        return None
    return strip_edition(epub, os.path.join(folder, 'ours.html'))


def read_pandoc(source, folder, _cli, _work):
    out = os.path.join(folder, 'pandoc.html')
    return out if run(['pandoc', '-s', '--mathml', '-t', 'html5', source, '-o', out]) else None


def read_office(source, folder, _cli, work):
    return office(source, 'xhtml', folder, work)


def read_mammoth(source, folder, _cli, _work):
    out = os.path.join(folder, 'mammoth.html')
    return out if source.endswith('.docx') and run(['mammoth', source, out]) else None


def read_calibre(source, folder, _cli, _work):
    out = os.path.join(folder, 'calibre.epub')
    return out if run(['ebook-convert', source, out]) else None


READERS = [('cognate', None, read_ours), ('pandoc', 'pandoc', read_pandoc), ('LibreOffice', 'soffice', read_office),
           ('mammoth', 'mammoth', read_mammoth), ('calibre', 'ebook-convert', read_calibre)]


def score(measure, gold, page):
    done = subprocess.run([measure, gold, page, '--json'], capture_output=True, text=True, timeout=120, check=False)
    return json.loads(done.stdout)['scores']


def find_measure():
    corpus = os.environ.get('COGNATE_CORPUS')
    path = os.path.join(corpus, '..', 'tools', 'structure-score') if corpus else ''
    return path if os.path.exists(path) else None


def collect(work, cli, measure, chosen):
    """reader → label of the document → figures."""
    figures = {}
    shutil.copytree(HERE, os.path.join(work, "gold"), dirs_exist_ok=True)
    make_picture(os.path.join(work, 'gold', 'mill.png'))
    for name in ('gold-en', 'gold-ar'):
        gold = os.path.join(work, 'gold', name + '.xhtml')
        for label, source in make_documents(gold, work):
            for reader, program, read in READERS:
                if chosen and reader not in chosen or program and not shutil.which(program):
                    continue
                folder = os.path.join(work, 'read', reader, name, label.replace(' ', '-'))
                os.makedirs(folder)
                page = read(source, folder, cli, work)
                if page:
                    figures.setdefault(reader, {})[name + ' ' + label] = score(measure, gold, page)
    return figures


def mean(figures, column, labels):
    values = [v for v in (figures[label].get(column) for label in labels) if v is not None]
    return sum(values) / len(values) if values else None


def show(rows):
    print('%-14s %s' % ('', ' '.join('%8s' % c[:8] for c in COLUMNS)))
    for name, row in rows.items():
        print('%-14s %s' % (name, ' '.join('%8s' % ('–' if row[c] is None else '%.3f' % row[c]) for c in COLUMNS)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default='_build')
    parser.add_argument('--keep')
    parser.add_argument('--json')
    parser.add_argument('--readers', help='only these, with a comma between: cognate,pandoc')
    options = parser.parse_args()
    measure = find_measure()
    if not measure or not shutil.which('pandoc') or not shutil.which('soffice'):
        print('1..0 # SKIP needs pandoc, LibreOffice and the measure beside the corpus')
        return 0
    work = options.keep or tempfile.mkdtemp(prefix='fidelity-')
    try:
        figures = collect(work, os.path.abspath(os.path.join(options.build, 'src', 'cli', 'cognate-cli')), measure,
                          options.readers.split(',') if options.readers else None)
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as out:
            json.dump(figures, out, indent=1, ensure_ascii=False)
    behind = []
    for reader, of in figures.items():
        labels = sorted(set(of) & set(figures['cognate']))
        rows = {'cognate': {c: mean(figures['cognate'], c, labels) for c in COLUMNS},
                reader: {c: mean(of, c, labels) for c in COLUMNS}}
        if reader == 'cognate':
            continue
        show(rows)
        behind += ['%s: %s' % (reader, c) for c in COLUMNS if rows[reader][c] is not None and
                   (rows['cognate'][c] or 0) < rows[reader][c] - MARGIN]
    print('1..1')
    print('%s 1 - ahead in every column%s' % ('not ok' if behind else 'ok', ': ' + ', '.join(behind) if behind else ''))
    return 1 if behind else 0


if __name__ == '__main__':
    sys.exit(main())
