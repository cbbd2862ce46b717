/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-clearance.h"

#include "cog-evaluation.h"
#include "cog-piece-licence.h"

/* No two pieces get into each other's way once each of them fits alone: what mixing forbids is
 * never allowed alone (CogCompatibility sharpens only what is discouraged). So the smallest set is
 * that of the pieces that do not fit, and no search is needed; the laws' test holds this down. */

void
cog_clearance_free (CogClearance *clearance)
{
  if (clearance == NULL)
    return;
  g_ptr_array_unref (clearance->pieces);
  g_free (clearance);
}

static gboolean
is_adapted_text (const CogComponent *component)
{
  return component->kind == COG_COMPONENT_TEXT && component->use != COG_USE_UNMODIFIED &&
         component->use != COG_USE_REFERENCE;
}

/* In an edition that is one work, or as a piece with a licence of its own beside the others. */
static gboolean
fits (const CogComponent *component, const CogLicence *licence, gboolean is_collection)
{
  g_autoptr (GPtrArray) alone = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (cog_evaluation_check_piece (component, licence) == COG_VERDICT_ALLOWED)
    return TRUE;
  if (!is_collection || !is_adapted_text (component))
    return FALSE;
  alone = g_ptr_array_new ();
  g_ptr_array_add (alone, (gpointer)component);
  groups = cog_rights_group_list (alone);
  return groups->len > 0 &&
         cog_piece_licence_choose (g_ptr_array_index (groups, 0), licence) != NULL;
}

static GPtrArray *
list_misfits (GPtrArray *components, const CogLicence *licence, gboolean is_collection)
{
  GPtrArray *misfits = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < components->len; i++)
    {
      CogComponent *component = g_ptr_array_index (components, i);
      g_autofree char *key = NULL;
      gpointer answer;

      if (component->use == COG_USE_REFERENCE)
        continue;
      key = cog_rights_group_dup_key (component);
      if (!g_hash_table_lookup_extended (known, key, NULL, &answer))
        {
          answer = GINT_TO_POINTER (fits (component, licence, is_collection));
          g_hash_table_insert (known, g_steal_pointer (&key), answer);
        }
      if (!GPOINTER_TO_INT (answer))
        g_ptr_array_add (misfits, component);
    }
  return misfits;
}

static guint
get_work (GPtrArray *pieces)
{
  guint work = 0;

  for (guint i = 0; i < pieces->len; i++)
    work += MAX (((const CogComponent *)g_ptr_array_index (pieces, i))->n_units, 1);
  return work;
}

static gboolean
helps (GPtrArray *components, GPtrArray *pieces, const CogLicence *licence)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (CogEvaluation) evaluation = NULL;

  for (guint i = 0; i < components->len; i++)
    if (!g_ptr_array_find (pieces, g_ptr_array_index (components, i), NULL))
      g_ptr_array_add (rest, g_ptr_array_index (components, i));
  evaluation = cog_evaluation_new (rest);
  return cog_evaluation_find (evaluation, licence->id)->verdict == COG_VERDICT_ALLOWED;
}

static void
look_at_texts (CogClearance *self, GPtrArray *components)
{
  guint n_texts = 0, n_gone = 0;

  for (guint i = 0; i < components->len; i++)
    n_texts += is_adapted_text (g_ptr_array_index (components, i));
  for (guint i = 0; i < self->pieces->len; i++)
    n_gone += is_adapted_text (g_ptr_array_index (self->pieces, i));
  self->has_text = n_gone > 0;
  self->has_all_text = n_gone > 0 && n_gone == n_texts;
}

CogClearance *
cog_clearance_new (GPtrArray *components, const char *licence)
{
  const CogLicence *wanted = licence != NULL ? cog_licence_lookup (licence) : NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GPtrArray) beside = NULL;
  CogClearance *self;

  g_return_val_if_fail (components != NULL, NULL);

  if (wanted == NULL || wanted->is_no_target || wanted->is_unversioned)
    return NULL;
  whole = list_misfits (components, wanted, FALSE);
  beside = list_misfits (components, wanted, TRUE);
  self = g_new0 (CogClearance, 1);
  /* Side by side less is in the way, as long as nothing else is possible. */
  self->pieces = get_work (beside) < get_work (whole) && helps (components, beside, wanted)
                     ? g_steal_pointer (&beside)
                     : g_steal_pointer (&whole);
  look_at_texts (self, components);
  return self;
}
