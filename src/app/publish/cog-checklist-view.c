/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-checklist-view.h"

#include "cog-slip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Rows that are made at a time: a book may have thousands of a kind. */
#define BATCH 30

struct _CogChecklistView
{
  GtkBox parent_instance;
  CogChecklist *list;
  GHashTable *unfolded; /* ids of kinds */
  CogSlip *errors, *warnings, *hints, *in_order;
};

enum
{
  FIELD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogChecklistView, cog_checklist_view, GTK_TYPE_BOX)

static void
jump_cb (AdwActionRow *row, CogChecklistView *self)
{
  const CogCheckItem *item = g_object_get_data (G_OBJECT (row), "item");

  switch (item->at)
    {
    case COG_CHECK_AT_UNIT:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", item->place);
      break;
    case COG_CHECK_AT_RIGHTS:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-rights", "s", item->place);
      break;
    case COG_CHECK_AT_FIELD:
      g_signal_emit (self, signals[FIELD], 0, item->place);
      break;
    case COG_CHECK_AT_TEXT:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.check-text", NULL);
      break;
    }
}

static void
set_words (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle == NULL)
    return;
  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
}

static GtkWidget *
new_mark (CogSeverity severity)
{
  static const struct
  {
    const char *icon, *css_class;
  } marks[] = {
    [COG_SEVERITY_INFO] = { "dialog-information-symbolic", "dim-label" },
    [COG_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
    [COG_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
  };
  GtkWidget *mark = gtk_image_new_from_icon_name (marks[severity].icon);

  gtk_widget_add_css_class (mark, marks[severity].css_class);
  return mark;
}

static GtkWidget *
new_item_row (CogChecklistView *self, const CogCheckItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  set_words (row, item->title, item->where);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "item", (gpointer)item);
  g_signal_connect (row, "activated", G_CALLBACK (jump_cb), self);
  return row;
}

static void add_batch (CogChecklistView *self, AdwExpanderRow *fold);

static void
more_cb (AdwActionRow *row, AdwExpanderRow *fold)
{
  CogChecklistView *self = g_object_get_data (G_OBJECT (fold), "view");

  adw_expander_row_remove (fold, GTK_WIDGET (row));
  add_batch (self, fold);
}

/* The next rows of a fold, and a row for the rest. */
static void
add_batch (CogChecklistView *self, AdwExpanderRow *fold)
{
  const CogCheckGroup *group = g_object_get_data (G_OBJECT (fold), "group");
  guint from = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (fold), "shown"));
  guint to = MIN (from + BATCH, group->items->len);
  guint left = group->items->len - to;
  g_autofree char *words = NULL;
  GtkWidget *row;

  for (guint i = from; i < to; i++)
    adw_expander_row_add_row (fold, new_item_row (self, g_ptr_array_index (group->items, i)));
  g_object_set_data (G_OBJECT (fold), "shown", GUINT_TO_POINTER (to));
  if (left == 0)
    return;
  /* Translators: the last row of a list that goes on: "and 312 more". */
  words = g_strdup_printf (ngettext ("and %'u more", "and %'u more", left), left);
  row = adw_action_row_new ();
  set_words (row, words, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("view-more-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (more_cb), fold);
  adw_expander_row_add_row (fold, row);
}

static void
unfolded_cb (AdwExpanderRow *fold, GParamSpec *pspec, CogChecklistView *self)
{
  const CogCheckGroup *group = g_object_get_data (G_OBJECT (fold), "group");

  if (!adw_expander_row_get_expanded (fold))
    {
      g_hash_table_remove (self->unfolded, group->id);
      return;
    }
  g_hash_table_add (self->unfolded, (gpointer)group->id);
  if (g_object_get_data (G_OBJECT (fold), "shown") == NULL)
    add_batch (self, fold);
}

/* Rows are made when it is opened. */
static GtkWidget *
new_fold (CogChecklistView *self, const CogCheckGroup *group)
{
  GtkWidget *fold = adw_expander_row_new ();

  set_words (fold, group->title, group->where);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (fold), new_mark (group->severity));
  g_object_set_data (G_OBJECT (fold), "group", (gpointer)group);
  g_object_set_data (G_OBJECT (fold), "view", self);
  g_signal_connect (fold, "notify::expanded", G_CALLBACK (unfolded_cb), self);
  if (g_hash_table_contains (self->unfolded, group->id))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), TRUE);
  return fold;
}

