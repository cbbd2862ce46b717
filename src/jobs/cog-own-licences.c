/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-own-licences.h"

static void
set_own (CogCredit *credit, const CogLicence *own)
{
  g_free (credit->own_licence);
  credit->own_licence = g_strdup (own->id);
}

static void
mark_all_of (GPtrArray *credits, const CogCredit *work, const CogLicence *own)
{
  for (guint i = 0; i < credits->len; i++)
    if (cog_credit_is_same_work (g_ptr_array_index (credits, i), work))
      set_own (g_ptr_array_index (credits, i), own);
}

/* Where passages of one source stand in several texts, the first decides what is said of it. */
static void
mark_text (CogBook *book, const CogComponent *text, const CogLicence *own)
{
  for (guint i = 0; i < text->sources->len; i++)
    {
      const CogCredit *work = g_ptr_array_index (text->sources, i);

      mark_all_of (book->sources, work, own);
      mark_all_of (book->credits, work, own);
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
cog_own_licences_mark_with (CogBook *book, GPtrArray *components, const CogEvaluation *evaluation)
{
  const char *edition;

  g_return_if_fail (book != NULL && components != NULL && evaluation != NULL);

  edition = book->credit->licence;
  for (guint i = 0; edition != NULL && i < components->len; i++)
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

void
cog_own_licences_mark (CogBook *book, CogProject *project)
{
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogEvaluation) evaluation = NULL;

  g_return_if_fail (book != NULL && COG_IS_PROJECT (project));

  if (book->credit->licence != NULL)
    components = cog_project_list_components (project, NULL);
  if (components == NULL)
    return;
  evaluation = cog_evaluation_new (components);
  cog_own_licences_mark_with (book, components, evaluation);
}
