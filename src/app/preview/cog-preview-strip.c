/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-preview-strip.h"

#include "cog-language.h"
#include "cog-paper-sheet.h"
#include "cog-preview-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_SHEETS 5
/* Pixels. */
#define SHEET_WIDTH 102
#define SHEET_HEIGHT 144
/* Milliseconds of quiet before the pages are made. */
#define QUIET 900

struct _CogPreviewStrip
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPublishOptions options;
  gboolean is_stale;
  guint wait;                 /* timeout */
  CogRun *run;                /* (nullable) */
  CogPreview *preview;        /* whose file the document reads (nullable) */
  CogPaperDocument *document; /* (nullable) */
  GtkWidget *root;
  GtkBox *sheets;
};

enum
{
  MADE,
  PAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogPreviewStrip, cog_preview_strip, GTK_TYPE_WIDGET)

static void
clear_sheets (CogPreviewStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
}

/* Paper to come. */
static void
show_empty (CogPreviewStrip *self)
{
  clear_sheets (self);
  for (guint i = 0; i < N_SHEETS; i++)
    {
      GtkWidget *sheet = g_object_new (GTK_TYPE_BOX, "css-name", "sheet", "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_set_size_request (sheet, SHEET_WIDTH, SHEET_HEIGHT);
      gtk_widget_add_css_class (sheet, "empty");
      gtk_box_append (self->sheets, sheet);
    }
}

static void
pressed_cb (GtkButton *button, CogPreviewStrip *self)
{
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "page"));

  g_signal_emit (self, signals[PAGE], 0, page);
}

static void
add_sheet (CogPreviewStrip *self, CogPaperPage *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *sheet = g_object_new (COG_TYPE_PAPER_SHEET, NULL);
  guint index = cog_paper_page_get_index (page);
  /* Translators: the number of a page. */
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), index + 1);

  cog_paper_sheet_set_page (COG_PAPER_SHEET (sheet), self->document, page);
  cog_paper_sheet_set_scale (COG_PAPER_SHEET (sheet),
                             SHEET_WIDTH / MAX (cog_paper_page_get_width (page), 1));
  cog_paper_sheet_set_in_sight (COG_PAPER_SHEET (sheet), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), sheet);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sheet-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "page", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (pressed_cb), self);
  gtk_box_append (self->sheets, button);
}

static void
show_document (CogPreviewStrip *self)
{
  GListModel *pages = cog_paper_document_get_pages (self->document);
  guint n = g_list_model_get_n_items (pages);

  clear_sheets (self);
  for (guint i = 0; i < MIN (n, N_SHEETS); i++)
    {
      g_autoptr (CogPaperPage) page = g_list_model_get_item (pages, i);

      add_sheet (self, page);
    }
  gtk_widget_set_opacity (GTK_WIDGET (self->sheets), 1);
  g_signal_emit (self, signals[MADE], 0, n);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  CogPaperDocument *document = cog_paper_document_new_for_path (path, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
is_overtaken (CogPreviewStrip *self, GAsyncResult *result)
{
  return self->run == NULL ||
         g_task_get_cancellable (G_TASK (result)) != cog_run_get_cancellable (self->run);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPreviewStrip *self = COG_PREVIEW_STRIP (object);
  g_autoptr (CogPaperDocument) document = g_task_propagate_pointer (G_TASK (result), NULL);

  if (is_overtaken (self, result))
    return;
  g_clear_object (&self->run);
  if (document == NULL)
    return;
  self->is_stale = FALSE;
  g_set_object (&self->document, document);
  show_document (self);
}

/* What could not be made says why where one asks for it: in the preview. */
static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPreviewStrip *self = COG_PREVIEW_STRIP (object);
  g_autoptr (CogPreview) preview = cog_preview_run_finish (result, NULL);
  g_autoptr (GTask) task = NULL;

  if (is_overtaken (self, result))
    return;
  if (preview == NULL)
    {
      g_clear_object (&self->run);
      return;
    }
  g_clear_pointer (&self->preview, cog_preview_free);
  self->preview = g_steal_pointer (&preview);
  task = g_task_new (self, cog_run_get_cancellable (self->run), read_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->preview->file), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
stop (CogPreviewStrip *self)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static gboolean
begin_cb (gpointer user_data)
{
  CogPreviewStrip *self = user_data;

  self->wait = 0;
  if (cog_project_is_closed (self->project))
    return G_SOURCE_REMOVE;
  self->run = cog_run_new ();
  cog_preview_run_start (self->project, COG_PREVIEW_PAPER, &self->options, NULL, self->run, self,
                         made_cb);
  return G_SOURCE_REMOVE;
}

static void
begin_later (CogPreviewStrip *self)
{
  stop (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !self->is_stale)
    return;
  /* What is there is of before. */
  gtk_widget_set_opacity (GTK_WIDGET (self->sheets), self->document != NULL ? .5 : 1);
  self->wait = g_timeout_add_full (G_PRIORITY_LOW, QUIET, begin_cb, self, NULL);
}

static void
changed_cb (CogProject *project, char **units, CogPreviewStrip *self)
{
  self->is_stale = TRUE;
  begin_later (self);
}

static void
cog_preview_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cog_preview_strip_parent_class)->map (widget);
  begin_later (COG_PREVIEW_STRIP (widget));
}

