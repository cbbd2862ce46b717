/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-find-bar.h"

#include "cog-compat.h"
#include "cog-edit-run.h"
#include "cog-finder.h"
#include "cog-hit-list.h"
#include "cog-replace-window.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogFindBar
{
  GtkWidget parent_instance;
  CogUnitIndex *index;
  CogFinder *finder;
  CogPlace *place;
  CogSpread *spread;
  GtkWidget *box, *replace_row, *list_frame;
  GtkSearchEntry *entry;
  GtkEditable *replacement;
  GtkLabel *count;
  GtkWidget *next, *previous, *replace_one, *replace_all;
  GtkMenuButton *filter;
  CogHitList *list;
  GSimpleActionGroup *actions;
  GPtrArray *marked; /* "s unit" or "t unit": whose marks are ours */
  char *said;        /* what a screen reader said of the search last (nullable) */
  GtkWidget *before; /* what had the keyboard; weak (nullable) */
};

G_DEFINE_FINAL_TYPE (CogFindBar, cog_find_bar, GTK_TYPE_WIDGET)

static gboolean
get_flag (CogFindBar *self, const char *name)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  return g_variant_get_boolean (state);
}

static CogSearchSides
get_sides (CogFindBar *self)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "sides");
  const char *sides = g_variant_get_string (state, NULL);

  if (get_flag (self, "replace") || g_str_equal (sides, "target"))
    return COG_SEARCH_TARGET;
  return g_str_equal (sides, "source") ? COG_SEARCH_SOURCE : COG_SEARCH_SOURCE | COG_SEARCH_TARGET;
}

static void
search (CogFindBar *self)
{
  CogSearchQuery query = {
    .wanted = gtk_editable_get_text (GTK_EDITABLE (self->entry)),
    .replacement = get_flag (self, "replace") ? gtk_editable_get_text (self->replacement) : NULL,
    .flags = (get_flag (self, "exact") ? COG_MATCH_EXACT : 0) |
             (get_flag (self, "words") ? COG_MATCH_WORDS : 0) |
             (get_flag (self, "pattern") ? COG_MATCH_PATTERN : 0),
    .sides = get_sides (self),
  };

  cog_finder_search (self->finder, &query);
}

/* What the count says; it is also what a screen reader says of the entry. */
static char *
dup_count (CogFindBar *self)
{
  guint n = cog_finder_get_n_hits (self->finder);
  guint current = cog_finder_get_current (self->finder);

  if (cog_finder_get_fault (self->finder) != NULL)
    return g_strdup (cog_finder_get_fault (self->finder));
  if (cog_finder_get_query (self->finder)->wanted[0] == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (cog_finder_is_busy (self->finder) ? "…"
                     : get_flag (self, "replace")      ? _ ("Not in the adaptation")
                                                       : _ ("Nothing found"));
  if (current > 0)
    /* Translators: the hit in hand, and how many there are. */
    return g_strdup_printf (_ ("%'u of %'u"), current, n);
  if (cog_finder_is_cut (self->finder))
    /* Translators: there are more hits than this number. */
    return g_strdup_printf (_ ("over %'u hits"), n);
  return g_strdup_printf (ngettext ("%'u hit", "%'u hits", n), n);
}

/* What came of a search, once it is over. */
static void
say (CogFindBar *self, const char *count)
{
  if (cog_finder_is_busy (self->finder) || g_strcmp0 (count, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_strdup (count);
  if (count[0] != '\0' && cog_find_bar_is_open (self))
    cog_announce (GTK_WIDGET (self), count, FALSE);
}

static void
show_state (CogFindBar *self)
{
  g_autofree char *count = dup_count (self);
  guint n = cog_finder_get_n_hits (self->finder);
  const CogHit *hit = cog_finder_get_hit (self->finder);
  guint hard = cog_finder_get_n_too_hard (self->finder);
  g_autofree char *more = NULL;
  gboolean is_wrong = n == 0 && !cog_finder_is_busy (self->finder) &&
                      cog_finder_get_query (self->finder)->wanted[0] != '\0';

  say (self, count);
  gtk_label_set_label (self->count, count);
  if (hard > 0)
    more = g_strdup_printf (ngettext ("%'u passage was given up: the expression takes too long.",
                                      "%'u passages were given up: the expression takes too long.",
                                      hard),
                            hard);
  cog_tooltip_set (GTK_WIDGET (self->count), more != NULL ? more : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  count, -1);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_sensitive (self->next, n > 0);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->replace_one, hit != NULL && !hit->in_source);
  gtk_widget_set_sensitive (self->replace_all, n > 0 && !cog_finder_is_busy (self->finder));
  gtk_widget_set_visible (self->list_frame, get_flag (self, "list") && n > 0);
}

static void
mark_unit (CogFindBar *self, const CogHit *hit, GArray *marks)
{
  if (marks->len == 0)
    return;
  cog_spread_mark (self->spread, hit->unit, hit->in_source, COG_MARK_HIT,
                   (const CogMark *)(gpointer)marks->data, marks->len);
  g_ptr_array_add (self->marked, g_strconcat (hit->in_source ? "s" : "t", hit->unit, NULL));
  g_array_set_size (marks, 0);
}

static void
clear_marks (CogFindBar *self)
{
  for (guint i = 0; i < self->marked->len; i++)
    {
      const char *key = g_ptr_array_index (self->marked, i);

      cog_spread_mark (self->spread, key + 1, key[0] == 's', COG_MARK_HIT, NULL, 0);
    }
  g_ptr_array_set_size (self->marked, 0);
}

/* All of them, wherever in the book: the spread shows those of a unit when one comes there. */
static void
mark_hits (CogFindBar *self)
{
  GListModel *model = cog_finder_get_model (self->finder);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CogMark));
  const CogHit *last = NULL;

  clear_marks (self);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CogFoundItem) item = g_list_model_get_item (model, i);
      const CogHit *hit = cog_found_item_get_hit (item);
      CogMark mark = { .kind = COG_MARK_HIT };

      if (hit == NULL)
        continue;
      if (last != NULL &&
          (!g_str_equal (last->unit, hit->unit) || last->in_source != hit->in_source))
        mark_unit (self, last, marks);
      mark.start = hit->start;
      mark.end = hit->end;
      g_array_append_val (marks, mark);
      last = hit;
    }
  if (last != NULL)
    mark_unit (self, last, marks);
}

