/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-chain.h"

#include "cog-compatibility.h"

/* Works made from works made from works…: a file may say so without end. */
#define MAX_DEPTH 16

static gboolean
is_passed_on (const char *expression, const CogLicence *last)
{
  const CogLicence *licence = cog_licence_lookup (expression);
  const char *const sources[] = { expression, NULL };

  if (licence == NULL || last == NULL || g_strcmp0 (licence->version, "4.0") != 0 ||
      (licence->klass != COG_CLASS_BY_SA && licence->klass != COG_CLASS_BY_NC_SA))
    return FALSE;
  return cog_compatibility_check (COG_WORK_ADAPTATION, last, sources, NULL) == COG_VERDICT_ALLOWED;
}

static void
add_upstream (
    GPtrArray *list, const CogCredit *credit, const CogLicence *last, gboolean *unknown, int depth)
{
  for (guint i = 0; depth < MAX_DEPTH && i < credit->upstream->len; i++)
    {
      const CogCredit *upstream = g_ptr_array_index (credit->upstream, i);

      if (upstream->licence == NULL)
        *unknown = TRUE;
      else if (!is_passed_on (upstream->licence, last))
        g_ptr_array_add (list, upstream->licence);
      add_upstream (list, upstream, last, unknown, depth + 1);
    }
}

GPtrArray *
cog_chain_list_licences (const CogCredit *credit, gboolean *has_unknown)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (credit != NULL && has_unknown != NULL, list);

  *has_unknown = FALSE;
  add_upstream (list, credit, credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL,
                has_unknown, 0);
  return list;
}
