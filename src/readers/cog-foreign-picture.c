/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-foreign-picture.h"

#include "cog-error.h"
#include "cog-metafile.h"
#include "cog-reader-findings.h"

static void
report_form (CogReport *report, const char *origin, const char *form)
{
  cog_report_add (report, &cog_finding_picture_form, origin, origin, form);
}

static void
report_letters (CogReport *report, const char *origin, guint n_lost)
{
  g_autofree char *number = g_strdup_printf ("%u", n_lost);

  cog_report_add (report, &cog_finding_picture_letters, origin, origin, number);
}

gboolean
cog_foreign_picture_draw (GBytes *bytes, const char *origin, CogReport *report, GBytes **drawn)
{
  g_autoptr (GBytes) drawing = NULL;
  g_autoptr (GError) error = NULL;
  CogMetafileKind kind;
  guint n_lost = 0;

  g_return_val_if_fail (bytes != NULL && origin != NULL && drawn != NULL, FALSE);

  kind = cog_metafile_identify (bytes);
  if (kind == COG_METAFILE_NONE)
    return TRUE;
  if (kind == COG_METAFILE_SVM)
    {
      report_form (report, origin, "SVM");
      return FALSE;
    }
  drawing = cog_metafile_draw (bytes, origin, &n_lost, &error);
  if (drawing == NULL)
    {
      if (kind == COG_METAFILE_EMF && g_error_matches (error, COG_ERROR, COG_ERROR_UNSUPPORTED))
        report_form (report, origin, "EMF+");
      else
        cog_report_add (report, &cog_finding_bad_picture, origin, origin, NULL);
      return FALSE;
    }
  if (n_lost > 0)
    report_letters (report, origin, n_lost);
  *drawn = g_steal_pointer (&drawing);
  return TRUE;
}
