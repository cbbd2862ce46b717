/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-plan-private.h"

#include "cog-error.h"
#include "cog-exchange-findings.h"
#include "cog-exchange-memory.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE (256 * 1024 * 1024) /* bytes */

static gboolean
take (CogExchangeUnit *unit, gpointer user_data, GError **error)
{
  return cog_exchange_plan_take (user_data, unit, error);
}

static void
tell_damage (guint line, gpointer user_data)
{
  CogExchangePlan *self = user_data;

  cog_exchange_plan_tell (
      self, line > 0 ? &cog_finding_exchange_damaged : &cog_finding_exchange_truncated, line, NULL);
}

/* What a file does not say is no fault of it. Regions may differ, as a team has them. */
static gboolean
is_same (const char *own, const char *theirs)
{
  g_autofree char *tag = NULL;
  g_autofree char *script = NULL;
  g_autofree char *own_script = NULL;

  if (theirs == NULL || theirs[0] == '\0' || own == NULL)
    return TRUE;
  tag = cog_language_canonicalise (theirs);
  if (tag == NULL || g_str_has_prefix (tag, "und"))
    return tag == NULL ? FALSE : TRUE;
  script = cog_language_dup_script (tag);
  own_script = cog_language_dup_script (own);
  return cog_language_equal (own, tag) && g_strcmp0 (script, own_script) == 0;
}

static gboolean
check_languages (const char *source, const char *target, guint line, gpointer user_data)
{
  CogExchangePlan *self = user_data;

  if (is_same (self->source_language, source) && is_same (self->target_language, target))
    return TRUE;
  self->n_other++;
  g_free (self->other);
  self->other =
      g_strdup_printf ("%s → %s", source != NULL ? source : "?", target != NULL ? target : "?");
  cog_exchange_plan_tell (self, &cog_finding_exchange_languages, line, self->other);
  return FALSE;
}

/* UTF-16 with its mark; all else is UTF-8 here. (transfer full) (nullable): it is none. */
static char *
dup_converted (const char *text, gsize n_bytes, gsize *length, GError **error)
{
  const guchar *c = (const guchar *)text;
  gboolean is_little = n_bytes >= 2 && c[0] == 0xFF && c[1] == 0xFE;
  gboolean is_big = n_bytes >= 2 && c[0] == 0xFE && c[1] == 0xFF;

  if (!is_little && !is_big)
    return NULL;
  return g_convert (text + 2, (gssize)n_bytes - 2, "UTF-8", is_little ? "UTF-16LE" : "UTF-16BE",
                    NULL, length, error);
}

static const CogExchangeFormat *
find_format (const char *text, gsize n_bytes)
{
  const CogExchangeFormat *const *formats = cog_exchange_formats_get ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (formats[i]->is_mine != NULL && formats[i]->is_mine (text, n_bytes))
      return formats[i];
  return NULL;
}

static gboolean
read_text (CogExchangePlan *self, const char *text, gsize n_bytes, const char *path, GError **error)
{
  const CogExchangeReceiver receiver = { take, tell_damage, check_languages, self };
  const CogExchangeFormat *format = NULL;
  const char *nul = memchr (text, '\0', n_bytes);

  if (nul == NULL)
    format = find_format (text, n_bytes);
  if (format == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   /* Translators: a file name. */
                   _ ("%s: is no file of a translation that Cognate can take back (XLIFF, PO, "
                      "TMX)."),
                   path);
      return FALSE;
    }
  /* It has no units: it is read from its file, as memories are. */
  if (format->read == NULL)
    return cog_exchange_plan_read_memory (self, path, self->cancellable, error);
  if (!format->read (text, n_bytes, path, &receiver, error))
    return FALSE;
  if (self->n_units > 0 || self->n_other == 0)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a file name; then languages, “en → fr” and “en → pl”. */
               _ ("%s: is a translation of other languages (%s) than this book (%s → %s)."), path,
               self->other, self->source_language, self->target_language);
  return FALSE;
}

/* Read and not mapped: another program may cut it off meanwhile. */
static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  gsize n_bytes, length = 0;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_FILE)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &n_bytes, error))
    return NULL;
  text = dup_converted (data, n_bytes, &length, &fault);
  if (fault != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: has letters in an encoding that it does not say."), path);
      return NULL;
    }
  return text != NULL ? g_bytes_new_take (g_steal_pointer (&text), length)
                      : g_bytes_new_take (g_steal_pointer (&data), n_bytes);
}

gboolean
cog_exchange_plan_read (CogExchangePlan *self,
                        const char *path,
                        GHashTable *base,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize n_bytes;
  gboolean ok;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  bytes = load (path, error);
  if (bytes == NULL)
    return FALSE;
  cog_progress_tell (progress, -1, _ ("Reading what came back…"));
  g_free (self->name);
  self->name = g_path_get_basename (path);
  self->base = base;
  self->cancellable = cancellable;
  self->n_units = self->n_other = self->n_asked = 0;
  self->is_of_here = base != NULL;
  text = g_bytes_get_data (bytes, &n_bytes);
  ok = read_text (self, text, n_bytes, path, error);
  self->base = NULL;
  self->cancellable = NULL;
  return ok;
}
