/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-lost.h"

#include <math.h>
#include <string.h>

#define NEAR 0.1 /* of the height of a letter: so near, it is one word with the glyph */

/* The letters that a glyph touches, by index; -1: none. */
typedef struct
{
  int left, right;
} Neighbours;

static const PopplerRectangle *
get_box (const CogPdfSelection *all, const CogPdfLetter *letter)
{
  return &g_array_index (all->boxes, PopplerRectangle, letter->box);
}

static Neighbours
find_neighbours (const CogPdfSelection *all, const CogPdfLostGlyph *glyph)
{
  Neighbours found = { -1, -1 };

  for (guint i = 0; i < all->letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (all->letters, CogPdfLetter, i);
      const PopplerRectangle *box = get_box (all, letter);
      double near = NEAR * (box->y2 - box->y1);

      if (g_unichar_isspace (letter->letter) || letter->is_in_rtl || glyph->y <= box->y1 ||
          glyph->y > box->y2)
        continue;
      if (fabs (box->x2 - glyph->x) < near)
        found.left = (int)i;
      if (fabs (box->x1 - (glyph->x + glyph->width)) < near)
        found.right = (int)i;
    }
  return found;
}

/* Poppler takes the gap for a space. Returns where the glyph's letters belong. */
static guint
close_gap (CogPdfSelection *all, const Neighbours *beside)
{
  guint at = beside->left >= 0 ? (guint)beside->left + 1 : (guint)beside->right;

  if (beside->left >= 0 && (int)at + 1 == beside->right &&
      g_unichar_isspace (g_array_index (all->letters, CogPdfLetter, at).letter))
    g_array_remove_index (all->letters, at);
  return at;
}

static void
insert (CogPdfSelection *all, const CogPdfLostGlyph *glyph, const Neighbours *beside)
{
  CogPdfLetter like =
      g_array_index (all->letters, CogPdfLetter, beside->left >= 0 ? beside->left : beside->right);
  PopplerRectangle box = *get_box (all, &like);
  gpointer look = all->looks->pdata[like.box];
  guint at = close_gap (all, beside);
  guint n = (guint)strlen (glyph->letters);

  for (guint i = 0; i < n; i++)
    {
      CogPdfLetter letter = like;

      box.x1 = glyph->x + glyph->width * i / n;
      box.x2 = glyph->x + glyph->width * (i + 1) / n;
      letter.letter = (guchar)glyph->letters[i];
      letter.box = all->boxes->len;
      g_array_append_val (all->boxes, box);
      g_ptr_array_add (all->looks, look);
      g_array_insert_val (all->letters, at + i, letter);
    }
}

void
cog_pdf_lost_insert (CogPdfSelection *all, const GArray *lost)
{
  g_return_if_fail (all != NULL && lost != NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      const CogPdfLostGlyph *glyph = &g_array_index (lost, CogPdfLostGlyph, i);
      Neighbours beside = find_neighbours (all, glyph);

      if (beside.left >= 0 || beside.right >= 0)
        insert (all, glyph, &beside);
    }
}
