/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-received-findings.h"

#include "cog-packet.h"

#include <string.h>

#define MAX_KINDS 1000    /* of all helpers in the life of the program */
#define MAX_FINDINGS 2000 /* as many as a report keeps (cog-report.c) */
#define MAX_SENTENCE 2000 /* bytes */

typedef struct
{
  char *id, *sentence, *place, *arguments[2];
  guint32 severity, effect, count;
  gboolean is_loss;
} Received;

static void
received_clear (Received *received)
{
  g_free (received->id);
  g_free (received->sentence);
  g_free (received->place);
  g_free (received->arguments[0]);
  g_free (received->arguments[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Received, received_clear)

static void
read_one (CogUnpack *unpack, Received *received)
{
  received->id = cog_unpack_dup_needed (unpack);
  received->severity = cog_unpack_limited (unpack, COG_SEVERITY_ERROR);
  received->is_loss = cog_unpack_boolean (unpack);
  received->effect = cog_unpack_limited (unpack, COG_EFFECT_UNSURE);
  received->sentence = cog_unpack_dup_needed (unpack);
  received->place = cog_unpack_dup_needed (unpack);
  received->arguments[0] = cog_unpack_dup_text (unpack);
  received->arguments[1] = cog_unpack_dup_text (unpack);
  received->count = cog_unpack_number (unpack);
}

static gboolean
is_kind_id (const char *id)
{
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
      return FALSE;
  return id[0] != '\0' && strlen (id) < 64;
}

static gboolean
is_good (const Received *received)
{
  return is_kind_id (received->id) && strlen (received->sentence) <= MAX_SENTENCE &&
         received->count > 0;
}

static CogUnpack
begin (GBytes *bytes)
{
  CogUnpack unpack = { NULL };

  unpack.data = g_bytes_get_data (bytes, &unpack.size);
  return unpack;
}

gboolean
cog_received_findings_check (GBytes *bytes)
{
  CogUnpack unpack = begin (bytes);
  guint32 n = cog_unpack_limited (&unpack, MAX_FINDINGS);

  for (guint32 i = 0; i < n && !unpack.is_bad; i++)
    {
      g_auto (Received) received = { NULL };

      read_one (&unpack, &received);
      if (!is_good (&received))
        return FALSE;
    }
  return cog_unpack_is_done (&unpack);
}

/* (nullable): one too many */
static const CogFindingKind *
intern (const Received *received)
{
  static GMutex lock;
  static GHashTable *kinds;
  CogFindingKind *kind;

  g_mutex_lock (&lock);
  if (kinds == NULL)
    kinds = g_hash_table_new (g_str_hash, g_str_equal);
  kind = g_hash_table_lookup (kinds, received->id);
  if (kind == NULL && g_hash_table_size (kinds) < MAX_KINDS)
    {
      kind = g_new0 (CogFindingKind, 1);
      kind->id = g_strdup (received->id);
      kind->severity = (CogSeverity)received->severity;
      kind->is_loss = received->is_loss;
      kind->effect = (CogEffect)received->effect;
      kind->sentence = g_strdup (received->sentence);
      g_hash_table_insert (kinds, (gpointer)kind->id, kind);
    }
  g_mutex_unlock (&lock);
  return kind;
}

static CogFinding *
find (GPtrArray *findings, const CogFindingKind *kind, const Received *received)
{
  for (guint i = 0; i < findings->len; i++)
    {
      CogFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->kind->id, kind->id) &&
          g_strcmp0 (finding->arguments[0], received->arguments[0]) == 0 &&
          g_strcmp0 (finding->arguments[1], received->arguments[1]) == 0)
        return finding;
    }
  return NULL;
}

static void
add_one (CogReport *report, const Received *received)
{
  GPtrArray *findings = cog_report_get_findings (report);
  guint n_before = findings->len;
  const CogFindingKind *kind = intern (received);
  CogFinding *finding;

  if (kind == NULL)
    return;
  cog_report_add (report, kind, received->place, received->arguments[0], received->arguments[1]);
  finding = findings->len > n_before ? g_ptr_array_index (findings, n_before)
                                     : find (findings, kind, received);
  if (finding != NULL)
    finding->count += MIN (received->count - 1, G_MAXINT - MIN (finding->count, G_MAXINT));
}

void
cog_received_findings_add (GBytes *bytes, CogReport *report)
{
  CogUnpack unpack = begin (bytes);
  guint32 n = cog_unpack_limited (&unpack, MAX_FINDINGS);

  for (guint32 i = 0; i < n && !unpack.is_bad; i++)
    {
      g_auto (Received) received = { NULL };

      read_one (&unpack, &received);
      add_one (report, &received);
    }
}