static void
changed_cb (CogFindBar *self)
{
  if (!cog_finder_is_busy (self->finder))
    mark_hits (self);
  show_state (self);
}

static void
current_cb (CogFindBar *self)
{
  const CogHit *hit = cog_finder_get_hit (self->finder);

  if (hit != NULL)
    cog_spread_show (self->spread, hit->unit);
  show_state (self);
}

static void
hit_cb (CogFindBar *self, CogFoundItem *item)
{
  cog_finder_take (self->finder, item);
}

void
cog_find_bar_step (CogFindBar *self, int by)
{
  g_return_if_fail (COG_IS_FIND_BAR (self));

  if (!cog_find_bar_is_open (self))
    cog_find_bar_open (self, FALSE);
  cog_finder_step (self->finder, by, cog_place_get_section (self->place),
                   cog_place_get_unit (self->place));
}

static void
next_cb (CogFindBar *self)
{
  cog_find_bar_step (self, 1);
}

static void
previous_cb (CogFindBar *self)
{
  cog_find_bar_step (self, -1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogFindBar *self)
{
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (is_return && (state & GDK_SHIFT_MASK))
    cog_find_bar_step (self, -1);
  else if (key == GDK_KEY_Down && cog_finder_get_n_hits (self->finder) > 0)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "list",
                                          g_variant_new_boolean (TRUE));
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           CogFindBar *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  cog_find_bar_close (self);
  return TRUE;
}

static void
tell (CogFindBar *self, guint n)
{
  g_autofree char *text =
      n > 0 ? g_strdup_printf (ngettext ("Replaced in one place", "Replaced in %'u places", n), n)
            : g_strdup (_ ("Nothing was replaced: the text has changed meanwhile."));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
replace (CogFindBar *self, GPtrArray *hits)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  cog_spread_flush (self->spread);
  if (!cog_search_replace (cog_unit_index_get_project (self->index),
                           cog_finder_get_query (self->finder), hits, &n, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
  else if (n == 0)
    tell (self, n);
}

static void
replace_one_cb (CogFindBar *self)
{
  const CogHit *hit = cog_finder_get_hit (self->finder);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_hit_free);

  if (hit == NULL || hit->in_source)
    {
      cog_find_bar_step (self, 1);
      return;
    }
  g_ptr_array_add (hits, cog_hit_copy (hit));
  cog_finder_expect_replaced (self->finder);
  replace (self, hits);
}

typedef struct
{
  CogFindBar *bar;
  char *wanted, *replacement;
  CogSearchQuery query;
  GPtrArray *hits;
  guint n;
} ReplaceAll;

static void
replace_all_free (gpointer data)
{
  ReplaceAll *all = data;

  g_object_unref (all->bar);
  g_free (all->wanted);
  g_free (all->replacement);
  g_ptr_array_unref (all->hits);
  g_free (all);
}

static gboolean
replace_all_thread (CogProject *project, gpointer data, GError **error)
{
  ReplaceAll *all = data;

  return cog_search_replace (project, &all->query, all->hits, &all->n, error);
}

static void
replaced_all_cb (gpointer data, const GError *error)
{
  const ReplaceAll *all = data;

  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (all->bar), "win.show-error", "s", error->message);
  else
    tell (all->bar, all->n);
}

