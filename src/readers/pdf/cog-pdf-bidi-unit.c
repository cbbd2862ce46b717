/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-bidi.h"

#include <string.h>
#include <unicode/uchar.h>

gboolean
cog_pdf_bidi_is_opening (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

gboolean
cog_pdf_bidi_is_closing (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

gboolean
cog_pdf_bidi_is_stop (gunichar c)
{
  return c < 0x80 ? strchr (",;:!?", (int)c) != NULL && c != 0
                  : c == 0x060c || c == 0x061b || c == 0x061f || c == 0x06d4;
}

static CogPdfBidiType
find_type (gunichar letter)
{
  if (letter == '%' || letter == 0x066a || letter == 0x2030 || letter == 0xb0)
    return COG_PDF_BIDI_PERCENT;
  switch ((int)u_charDirection ((UChar32)letter))
    {
    case U_LEFT_TO_RIGHT:
      return COG_PDF_BIDI_LEFT;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return COG_PDF_BIDI_RIGHT;
    case U_EUROPEAN_NUMBER:
    case U_ARABIC_NUMBER:
      return COG_PDF_BIDI_NUMBER;
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_COMMON_NUMBER_SEPARATOR:
      return g_unichar_isspace (letter) ? COG_PDF_BIDI_SPACE : COG_PDF_BIDI_SEPARATOR;
    case U_DIR_NON_SPACING_MARK:
      return letter >= 0x590 && letter < 0x900 ? COG_PDF_BIDI_RIGHT : COG_PDF_BIDI_NEUTRAL;
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
    case U_BLOCK_SEPARATOR:
      return COG_PDF_BIDI_SPACE;
    default:
      return COG_PDF_BIDI_NEUTRAL;
    }
}

CogPdfBidiUnit
cog_pdf_bidi_unit_new (gunichar letter, guint index)
{
  CogPdfBidiUnit unit = { .letter = letter, .index = index };

  unit.type = find_type (letter);
  unit.is_arabic = u_charDirection ((UChar32)letter) == U_RIGHT_TO_LEFT_ARABIC ||
                   u_charDirection ((UChar32)letter) == U_ARABIC_NUMBER;
  return unit;
}

/* Letters tell, else digits, else the first sign. */
CogPdfBidiUnit
cog_pdf_bidi_unit_new_for_word (const char *word, guint index)
{
  CogPdfBidiUnit found = { COG_PDF_BIDI_SPACE, ' ', index, 0, 0 };
  gboolean is_first = TRUE;

  g_return_val_if_fail (word != NULL, found);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      CogPdfBidiUnit unit = cog_pdf_bidi_unit_new (g_utf8_get_char (p), index);

      if (unit.type == COG_PDF_BIDI_RIGHT)
        return unit;
      if (is_first || (found.type != COG_PDF_BIDI_LEFT &&
                       (unit.type == COG_PDF_BIDI_LEFT ||
                        (unit.type == COG_PDF_BIDI_NUMBER && found.type != COG_PDF_BIDI_NUMBER))))
        found = unit;
      is_first = FALSE;
    }
  found.index = index;
  return found;
}

/* What stands at the start of a text (1) or at its end (-1). */
static int
judge_end (gunichar letter)
{
  if (cog_pdf_bidi_is_opening (letter) || letter == '$' || letter == '#')
    return 1;
  return cog_pdf_bidi_is_closing (letter) || cog_pdf_bidi_is_stop (letter) || letter == '.' ||
                 letter == 0x2026
             ? -1
             : 0;
}

gboolean
cog_pdf_bidi_runs_to_left (const CogPdfBidiUnit *units, guint n, gboolean is_rtl)
{
  guint n_right = 0, n_left = 0;
  int to_right;

  g_return_val_if_fail (units != NULL || n == 0, is_rtl);

  if (n == 0)
    return is_rtl;
  for (guint i = 0; i < n; i++)
    {
      n_right += units[i].type == COG_PDF_BIDI_RIGHT;
      n_left += units[i].type == COG_PDF_BIDI_LEFT;
    }
  to_right = judge_end (units[0].letter) - judge_end (units[n - 1].letter);
  if (is_rtl && n_right == 0 && n_left > 0)
    return to_right < 0;
  return is_rtl ? n_right > 0 || n_left == 0 : n_right > n_left;
}

static gboolean
is_loose (const CogPdfBidiUnit *units, guint n, guint i)
{
  return i >= n || units[i].type == COG_PDF_BIDI_SPACE;
}

void
cog_pdf_bidi_vote_brackets (const CogPdfBidiUnit *units, guint n, guint *n_meant, guint *n_drawn)
{
  g_return_if_fail ((units != NULL || n == 0) && n_meant != NULL && n_drawn != NULL);

  for (guint i = 0; i < n; i++)
    {
      gboolean opens = cog_pdf_bidi_is_opening (units[i].letter);
      gboolean is_before = is_loose (units, n, i == 0 ? G_MAXUINT : i - 1);
      gboolean is_after = is_loose (units, n, i + 1);

      if (units[i].level % 2 == 0 || is_before == is_after ||
          (!opens && !cog_pdf_bidi_is_closing (units[i].letter)) ||
          !g_unichar_get_mirror_char (units[i].letter, NULL))
        continue;
      *(opens == is_before ? n_meant : n_drawn) += 1;
    }
}
