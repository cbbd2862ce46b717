/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-marks.h"

#include "cog-rights-record.h"

/* Of the sections that an edition adds (cog-edition-job.h). Answers that were put at the end are
 * the book's own words. */
static gboolean
is_made (const CogSection *section)
{
  return g_str_has_prefix (section->id, "cognate-") &&
         !g_str_has_prefix (section->id, "cognate-answers");
}

static void
add_marks (GHashTable *names, const GPtrArray *sections, guint level, gboolean is_in_made)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      guint number = g_hash_table_size (names) + 1;
      gboolean made = is_in_made || is_made (section);

      g_hash_table_insert (names, g_strdup (section->id),
                           made ? g_strdup_printf ("_cognate_made_%u", number)
                                : g_strdup_printf ("_cognate_%u_%u", level, number));
      add_marks (names, section->children, level + 1, made);
    }
}

GHashTable *
cog_office_marks_new (const CogBook *book)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (book != NULL, names);
  add_marks (names, book->sections, 1, FALSE);
  return names;
}

char *
cog_office_dup_record (const CogBook *book, GHashTable *names)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (book != NULL && names != NULL, NULL);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *item = cog_credit_copy (g_ptr_array_index (book->credits, i));
      const char *name = item->item != NULL ? g_hash_table_lookup (names, item->item) : NULL;

      if (name != NULL)
        {
          g_free (item->item);
          item->item = g_strdup (name);
        }
      g_ptr_array_add (items, item);
    }
  return cog_rights_record_write (book->credit, book->sources, items);
}
