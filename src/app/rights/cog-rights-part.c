/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-part.h"

#include <glib/gi18n-lib.h>

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
add_finding (GHashTable *sentences, const CogRightsFinding *finding)
{
  if (finding->component != NULL && !g_hash_table_contains (sentences, finding->component))
    g_hash_table_insert (sentences, finding->component, (gpointer)finding);
}

/* Component id → the finding that it causes. Borrowed from the evaluation. */
static GHashTable *
list_causes (const CogEvaluation *evaluation)
{
  GHashTable *causes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      for (guint k = 0; option->verdict == COG_VERDICT_FORBIDDEN && k < option->reasons->len; k++)
        add_finding (causes, g_ptr_array_index (option->reasons, k));
    }
  return causes;
}

static GHashTable *
list_problems (const CogEvaluation *evaluation)
{
  GHashTable *problems = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evaluation->problems->len; i++)
    add_finding (problems, g_ptr_array_index (evaluation->problems, i));
  return problems;
}

static CogRightsPart *
part_new (const CogComponent *component,
          const CogRightsFinding *cause,
          const CogRightsFinding *problem)
{
  CogRightsPart *self = g_object_new (COG_TYPE_RIGHTS_PART, NULL);
  const CogCredit *credit =
      component->sources->len > 0 ? g_ptr_array_index (component->sources, 0) : NULL;
  const char *licence = credit != NULL ? credit->licence : NULL;
  CogRightsPartData *data = &self->data;

  data->id = g_strdup (component->id);
  data->title = g_strdup (component->label);
  data->origin = dup_origin (component, credit);
  data->is_unknown = credit != NULL && licence == NULL;
  data->licence = licence != NULL ? cog_licence_dup_expression_name (licence)
                                  : g_strdup (credit != NULL ? _ ("Unknown") : _ ("Your own"));
  if (problem != NULL)
    {
      data->problem = cog_rights_finding_dup_sentence (problem);
      data->is_error = problem->verdict == COG_VERDICT_FORBIDDEN;
    }
  else if (cause != NULL)
    data->binds = cog_rights_finding_dup_sentence (cause);
  return self;
}

static int
get_rank (const CogRightsPartData *data)
{
  if (data->problem != NULL)
    return data->is_error ? 0 : 1;
  return data->binds != NULL ? 2 : 3;
}

GPtrArray *
cog_rights_part_list (GPtrArray *components, const CogEvaluation *evaluation)
{
  g_autoptr (GHashTable) causes = list_causes (evaluation);
  g_autoptr (GHashTable) problems = list_problems (evaluation);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (components != NULL, sorted);

  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      g_ptr_array_add (parts, part_new (component, g_hash_table_lookup (causes, component->id),
                                        g_hash_table_lookup (problems, component->id)));
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
