/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-row.h"

#include "cog-card-parts.h"
#include "cog-lens-kinds.h"

#include <glib/gi18n-lib.h>

struct _CogCultureRow
{
  GtkWidget parent_instance;
  GtkWidget *box, *check, *change, *snippet, *conflict, *about;
  CogCultureItem *item; /* (nullable) */
  GBinding *binding;
};

G_DEFINE_FINAL_TYPE (CogCultureRow, cog_culture_row, GTK_TYPE_WIDGET)

static void
cog_culture_row_dispose (GObject *object)
{
  CogCultureRow *self = COG_CULTURE_ROW (object);

  cog_culture_row_set_item (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_culture_row_parent_class)->dispose (object);
}

static void
cog_culture_row_class_init (CogCultureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_culture_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cog_culture_row_init (CogCultureRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (self->box), lines);
  self->change = cog_card_line_new (NULL, "heading", 2);
  self->snippet = cog_card_line_new (NULL, "small body", 2);
  self->about = cog_card_line_new (NULL, "small dim", 1);
  gtk_box_append (GTK_BOX (lines), self->change);
  self->conflict = cog_card_line_new (NULL, "small warning", 2);
  gtk_box_append (GTK_BOX (lines), self->snippet);
  gtk_box_append (GTK_BOX (lines), self->conflict);
  gtk_box_append (GTK_BOX (lines), self->about);
}

/* "75 mph → 120 km/h", or as it was decided. */
static char *
dup_change (CogCultureItem *item, GtkTextDirection direction)
{
  const CogPlacedFinding *placed = cog_culture_item_get_placed (item);
  const CogProposal *proposal = cog_culture_item_get_proposal (item);
  const char *words = placed->answer != NULL ? placed->answer->words
                      : proposal != NULL     ? proposal->words
                                             : NULL;

  if (placed->answer != NULL && !cog_choice_changes_text (placed->answer->choice))
    return g_strdup (placed->finding->text);
  if (words == NULL)
    return g_strdup (placed->finding->text);
  return cog_card_dup_change (placed->finding->text,
                              /* Translators: words of the text would be taken out. */
                              words[0] != '\0' ? words : _ ("left out"), direction);
}

/* Kind, section, and what was decided. */
static char *
dup_about (CogCultureItem *item)
{
  const CogPlacedFinding *placed = cog_culture_item_get_placed (item);
  const char *state = NULL;

  if (placed->answer != NULL && placed->is_lacking)
    state = _ ("decided, not in the text yet");
  else if (placed->is_lacking)
    state = _ ("agreed on otherwise");
  else if (placed->answer != NULL)
    state = _ ("decided");
  /* A title in another script shall not turn what stands beside it. */
  return g_strdup_printf (
      "%s · ⁨%s⁩%s%s", cog_lens_get_kind_name (placed->finding->lens, placed->finding->kind),
      cog_culture_item_get_title (item) != NULL ? cog_culture_item_get_title (item) : "",
      state != NULL ? " · " : "", state != NULL ? state : "");
}

static void
show_conflict (CogCultureRow *self)
{
  const CogLensConflict *conflict = cog_culture_item_get_conflict (self->item);
  g_autofree char *hint = conflict != NULL ? cog_lens_conflict_dup_hint (conflict) : NULL;

  gtk_widget_set_visible (self->conflict, hint != NULL);
  gtk_label_set_label (GTK_LABEL (self->conflict), hint != NULL ? hint : "");
}

void
cog_culture_row_set_item (CogCultureRow *self, CogCultureItem *item)
{
  g_autofree char *change = NULL;
  g_autofree char *about = NULL;

  g_return_if_fail (COG_IS_CULTURE_ROW (self));

  g_clear_pointer (&self->binding, g_binding_unbind);
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  change = dup_change (item, gtk_widget_get_direction (GTK_WIDGET (self)));
  about = dup_about (item);
  gtk_label_set_label (GTK_LABEL (self->change), change);
  gtk_label_set_label (GTK_LABEL (self->about), about);
  gtk_label_set_label (GTK_LABEL (self->snippet), cog_culture_item_get_snippet (item));
  gtk_widget_set_visible (self->snippet, cog_culture_item_get_snippet (item) != NULL);
  show_conflict (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), cog_culture_item_get_placed (item)->finding->why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  change, -1);
  self->binding = g_object_bind_property (item, "selected", self->check, "active",
                                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}
