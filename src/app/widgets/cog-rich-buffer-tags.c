/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

GtkTextTag *
cog_rich_buffer_get_tag (CogRichBuffer *self, const CogCode *code)
{
  g_autofree char *key = g_strdup_printf ("%u %s", code->number, code->markup);
  GtkTextTag *tag = g_hash_table_lookup (self->tags, key);

  if (tag != NULL)
    return tag;
  tag = cog_rich_tag_new (code, &self->link);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), tag);
  self->last_number = MAX (self->last_number, code->number);
  g_hash_table_insert (self->tags, g_steal_pointer (&key), tag);
  return tag;
}

GtkTextTag *
cog_rich_buffer_new_tag (CogRichBuffer *self, const char *element, const char *markup)
{
  CogCode code = {
    self->last_number + 1, COG_CODE_SPAN, 0, 0, (char *)element, (char *)markup, NULL
  };

  return cog_rich_buffer_get_tag (self, &code);
}

void
cog_rich_buffer_forget_tags (CogRichBuffer *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  GHashTableIter iter;
  gpointer tag;

  g_hash_table_iter_init (&iter, self->tags);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    gtk_text_tag_table_remove (table, tag);
  g_hash_table_remove_all (self->tags);
  self->last_number = 0;
}

void
cog_rich_buffer_take_styles_off (CogRichBuffer *self,
                                 const GtkTextIter *start,
                                 const GtkTextIter *end)
{
  GSList *tags = gtk_text_iter_get_tags (start);

  for (GSList *t = tags; t != NULL; t = t->next)
    if (cog_rich_tag_get_code (t->data) != NULL)
      gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), t->data, start, end);
  g_slist_free (tags);
}

void
cog_rich_buffer_put_tags_on (CogRichBuffer *self,
                             GPtrArray *tags,
                             const GtkTextIter *start,
                             const GtkTextIter *end)
{
  for (guint i = 0; i < tags->len; i++)
    gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), g_ptr_array_index (tags, i), start, end);
}

static gboolean
is_continued (GtkTextTag *tag)
{
  const CogCode *code = cog_rich_tag_get_code (tag);

  return code != NULL && cog_rich_tag_is_continued (code->element);
}

GPtrArray *
cog_rich_buffer_list_typing_tags (CogRichBuffer *self, const GtkTextIter *where)
{
  GPtrArray *list = g_ptr_array_new ();
  GtkTextIter before = *where;
  gboolean is_start = (guint)gtk_text_iter_get_offset (where) <= self->head;
  GSList *tags;

  if (self->typing != NULL && self->typing_at == (guint)gtk_text_iter_get_offset (where))
    {
      g_ptr_array_extend (list, self->typing, NULL, NULL);
      return list;
    }
  /* The letter before says it; at the start of all, the one behind. */
  if (!is_start)
    gtk_text_iter_backward_char (&before);
  tags = gtk_text_iter_get_tags (&before);
  for (GSList *t = tags; t != NULL; t = t->next)
    if (cog_rich_tag_get_code (t->data) != NULL &&
        (is_continued (t->data) || (!is_start && gtk_text_iter_has_tag (where, t->data))))
      g_ptr_array_add (list, t->data);
  g_slist_free (tags);
  return list;
}

void
cog_rich_buffer_set_typing_tags (CogRichBuffer *self, GPtrArray *tags, guint at)
{
  GPtrArray *copy = tags != NULL ? g_ptr_array_copy (tags, NULL, NULL) : NULL;

  g_clear_pointer (&self->typing, g_ptr_array_unref);
  self->typing = copy;
  self->typing_at = at;
}
