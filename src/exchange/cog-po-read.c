/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-po.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENTRY_MAX (1024 * 1024) /* bytes of all strings of an entry */

typedef enum
{
  NOWHERE,
  CONTEXT,
  SOURCE,
  TARGET,
  OTHER, /* plural forms, what was before: not ours */
  N_FIELDS,
} Field;

/* An entry, line by line. */
typedef struct
{
  const CogExchangeReceiver *receiver;
  const char *name;
  GString *fields[N_FIELDS];
  gboolean has[N_FIELDS];
  Field at;
  GString *note;
  char *id, *base; /* as a comment says them (nullable) */
  gboolean is_fuzzy, is_damaged, is_wanted;
  guint line, first; /* of the file; of the entry's strings */
} Reading;

static void
clear_entry (Reading *reading)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_string_truncate (reading->fields[i], 0);
      reading->has[i] = FALSE;
    }
  g_string_truncate (reading->note, 0);
  g_clear_pointer (&reading->id, g_free);
  g_clear_pointer (&reading->base, g_free);
  reading->at = NOWHERE;
  reading->is_fuzzy = reading->is_damaged = FALSE;
  reading->first = 0;
}

static char *
dup_header_field (const char *header, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (header, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], name, strlen (name)) == 0)
      return g_strstrip (g_strdup (lines[i] + strlen (name)));
  return NULL;
}

/* The entry without a source says what the others are in. */
static gboolean
take_header (Reading *reading, GError **error)
{
  const char *header = reading->fields[TARGET]->str;
  g_autofree char *type = dup_header_field (header, "Content-Type:");
  g_autofree char *language = dup_header_field (header, "Language:");
  g_autofree char *source = dup_header_field (header, "X-Source-Language:");
  g_autofree char *lower = type != NULL ? g_ascii_strdown (type, -1) : NULL;

  if (lower != NULL && strstr (lower, "charset=") != NULL &&
      strstr (lower, "charset=utf-8") == NULL && strstr (lower, "charset=us-ascii") == NULL &&
      strstr (lower, "charset=charset") == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   /* Translators: a file name. */
                   _ ("%s: is not in UTF-8. Convert it first (msgconv -t UTF-8)."), reading->name);
      return FALSE;
    }
  reading->is_wanted =
      reading->receiver->languages (source, language, reading->line, reading->receiver->user_data);
  return TRUE;
}

static gboolean
take_unit (Reading *reading, GError **error)
{
  gboolean has_context = reading->has[CONTEXT] || reading->id == NULL;
  CogExchangeUnit *unit =
      cog_exchange_unit_new (has_context ? reading->fields[CONTEXT]->str : reading->id);
  gboolean is_source_broken;

  unit->line = reading->first;
  unit->source = cog_po_read_tags (reading->fields[SOURCE]->str, &is_source_broken);
  if (reading->fields[TARGET]->len > 0)
    unit->target = cog_po_read_tags (reading->fields[TARGET]->str, &unit->is_broken);
  unit->has_state = reading->is_fuzzy;
  unit->state = COG_STATE_INITIAL;
  unit->base = g_steal_pointer (&reading->base);
  if (reading->note->len > 0)
    unit->note = g_strstrip (g_strdup (reading->note->str));
  unit->has_note = unit->note != NULL && unit->note[0] != '\0';
  return reading->receiver->take (unit, reading->receiver->user_data, error);
}

static gboolean
end_entry (Reading *reading, GError **error)
{
  gboolean ok = TRUE;

  if (reading->is_damaged || (reading->has[SOURCE] && !reading->has[TARGET]))
    reading->receiver->damaged (reading->first > 0 ? reading->first : reading->line,
                                reading->receiver->user_data);
  else if (reading->has[SOURCE] && reading->has[TARGET] && reading->fields[SOURCE]->len == 0 &&
           !reading->has[CONTEXT])
    ok = take_header (reading, error);
  else if (reading->has[SOURCE] && reading->is_wanted)
    ok = take_unit (reading, error);
  clear_entry (reading);
  return ok;
}

static char
get_escaped (char c)
{
  switch (c)
    {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    default:
      return c;
    }
}

/* "…" up to the end of the line. */
static void
take_string (Reading *reading, const char *c, const char *end)
{
  GString *field = reading->fields[reading->at];

  while (end > c && g_ascii_isspace (end[-1]))
    end--;
  if (reading->at == NOWHERE || end - c < 2 || *c != '"' || end[-1] != '"' ||
      field->len > ENTRY_MAX)
    {
      reading->is_damaged = TRUE;
      return;
    }
  for (c++, end--; c < end; c++)
    {
      if (*c == '"')
        reading->is_damaged = TRUE;
      if (*c == '\\' && c + 1 < end)
        g_string_append_c (field, get_escaped (*++c));
      else
        g_string_append_c (field, *c);
    }
}

