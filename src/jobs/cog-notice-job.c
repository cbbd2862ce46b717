/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-notice-job.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

/* (transfer full) (nullable) */
static CogCredit *
dup_credit (CogProject *project, const char *id, GError **error)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return cog_credit_copy (source->credit);
    }
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no source “%s”."), id);
  return NULL;
}

static CogNotice *
get_notice (const CogCredit *credit, guint index, GError **error)
{
  if (index < credit->notices->len)
    return g_ptr_array_index (credit->notices, index);
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
               /* Translators: a sentence that a publisher wants to see printed; %u its number. */
               _ ("The source has no notice %u."), index + 1);
  return NULL;
}

gboolean
cog_notice_job_decide (
    CogProject *project, const char *source, guint index, gboolean is_wanted, GError **error)
{
  g_autoptr (CogCredit) credit = NULL;
  CogNotice *notice;

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL, FALSE);

  credit = dup_credit (project, source, error);
  notice = credit != NULL ? get_notice (credit, index, error) : NULL;
  if (notice == NULL)
    return FALSE;
  if (is_wanted && notice->origin == COG_NOTICE_FOUND)
    return TRUE;
  notice->origin = is_wanted ? COG_NOTICE_CONFIRMED : COG_NOTICE_DROPPED;
  return cog_project_set_source_credit (project, source, credit, error);
}

static gboolean
check_text (const char *text, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (words[0] != '\0')
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
               _ ("A notice without words says nothing: drop it instead."));
  return FALSE;
}

gboolean
cog_notice_job_set_text (CogProject *project,
                         const char *source,
                         guint index,
                         const char *text,
                         const char *language,
                         GError **error)
{
  g_autoptr (CogCredit) credit = NULL;
  CogNotice *notice;

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL && text != NULL, FALSE);

  credit = check_text (text, error) ? dup_credit (project, source, error) : NULL;
  notice = credit != NULL ? get_notice (credit, index, error) : NULL;
  if (notice == NULL)
    return FALSE;
  g_free (notice->text);
  notice->text = g_strstrip (g_strdup (text));
  if (language != NULL)
    {
      g_free (notice->language);
      notice->language = g_strdup (language);
    }
  notice->origin = COG_NOTICE_CONFIRMED;
  return cog_project_set_source_credit (project, source, credit, error);
}

gboolean
cog_notice_job_add (CogProject *project,
                    const char *source,
                    const char *kind,
                    const char *text,
                    const char *language,
                    GError **error)
{
  static const char *const kinds[] = { "translation", "adaptation", "derivative", "always", NULL };
  g_autoptr (CogCredit) credit = NULL;
  CogNotice *notice;

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL && text != NULL, FALSE);

  if (kind == NULL || !g_strv_contains (kinds, kind))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("A notice is for translation, adaptation, derivative, or always."));
      return FALSE;
    }
  credit = check_text (text, error) ? dup_credit (project, source, error) : NULL;
  if (credit == NULL)
    return FALSE;
  notice = cog_notice_new (kind, NULL, language != NULL ? language : credit->language);
  notice->text = g_strstrip (g_strdup (text));
  notice->origin = COG_NOTICE_CONFIRMED;
  g_ptr_array_add (credit->notices, notice);
  return cog_project_set_source_credit (project, source, credit, error);
}
