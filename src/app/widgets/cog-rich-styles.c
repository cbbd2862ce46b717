/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-buffer-private.h"

#include "cog-rich-raw.h"

#include <string.h>

/* Styles and links of a CogRichBuffer: everything a person does with spans. */

static void
get_iter (CogRichBuffer *self, GtkTextIter *iter, guint at)
{
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter, (int)at);
}

static guint
get_offset (const GtkTextIter *iter)
{
  return (guint)gtk_text_iter_get_offset (iter);
}

static gboolean
is_of_style (GtkTextTag *tag, const char *style)
{
  const CogCode *code = cog_rich_tag_get_code (tag);

  return code != NULL && g_str_equal (cog_rich_tag_get_style (code->element), style);
}

/* The tag of that style there. (nullable) */
static GtkTextTag *
find_tag (const GtkTextIter *iter, const char *style)
{
  GSList *tags = gtk_text_iter_get_tags (iter);
  GtkTextTag *found = NULL;

  for (GSList *t = tags; t != NULL && found == NULL; t = t->next)
    if (is_of_style (t->data, style))
      found = t->data;
  g_slist_free (tags);
  return found;
}

/* (transfer container): the tags of a style, or all of the text's (NULL), that are anywhere in it.
 */
static GPtrArray *
list_tags (const GtkTextIter *start, const GtkTextIter *end, const char *style)
{
  GPtrArray *list = g_ptr_array_new ();
  GtkTextIter iter = *start;
  GSList *tags = gtk_text_iter_get_tags (start);

  do
    {
      for (GSList *t = tags; t != NULL; t = t->next)
        if (cog_rich_tag_get_code (t->data) != NULL &&
            (style == NULL || is_of_style (t->data, style)) &&
            !g_ptr_array_find (list, t->data, NULL))
          g_ptr_array_add (list, t->data);
      g_slist_free (tags);
      tags = NULL;
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL) ||
          gtk_text_iter_compare (&iter, end) >= 0)
        break;
      tags = gtk_text_iter_get_toggled_tags (&iter, TRUE);
    }
  while (TRUE);
  return list;
}

static gboolean
is_all_of_style (const GtkTextIter *start, const GtkTextIter *end, const char *style)
{
  GtkTextIter iter = *start;

  do
    if (find_tag (&iter, style) == NULL)
      return FALSE;
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL) &&
         gtk_text_iter_compare (&iter, end) < 0);
  return TRUE;
}

static void
take_off (CogRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end, const char *style)
{
  g_autoptr (GPtrArray) tags = list_tags (start, end, style);

  for (guint i = 0; i < tags->len; i++)
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), g_ptr_array_index (tags, i), start, end);
}

/* --- joining ------------------------------------------------------------------------------- */

/* Of two spans with the same start tag that meet, the second gets the first one's tag. One with an
 * id is a thing of its own. */
static gboolean
can_join (GtkTextTag *a, GtkTextTag *b)
{
  const CogCode *first = cog_rich_tag_get_code (a);
  const CogCode *second = cog_rich_tag_get_code (b);

  return a != b && first != NULL && second != NULL && g_str_equal (first->markup, second->markup) &&
         !cog_rich_raw_has_id (first->markup);
}

static void
join_tags (CogRichBuffer *self, guint at, GtkTextTag *first, GtkTextTag *second)
{
  GtkTextIter start, end;
  CogText *old;

  get_iter (self, &start, at);
  end = start;
  if (!gtk_text_iter_forward_to_tag_toggle (&end, second))
    gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
  old = cog_rich_buffer_begin_styles (self, at, get_offset (&end));
  gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), second, &start, &end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), first, &start, &end);
  cog_rich_buffer_end_styles (self, at, get_offset (&end), old);
}

void
cog_rich_buffer_join (CogRichBuffer *self, guint at)
{
  GtkTextIter where;
  GSList *off, *on;

  get_iter (self, &where, at);
  off = gtk_text_iter_get_toggled_tags (&where, FALSE);
  on = gtk_text_iter_get_toggled_tags (&where, TRUE);
  for (GSList *a = off; a != NULL; a = a->next)
    for (GSList *b = on; b != NULL; b = b->next)
      if (can_join (a->data, b->data))
        join_tags (self, at, a->data, b->data);
  g_slist_free (off);
  g_slist_free (on);
}

