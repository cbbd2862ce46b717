/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Fields of the project, and children of the template: the same names. */
static const char *const fields[] = { "title",   "translator",  "subtitle",
                                      "adapter", "publisher",   "place",
                                      "year",    "description", "identifier" };
#define N_FIELDS G_N_ELEMENTS (fields)
#define N_ALWAYS_SHOWN 2 /* the others are under "more" */

struct _CogEditionForm
{
  GtkWidget parent_instance;
  CogProject *project;
  GtkWidget *box;
  AdwExpanderRow *more;
  GtkEditable *rows[N_FIELDS];
};

G_DEFINE_FINAL_TYPE (CogEditionForm, cog_edition_form, GTK_TYPE_WIDGET)

static char *
dup_stored (CogEditionForm *self, guint i)
{
  char *value = i == 0 ? cog_project_dup_title (self->project)
                       : cog_project_dup_field (self->project, fields[i]);

  return value != NULL ? value : g_strdup ("");
}

static void
store (CogEditionForm *self, guint i)
{
  g_autofree char *stored = dup_stored (self, i);
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->rows[i]));
  g_autoptr (GError) error = NULL;

  g_strstrip (text);
  if (g_str_equal (text, stored))
    return;
  if (!cog_project_set_field (self->project, fields[i], text[0] != '\0' ? text : NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

void
cog_edition_form_flush (CogEditionForm *self)
{
  g_return_if_fail (COG_IS_EDITION_FORM (self));

  for (guint i = 0; self->project != NULL && i < N_FIELDS; i++)
    store (self, i);
}

static gboolean
is_being_written (CogEditionForm *self, guint i)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows[i]));
}

static void
show (CogEditionForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *stored = dup_stored (self, i);

      if (!is_being_written (self, i) &&
          !g_str_equal (stored, gtk_editable_get_text (self->rows[i])))
        gtk_editable_set_text (self->rows[i], stored);
    }
}

static void
left_cb (GtkEventControllerFocus *controller, CogEditionForm *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; self->project != NULL && i < N_FIELDS; i++)
    if (GTK_WIDGET (self->rows[i]) == row)
      store (self, i);
}

static void
activated_cb (GtkEditable *row, CogEditionForm *self)
{
  cog_edition_form_flush (self);
}

static void
changed_cb (CogProject *project, char **units, CogEditionForm *self)
{
  if (units == NULL)
    show (self);
}

static void
cog_edition_form_dispose (GObject *object)
{
  CogEditionForm *self = COG_EDITION_FORM (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_edition_form_parent_class)->dispose (object);
}

static void
cog_edition_form_class_init (CogEditionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_edition_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/publish/cog-edition-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CogEditionForm, box);
  gtk_widget_class_bind_template_child (widget_class, CogEditionForm, more);
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE,
                                               G_STRUCT_OFFSET (CogEditionForm, rows) +
                                                   (gssize)(i * sizeof (GtkEditable *)));
}

static void
cog_edition_form_init (CogEditionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->rows[i]), focus);
      g_signal_connect (self->rows[i], "entry-activated", G_CALLBACK (activated_cb), self);
    }
}

void
cog_edition_form_set_project (CogEditionForm *self, CogProject *project)
{
  g_return_if_fail (COG_IS_EDITION_FORM (self) && self->project == NULL);

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  show (self);
}

void
cog_edition_form_go_to (CogEditionForm *self, const char *field)
{
  g_return_if_fail (COG_IS_EDITION_FORM (self) && field != NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i], field))
      {
        if (i >= N_ALWAYS_SHOWN)
          adw_expander_row_set_expanded (self->more, TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
      }
}
