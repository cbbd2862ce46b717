/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-page-private.h"

#include "cog-column.h"
#include "cog-columns.h"
#include "cog-format-rows.h"
#include "cog-format-tile.h"
#include "cog-licence.h"

#include <glib/gi18n-lib.h>

/* Milliseconds of quiet after an edit before the book is looked through again. */
#define QUIET 400

G_DEFINE_FINAL_TYPE (CogPublishPage, cog_publish_page, GTK_TYPE_WIDGET)

gboolean
cog_publish_page_is_chosen (CogPublishPage *self, guint i)
{
  gboolean is_chosen = FALSE;

  g_object_get (g_ptr_array_index (self->choices, i), "active", &is_chosen, NULL);
  return is_chosen;
}

static guint
count_chosen (CogPublishPage *self)
{
  guint n = 0;

  for (guint i = 0; i < cog_n_formats; i++)
    n += (guint)cog_publish_page_is_chosen (self, i);
  return n;
}

static char *
dup_advice (CogPublishPage *self)
{
  if (count_chosen (self) == 0)
    return g_strdup (_ ("Choose a format, or several."));
  if (!cog_chapter_row_is_any (self->chapters))
    return g_strdup (_ ("Choose the chapters that go out."));
  if (self->n_errors == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%'u thing must be solved first. A draft can go out now; each page says so.",
                "%'u things must be solved first. A draft can go out now; each page says so.",
                self->n_errors),
      self->n_errors);
}

void
cog_publish_page_update_buttons (CogPublishPage *self)
{
  gboolean is_busy = self->run != NULL;
  gboolean can_go = !is_busy && count_chosen (self) > 0 && cog_chapter_row_is_any (self->chapters);
  g_autofree char *advice = dup_advice (self);

  gtk_widget_set_sensitive (self->publish, can_go && self->checking == NULL && self->n_errors == 0);
  gtk_widget_set_sensitive (self->draft, can_go);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tiles), !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), !is_busy);
  gtk_widget_set_sensitive (self->options, !is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), !is_busy && advice != NULL);
  gtk_label_set_label (self->advice, advice != NULL ? advice : "");
}

static void
tile_cb (CogPublishPage *self)
{
  gboolean has_paper = FALSE, has_print = FALSE;

  for (guint i = 0; i < cog_n_formats; i++)
    {
      gboolean is_chosen = cog_publish_page_is_chosen (self, i);

      has_paper |= is_chosen && cog_formats[i].has_paper;
      has_print |= is_chosen && cog_formats[i].has_print;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->paper), has_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->print), has_print);
  cog_publish_page_update_buttons (self);
}

/* --- looking through the book
 * --------------------------------------------------------------------- */

static void
show_licence (CogPublishPage *self)
{
  g_autofree char *id = cog_project_dup_licence (self->project);
  const CogLicence *licence = id != NULL ? cog_licence_lookup (id) : NULL;
  g_autofree char *words =
      licence != NULL
          /* Translators: %s is a licence: CC BY-SA 4.0. */
          ? g_strdup_printf (
                _ ("Every file carries %s and all credits, for readers and for machines."),
                licence->name)
          : g_strdup (_ ("Every file carries its licence and all credits, for readers and for "
                         "machines."));

  gtk_label_set_label (self->carries, words);
}

static void
set_checking (CogPublishPage *self, GCancellable *cancellable)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_set_object (&self->checking, cancellable);
  gtk_widget_set_opacity (self->checking_note, cancellable != NULL ? 1 : 0);
  gtk_widget_set_visible (self->checking_note, cancellable != NULL);
  gtk_spinner_set_spinning (self->spinner, cancellable != NULL);
  cog_publish_page_update_buttons (self);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);
  g_autoptr (GError) error = NULL;
  CogChecklist *list = cog_publish_run_check_finish (result, &error);

  /* Overtaken by an edit, or closed: somebody else looks. */
  if (list == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->checking);
  if (list != NULL)
    {
      self->n_errors = list->n_errors;
      cog_checklist_view_set (self->checklist, list);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  show_licence (self);
  set_checking (self, NULL);
  cog_publish_page_update_strip (self);
}

static void
check (CogPublishPage *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->is_stale = FALSE;
  set_checking (self, cancellable);
  cog_publish_run_check (self->project, cancellable, self, checked_cb);
}

