/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-obligation.h"

#include "cog-expression.h"
#include "cog-licence.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ASK_CREDIT,
  ASK_LICENCE_LINK,
  ASK_CHANGES,
  ASK_NOTICES,
  ASK_SAME_LICENCE,
  ASK_NO_COMMERCE,
  ASK_UNCHANGED,
  ASK_NO_LOCKS,
  N_ASKS,
} Ask;

static const struct
{
  const char *id;
  const char *sentence;
} asks[N_ASKS] = {
  { "attribution", N_ ("Name the title, the authors and the source of what you use.") },
  { "licence-link", N_ ("Name the licence and link to it.") },
  { "changes", N_ ("Say that and how you changed the material.") },
  { "notices", N_ ("Keep copyright notices and the publisher’s notices.") },
  { "share-alike", N_ ("Publish what you make from it under the same or a compatible licence.") },
  { "non-commercial", N_ ("Do not use it mainly for commercial advantage.") },
  { "no-derivatives", N_ ("Share it only as it is.") },
  { "no-locks", N_ ("Add no copy protection and no further conditions.") },
};

/* What somebody dropped is kept in the record, and asks for nothing. */
static gboolean
has_notices (const CogCredit *credit)
{
  for (guint i = 0; i < credit->notices->len; i++)
    if (((const CogNotice *)g_ptr_array_index (credit->notices, i))->origin != COG_NOTICE_DROPPED)
      return TRUE;
  return FALSE;
}

static gboolean
is_asked (const CogLicence *licence, const CogCredit *credit, CogUse use, Ask ask)
{
  gboolean binds = cog_licence_is_open (licence) && licence->klass != COG_CLASS_PD;

  switch (ask)
    {
    case ASK_CREDIT:
    case ASK_LICENCE_LINK:
    case ASK_NO_LOCKS:
      return binds;
    case ASK_CHANGES:
      return binds && (use == COG_USE_ADAPTED || use == COG_USE_TRANSLATED);
    case ASK_NOTICES:
      return has_notices (credit) || (binds && credit->copyright != NULL);
    case ASK_SAME_LICENCE:
      return cog_licence_is_copyleft (licence) &&
             (use == COG_USE_ADAPTED || use == COG_USE_TRANSLATED);
    case ASK_NO_COMMERCE:
      return cog_licence_is_nc (licence);
    case ASK_UNCHANGED:
      return cog_licence_is_nd (licence);
    case N_ASKS:
      break;
    }
  return FALSE;
}

static void
add_licence (GPtrArray *licences, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (licences, id, g_str_equal, NULL))
    g_ptr_array_add (licences, g_strdup (id));
}

/* Of a choice, what any of the ways asks for: which one is relied on, nobody said. */
static void
add_credit (GPtrArray *licences, const CogCredit *credit, CogUse use, Ask ask)
{
  g_autoptr (GPtrArray) ways =
      credit->licence != NULL ? cog_expression_list_alternatives (credit->licence) : NULL;

  for (guint w = 0; ways != NULL && w < ways->len; w++)
    for (char **id = g_ptr_array_index (ways, w); *id != NULL; id++)
      {
        const CogLicence *licence = cog_licence_lookup (*id);

        if (licence != NULL && is_asked (licence, credit, use, ask))
          add_licence (licences, licence->id);
      }
}

static void
obligation_free (gpointer data)
{
  CogObligation *obligation = data;

  g_ptr_array_unref (obligation->licences);
  g_free (obligation);
}

static CogObligation *
obligation_new (GPtrArray *components, Ask ask)
{
  CogObligation *obligation = g_new0 (CogObligation, 1);

  obligation->id = asks[ask].id;
  obligation->licences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < components->len; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);

      for (guint s = 0; component->use != COG_USE_REFERENCE && s < component->sources->len; s++)
        add_credit (obligation->licences, g_ptr_array_index (component->sources, s), component->use,
                    ask);
    }
  return obligation;
}

GPtrArray *
cog_obligation_list (GPtrArray *components)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (obligation_free);

  g_return_val_if_fail (components != NULL, list);

  for (int ask = 0; ask < N_ASKS; ask++)
    {
      CogObligation *obligation = obligation_new (components, (Ask)ask);

      if (obligation->licences->len > 0)
        g_ptr_array_add (list, obligation);
      else
        obligation_free (obligation);
    }
  return list;
}

const char *
cog_obligation_get_sentence (const CogObligation *obligation)
{
  g_return_val_if_fail (obligation != NULL, NULL);

  for (guint i = 0; i < N_ASKS; i++)
    if (g_str_equal (asks[i].id, obligation->id))
      return _ (asks[i].sentence);
  g_return_val_if_reached (NULL);
}
