/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-figure-card.h"

#include "cog-compat.h"
#include "cog-credit-form.h"
#include "cog-description.h"
#include "cog-drawing-job.h"
#include "cog-drawing-window.h"
#include "cog-drop-down-name.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-licence-label.h"
#include "cog-licence-meaning.h"
#include "cog-page-picture.h"
#include "cog-picture-window.h"
#include "cog-project-figures.h"
#include "cog-thumbnail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIDE 104 /* pixels of the picture from before: twice its size, for dense screens */

struct _CogFigureCard
{
  CogPanelCard parent_instance;
  GtkWidget *alt_mark, *before, *translate;
  GtkLabel *alt, *meaning, *before_words, *before_use;
  GtkButton *write;
  GtkToggleButton *decorative;
  CogCreditForm *form;
  GtkPicture *before_picture;
  CogProjectFigure *figure; /* (nullable) */
  GtkDropDown *which;       /* of the pictures in a paragraph */
  GPtrArray *images;        /* their ids (nullable) */
  char *chosen;             /* … the one that is shown (nullable) */
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (CogFigureCard, cog_figure_card, COG_TYPE_PANEL_CARD)

/* What the thread brings. */
typedef struct
{
  char *unit;
  char *chosen;      /* id of the picture that was shown (nullable) */
  gboolean is_text;  /* not about a picture: pictures may stand in it */
  GPtrArray *images; /* their ids (nullable) */
  CogProjectFigure *figure;
  GBytes *before;     /* a thumbnail (nullable) */
  gboolean has_words; /* it is a drawing that says something */
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->unit);
  g_free (reading->chosen);
  g_clear_pointer (&reading->images, g_ptr_array_unref);
  cog_project_figure_free (reading->figure);
  g_clear_pointer (&reading->before, g_bytes_unref);
  g_free (reading);
}

static void
show_alt (CogFigureCard *self)
{
  const CogProjectFigure *figure = self->figure;
  gboolean is_waiting = figure->alt == NULL && !cog_description_is_filler (figure->source_alt);
  gboolean is_written = !figure->is_decorative && !cog_description_is_filler (figure->alt);
  gboolean is_missing = !is_waiting && !is_written && !figure->is_decorative;
  CogProject *project = cog_panel_card_get_project (COG_PANEL_CARD (self));
  g_autofree char *language = cog_project_dup_language (project);

  gtk_widget_set_visible (self->alt_mark, is_missing);
  gtk_label_set_label (self->alt,
                       is_missing   ? _ ("Describe the picture for readers who cannot see it.")
                       : is_waiting ? figure->source_alt
                       : is_written ? figure->alt
                                    : _ ("Only decorative: passed over when the book is read "
                                         "aloud."));
  gtk_widget_set_direction (GTK_WIDGET (self->alt),
                            !is_written                      ? gtk_widget_get_default_direction ()
                            : cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL
                                                             : GTK_TEXT_DIR_LTR);
  gtk_widget_set_css_classes (GTK_WIDGET (self->alt),
                              (const char *[]){ is_written ? "body" : "dim", NULL });
  gtk_button_set_label (self->write, is_written   ? _ ("Edit…")
                                     : is_waiting ? _ ("Translate…")
                                                  : _ ("Write…"));
  self->is_loading = TRUE;
  gtk_toggle_button_set_active (self->decorative, figure->is_decorative);
  self->is_loading = FALSE;
}

static void
show_credit (CogFigureCard *self)
{
  const CogCredit *credit = self->figure->credit;

  cog_credit_form_set_credit (self->form, credit);
  /* Translators: the licence of a picture that has none of its own. */
  cog_credit_form_set_unstated (self->form, credit == NULL ? _ ("As the book") : NULL);
  if (credit == NULL)
    gtk_label_set_label (self->meaning, _ ("It has no credit of its own: it counts as part of the "
                                           "book that it comes from."));
  else if (credit->licence == NULL)
    gtk_label_set_label (self->meaning, _ ("Its licence is not known. Look where it comes from, "
                                           "ask its author, replace it, or leave it out."));
  else
    gtk_label_set_label (self->meaning, self->figure->is_translated
                                            ? _ ("Its words were translated: its licence must "
                                                 "allow that.")
                                            : _ ("It keeps its own licence beside the text."));
}

static void
show_before (CogFigureCard *self, GBytes *thumbnail)
{
  const CogCredit *credit = self->figure->source_credit;
  g_autofree char *licence = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_widget_set_visible (self->before, self->figure->source_asset != NULL);
  if (self->figure->source_asset == NULL)
    return;
  licence =
      credit != NULL && credit->licence != NULL ? cog_licence_dup_label (credit->licence) : NULL;
  if (credit != NULL && credit->title != NULL && licence != NULL)
    /* Translators: the title of a picture and its licence. */
    words = g_strdup_printf (_ ("%s, %s"), credit->title, licence);
  else
    words = g_strdup (credit != NULL && credit->title != NULL ? credit->title
                      : licence != NULL                       ? licence
                                                              : _ ("The source’s picture"));
  gtk_label_set_label (self->before_words, words);
  gtk_label_set_label (self->before_use, self->figure->is_translated
                                             ? _ ("With the source’s words")
                                             : _ ("Not used: binds nothing"));
  texture = thumbnail != NULL ? gdk_texture_new_from_bytes (thumbnail, NULL) : NULL;
  gtk_picture_set_paintable (self->before_picture, GDK_PAINTABLE (texture));
}

