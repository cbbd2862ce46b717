/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-scans-private.h"

#include <string.h>

/* The same for what shows in a section as a whole. */
typedef struct
{
  guint64 digest;
  guint era;
  GPtrArray *findings;
} SectionScan;

struct _CogLensScans
{
  char *language;       /* of the adaptation */
  GMutex mutex;         /* of both tables */
  GHashTable *units;    /* id → CogLensScan */
  GHashTable *sections; /* id → SectionScan */
};

static void
scan_clear (gpointer data)
{
  CogLensScan *scan = data;

  g_free (scan->source);
  g_free (scan->target);
  g_clear_pointer (&scan->in_source, g_ptr_array_unref);
  g_clear_pointer (&scan->in_target, g_ptr_array_unref);
}

void
cog_lens_scan_unref (CogLensScan *scan)
{
  g_atomic_rc_box_release_full (scan, scan_clear);
}

static void
section_scan_free (gpointer data)
{
  SectionScan *scan = data;

  g_ptr_array_unref (scan->findings);
  g_free (scan);
}

CogLensScans *
cog_lens_scans_new (const char *language)
{
  CogLensScans *self = g_new0 (CogLensScans, 1);

  self->language = g_strdup (language);
  g_mutex_init (&self->mutex);
  self->units =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_lens_scan_unref);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, section_scan_free);
  return self;
}

void
cog_lens_scans_free (CogLensScans *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->sections);
  g_mutex_clear (&self->mutex);
  g_free (self->language);
  g_free (self);
}

/* FNV-1a */
guint64
cog_lens_digest_add (guint64 digest, const char *text)
{
  for (const char *at = text != NULL ? text : "\x01"; *at != '\0'; at++)
    digest = (digest ^ (guchar)*at) * G_GUINT64_CONSTANT (0x100000001b3);
  return (digest ^ 0xFF) * G_GUINT64_CONSTANT (0x100000001b3);
}

const char *
cog_lens_view_get_language (const CogLensView *view, const CogUnit *unit)
{
  gsize length = unit->works != NULL ? strcspn (unit->works, " ") : 0;
  g_autofree char *work = g_strndup (unit->works != NULL ? unit->works : "", length);
  const char *language = g_hash_table_lookup (view->languages, work);

  if (language == NULL)
    language = g_hash_table_lookup (view->languages, "");
  return language != NULL ? language : "";
}

gboolean
cog_lens_is_looked_at (const CogUnit *unit)
{
  return unit->source != NULL && unit->decision != COG_DECISION_OMITTED &&
         unit->decision != COG_DECISION_REPLACED && !cog_unit_continues (unit);
}

/* known: (nullable): the text, where it is made already */
static GPtrArray *
scan_side (CogLensScans *self,
           const CogLensView *view,
           const CogUnit *unit,
           gboolean of_source,
           const CogLensText *known)
{
  const CogLensContext context = { cog_lens_view_get_language (view, unit), self->language,
                                   view->agreements };
  g_autoptr (CogLensText) text = NULL;

  if (known == NULL)
    known = text = cog_lens_text_new (unit, of_source, of_source ? context.source : self->language);
  return known != NULL ? cog_lens_scan (&context, known, NULL) : NULL;
}

CogLensScan *
cog_lens_scans_look_at_unit (CogLensScans *self,
                             const CogLensView *view,
                             const CogUnit *unit,
                             const CogLensText *known)
{
  CogLensScan *scan;

  g_mutex_lock (&self->mutex);
  scan = g_hash_table_lookup (self->units, unit->id);
  if (scan != NULL && scan->era == view->era && g_strcmp0 (scan->source, unit->source) == 0 &&
      g_strcmp0 (scan->target, unit->target) == 0)
    scan = g_atomic_rc_box_acquire (scan);
  else
    scan = NULL;
  g_mutex_unlock (&self->mutex);
  if (scan != NULL)
    return scan;
  scan = g_atomic_rc_box_new0 (CogLensScan);
  scan->source = g_strdup (unit->source);
  scan->target = g_strdup (unit->target);
  scan->era = view->era;
  scan->in_source = scan_side (self, view, unit, TRUE, known);
  /* A counterpart is only looked for where there is something to have one. */
  if (scan->in_source != NULL && scan->in_source->len > 0)
    scan->in_target = scan_side (self, view, unit, FALSE, NULL);
  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->units, g_strdup (unit->id), g_atomic_rc_box_acquire (scan));
  g_mutex_unlock (&self->mutex);
  return scan;
}

/* texts: (element-type CogLensText), those of units, in their order; filled */
static GPtrArray *
scan_whole (CogLensScans *self, const CogLensView *view, GPtrArray *units, GPtrArray *texts)
{
  CogLensContext context = { "", self->language, view->agreements };

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      CogLensText *text =
          cog_lens_is_looked_at (unit)
              ? cog_lens_text_new (unit, TRUE, cog_lens_view_get_language (view, unit))
              : NULL;

      if (text == NULL)
        continue;
      context.source = cog_lens_view_get_language (view, unit);
      g_ptr_array_add (texts, text);
    }
  return cog_lens_scan_section (&context, texts, NULL);
}

GPtrArray *
cog_lens_scans_look_at_section (CogLensScans *self,
                                const CogLensView *view,
                                const char *section,
                                GPtrArray *units,
                                GPtrArray *texts)
{
  guint64 digest = COG_LENS_DIGEST_EMPTY;
  GPtrArray *findings = NULL;
  SectionScan *scan;

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (cog_lens_is_looked_at (unit))
        digest = cog_lens_digest_add (cog_lens_digest_add (digest, unit->id), unit->source);
    }
  g_mutex_lock (&self->mutex);
  scan = g_hash_table_lookup (self->sections, section);
  if (scan != NULL && scan->digest == digest && scan->era == view->era)
    findings = g_ptr_array_ref (scan->findings);
  g_mutex_unlock (&self->mutex);
  if (findings != NULL)
    return findings;
  scan = g_new0 (SectionScan, 1);
  scan->digest = digest;
  scan->era = view->era;
  scan->findings = scan_whole (self, view, units, texts);
  findings = g_ptr_array_ref (scan->findings);
  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->sections, g_strdup (section), scan);
  g_mutex_unlock (&self->mutex);
  return findings;
}

GPtrArray *
cog_lens_scans_dup_section (CogLensScans *self, const char *section)
{
  const SectionScan *scan;
  GPtrArray *findings;

  g_assert (self != NULL && section != NULL);

  g_mutex_lock (&self->mutex);
  scan = g_hash_table_lookup (self->sections, section);
  findings = scan != NULL ? g_ptr_array_ref (scan->findings) : NULL;
  g_mutex_unlock (&self->mutex);
  return findings;
}
