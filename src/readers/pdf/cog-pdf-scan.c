/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-scan.h"

#include <string.h>

#define FEW_WORDS 12 /* a folio and a stamp; a scan has no more of its own */
#define LARGE .5     /* of the page that a scan covers */
#define LAYER .1     /* of the page: a layer of a scan, or a strip of one */
#define UNREADABLE                                                                                 \
  .06                  /* of the letters that have no meaning: bullets of symbol fonts are fewer   \
                        */
#define MIN_LETTERS 40 /* to judge by */
#define CROWDED .1     /* of the size, by letter: the narrowest take twice that */
#define MANY 3         /* letters of a word that is judged so */
#define TOO_CROWDED .2 /* of the letters */
#define IMPOSSIBLE .03 /* of the words that begin with a letter that no word begins with */
#define MIN_WORDS 60

gboolean
cog_pdf_letter_is_meaningless (gunichar c)
{
  return (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000 || c == 0xfffd || c == 0 ||
         (c < 0x20 && c != '\t') || (c >= 0x80 && c < 0xa0);
}

/* Text that could not stand where it is said to: a glyph of an Arabic letter that the file gives
 * half a sentence for. How many letters it has; 0: it has room. */
static guint
count_crowded (const CogPdfWord *word)
{
  guint n = 0;

  for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
  return n >= MANY && !word->is_turned && word->width > 0 && word->width < CROWDED * n * word->size
             ? n
             : 0;
}

static gboolean
is_unreadable (const CogPdfPage *page)
{
  guint n_letters = 0, n_bad = 0, n_crowded = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      const char *text = g_array_index (page->words, CogPdfWord, i).text;
      gboolean is_sign = *text != '\0' && *g_utf8_next_char (text) == '\0';

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          n_letters++;
          /* One by itself is a bullet, or a sign of a formula. */
          n_bad += !is_sign && cog_pdf_letter_is_meaningless (g_utf8_get_char (p)) ? 1 : 0;
        }
      n_crowded += count_crowded (&g_array_index (page->words, CogPdfWord, i));
    }
  return n_letters >= MIN_LETTERS &&
         (n_bad > n_letters * UNREADABLE || n_crowded > n_letters * TOO_CROWDED);
}

/* How much of the page pictures cover, at most: they may lie over each other. */
static double
get_covered (const CogPdfPage *page)
{
  double area = 0;

  for (guint i = 0; i < page->pictures->len; i++)
    {
      const CogPdfBox *box = &g_array_index (page->pictures, CogPdfPicture, i).box;

      area += MAX (box->width, 0) * MAX (box->height, 0);
    }
  return area / MAX (page->width * page->height, 1);
}

/* Letters that were turned into outlines leave many drawings and no text. */
static gboolean
is_drawn (const CogPdfPage *page)
{
  double area = 0;

  for (guint i = 0; i < page->drawings->len; i++)
    {
      const CogPdfBox *box = &g_array_index (page->drawings, CogPdfBox, i);

      area += MAX (box->width, 0) * MAX (box->height, 0);
    }
  return area > page->width * page->height * .05;
}

CogPdfPageKind
cog_pdf_page_judge (const CogPdfPage *page)
{
  g_return_val_if_fail (page != NULL, COG_PDF_PAGE_TEXT);

  if (is_unreadable (page))
    return COG_PDF_PAGE_UNREADABLE;
  if (page->words->len > FEW_WORDS)
    return COG_PDF_PAGE_TEXT;
  if (get_covered (page) >= LARGE)
    return COG_PDF_PAGE_SCANNED;
  if (page->words->len > 0)
    return COG_PDF_PAGE_TEXT;
  if (is_drawn (page))
    return COG_PDF_PAGE_SCANNED;
  return page->pictures->len > 0 ? COG_PDF_PAGE_TEXT : COG_PDF_PAGE_BLANK;
}

/* Marbuta and maksura end words, and so do the final forms of Hebrew: none begins with them. */
static gboolean
is_final (gunichar c)
{
  return c == 0x629 || c == 0x649 || c == 0x5da || c == 0x5dd || c == 0x5df || c == 0x5e3 ||
         c == 0x5e5;
}

static gboolean
is_rtl_letter (gunichar c)
{
  return (c >= 0x5d0 && c <= 0x5ea) || (c >= 0x620 && c <= 0x64a);
}

gboolean
cog_pdf_pages_are_backwards (GPtrArray *pages)
{
  guint n_words = 0, n_first = 0, n_last = 0;

  g_return_val_if_fail (pages != NULL, FALSE);

  for (guint i = 0; i < pages->len; i++)
    {
      const CogPdfPage *page = g_ptr_array_index (pages, i);

      for (guint k = 0; page != NULL && k < page->words->len; k++)
        {
          const char *text = g_array_index (page->words, CogPdfWord, k).text;
          gunichar first = g_utf8_get_char (text);

          if (!is_rtl_letter (first) || g_utf8_strlen (text, -1) < 3)
            continue;
          n_words++;
          n_first += is_final (first) ? 1 : 0;
          n_last += is_final (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))) ? 1 : 0;
        }
    }
  return n_words >= MIN_WORDS && n_first > n_words * IMPOSSIBLE && n_first > n_last;
}

/* Of the finest that is no ornament; a scan in layers has its letters in one of them. */
static double
find_resolution (const CogPdfPage *page)
{
  double best = 0;

  for (guint i = 0; i < page->pictures->len; i++)
    {
      const CogPdfPicture *picture = &g_array_index (page->pictures, CogPdfPicture, i);

      if (picture->box.width * picture->box.height >= LAYER * page->width * page->height)
        best = MAX (best, picture->resolution);
    }
  return best;
}

void
cog_pdf_page_make_picture (CogPdfPage *page)
{
  CogPdfPicture whole = { .box = { 0, 0, 0, 0 }, .mcid = -1 };

  g_return_if_fail (page != NULL);

  page->is_scan = get_covered (page) >= LARGE;
  whole.box.width = page->width;
  whole.box.height = page->height;
  whole.resolution = find_resolution (page);
  /* One picture that is the page is kept as it lies in the file. */
  if (page->pictures->len == 1)
    {
      const CogPdfPicture *only = &g_array_index (page->pictures, CogPdfPicture, 0);

      if (only->box.width > page->width * .9 && only->box.height > page->height * .9)
        whole = *only;
    }
  whole.is_artifact = FALSE;
  g_array_set_size (page->words, 0);
  g_array_set_size (page->rules, 0);
  g_array_set_size (page->drawings, 0);
  g_array_set_size (page->pictures, 0);
  g_array_append_val (page->pictures, whole);
}

char *
cog_pdf_pages_to_string (const GArray *pages)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (pages != NULL, NULL);

  for (guint i = 0, end; i < pages->len; i = end)
    {
      guint first = g_array_index (pages, guint, i);

      for (end = i + 1; end < pages->len && g_array_index (pages, guint, end) == first + end - i;)
        end++;
      g_string_append_printf (out, "%s%u", out->len > 0 ? ", " : "", first);
      if (end - i > 1)
        g_string_append_printf (out, "–%u", g_array_index (pages, guint, end - 1));
    }
  return g_string_free (out, FALSE);
}
