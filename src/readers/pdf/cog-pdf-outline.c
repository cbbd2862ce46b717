/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-outline.h"

#define MAX_DEPTH 12
#define MAX_ENTRIES 20000

static void
entry_clear (CogPdfOutlineEntry *entry)
{
  g_free (entry->title);
}

static guint
find_page (const CogPdfFile *file, const PopplerAction *action)
{
  PopplerDest *named;
  guint page = 0;

  if (action->type != POPPLER_ACTION_GOTO_DEST || action->goto_dest.dest == NULL)
    return 0;
  if (action->goto_dest.dest->type != POPPLER_DEST_NAMED)
    return (guint)MAX (0, action->goto_dest.dest->page_num);
  named = poppler_document_find_dest (file->poppler, action->goto_dest.dest->named_dest);
  if (named != NULL)
    {
      page = (guint)MAX (0, named->page_num);
      poppler_dest_free (named);
    }
  return page;
}

static void
add_level (const CogPdfFile *file, PopplerIndexIter *iter, guint level, GArray *entries)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child;

      if (action != NULL && action->any.title != NULL &&
          g_utf8_validate (action->any.title, -1, NULL))
        {
          CogPdfOutlineEntry entry = { g_strdup (action->any.title), level,
                                       find_page (file, action) };

          g_array_append_val (entries, entry);
        }
      g_clear_pointer (&action, poppler_action_free);
      child = level < MAX_DEPTH ? poppler_index_iter_get_child (iter) : NULL;
      if (child != NULL)
        {
          add_level (file, child, level + 1, entries);
          poppler_index_iter_free (child);
        }
    }
  while (entries->len < MAX_ENTRIES && poppler_index_iter_next (iter));
}

GArray *
cog_pdf_outline_new (const CogPdfFile *file)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CogPdfOutlineEntry));
  PopplerIndexIter *iter;

  g_return_val_if_fail (file != NULL, entries);

  g_array_set_clear_func (entries, (GDestroyNotify)entry_clear);
  iter = poppler_index_iter_new (file->poppler);
  if (iter != NULL)
    {
      add_level (file, iter, 1, entries);
      poppler_index_iter_free (iter);
    }
  return entries;
}
