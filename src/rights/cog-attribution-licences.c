/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-expression.h"

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

/* "Creative Commons Attribution 4.0 International (CC BY 4.0): https://…" */
static CogCreditText *
new_entry (const CogLicence *licence, const char *language)
{
  g_autoptr (GPtrArray) name = cog_attribution_new_licence (licence->id, language, TRUE);
  CogCreditText *text = cog_credit_text_new ();

  /* The address beside it is the link. */
  for (guint i = 0; i < name->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (name, i);

      cog_credit_text_append (text, run->text, NULL, run->is_foreign);
    }
  cog_credit_text_append (text, cog_attribution_get_word (language, "colon"), NULL, FALSE);
  cog_credit_text_append (text, licence->url, licence->url, TRUE);
  return text;
}

static void
add_licence (GPtrArray *list, GHashTable *seen, const char *id, const char *language)
{
  const CogLicence *licence = cog_licence_lookup (id);

  if (licence != NULL && licence->url[0] != '\0' && g_hash_table_add (seen, (gpointer)licence->id))
    g_ptr_array_add (list, new_entry (licence, language));
}

static void
add_credit (GPtrArray *list, GHashTable *seen, const CogCredit *credit, const char *language)
{
  g_autoptr (GPtrArray) choices =
      credit->licence != NULL ? cog_expression_list_alternatives (credit->licence) : NULL;

  for (guint c = 0; choices != NULL && c < choices->len; c++)
    for (char **id = g_ptr_array_index (choices, c); *id != NULL; id++)
      add_licence (list, seen, *id, language);
  if (credit->own_licence != NULL)
    add_licence (list, seen, credit->own_licence, language);
}

static void
add_chain (GPtrArray *list, GHashTable *seen, const CogCredit *credit, const char *language)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)credit);
  for (guint i = 0; i < chain->len && i < MAX_CHAIN; i++)
    {
      const CogCredit *one = g_ptr_array_index (chain, i);

      add_credit (list, seen, one, language);
      for (guint u = 0; u < one->upstream->len; u++)
        g_ptr_array_add (chain, g_ptr_array_index (one->upstream, u));
    }
}

GPtrArray *
cog_attribution_list_licences (const GPtrArray *credits, const char *language, const char *except)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (credits != NULL, list);

  if (except != NULL)
    g_hash_table_add (seen, (gpointer)except);
  language = cog_attribution_settle_language (language);
  for (guint i = 0; i < credits->len; i++)
    add_chain (list, seen, g_ptr_array_index (credits, i), language);
  return list;
}
