/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-window.h"

#include "cog-credit-form.h"
#include "cog-edit-run.h"
#include "cog-licence-meaning.h"
#include "cog-page-picture.h"
#include "cog-picture-job.h"
#include "cog-thumbnail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SIDE 320 /* pixels of the pictures side by side */

struct _CogPictureWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  char *image;
  CogPictureOffer *offer; /* NULL: not read yet */
  GCancellable *cancellable;
  GtkWidget *replace;
  GtkStack *stack;
  AdwStatusPage *fault;
  GtkPicture *old, *new;
  CogCreditForm *form;
  GtkImage *mark;
  GtkLabel *meaning, *evidence;
  GtkEditable *alt;
};

#define COG_TYPE_PICTURE_WINDOW (cog_picture_window_get_type ())
G_DECLARE_FINAL_TYPE (CogPictureWindow, cog_picture_window, COG, PICTURE_WINDOW, AdwWindow)
G_DEFINE_FINAL_TYPE (CogPictureWindow, cog_picture_window, ADW_TYPE_WINDOW)

/* What the thread brings. */
typedef struct
{
  char *path, *asset;
  CogPictureOffer *offer;
  GBytes *old, *new; /* thumbnails (nullable) */
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->path);
  g_free (reading->asset);
  cog_picture_offer_free (reading->offer);
  g_clear_pointer (&reading->old, g_bytes_unref);
  g_clear_pointer (&reading->new, g_bytes_unref);
  g_free (reading);
}

static void
show_thumbnail (GtkPicture *picture, GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
}

/* "CC BY 4.0 · found in XMP cc:license" for each statement of the file. */
static void
show_evidence (CogPictureWindow *self, const CogCredit *credit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);
      const char *words = statement->words != NULL ? statement->words : statement->url;

      if (statement->place == NULL || words == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: what a picture file says of its licence: %1$s is the field of the file, "XMP
       * dc:rights", %2$s are its words. */
      g_string_append_printf (text, _ ("Found in the file (%1$s): “%2$s”"), statement->place,
                              words);
    }
  if (text->len == 0)
    g_string_append (text, _ ("The file says nothing about its licence."));
  gtk_label_set_label (self->evidence, text->str);
}

/* A licence that closes something is said before the picture comes in. */
static void
edited_cb (CogPictureWindow *self)
{
  g_autoptr (CogCredit) credit = cog_credit_form_dup_credit (self->form);
  CogAdaptability adaptability = cog_licence_meaning_get_adaptability (credit->licence);
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;
  gboolean is_open =
      adaptability == COG_ADAPTABILITY_FREE && (licence == NULL || !cog_licence_is_nc (licence));
  const char *plain[] = { "dim-label", NULL };
  const char *warns[] = { "warning", NULL };

  gtk_label_set_label (
      self->meaning,
      credit->licence != NULL
          ? cog_licence_meaning_describe_source (credit->licence)
          : _ ("Nobody says under which licence this picture is: without one it may not be passed "
               "on. Look at the page that it comes from, ask its author, or take another picture. "
               "You can put it in now and say the licence later."));
  gtk_image_set_from_icon_name (self->mark,
                                is_open ? "cog-done-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), is_open ? plain : warns);
}

static void
show_offer (CogPictureWindow *self, Reading *reading)
{
  self->offer = g_steal_pointer (&reading->offer);
  show_thumbnail (self->old, reading->old);
  show_thumbnail (self->new, reading->new);
  cog_credit_form_set_credit (self->form, self->offer->credit);
  if (self->offer->alt != NULL)
    gtk_editable_set_text (self->alt, self->offer->alt);
  show_evidence (self, self->offer->credit);
  edited_cb (self);
  gtk_widget_set_sensitive (self->replace, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "offer");
  gtk_widget_grab_focus (self->replace);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CogProject *project = COG_PROJECT (source);
  Reading *reading = task_data;
  GError *error = NULL;
  CogAsset *now;

  reading->offer = cog_picture_offer_new (reading->path, cancellable, &error);
  if (reading->offer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* What cannot be shown small can still be used. */
  reading->new = cog_thumbnail_new (reading->offer->asset, SIDE, SIDE, NULL);
  now = cog_page_picture_load (project, reading->asset, cancellable, NULL);
  if (now != NULL)
    reading->old = cog_thumbnail_new (now, SIDE, SIDE, NULL);
  cog_asset_free (now);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogPictureWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_offer (self, g_task_get_task_data (G_TASK (result)));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->fault, words);
      gtk_stack_set_visible_child_name (self->stack, "fault");
    }
}

typedef struct
{
  CogPictureWindow *window;
  CogCredit *credit;
  char *alt;
  CogPictureEdit edit;
} Replacing;

static void
replacing_free (gpointer data)
{
  Replacing *replacing = data;

  g_object_unref (replacing->window);
  cog_credit_free (replacing->credit);
  g_free (replacing->alt);
  g_free (replacing);
}

static gboolean
replace_thread (CogProject *project, gpointer data, GError **error)
{
  return cog_project_replace_picture (project, &((Replacing *)data)->edit, error);
}

static void
replaced_cb (gpointer data, const GError *error)
{
  CogPictureWindow *self = ((Replacing *)data)->window;

  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  adw_status_page_set_title (self->fault, _ ("That Did Not Work"));
  adw_status_page_set_description (self->fault, error->message);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

/* Tens of megabytes are looked through, and written. */
static void
replace_cb (CogPictureWindow *self)
{
  Replacing *replacing = g_new0 (Replacing, 1);

  replacing->window = g_object_ref (self);
  replacing->credit = cog_credit_form_dup_credit (self->form);
  replacing->alt = g_strstrip (g_strdup (gtk_editable_get_text (self->alt)));
  replacing->edit = (CogPictureEdit){ .image = self->image,
                                      .asset = self->offer->asset,
                                      .credit = replacing->credit,
                                      .alt = replacing->alt[0] != '\0' ? replacing->alt : NULL };
  gtk_widget_set_sensitive (self->replace, FALSE);
  cog_edit_run (GTK_WIDGET (self->stack), self->project, replace_thread, replaced_cb, replacing,
                replacing_free);
}

static void
cog_picture_window_dispose (GObject *object)
{
  CogPictureWindow *self = COG_PICTURE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_picture_window_parent_class)->dispose (object);
}

static void
cog_picture_window_finalize (GObject *object)
{
  CogPictureWindow *self = COG_PICTURE_WINDOW (object);

  g_object_unref (self->cancellable);
  cog_picture_offer_free (self->offer);
  g_free (self->image);
  G_OBJECT_CLASS (cog_picture_window_parent_class)->finalize (object);
}

static void
cog_picture_window_class_init (CogPictureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_picture_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_picture_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_CREDIT_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-picture-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, replace);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, old);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, new);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, mark);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, meaning);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, evidence);
  gtk_widget_class_bind_template_child (widget_class, CogPictureWindow, alt);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
cog_picture_window_init (CogPictureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
cog_picture_window_present (GtkWindow *parent,
                            CogProject *project,
                            const CogProjectFigure *figure,
                            const char *path)
{
  CogPictureWindow *self;
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project));
  g_return_if_fail (figure != NULL && path != NULL);

  self = g_object_new (COG_TYPE_PICTURE_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->image = g_strdup (figure->image);
  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (path);
  reading->asset = g_strdup (figure->asset);
  task = g_task_new (project, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_task_data (task, reading, (GDestroyNotify)reading_free);
  g_task_run_in_thread (task, read_in_thread);
  gtk_window_present (GTK_WINDOW (self));
}
