/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-original-private.h"
#include "cog-project-private.h"

#include "cog-publisher.h"

#include <glib/gi18n-lib.h>

void
cog_project_source_free (CogProjectSource *source)
{
  if (source == NULL)
    return;
  g_free (source->id);
  g_free (source->reader);
  g_free (source->original_name);
  g_free (source->language);
  cog_credit_free (source->credit);
  g_free (source);
}

GPtrArray *
cog_project_list_sources (CogProject *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_project_source_free);
  g_autoptr (CogQuery) query = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), list);

  cog_project_enter (self);
  query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT id, reader, original_name, language,"
      " coalesce ((SELECT value FROM meta WHERE key = 'credit:' || source.id), credit), licence"
      " FROM source WHERE"
      " NOT EXISTS (SELECT 1 FROM section WHERE section.source = source.id AND is_absent <> 0) OR"
      " EXISTS (SELECT 1 FROM section WHERE section.source = source.id AND is_absent = 0) ORDER BY"
      " position",
      NULL);
  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      CogProjectSource *source = g_new0 (CogProjectSource, 1);
      g_autofree char *json = cog_query_dup_text (query, 4);
      g_autofree char *decided = cog_query_dup_text (query, 5);

      source->id = cog_query_dup_text (query, 0);
      source->reader = cog_query_dup_text (query, 1);
      source->original_name = cog_query_dup_text (query, 2);
      source->language = cog_query_dup_text (query, 3);
      source->credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;
      if (source->credit == NULL)
        source->credit = cog_credit_new ();
      if (decided != NULL)
        {
          g_free (source->credit->licence);
          source->credit->licence = g_steal_pointer (&decided);
        }
      if (source->credit->language == NULL)
        source->credit->language = g_strdup (source->language);
      cog_publisher_propose (source->credit);
      g_ptr_array_add (list, source);
    }
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return list;
}

int
cog_project_open_original (CogProject *self, const char *source, GError **error)
{
  int fd = -1;

  g_return_val_if_fail (COG_IS_PROJECT (self), -1);

  cog_project_enter (self);
  /* Who reads in a thread may come after the project was closed. */
  if (self->db != NULL)
    fd = cog_original_open (self->db, source, error);
  else
    cog_query_set_error (NULL, error);
  cog_project_leave (self);
  return fd;
}

gboolean
cog_project_set_source_licence (CogProject *self,
                                const char *source,
                                const char *licence,
                                GError **error)
{
  g_autofree char *before = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  g_clear_error (&self->fault);
  before = cog_project_row_to_json (self, COG_ROW_SOURCE, source, NULL);
  if (before == NULL)
    {
      ok = FALSE;
      if (cog_project_check_fault (self, error))
        g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no source “%s”."), source);
    }
  else
    {
      ok = cog_project_begin_step (self, _ ("Decided the licence of a source"), error);
      if (ok)
        ok = cog_project_end_step (
            self,
            cog_query_run (self->db, error, "UPDATE source SET licence = ?2 WHERE id = ?1", "ss",
                           source, licence) &&
                cog_project_record (self, COG_ROW_SOURCE, source, before, error),
            error);
    }
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}

/* A correction is a field of the edition, so that files of older versions know how to hold it. */
static gboolean
write_source_credit (CogProject *self, const char *source, const CogCredit *credit, GError **error)
{
  g_autofree char *json = cog_credit_to_json (credit);
  g_autofree char *key = g_strconcat ("credit:", source, NULL);
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_META, key, NULL);
  g_autofree char *licence = cog_project_row_to_json (self, COG_ROW_SOURCE, source, NULL);

  return cog_query_run (self->db, error, "INSERT OR REPLACE INTO meta VALUES (?1, ?2)", "ss", key,
                        json) &&
         cog_project_record (self, COG_ROW_META, key, before, error) &&
         cog_query_run (self->db, error, "UPDATE source SET licence = ?2 WHERE id = ?1", "ss",
                        source, credit->licence) &&
         cog_project_record (self, COG_ROW_SOURCE, source, licence, error);
}

gboolean
cog_project_set_source_credit (CogProject *self,
                               const char *source,
                               const CogCredit *credit,
                               GError **error)
{
  g_autofree char *there = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self) && source != NULL && credit != NULL, FALSE);

  cog_project_enter (self);
  g_clear_error (&self->fault);
  there = cog_project_row_to_json (self, COG_ROW_SOURCE, source, NULL);
  if (there == NULL && cog_project_check_fault (self, error))
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no source “%s”."), source);
  else if (there != NULL &&
           cog_project_begin_step (self, _ ("Corrected the credit of a source"), error))
    ok = cog_project_end_step (self, write_source_credit (self, source, credit, error), error);
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
  return ok;
}
