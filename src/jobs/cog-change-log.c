/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-change-log.h"

/* A log is read by people; beyond it, the number on the copyright page is what they can use. */
#define MAX_ENTRIES 500

typedef struct
{
  const CogBook *book;
  const CogChanges *changes;
  const char *language;
  gboolean has_links;
  GPtrArray *entries;
} Log;

static void
add_own (const Log *log, const char *id, GPtrArray *list)
{
  const CogSectionChanges *section = g_hash_table_lookup (log->changes->sections, id);

  if (section != NULL)
    cog_change_list_add_all (list, section->changes);
}

static void
add_below (const Log *log, const CogSection *top, GPtrArray *list)
{
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();

  g_ptr_array_add (todo, (gpointer)top);
  for (guint i = 0; i < todo->len; i++)
    {
      const CogSection *section = g_ptr_array_index (todo, i);

      add_own (log, section->id, list);
      for (guint c = 0; c < section->children->len; c++)
        g_ptr_array_add (todo, g_ptr_array_index (section->children, c));
    }
}

/* section: NULL for what belongs to none. */
static void
add_entry (Log *log, const CogSection *section, const GPtrArray *list)
{
  CogCreditText *text;
  g_autofree char *link = NULL;

  if (list->len == 0)
    return;
  text = cog_credit_text_new ();
  g_ptr_array_add (log->entries, text);
  if (section != NULL && section->title != NULL && section->title[0] != '\0')
    {
      link = log->has_links ? g_strconcat ("#", section->id, NULL) : NULL;
      cog_credit_text_append (text, section->title, link, TRUE);
      cog_credit_text_append (text, cog_attribution_get_word (log->language, "colon"), NULL, FALSE);
    }
  cog_change_list_describe (list, log->language, log->book->language, text);
}

/* A part that only gathers chapters, or the one section that the whole book stands in. */
static gboolean
is_taken_apart (const CogSection *section, guint n_beside)
{
  return section->children->len > 0 && (n_beside == 1 || g_strcmp0 (section->type, "part") == 0 ||
                                        g_strcmp0 (section->type, "volume") == 0);
}

static void
add_chapters (Log *log)
{
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  /* A stack, so that what is below a part comes before the next. */
  for (guint i = log->book->sections->len; i > 0; i--)
    g_ptr_array_add (todo, g_ptr_array_index (log->book->sections, i - 1));
  while (todo->len > 0)
    {
      const CogSection *section = g_ptr_array_steal_index (todo, todo->len - 1);
      guint n_beside = order->len == 0 && todo->len == 0 ? 1 : 2;
      g_autoptr (GPtrArray) list = cog_change_list_new ();

      g_ptr_array_add (order, (gpointer)section);
      if (!is_taken_apart (section, n_beside))
        {
          add_below (log, section, list);
          add_entry (log, section, list);
          continue;
        }
      add_own (log, section->id, list);
      add_entry (log, section, list);
      for (guint c = section->children->len; c > 0; c--)
        g_ptr_array_add (todo, g_ptr_array_index (section->children, c - 1));
    }
}

GPtrArray *
cog_change_log_new (const CogBook *book,
                    const CogChanges *changes,
                    const char *language,
                    gboolean has_links)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  Log log = { book, changes, language, has_links, entries };
  g_autoptr (GPtrArray) list = cog_change_list_new ();

  g_return_val_if_fail (book != NULL && changes != NULL, entries);

  add_own (&log, "", list);
  add_entry (&log, NULL, list);
  add_chapters (&log);
  if (entries->len > MAX_ENTRIES)
    g_ptr_array_set_size (entries, 0);
  return entries;
}
