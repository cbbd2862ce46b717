/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-page-private.h"

#ifdef COG_WITH_POPPLER
#include "cog-preview-strip.h"
#endif

#include <glib/gi18n-lib.h>

/* section NULL: the whole book, from that page on. */
static void
show_preview (CogPublishPage *self, CogPreviewKind kind, const char *section, guint page)
{
  CogPublishOptions options;
  GtkWindow *window;

  cog_edition_form_flush (self->form);
  options = cog_publish_page_get_options (self);
  window = cog_preview_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                       self->project, kind, &options, section);
  cog_preview_window_start_at (COG_PREVIEW_WINDOW (window), page);
  /* It shows a project that is open. */
  g_signal_connect_object (self, "destroy", G_CALLBACK (gtk_window_destroy), window,
                           G_CONNECT_SWAPPED);
}

static void
preview_cb (AdwActionRow *row, CogPublishPage *self)
{
  CogPreviewKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));

  show_preview (self, kind, self->section, 0);
}

#ifdef COG_WITH_POPPLER
static void
page_cb (CogPreviewStrip *strip, guint page, CogPublishPage *self)
{
  show_preview (self, COG_PREVIEW_PAPER, NULL, page);
}

static void
made_cb (CogPreviewStrip *strip, guint n, CogPublishPage *self)
{
  g_autofree char *words = g_strdup_printf (ngettext ("PDF · %'u page", "PDF · %'u pages", n), n);

  cog_slip_set_aside (self->previews, words, NULL);
}

void
cog_publish_page_add_strip (CogPublishPage *self)
{
  self->strip = cog_preview_strip_new (self->project);
  g_signal_connect (self->strip, "page", G_CALLBACK (page_cb), self);
  g_signal_connect (self->strip, "made", G_CALLBACK (made_cb), self);
  cog_slip_set_middle (self->previews, self->strip);
}
#endif

/* The pages are those that would go out now. */
void
cog_publish_page_update_strip (CogPublishPage *self)
{
#ifdef COG_WITH_POPPLER
  CogPublishOptions options = cog_publish_page_get_options (self);

  cog_preview_strip_set_options (COG_PREVIEW_STRIP (self->strip), &options);
#endif
}

void
cog_publish_page_add_preview (CogPublishPage *self,
                              CogPreviewKind kind,
                              const char *title,
                              const char *subtitle,
                              const char *icon)
{
  GtkWidget *row;

  if (!cog_preview_window_can (kind))
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
  g_signal_connect (row, "activated", G_CALLBACK (preview_cb), self);
  cog_slip_append (self->previews, row);
}