static gboolean
begins (const char *c, const char *end, const char *word)
{
  gsize n = strlen (word);

  return (gsize)(end - c) >= n && memcmp (c, word, n) == 0;
}

static void
take_comment (Reading *reading, const char *c, const char *end)
{
  while (end > c && g_ascii_isspace (end[-1]))
    end--;
  if (begins (c, end, "#,"))
    {
      g_autofree char *flags = g_strndup (c, (gsize)(end - c));

      reading->is_fuzzy = reading->is_fuzzy || strstr (flags, "fuzzy") != NULL;
    }
  else if (begins (c, end, "#. " COG_PO_MARK) && reading->base == NULL)
    {
      g_autofree char *comment = g_strndup (c + 3, (gsize)(end - c) - 3);

      cog_po_read_mark (comment, &reading->id, &reading->base);
    }
  else if ((end - c == 1 || g_ascii_isspace (c[1])) && reading->note->len < ENTRY_MAX)
    {
      if (reading->note->len > 0)
        g_string_append_c (reading->note, '\n');
      g_string_append_len (reading->note, c + MIN (2, end - c),
                           (gssize)(end - c) - MIN (2, end - c));
    }
}

static gboolean
take_keyword (Reading *reading, const char *c, const char *end, GError **error)
{
  static const struct
  {
    const char *word;
    Field field;
  } words[] = { { "msgctxt", CONTEXT },  { "msgid_plural", OTHER }, { "msgid", SOURCE },
                { "msgstr[0]", TARGET }, { "msgstr[", OTHER },      { "msgstr", TARGET } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *quote;
      Field field = words[i].field;

      if (!begins (c, end, words[i].word))
        continue;
      quote = memchr (c, '"', (gsize)(end - c));
      /* An entry begins without a line between: what was before it ends here. */
      if (reading->has[TARGET] && (field == CONTEXT || field == SOURCE) &&
          !end_entry (reading, error))
        return FALSE;
      reading->is_damaged = reading->is_damaged || reading->has[field];
      reading->has[field] = field != OTHER;
      reading->at = field;
      if (reading->first == 0)
        reading->first = reading->line;
      take_string (reading, quote != NULL ? quote : end, end);
      return TRUE;
    }
  reading->is_damaged = TRUE;
  return TRUE;
}

static gboolean
take_line (Reading *reading, const char *c, const char *end, GError **error)
{
  while (c < end && g_ascii_isspace (*c))
    c++;
  if (c == end)
    return end_entry (reading, error);
  /* Entries that are no longer used, and what was there before a change. */
  if (begins (c, end, "#~") || begins (c, end, "#|"))
    return TRUE;
  if (*c == '#')
    {
      if (reading->has[TARGET] && !end_entry (reading, error))
        return FALSE;
      take_comment (reading, c, end);
      return TRUE;
    }
  if (*c == '"')
    {
      take_string (reading, c, end);
      return TRUE;
    }
  return take_keyword (reading, c, end, error);
}

static gboolean
read_lines (Reading *reading, const char *text, gsize n_bytes, GError **error)
{
  const char *end = text + n_bytes;

  for (const char *c = text; c < end;)
    {
      const char *next = memchr (c, '\n', (gsize)(end - c));

      next = next != NULL ? next : end;
      reading->line++;
      if (!take_line (reading, c, next, error))
        return FALSE;
      c = next < end ? next + 1 : end;
    }
  return end_entry (reading, error);
}

gboolean
cog_po_read (const char *text,
             gsize n_bytes,
             const char *name,
             const CogExchangeReceiver *receiver,
             GError **error)
{
  Reading reading = { .receiver = receiver, .name = name, .is_wanted = TRUE };
  gboolean ok;

  for (guint i = 0; i < N_FIELDS; i++)
    reading.fields[i] = g_string_new (NULL);
  reading.note = g_string_new (NULL);
  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }
  ok = read_lines (&reading, text, n_bytes, error);
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_free (reading.fields[i], TRUE);
  g_string_free (reading.note, TRUE);
  g_free (reading.id);
  g_free (reading.base);
  return ok;
}

/* Its first line that is neither empty nor a comment begins an entry. */
gboolean
cog_po_is_mine (const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;

  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    text += 3;
  while (text < end)
    {
      const char *next = memchr (text, '\n', (gsize)(end - text));

      next = next != NULL ? next : end;
      while (text < next && g_ascii_isspace (*text))
        text++;
      if (text < next && *text != '#')
        return begins (text, next, "msgid") || begins (text, next, "msgctxt") ||
               begins (text, next, "domain");
      text = next < end ? next + 1 : end;
    }
  return FALSE;
}
