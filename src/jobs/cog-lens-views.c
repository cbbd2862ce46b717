/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-views-private.h"

#include "cog-project-answers.h"

struct _CogLensViews
{
  GMutex mutex;          /* of all below */
  GHashTable *languages; /* source → language (nullable): to be read anew */
  GPtrArray *agreements; /* (nullable): to be read anew */
  guint64 agreed;        /* digest of the agreements that the era stands for */
  guint era;
};

CogLensViews *
cog_lens_views_new (void)
{
  CogLensViews *self = g_new0 (CogLensViews, 1);

  g_mutex_init (&self->mutex);
  return self;
}

void
cog_lens_views_free (CogLensViews *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->languages, g_hash_table_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
cog_lens_views_forget (CogLensViews *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_hash_table_unref);
  g_mutex_unlock (&self->mutex);
}

void
cog_lens_view_clear (CogLensView *view)
{
  g_clear_pointer (&view->languages, g_hash_table_unref);
  g_clear_pointer (&view->agreements, g_ptr_array_unref);
}

static GHashTable *
read_languages (CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      g_hash_table_insert (languages, g_strdup (source->id), g_strdup (source->language));
      if (i == 0)
        g_hash_table_insert (languages, g_strdup (""), g_strdup (source->language));
    }
  return languages;
}

static guint64
get_digest (GPtrArray *agreements)
{
  guint64 digest = COG_LENS_DIGEST_EMPTY;

  for (guint i = 0; i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);

      digest = cog_lens_digest_add (digest, agreement->kind);
      digest = cog_lens_digest_add (digest, agreement->original);
      digest = cog_lens_digest_add (digest, agreement->words);
      digest = cog_lens_digest_add (digest, agreement->date);
    }
  return digest;
}

/* Reading is done without the lock: an edit holds the project's own while it tells us. */
gboolean
cog_lens_views_open (CogLensViews *self, CogProject *project, CogLensView *view, GError **error)
{
  g_autoptr (GPtrArray) agreements = NULL;
  g_autoptr (GHashTable) languages = NULL;

  g_mutex_lock (&self->mutex);
  agreements = self->agreements != NULL ? g_ptr_array_ref (self->agreements) : NULL;
  languages = self->languages != NULL ? g_hash_table_ref (self->languages) : NULL;
  g_mutex_unlock (&self->mutex);
  if (agreements == NULL)
    agreements = cog_project_list_agreements (project, error);
  if (agreements == NULL)
    return FALSE;
  if (languages == NULL)
    languages = read_languages (project);
  g_mutex_lock (&self->mutex);
  if (self->agreements == NULL)
    {
      guint64 agreed = get_digest (agreements);

      self->agreements = g_ptr_array_ref (agreements);
      self->era += agreed != self->agreed;
      self->agreed = agreed;
    }
  if (self->languages == NULL)
    self->languages = g_hash_table_ref (languages);
  view->era = self->era;
  g_mutex_unlock (&self->mutex);
  view->agreements = g_steal_pointer (&agreements);
  view->languages = g_steal_pointer (&languages);
  return TRUE;
}
