/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-view.h"

#include "cog-compat.h"

/* Marks in a text that is being written: tags without a code, which are never read back. */

#define TAGS_KEY "cog-mark-tags"
#define N_KINDS (COG_MARK_ADDED + 1)

static GtkTextTag *
new_tag (GtkTextView *view, CogMarkKind kind)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), NULL, NULL);
  GdkRGBA colour = { 0.97F, 0.89F, 0.36F, 0.6F };

  if (kind == COG_MARK_TERM)
    {
      cog_widget_lookup_colour (GTK_WIDGET (view), "accent_color", &colour);
      g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &colour, NULL);
      return tag;
    }
  if (kind == COG_MARK_REMOVED || kind == COG_MARK_ADDED)
    {
      g_object_set (tag, "strikethrough", kind == COG_MARK_REMOVED, "underline",
                    kind == COG_MARK_ADDED ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_NONE, NULL);
      return tag;
    }
  cog_widget_lookup_colour (GTK_WIDGET (view), "marker", &colour);
  g_object_set (tag, "background-rgba", &colour, NULL);
  return tag;
}

/* The buffer counts a character for each place that a link leads to; a CogText does not. */
static void
get_iter (CogRichBuffer *buffer, GtkTextIter *iter, guint at)
{
  guint left = at;

  cog_rich_buffer_get_start (buffer, iter);
  while (!gtk_text_iter_is_end (iter))
    {
      const CogCode *code = cog_rich_buffer_get_piece (iter);
      gboolean is_place = code != NULL && code->type == COG_CODE_SPAN;

      if (!is_place && left-- == 0)
        return;
      gtk_text_iter_forward_char (iter);
    }
}

void
cog_rich_view_mark (CogRichView *self, const CogMark *marks, gsize n)
{
  GtkTextBuffer *buffer;
  GtkTextTag **tags;
  GtkTextIter start, end;

  g_return_if_fail (COG_IS_RICH_VIEW (self) && (marks != NULL || n == 0));

  buffer = GTK_TEXT_BUFFER (cog_rich_view_get_buffer (self));
  tags = g_object_get_data (G_OBJECT (self), TAGS_KEY);
  if (tags == NULL && n == 0)
    return;
  if (tags == NULL)
    {
      tags = g_new0 (GtkTextTag *, N_KINDS);
      g_object_set_data_full (G_OBJECT (self), TAGS_KEY, tags, g_free);
      for (guint kind = 0; kind < N_KINDS; kind++)
        tags[kind] = new_tag (GTK_TEXT_VIEW (self), (CogMarkKind)kind);
    }
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint kind = 0; kind < N_KINDS; kind++)
    gtk_text_buffer_remove_tag (buffer, tags[kind], &start, &end);
  for (gsize i = 0; i < n; i++)
    {
      get_iter (COG_RICH_BUFFER (buffer), &start, marks[i].start);
      get_iter (COG_RICH_BUFFER (buffer), &end, marks[i].end);
      gtk_text_buffer_apply_tag (buffer, tags[marks[i].kind], &start, &end);
    }
}
