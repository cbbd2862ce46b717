/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-report.h"

#include <glib/gi18n-lib.h>

struct _CogReport
{
  GPtrArray *findings;
  GHashTable *index; /* (kind id, arguments) → CogFinding, borrowed */
};

/* A hostile file must not make the list of what is wrong with it grow without bound. */
#define MAX_FINDINGS 2000

static void
finding_free (CogFinding *finding)
{
  g_free (finding->place);
  g_free (finding->arguments[0]);
  g_free (finding->arguments[1]);
  g_free (finding);
}

const char *
cog_severity_to_nick (CogSeverity severity)
{
  switch (severity)
    {
    case COG_SEVERITY_INFO:
      return "info";
    case COG_SEVERITY_WARNING:
      return "warning";
    case COG_SEVERITY_ERROR:
      return "error";
    }
  g_return_val_if_reached ("error");
}

char *
cog_finding_dup_sentence (const CogFinding *finding)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (finding != NULL, NULL);

  for (const char *c = _ (finding->kind->sentence); *c != '\0'; c++)
    {
      if (c[0] == '%' && (c[1] == '1' || c[1] == '2'))
        {
          const char *argument = finding->arguments[c[1] - '1'];

          g_string_append (text, argument != NULL ? argument : "");
          c++;
        }
      else
        g_string_append_c (text, *c);
    }
  return g_string_free (text, FALSE);
}

CogReport *
cog_report_new (void)
{
  CogReport *report = g_new0 (CogReport, 1);

  report->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  report->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return report;
}

void
cog_report_free (CogReport *report)
{
  if (report == NULL)
    return;
  g_hash_table_unref (report->index);
  g_ptr_array_unref (report->findings);
  g_free (report);
}

void
cog_report_add (CogReport *report,
                const CogFindingKind *kind,
                const char *place,
                const char *argument1,
                const char *argument2)
{
  g_autofree char *key = NULL;
  CogFinding *finding;

  g_return_if_fail (kind != NULL);

  if (report == NULL)
    return;
  key = g_strdup_printf ("%s\x1f%s\x1f%s", kind->id, argument1 != NULL ? argument1 : "",
                         argument2 != NULL ? argument2 : "");
  finding = g_hash_table_lookup (report->index, key);
  if (finding != NULL)
    {
      finding->count++;
      return;
    }
  if (report->findings->len >= MAX_FINDINGS)
    return;
  finding = g_new0 (CogFinding, 1);
  finding->kind = kind;
  finding->place = g_strdup (place != NULL ? place : "");
  finding->arguments[0] = g_strdup (argument1);
  finding->arguments[1] = g_strdup (argument2);
  finding->count = 1;
  g_ptr_array_add (report->findings, finding);
  g_hash_table_insert (report->index, g_steal_pointer (&key), finding);
}

GPtrArray *
cog_report_get_findings (CogReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);
  return report->findings;
}

gboolean
cog_report_has (CogReport *report, const char *kind_id)
{
  g_return_val_if_fail (report != NULL, FALSE);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (report->findings, i);

      if (g_str_equal (finding->kind->id, kind_id))
        return TRUE;
    }
  return FALSE;
}