static void
cog_preview_strip_unmap (GtkWidget *widget)
{
  stop (COG_PREVIEW_STRIP (widget));
  GTK_WIDGET_CLASS (cog_preview_strip_parent_class)->unmap (widget);
}

static void
cog_preview_strip_dispose (GObject *object)
{
  CogPreviewStrip *self = COG_PREVIEW_STRIP (object);

  stop (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->preview, cog_preview_free);
  G_OBJECT_CLASS (cog_preview_strip_parent_class)->dispose (object);
}

/* The wheel moves the page below, also over the strip, which would keep it for going sideways: a
 * page that stands still under the pointer looks broken. Sideways the bar goes, a swipe, and the
 * keyboard. */
static gboolean
scroll_cb (GtkEventControllerScroll *wheel, double dx, double dy, CogPreviewStrip *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (wheel) == GDK_SCROLL_UNIT_WHEEL;
  GtkAdjustment *adjustment;
  double step;

  if (page == NULL || dy == 0 || fabs (dx) > fabs (dy))
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  /* As GTK counts a click of the wheel. */
  step = is_wheel ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3) : 1;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return TRUE;
}

static void
cog_preview_strip_class_init (CogPreviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_preview_strip_dispose;
  widget_class->map = cog_preview_strip_map;
  widget_class->unmap = cog_preview_strip_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PAGE] = g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cog_preview_strip_init (CogPreviewStrip *self)
{
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->is_stale = TRUE;
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  self->root = gtk_scrolled_window_new ();
  self->sheets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->root), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->root), GTK_WIDGET (self->sheets));
  gtk_widget_add_css_class (GTK_WIDGET (self->sheets), "sheet-strip");
  gtk_widget_set_parent (self->root, GTK_WIDGET (self));
  show_empty (self);
}

GtkWidget *
cog_preview_strip_new (CogProject *project)
{
  CogPreviewStrip *self = g_object_new (COG_TYPE_PREVIEW_STRIP, NULL);
  g_autofree char *language = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self->project = g_object_ref (project);
  language = cog_project_dup_language (project);
  /* The book's pages turn as it is written. */
  gtk_widget_set_direction (GTK_WIDGET (self->sheets),
                            cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

void
cog_preview_strip_set_options (CogPreviewStrip *self, const CogPublishOptions *options)
{
  g_return_if_fail (COG_IS_PREVIEW_STRIP (self) && options != NULL);

  if (self->options.edition.is_draft == options->edition.is_draft &&
      self->options.edition.is_bilingual == options->edition.is_bilingual &&
      self->options.writer.paper == options->writer.paper)
    return;
  self->options = *options;
  self->options.edition.sections = NULL;
  self->is_stale = TRUE;
  begin_later (self);
}
