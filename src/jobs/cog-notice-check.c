/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-notice-check.h"

#include "cog-language.h"
#include "cog-publisher.h"

#include <glib/gi18n-lib.h>

/* A source with notices. */
typedef struct
{
  const CogProjectSource *source;
  gboolean is_foreign; /* in another language than the adaptation */
  gboolean is_used;
  CogSourceUse use;
} Work;

struct _CogNoticeCheck
{
  GPtrArray *sources; /* (element-type CogProjectSource) */
  GHashTable *works;  /* source id → Work */
};

static const CogFindingKind notice_proposed = {
  "notice-proposed", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is a publisher, %2 a sentence in English. */
  N_ ("%1 asks for a sentence in editions like yours: “%2” Compare it with the source, and confirm "
      "or drop it.")
};

CogNoticeCheck *
cog_notice_check_new (CogProject *project)
{
  CogNoticeCheck *self;
  g_autofree char *language = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_new0 (CogNoticeCheck, 1);
  self->sources = cog_project_list_sources (project);
  self->works = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  language = cog_project_dup_language (project);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (self->sources, i);
      Work *work;

      if (source->credit->notices->len == 0)
        continue;
      work = g_new0 (Work, 1);
      work->source = source;
      work->is_foreign =
          source->language == NULL || !cog_language_equal (source->language, language);
      g_hash_table_insert (self->works, source->id, work);
    }
  return self;
}

void
cog_notice_check_free (CogNoticeCheck *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->works);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/* As the edition counts it (cog-changes.c), but that a text in another language is meant to be
 * translated. */
static void
count (Work *work, const CogUnit *unit)
{
  if (unit->decision != COG_DECISION_OMITTED)
    work->is_used = TRUE;
  switch (unit->decision)
    {
    case COG_DECISION_NONE:
    case COG_DECISION_KEPT:
      break;
    case COG_DECISION_TRANSLATED:
      work->use.is_adapted = work->use.is_adapted || !work->is_foreign;
      break;
    case COG_DECISION_ADAPTED:
    case COG_DECISION_REPLACED:
    case COG_DECISION_OMITTED:
    case COG_DECISION_ADDED:
      work->use.is_adapted = TRUE;
      break;
    }
  work->use.is_translated = work->is_foreign && work->is_used;
}

void
cog_notice_check_take_unit (CogNoticeCheck *self, const CogUnit *unit)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (self != NULL && unit != NULL);

  if (g_hash_table_size (self->works) == 0 || unit->works == NULL)
    return;
  ids = g_strsplit (unit->works, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      Work *work = g_hash_table_lookup (self->works, ids[i]);

      if (work != NULL)
        count (work, unit);
    }
}

static void
report_source (const Work *work, CogReport *report)
{
  const GPtrArray *notices = work->source->credit->notices;

  for (guint i = 0; i < notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (notices, i);
      const CogPublisher *publisher = cog_publisher_lookup (notice->publisher);

      if (notice->origin == COG_NOTICE_PROPOSED &&
          cog_attribution_is_notice_due (notice, &work->use))
        cog_report_add (report, &notice_proposed, work->source->id,
                        publisher != NULL ? publisher->name : notice->publisher, notice->text);
    }
}

void
cog_notice_check_finish (CogNoticeCheck *self, CogReport *report)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (self->sources, i);
      const Work *work = g_hash_table_lookup (self->works, source->id);

      if (work != NULL && work->is_used)
        report_source (work, report);
    }
}