/* --- toggling ------------------------------------------------------------------------------ */

static gboolean
has_typing_style (CogRichBuffer *self, const char *style)
{
  GtkTextIter where;
  g_autoptr (GPtrArray) tags = NULL;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &where,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
  tags = cog_rich_buffer_list_typing_tags (self, &where);
  for (guint i = 0; i < tags->len; i++)
    if (is_of_style (g_ptr_array_index (tags, i), style))
      return TRUE;
  return FALSE;
}

gboolean
cog_rich_buffer_has_style (CogRichBuffer *self, const char *style)
{
  GtkTextIter start, end;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (self) && style != NULL, FALSE);

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return is_all_of_style (&start, &end, style);
  return has_typing_style (self, style);
}

/* Text is not raised and lowered at once. */
static const char *
get_opposite (const char *style)
{
  if (g_str_equal (style, "sup"))
    return "sub";
  return g_str_equal (style, "sub") ? "sup" : NULL;
}

static void
toggle_typing (CogRichBuffer *self, const char *style)
{
  GtkTextIter where;
  g_autoptr (GPtrArray) tags = NULL;
  const char *opposite = get_opposite (style);
  gboolean was_on = has_typing_style (self, style);

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), &where,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
  tags = cog_rich_buffer_list_typing_tags (self, &where);
  for (guint i = tags->len; i > 0; i--)
    if (is_of_style (g_ptr_array_index (tags, i - 1), style) ||
        (opposite != NULL && is_of_style (g_ptr_array_index (tags, i - 1), opposite)))
      g_ptr_array_remove_index (tags, i - 1);
  if (!was_on)
    {
      g_autofree char *markup = g_strdup_printf ("<%s>", style);

      g_ptr_array_add (tags, cog_rich_buffer_new_tag (self, style, markup));
    }
  cog_rich_buffer_set_typing_tags (self, tags, get_offset (&where));
}

static void
put_style_on (CogRichBuffer *self, guint start, guint end, const char *style)
{
  g_autofree char *markup = g_strdup_printf ("<%s>", style);
  GtkTextTag *tag = cog_rich_buffer_new_tag (self, style, markup);
  GtkTextIter from, to;

  get_iter (self, &from, start);
  get_iter (self, &to, end);
  if (get_opposite (style) != NULL)
    take_off (self, &from, &to, get_opposite (style));
  take_off (self, &from, &to, style);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, &from, &to);
}

void
cog_rich_buffer_toggle (CogRichBuffer *self, const char *style)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;
  guint start, end;
  CogText *old;

  g_return_if_fail (COG_IS_RICH_BUFFER (self) && style != NULL);

  if (self->mode == COG_RICH_PLAIN)
    return;
  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    {
      toggle_typing (self, style);
      cog_rich_buffer_tell_style (self);
      return;
    }
  start = get_offset (&from);
  end = get_offset (&to);
  gtk_text_buffer_begin_user_action (buffer);
  old = cog_rich_buffer_begin_styles (self, start, end);
  if (is_all_of_style (&from, &to, style))
    take_off (self, &from, &to, style);
  else
    put_style_on (self, start, end, style);
  cog_rich_buffer_end_styles (self, start, end, old);
  cog_rich_buffer_join (self, end);
  cog_rich_buffer_join (self, start);
  gtk_text_buffer_end_user_action (buffer);
  cog_rich_buffer_set_typing_tags (self, NULL, 0);
  cog_rich_buffer_tell_style (self);
}

/* Whether a span says no more than how its words look. */
static gboolean
is_mere_style (const CogCode *code)
{
  return strchr (code->markup, ' ') == NULL;
}

