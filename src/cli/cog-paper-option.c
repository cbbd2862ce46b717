/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-paper-option.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

gboolean
cog_paper_option_parse (const char *text, CogPaper *paper, GError **error)
{
  static const char *const names[] = { "A4", "A5", "Letter" };

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], text) == 0)
      {
        *paper = (CogPaper)i;
        return TRUE;
      }
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("There is no paper “%s”: A4, A5 or Letter."),
               text);
  return FALSE;
}
