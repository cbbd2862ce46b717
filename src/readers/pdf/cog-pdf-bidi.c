/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-bidi.h"

#include <unicode/uchar.h>

#define LONGEST_UNIT 2 /* letters: "km", "GB"; a longer word before a number names something */
#define DEEPEST 16     /* brackets in brackets */

static void
reverse (CogPdfBidiUnit *units, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      CogPdfBidiUnit kept = units[i];

      units[i] = units[n - 1 - i];
      units[n - 1 - i] = kept;
    }
}

static gboolean
is_at (const CogPdfBidiUnit *units, guint n, guint i, CogPdfBidiType type)
{
  return i < n && units[i].type == type;
}

/* Whether the letters that a line has read before a place are Arabic (W2): what is drawn at an edge
 * tells nothing. */
static gboolean
is_after_arabic (const CogPdfBidiUnit *units, guint n, guint i, gboolean is_rtl)
{
  for (guint k = i + (is_rtl ? 1 : G_MAXUINT); k < n; k += is_rtl ? 1 : G_MAXUINT)
    if (units[k].type == COG_PDF_BIDI_RIGHT || units[k].type == COG_PDF_BIDI_LEFT)
      return units[k].is_arabic;
  return FALSE;
}

/* "1." at the start of a line from right to left, drawn by itself from left to right: the stop
 * would be before the number. */
static gboolean
is_label_stop (const CogPdfBidiUnit *units, guint n, guint i)
{
  guint first = i;

  if (i == 0 || i + 1 != n || units[i - 1].type != COG_PDF_BIDI_NUMBER ||
      (units[i].letter != '.' && units[i].letter != ')'))
    return FALSE;
  while (first > 0 && units[first - 1].type == COG_PDF_BIDI_NUMBER)
    first--;
  return first == 0 || units[first - 1].type == COG_PDF_BIDI_SPACE;
}

/* Numbers are read from left to right, with the separators between their digits (W4), but a minus
 * behind Arabic letters is none of theirs, and with a percent sign at their end. */
static void
join_numbers (CogPdfBidiUnit *units, guint n, gboolean is_rtl)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_between = i > 0 && units[i - 1].type == COG_PDF_BIDI_NUMBER &&
                            is_at (units, n, i + 1, COG_PDF_BIDI_NUMBER);
      gboolean is_minus = u_charDirection ((UChar32)units[i].letter) == U_EUROPEAN_NUMBER_SEPARATOR;

      if (units[i].type == COG_PDF_BIDI_PERCENT)
        units[i].type = i > 0 && units[i - 1].type == COG_PDF_BIDI_NUMBER ? COG_PDF_BIDI_NUMBER
                                                                          : COG_PDF_BIDI_NEUTRAL;
      else if (units[i].type == COG_PDF_BIDI_SEPARATOR)
        units[i].type = is_between && (!is_minus || !is_after_arabic (units, n, i, is_rtl))
                            ? COG_PDF_BIDI_NUMBER
                            : COG_PDF_BIDI_NEUTRAL;
      if (is_rtl && is_label_stop (units, n, i))
        units[i].type = COG_PDF_BIDI_NUMBER;
    }
}

/* Whether the signs between two pieces make sense when they are read in a direction: no space
 * before a comma, and none behind an opening bracket. units[from - 1] and units[to] are the
 * pieces. */
static gboolean
is_sensible (const CogPdfBidiUnit *units, guint from, guint to, gboolean to_left)
{
  for (guint i = from; i < to; i++)
    {
      const CogPdfBidiUnit *before = to_left ? &units[i + 1] : &units[i - 1];
      const CogPdfBidiUnit *after = to_left ? &units[i - 1] : &units[i + 1];
      gboolean has_space = before->type == COG_PDF_BIDI_SPACE;
      gboolean is_before_space = after->type == COG_PDF_BIDI_SPACE;

      if (has_space && !is_before_space &&
          (cog_pdf_bidi_is_stop (units[i].letter) ||
           (units[i].letter == '.' && after->type == COG_PDF_BIDI_NUMBER)))
        return FALSE;
    }
  return TRUE;
}

/* Whether a number beside a Latin word is read as it is seen, though the other order would look the
 * same: right of the word it counts its pages or parts, but of a unit of measure it is the number.
 * What a bracket parts from the word is no part of it, unless it is in the bracket. */
static gboolean
is_beside_word (const CogPdfBidiUnit *units, guint end, guint next)
{
  gboolean is_left = units[next].type == COG_PDF_BIDI_LEFT;
  guint first = end;

  if (!is_sensible (units, end, next, TRUE))
    return TRUE;
  for (guint i = end; i < next; i++)
    if (units[i].type != COG_PDF_BIDI_SPACE && next - end > 1 &&
        (is_left || !cog_pdf_bidi_is_opening (units[i].letter)))
      return FALSE;
  while (first > 0 && units[first - 1].type == COG_PDF_BIDI_LEFT)
    first--;
  return is_left || next == end || units[end].type != COG_PDF_BIDI_SPACE ||
         end - first > LONGEST_UNIT;
}

/* Arabic digits never take the direction of Latin letters (W7 is for European ones). */
static gboolean
is_part_of (const CogPdfBidiUnit *unit, CogPdfBidiType against)
{
  return unit->type == against ||
         (unit->type == COG_PDF_BIDI_NUMBER && (against == COG_PDF_BIDI_RIGHT || !unit->is_arabic));
}

