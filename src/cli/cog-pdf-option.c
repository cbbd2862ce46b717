/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-option.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

void
cog_pdf_option_clear (CogPdfOption *option)
{
  g_free (option->paper);
  g_free (option->purpose);
  g_free (option->sides);
}

/* Index of text among n names; NULL: 0. */
static gboolean
find (const char *const *names, guint n, const char *text, guint *index)
{
  *index = 0;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (names[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cog_pdf_option_parse (const CogPdfOption *option, CogWriterOptions *options, GError **error)
{
  static const char *const papers[] = { "A4", "A5", "Letter", "B5" };
  static const char *const purposes[] = { "screen", "print", "print-shop", "booklet" };
  static const char *const sides[] = { "columns", "pages", "below" };
  guint paper, purpose, side;

  if (!find (papers, G_N_ELEMENTS (papers), option->paper, &paper))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("There is no paper “%s”: A4, A5, Letter or B5."), option->paper);
      return FALSE;
    }
  if (!find (purposes, G_N_ELEMENTS (purposes), option->purpose, &purpose))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: the four words after the colon are typed as they are here. */
                   _ ("A PDF is for no “%s”: screen, print, print-shop or booklet."),
                   option->purpose);
      return FALSE;
    }
  if (!find (sides, G_N_ELEMENTS (sides), option->sides, &side))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   /* Translators: the three words after the colon are typed as they are here. */
                   _ ("Two languages cannot stand as “%s”: columns, pages or below."),
                   option->sides);
      return FALSE;
    }
  *options = (CogWriterOptions){ .paper = (CogPaper)paper,
                                 .purpose = (CogPurpose)purpose,
                                 .is_grey = option->is_grey,
                                 .is_archive = option->is_archive,
                                 .is_large = option->is_large,
                                 .no_index = option->no_index,
                                 .answers_at_end = option->answers_at_end,
                                 .sides = (CogSides)side };
  return TRUE;
}
