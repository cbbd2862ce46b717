# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of Persian that are parted inside by a non-joiner (U+200C): structure-score does not look at it."""
import re
from collections import Counter

NON_JOINER = '\u200c'
BAR = .95  # of the words that have one
WORD = re.compile(r'[\w\u064b-\u0654\u200c]+')


def count_words(page):
    """Of (X)HTML, whose words no markup cuts."""
    with open(page, encoding='utf-8') as read:
        text = re.sub(r'<head>.*?</head>|<[^>]+>', ' ', read.read(), flags=re.S)
    return Counter(word for word in WORD.findall(text) if NON_JOINER in word)


def score_joiners(gold, page):
    """F1 of such words, those that ought not to have one counted too; None where neither has any."""
    wanted, found = count_words(gold), count_words(page)
    total = sum(wanted.values()) + sum(found.values())
    return 2 * sum((wanted & found).values()) / total if total else None
