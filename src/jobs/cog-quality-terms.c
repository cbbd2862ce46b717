/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-terms.h"

#include "cog-term-check.h"

struct _CogQualityTerms
{
  GMutex mutex; /* of all */
  CogGlossary *glossary;
  CogGlossaryPair *pair;
  gint64 version; /* of the glossary that the pair was made of */
};

CogQualityTerms *
cog_quality_terms_new (void)
{
  CogQualityTerms *self = g_new0 (CogQualityTerms, 1);

  g_mutex_init (&self->mutex);
  return self;
}

void
cog_quality_terms_free (CogQualityTerms *self)
{
  if (self == NULL)
    return;
  cog_glossary_pair_free (self->pair);
  g_clear_pointer (&self->glossary, cog_glossary_close);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* To check a book makes no glossary where there is none. */
static void
open_glossary (CogQualityTerms *self)
{
  g_autofree char *path = cog_glossary_dup_path ();

  if (self->glossary == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    self->glossary = cog_glossary_open (path, NULL);
}

gint64
cog_quality_terms_refresh (CogQualityTerms *self, CogProject *project)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 version;

  g_return_val_if_fail (self != NULL && project != NULL, 0);

  locker = g_mutex_locker_new (&self->mutex);
  open_glossary (self);
  if (self->glossary == NULL)
    return 0;
  version = cog_glossary_get_version (self->glossary) + 1;
  if (self->version == version)
    return version;
  cog_glossary_pair_free (self->pair);
  self->pair = cog_term_check_open_pair (self->glossary, project, NULL);
  self->version = version;
  return version;
}

CogGlossaryPair *
cog_quality_terms_lock (CogQualityTerms *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  return self->pair;
}

void
cog_quality_terms_unlock (CogQualityTerms *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_unlock (&self->mutex);
}
