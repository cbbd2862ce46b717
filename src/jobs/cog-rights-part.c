/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-part.h"

#include "cog-error.h"
#include "cog-guide.h"
#include "cog-licence-label.h"
#include "cog-project-figures.h"
#include "cog-project-structure.h"
#include "cog-rights-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogRightsPart
{
  GObject parent_instance;
  CogRightsPartData data;
};

G_DEFINE_FINAL_TYPE (CogRightsPart, cog_rights_part, G_TYPE_OBJECT)

static void
cog_rights_part_finalize (GObject *object)
{
  CogRightsPartData *data = &COG_RIGHTS_PART (object)->data;

  g_free (data->id);
  g_free (data->title);
  g_free (data->origin);
  g_free (data->licence);
  g_free (data->binds);
  g_free (data->problem);
  g_free (data->unit);
  g_free (data->picture);
  g_clear_pointer (&data->credit, cog_credit_free);
  G_OBJECT_CLASS (cog_rights_part_parent_class)->finalize (object);
}

static void
cog_rights_part_class_init (CogRightsPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_rights_part_finalize;
}

static void
cog_rights_part_init (CogRightsPart *self)
{
}

const CogRightsPartData *
cog_rights_part_get (CogRightsPart *self)
{
  g_return_val_if_fail (COG_IS_RIGHTS_PART (self), NULL);
  return &self->data;
}

static const char *
get_use_words (CogUse use)
{
  switch (use)
    {
    case COG_USE_UNMODIFIED:
      return _ ("unchanged");
    case COG_USE_TRANSLATED:
      return _ ("translated");
    case COG_USE_ADAPTED:
      return _ ("adapted");
    case COG_USE_REFERENCE:
      return _ ("linked");
    }
  return "";
}

/* Names are isolated: they may be written in another direction than the words around them. */
static char *
dup_origin (const CogComponent *component, const CogCredit *credit)
{
  g_autofree char *names = credit != NULL ? cog_credit_dup_names (credit, COG_ROLE_AUTHOR) : NULL;
  const char *who = names != NULL                                   ? names
                    : credit != NULL && credit->title != NULL       ? credit->title
                    : credit != NULL && credit->source_name != NULL ? credit->source_name
                                                                    : NULL;

  if (who == NULL)
    return g_strdup (get_use_words (component->use));
  /* Translators: whose a piece is, and what was done with it: "Ines Kowalska · unchanged". */
  return g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 · %s"), who,
                          get_use_words (component->use));
}

static void
add_demand (GHashTable *demands, const char *key, const char *demand)
{
  const char *before = g_hash_table_lookup (demands, key);

  if (before != NULL && strstr (before, demand) != NULL)
    return;
  g_hash_table_insert (demands, g_strdup (key),
                       before != NULL ? g_strdup_printf ("%s\n%s", before, demand)
                                      : g_strdup (demand));
}

/* That credit is given goes for every piece: it is said of a text that demands nothing else, and to
 * whom. (nullable) */
static char *
dup_credit_demand (const CogComponent *component, const CogCredit *credit)
{
  const CogLicence *licence =
      credit != NULL && credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  g_autofree char *names = NULL;

  if (component->kind != COG_COMPONENT_TEXT || licence == NULL || !cog_licence_is_open (licence) ||
      licence->klass == COG_CLASS_PD)
    return NULL;
  names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);
  if (names == NULL)
    return g_strdup (_ ("Credit is given"));
  /* Translators: what a source demands; %s is one or several authors. */
  return g_strdup_printf (_ ("Credit for %s"), names);
}

static const CogComponent *
find_component (GPtrArray *components, const char *id)
{
  for (guint i = 0; id != NULL && i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      if (g_str_equal (component->id, id))
        return component;
    }
  return NULL;
}

/* Key → what such a piece demands, a line each: whatever closes a licence. findings: (out): key →
 * id of the first finding. */
