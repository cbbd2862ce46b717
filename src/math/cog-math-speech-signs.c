/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include <string.h>

typedef struct
{
  gunichar c;
  const char *key;
} Sign;

static const Sign signs[] = {
  { '+', "plus" },
  { '-', "minus" },
  { 0x2212, "minus" },
  { 0xd7, "times" },
  { 0xb7, "times" },
  { 0x22c5, "times" },
  { '*', "times" },
  { 0x2217, "times" },
  { 0x2a2f, "times" },
  { 0xf7, "divided" },
  { '/', "divided" },
  { 0x2044, "divided" },
  { 0x2215, "divided" },
  { 0xb1, "plus-minus" },
  { '=', "equals" },
  { 0x2260, "not-equal" },
  { '<', "less" },
  { '>', "greater" },
  { 0x2264, "less-equal" },
  { 0x2a7d, "less-equal" },
  { 0x2265, "greater-equal" },
  { 0x2a7e, "greater-equal" },
  { 0x2248, "approximately" },
  { 0x2245, "approximately" },
  { 0x2243, "approximately" },
  { 0x2261, "identical" },
  { 0x221d, "proportional" },
  { 0x2192, "goes-to" },
  { 0x27f6, "goes-to" },
  { 0x21d2, "implies" },
  { 0x27f9, "implies" },
  { 0x21d4, "equivalent" },
  { 0x27fa, "equivalent" },
  { 0x2208, "in" },
  { 0x2209, "not-in" },
  { 0x2282, "subset" },
  { 0x2286, "subset" },
  { 0x222a, "union" },
  { 0x22c3, "union" },
  { 0x2229, "intersection" },
  { 0x22c2, "intersection" },
  { 0x2200, "for-all" },
  { 0x2203, "exists" },
  { 0x221e, "infinity" },
  { 0x2211, "sum" },
  { 0x220f, "product" },
  { 0x222b, "integral" },
  { 0x222c, "integral" },
  { 0x222d, "integral" },
  { 0x222e, "contour" },
  { 0x2202, "partial" },
  { 0x2207, "nabla" },
  { 0xb0, "degrees" },
  { 0x22a5, "perpendicular" },
  { 0x27c2, "perpendicular" },
  { 0x2225, "parallel" },
  { 0x2220, "angle" },
  { 0x2223, "such-that" },
  { 0x2061, "of" },
  { '!', "factorial" },
  { 0x2234, "therefore" },
  { '(', "open" },
  { ')', "close" },
  { '[', "open-square" },
  { ']', "close-square" },
  { '{', "open-brace" },
  { '}', "close-brace" },
  { 0x221a, "root" },
};

/* What converters and authors write over a letter. */
static const Sign accents[] = {
  { 0x2192, "vector" }, { 0x20d7, "vector" }, { 0x21c0, "vector" }, { 0x27f6, "vector" },
  { 0x20d1, "vector" }, { 0xaf, "bar" },      { 0x203e, "bar" },    { 0x2c9, "bar" },
  { 0x304, "bar" },     { 0x305, "bar" },     { '_', "bar" },       { '-', "bar" },
  { 0x2212, "bar" },    { 0x2013, "bar" },    { 0x2014, "bar" },    { 0x2015, "bar" },
  { '^', "hat" },       { 0x2c6, "hat" },     { 0x302, "hat" },     { '.', "dot" },
  { 0x2d9, "dot" },     { 0x307, "dot" },     { 0xb7, "dot" },      { 0x22c5, "dot" },
  { 0xa8, "dot" },      { 0x308, "dot" },     { 0x20db, "dot" },    { '~', "tilde" },
  { 0x2dc, "tilde" },   { 0x303, "tilde" },   { 0x223c, "tilde" },  { 0x2032, "prime" },
  { '\'', "prime" },    { 0x2019, "prime" },  { 0x2033, "prime" },  { 0x2034, "prime" },
};

static const char *
find (const Sign *list, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (list[i].c == c)
      return list[i].key;
  return NULL;
}

const char *
cog_math_speech_sign (gunichar c)
{
  return find (signs, G_N_ELEMENTS (signs), c);
}

static guint
count (gunichar c)
{
  if (c == 0x20db || c == 0x2034)
    return 3;
  return c == 0xa8 || c == 0x308 || c == 0x2033 ? 2 : 1;
}

const char *
cog_math_speech_accent (const char *text, guint *times)
{
  const char *key = NULL;

  *times = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *now = find (accents, G_N_ELEMENTS (accents), g_utf8_get_char (p));

      if (now == NULL || (key != NULL && strcmp (now, key) != 0) || *times > 3)
        return NULL;
      key = now;
      *times += count (g_utf8_get_char (p));
    }
  return key;
}

gboolean
cog_math_speech_has_ends (gunichar c)
{
  return c == 0x2211 || c == 0x220f || c == 0x2210 || (c >= 0x222b && c <= 0x2233) ||
         (c >= 0x22c0 && c <= 0x22c3) || (c >= 0x2a00 && c <= 0x2a1c);
}