static gboolean
is_piece (const CogPdfBidiUnit *unit)
{
  return unit->type == COG_PDF_BIDI_LEFT || unit->type == COG_PDF_BIDI_RIGHT ||
         unit->type == COG_PDF_BIDI_NUMBER;
}

/* Where a run that goes against the line, and begins at first, ends: the unit behind its last
 * letter or digit. What stands between its pieces is of it (N1), where it makes sense so. */
static guint
find_run_end (
    const CogPdfBidiUnit *units, guint n, guint first, CogPdfBidiType against, gboolean *has_letter)
{
  guint end = first + 1;

  *has_letter = units[first].type == against;
  for (guint i = first + 1; i < n; i++)
    {
      if (!is_piece (&units[i]))
        continue;
      if (!is_part_of (&units[i], against) ||
          !is_sensible (units, end, i, against == COG_PDF_BIDI_RIGHT))
        break;
      if (against == COG_PDF_BIDI_LEFT && units[i].type != units[end - 1].type &&
          !is_beside_word (units, end, i))
        break;
      *has_letter |= units[i].type == against;
      end = i + 1;
    }
  return end;
}

/* A bracket at the edge of a run is of it where its mate is (N0). */
static guint
extend_by_mate (const CogPdfBidiUnit *units, guint n, guint first, guint end)
{
  gunichar open[DEEPEST];
  guint depth = 0;

  for (guint i = first; i < end; i++)
    {
      if (cog_pdf_bidi_is_opening (units[i].letter) && depth < DEEPEST)
        open[depth++] = units[i].letter;
      else if (cog_pdf_bidi_is_closing (units[i].letter) && depth > 0)
        depth--;
    }
  while (depth > 0 && end < n && cog_pdf_bidi_is_closing (units[end].letter) &&
         g_unichar_type (open[depth - 1]) == G_UNICODE_OPEN_PUNCTUATION)
    {
      depth--;
      end++;
    }
  return end;
}

static void
set_level (CogPdfBidiUnit *units, guint from, guint to, guint8 level, guint8 numbers)
{
  for (guint i = from; i < to; i++)
    units[i].level = units[i].type == COG_PDF_BIDI_NUMBER ? numbers : level;
}

/* In a line from right to left: Latin text, numbers beside it, and what stands between. */
static void
set_levels_of_rtl (CogPdfBidiUnit *units, guint n)
{
  set_level (units, 0, n, 1, 2);
  for (guint i = 0; i < n;)
    {
      gboolean has_letter;
      guint end;

      if (!is_piece (&units[i]) || !is_part_of (&units[i], COG_PDF_BIDI_LEFT))
        {
          i++;
          continue;
        }
      end = find_run_end (units, n, i, COG_PDF_BIDI_LEFT, &has_letter);
      if (has_letter)
        {
          end = extend_by_mate (units, n, i, end);
          /* A comma between Latin words whose line ends between them. */
          if (end < n && cog_pdf_bidi_is_stop (units[end].letter) &&
              (end + 1 == n || units[end + 1].type == COG_PDF_BIDI_SPACE))
            end++;
          set_level (units, i, end, 2, 2);
        }
      i = end;
    }
}

/* Whether a number left of Arabic or Hebrew text is read after it: its digits are Arabic, or the
 * comma stands where only that makes sense. */
static gboolean
ends_text (const CogPdfBidiUnit *units, guint n, guint i)
{
  guint end, next;

  if (units[i].type != COG_PDF_BIDI_NUMBER || units[i].is_arabic)
    return units[i].is_arabic && units[i].type == COG_PDF_BIDI_NUMBER;
  for (end = i; end < n && units[end].type == COG_PDF_BIDI_NUMBER; end++)
    ;
  for (next = end; next < n && !is_piece (&units[next]); next++)
    ;
  return next < n && units[next].type == COG_PDF_BIDI_RIGHT &&
         !is_sensible (units, end, next, FALSE);
}

/* In a line from left to right: Arabic or Hebrew text, and the numbers between its words. */
static void
set_levels_of_ltr (CogPdfBidiUnit *units, guint n)
{
  set_level (units, 0, n, 0, 0);
  for (guint i = 0; i < n;)
    {
      gboolean has_letter;
      guint end;

      if (units[i].type != COG_PDF_BIDI_RIGHT && !ends_text (units, n, i))
        {
          i++;
          continue;
        }
      end = find_run_end (units, n, i, COG_PDF_BIDI_RIGHT, &has_letter);
      /* European digits at the right edge are the line's. */
      while (end > i + 1 && units[end - 1].type != COG_PDF_BIDI_RIGHT && !units[end - 1].is_arabic)
        end--;
      if (has_letter)
        set_level (units, i, end, 1, 2);
      i = end;
    }
}

void
cog_pdf_bidi_order (CogPdfBidiUnit *units, guint n, gboolean is_rtl)
{
  g_return_if_fail (units != NULL || n == 0);

  join_numbers (units, n, is_rtl);
  if (is_rtl)
    {
      set_levels_of_rtl (units, n);
      reverse (units, n);
    }
  else
    set_levels_of_ltr (units, n);
  for (guint8 level = 2; level >= (is_rtl ? 2 : 1); level--)
    for (guint i = 0; i < n; i++)
      {
        guint first = i;

        while (i < n && units[i].level >= level)
          i++;
        if (i > first)
          reverse (units + first, i - first);
      }
}
