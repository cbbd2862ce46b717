/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-joiner.h"

#include <math.h>
#include <unicode/uchar.h>

#define GAP 0.05 /* of the height: a wider one parts words, where poppler has a space */

gboolean
cog_pdf_is_joiner (gunichar c)
{
  return c == COG_PDF_NON_JOINER || c == 0x200d;
}

/* What a presentation form stands for: "لا" for one letter, of which one is beside the neighbour.
 */
static gunichar
get_base (gunichar c, gboolean is_last)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  return n == 0 ? c : parts[is_last ? n - 1 : 0];
}

/* As Unicode's presentation forms tell. */
static CogPdfForm
find_form (gunichar c)
{
  switch ((int)u_getIntPropertyValue ((UChar32)c, UCHAR_DECOMPOSITION_TYPE))
    {
    case U_DT_ISOLATED:
      return COG_PDF_FORM_BEGINS | COG_PDF_FORM_ENDS;
    case U_DT_FINAL:
      return COG_PDF_FORM_JOINS_LAST | COG_PDF_FORM_ENDS;
    case U_DT_INITIAL:
      return COG_PDF_FORM_BEGINS | COG_PDF_FORM_JOINS_NEXT;
    case U_DT_MEDIAL:
      return COG_PDF_FORM_JOINS_LAST | COG_PDF_FORM_JOINS_NEXT;
    default:
      return COG_PDF_FORM_UNKNOWN;
    }
}

static int
get_joining (gunichar c)
{
  return u_getIntPropertyValue ((UChar32)c, UCHAR_JOINING_TYPE);
}

/* Whether two letters would be joined if nothing stood between them. */
static gboolean
can_join (gunichar letter, gunichar next)
{
  int before = get_joining (get_base (letter, TRUE)), after = get_joining (get_base (next, FALSE));

  return before == U_JT_DUAL_JOINING && (after == U_JT_DUAL_JOINING || after == U_JT_RIGHT_JOINING);
}

static gboolean
are_beside (const CogPdfLetter *letter, const CogPdfLetter *next, const PopplerRectangle *boxes)
{
  const PopplerRectangle *right = &boxes[letter->box], *left = &boxes[next->box];
  double height = fabs (right->y2 - right->y1);

  return fabs (right->x1 - left->x2) <= GAP * height && fabs (right->y2 - left->y2) < height / 2;
}

gboolean
cog_pdf_joiner_may_part (gunichar letter)
{
  int joining = get_joining (letter);

  return joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING;
}

CogPdfLetter *
cog_pdf_joiner_find_next (GArray *letters, guint i, const PopplerRectangle *boxes)
{
  const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);

  for (guint k = i + 1; k < letters->len; k++)
    {
      CogPdfLetter *next = &g_array_index (letters, CogPdfLetter, k);

      if (g_unichar_isspace (next->letter) || g_unichar_ismark (next->letter))
        continue;
      return next->is_rtl && can_join (letter->letter, next->letter) &&
                     are_beside (letter, next, boxes)
                 ? next
                 : NULL;
    }
  return NULL;
}

static gboolean
joins_next (const CogPdfLetter *letter)
{
  return (letter->form & COG_PDF_FORM_JOINS_NEXT) != 0;
}

static gboolean
joins_last (const CogPdfLetter *letter)
{
  return (letter->form & COG_PDF_FORM_JOINS_LAST) != 0;
}

/* Whether a letter without a form is one that stands alone: some typefaces have a presentation form
 * for each other one. It is not, if one like it joins the next. */
static gboolean
is_plain_alone (GArray *letters, const PopplerRectangle *boxes)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      const CogPdfLetter *next = NULL;

      if (letter->is_rtl && letter->form == COG_PDF_FORM_UNKNOWN)
        next = cog_pdf_joiner_find_next (letters, i, boxes);
      if (next != NULL && joins_last (next))
        return FALSE;
    }
  return TRUE;
}

/* Where the two disagree, the file is wrong about one of them, and nothing is known. What use tells
 * is less sure: both must say so. */
static gboolean
are_parted (const CogPdfLetter *letter, const CogPdfLetter *next, gboolean is_plain)
{
  gboolean ends = (letter->form & COG_PDF_FORM_ENDS) != 0;
  gboolean begins = (next->form & COG_PDF_FORM_BEGINS) != 0;

  if (letter->glyph != 0 || next->glyph != 0)
    return ends && begins;
  return (ends && !joins_last (next)) || (begins && is_plain && !joins_next (letter));
}

void
cog_pdf_joiners_find (GArray *letters, const PopplerRectangle *boxes)
{
  gboolean has_forms = FALSE, is_plain;

  g_return_if_fail (letters != NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);

      if (letter->is_rtl && letter->form == COG_PDF_FORM_UNKNOWN)
        letter->form = find_form (letter->letter);
      has_forms |= letter->form != COG_PDF_FORM_UNKNOWN;
    }
  if (!has_forms)
    return;
  is_plain = is_plain_alone (letters, boxes);
  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      CogPdfLetter *next = letter->is_rtl ? cog_pdf_joiner_find_next (letters, i, boxes) : NULL;

      if (next != NULL && are_parted (letter, next, is_plain))
        next->is_parted = TRUE;
    }
}
