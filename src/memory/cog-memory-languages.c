/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-language.h"
#include "cog-memory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
cog_memory_dup_base (const char *tag)
{
  g_autofree char *canonical = tag != NULL ? cog_language_canonicalise (tag) : NULL;
  g_autofree char *script = NULL;

  if (canonical == NULL)
    return NULL;
  script = cog_language_dup_script (canonical);
  canonical[strcspn (canonical, "-")] = '\0';
  return g_strdup_printf ("%s-%s", canonical, script != NULL ? script : "zyyy");
}

static const CogMemoryLanguage *
add_language (CogMemory *self, const char *tag, GError **error)
{
  CogMemoryLanguage *language;

  if (!cog_query_run (self->db, error, "INSERT INTO language (tag) VALUES (?)", "s", tag))
    return NULL;
  language = g_new0 (CogMemoryLanguage, 1);
  language->id = sqlite3_last_insert_rowid (self->db);
  language->tag = g_strdup (tag);
  language->base = cog_memory_dup_base (tag);
  g_ptr_array_add (self->languages, language);
  return language;
}

const CogMemoryLanguage *
cog_memory_find_language (CogMemory *self, const char *tag, gboolean may_add, GError **error)
{
  g_autofree char *canonical = NULL;

  /* As it stands first: asked a million times in an import. */
  for (guint pass = 0; pass < 2 && tag != NULL; pass++)
    {
      const char *sought = pass == 0 ? tag : canonical;

      for (guint i = 0; i < self->languages->len; i++)
        {
          const CogMemoryLanguage *language = g_ptr_array_index (self->languages, i);

          if (g_str_equal (language->tag, sought))
            return language;
        }
      if (pass == 0)
        canonical = cog_language_canonicalise (tag);
      if (canonical == NULL)
        break;
    }
  if (canonical != NULL && may_add)
    return add_language (self, canonical, error);
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: what was given as a language's code, such as "pl". */
               _ ("“%s” is no language."), tag != NULL ? tag : "");
  return NULL;
}

char *
cog_memory_dup_ids (CogMemory *self, const char *base)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < self->languages->len; i++)
    {
      const CogMemoryLanguage *language = g_ptr_array_index (self->languages, i);

      if (g_strcmp0 (language->base, base) == 0)
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? ", " : "", language->id);
    }
  return g_string_free (ids, FALSE);
}