static GtkWidget *
new_group_row (CogChecklistView *self, const CogCheckGroup *group)
{
  GtkWidget *row;

  if (group->items->len > 1)
    return new_fold (self, group);
  row = new_item_row (self, g_ptr_array_index (group->items, 0));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_mark (group->severity));
  return row;
}

static void
show_count (CogSlip *slip, guint n, const char *badge)
{
  g_autofree char *count = g_strdup_printf ("%'u", n);

  cog_slip_set_aside (slip, count, badge);
}

static void
show_in_order (CogChecklistView *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->list->in_order->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "",
                            (char *)g_ptr_array_index (self->list->in_order, i));
  if (self->list->n_errors + self->list->n_warnings == 0)
    set_words (row, _ ("Everything is in order"), words->str);
  else if (self->list->n_errors == 0)
    set_words (row, _ ("Nothing stands in the way of publishing"), words->str);
  else
    set_words (row, words->str, NULL);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (mark, "success");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  cog_slip_append (self->in_order, row);
  show_count (self->in_order, self->list->in_order->len, "");
}

void
cog_checklist_view_set (CogChecklistView *self, CogChecklist *checklist)
{
  CogChecklist *before;

  g_return_if_fail (COG_IS_CHECKLIST_VIEW (self) && checklist != NULL);

  before = g_steal_pointer (&self->list);
  self->list = checklist;
  cog_slip_clear (self->errors);
  cog_slip_clear (self->warnings);
  cog_slip_clear (self->hints);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), FALSE);
  cog_slip_clear (self->in_order);
  for (guint i = 0; i < checklist->groups->len; i++)
    {
      const CogCheckGroup *group = g_ptr_array_index (checklist->groups, i);

      cog_slip_append (group->severity == COG_SEVERITY_ERROR     ? self->errors
                       : group->severity == COG_SEVERITY_WARNING ? self->warnings
                                                                 : self->hints,
                       new_group_row (self, group));
      if (group->severity == COG_SEVERITY_INFO)
        gtk_widget_set_visible (GTK_WIDGET (self->hints), TRUE);
    }
  show_count (self->errors, checklist->n_errors, "must");
  show_count (self->warnings, checklist->n_warnings, "should");
  if (checklist->in_order->len > 0 || checklist->groups->len == 0)
    show_in_order (self);
  cog_checklist_free (before);
}

static void
cog_checklist_view_finalize (GObject *object)
{
  CogChecklistView *self = COG_CHECKLIST_VIEW (object);

  g_clear_pointer (&self->list, cog_checklist_free);
  g_hash_table_unref (self->unfolded);
  G_OBJECT_CLASS (cog_checklist_view_parent_class)->finalize (object);
}

static void
cog_checklist_view_class_init (CogChecklistViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_checklist_view_finalize;
  signals[FIELD] = g_signal_new ("field", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static CogSlip *
add_slip (CogChecklistView *self, const char *title)
{
  GtkWidget *slip = g_object_new (COG_TYPE_SLIP, "title", title, NULL);

  gtk_box_append (GTK_BOX (self), slip);
  return COG_SLIP (slip);
}

static void
cog_checklist_view_init (CogChecklistView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  /* Ids of kinds are static. */
  self->unfolded = g_hash_table_new (g_str_hash, g_str_equal);
  self->errors = add_slip (self, _ ("Must be solved"));
  self->warnings = add_slip (self, _ ("Should be solved"));
  /* Translators: a heading, like “Should be solved”: of less weight. */
  self->hints = add_slip (self, _ ("Worth a look"));
  self->in_order = add_slip (self, _ ("In order"));
}