/* As many as thousands, in the whole book. */
static void
accepted_cb (GtkWidget *window, GPtrArray *hits, CogFindBar *self)
{
  ReplaceAll *all = g_new0 (ReplaceAll, 1);

  cog_spread_flush (self->spread);
  all->bar = g_object_ref (self);
  all->query = *cog_finder_get_query (self->finder);
  all->query.wanted = all->wanted = g_strdup (all->query.wanted);
  all->query.replacement = all->replacement = g_strdup (all->query.replacement);
  all->hits = g_ptr_array_ref (hits);
  cog_edit_run (gtk_widget_get_parent (GTK_WIDGET (self)), cog_unit_index_get_project (self->index),
                replace_all_thread, replaced_all_cb, all, replace_all_free);
}

static void
replace_all_cb (CogFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window;

  cog_spread_flush (self->spread);
  window = cog_replace_window_new (GTK_WINDOW (root), self->finder);
  g_signal_connect_object (window, "accepted", G_CALLBACK (accepted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
option_cb (CogFindBar *self, const char *name, GVariant *state)
{
  gtk_widget_set_visible (self->replace_row, get_flag (self, "replace"));
  if (g_str_equal (name, "list"))
    show_state (self);
  else
    search (self);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_find_bar_close (COG_FIND_BAR (widget));
}

gboolean
cog_find_bar_is_open (CogFindBar *self)
{
  g_return_val_if_fail (COG_IS_FIND_BAR (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/* Returns: whether the keyboard is in the bar, or in no place at all. */
static gboolean
has_focus (CogFindBar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Where the keyboard was in the text before it came here. */
static void
keep_focus (CogFindBar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->spread)))
    g_set_weak_pointer (&self->before, focus);
}

static void
return_focus (CogFindBar *self)
{
  if (self->before == NULL || !gtk_widget_get_mapped (self->before) ||
      !gtk_widget_grab_focus (self->before))
    gtk_widget_child_focus (GTK_WIDGET (self->spread), GTK_DIR_TAB_FORWARD);
}

void
cog_find_bar_open (CogFindBar *self, gboolean with_replace)
{
  g_return_if_fail (COG_IS_FIND_BAR (self));

  cog_spread_flush (self->spread);
  keep_focus (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (with_replace != get_flag (self, "replace"))
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "replace",
                                        g_variant_new_boolean (with_replace));
  else
    search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
cog_find_bar_close (CogFindBar *self)
{
  g_autofree char *unit = NULL;
  gboolean had_focus;

  g_return_if_fail (COG_IS_FIND_BAR (self));

  if (!cog_find_bar_is_open (self))
    return;
  had_focus = has_focus (self);
  if (cog_finder_get_hit (self->finder) != NULL)
    unit = g_strdup (cog_finder_get_hit (self->finder)->unit);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  cog_finder_stop (self->finder);
  clear_marks (self);
  /* One searched in order to be there. */
  if (unit != NULL)
    cog_spread_go_to (self->spread, unit);
  else if (had_focus)
    return_focus (self);
  g_clear_weak_pointer (&self->before);
}

static void
cog_find_bar_dispose (GObject *object)
{
  CogFindBar *self = COG_FIND_BAR (object);

  g_clear_weak_pointer (&self->before);
  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->index);
  g_clear_object (&self->place);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->marked, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_find_bar_parent_class)->dispose (object);
}

static void
cog_find_bar_class_init (CogFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_find_bar_dispose;
  g_type_ensure (COG_TYPE_HIT_LIST);
  gtk_widget_class_install_action (widget_class, "find-bar.close", NULL, close_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, replace_row);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, list_frame);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, replace_one);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, replace_all);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, filter);
  gtk_widget_class_bind_template_child (widget_class, CogFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, cog_find_bar_close);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_one_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
}

static void
cog_find_bar_init (CogFindBar *self)
{
  static const char *const flags[] = { "exact", "words", "pattern", "list", "replace" };

  self->marked = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (flags[i], NULL, g_variant_new_boolean (FALSE));

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  {
    g_autoptr (GSimpleAction) sides = g_simple_action_new_stateful ("sides", G_VARIANT_TYPE_STRING,
                                                                    g_variant_new_string ("both"));

    g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (sides));
  }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "find", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_find_bar_set_spread (
    CogFindBar *self, CogUnitIndex *index, CogPlace *place, CogSpread *spread, GMenuModel *filters)
{
  g_return_if_fail (COG_IS_FIND_BAR (self) && self->finder == NULL);

  self->index = g_object_ref (index);
  self->finder = cog_finder_new (index);
  self->place = g_object_ref (place);
  self->spread = spread;
  gtk_menu_button_set_menu_model (self->filter, filters);
  cog_hit_list_set_model (self->list, cog_finder_get_model (self->finder), FALSE);
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->finder, "current", G_CALLBACK (current_cb), self);
  g_signal_connect_object (self->actions, "action-state-changed", G_CALLBACK (option_cb), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}
