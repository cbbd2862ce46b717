/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-record.h"

#include "cog-xml.h"

#include <string.h>

/* "SOURCE.TARGET.state.decision.REASON.NOTE": texts by eight digits of their SHA-256, "-" for none.
 */
enum
{
  SOURCE,
  TARGET,
  STATE,
  DECISION,
  REASON,
  NOTE,
  N_PARTS,
};

static void
append_hash (GString *record, const char *text)
{
  g_autofree char *folded = text != NULL ? cog_xml_fold_space (text) : NULL;
  g_autofree char *sum = NULL;

  if (folded == NULL || folded[0] == '\0')
    {
      g_string_append_c (record, '-');
      return;
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
  g_string_append_len (record, sum, 8);
}

static void
append_text (GString *record, const CogText *text)
{
  g_autofree char *xhtml = text != NULL ? cog_text_to_xhtml (text) : NULL;

  append_hash (record, xhtml);
}

char *
cog_exchange_record_dup (const CogExchangeUnit *unit)
{
  GString *record = g_string_new (NULL);

  g_return_val_if_fail (unit != NULL, NULL);

  append_text (record, unit->source);
  g_string_append_c (record, '.');
  append_text (record, unit->target);
  g_string_append_printf (record, ".%s.%s.", cog_state_to_nick (unit->state),
                          cog_decision_to_nick (unit->decision));
  append_hash (record, unit->reason);
  g_string_append_c (record, '.');
  append_hash (record, unit->note);
  return g_string_free (record, FALSE);
}

static gboolean
has_same (const char *a, const char *b, guint from, guint to)
{
  g_auto (GStrv) first = g_strsplit (a, ".", -1);
  g_auto (GStrv) second = g_strsplit (b, ".", -1);

  if (g_strv_length (first) != N_PARTS || g_strv_length (second) != N_PARTS)
    return FALSE;
  for (guint i = from; i <= to; i++)
    if (!g_str_equal (first[i], second[i]))
      return FALSE;
  return TRUE;
}

gboolean
cog_exchange_record_same_source (const char *a, const char *b)
{
  return has_same (a, b, SOURCE, SOURCE);
}

gboolean
cog_exchange_record_same_target (const char *a, const char *b)
{
  return has_same (a, b, TARGET, TARGET);
}

gboolean
cog_exchange_record_same_work (const char *a, const char *b)
{
  return has_same (a, b, TARGET, REASON);
}

gboolean
cog_exchange_record_same_note (const char *a, const char *b)
{
  return has_same (a, b, NOTE, NOTE);
}

static gboolean
is_hash (const char *part)
{
  return g_str_equal (part, "-") || (strlen (part) == 8 && strspn (part, "0123456789abcdef") == 8);
}

gboolean
cog_exchange_record_is_valid (const char *record)
{
  g_auto (GStrv) parts = NULL;
  CogState state;
  CogDecision decision;

  if (record == NULL)
    return FALSE;
  parts = g_strsplit (record, ".", N_PARTS + 1);
  return g_strv_length (parts) == N_PARTS && is_hash (parts[SOURCE]) && is_hash (parts[TARGET]) &&
         cog_state_from_nick (parts[STATE], &state) &&
         cog_decision_from_nick (parts[DECISION], &decision) && is_hash (parts[REASON]) &&
         is_hash (parts[NOTE]);
}
