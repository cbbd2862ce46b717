/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-report.h"

#include "cog-card-parts.h"
#include "cog-compat.h"
#include "cog-stack-show.h"
#include "cog-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CogPretranslateReport
{
  GtkWidget parent_instance;
  GPtrArray *units; /* (element-type CogFilledUnit) (nullable) */
  GPtrArray *shown; /* of them, those of the line that is open; borrowed */
  GPtrArray *rows;  /* borrowed */
  GtkStack *stack;
  GtkLabel *summary, *undo, *kind;
  AdwPreferencesGroup *lines;
  GtkListView *list;
};

static guint go_to_signal;

G_DEFINE_FINAL_TYPE (CogPretranslateReport, cog_pretranslate_report, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *subtitle; /* (nullable) */
} lines[COG_N_FILLED] = {
  /* Translators: lines of a report: where the text of so many passages came from. */
  [COG_FILLED_REPEAT] = { N_ ("As Elsewhere in This Book"), NULL },
  [COG_FILLED_CONTEXT] = { N_ ("From the Memory, Same in Context"), NULL },
  [COG_FILLED_EXACT] = { N_ ("From the Memory, the Same"), NULL },
  [COG_FILLED_ALIKE] = { N_ ("From the Memory, Alike"), N_ ("Marked until you check it") },
  [COG_FILLED_ENGINE] = { NULL, N_ ("Marked until you check it") },
  [COG_FILLED_AS_IS] = { N_ ("Numbers and Formulas, Taken as They Are"), NULL },
  [COG_FILLED_NOT] = { N_ ("Left Empty"), NULL },
};

/* --- the passages of a line --------------------------------------------------------------------
 */

/* A picture or formula is a piece that is not told in a line. */
static char *
dup_line (const char *xhtml)
{
  g_autoptr (CogText) text = cog_text_new_from_xhtml (xhtml, NULL);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text->plain : "", "\xEF\xBF\xBC", -1);

  return g_strjoinv ("…", parts);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogPretranslateReport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), cog_card_line_new (NULL, "dim", 2));
  gtk_box_append (GTK_BOX (box), cog_card_line_new (NULL, NULL, 2));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogPretranslateReport *self)
{
  const CogFilledUnit *unit = g_ptr_array_index (self->shown, gtk_list_item_get_position (item));
  GtkWidget *source = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *target = gtk_widget_get_next_sibling (source);
  g_autofree char *before = dup_line (unit->source);
  g_autofree char *after = unit->target != NULL ? dup_line (unit->target) : NULL;

  gtk_label_set_label (GTK_LABEL (source), before);
  gtk_label_set_label (GTK_LABEL (target), after != NULL ? after : "");
  gtk_widget_set_visible (target, after != NULL);
}

static void
activate_cb (CogPretranslateReport *self, guint position)
{
  if (position < self->shown->len)
    g_signal_emit (self, go_to_signal, 0,
                   ((CogFilledUnit *)g_ptr_array_index (self->shown, position))->unit);
}

/* The model holds nothing but as many places: what stands there is in self->shown. */
static void
show_places (CogPretranslateReport *self, CogFilled filled)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_list_view_set_model (self->list, NULL);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->units->len; i++)
    {
      CogFilledUnit *unit = g_ptr_array_index (self->units, i);

      if (unit->filled != filled)
        continue;
      g_ptr_array_add (self->shown, unit);
      gtk_string_list_append (places, unit->unit);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&places)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* --- the lines ---------------------------------------------------------------------------------
 */

/* A list has no row that could take the keyboard before it has a size. */
static gboolean
enter_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_first_child (list) == NULL || gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (!gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (list);
  return G_SOURCE_REMOVE;
}

static void
line_cb (AdwActionRow *row, CogPretranslateReport *self)
{
  show_places (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "filled")));
  gtk_label_set_label (self->kind, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  cog_stack_show (self->stack, "places");
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), enter_cb, NULL, NULL);
}

static void
back_cb (CogPretranslateReport *self)
{
  cog_stack_show (self->stack, "lines");
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_list_box_row_get_activatable (g_ptr_array_index (self->rows, i)))
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

static void
add_line (CogPretranslateReport *self, CogFilled filled, const char *title, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *count = gtk_label_new (number);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (n > 0 && lines[filled].subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (lines[filled].subtitle));
  gtk_widget_add_css_class (count, n > 0 ? "heading" : "dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  /* The numbers of lines that lead nowhere stand below the others. */
  gtk_widget_set_opacity (arrow, n > 0 ? 1 : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), n > 0);
  g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (filled));
  g_signal_connect (row, "activated", G_CALLBACK (line_cb), self);
  adw_preferences_group_add (self->lines, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_lines (CogPretranslateReport *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->lines, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->shown, 0);
  gtk_list_view_set_model (self->list, NULL);
}

void
cog_pretranslate_report_show (CogPretranslateReport *self,
                              const CogPretranslation *report,
                              gboolean has_memory,
                              const char *engine)
{
  guint n[COG_N_FILLED] = { 0 };
  g_autofree char *words = NULL;

  g_return_if_fail (COG_IS_PRETRANSLATE_REPORT (self) && report != NULL);

  clear_lines (self);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = g_ptr_array_ref (report->units);
  for (guint i = 0; i < self->units->len; i++)
    n[((CogFilledUnit *)g_ptr_array_index (self->units, i))->filled]++;
  for (CogFilled filled = 0; filled < COG_N_FILLED; filled++)
    {
      gboolean is_memory = filled >= COG_FILLED_CONTEXT && filled <= COG_FILLED_ALIKE;
      const char *title = filled == COG_FILLED_ENGINE ? engine : _ (lines[filled].title);

      if (title != NULL && (!is_memory || has_memory) &&
          (filled != COG_FILLED_AS_IS || n[filled] > 0))
        add_line (self, filled, title, n[filled]);
    }
  words = report->n_filled > 0
              ? g_strdup_printf (ngettext ("%'u passage is filled in", "%'u passages are filled in",
                                           report->n_filled),
                                 report->n_filled)
              : g_strdup (_ ("Nothing was known of these passages"));
  gtk_label_set_label (self->summary, words);
  cog_announce (GTK_WIDGET (self), words, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), report->n_filled > 0);
  back_cb (self);
}

/* --- the widget --------------------------------------------------------------------------------
 */

static gboolean
cog_pretranslate_report_grab_focus (GtkWidget *widget)
{
  back_cb (COG_PRETRANSLATE_REPORT (widget));
  return TRUE;
}

static void
cog_pretranslate_report_dispose (GObject *object)
{
  CogPretranslateReport *self = COG_PRETRANSLATE_REPORT (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_pretranslate_report_parent_class)->dispose (object);
}

static void
cog_pretranslate_report_class_init (CogPretranslateReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_pretranslate_report_dispose;
  widget_class->grab_focus = cog_pretranslate_report_grab_focus;
  go_to_signal = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-pretranslate-report.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, stack);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, summary);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, undo);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, kind);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, lines);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateReport, list);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cog_pretranslate_report_init (CogPretranslateReport *self)
{
  self->rows = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
