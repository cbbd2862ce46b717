/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline-head.h"

#include "cog-column.h"
#include "cog-cover.h"
#include "cog-language-list.h"

#include <glib/gi18n-lib.h>

/* Pixels: three times the size at which it is shown, for fine screens. */
#define COVER_WIDTH 120
#define COVER_HEIGHT 160

struct _CogOutlineHead
{
  GtkWidget parent_instance;
  GtkWidget *column;
  CogCover *cover;
  GtkLabel *title, *languages, *done;
  GtkProgressBar *progress;
  GCancellable *loading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CogOutlineHead, cog_outline_head, GTK_TYPE_WIDGET)

static void
load_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  g_autoptr (GBytes) png = cog_outline_dup_cover (project, COVER_WIDTH, COVER_HEIGHT);

  g_task_return_pointer (task, png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL,
                         g_object_unref);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogOutlineHead *self = COG_OUTLINE_HEAD (object);
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (picture != NULL && self->column != NULL)
    cog_cover_set_picture (self->cover, picture);
}

void
cog_outline_head_set_project (CogOutlineHead *self, CogProject *project)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_OUTLINE_HEAD (self) && COG_IS_PROJECT (project));
  g_return_if_fail (self->loading == NULL);

  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, g_object_ref (project), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

void
cog_outline_head_show (CogOutlineHead *self, const CogOutlineFacts *facts)
{
  g_autofree char *languages = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (COG_IS_OUTLINE_HEAD (self) && facts != NULL);

  languages = cog_language_dup_pair (facts->source_language, facts->language);
  /* Translators: shares of the book, in percent: of its words, and of its paragraphs. */
  text = g_strdup_printf (_ ("%u%% translated · %u%% reviewed"),
                          cog_book_progress_get_translated (&facts->progress),
                          cog_book_progress_get_reviewed (&facts->progress));
  cog_cover_set_title (self->cover, facts->title, facts->language);
  gtk_label_set_label (self->title, facts->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), facts->title);
  gtk_label_set_label (self->languages, languages);
  gtk_progress_bar_set_fraction (self->progress, cog_book_progress_get_share (&facts->progress));
  gtk_label_set_label (self->done, text);
}

static void
cog_outline_head_dispose (GObject *object)
{
  CogOutlineHead *self = COG_OUTLINE_HEAD (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_outline_head_parent_class)->dispose (object);
}

static void
cog_outline_head_class_init (CogOutlineHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_outline_head_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-outline-head.ui");
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, column);
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, cover);
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, title);
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, languages);
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, done);
  gtk_widget_class_bind_template_child (widget_class, CogOutlineHead, progress);
}

static void
cog_outline_head_init (CogOutlineHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
