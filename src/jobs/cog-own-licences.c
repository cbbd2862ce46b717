/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-own-licences.h"

#include "cog-evaluation.h"

static void
set_own (CogCredit *credit, const CogLicence *own)
{
  g_free (credit->own_licence);
  credit->own_licence = g_strdup (own->id);
}

/* Of an item, or of a source at a chapter, but for where it stands. */
static gboolean
is_of (const CogCredit *credit, const char *json)
{
  g_autoptr (CogCredit) bare = cog_credit_copy (credit);
  g_autofree char *own = NULL;

  g_clear_pointer (&bare->item, g_free);
  own = cog_credit_to_json (bare);
  return g_str_equal (own, json);
}

static void
mark_all_of (GPtrArray *credits, const char *json, const CogLicence *own)
{
  for (guint i = 0; i < credits->len; i++)
    if (is_of (g_ptr_array_index (credits, i), json))
      set_own (g_ptr_array_index (credits, i), own);
}

/* Where passages of one source stand in several texts, the first decides what is said of it. */
static void
mark_text (CogBook *book, const CogComponent *text, const CogLicence *own)
{
  for (guint i = 0; i < text->sources->len; i++)
    {
      g_autofree char *json = cog_credit_to_json (g_ptr_array_index (text->sources, i));

      mark_all_of (book->sources, json, own);
      mark_all_of (book->credits, json, own);
    }
}

static void
mark_item (CogBook *book, const CogComponent *item, const CogLicence *own)
{
  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_strcmp0 (credit->item, item->id) == 0)
        set_own (credit, own);
    }
}

void
cog_own_licences_mark (CogBook *book, CogProject *project)
{
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogEvaluation) evaluation = NULL;
  const char *edition;

  g_return_if_fail (book != NULL && COG_IS_PROJECT (project));

  edition = book->credit->licence;
  components = edition != NULL ? cog_project_list_components (project, NULL) : NULL;
  if (components == NULL)
    return;
  evaluation = cog_evaluation_new (components);
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogLicence *own = cog_evaluation_get_licence_of (evaluation, component, edition);
      gboolean is_text = component->kind == COG_COMPONENT_TEXT;

      if (own == NULL || (is_text && g_str_equal (own->id, edition)))
        continue;
      if (is_text)
        mark_text (book, component, own);
      else
        mark_item (book, component, own);
    }
}
