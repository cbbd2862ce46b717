/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-language.h"
#include "cog-replacement.h"
#include "cog-term-exchange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE (256 * 1024 * 1024) /* bytes */
/* Lines that are told one by one; a file of a million faults is told once more. */
#define MOST_TOLD 100
#define TELL_EVERY 500

void
cog_term_reading_tell (CogTermReading *reading, const CogFindingKind *kind, guint line)
{
  g_autofree char *place = g_strdup_printf ("%s:%u", reading->name, line);
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (reading->n_told++ < MOST_TOLD)
    cog_report_add (reading->report, kind, place, number, NULL);
  else
    cog_report_add (reading->report, &cog_finding_terms_more_damaged, place, NULL, NULL);
}

static gboolean
is_good_text (const CogGlossaryTerm *term)
{
  return term->text[0] != '\0' && g_utf8_strlen (term->text, -1) <= COG_TERM_MAX;
}

gboolean
cog_term_reading_take (CogTermReading *reading, CogGlossaryEntry *entry, guint line, GError **error)
{
  gboolean is_told = FALSE;

  g_return_val_if_fail (reading != NULL && entry != NULL, FALSE);

  for (guint i = 0; i < entry->terms->len;)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);
      gboolean has_language = term->language != NULL && cog_language_is_valid (term->language);

      if (has_language && is_good_text (term))
        {
          i++;
          continue;
        }
      if (term->text[0] != '\0')
        {
          cog_term_reading_tell (reading,
                                 has_language ? &cog_finding_terms_entry_damaged
                                              : &cog_finding_terms_bad_language,
                                 line);
          is_told = TRUE;
        }
      g_ptr_array_remove_index (entry->terms, i);
    }
  if (entry->terms->len > 0)
    return reading->take (entry, line, reading->user_data, error);
  if (!is_told)
    cog_term_reading_tell (reading, &cog_finding_terms_no_term, line);
  return TRUE;
}

/* In UTF-8, without its mark and without NULs. (transfer full) (nullable) */
static char *
convert (char *data, gsize *length, const char *name, GError **error)
{
  g_autofree char *owned = data;
  const guint8 *bytes = (const guint8 *)data;
  const char *encoding = NULL;
  g_autofree char *declared = NULL;
  char *text;

  if (*length >= 2 &&
      ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
    encoding = "UTF-16";
  else if (g_str_has_prefix (data, "<?xml"))
    {
      g_autofree char *head = g_strndup (data, MIN (strcspn (data, ">"), 200));
      const char *said = strstr (head, "encoding=");

      if (said != NULL && said[9] != '\0')
        declared = g_strndup (said + 10, strcspn (said + 10, "\"'"));
      encoding = declared != NULL && g_ascii_strcasecmp (declared, "utf-8") != 0 ? declared : NULL;
    }
  if (encoding == NULL)
    text = g_steal_pointer (&owned);
  else
    {
      g_autoptr (GError) fault = NULL;

      text = g_convert_with_fallback (data, (gssize)*length, "UTF-8", encoding, "\xEF\xBF\xBD",
                                      NULL, length, &fault);
      if (text == NULL)
        {
          g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                       /* Translators: a file name; the name of an encoding of letters. */
                       _ ("%s: is not in the encoding that it says (%s). Save it as UTF-8."), name,
                       encoding);
          return NULL;
        }
    }
  for (gsize i = 0; i < *length; i++)
    if (text[i] == '\0')
      text[i] = ' ';
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    {
      memmove (text, text + 3, *length - 2);
      *length -= 3;
    }
  return text;
}

static char *
load (const char *path, const char *name, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);
  char *data = NULL;

  if (info == NULL)
    return NULL;
  /* A device may have no end. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL ||
      g_file_info_get_size (info) > MAX_FILE)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                   /* Translators: a file name. */
                   _ ("%s: is too large for a glossary."), name);
      return NULL;
    }
  return g_file_load_contents (file, cancellable, &data, length, NULL, error) ? data : NULL;
}

typedef struct
{
  CogGlossary *glossary;
  const CogTermOptions *options;
  CogTermReading *reading;
  const CogProgress *progress;
  gint64 n;
} Import;

