/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-clearance.h"

#include "cog-clearance.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 30 /* pieces of one licence: more are for the list of the page */

void
cog_rights_clearance_free (CogRightsClearance *clearance)
{
  if (clearance == NULL)
    return;
  g_free (clearance->words);
  g_ptr_array_unref (clearance->ids);
  g_ptr_array_unref (clearance->labels);
  g_free (clearance);
}

static CogRightsClearance *
rights_clearance_new (const CogLicence *licence, const CogClearance *clearance)
{
  CogRightsClearance *self = g_new0 (CogRightsClearance, 1);
  guint n = clearance->pieces->len;

  self->licence = licence;
  self->n_pieces = n;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->words =
      /* Translators: what somebody would have to do to use another licence. */
      g_strdup_printf (
          ngettext ("Replace or leave out %'u piece", "Replace or leave out %'u pieces", n), n);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    {
      const CogComponent *piece = g_ptr_array_index (clearance->pieces, i);

      g_ptr_array_add (self->ids, g_strdup (piece->id));
      g_ptr_array_add (self->labels, g_strdup (piece->label != NULL ? piece->label : piece->id));
    }
  return self;
}

GPtrArray *
cog_rights_clearance_list (const CogEvaluation *evaluation, GPtrArray *components)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_rights_clearance_free);

  g_return_val_if_fail (evaluation != NULL && components != NULL, list);

  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);
      g_autoptr (CogClearance) clearance = NULL;

      if (!option->licence->is_offered || option->verdict == COG_VERDICT_ALLOWED)
        continue;
      clearance = cog_clearance_new (components, option->licence->id);
      if (clearance != NULL && clearance->pieces->len > 0 && !clearance->has_all_text)
        g_ptr_array_add (list, rights_clearance_new (option->licence, clearance));
    }
  return list;
}
