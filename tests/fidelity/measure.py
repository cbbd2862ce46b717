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
import shutil
import sys
import tempfile

from programs import make_picture, office, read_calibre, read_ours, run
from scores import COLUMNS, find_measure, is_behind, mean, score, show

HERE = os.path.dirname(os.path.abspath(__file__))


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


def read_pandoc(source, folder, _cli, _work):
    out = os.path.join(folder, 'pandoc.html')
    return out if run(['pandoc', '-s', '--mathml', '-t', 'html5', source, '-o', out]) else None


def read_office(source, folder, _cli, work):
    return office(source, 'xhtml', folder, work)


def read_mammoth(source, folder, _cli, _work):
    out = os.path.join(folder, 'mammoth.html')
    return out if source.endswith('.docx') and run(['mammoth', source, out]) else None


READERS = [('cognate', None, read_ours), ('pandoc', 'pandoc', read_pandoc), ('LibreOffice', 'soffice', read_office),
           ('mammoth', 'mammoth', read_mammoth), ('calibre', 'ebook-convert', read_calibre)]


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
        behind += ['%s: %s' % (reader, c) for c in COLUMNS if is_behind(rows['cognate'][c], rows[reader][c])]
    print('1..1')
    print('%s 1 - ahead in every column%s' % ('not ok' if behind else 'ok', ': ' + ', '.join(behind) if behind else ''))
    return 1 if behind else 0


if __name__ == '__main__':
    sys.exit(main())
