# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true of the figures: the bars of each kind of PDF, and that no other program is ahead.

A bar is for the mean of the kind's files. Nothing is left out silently: LOST names what the maker of the PDF lost
before any reader saw the file, KNOWN what we do not reach; both are printed, and KNOWN fails when it gets worse.
"""
import re

from scores import COLUMNS, MARGIN, is_behind, mean

RTL = {'ar', 'fa', 'he', 'ur'}
KINDS = {
    'tagged': {'text': .98, 'order': .99, 'blocks': .97, 'headings': 1.0, 'levels': 1.0, 'lists': .95, 'tables': .95, 'figures': 1.0,
               'alt': 1.0, 'links': .9, 'notes': .9, 'lang': 1.0},
    'one column': {'text': .98, 'order': .99, 'blocks': .93, 'headings': .95, 'levels': .95, 'lists': .85, 'tables': .85, 'figures': .95,
                   'links': .85, 'notes': .85, 'lang': 1.0},
    'two columns': {'text': .96, 'order': .98, 'blocks': .88, 'headings': .90, 'levels': .90, 'lists': .75, 'tables': .6, 'figures': .9,
                    'links': .7, 'notes': .7, 'lang': 1.0},
    'right to left': {'text': .93, 'order': .98, 'blocks': .85, 'headings': .90, 'levels': .90, 'lists': .75, 'tables': .8, 'figures': .95,
                      'links': .7, 'notes': .7, 'lang': 1.0},
}
# Which files (by label), which column, why no reader can find it. They still count beside other programs.
LOST = [
    (r'\.soffice-', 'notes', "LibreOffice's reader of HTML drops the links to notes"),
    (r'\.chromium-columns', 'notes', "Chromium's destinations in columns miss what they lead to, or lie off the page"),
    (r'\.chromium-columns', 'links', "Chromium's destinations in columns miss what they lead to, or lie off the page"),
    (r'^gold-en\.(?!soffice-.*tagged)', 'lang', 'no PDF of these tells that four of its words are French'),
]
# (kind, column) → (figure that was reached, why not more).
KNOWN = {}


def kind_of(label):
    """Of a label NAME.MAKER-STYLE[-tagged]; a name is or ends in a language."""
    name, made = label.split('.')
    if made.endswith('-tagged'):
        return 'tagged'
    if name.split('-')[-1] in RTL:
        return 'right to left'
    return 'two columns' if 'columns' in made else 'one column'


def why_lost(label, column):
    return next((why for files, lost, why in LOST if lost == column and re.search(files, label)), None)


def list_lost(labels, columns):
    """The files of these that a bar leaves out, by reason."""
    lost = {}
    for label in labels:
        for column in columns:
            if why_lost(label, column):
                lost.setdefault('lost by the maker: %s: %s' % (column, why_lost(label, column)), []).append(label)
    return ['%s (%d files)' % (why, len(files)) for why, files in lost.items()]


def is_known(kind, column, value):
    return (kind, column) in KNOWN and value >= KNOWN[kind, column][0] - MARGIN


def judge(figures):
    """For each kind (name, faults, notes)."""
    results = []
    for kind, bars in KINDS.items():
        labels = [label for label in figures['cognate'] if kind_of(label) == kind]
        faults, notes = [], []
        for column, bar in bars.items() if labels else ():
            fair = [label for label in labels if not why_lost(label, column)]
            value = mean(figures['cognate'], column, fair)
            if value is None or round(value, 3) >= bar:
                continue
            worst = sorted((figures['cognate'][label][column], label) for label in fair if column in figures['cognate'][label])[:3]
            line = '%s: %s %.3f is below the bar %.2f (%s)' % (kind, column, value, bar, ', '.join('%s %.2f' % (l, v) for v, l in worst))
            if is_known(kind, column, value):
                notes.append('below the bar: %s: %s' % (line, KNOWN[kind, column][1]))
            else:
                faults.append(line)
        notes += list_lost(labels, bars)
        results.append(('the bars of PDF, %s' % kind, faults, notes))
    return results


def compare(figures):
    """For each other program (name, faults, notes): behind in which column of which kind."""
    results = []
    for name, of in figures.items():
        if name == 'cognate':
            continue
        faults, notes = [], []
        for kind in KINDS:
            labels = [label for label in of if kind_of(label) == kind]
            for column in COLUMNS:
                if column == 'alt' and kind != 'tagged':
                    continue  # only tags hold alternative texts: what others have there are names of files
                ours, theirs = (mean(rows, column, labels) for rows in (figures['cognate'], of))
                if is_behind(ours, theirs):
                    line = '%s: %s: ours %.3f, %s %.3f' % (kind, column, ours or 0, name, theirs)
                    known = is_known(kind, column, ours or 0)
                    (notes if known else faults).append(line + (': ' + KNOWN[kind, column][1] if known else ''))
        results.append(('ahead of %s in every column' % name, faults, notes))
    return results
