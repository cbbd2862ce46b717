/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-term-exchange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the reading of the file's text is. */
typedef struct
{
  CogTermReading *reading;
  const char *at;
  const char *lines_at; /* up to where line counts */
  guint line;
  char *root; /* its start tag (nullable) */
  gboolean is_tbx, is_closed;
  gboolean has_open_comment, has_open_section; /* one without an end: nor has any later one */
} Scan;

#define MAX_ROOT 16384 /* bytes of its start tag: it is read again with each entry */

static guint
count_line (Scan *scan, const char *to)
{
  for (; scan->lines_at < to; scan->lines_at++)
    if (*scan->lines_at == '\n')
      scan->line++;
  return scan->line;
}

static gboolean
is_tag (const char *c, const char *name)
{
  gsize n = strlen (name);

  return strncmp (c, name, n) == 0 && (c[n] == '>' || c[n] == '/' || g_ascii_isspace (c[n]));
}

static gboolean
is_entry (const char *c)
{
  return is_tag (c, "<conceptEntry") || is_tag (c, "<termEntry");
}

static gboolean
is_entry_end (const char *c)
{
  return is_tag (c, "</conceptEntry") || is_tag (c, "</termEntry");
}

static gboolean
is_root (const char *c)
{
  return is_tag (c, "<tbx") || is_tag (c, "<martif") || is_tag (c, "<TBX");
}

static const char *
find_behind (const char *c, const char *mark, gboolean *is_open)
{
  const char *end = *is_open ? NULL : strstr (c, mark);

  *is_open = end == NULL;
  return end != NULL ? end + strlen (mark) : c + 1;
}

/* Behind a comment or CDATA section, where one begins there; else behind the "<". */
static const char *
skip_mark (Scan *scan, const char *c)
{
  if (g_str_has_prefix (c, "<!--"))
    return find_behind (c, "-->", &scan->has_open_comment);
  if (g_str_has_prefix (c, "<![CDATA["))
    return find_behind (c, "]]>", &scan->has_open_section);
  return c + 1;
}

/* Behind the end of the entry; NULL: it does not end before the next begins, or is too long, and
 * *next is where to go on. */
static const char *
find_end (Scan *scan, const char *start, const char **next)
{
  const char *c = start + 1;

  while ((c = strchr (c, '<')) != NULL)
    {
      const char *behind;

      if (is_entry_end (c))
        {
          behind = strchr (c, '>');
          *next = behind != NULL ? behind + 1 : c + strlen (c);
          return behind != NULL && behind - start < COG_TERM_ENTRY_MAX ? behind + 1 : NULL;
        }
      if (is_entry (c) || is_tag (c, "</body") || is_tag (c, "</tbx") || is_tag (c, "</martif"))
        {
          *next = c;
          return NULL;
        }
      c = skip_mark (scan, c);
    }
  *next = start + strlen (start);
  return NULL;
}

static gboolean
take_entry (Scan *scan, const char *start, const char *end, guint line, GError **error)
{
  g_autoptr (CogGlossaryEntry) entry = NULL;
  gsize n = (gsize)(end - start);

  if (!g_utf8_validate_len (start, n, NULL))
    {
      cog_term_reading_tell (scan->reading, &cog_finding_terms_bad_encoding, line);
      return TRUE;
    }
  entry = cog_tbx_entry_parse (start, n, scan->root, NULL);
  if (entry != NULL)
    return cog_term_reading_take (scan->reading, entry, line, error);
  cog_term_reading_tell (scan->reading, &cog_finding_terms_entry_damaged, line);
  return TRUE;
}

static void
take_root (Scan *scan, const char *start)
{
  const char *end = start + strcspn (start + 1, "<>") + 1;

  scan->is_tbx = TRUE;
  if (*end != '>' || end - start > MAX_ROOT ||
      !g_utf8_validate_len (start, (gsize)(end - start), NULL))
    return;
  g_free (scan->root);
  scan->root = g_strndup (start, (gsize)(end - start) + 1);
}

/* FALSE with an error: stop. */
static gboolean
take_mark (Scan *scan, const char *c, GError **error)
{
  const char *end, *next = NULL;
  guint line;

  scan->at = skip_mark (scan, c);
  if (is_root (c) && !scan->is_tbx)
    take_root (scan, c);
  scan->is_closed =
      scan->is_closed || is_tag (c, "</tbx") || is_tag (c, "</martif") || is_tag (c, "</TBX");
  if (!is_entry (c))
    return TRUE;
  line = count_line (scan, c);
  end = find_end (scan, c, &next);
  scan->at = next;
  scan->is_tbx = TRUE;
  if (end != NULL)
    return take_entry (scan, c, end, line, error);
  cog_term_reading_tell (scan->reading, &cog_finding_terms_entry_damaged, line);
  return TRUE;
}

static gboolean
scan_all (Scan *scan, GError **error)
{
  const char *c;

  while ((c = strchr (scan->at, '<')) != NULL)
    if (g_cancellable_set_error_if_cancelled (scan->reading->cancellable, error) ||
        !take_mark (scan, c, error))
      return FALSE;
  return TRUE;
}

gboolean
cog_tbx_read (CogTermReading *reading, const char *text, gsize n_bytes, GError **error)
{
  Scan scan = { reading, text, text, 1, NULL, FALSE, FALSE, FALSE, FALSE };
  gboolean ok;

  g_return_val_if_fail (reading != NULL && text != NULL, FALSE);

  ok = scan_all (&scan, error);
  g_free (scan.root);
  if (!ok)
    return FALSE;
  if (!scan.is_tbx)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: a file name. */
                   _ ("%s: is no glossary in the TBX format."), reading->name);
      return FALSE;
    }
  if (!scan.is_closed)
    cog_term_reading_tell (reading, &cog_finding_terms_truncated,
                           count_line (&scan, text + strlen (text)));
  return TRUE;
}
