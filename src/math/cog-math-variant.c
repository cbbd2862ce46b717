/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-variant-private.h"

#include <string.h>

/* Where each alphabet begins in Mathematical Alphanumeric Symbols (Unicode, U+1D400); 0: it has
 * none. */
static const struct
{
  const char *name;
  gunichar capitals, smalls, greek, digits;
} alphabets[COG_MATH_N_VARIANTS] = {
  [COG_MATH_VARIANT_AUTO] = { "", 0, 0, 0, 0 },
  [COG_MATH_VARIANT_NORMAL] = { "normal", 0, 0, 0, 0 },
  [COG_MATH_VARIANT_BOLD] = { "bold", 0x1d400, 0x1d41a, 0x1d6a8, 0x1d7ce },
  [COG_MATH_VARIANT_ITALIC] = { "italic", 0x1d434, 0x1d44e, 0x1d6e2, 0 },
  [COG_MATH_VARIANT_BOLD_ITALIC] = { "bold-italic", 0x1d468, 0x1d482, 0x1d71c, 0x1d7ce },
  [COG_MATH_VARIANT_DOUBLE_STRUCK] = { "double-struck", 0x1d538, 0x1d552, 0, 0x1d7d8 },
  [COG_MATH_VARIANT_BOLD_FRAKTUR] = { "bold-fraktur", 0x1d56c, 0x1d586, 0, 0x1d7ce },
  [COG_MATH_VARIANT_SCRIPT] = { "script", 0x1d49c, 0x1d4b6, 0, 0 },
  [COG_MATH_VARIANT_BOLD_SCRIPT] = { "bold-script", 0x1d4d0, 0x1d4ea, 0, 0x1d7ce },
  [COG_MATH_VARIANT_FRAKTUR] = { "fraktur", 0x1d504, 0x1d51e, 0, 0 },
  [COG_MATH_VARIANT_SANS_SERIF] = { "sans-serif", 0x1d5a0, 0x1d5ba, 0, 0x1d7e2 },
  [COG_MATH_VARIANT_BOLD_SANS_SERIF] = { "bold-sans-serif", 0x1d5d4, 0x1d5ee, 0x1d756, 0x1d7ec },
  [COG_MATH_VARIANT_SANS_SERIF_ITALIC] = { "sans-serif-italic", 0x1d608, 0x1d622, 0, 0x1d7e2 },
  [COG_MATH_VARIANT_SANS_SERIF_BOLD_ITALIC] = { "sans-serif-bold-italic", 0x1d63c, 0x1d656, 0x1d790,
                                                0x1d7ec },
  [COG_MATH_VARIANT_MONOSPACE] = { "monospace", 0x1d670, 0x1d68a, 0, 0x1d7f6 },
};

/* Letters that were in Unicode before: their places among the others are empty. */
static const gunichar elsewhere[][2] = {
  { 0x1d455, 0x210e }, { 0x1d49d, 0x212c }, { 0x1d4a0, 0x2130 }, { 0x1d4a1, 0x2131 },
  { 0x1d4a3, 0x210b }, { 0x1d4a4, 0x2110 }, { 0x1d4a7, 0x2112 }, { 0x1d4a8, 0x2133 },
  { 0x1d4ad, 0x211b }, { 0x1d4ba, 0x212f }, { 0x1d4bc, 0x210a }, { 0x1d4c4, 0x2134 },
  { 0x1d506, 0x212d }, { 0x1d50b, 0x210c }, { 0x1d50c, 0x2111 }, { 0x1d515, 0x211c },
  { 0x1d51d, 0x2128 }, { 0x1d53a, 0x2102 }, { 0x1d53f, 0x210d }, { 0x1d545, 0x2115 },
  { 0x1d547, 0x2119 }, { 0x1d548, 0x211a }, { 0x1d549, 0x211d }, { 0x1d551, 0x2124 },
};

/* What stands in a Greek alphabet of that block after the letters up to omega, from its start. */
static const gunichar greek_signs[][2] = {
  { 0x3f4, 17 }, { 0x2207, 25 }, { 0x2202, 51 }, { 0x3f5, 52 }, { 0x3d1, 53 },
  { 0x3f0, 54 }, { 0x3d5, 55 },  { 0x3f1, 56 },  { 0x3d6, 57 },
};

CogMathVariant
cog_math_variant_parse (const char *value)
{
  for (guint i = COG_MATH_VARIANT_NORMAL; value != NULL && i < COG_MATH_N_VARIANTS; i++)
    if (g_ascii_strcasecmp (value, alphabets[i].name) == 0)
      return i;
  return COG_MATH_VARIANT_AUTO;
}

gboolean
cog_math_variant_is_bold (CogMathVariant variant)
{
  return strstr (alphabets[variant].name, "bold") != NULL;
}

gboolean
cog_math_variant_is_italic (CogMathVariant variant)
{
  return strstr (alphabets[variant].name, "italic") != NULL;
}

static gunichar
map_greek (gunichar start, gunichar c)
{
  if (start == 0)
    return c;
  for (guint i = 0; i < G_N_ELEMENTS (greek_signs); i++)
    if (c == greek_signs[i][0])
      return start + greek_signs[i][1];
  if (c >= 0x391 && c <= 0x3a9 && c != 0x3a2)
    return start + (c - 0x391);
  if (c >= 0x3b1 && c <= 0x3c9)
    return start + 26 + (c - 0x3b1);
  return c;
}

gunichar
cog_math_variant_map (CogMathVariant variant, gunichar c)
{
  gunichar to = c;

  if (c >= 'A' && c <= 'Z' && alphabets[variant].capitals != 0)
    to = alphabets[variant].capitals + (c - 'A');
  else if (c >= 'a' && c <= 'z' && alphabets[variant].smalls != 0)
    to = alphabets[variant].smalls + (c - 'a');
  else if (c >= '0' && c <= '9' && alphabets[variant].digits != 0)
    to = alphabets[variant].digits + (c - '0');
  else if (variant == COG_MATH_VARIANT_ITALIC && (c == 0x131 || c == 0x237))
    to = c == 0x131 ? 0x1d6a4 : 0x1d6a5;
  else
    to = map_greek (alphabets[variant].greek, c);
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (to == elsewhere[i][0])
      return elsewhere[i][1];
  return to;
}
