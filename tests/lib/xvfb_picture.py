# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen of an Xvfb that was started with -fbdir, as pixels and as a PNG.

The file is an X window dump: XWDFile.h, all numbers most significant byte first."""
import struct
import zlib
from collections import Counter


def _luminance(colour):
    red, green, blue = (value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Picture:
    """What was on the screen when this was made."""

    def __init__(self, path):
        with open(path, "rb") as dump:
            data = dump.read()
        header = struct.unpack(">25I", data[:100])
        size, self.width, self.height, order, self._stride, colours = (header[0], header[4], header[5], header[7], header[12], header[19])
        if header[11] != 32:
            raise ValueError(f"{path}: a screen of 24 bits in 32 is expected")
        start = size + 12 * colours
        self._little = order == 0
        self._data = data[start : start + self._stride * self.height]

    def _row(self, y):
        """Red, green and blue of each pixel, one after the other."""
        row = self._data[y * self._stride : y * self._stride + 4 * self.width]
        out = bytearray(3 * self.width)
        for channel in range(3):
            out[channel::3] = row[(2 - channel if self._little else channel + 1) :: 4]
        return bytes(out)

    def columns_of_ink(self, x, y, width, height):
        """The first and the last column, relative to x, that differ from the ground (the brightness of most pixels); None if none does."""
        rows = [self._row(row)[3 * x : 3 * (x + width)] for row in range(max(y, 0), min(y + height, self.height))]
        greens = [row[1::3] for row in rows]
        every = b"".join(greens)
        if not every:
            return None
        ground = max(set(every), key=every.count)
        inked = [column for column in range(width) if any(column < len(row) and abs(row[column] - ground) > 60 for row in greens)]
        return (inked[0], inked[-1]) if inked else None

    def part(self, x, y, width, height):
        """The bytes of a part, to be compared."""
        left, right = 4 * max(x, 0), 4 * max(min(x + width, self.width), 0)
        return b"".join(self._data[row * self._stride + left : row * self._stride + right] for row in range(max(y, 0), min(y + height, self.height)))

    def brightness(self, x, y, width, height):
        """The mean of a part, 0 to 255."""
        rows = [self._row(row)[3 * x + 1 : 3 * (x + width) : 3] for row in range(max(y, 0), min(y + height, self.height))]
        return sum(map(sum, rows)) / max(1, sum(map(len, rows)))

    def contrast(self, x, y, width, height):
        """Of what is written on a part, against the colour of most of it, by WCAG 2.2 (1 to 21); 1 where nothing is."""
        left, right = max(x, 0), max(min(x + width, self.width), 0)
        pixels = Counter()
        for row in range(max(y, 0), min(y + height, self.height)):
            line = self._row(row)[3 * left : 3 * right]
            pixels.update(zip(line[0::3], line[1::3], line[2::3]))
        if not pixels:
            return 1
        ground = _luminance(pixels.most_common(1)[0][0])
        return max((max(ground, other) + 0.05) / (min(ground, other) + 0.05) for other in map(_luminance, pixels))

    def changed(self, after, least, x, y, width, height):
        """How many pixels of a part differ in a later picture of the same size, by that contrast at least."""
        left, right = max(x, 0), max(min(x + width, self.width), 0)
        count, known = 0, {}
        for row in range(max(y, 0), min(y + height, self.height)):
            old, new = self._row(row)[3 * left : 3 * right], after._row(row)[3 * left : 3 * right]
            if old == new:
                continue
            for pair in zip(zip(old[0::3], old[1::3], old[2::3]), zip(new[0::3], new[1::3], new[2::3])):
                if pair not in known:
                    dark, light = sorted(map(_luminance, pair))
                    known[pair] = (light + 0.05) / (dark + 0.05) >= least
                count += known[pair]
        return count

    def save(self, path):
        def chunk(kind, content):
            body = kind + content
            return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

        rows = b"".join(b"\0" + self._row(y) for y in range(self.height))
        with open(path, "wb") as out:
            out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
                      + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))
