/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-line-breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Thai is not among them: Pango breaks it with libthai. */
static gboolean
is_written_solid (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_KHMER || script == G_UNICODE_SCRIPT_LAO ||
         script == G_UNICODE_SCRIPT_MYANMAR;
}

static gboolean
has_solid (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar)*p >= 0xe0 && is_written_solid (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Between two letters of such a script; elsewhere Pango's own rules do. */
static gboolean
is_between (const char *text, const char *place)
{
  return place > text && *place != '\0' && is_written_solid (g_utf8_get_char (place)) &&
         is_written_solid (g_utf8_get_char (g_utf8_prev_char (place)));
}

char *
cog_line_breaks_mark (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped;
  UBreakIterator *breaks;
  GString *out;
  int32_t start = 0;

  g_return_val_if_fail (text != NULL, NULL);
  if (!has_solid (text))
    return NULL;
  out = g_string_new (NULL);
  wrapped = utext_openUTF8 (NULL, text, -1, &status);
  breaks = ubrk_open (UBRK_LINE, "", NULL, 0, &status);
  ubrk_setUText (breaks, wrapped, &status);
  for (int32_t end = U_SUCCESS (status) ? ubrk_next (breaks) : UBRK_DONE; end != UBRK_DONE;
       end = ubrk_next (breaks))
    {
      g_string_append_len (out, text + start, end - start);
      if (is_between (text, text + end))
        g_string_append (out, "\u200b");
      start = end;
    }
  g_string_append (out, text + start);
  ubrk_close (breaks);
  utext_close (wrapped);
  return g_string_free (out, FALSE);
}
