# SPDX-License-Identifier: GPL-3.0-or-later
"""The measure, and tables of what it says. The measure itself, structure-score, stands beside the corpus."""
import json
import os
import subprocess

COLUMNS = ['overall', 'text', 'order', 'blocks', 'headings', 'levels', 'lists', 'tables', 'captions', 'figures', 'alt',
           'links', 'notes', 'math', 'inline', 'lang']
MARGIN = 0.005  # a difference that is no difference


def find_corpus():
    """The folder that COGNATE_CORPUS names, or ../shared/corpus."""
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'shared', 'corpus')
    return os.environ.get('COGNATE_CORPUS') or beside


def find_measure():
    """structure-score, or None where it is not beside the corpus."""
    path = os.path.join(find_corpus(), '..', 'tools', 'structure-score')
    return path if os.path.exists(path) else None


def score(measure, gold, page):
    """column → 0..1; a column that neither has anything of is absent."""
    done = subprocess.run([measure, gold, page, '--json'], capture_output=True, text=True, timeout=120, check=False)
    return json.loads(done.stdout)['scores']


def mean(figures, column, labels):
    """Of those files that have the column; None where none has."""
    values = [v for v in (figures[label].get(column) for label in labels) if v is not None]
    return sum(values) / len(values) if values else None


def show(rows, columns=COLUMNS, width=14):
    """rows: name → column → figure or None; each line is a comment of TAP."""
    print('# %-*s %s' % (width, '', ' '.join('%8s' % c[:8] for c in columns)))
    for name, row in rows.items():
        print('# %-*s %s' % (width, name, ' '.join('%8s' % ('–' if row.get(c) is None else '%.3f' % row[c]) for c in columns)))


def is_behind(ours, theirs):
    """Level at the margin counts as not behind. What ours lacks altogether is 0."""
    return theirs is not None and (ours or 0) < theirs - MARGIN
