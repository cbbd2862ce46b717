/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language-choice.h"

#include "cog-language.h"
#include "cog-reader-findings.h"

/* tags->len: none. */
static guint
find (GPtrArray *tags, const char *wanted, gboolean is_region_free)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const char *tag = g_ptr_array_index (tags, i);
      g_autofree char *canonical = cog_language_canonicalise (tag);

      if (is_region_free ? cog_language_equal (tag, wanted) : g_strcmp0 (canonical, wanted) == 0)
        return i;
    }
  return tags->len;
}

static void
list (CogBook *book, GPtrArray *tags)
{
  for (guint i = 0; i < tags->len && tags->len > 1; i++)
    {
      g_autofree char *tag = cog_language_canonicalise (g_ptr_array_index (tags, i));

      if (tag != NULL &&
          !g_ptr_array_find_with_equal_func (book->languages, tag, g_str_equal, NULL))
        g_ptr_array_add (book->languages, g_steal_pointer (&tag));
    }
}

guint
cog_language_choice_make (CogBook *book,
                          GPtrArray *tags,
                          guint usual,
                          const CogReadingOptions *options,
                          const char *place,
                          CogReport *report)
{
  guint found;

  g_return_val_if_fail (book != NULL && options != NULL && usual < tags->len, 0);

  list (book, tags);
  if (options->language[0] == '\0')
    return usual;
  found = find (tags, options->language, FALSE);
  if (found == tags->len)
    found = find (tags, options->language, TRUE);
  if (found == tags->len)
    {
      g_autofree char *wanted = cog_language_dup_own_name (options->language);
      g_autofree char *taken = cog_language_dup_own_name (g_ptr_array_index (tags, usual));

      cog_report_add (report, &cog_finding_language_not_held, place, wanted, taken);
      return usual;
    }
  return found;
}