void
cog_rich_buffer_clear_styles (CogRichBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) tags = NULL;
  GtkTextIter from, to;
  guint start, end;
  CogText *old;

  g_return_if_fail (COG_IS_RICH_BUFFER (self));

  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    {
      cog_rich_buffer_get_start (self, &from);
      gtk_text_buffer_get_end_iter (buffer, &to);
    }
  start = get_offset (&from);
  end = get_offset (&to);
  gtk_text_buffer_begin_user_action (buffer);
  old = cog_rich_buffer_begin_styles (self, start, end);
  tags = list_tags (&from, &to, NULL);
  for (guint i = 0; i < tags->len; i++)
    if (is_mere_style (cog_rich_tag_get_code (g_ptr_array_index (tags, i))))
      gtk_text_buffer_remove_tag (buffer, g_ptr_array_index (tags, i), &from, &to);
  cog_rich_buffer_end_styles (self, start, end, old);
  gtk_text_buffer_end_user_action (buffer);
  cog_rich_buffer_tell_style (self);
}

/* --- links --------------------------------------------------------------------------------- */

static GtkTextTag *
find_link (CogRichBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter where, to;
  GtkTextTag *tag;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &where, &to))
    gtk_text_buffer_get_iter_at_mark (buffer, &where, gtk_text_buffer_get_insert (buffer));
  tag = find_tag (&where, "a");
  /* With the caret right behind it, it is still the one that is meant. */
  if (tag == NULL && gtk_text_iter_backward_char (&where))
    tag = find_tag (&where, "a");
  if (tag == NULL)
    return NULL;
  *start = *end = where;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return tag;
}

char *
cog_rich_buffer_dup_link (CogRichBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag;
  GtkTextIter from, to;

  g_return_val_if_fail (COG_IS_RICH_BUFFER (self), NULL);

  tag = find_link (self, &from, &to);
  if (tag == NULL)
    return NULL;
  if (start != NULL)
    *start = from;
  if (end != NULL)
    *end = to;
  return cog_text_dup_link (cog_rich_tag_get_code (tag));
}

static char *
dup_link_markup (const CogCode *before, const char *address)
{
  g_autofree char *escaped = g_markup_escape_text (address, -1);
  const char *href = before != NULL ? strstr (before->markup, " href=\"") : NULL;
  const char *end = href != NULL ? strchr (href + strlen (" href=\""), '"') : NULL;

  if (end == NULL)
    return g_strdup_printf ("<a href=\"%s\">", escaped);
  return g_strdup_printf ("%.*s href=\"%s%s", (int)(href - before->markup), before->markup, escaped,
                          end);
}

/* A link is made of what is selected; where nothing is, the address itself is its words. */
static void
make_link (CogRichBuffer *self, const char *address)
{
  g_autofree char *markup = dup_link_markup (NULL, address);
  CogCode code = { self->last_number + 1, COG_CODE_SPAN, 0, 0, (char *)"a", markup, NULL };

  cog_rich_buffer_insert_code (self, &code, address);
}

void
cog_rich_buffer_set_link (CogRichBuffer *self, const char *address)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter from, to;
  GtkTextTag *tag;
  guint start, end;
  CogText *old;

  g_return_if_fail (COG_IS_RICH_BUFFER (self));

  tag = find_link (self, &from, &to);
  if (tag == NULL)
    {
      if (address != NULL)
        make_link (self, address);
      return;
    }
  start = get_offset (&from);
  end = get_offset (&to);
  gtk_text_buffer_begin_user_action (buffer);
  old = cog_rich_buffer_begin_styles (self, start, end);
  if (address != NULL)
    {
      g_autofree char *markup = dup_link_markup (cog_rich_tag_get_code (tag), address);
      GtkTextTag *new = cog_rich_buffer_new_tag (self, "a", markup);

      gtk_text_buffer_apply_tag (buffer, new, &from, &to);
    }
  gtk_text_buffer_remove_tag (buffer, tag, &from, &to);
  cog_rich_buffer_end_styles (self, start, end, old);
  gtk_text_buffer_end_user_action (buffer);
  g_signal_emit_by_name (self, "pieces-changed");
  cog_rich_buffer_tell_style (self);
}