/* Of several pictures in a paragraph, which. */
static void
show_which (CogFigureCard *self, Reading *reading)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = reading->images != NULL ? reading->images->len : 0;
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      /* Translators: of the pictures in a paragraph. */
      g_autofree char *name = g_strdup_printf (_ ("Picture %u of %u"), i + 1, n);

      gtk_string_list_append (names, name);
      if (g_str_equal (g_ptr_array_index (reading->images, i), reading->chosen))
        selected = i;
    }
  self->is_loading = TRUE;
  g_clear_pointer (&self->images, g_ptr_array_unref);
  self->images = g_steal_pointer (&reading->images);
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  if (n > 0)
    gtk_drop_down_set_selected (self->which, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->which), n > 1);
  self->is_loading = FALSE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CogProject *project = COG_PROJECT (source);
  Reading *reading = task_data;
  GError *error = NULL;
  CogAsset *asset;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (reading->is_text)
    reading->images = cog_project_list_images (project, reading->unit, NULL);
  if (reading->is_text && (reading->images == NULL || reading->images->len == 0))
    {
      g_task_return_new_error (task, COG_ERROR, COG_ERROR_NOT_FOUND, "no picture in it");
      return;
    }
  if (reading->is_text &&
      (reading->chosen == NULL ||
       !g_ptr_array_find_with_equal_func (reading->images, reading->chosen, g_str_equal, NULL)))
    {
      g_free (reading->chosen);
      reading->chosen = g_strdup (g_ptr_array_index (reading->images, 0));
    }
  reading->figure =
      cog_project_dup_figure (project, reading->is_text ? reading->chosen : reading->unit, &error);
  if (reading->figure == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  asset = reading->figure->asset != NULL
              ? cog_project_dup_asset (project, reading->figure->asset, NULL)
              : NULL;
  reading->has_words = asset != NULL && cog_drawing_job_has_words (asset);
  cog_asset_free (asset);
  asset = reading->figure->source_asset != NULL
              ? cog_page_picture_load (project, reading->figure->source_asset, cancellable, NULL)
              : NULL;
  if (asset != NULL)
    reading->before = cog_thumbnail_new (asset, SIDE, SIDE, NULL);
  cog_asset_free (asset);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogFigureCard) self = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* No picture of a table's caption. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  if (cog_panel_card_get_unit (COG_PANEL_CARD (self)) == NULL)
    return;
  g_clear_pointer (&self->figure, cog_project_figure_free);
  self->figure = g_steal_pointer (&reading->figure);
  show_which (self, reading);
  show_alt (self);
  show_credit (self);
  show_before (self, reading->before);
  gtk_widget_set_visible (self->translate, reading->has_words);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  cog_panel_card_strip_changed (COG_PANEL_CARD (self));
}

