/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tmx.h"

#include "cog-error.h"
#include "cog-memory-findings.h"
#include "cog-tmx-stream.h"
#include "cog-tmx-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines that are told one by one; a file of a million faults is told once more. */
#define MOST_TOLD 100
#define TELL_EVERY 1000

typedef struct
{
  CogMemory *memory;
  char *name; /* of the file */
  const char *origin;
  char *language; /* the header's */
  CogReport *report;
  guint n_told, n_strange;
  gint64 n;
} Import;

static void
tell_line (Import *import, const CogFindingKind *kind, guint line)
{
  g_autofree char *place = g_strdup_printf ("%s:%u", import->name, line);
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (import->n_told++ < MOST_TOLD)
    cog_report_add (import->report, kind, place, number, NULL);
  else
    cog_report_add (import->report, &cog_finding_tmx_more_damaged, place, NULL, NULL);
}

static void
tell_strange (Import *import, guint line)
{
  g_autofree char *place = g_strdup_printf ("%s:%u", import->name, line);
  g_autofree char *number = g_strdup_printf ("%u", line);

  cog_report_add (import->report, &cog_finding_tmx_strange_code, place, number, NULL);
}

static gboolean
add_entries (Import *import, GPtrArray *entries, guint line, GError **error)
{
  g_autofree char *place = NULL;

  if (entries->len == 0)
    {
      place = g_strdup_printf ("%s:%u", import->name, line);
      cog_report_add (import->report, &cog_finding_tmx_no_pair, place, NULL, NULL);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      CogMemoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) fault = NULL;

      entry->origin = g_strdup (import->origin);
      if (cog_memory_add (import->memory, entry, &fault))
        import->n++;
      else if (g_error_matches (fault, COG_ERROR, COG_ERROR_INPUT))
        tell_line (import, &cog_finding_tmx_unit_damaged, line);
      else
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
take_unit (Import *import, const char *text, gsize n_bytes, guint line, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean has_strange = FALSE;

  if (!g_utf8_validate_len (text, n_bytes, NULL))
    {
      tell_line (import, &cog_finding_tmx_bad_encoding, line);
      return TRUE;
    }
  entries = cog_tmx_unit_parse (text, n_bytes, import->language, &has_strange, NULL);
  if (has_strange && import->n_strange++ < MOST_TOLD)
    tell_strange (import, line);
  if (entries != NULL)
    return add_entries (import, entries, line, error);
  tell_line (import, &cog_finding_tmx_unit_damaged, line);
  return TRUE;
}

static gboolean
take_piece (
    Import *import, CogTmxPiece piece, const char *text, gsize n_bytes, guint line, GError **error)
{
  switch (piece)
    {
    case COG_TMX_HEADER:
      g_free (import->language);
      import->language = cog_tmx_header_dup_language (text, n_bytes);
      return TRUE;
    case COG_TMX_UNIT:
      return take_unit (import, text, n_bytes, line, error);
    case COG_TMX_DAMAGED:
      tell_line (import, &cog_finding_tmx_unit_damaged, line);
      return TRUE;
    case COG_TMX_TRUNCATED:
      tell_line (import, &cog_finding_tmx_truncated, line);
      return TRUE;
    case COG_TMX_END:
    case COG_TMX_FAULT:
      return piece == COG_TMX_END;
    }
  g_return_val_if_reached (FALSE);
}

static void
tell_progress (const CogProgress *progress, GFileInputStream *in, goffset size)
{
  goffset at = g_seekable_tell (G_SEEKABLE (in));

  cog_progress_tell (progress, size > 0 ? (double)at / (double)size : -1,
                     _ ("Reading the translation memory…"));
}

static gboolean
read_all (Import *import,
          GFileInputStream *in,
          goffset size,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (CogTmxStream) stream = cog_tmx_stream_new (G_INPUT_STREAM (in), cancellable, error);
  CogTmxPiece piece = COG_TMX_FAULT;
  guint n = 0;

  if (stream == NULL)
    return FALSE;
  do
    {
      const char *text;
      gsize n_bytes = 0;
      guint line;

      piece = cog_tmx_stream_next (stream, &text, &n_bytes, &line, cancellable, error);
      if (piece == COG_TMX_TRUNCATED && !cog_tmx_stream_is_tmx (stream) && import->n == 0)
        {
          g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                       /* Translators: a file name. */
                       _ ("%s: is no translation memory in the TMX format."), import->name);
          return FALSE;
        }
      if (!take_piece (import, piece, text, n_bytes, line, error))
        return FALSE;
      if (n++ % TELL_EVERY == 0)
        tell_progress (progress, in, size);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  while (piece != COG_TMX_END && piece != COG_TMX_TRUNCATED);
  return TRUE;
}

static goffset
get_size (GFileInputStream *in)
{
  g_autoptr (GFileInfo) info =
      g_file_input_stream_query_info (in, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

gboolean
cog_tmx_import (CogMemory *memory,
                const char *path,
                const char *origin,
                CogReport *report,
                const CogProgress *progress,
                GCancellable *cancellable,
                gint64 *n,
                GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) in = NULL;
  g_autofree char *name = NULL;
  Import import = { memory };
  gboolean ok;

  g_return_val_if_fail (memory != NULL && path != NULL && n != NULL, FALSE);

  file = g_file_new_for_path (path);
  in = g_file_read (file, cancellable, error);
  if (in == NULL || !cog_memory_begin (memory, error))
    return FALSE;
  name = g_path_get_basename (path);
  import.name = name;
  import.origin = origin != NULL ? origin : name;
  import.report = report;
  ok = read_all (&import, in, get_size (in), progress, cancellable, error);
  g_free (import.language);
  if (!ok)
    cog_memory_roll_back (memory);
  else
    ok = cog_memory_commit (memory, error);
  if (!ok)
    return FALSE;
  *n = import.n;
  cog_progress_tell (progress, -1, _ ("Indexing the translation memory…"));
  /* What was read stands; what finds it can be made later. */
  cog_memory_index (memory, cancellable, NULL);
  return TRUE;
}
