/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cause-row.h"

#define ICON_SIZE 16 /* pixels */
#define GAP 12

struct _CogCauseRow
{
  GtkListBoxRow parent_instance;
  GtkBox *facts;
  char *cause;
  const char *icon;       /* static */
  const char *class_name; /* static (nullable) */
  GString *name;          /* accessible: the facts */
};

G_DEFINE_FINAL_TYPE (CogCauseRow, cog_cause_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
cog_cause_row_finalize (GObject *object)
{
  CogCauseRow *self = COG_CAUSE_ROW (object);

  g_free (self->cause);
  g_string_free (self->name, TRUE);
  G_OBJECT_CLASS (cog_cause_row_parent_class)->finalize (object);
}

static void
cog_cause_row_class_init (CogCauseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_cause_row_finalize;
}

static void
cog_cause_row_init (CogCauseRow *self)
{
  self->name = g_string_new (NULL);
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
cog_cause_row_new (const char *cause, const char *icon, const char *class_name)
{
  CogCauseRow *self = g_object_new (COG_TYPE_CAUSE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = new_label (cause);

  g_return_val_if_fail (cause != NULL && icon != NULL, NULL);

  self->cause = g_strdup (cause);
  self->icon = icon;
  self->class_name = class_name;
  gtk_widget_add_css_class (words, "small");
  gtk_widget_add_css_class (words, "dim");
  gtk_widget_set_margin_start (words, ICON_SIZE + GAP);
  gtk_widget_add_css_class (box, "cause");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

const char *
cog_cause_row_get_cause (CogCauseRow *self)
{
  g_return_val_if_fail (COG_IS_CAUSE_ROW (self), NULL);
  return self->cause;
}

void
cog_cause_row_add (CogCauseRow *self, const char *fact)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *image;

  g_return_if_fail (COG_IS_CAUSE_ROW (self) && fact != NULL);

  image = gtk_image_new_from_icon_name (self->icon);
  if (self->class_name != NULL)
    gtk_widget_add_css_class (image, self->class_name);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), new_label (fact));
  gtk_box_append (self->facts, line);
  g_string_append_printf (self->name, "%s%s", self->name->len > 0 ? "; " : "", fact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name->str, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->cause,
                                  -1);
}

void
cog_cause_row_add_to (
    GtkListBox *list, const char *cause, const char *fact, const char *icon, const char *class_name)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  g_return_if_fail (GTK_IS_LIST_BOX (list) && cause != NULL);

  while (row != NULL && !g_str_equal (cog_cause_row_get_cause (COG_CAUSE_ROW (row)), cause))
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    {
      row = cog_cause_row_new (cause, icon, class_name);
      gtk_list_box_append (list, row);
    }
  cog_cause_row_add (COG_CAUSE_ROW (row), fact);
}
