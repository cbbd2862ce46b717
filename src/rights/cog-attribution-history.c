/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

static CogCreditText *
new_entry (const CogCredit *credit, const char *language)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autoptr (GPtrArray) work = cog_attribution_new_work (credit, language);

  cog_credit_text_append_text (text, work);
  if (credit->year != NULL && credit->year[0] != '\0')
    {
      cog_credit_text_append (text, cog_attribution_get_word (language, "comma"), NULL, FALSE);
      cog_credit_text_append (text, credit->year, NULL, TRUE);
    }
  return text;
}

/* A work and those behind it, the oldest first. */
static void
add_chain (GPtrArray *list, const CogCredit *source, const char *language)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)source);
  for (guint i = 0; i < chain->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (chain, i);

      for (guint u = 0; u < credit->upstream->len && chain->len < MAX_CHAIN; u++)
        g_ptr_array_add (chain, g_ptr_array_index (credit->upstream, u));
    }
  for (guint i = chain->len; i > 0; i--)
    g_ptr_array_add (list, new_entry (g_ptr_array_index (chain, i - 1), language));
}

static CogCredit *
new_own (const CogEdition *edition)
{
  CogCredit *own = cog_credit_new ();

  own->title = g_strdup (edition->title);
  own->year = g_strdup (edition->year);
  own->publisher = g_strdup (edition->publisher);
  /* Authors of the sources are named with their works. */
  for (guint i = 0; edition->people != NULL && i < edition->people->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (edition->people, i);

      if (agent->role != COG_ROLE_AUTHOR)
        g_ptr_array_add (own->agents, cog_agent_copy (agent));
    }
  return own;
}

GPtrArray *
cog_attribution_list_history (const CogEdition *edition)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (CogCredit) own = NULL;
  const char *language;

  g_return_val_if_fail (edition != NULL && edition->sources != NULL, list);

  language = cog_attribution_settle_language (edition->language);
  for (guint i = 0; i < edition->sources->len; i++)
    add_chain (list, g_ptr_array_index (edition->sources, i), language);
  own = new_own (edition);
  g_ptr_array_add (list, new_entry (own, language));
  return list;
}
