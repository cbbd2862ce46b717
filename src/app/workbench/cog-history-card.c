/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-history-card.h"

#include "cog-book.h"
#include "cog-card-parts.h"
#include "cog-language.h"
#include "cog-project-unit-history.h"
#include "cog-time-words.h"
#include "cog-unit-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MOST 30 /* entries: who looks for more looks in the book's own history */

struct _CogHistoryCard
{
  CogPanelCard parent_instance;
  AdwExpanderRow *row;
  GtkLabel *count;
  GPtrArray *rows;  /* of the list, borrowed */
  GPtrArray *steps; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CogHistoryCard, cog_history_card, COG_TYPE_PANEL_CARD)

static void
clear (CogHistoryCard *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->row, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

static void
restore_cb (GtkButton *button, CogHistoryCard *self)
{
  const CogUnitStep *step = g_object_get_data (G_OBJECT (button), "step");
  g_autofree char *id = g_strdup (cog_panel_card_get_unit (COG_PANEL_CARD (self))->id);
  g_autofree char *target = g_strdup (step->after->target);
  CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_TARGET, .target = target };

  cog_panel_card_edit (COG_PANEL_CARD (self), &edit, _ ("Went back to an older text"));
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = cog_card_text_new (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
append_pair (GtkBox *box, const char *title, const char *text, GtkTextDirection direction)
{
  GtkWidget *head = new_words (title, "section-label");
  GtkWidget *body = new_words (text != NULL && text[0] != '\0' ? text : _ ("nothing"), NULL);

  if (text != NULL && text[0] != '\0')
    gtk_widget_set_direction (body, direction);
  else
    gtk_widget_add_css_class (body, "dim");
  gtk_box_append (box, head);
  gtk_box_append (box, body);
}

static char *
dup_plain (const char *xhtml)
{
  return xhtml != NULL ? cog_inline_to_plain (xhtml) : NULL;
}

/* What the step changed, each thing as it was and as it became. */
static GtkWidget *
new_change (CogHistoryCard *self, const CogUnitStep *step, GtkTextDirection direction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const CogUnit *before = step->before, *after = step->after;
  const char *now = cog_panel_card_get_unit (COG_PANEL_CARD (self))->target;

  if (before != NULL && after != NULL && g_strcmp0 (before->reason, after->reason) != 0)
    append_pair (GTK_BOX (box), _ ("Reason"), after->reason, gtk_widget_get_default_direction ());
  if (before != NULL && after != NULL && g_strcmp0 (before->note, after->note) != 0)
    append_pair (GTK_BOX (box), _ ("Note"), after->note, gtk_widget_get_default_direction ());
  if (before != NULL && after != NULL && before->state != after->state)
    append_pair (GTK_BOX (box), _ ("State"), cog_unit_words_get_state (after->state),
                 gtk_widget_get_default_direction ());
  if (before == NULL || after == NULL || g_strcmp0 (before->target, after->target) != 0)
    {
      g_autofree char *old = before != NULL ? dup_plain (before->target) : NULL;
      g_autofree char *new = after != NULL ? dup_plain (after->target) : NULL;

      append_pair (GTK_BOX (box), _ ("Before"), old, direction);
      append_pair (GTK_BOX (box), _ ("After"), new, direction);
    }
  if (after != NULL && after->target != NULL && g_strcmp0 (after->target, now) != 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Go _Back to This"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_margin_top (button, 6);
      g_object_set_data (G_OBJECT (button), "step", (gpointer)step);
      g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
new_row (CogHistoryCard *self, const CogUnitStep *step, GtkTextDirection direction)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *inner = gtk_list_box_row_new ();
  g_autofree char *when = cog_time_words_dup (step->time, g_get_real_time () / G_USEC_PER_SEC);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->label != NULL ? step->label : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), when);
  gtk_widget_add_css_class (row, "step");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), new_change (self, step, direction));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  return row;
}

static void
fill (CogHistoryCard *self, GPtrArray *steps)
{
  CogProject *project = cog_panel_card_get_project (COG_PANEL_CARD (self));
  g_autofree char *language = cog_project_dup_language (project);
  GtkTextDirection direction = cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  g_autofree char *number = g_strdup_printf (steps->len < MOST ? "%'u" : "%'u+", steps->len);

  clear (self);
  self->steps = g_ptr_array_ref (steps);
  gtk_label_set_label (self->count, number);
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (steps, i), direction);

      adw_expander_row_add_row (self->row, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), steps->len > 0);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer unit, GCancellable *cancellable)
{
  CogProject *project = COG_PROJECT (source);
  GError *error = NULL;
  GPtrArray *steps;

  /* Who goes through the rows with the arrow keys leaves a trail of these. */
  if (g_task_return_error_if_cancelled (task))
    return;
  steps = cog_project_list_unit_history (project, unit, MOST, &error);
  if (steps != NULL)
    g_task_return_pointer (task, steps, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogHistoryCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = g_task_propagate_pointer (G_TASK (result), &error);

  /* A fault of reading is not worth a dialog at each row: there is no history to show. Nor is there
   * of a book that was closed meanwhile. */
  if (steps != NULL && !cog_project_is_closed (COG_PROJECT (source)) &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL &&
      cog_panel_card_get_unit (COG_PANEL_CARD (self)) != NULL)
    fill (self, steps);
}

static void
cog_history_card_show (CogPanelCard *card,
                       CogProject *project,
                       const CogUnit *unit,
                       gboolean is_other)
{
  CogHistoryCard *self = COG_HISTORY_CARD (card);
  g_autoptr (GTask) task = NULL;

  if (is_other)
    {
      clear (self);
      adw_expander_row_set_expanded (self->row, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  task =
      g_task_new (project, cog_panel_card_get_cancellable (card), listed_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (unit->id), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

static void
cog_history_card_finalize (GObject *object)
{
  CogHistoryCard *self = COG_HISTORY_CARD (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_history_card_parent_class)->finalize (object);
}

static void
cog_history_card_class_init (CogHistoryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_history_card_finalize;
  COG_PANEL_CARD_CLASS (klass)->show = cog_history_card_show;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-history-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogHistoryCard, row);
  gtk_widget_class_bind_template_child (widget_class, CogHistoryCard, count);
}

static void
cog_history_card_init (CogHistoryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
