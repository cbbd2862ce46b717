# SPDX-License-Identifier: GPL-3.0-or-later
"""Back from a translated interface to the English words by which the tests know it, by the catalogue (.mo) that the program has."""
import re
import struct
from functools import lru_cache

_PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?[-+ #0']*\d*(?:\.\d+)?l*[diuxsc]|%(\d)|%%")
_DEPTH = 3  # translated words stand in a sentence that stands in another one


def _read_strings(data, count, at):
    for i in range(count):
        length, offset = struct.unpack_from("<II", data, at + 8 * i)
        yield data[offset : offset + length].decode()


def _read_mo(path):
    with open(path, "rb") as file:
        data = file.read()
    magic, _, count, originals, translations = struct.unpack_from("<IIIII", data)
    assert magic == 0x950412DE, path
    return zip(_read_strings(data, count, originals), _read_strings(data, count, translations))


def _bare(text):
    """Without the mark of a mnemonic, and without a letter that was added to hold one: “保存(_S)”."""
    return re.sub(r"\s*\(_\w\)", "", text).replace("_", "", 1)


def _split(text):
    """The words between the placeholders, and which argument each placeholder shows."""
    words, arguments, at = [], [], 0
    for i, found in enumerate(_PLACEHOLDER.finditer(text)):
        if found[0] != "%%":
            words.append(text[at : found.start()].replace("%%", "%"))
            arguments.append(int(found[1] or found[2] or i + 1))
            at = found.end()
    return [*words, text[at:].replace("%%", "%")], arguments


class _Sentence:
    """A message with placeholders: found in what is shown, and said in English with the same things in it."""

    def __init__(self, english, translated):
        words, self.arguments = _split(translated)
        self.english = _split(english)
        self.pattern = re.compile("(.+?)".join(map(re.escape, words)) + r"\Z", re.DOTALL)

    def back(self, shown, english_of):
        found = self.pattern.match(shown)
        if not found:
            return None
        given = dict(zip(self.arguments, found.groups()))
        words, arguments = self.english
        said = words[0]
        for argument, following in zip(arguments, words[1:]):
            # A count that one plural form leaves out: "deux".
            said += english_of(given.get(argument, "0")) + following
        return said


class Catalogue:
    def __init__(self, path):
        self._exact, self._sentences, self._frames = {}, [], []
        for original, translation in _read_mo(path):
            if original:
                self._add(original.split("\4")[-1].split("\0"), translation.split("\0"))

    def _add(self, originals, translations):
        for i, translated in enumerate(translations):
            english = originals[min(i, len(originals) - 1)]
            if _PLACEHOLDER.sub("", translated) != translated:
                # "%s: %s" fits much: it is looked at last.
                kind = self._sentences if re.search(r"\w", _PLACEHOLDER.sub("", english)) else self._frames
                kind.append(_Sentence(_bare(english), _bare(translated)))
            self._exact.setdefault(_bare(translated), []).append(_bare(english))

    @lru_cache(maxsize=None)
    def readings(self, shown, depth=_DEPTH):
        """All that it may be in English; what is not of the catalogue, such as a book's words, is itself."""
        bare = _bare(shown)
        if bare in self._exact:
            return tuple(self._exact[bare])
        if depth == 0 or not re.search(r"\w", shown):
            return (shown,)
        for kind in (self._sentences, self._frames):
            said = [words for words in (s.back(bare, lambda part: self.readings(part, depth - 1)[0]) for s in kind) if words]
            if said:
                return tuple(said)
        return (shown,)
