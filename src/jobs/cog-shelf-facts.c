/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-facts.h"

#include "cog-check-job.h"
#include "cog-error.h"
#include "cog-licence.h"
#include "cog-outline-facts.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Twice the size at which a cover is shown, for fine screens. */
#define COVER_WIDTH 324
#define COVER_HEIGHT 432

CogShelfFacts *
cog_shelf_facts_copy (const CogShelfFacts *facts)
{
  CogShelfFacts *copy;

  g_return_val_if_fail (facts != NULL, NULL);

  copy = g_new0 (CogShelfFacts, 1);
  *copy = *facts;
  copy->fault = g_strdup (facts->fault);
  copy->title = g_strdup (facts->title);
  copy->language = g_strdup (facts->language);
  copy->source_language = g_strdup (facts->source_language);
  copy->licence = g_strdup (facts->licence);
  copy->cover = g_strdup (facts->cover);
  return copy;
}

void
cog_shelf_facts_free (CogShelfFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->fault);
  g_free (facts->title);
  g_free (facts->language);
  g_free (facts->source_language);
  g_free (facts->licence);
  g_free (facts->cover);
  g_free (facts);
}

/* SQLite file format, 1.3: the application's id stands at byte 68. */
static gboolean
is_ours (const char *path)
{
  FILE *file = g_fopen (path, "rbe");
  char head[72] = "";
  gboolean ours = file != NULL && fread (head, 1, sizeof head, file) == sizeof head &&
                  memcmp (head + 68, "Cgnt", 4) == 0;

  if (file != NULL)
    fclose (file);
  return ours;
}

/* A project of an older version is not opened for reading only: that would change it. */
static CogShelfCondition
get_condition (const char *path, const GError *error)
{
  if (g_error_matches (error, COG_ERROR, COG_ERROR_INPUT) && is_ours (path))
    return COG_SHELF_OLDER;
  if (g_error_matches (error, COG_ERROR, COG_ERROR_NEWER))
    return COG_SHELF_NEWER;
  if (g_error_matches (error, COG_ERROR, COG_ERROR_INPUT))
    return COG_SHELF_FOREIGN;
  return error->domain == COG_ERROR ? COG_SHELF_DAMAGED : COG_SHELF_UNREADABLE;
}

static void
note_fault (CogShelfFacts *facts, const char *path, const GError *error)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = g_strrstr (base, ".");

  if (dot != NULL)
    *dot = '\0';
  facts->condition = get_condition (path, error);
  if (facts->condition != COG_SHELF_OLDER)
    facts->fault = g_strdup (error->message);
  g_free (facts->title);
  facts->title = g_filename_display_name (base);
}

static double
get_share (CogProject *project)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  CogBookProgress progress = cog_book_progress_count (sections);

  return cog_book_progress_get_share (&progress);
}

/* What publishing would ask for, from the one check. */
static gboolean
count_waiting (CogShelfFacts *facts, CogProject *project, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings;

  if (!cog_check_project (project, report, error))
    return FALSE;
  findings = cog_report_get_findings (report);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->kind->id, "not-translated") && finding->arguments[0] != NULL)
        facts->n_untranslated += (guint)g_ascii_strtoull (finding->arguments[0], NULL, 10);
      else if (g_str_equal (finding->kind->id, "no-alternative-text"))
        facts->n_undescribed += finding->count;
      else if (g_str_equal (finding->kind->id, "licence-forbidden"))
        facts->n_conflicts += finding->count;
    }
  return TRUE;
}

/* A book whose cover cannot be shown has a drawn one: no fault. */
static char *
make_cover (CogProject *project, const char *path, const char *folder)
{
  g_autoptr (GBytes) png = cog_outline_dup_cover (project, COVER_WIDTH, COVER_HEIGHT);
  g_autofree char *key = NULL;
  g_autofree char *file = NULL;
  g_autofree char *full = NULL;

  if (png == NULL || folder == NULL)
    return NULL;
  key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  key[24] = '\0';
  file = g_strconcat (key, ".png", NULL);
  full = g_build_filename (folder, file, NULL);
  g_mkdir_with_parents (folder, 0700);
  /* Kept for the next start only: it need not outlive a power cut. */
  return g_file_set_contents_full (full, g_bytes_get_data (png, NULL),
                                   (gssize)g_bytes_get_size (png), G_FILE_SET_CONTENTS_NONE, 0600,
                                   NULL)
             ? g_steal_pointer (&full)
             : NULL;
}

CogShelfFacts *
cog_shelf_facts_read (const char *path, const char *covers)
{
  CogShelfFacts *facts = g_new0 (CogShelfFacts, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autofree char *licence = NULL;

  g_return_val_if_fail (path != NULL, facts);

  project = cog_project_open (path, COG_PROJECT_READ, &error);
  if (project == NULL)
    {
      note_fault (facts, path, error);
      return facts;
    }
  facts->condition = COG_SHELF_READY;
  facts->title = cog_project_dup_title (project);
  facts->language = cog_project_dup_language (project);
  facts->source_language = cog_project_dup_source_language (project);
  licence = cog_project_dup_licence (project);
  facts->licence = licence != NULL ? cog_licence_dup_expression_name (licence) : NULL;
  facts->share = get_share (project);
  if (!count_waiting (facts, project, &error))
    {
      note_fault (facts, path, error);
      return facts;
    }
  if (facts->language == NULL)
    facts->language = g_strdup ("und");
  facts->cover = make_cover (project, path, covers);
  return facts;
}

CogShelfPlace *
cog_shelf_place_read (const char *path, const char *section, const char *unit)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (CogUnit) found = NULL;
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  project = cog_project_open (path, COG_PROJECT_READ, NULL);
  if (project == NULL)
    return NULL;
  found = unit != NULL ? cog_project_dup_unit (project, unit, NULL) : NULL;
  if (found != NULL)
    section = found->section;
  sections = cog_project_list_sections (project);
  for (guint i = 0; section != NULL && i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_str_equal (info->id, section))
        {
          CogShelfPlace *place = g_new0 (CogShelfPlace, 1);

          place->title = g_strdup (cog_section_info_get_label (info, TRUE));
          place->n_untranslated = info->n_by_state[COG_STATE_INITIAL];
          return place;
        }
    }
  return NULL;
}

void
cog_shelf_place_free (CogShelfPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->title);
  g_free (place);
}