static GHashTable *
list_demands (GPtrArray *components, const CogEvaluation *evaluation, GHashTable *findings)
{
  GHashTable *demands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      for (guint k = 0; option->verdict == COG_VERDICT_FORBIDDEN && k < option->reasons->len; k++)
        {
          const CogRightsFinding *finding = g_ptr_array_index (option->reasons, k);
          const CogComponent *component = find_component (components, finding->component);
          g_autofree char *key = component != NULL ? cog_rights_group_dup_key (component) : NULL;
          g_autofree char *demand =
              component != NULL && !g_str_equal (finding->id, "drops-attribution")
                  ? cog_rights_finding_dup_demand (finding)
                  : NULL;

          if (demand == NULL)
            continue;
          add_demand (demands, key, demand);
          if (!g_hash_table_contains (findings, key))
            g_hash_table_insert (findings, g_strdup (key), (gpointer)finding->id);
        }
    }
  return demands;
}

/* Of this piece alone: each of many with the same problem has its own mark. */
static void
find_problem (CogRightsPartData *data, const CogComponent *component)
{
  g_autoptr (GPtrArray) problems = cog_evaluation_list_problems_of (component);

  for (guint i = 0; i < problems->len; i++)
    {
      const CogRightsFinding *problem = g_ptr_array_index (problems, i);
      gboolean is_error = problem->verdict == COG_VERDICT_FORBIDDEN;

      if (data->problem != NULL && (data->is_error || !is_error))
        continue;
      g_free (data->problem);
      data->problem = cog_rights_finding_dup_reason (problem);
      data->is_error = is_error;
      data->ways = cog_guide_list_ways_out (problem->id);
    }
}

/* Text into which another source was mixed: both bind. */
static char *
dup_licences (const CogComponent *component)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < component->sources->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (component->sources, i);
      g_autofree char *name = credit->licence != NULL ? cog_licence_dup_label (credit->licence)
                                                      : g_strdup (_ ("Unknown"));

      g_string_append_printf (names, "%s%s", i > 0 ? " + " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* demand: (nullable). finding: what causes the demand (nullable) */
static CogRightsPart *
part_new (const CogComponent *component, const char *demand, const char *finding)
{
  CogRightsPart *self = g_object_new (COG_TYPE_RIGHTS_PART, NULL);
  const CogCredit *credit =
      component->sources->len == 1 ? g_ptr_array_index (component->sources, 0) : NULL;
  const char *licence = credit != NULL ? credit->licence : NULL;
  CogRightsPartData *data = &self->data;

  data->id = g_strdup (component->id);
  data->title = g_strdup (component->label);
  data->unit = g_strdup (component->unit);
  data->picture = g_strdup (component->picture);
  data->origin = dup_origin (component, credit);
  data->is_unknown = credit != NULL && licence == NULL;
  data->licence = licence != NULL ? cog_licence_dup_label (licence)
                                  : g_strdup (credit != NULL ? _ ("Unknown") : _ ("Your own"));
  data->kind = component->kind;
  data->is_text = component->kind == COG_COMPONENT_TEXT;
  data->is_changed = component->kind == COG_COMPONENT_FIGURE &&
                     component->use != COG_USE_UNMODIFIED && component->picture != NULL;
  data->credit = credit != NULL ? cog_credit_copy (credit) : NULL;
  if (component->sources->len > 1)
    {
      g_free (data->licence);
      data->licence = dup_licences (component);
    }
  data->ways = cog_guide_list_ways_out (finding != NULL ? finding : "");
  find_problem (data, component);
  if (data->is_unknown && !data->is_error)
    {
      g_free (data->licence);
      data->licence = g_strdup (_ ("As the book"));
    }
  data->is_closing = demand != NULL && !data->is_text;
  if (data->problem == NULL)
    data->binds = demand != NULL ? g_strdup (demand) : dup_credit_demand (component, credit);
  return self;
}

/* In a collection each text goes on under a licence of its own. (nullable) */
static char *
dup_own_demand (const CogComponent *component, const CogEvaluation *evaluation)
{
  const CogLicence *edition;
  const CogLicence *own;

  if (!evaluation->is_collection || component->kind != COG_COMPONENT_TEXT)
    return NULL;
  edition = cog_evaluation_get_proposal (evaluation);
  own = edition != NULL ? cog_evaluation_get_licence_of (evaluation, component, edition->id) : NULL;
  if (own == NULL || own == edition)
    return NULL;
  /* Translators: %s is a licence: CC BY-SA 4.0. */
  return g_strdup_printf (_ ("This text goes on under %s"), own->name);
}

static int
get_rank (const CogRightsPartData *data)
{
  if (data->problem != NULL)
    return data->is_error ? 0 : 2;
  return data->binds != NULL ? 1 : 3;
}

static gboolean
has_part (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (((CogRightsPart *)g_ptr_array_index (parts, i))->data.id, id))
      return TRUE;
  return FALSE;
}

