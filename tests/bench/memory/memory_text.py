# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments as books have them, as many as wanted, always the same: chains of words that follow each
other in a real translation memory (or, without one, in a little text of made words), with numbers,
repeated phrases and the lengths that sentences have."""
import html
import random
import re


def read_pairs(path):
    """The plain texts of a TMX: two languages, a pair a unit."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    pairs = []
    for unit in re.findall(r'<tu\b.*?</tu>', text, re.S):
        segments = [html.unescape(re.sub('<[^>]*>', '', s)) for s in re.findall(r'<seg>(.*?)</seg>', unit, re.S)]
        if len(segments) >= 2 and segments[0].strip() and segments[1].strip():
            pairs.append((segments[0], segments[1]))
    return pairs


def make_words(chance, n):
    syllables = 'la ren to mi ska vor e us in dol pa qui ter on gra shi'.split()
    words = [''.join(chance.choice(syllables) for _ in range(chance.randint(1, 4))) for _ in range(8000)]
    return [words[min(int(chance.paretovariate(0.7)), 7999)] for _ in range(n)]


class Chain:
    """Which word comes after which two."""

    def __init__(self, words):
        self.words = words
        self.places = {}
        for i in range(len(words) - 2):
            self.places.setdefault((words[i], words[i + 1]), []).append(i + 2)

    def make(self, chance):
        length = min(3 + int(chance.expovariate(1 / 14)), 90)
        at = chance.randrange(len(self.words) - 2)
        made = [self.words[at], self.words[at + 1]]
        while len(made) < length:
            # Now and then a leap, else a small text would only be told again.
            places = self.places.get((made[-2], made[-1])) if chance.random() < 0.7 else None
            made.append(self.words[chance.choice(places) if places else chance.randrange(len(self.words))])
        if chance.random() < 0.2:
            made[chance.randrange(length)] = str(chance.randrange(1, 3000))
        return ' '.join(made)


def make_pairs(n, path=None):
    """Yields n pairs: those of the memory itself first."""
    chance = random.Random(8)
    real = read_pairs(path) if path else []
    yield from real[:n]
    chains = [Chain(' '.join(pair[side] for pair in real).split() or make_words(chance, 100000)) for side in (0, 1)]
    for _ in range(n - len(real)):
        yield chains[0].make(chance), chains[1].make(chance)


def change(chance, segment, words):
    """As a translator meets it: up to a quarter of the words are others, more or less."""
    changed = segment.split(' ')
    for _ in range(chance.randint(0, max(len(changed) // 4, 1))):
        at = chance.randrange(len(changed))
        kind = chance.randrange(3)
        if kind == 0 and len(changed) > 1:
            del changed[at]
        elif kind == 1:
            changed[at] = chance.choice(words)
        else:
            changed.insert(at, chance.choice(words))
    return ' '.join(changed)


def write_tmx(path, pairs, languages=('en', 'pl')):
    """Returns how many bytes of text are in it, of each language."""
    sizes = [0, 0]
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench"'
                   ' creationtoolversion="1" datatype="plaintext" segtype="sentence" adminlang="en"'
                   f' srclang="{languages[0]}" o-tmf="bench"/><body>\n')
        for pair in pairs:
            for side in (0, 1):
                sizes[side] += len(pair[side].encode())
            file.write('<tu>' + ''.join(f'<tuv xml:lang="{language}"><seg>{html.escape(text, False)}</seg></tuv>'
                                        for language, text in zip(languages, pair)) + '</tu>\n')
        file.write('</body></tmx>\n')
    return sizes