static gboolean
recheck_cb (gpointer user_data)
{
  CogPublishPage *self = user_data;

  self->recheck = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    check (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogProject *project, char **units, CogPublishPage *self)
{
  self->is_stale = TRUE;
  g_clear_handle_id (&self->recheck, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->recheck = g_timeout_add (QUIET, recheck_cb, self);
}

static void
field_cb (CogPublishPage *self, const char *field)
{
  cog_edition_form_go_to (self->form, field);
}

/* --- the widget
 * ------------------------------------------------------------------------------------- */

static void
cog_publish_page_map (GtkWidget *widget)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (widget);

  GTK_WIDGET_CLASS (cog_publish_page_parent_class)->map (widget);
  if (self->is_stale)
    check (self);
}

static void
cog_publish_page_dispose (GObject *object)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);

  g_clear_handle_id (&self->recheck, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  cog_publish_page_cancel (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  self->run_bar = NULL;
  g_clear_pointer (&self->root, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_publish_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, root);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, checking_note);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, checklist);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, previews);
  gtk_widget_class_bind_template_child_full (widget_class, "results", FALSE,
                                             G_STRUCT_OFFSET (CogPublishPage, results_slip));
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, more);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, options);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, paper);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, print);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, bilingual);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, answers);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, large);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, chapters);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, form);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, advice);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, carries);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, draft);
  gtk_widget_class_bind_template_child (widget_class, CogPublishPage, publish);
  gtk_widget_class_bind_template_callback_full (widget_class, "publish_cb",
                                                G_CALLBACK (cog_publish_page_publish));
  gtk_widget_class_bind_template_callback_full (widget_class, "draft_cb",
                                                G_CALLBACK (cog_publish_page_publish_draft));
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "update_buttons",
                                                G_CALLBACK (cog_publish_page_update_buttons));
  gtk_widget_class_bind_template_callback_full (widget_class, "update_strip",
                                                G_CALLBACK (cog_publish_page_update_strip));
}

static void
cog_publish_page_class_init (CogPublishPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_publish_page_dispose;
  widget_class->map = cog_publish_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_CHAPTER_ROW);
  g_type_ensure (COG_TYPE_CHECKLIST_VIEW);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COLUMNS);
  g_type_ensure (COG_TYPE_EDITION_FORM);
  g_type_ensure (COG_TYPE_PRINT_ROW);
  g_type_ensure (COG_TYPE_SLIP);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/publish/cog-publish-page.ui");
  bind_template (widget_class);
}

static GtkWidget *
add_tile (CogPublishPage *self, const CogFormat *format)
{
  GtkWidget *tile = cog_format_tile_new (format);

  gtk_flow_box_insert (self->tiles, tile, -1);
  /* The tile has the keyboard, not the place that it stands in. */
  gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), format == &cog_formats[0]);
  return tile;
}

/* What most want are tiles in sight; the others open when they are asked for. */
static void
add_formats (CogPublishPage *self)
{
  AdwExpanderRow *groups[COG_FORMAT_N_GROUPS] = { NULL };

  for (guint i = 0; i < cog_n_formats; i++)
    {
      CogFormatGroup group = cog_formats[i].group;
      GtkWidget *choice;

      if (group != COG_FORMAT_TO_READ && groups[group] == NULL)
        groups[group] = cog_format_rows_add_group (self->more, group);
      choice = group == COG_FORMAT_TO_READ ? add_tile (self, &cog_formats[i])
                                           : cog_format_rows_add (groups[group], &cog_formats[i]);
      g_ptr_array_add (self->choices, choice);
    }
  for (guint i = 0; i < cog_n_formats; i++)
    g_signal_connect_swapped (g_ptr_array_index (self->choices, i), "toggled", G_CALLBACK (tile_cb),
                              self);
}

static void
cog_publish_page_init (CogPublishPage *self)
{
  self->is_stale = TRUE;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_published_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chooser = cog_target_chooser_new (cog_publish_page_write_to, self);
  self->choices = g_ptr_array_new ();
  add_formats (self);
  cog_publish_page_add_preview (self, COG_PREVIEW_PAGES, _ ("On a Screen"),
                                _ ("As EPUB and web pages look on a phone, a tablet, a computer"),
                                "video-display-symbolic");
  cog_publish_page_add_preview (self, COG_PREVIEW_PAPER, _ ("On Paper"), _ ("The pages of the PDF"),
                                "document-print-symbolic");
}

GtkWidget *
cog_publish_page_new (CogProject *project)
{
  CogPublishPage *self = g_object_new (COG_TYPE_PUBLISH_PAGE, NULL);

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  cog_chapter_row_set_project (self->chapters, project);
  cog_edition_form_set_project (self->form, project);
  show_licence (self);
  tile_cb (self);
#ifdef COG_WITH_POPPLER
  cog_publish_page_add_strip (self);
#endif
  g_signal_connect_swapped (self->paper, "notify::selected",
                            G_CALLBACK (cog_publish_page_update_strip), self);
  g_signal_connect_swapped (self->bilingual, "notify::active",
                            G_CALLBACK (cog_publish_page_update_strip), self);
  g_signal_connect_swapped (self->answers, "notify::active",
                            G_CALLBACK (cog_publish_page_update_strip), self);
  g_signal_connect_swapped (self->large, "notify::active",
                            G_CALLBACK (cog_publish_page_update_strip), self);
  g_object_bind_property (self->bilingual, "active", self->print, "bilingual",
                          G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}

void
cog_publish_page_set_section (CogPublishPage *self, const char *section)
{
  g_return_if_fail (COG_IS_PUBLISH_PAGE (self));

  g_free (self->section);
  self->section = g_strdup (section);
}

gboolean
cog_publish_page_is_busy (CogPublishPage *self)
{
  g_return_val_if_fail (COG_IS_PUBLISH_PAGE (self), FALSE);
  return self->run != NULL;
}

void
cog_publish_page_cancel (CogPublishPage *self)
{
  g_return_if_fail (COG_IS_PUBLISH_PAGE (self));

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
}
