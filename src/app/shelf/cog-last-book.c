/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-last-book.h"

#include "cog-app-state.h"
#include "cog-cover.h"
#include "cog-shelf-tile.h"

#include <glib/gi18n-lib.h>

#define MAX_TITLE 40 /* characters of a section's title on a button */

struct _CogLastBook
{
  GtkWidget parent_instance;
  CogShelfBook *book; /* (nullable) */
  GSignalGroup *signals;
  GCancellable *reading; /* (nullable) */
  GtkWidget *box, *columns, *go_on, *side;
  CogCover *cover;
  GtkLabel *title, *languages, *percent, *licence;
  GtkProgressBar *progress;
  GtkBox *waiting;
};

G_DEFINE_FINAL_TYPE (CogLastBook, cog_last_book, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

/* One thing that waits: what it is, more about it, and the view where it is done. */
static void
add_waiting (
    CogLastBook *self, const char *icon, const char *what, const char *more, const char *view)
{
  static const char *const plain[] = { NULL };
  static const char *const small[] = { "small", "dim", NULL };
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), new_label (what, plain));
  if (more != NULL)
    gtk_box_append (GTK_BOX (words), new_label (more, small));
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "waiting-row");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    cog_shelf_book_get_path (self->book), view);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "shelf.open-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more != NULL ? more : "",
                                  -1);
  gtk_box_append (self->waiting, button);
}

static void
show_paragraphs (CogLastBook *self, const CogShelfFacts *facts, const CogShelfPlace *place)
{
  guint n =
      place != NULL && place->n_untranslated > 0 ? place->n_untranslated : facts->n_untranslated;
  g_autofree char *what = NULL;

  if (facts->n_untranslated == 0)
    return;
  what = g_strdup_printf (ngettext ("%'u paragraph to go", "%'u paragraphs to go", n), n);
  add_waiting (self, "document-edit-symbolic", what,
               place != NULL && place->n_untranslated > 0 ? _ ("in this section")
                                                          : _ ("in the whole book"),
               "workbench");
}

static void
show_waiting (CogLastBook *self, const CogShelfPlace *place)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (self->book);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->waiting))) != NULL)
    gtk_box_remove (self->waiting, row);
  show_paragraphs (self, facts, place);
  if (facts->n_undescribed > 0)
    {
      g_autofree char *what =
          g_strdup_printf (ngettext ("%'u picture without a description",
                                     "%'u pictures without a description", facts->n_undescribed),
                           facts->n_undescribed);

      add_waiting (self, "image-x-generic-symbolic", what, _ ("for those who cannot see it"),
                   "publish");
    }
  if (facts->n_conflicts > 0)
    add_waiting (self, "dialog-warning-symbolic", _ ("The licence cannot be used"),
                 _ ("a source does not permit it"), "rights");
  else if (facts->licence == NULL)
    add_waiting (self, "application-certificate-symbolic", _ ("Licence not chosen yet"),
                 _ ("the guide asks only what is open"), "rights");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->waiting)) == NULL)
    add_waiting (self, "cog-done-symbolic", _ ("All is ready"), _ ("publish it"), "publish");
}

static void
show_go_on (CogLastBook *self, const CogShelfPlace *place)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (place != NULL && place->title != NULL && place->title[0] != '\0')
    {
      name = g_utf8_strlen (place->title, -1) > MAX_TITLE
                 ? g_utf8_substring (place->title, 0, MAX_TITLE - 1)
                 : g_strdup (place->title);
      g_strdelimit (name, "\n\t", ' ');
      /* Translators: %1$s is a chapter's title, isolated, %2$s nothing or an ellipsis. */
      label =
          g_strdup_printf (_ ("Continue at \xE2\x81\xA8%1$s%2$s\xE2\x81\xA9"), g_strstrip (name),
                           g_utf8_strlen (place->title, -1) > MAX_TITLE ? "…" : "");
    }
  gtk_button_set_label (GTK_BUTTON (self->go_on), label != NULL ? label : _ ("Continue"));
}

typedef struct
{
  char *path, *section, *unit;
} Remembered;

static void
remembered_free (gpointer data)
{
  Remembered *place = data;

  g_free (place->path);
  g_free (place->section);
  g_free (place->unit);
  g_free (place);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Remembered *place = data;

  g_task_return_pointer (task, cog_shelf_place_read (place->path, place->section, place->unit),
                         (GDestroyNotify)cog_shelf_place_free);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogLastBook *self = COG_LAST_BOOK (object);
  g_autoptr (CogShelfPlace) place = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading || self->book == NULL)
    return;
  g_clear_object (&self->reading);
  show_go_on (self, place);
  show_waiting (self, place);
}

static void
read_place (CogLastBook *self)
{
  const char *path = cog_shelf_book_get_path (self->book);
  Remembered *place = g_new0 (Remembered, 1);
  g_autoptr (GTask) task = NULL;

  place->path = g_strdup (path);
  if (!cog_app_state_get_place (cog_app_state_get_default (), path, &place->section, &place->unit))
    {
      remembered_free (place);
      return;
    }
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, place, remembered_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
stop_reading (CogLastBook *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
changed_cb (CogLastBook *self)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (self->book);
  g_autofree char *languages = cog_shelf_book_dup_languages (self->book);
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)(100 * facts->share));

  cog_cover_set_title (self->cover, facts->title, facts->language);
  cog_cover_set_file (self->cover, facts->cover);
  gtk_label_set_label (self->title, facts->title);
  gtk_label_set_label (self->languages, languages != NULL ? languages : "");
  gtk_label_set_label (self->percent, percent);
  gtk_progress_bar_set_fraction (self->progress, facts->share);
  cog_shelf_tile_show_licence (self->licence, self->book);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on), "s",
                                    cog_shelf_book_get_path (self->book));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go_on), "shelf.open");
  stop_reading (self);
  show_go_on (self, NULL);
  show_waiting (self, NULL);
  read_place (self);
}

void
cog_last_book_show (CogLastBook *self, CogShelfBook *book)
{
  g_return_if_fail (COG_IS_LAST_BOOK (self));

  g_set_object (&self->book, book);
  g_signal_group_set_target (self->signals, book);
  stop_reading (self);
  gtk_widget_set_visible (GTK_WIDGET (self), book != NULL);
  if (book != NULL)
    changed_cb (self);
}

void
cog_last_book_set_narrow (CogLastBook *self, gboolean is_narrow)
{
  g_return_if_fail (COG_IS_LAST_BOOK (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_narrow
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), !is_narrow);
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
cog_last_book_dispose (GObject *object)
{
  CogLastBook *self = COG_LAST_BOOK (object);

  stop_reading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->book);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_last_book_parent_class)->dispose (object);
}

static void
cog_last_book_class_init (CogLastBookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_last_book_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/shelf/cog-last-book.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, box);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, columns);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, go_on);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, side);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, cover);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, title);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, languages);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, percent);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, licence);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, progress);
  gtk_widget_class_bind_template_child (widget_class, CogLastBook, waiting);
}

static void
cog_last_book_init (CogLastBook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->signals = g_signal_group_new (COG_TYPE_SHELF_BOOK);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}