/* The source itself, where all its text stands among another's: its credit is looked at here. */
static void
add_sources_of (GPtrArray *parts, GPtrArray *components, const CogComponent *mixed)
{
  g_auto (GStrv) ids = g_strsplit (mixed->id, "+", -1);

  for (guint i = 0; ids[i] != NULL && i < mixed->sources->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (mixed->sources, i);
      g_autoptr (CogComponent) alone = NULL;

      if (find_component (components, ids[i]) != NULL || has_part (parts, ids[i]))
        continue;
      alone = cog_component_new (ids[i], COG_COMPONENT_TEXT, mixed->use);
      /* Translators: %s is the title of a book. */
      alone->label =
          g_strdup_printf (_ ("Text of “%s”"), credit->title != NULL ? credit->title : ids[i]);
      alone->unit = g_strdup (mixed->unit);
      g_ptr_array_add (alone->sources, cog_credit_copy (credit));
      g_ptr_array_add (parts, part_new (alone, NULL, NULL));
    }
}

GPtrArray *
cog_rights_part_list (GPtrArray *components, const CogEvaluation *evaluation)
{
  g_autoptr (GHashTable) findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) demands = list_demands (components, evaluation, findings);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (components != NULL, sorted);

  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      g_autofree char *key = cog_rights_group_dup_key (component);
      g_autofree char *own = dup_own_demand (component, evaluation);

      if (component->kind == COG_COMPONENT_TEXT && component->sources->len > 1)
        add_sources_of (parts, components, component);
      g_ptr_array_add (parts,
                       part_new (component, own != NULL ? own : g_hash_table_lookup (demands, key),
                                 g_hash_table_lookup (findings, key)));
    }
  /* Four passes keep the order of the book within each rank. */
  for (int rank = 0; rank <= 3; rank++)
    for (guint i = 0; i < parts->len; i++)
      {
        CogRightsPart *part = g_ptr_array_index (parts, i);

        if (get_rank (&part->data) == rank)
          g_ptr_array_add (sorted, g_object_ref (part));
      }
  return sorted;
}

gboolean
cog_rights_part_leave_out (CogRightsPart *self, CogProject *project, GError **error)
{
  static const CogBlockKind blocks[] = {
    COG_BLOCK_NEAREST, COG_BLOCK_FIGURE,  COG_BLOCK_TABLE,
    COG_BLOCK_QUOTE,   COG_BLOCK_NEAREST, COG_BLOCK_EXERCISE,
  };
  const CogRightsPartData *data;

  g_return_val_if_fail (COG_IS_RIGHTS_PART (self) && COG_IS_PROJECT (project), FALSE);

  data = &self->data;
  if (data->is_text || data->unit == NULL)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED,
                           _ ("Nothing in it says anything that could be left out."));
      return FALSE;
    }
  return cog_project_omit_block (project, data->unit, blocks[data->kind], TRUE, NULL, error);
}

gboolean
cog_rights_part_put_back (CogRightsPart *self, CogProject *project, GError **error)
{
  g_autoptr (CogProjectFigure) figure = NULL;

  g_return_val_if_fail (COG_IS_RIGHTS_PART (self) && COG_IS_PROJECT (project), FALSE);

  if (!self->data.is_changed)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_REFUSED,
                           _ ("It stands as the source has it."));
      return FALSE;
    }
  figure = cog_project_dup_figure (project, self->data.id, error);
  return figure != NULL && cog_project_restore_picture (project, figure->image, error);
}