static gboolean
take_cb (CogGlossaryEntry *entry, guint line, gpointer user_data, GError **error)
{
  Import *import = user_data;
  g_autoptr (GError) fault = NULL;
  const char *origin =
      import->options->origin != NULL ? import->options->origin : import->reading->name;

  if (entry->origin == NULL)
    entry->origin = g_strdup (origin);
  if (import->options->project != NULL)
    {
      g_free (entry->project);
      entry->project = g_strdup (import->options->project);
    }
  if (cog_glossary_add (import->glossary, entry, &fault))
    {
      if (import->n++ % TELL_EVERY == 0)
        cog_progress_tell (import->progress, -1, _ ("Reading the glossary…"));
      return TRUE;
    }
  if (!g_error_matches (fault, COG_ERROR, COG_ERROR_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  cog_term_reading_tell (import->reading, &cog_finding_terms_entry_damaged, line);
  return TRUE;
}

/* text: taken */
static gboolean
read_text (CogTermReading *reading,
           char *text,
           gsize length,
           const CogTermOptions *options,
           GError **error)
{
  g_autofree char *plain = convert (text, &length, reading->name, error);

  if (plain == NULL)
    return FALSE;
  if (plain[strspn (plain, " \t\r\n")] == '<')
    return cog_tbx_read (reading, plain, length, error);
  return cog_term_table_read (reading, plain, length, options, error);
}

gboolean
cog_terms_read (GBytes *bytes,
                const char *name,
                const CogTermOptions *options,
                CogReport *report,
                CogTermFunc func,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  static const CogTermOptions none = { NULL };
  CogTermReading reading = { name, report, 0, func, user_data, cancellable };
  gsize length;
  const char *data;
  char *text;

  g_return_val_if_fail (bytes != NULL && name != NULL && func != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  text = g_malloc (length + 1);
  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  return read_text (&reading, text, length, options != NULL ? options : &none, error);
}

gboolean
cog_terms_import (CogGlossary *glossary,
                  const char *path,
                  const CogTermOptions *options,
                  CogReport *report,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  gint64 *n,
                  GError **error)
{
  static const CogTermOptions none = { NULL };
  g_autofree char *name = NULL;
  char *text;
  gsize length = 0;
  CogTermReading reading = { .report = report, .take = take_cb, .cancellable = cancellable };
  Import import = { glossary, options != NULL ? options : &none, &reading, progress, 0 };

  g_return_val_if_fail (glossary != NULL && path != NULL && n != NULL, FALSE);

  name = g_path_get_basename (path);
  reading.name = name;
  reading.user_data = &import;
  text = load (path, name, &length, cancellable, error);
  if (text == NULL)
    return FALSE;
  if (!cog_glossary_begin (glossary, error))
    {
      g_free (text);
      return FALSE;
    }
  if (!read_text (&reading, text, length, import.options, error))
    {
      cog_glossary_roll_back (glossary);
      return FALSE;
    }
  if (!cog_glossary_commit (glossary, error))
    return FALSE;
  *n = import.n;
  return TRUE;
}

typedef enum
{
  NO_FORMAT,
  TBX,
  COMMAS,
  TABS,
} Format;

static Format
find_format (const char *path)
{
  static const struct
  {
    const char *end;
    Format format;
  } formats[] = {
    { ".tbx", TBX },  { ".xml", TBX },  { ".csv", COMMAS }, { ".tsv", TABS },
    { ".tab", TABS }, { ".txt", TABS }, { ".utf8", TABS },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].end))
      return formats[i].format;
  return NO_FORMAT;
}

gboolean
cog_terms_check_name (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (find_format (path) != NO_FORMAT)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               /* Translators: a file name. */
               _ ("%s: a glossary is a TBX file (.tbx) or a table (.csv, .tsv, .txt)."), path);
  return FALSE;
}

typedef struct
{
  GString *out;
  const CogTermOptions *options;
  Format format;
  GHashTable *identifiers;
  gint64 n;
} Export;

static gboolean
write_cb (const CogGlossaryEntry *entry, gpointer user_data, GError **error)
{
  Export *export = user_data;

  if (export->format == TBX)
    cog_tbx_write_entry (export->out, entry, export->options, export->identifiers);
  else
    cog_term_table_write_entry (export->out, entry, export->options,
                                export->format == TABS ? '\t' : ',');
  export->n++;
  return TRUE;
}

static void
begin_export (Export *export, const char *name, const CogTermOptions *options)
{
  static const CogTermOptions none = { NULL };

  export->out = g_string_new (NULL);
  export->options = options != NULL ? options : &none;
  export->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  export->format = find_format (name);
  if (export->format == TBX)
    cog_tbx_write_head (export->out, export->options);
  else
    cog_term_table_write_head (export->out, export->options, export->format == TABS ? '\t' : ',');
}

/* (transfer full) */
static GString *
end_export (Export *export)
{
  if (export->format == TBX)
    cog_tbx_write_foot (export->out, export->options);
  g_hash_table_unref (export->identifiers);
  return g_steal_pointer (&export->out);
}

char *
cog_terms_dup_file (GPtrArray *entries,
                    const char *name,
                    const CogTermOptions *options,
                    GError **error)
{
  Export export = { NULL };

  g_return_val_if_fail (entries != NULL && name != NULL, NULL);

  if (!cog_terms_check_name (name, error))
    return NULL;
  begin_export (&export, name, options);
  for (guint i = 0; i < entries->len; i++)
    write_cb (g_ptr_array_index (entries, i), &export, NULL);
  return g_string_free (end_export (&export), FALSE);
}

gboolean
cog_terms_export (CogGlossary *glossary,
                  const char *path,
                  const CogTermOptions *options,
                  gint64 *n,
                  GError **error)
{
  Export export = { NULL };
  CogGlossaryFilter filter = { NULL };
  g_autofree char *text = NULL;
  gboolean ok;
  GString *out;

  g_return_val_if_fail (glossary != NULL && path != NULL && n != NULL, FALSE);

  if (!cog_terms_check_name (path, error))
    return FALSE;
  begin_export (&export, path, options);
  filter.from = export.options->from;
  filter.to = export.options->to;
  filter.project = export.options->project;
  ok = cog_glossary_foreach (glossary, &filter, write_cb, &export, error);
  out = end_export (&export);
  ok = ok && cog_replacement_write (path, out->str, out->len, error);
  text = g_string_free (out, FALSE);
  if (ok)
    *n = export.n;
  return ok;
}
