/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-text.h"

#include "cog-rich-markup.h"

#include <string.h>

#define CODE_KEY "cog-code"

static void
free_code (gpointer code)
{
  cog_code_free (code);
}

static void
add_piece_widget (GtkTextView *view, GtkTextIter *where, const CogCode *code)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextChildAnchor *anchor = gtk_text_buffer_create_child_anchor (buffer, where);
  g_autofree char *label = cog_rich_markup_dup_piece_label (code);
  GtkWidget *widget = gtk_label_new (g_str_equal (code->element, "br") ? "↵" : label);

  /* A reference to a note is raised, as in print; everything else that moves as one is a tile. */
  if (g_str_equal (code->element, "a"))
    {
      gtk_widget_add_css_class (widget, "note-reference");
      gtk_widget_set_valign (widget, GTK_ALIGN_START);
    }
  else
    gtk_widget_add_css_class (widget, "piece");
  g_object_set_data_full (G_OBJECT (anchor), CODE_KEY, cog_code_copy (code), free_code);
  gtk_text_view_add_child_at_anchor (view, widget, anchor);
}

static GtkTextTag *
new_tag (GtkTextBuffer *buffer, const CogCode *code)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  const char *e = code->element;

  if (g_str_equal (e, "strong") || g_str_equal (e, "b") || g_str_equal (e, "dfn"))
    g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
  else if (g_str_equal (e, "em") || g_str_equal (e, "i") || g_str_equal (e, "cite") ||
           g_str_equal (e, "var"))
    g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
  else if (g_str_equal (e, "sup"))
    g_object_set (tag, "rise", 5 * PANGO_SCALE, "scale", 0.75, NULL);
  else if (g_str_equal (e, "sub"))
    g_object_set (tag, "rise", -3 * PANGO_SCALE, "scale", 0.75, NULL);
  else if (g_str_equal (e, "u"))
    g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  else if (g_str_equal (e, "s"))
    g_object_set (tag, "strikethrough", TRUE, NULL);
  else if (g_str_equal (e, "a"))
    g_object_set (tag, "foreground", "#1a6fd4", NULL);
  else if (g_str_equal (e, "code") || g_str_equal (e, "kbd") || g_str_equal (e, "samp"))
    g_object_set (tag, "family", "monospace", NULL);
  g_object_set_data_full (G_OBJECT (tag), CODE_KEY, cog_code_copy (code), free_code);
  return tag;
}

void
cog_rich_text_load (GtkTextView *view, const CogText *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const char *c = text->plain;
  guint at = 0;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, "", 0);
  for (; *c != '\0'; c = g_utf8_next_char (c), at++)
    {
      const CogCode *piece = NULL;
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      for (guint i = 0; i < text->codes->len && piece == NULL; i++)
        {
          const CogCode *code = g_ptr_array_index (text->codes, i);

          if (code->type == COG_CODE_PIECE && code->start == at)
            piece = code;
        }
      if (piece != NULL)
        add_piece_widget (view, &end, piece);
      else
        gtk_text_buffer_insert (buffer, &end, c, (int)(g_utf8_next_char (c) - c));
    }
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      GtkTextIter start, end;

      if (code->type != COG_CODE_SPAN || code->end <= code->start)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)code->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)code->end);
      gtk_text_buffer_apply_tag (buffer, new_tag (buffer, code), &start, &end);
    }
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
read_tag (GtkTextTag *tag, gpointer user_data)
{
  g_ptr_array_add (user_data, tag);
}

/* A span for each stretch that the tag covers. */
static void
read_spans (CogText *text, GtkTextBuffer *buffer, GtkTextTag *tag)
{
  const CogCode *code = g_object_get_data (G_OBJECT (tag), CODE_KEY);
  GtkTextIter iter;
  gboolean on;
  guint start = 0;

  if (code == NULL)
    return;
  gtk_text_buffer_get_start_iter (buffer, &iter);
  on = gtk_text_iter_has_tag (&iter, tag);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    {
      guint at = (guint)gtk_text_iter_get_offset (&iter);

      if (on)
        {
          CogCode *copy = cog_code_copy (code);

          copy->start = start;
          copy->end = at;
          cog_text_add_code (text, copy);
        }
      start = at;
      on = !on;
    }
}

CogText *
cog_rich_text_read (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  GtkTextIter start, end;
  g_autofree char *plain = NULL;
  CogText *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  plain = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  text = cog_text_new (plain);
  for (GtkTextIter i = start; !gtk_text_iter_is_end (&i); gtk_text_iter_forward_char (&i))
    {
      GtkTextChildAnchor *anchor = gtk_text_iter_get_child_anchor (&i);
      const CogCode *code = anchor != NULL ? g_object_get_data (G_OBJECT (anchor), CODE_KEY) : NULL;

      if (code != NULL)
        {
          CogCode *copy = cog_code_copy (code);

          copy->start = (guint)gtk_text_iter_get_offset (&i);
          copy->end = copy->start + 1;
          cog_text_add_code (text, copy);
        }
    }
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), read_tag, tags);
  for (guint i = 0; i < tags->len; i++)
    read_spans (text, buffer, g_ptr_array_index (tags, i));
  return text;
}

void
cog_rich_text_insert_piece (GtkTextView *view, const CogCode *piece)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter where;

  gtk_text_buffer_get_iter_at_mark (buffer, &where, gtk_text_buffer_get_insert (buffer));
  if (piece->type == COG_CODE_PIECE)
    add_piece_widget (view, &where, piece);
  else
    {
      int offset = gtk_text_iter_get_offset (&where);
      const char *words = piece->label != NULL ? piece->label : "…";
      GtkTextIter start, end;

      gtk_text_buffer_insert (buffer, &where, words, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + (int)g_utf8_strlen (words, -1));
      gtk_text_buffer_apply_tag (buffer, new_tag (buffer, piece), &start, &end);
    }
}

void
cog_rich_text_toggle (GtkTextView *view, const char *element)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *markup = g_strdup_printf ("<%s>", element);
  CogCode code = { 0, COG_CODE_SPAN, 0, 0, (char *)element, markup, NULL };
  GtkTextIter start, end;
  GSList *tags;
  gboolean removed = FALSE;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *t = tags; t != NULL; t = t->next)
    {
      const CogCode *there = g_object_get_data (t->data, CODE_KEY);

      if (there != NULL && g_str_equal (there->element, element))
        {
          gtk_text_buffer_remove_tag (buffer, t->data, &start, &end);
          removed = TRUE;
        }
    }
  g_slist_free (tags);
  if (!removed)
    gtk_text_buffer_apply_tag (buffer, new_tag (buffer, &code), &start, &end);
}
