/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-repeats.h"

#include "cog-open-units.h"
#include "cog-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CogUnitIndex *index;
  const CogUnit *one;
  const CogText *text; /* of its source */
  GPtrArray *ids;
} Search;

/* The index knows the words; whether the markup is the same, and what was decided, the project. */
static gboolean
is_repeat (const Search *search, const CogIndexedUnit *indexed)
{
  g_autoptr (CogUnit) other = NULL;

  if (indexed->target != NULL || g_strcmp0 (indexed->source, search->text->plain) != 0 ||
      g_str_equal (indexed->id, search->one->id))
    return FALSE;
  other = cog_project_dup_unit (cog_unit_index_get_project (search->index), indexed->id, NULL);
  return other != NULL && cog_open_units_is_open (other) &&
         g_str_equal (other->source, search->one->source);
}

static gboolean
search_section (Search *search, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = cog_unit_index_dup_units (search->index, section, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogIndexedUnit *unit = g_ptr_array_index (units, i);

      if (is_repeat (search, unit))
        g_ptr_array_add (search->ids, g_strdup (unit->id));
    }
  return units != NULL;
}

static gboolean
search_book (Search *search, GCancellable *cancellable, GError **error)
{
  CogProject *project = cog_unit_index_get_project (search->index);
  g_autoptr (GPtrArray) infos = cog_project_list_sections (project);
  g_autoptr (GHashTable) wanted = cog_open_units_list_sections (project, NULL);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (g_hash_table_contains (wanted, info->id) && !search_section (search, info->id, error)))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
cog_repeats_find (CogUnitIndex *index, const char *unit, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogUnit) one = NULL;
  g_autoptr (CogText) text = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Search search;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index) && unit != NULL, NULL);

  one = cog_project_dup_unit (cog_unit_index_get_project (index), unit, error);
  if (one == NULL)
    return NULL;
  text = cog_open_units_is_translated (one) ? cog_text_new_from_xhtml (one->source, NULL) : NULL;
  search = (Search){ index, one, text, ids };
  if (text != NULL && !search_book (&search, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

gboolean
cog_repeats_fill (CogUnitIndex *index, const char *unit, guint *n_filled, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (CogUnitEdit));
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (CogUnit) one = NULL;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index) && unit != NULL && n_filled != NULL, FALSE);

  one = cog_project_dup_unit (cog_unit_index_get_project (index), unit, error);
  ids = one != NULL ? cog_repeats_find (index, unit, NULL, error) : NULL;
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      CogUnitEdit edit = { .unit = g_ptr_array_index (ids, i),
                           .set = COG_UNIT_SET_TARGET | COG_UNIT_SET_DECISION,
                           .target = one->target,
                           .decision = one->decision };

      g_array_append_val (edits, edit);
    }
  if (edits->len > 0 && !cog_project_edit (cog_unit_index_get_project (index),
                                           (const CogUnitEdit *)(gpointer)edits->data, edits->len,
                                           /* Translators: a step of the history: the same passage
                                            * stands in several places of the book. */
                                           _ ("Filled in repeated passages"), error))
    return FALSE;
  *n_filled = edits->len;
  return TRUE;
}
