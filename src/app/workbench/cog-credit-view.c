/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-view.h"

#include "cog-licence-label.h"
#include "cog-section-rows.h"

#include <glib/gi18n-lib.h>

/* Names are printed as they are, whatever runs around them. */
static char *
dup_who (const CogCredit *credit)
{
  GString *who = g_string_new (NULL);

  for (guint i = 0; i < credit->agents->len && i < 4; i++)
    g_string_append_printf (who, "%s\xE2\x81\xA8%s\xE2\x81\xA9", who->len > 0 ? ", " : "",
                            ((const CogAgent *)g_ptr_array_index (credit->agents, i))->name);
  if (who->len == 0 && credit->source_name != NULL)
    g_string_append_printf (who, "\xE2\x81\xA8%s\xE2\x81\xA9", credit->source_name);
  return g_string_free (who, FALSE);
}

static GtkWidget *
new_licence (const CogCredit *credit)
{
  g_autofree char *name = credit->licence != NULL ? cog_licence_dup_label (credit->licence) : NULL;
  GtkWidget *chip = gtk_label_new (name != NULL ? name : _ ("licence unknown"));

  gtk_widget_add_css_class (chip, "licence-chip");
  if (credit->licence == NULL)
    gtk_widget_add_css_class (chip, "unknown");
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

GtkWidget *
cog_credit_view_new (GHashTable *credits,
                     const CogRow *row,
                     const CogRowPicture *picture,
                     GtkTextDirection direction)
{
  const CogCredit *credit;
  g_autofree char *who = NULL;
  g_autofree char *words = NULL;
  GtkWidget *line, *label;

  g_return_val_if_fail (credits != NULL && row != NULL, NULL);

  credit = cog_section_rows_find_credit (credits, row, picture);
  if (credit == NULL)
    return NULL;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_direction (line, direction);
  gtk_widget_add_css_class (line, "credit-line");
  who = dup_who (credit);
  if (who[0] != '\0')
    {
      /* Translators: below a figure, who made it. */
      words = g_strdup_printf (_ ("Credit: %s"), who);
      label = gtk_label_new (words);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_tooltip_text (label, who);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (line), new_licence (credit));
  return line;
}
