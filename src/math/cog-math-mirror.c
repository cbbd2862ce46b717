/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-layout-private.h"

#include <unicode/uchar.h>

static gunichar
get_single (const char *text)
{
  return *text != '\0' && *g_utf8_next_char (text) == '\0' ? g_utf8_get_char (text) : 0;
}

/* The typeface's own form of it (OpenType, rtlm). */
static CogMathBox *
make_own_form (CogMathLayout *layout, const char *text, const CogMathStyle *style)
{
  CogMathStyle mirrored = *style;
  CogMathBox *box = cog_math_make_token (layout, text, style, style->variant), *own;

  mirrored.is_mirrored = TRUE;
  own = cog_math_make_token (layout, text, &mirrored, style->variant);
  box->is_turned = TRUE;
  if (own->run != NULL && own->run->is_single && box->run != NULL && box->run->is_single &&
      own->run->glyphs[0].index != box->run->glyphs[0].index)
    {
      cog_math_box_free (box);
      return own;
    }
  cog_math_box_free (own);
  return box;
}

/* In order: the character that is its mirror image (brackets, most relations), the typeface's form,
 * the sign turned round, as sums, integrals and roots (Unicode, Bidi_Mirrored and
 * BidiMirroring.txt; UAX #9, 6). */
CogMathBox *
cog_math_make_sign (CogMathLayout *layout, const char *text, const CogMathStyle *style)
{
  gunichar c = get_single (text), image;
  char mirrored[7] = "";

  if (c == 0 || !u_isMirrored ((UChar32)c))
    return cog_math_make_token (layout, text, style, style->variant);
  if (g_unichar_get_mirror_char (c, &image))
    {
      CogMathBox *box;

      g_unichar_to_utf8 (image, mirrored);
      box = cog_math_make_token (layout, mirrored, style, style->variant);
      if (box->run != NULL)
        return box;
      cog_math_box_free (box);
    }
  return make_own_form (layout, text, style);
}

void
cog_math_finish_sign (CogMathBox *box)
{
  double left = box->left;

  if (!box->is_turned || box->run == NULL)
    return;
  for (guint i = 0; i < box->parts->len; i++)
    {
      CogMathPart *part = &g_array_index (box->parts, CogMathPart, i);

      part->is_mirrored = TRUE;
      part->width = box->width;
    }
  box->left = box->width - box->right;
  box->right = box->width - left;
  box->accent = box->width - box->accent;
}
