/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static const char *const effects[] = { NULL, "kept", "simplified", "dropped", "unsure" };

const char *
cog_effect_to_nick (CogEffect effect)
{
  g_return_val_if_fail (effect > COG_EFFECT_DERIVED && effect < G_N_ELEMENTS (effects), "unsure");
  return effects[effect];
}

gboolean
cog_effect_from_nick (const char *nick, CogEffect *effect)
{
  for (guint i = COG_EFFECT_KEPT; i < G_N_ELEMENTS (effects); i++)
    if (g_strcmp0 (nick, effects[i]) == 0)
      {
        *effect = i;
        return TRUE;
      }
  return FALSE;
}

CogEffect
cog_finding_kind_get_effect (const CogFindingKind *kind)
{
  g_return_val_if_fail (kind != NULL, COG_EFFECT_UNSURE);

  if (kind->effect != COG_EFFECT_DERIVED)
    return kind->effect;
  if (kind->is_loss)
    return COG_EFFECT_DROPPED;
  return kind->severity == COG_SEVERITY_INFO ? COG_EFFECT_SIMPLIFIED : COG_EFFECT_UNSURE;
}

char *
cog_finding_fill_sentence (const char *sentence, const char *argument1, const char *argument2)
{
  const char *const arguments[] = { argument1, argument2 };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (sentence != NULL, NULL);

  /* Nothing, translated, is the head of the catalogue. */
  for (const char *c = sentence[0] != '\0' ? _ (sentence) : ""; *c != '\0'; c++)
    {
      if (c[0] == '%' && (c[1] == '1' || c[1] == '2'))
        {
          const char *argument = arguments[c[1] - '1'];

          g_string_append (text, argument != NULL ? argument : "");
          c++;
        }
      else
        g_string_append_c (text, *c);
    }
  return g_string_free (text, FALSE);
}

char *
cog_finding_dup_sentence (const CogFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return cog_finding_fill_sentence (finding->kind->sentence, finding->arguments[0],
                                    finding->arguments[1]);
}

char *
cog_report_dup_page (guint page)
{
  return g_strdup_printf ("page %u", page);
}

guint
cog_report_parse_page (const char *place)
{
  guint64 page = 0;

  if (place == NULL || !g_str_has_prefix (place, "page ") ||
      !g_ascii_string_to_unsigned (place + strlen ("page "), 10, 1, G_MAXINT, &page, NULL))
    return 0;
  return (guint)page;
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

static void
add (CogReport *report,
     const CogFindingKind *kind,
     const char *place,
     const char *argument1,
     const char *argument2,
     guint count)
{
  g_autofree char *key =
      g_strdup_printf ("%s\x1f%s\x1f%s", kind->id, argument1 != NULL ? argument1 : "",
                       argument2 != NULL ? argument2 : "");
  CogFinding *finding = g_hash_table_lookup (report->index, key);

  if (finding != NULL)
    {
      finding->count += count;
      return;
    }
  if (report->findings->len >= MAX_FINDINGS)
    return;
  finding = g_new0 (CogFinding, 1);
  finding->kind = kind;
  finding->place = g_strdup (place != NULL ? place : "");
  finding->arguments[0] = g_strdup (argument1);
  finding->arguments[1] = g_strdup (argument2);
  finding->count = count;
  g_ptr_array_add (report->findings, finding);
  g_hash_table_insert (report->index, g_steal_pointer (&key), finding);
}

void
cog_report_add (CogReport *report,
                const CogFindingKind *kind,
                const char *place,
                const char *argument1,
                const char *argument2)
{
  g_return_if_fail (kind != NULL);

  if (report != NULL)
    add (report, kind, place, argument1, argument2, 1);
}

void
cog_report_join (CogReport *report, CogReport *other)
{
  g_return_if_fail (other != NULL);

  for (guint i = 0; report != NULL && i < other->findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (other->findings, i);

      add (report, finding->kind, finding->place, finding->arguments[0], finding->arguments[1],
           finding->count);
    }
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