static void
start_reading (CogFigureCard *self, const CogUnit *unit)
{
  CogPanelCard *card = COG_PANEL_CARD (self);
  g_autoptr (GTask) task =
      g_task_new (cog_panel_card_get_project (card), cog_panel_card_get_cancellable (card), read_cb,
                  g_object_ref (self));
  Reading *reading = g_new0 (Reading, 1);

  reading->unit = g_strdup (unit->id);
  reading->chosen = g_strdup (self->chosen);
  reading->is_text = unit->kind != COG_UNIT_ALT && unit->kind != COG_UNIT_CAPTION;
  g_task_set_task_data (task, reading, (GDestroyNotify)reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
has_picture (const char *text)
{
  return text != NULL && strstr (text, "<img") != NULL;
}

static void
cog_figure_card_show (CogPanelCard *card,
                      CogProject *project,
                      const CogUnit *unit,
                      gboolean is_other)
{
  CogFigureCard *self = COG_FIGURE_CARD (card);

  if (is_other)
    {
      g_clear_pointer (&self->figure, cog_project_figure_free);
      g_clear_pointer (&self->chosen, g_free);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_CAPTION || has_picture (unit->source) ||
      has_picture (unit->target))
    start_reading (self, unit);
}

static void
edited_cb (CogFigureCard *self)
{
  g_autoptr (CogProject) project =
      g_object_ref (cog_panel_card_get_project (COG_PANEL_CARD (self)));
  g_autoptr (CogCredit) credit = NULL;
  g_autoptr (GError) error = NULL;

  if (self->figure == NULL)
    return;
  credit = cog_credit_form_dup_credit (self->form);
  if (credit->item == NULL)
    credit->item = g_strdup (self->figure->item);
  cog_panel_card_store_row (COG_PANEL_CARD (self));
  if (!cog_project_set_credit (project, credit, &error))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
}

static void
cog_figure_card_flush (CogPanelCard *card)
{
  CogFigureCard *self = COG_FIGURE_CARD (card);

  if (self->figure != NULL && cog_credit_form_is_edited (self->form))
    edited_cb (self);
}

static void
which_cb (CogFigureCard *self)
{
  const CogUnit *unit = cog_panel_card_get_unit (COG_PANEL_CARD (self));
  guint selected = gtk_drop_down_get_selected (self->which);

  if (self->is_loading || self->images == NULL || unit == NULL || selected >= self->images->len)
    return;
  cog_figure_card_flush (COG_PANEL_CARD (self));
  g_free (self->chosen);
  self->chosen = g_strdup (g_ptr_array_index (self->images, selected));
  start_reading (self, unit);
}

/* A picture that the source calls decorative gets a place for a description. */
static gboolean
describe (CogFigureCard *self)
{
  CogProject *project = cog_panel_card_get_project (COG_PANEL_CARD (self));
  g_autoptr (GError) error = NULL;

  if (cog_project_describe_picture (project, self->figure->image, &error))
    return TRUE;
  cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
  return FALSE;
}

static void
write_cb (CogFigureCard *self)
{
  g_autofree char *unit = g_strconcat (self->figure->image, "@alt", NULL);

  if (!self->figure->has_description && !describe (self))
    return;
  /* A text is no decoration. */
  if (self->figure->has_description && self->figure->is_decorative)
    cog_project_set_decorative (cog_panel_card_get_project (COG_PANEL_CARD (self)),
                                self->figure->image, FALSE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", unit);
}

static void
decorative_cb (CogFigureCard *self)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_loading || self->figure == NULL)
    return;
  project = g_object_ref (cog_panel_card_get_project (COG_PANEL_CARD (self)));
  cog_panel_card_store_row (COG_PANEL_CARD (self));
  if (!self->figure->has_description)
    describe (self);
  else if (!cog_project_set_decorative (project, self->figure->image,
                                        gtk_toggle_button_get_active (self->decorative), &error))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
}

static void
restore_cb (CogFigureCard *self)
{
  g_autoptr (CogProject) project =
      g_object_ref (cog_panel_card_get_project (COG_PANEL_CARD (self)));
  g_autofree char *image = g_strdup (self->figure->image);
  g_autoptr (GError) error = NULL;

  cog_panel_card_store_row (COG_PANEL_CARD (self));
  if (!cog_project_restore_picture (project, image, &error))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
}

static void
offer_file (CogFigureCard *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  cog_panel_card_store_row (COG_PANEL_CARD (self));
  if (path != NULL && self->figure != NULL && root != NULL)
    cog_picture_window_present (
        GTK_WINDOW (root), cog_panel_card_get_project (COG_PANEL_CARD (self)), self->figure, path);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogFigureCard *self = COG_FIGURE_CARD (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL) /* gone meanwhile */
    return;
  if (file != NULL)
    offer_file (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
}

static void
replace_cb (CogFigureCard *self)
{
  cog_file_dialog_open_picture (GTK_WIDGET (self), _ ("Replace Picture"), file_cb, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CogFigureCard *self)
{
  offer_file (self, g_value_get_object (value));
  return TRUE;
}

static void
translate_cb (CogFigureCard *self)
{
  /* The window is modal: nothing is typed while it is open. */
  cog_panel_card_store_row (COG_PANEL_CARD (self));
  cog_drawing_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              cog_panel_card_get_project (COG_PANEL_CARD (self)), self->figure);
}

static GtkWidget *
cog_figure_card_new_strip (CogPanelCard *card)
{
  CogFigureCard *self = COG_FIGURE_CARD (card);
  GtkWidget *strip, *words, *button;

  if (self->figure == NULL || self->figure->alt != NULL || self->figure->source_alt != NULL)
    return NULL;
  strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  words = gtk_label_new (_ ("Alternative text is missing"));
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "heading");
  button = gtk_button_new_with_label (_ ("Write…"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (strip), words);
  gtk_box_append (GTK_BOX (strip), button);
  return strip;
}

static void
cog_figure_card_finalize (GObject *object)
{
  CogFigureCard *self = COG_FIGURE_CARD (object);

  g_clear_pointer (&self->figure, cog_project_figure_free);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_free (self->chosen);
  G_OBJECT_CLASS (cog_figure_card_parent_class)->finalize (object);
}

static void
cog_figure_card_class_init (CogFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_figure_card_finalize;
  COG_PANEL_CARD_CLASS (klass)->show = cog_figure_card_show;
  COG_PANEL_CARD_CLASS (klass)->flush = cog_figure_card_flush;
  COG_PANEL_CARD_CLASS (klass)->new_strip = cog_figure_card_new_strip;
  g_type_ensure (COG_TYPE_CREDIT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, alt_mark);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, before);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, translate);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, alt);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, meaning);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, before_words);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, before_use);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, write);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, decorative);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, form);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, before_picture);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, decorative_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_child (widget_class, CogFigureCard, which);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, translate_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
cog_figure_card_init (CogFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cog_drop_down_name (self->which, _ ("Which picture"));
}
