/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-glyph-use.h"

#include "cog-pdf-joiner.h"

#include <math.h>

#define NEAR 0.4  /* points: where a glyph is drawn, and where poppler has it */
#define ENOUGH 2  /* times that a glyph was seen */
#define OFTEN 8   /* one of so many: words like "می‌شود" have final letters within */
#define SELDOM 20 /* one of so many: a space that is none was taken for one */
#define TOLD 0    /* the key of no glyph: the file tells where letters do not join */

typedef struct
{
  gunichar letter;
  guint n_ends, n_joins_next;
  guint n_begins, n_joins_last;
} Use;

GHashTable *
cog_pdf_glyph_uses_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static Use *
get_use (GHashTable *uses, const CogPdfLetter *letter)
{
  gpointer key = GUINT_TO_POINTER (letter->glyph);
  Use *use = g_hash_table_lookup (uses, key);

  if (use == NULL)
    {
      use = g_new0 (Use, 1);
      use->letter = letter->letter;
      g_hash_table_insert (uses, key, use);
    }
  return use;
}

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  const CogPdfGlyph *one = a, *two = b;

  return one->x < two->x ? -1 : one->x > two->x;
}

/* The glyph that is drawn where a letter's box begins; 0: none. Of several, as a lam and the alef
 * of no width on it, the one that is as wide as the box. by_x: of the page */
static guint32
find_glyph (const GArray *by_x, const PopplerRectangle *box)
{
  guint low = 0, high = by_x->len;
  guint32 found = 0;
  double least = G_MAXDOUBLE;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (by_x, CogPdfGlyph, middle).x < box->x1 - NEAR)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < by_x->len; low++)
    {
      const CogPdfGlyph *glyph = &g_array_index (by_x, CogPdfGlyph, low);

      if (glyph->x > box->x1 + NEAR)
        break;
      if (glyph->y > MIN (box->y1, box->y2) && glyph->y < MAX (box->y1, box->y2) + NEAR &&
          fabs (glyph->x + glyph->width - box->x2) < least)
        {
          least = fabs (glyph->x + glyph->width - box->x2);
          found = glyph->name;
        }
    }
  return found;
}

/* U+200C, or the presentation form of a letter; some files have ligatures as such, and no more. */
static gboolean
tells_joining (gunichar c)
{
  return c == COG_PDF_NON_JOINER || (c >= 0xfb50 && c <= 0xfbff) || (c >= 0xfe80 && c <= 0xfef4);
}

/* FALSE: the page says itself where letters do not join. */
static gboolean
name_glyphs (GArray *letters, const PopplerRectangle *boxes, const GArray *glyphs)
{
  g_autoptr (GArray) by_x = g_array_copy ((GArray *)glyphs);

  g_array_sort (by_x, compare_glyphs);
  for (guint i = 0; i < letters->len; i++)
    {
      CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);

      if (tells_joining (letter->letter))
        return FALSE;
      if (letter->is_rtl && cog_pdf_joiner_may_part (letter->letter))
        letter->glyph = find_glyph (by_x, &boxes[letter->box]);
    }
  return TRUE;
}

static void
count (GHashTable *uses, GArray *letters, const PopplerRectangle *boxes)
{
  g_autofree guint8 *has_last = g_new0 (guint8, letters->len + 1);

  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);
      CogPdfLetter *next;

      if (letter->glyph == 0)
        continue;
      next = cog_pdf_joiner_find_next (letters, i, boxes);
      if (next == NULL)
        {
          get_use (uses, letter)->n_ends++;
          continue;
        }
      get_use (uses, letter)->n_joins_next++;
      has_last[next - &g_array_index (letters, CogPdfLetter, 0)] = TRUE;
    }
  for (guint i = 0; i < letters->len; i++)
    {
      const CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);

      if (letter->glyph != 0)
        *(has_last[i] ? &get_use (uses, letter)->n_joins_last
                      : &get_use (uses, letter)->n_begins) += 1;
    }
}

/* yes, no: how often a glyph stood alone on a side, and how often beside a letter. */
static CogPdfForm
judge (guint yes, guint no, CogPdfForm alone, CogPdfForm joined)
{
  if (yes >= ENOUGH && yes * OFTEN >= no)
    return alone;
  return no >= ENOUGH && yes * SELDOM <= no ? joined : COG_PDF_FORM_UNKNOWN;
}

static CogPdfForm
find_form (const Use *use)
{
  return judge (use->n_ends, use->n_joins_next, COG_PDF_FORM_ENDS, COG_PDF_FORM_JOINS_NEXT) |
         judge (use->n_begins, use->n_joins_last, COG_PDF_FORM_BEGINS, COG_PDF_FORM_JOINS_LAST);
}

/* The letters of which one glyph joins the next letter: where a typeface has but one form of a
 * letter, it tells nothing that it ends words. */
static GHashTable *
collect_joining (GHashTable *uses)
{
  GHashTable *joining = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (key != GUINT_TO_POINTER (TOLD) && (find_form (value) & COG_PDF_FORM_JOINS_NEXT) != 0)
      g_hash_table_add (joining, GUINT_TO_POINTER (((Use *)value)->letter));
  return joining;
}

static void
set_forms (GHashTable *uses, GArray *letters)
{
  g_autoptr (GHashTable) joining = collect_joining (uses);

  for (guint i = 0; i < letters->len; i++)
    {
      CogPdfLetter *letter = &g_array_index (letters, CogPdfLetter, i);

      if (letter->glyph == 0)
        continue;
      letter->form = find_form (get_use (uses, letter));
      if (!g_hash_table_contains (joining, GUINT_TO_POINTER (letter->letter)))
        letter->form &= ~COG_PDF_FORM_ENDS;
    }
}

void
cog_pdf_glyph_uses_learn (GHashTable *uses,
                          GArray *letters,
                          const PopplerRectangle *boxes,
                          const GArray *glyphs)
{
  g_return_if_fail (uses != NULL && letters != NULL && glyphs != NULL);

  if (glyphs->len == 0 || g_hash_table_contains (uses, GUINT_TO_POINTER (TOLD)))
    return;
  if (!name_glyphs (letters, boxes, glyphs))
    {
      g_hash_table_insert (uses, GUINT_TO_POINTER (TOLD), NULL);
      return;
    }
  count (uses, letters, boxes);
  set_forms (uses, letters);
}
