/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-rights.h"

#include "cog-book-metadata.h"
#include "cog-licence.h"

static void
tell (const char *name, const char *value, CogOfficeRightsFunc func, gpointer data)
{
  if (value != NULL && value[0] != '\0')
    func (name, value, data);
}

static void
tell_source (const CogCredit *source, guint number, CogOfficeRightsFunc func, gpointer data)
{
  g_autofree char *name = g_strdup_printf ("Source %u", number);
  g_autofree char *authors = cog_credit_dup_names (source, COG_ROLE_AUTHOR);
  g_autoptr (GString) words = g_string_new (source->title);
  const char *parts[] = { authors, source->source_url, source->licence };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  tell (name, words->str, func, data);
}

void
cog_office_rights_foreach (const CogBook *book, CogOfficeRightsFunc func, gpointer data)
{
  const CogLicence *licence;
  g_autofree char *holder = NULL;
  g_autofree char *names = NULL;

  g_return_if_fail (book != NULL && func != NULL);

  licence = book->credit->licence != NULL ? cog_licence_lookup (book->credit->licence) : NULL;
  holder = cog_credit_dup_names (book->credit, COG_ROLE_HOLDER);
  names = cog_book_metadata_dup_names (book);
  tell ("Licence", licence != NULL ? licence->name : book->credit->licence, func, data);
  tell ("Licence URL", licence != NULL ? licence->url : book->credit->licence_url, func, data);
  tell ("Copyright holder", holder, func, data);
  tell ("Attribution", names, func, data);
  for (guint i = 0; i < book->sources->len; i++)
    tell_source (g_ptr_array_index (book->sources, i), i + 1, func, data);
  tell ("Rights", book->rights, func, data);
}

char *
cog_office_rights_dup_authors (const CogBook *book)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (book != NULL, NULL);

  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      if (agent->role == COG_ROLE_AUTHOR)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", agent->name);
    }
  return names->len > 0 ? g_strdup (names->str) : cog_book_metadata_dup_names (book);
}
