/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-logo-check.h"

#include "cog-logo-words.h"
#include "cog-logo.h"
#include "cog-project-figures.h"
#include "cog-reader-findings.h"

struct _CogLogoCheck
{
  GPtrArray *publishers; /* (element-type CogPublisher): of the sources */
  GHashTable *front;     /* ids of sections where publishers show themselves */
  GHashTable *suspected; /* ids of sections */
};

static void
add_publishers (GPtrArray *publishers, CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);
      g_autoptr (GPtrArray) found = cog_publisher_match (source->credit);

      g_ptr_array_extend (publishers, found, NULL, NULL);
    }
}

CogLogoCheck *
cog_logo_check_new (CogProject *project, GPtrArray *sections)
{
  CogLogoCheck *self;

  g_return_val_if_fail (COG_IS_PROJECT (project) && sections != NULL, NULL);

  self = g_new0 (CogLogoCheck, 1);
  self->publishers = g_ptr_array_new ();
  self->front = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->suspected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_publishers (self->publishers, project);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (cog_logo_is_front (info->type, i, sections->len, info->n_words))
        g_hash_table_add (self->front, g_strdup (info->id));
      if (cog_logo_is_cover (info->type, self->publishers))
        g_hash_table_add (self->suspected, g_strdup (info->id));
    }
  return self;
}

void
cog_logo_check_free (CogLogoCheck *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->publishers);
  g_hash_table_unref (self->front);
  g_hash_table_unref (self->suspected);
  g_free (self);
}

void
cog_logo_check_take_unit (CogLogoCheck *self, const CogUnit *unit)
{
  CogLogoClues clues = { NULL };

  g_return_if_fail (self != NULL && unit != NULL);

  if (unit->kind != COG_UNIT_ALT || unit->decision == COG_DECISION_OMITTED)
    return;
  clues.alternative = unit->source;
  clues.title = unit->target;
  clues.is_at_front = g_hash_table_contains (self->front, unit->section);
  if (cog_logo_is (&clues, self->publishers))
    g_hash_table_add (self->suspected, g_strdup (unit->section));
}

static gboolean
suspect_files (CogLogoCheck *self, CogProject *project, GError **error)
{
  g_autoptr (GPtrArray) sections =
      cog_project_list_sections_of_files (project, cog_logo_is_file, error);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    g_hash_table_add (self->suspected, g_strdup (g_ptr_array_index (sections, i)));
  return sections != NULL;
}

/* Where it is left out: its description, else the passage that it stands in. (transfer full) */
static char *
dup_place (CogProject *project, const xmlNode *image)
{
  g_autofree char *id = cog_xml_dup_attribute (image, "id");
  g_autofree char *unit = g_strconcat (id != NULL ? id : "", "@alt", NULL);
  g_autoptr (CogUnit) own = cog_project_dup_unit (project, unit, NULL);

  if (own != NULL)
    return g_steal_pointer (&unit);
  for (const xmlNode *n = image->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      g_autofree char *around = cog_xml_dup_attribute (n, "id");
      g_autoptr (CogUnit) found =
          around != NULL ? cog_project_dup_unit (project, around, NULL) : NULL;

      if (found != NULL)
        return g_steal_pointer (&around);
    }
  return g_steal_pointer (&id);
}

static void
report_in (const CogLogoCheck *self, CogProject *project, const CogBook *book, CogReport *report)
{
  g_autoptr (GPtrArray) logos = cog_logo_list (book, self->front, self->publishers);

  for (guint i = 0; i < logos->len; i++)
    {
      const xmlNode *image = g_ptr_array_index (logos, i);
      g_autofree char *label = cog_logo_dup_label (book, image);
      g_autofree char *place = dup_place (project, image);

      cog_report_add (report, &cog_finding_publisher_logo, place, label, place);
    }
}

gboolean
cog_logo_check_finish (CogLogoCheck *self, CogProject *project, CogReport *report, GError **error)
{
  g_autofree const char **ids = NULL;
  g_autoptr (CogBook) book = NULL;

  g_return_val_if_fail (self != NULL && COG_IS_PROJECT (project), FALSE);

  if (!suspect_files (self, project, error))
    return FALSE;
  if (g_hash_table_size (self->suspected) == 0)
    return TRUE;
  ids = (const char **)g_hash_table_get_keys_as_array (self->suspected, NULL);
  book = cog_project_dup_adaptation (project, ids, error);
  if (book == NULL)
    return FALSE;
  report_in (self, project, book, report);
  return TRUE;
}

gboolean
cog_logo_check_project (CogProject *project, CogReport *report, GError **error)
{
  g_autoptr (CogLogoCheck) check = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) units = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), FALSE);

  sections = cog_project_list_sections (project);
  check = cog_logo_check_new (project, sections);
  units = cog_project_list_units (project, NULL, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    cog_logo_check_take_unit (check, g_ptr_array_index (units, i));
  return cog_logo_check_finish (check, project, report, error);
}
