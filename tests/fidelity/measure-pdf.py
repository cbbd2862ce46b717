#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the structure of PDF files comes in, beside what other programs read.

    tests/fidelity/measure-pdf.py [--build _build] [--gold FOLDER] [--json FILE] [--only WORD …] [--readers NAMES] [--files]
                                [--quick]

`make-gold` prints the XHTML in texts/ with Chromium, LibreOffice, WeasyPrint and XeLaTeX, whichever are there, into
FOLDER (kept, where one is given). cognate-cli, pdftohtml, mutool and calibre read what was made, and the measure
`structure-score`, which stands beside the corpus (COGNATE_CORPUS/../tools), compares with the XHTML. What the other
programs score is kept in FOLDER and not measured again for the same file.

Fails where a kind of file (tagged; untagged in one column, in two, from right to left) is below its bar, and where
another program is ahead of ours in a column of a kind. bars.py has the bars.
"""
import argparse
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

from bars import KINDS, compare, judge, kind_of
from fairness import is_whole
from joiners import BAR, score_joiners
from pdf_programs import READERS
from programs import make_picture
from scores import COLUMNS, find_measure, mean, score, show

HERE = os.path.dirname(os.path.abspath(__file__))
# What is made in half a minute, and has a file of each kind.
QUICK = ('en.chromium-plain* en.chromium-columns.pdf en.soffice-ruled* ar.chromium-plain.pdf ar.soffice-ruled* '
         'gold-en.chromium-plain* gold-en.soffice-ruled.pdf fa.chromium-plain* fa.soffice-ruled.pdf')


class Kept:
    """Figures of programs that do not change while ours is worked on, kept beside the gold."""

    def __init__(self, folder):
        self.path = os.path.join(folder, 'others.json')
        self.figures = {}
        if os.path.exists(self.path):
            with open(self.path, encoding='utf-8') as kept:
                self.figures = json.load(kept)

    @staticmethod
    def key(reader, *files):
        digest = hashlib.sha256()
        for path in (*files, os.path.join(HERE, 'pdf_programs.py')):
            with open(path, 'rb') as content:
                digest.update(content.read())
        return reader + ' ' + digest.hexdigest()[:24]

    def save(self):
        with open(self.path, 'w', encoding='utf-8') as out:
            json.dump(self.figures, out, indent=0)


def make_gold(folder, patterns=''):
    """The texts, and the two that Word's and OpenDocument's readers are measured with: formulas, spans, notes."""
    os.makedirs(folder, exist_ok=True)
    make_picture(os.path.join(folder, 'mill.png'))
    more = [os.path.join(folder, name) for name in ('gold-en.xhtml', 'gold-ar.xhtml')]
    for path in more:
        shutil.copy(os.path.join(HERE, os.path.basename(path)), path)
    subprocess.run([os.path.join(HERE, 'make-gold'), folder, *more], check=True, env={**os.environ, 'COGNATE_GOLD_ONLY': patterns})


def list_files(folder, only):
    """(label, PDF, gold) of all that make-gold has made and that has a word of `only` in its name."""
    for path in sorted(glob.glob(os.path.join(folder, '*.*.pdf'))):
        label = os.path.basename(path)[:-4]
        if not only or any(word in label for word in only):
            yield label, path, os.path.join(folder, label.split('.')[0] + '.xhtml')


def read_one(reader, label, source, gold, options):
    name, _, read = reader
    folder = os.path.join(options.work, name.replace(' ', ''), label)
    os.makedirs(folder, exist_ok=True)
    page = read(source, folder, options.cli, options.work)
    if not page:
        # A program that gives nothing back has lost everything; it is no file less.
        return dict.fromkeys(COLUMNS, 0.0)
    figures = score(options.measure, gold, page)
    return {**figures, 'joiners': score_joiners(gold, page)} if name == 'cognate' else figures


def says_so(source, options):
    """Of a file whose letters no program can read: whether our report says that its pages became pictures."""
    done = subprocess.run([options.cli, 'inspect', source], capture_output=True, text=True, timeout=120, check=False)
    return 'kept as pictures' in done.stdout + done.stderr


def collect(options):
    """reader → label of the file → figures; and the files that hold not what the gold says → whether that is told."""
    figures, kept, broken = {}, Kept(options.gold), {}
    for label, source, gold in list_files(options.gold, options.only):
        if not is_whole(source, gold):
            broken[label] = says_so(source, options)
            continue
        for reader in READERS:
            name, program, _ = reader
            if options.readers and name not in options.readers or program and not shutil.which(program):
                continue
            key = Kept.key(name, source, gold)
            if name == 'cognate' or key not in kept.figures:
                kept.figures[key] = read_one(reader, label, source, gold, options)
            figures.setdefault(name, {})[label] = kept.figures[key]
            if name == 'cognate':
                del kept.figures[key]
        kept.save()
    return figures, broken


def show_files(figures):
    """Each file beside the best of the others, column by column."""
    others = [name for name in figures if name != 'cognate']
    for label, ours in figures['cognate'].items():
        best = {c: max((figures[name][label].get(c) or 0 for name in others), default=None) for c in COLUMNS}
        show({label: ours, '  best other': {c: best[c] if c in ours or best[c] else None for c in COLUMNS}}, width=28)


def show_kinds(figures):
    for kind in KINDS:
        labels = [label for label in figures['cognate'] if kind_of(label) == kind]
        if labels:
            print('#\n# %s (%d files)' % (kind, len(labels)))
            show({name: {c: mean(of, c, labels) for c in COLUMNS} for name, of in figures.items()})


def print_tap(results):
    print('1..%d' % len(results))
    for number, (name, faults, notes) in enumerate(results, 1):
        for line in notes + faults:
            print('# ' + line)
        print('%s %d - %s' % ('not ok' if faults else 'ok', number, name))


def judge_joiners(ours):
    """(name, faults, notes): every file is to keep them."""
    figures = {label: row['joiners'] for label, row in ours.items() if row.get('joiners') is not None}
    return ('words keep their non-joiners', ['%s: %.3f is below the bar %.2f' % (label, value, BAR)
                                             for label, value in figures.items() if value < BAR],
            ['%s: %.3f of the words with a non-joiner' % row for row in figures.items()])


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default='_build')
    parser.add_argument('--gold', default=os.environ.get('COGNATE_GOLD'), help='a folder that is kept')
    parser.add_argument('--quick', action='store_true', help='ours only, a few files')
    parser.add_argument('--json')
    parser.add_argument('--only', nargs='*', default=[], help='files with one of these words in their name')
    parser.add_argument('--readers', type=lambda names: names.split(','), help='only these, with a comma between')
    parser.add_argument('--keep', help='where what was read is kept')
    parser.add_argument('--files', action='store_true', help='a table of every file too')
    options = parser.parse_args()
    options.cli = os.path.abspath(os.path.join(options.build, 'src', 'cli', 'cognate-cli'))
    options.measure = find_measure()
    if options.quick:
        options.readers = ['cognate']
    return options


def main():
    options = parse()
    if not options.measure or not (shutil.which('chromium') and shutil.which('soffice')):
        print('1..0 # SKIP needs Chromium, LibreOffice and the measure beside the corpus')
        return 0
    with tempfile.TemporaryDirectory(prefix='fidelity-') as folder:
        options.work = options.keep or os.path.join(folder, 'read')
        options.gold = os.path.abspath(options.gold or os.path.join(folder, 'gold'))
        make_gold(options.gold, QUICK if options.quick else '')
        figures, broken = collect(options)
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as out:
            json.dump(figures, out, indent=1, ensure_ascii=False)
    if options.files:
        show_files(figures)
    show_kinds(figures)
    results = judge(figures) + compare(figures)
    results.append(judge_joiners(figures['cognate']))
    results.append(('files that no program can read are told', [label for label, told in broken.items() if not told],
                    ['letters lost by its maker: ' + label for label in broken]))
    print_tap(results)
    return 1 if any(faults for _, faults, _ in results) else 0


if __name__ == '__main__':
    sys.exit(main())
