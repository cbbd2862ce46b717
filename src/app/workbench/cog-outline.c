/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline.h"

#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-outline-drag.h"
#include "cog-outline-head.h"
#include "cog-outline-menu.h"
#include "cog-outline-row.h"

/* Milliseconds after a change: what follows on its heels is read with it. */
#define REST 20
/* … before it is counted what is open. */
#define LONG_REST 400

struct _CogOutline
{
  GtkWidget parent_instance;
  CogUnitIndex *index;
  GListStore *sections;
  char *current;    /* the section that is shown (nullable) */
  GHashTable *open; /* id → how much is open in it (nullable) */
  guint timer, open_timer;
  gboolean is_reading, is_stale; /* something changed since reading began */
  gboolean is_counting;
  gboolean is_applying;
  GtkWidget *box;
  CogOutlineHead *head;
  GtkListView *list;
  GtkSingleSelection *selection;
};

enum
{
  SELECTED,
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogOutline, cog_outline, GTK_TYPE_WIDGET)

static void queue_reading (CogOutline *self);
static void queue_counting (CogOutline *self);

/* --- rows ------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  GtkWidget *row = cog_outline_row_new (item);

  gtk_list_item_set_child (item, row);
  cog_outline_drag_attach (row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  cog_outline_row_set_section (COG_OUTLINE_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  cog_outline_row_set_section (COG_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- the list --------------------------------------------------------------------------------- */

static guint
get_n (CogOutline *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->sections));
}

/* The list holds it. */
static CogOutlineSection *
get (CogOutline *self, guint i)
{
  g_autoptr (CogOutlineSection) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

  return section;
}

static const CogSectionInfo *
get_info (CogOutline *self, guint i)
{
  return cog_outline_section_get_info (get (self, i));
}

static gboolean
find (CogOutline *self, const char *id, guint *at)
{
  for (guint i = 0; id != NULL && i < get_n (self); i++)
    if (g_str_equal (get_info (self, i)->id, id))
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/* What the section that is shown stands in is bold. */
static void
mark_above (CogOutline *self)
{
  guint at = GTK_INVALID_LIST_POSITION;
  guint depth = 0;

  if (find (self, self->current, &at))
    depth = get_info (self, at)->depth;
  for (guint i = get_n (self); i-- > 0;)
    {
      gboolean is_above = at != GTK_INVALID_LIST_POSITION && i < at && depth > 0 &&
                          get_info (self, i)->depth < depth;

      if (is_above)
        depth = get_info (self, i)->depth;
      cog_outline_section_set_above (get (self, i), is_above);
    }
}

static void
selected_cb (CogOutline *self)
{
  CogOutlineSection *section = gtk_single_selection_get_selected_item (self->selection);
  const char *id = section != NULL ? cog_outline_section_get_info (section)->id : NULL;

  if (id == NULL || self->is_applying || g_strcmp0 (id, self->current) == 0)
    return;
  g_free (self->current);
  self->current = g_strdup (id);
  mark_above (self);
  g_signal_emit (self, signals[SELECTED], 0, self->current);
}

/* How many items are the same, from the beginning or the end of what is there and what comes. */
static guint
count_same (CogOutline *self, GPtrArray *infos, gboolean at_end, guint skip)
{
  guint n = get_n (self), same = 0;

  while (same + skip < MIN (n, infos->len))
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, at_end ? infos->len - 1 - same : same);

      if (!g_str_equal (get_info (self, at_end ? n - 1 - same : same)->id, info->id))
        break;
      same++;
    }
  return same;
}

static CogOutlineSection *
new_section (CogSectionInfo *info, gboolean in_target)
{
  CogOutlineSection *section = cog_outline_section_new (info);

  cog_outline_section_set_in_target (section, in_target);
  return section;
}

/* Sections that are others, or elsewhere, between those that stay: the same section is the same
 * object, so that the selection goes with it. */
static void
splice (CogOutline *self, GPtrArray *infos, guint start, guint end, gboolean in_target)
{
  g_autoptr (GHashTable) old =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = get_n (self) - start - end;

  for (guint i = start; i < start + n_old; i++)
    g_hash_table_insert (old, g_strdup (get_info (self, i)->id), g_object_ref (get (self, i)));
  for (guint i = start; i < infos->len - end; i++)
    {
      CogSectionInfo *info = g_ptr_array_index (infos, i);
      CogOutlineSection *section = g_hash_table_lookup (old, info->id);

      if (section != NULL)
        cog_outline_section_set_info (section, info);
      g_ptr_array_add (items,
                       section != NULL ? g_object_ref (section) : new_section (info, in_target));
    }
  if (n_old > 0 || items->len > 0)
    g_list_store_splice (self->sections, start, n_old, items->pdata, items->len);
}

static void
take_sections (CogOutline *self, GPtrArray *infos, gboolean in_target)
{
  guint start = count_same (self, infos, FALSE, 0);
  guint end = count_same (self, infos, TRUE, start);

  for (guint i = 0; i < start; i++)
    cog_outline_section_set_info (get (self, i), g_ptr_array_index (infos, i));
  for (guint i = 0; i < end; i++)
    cog_outline_section_set_info (get (self, get_n (self) - 1 - i),
                                  g_ptr_array_index (infos, infos->len - 1 - i));
  splice (self, infos, start, end, in_target);
}

static void
show_open (CogOutline *self)
{
  for (guint i = 0; i < get_n (self); i++)
    {
      CogOutlineSection *section = get (self, i);
      const char *id = cog_outline_section_get_info (section)->id;

      cog_outline_section_set_n_open (
          section,
          self->open != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->open, id)) : 0);
    }
}

/* Takes facts. What was shown stays so; where it is gone, what stands before its place. */
static void
apply (CogOutline *self, CogOutlineFacts *facts)
{
  gboolean in_target = cog_language_equal (facts->language, cog_language_get_interface ());
  guint before = gtk_single_selection_get_selected (self->selection);
  guint at = 0;

  cog_outline_head_show (self->head, facts);
  self->is_applying = TRUE;
  g_ptr_array_set_free_func (facts->sections, NULL);
  take_sections (self, facts->sections, in_target);
  cog_outline_facts_free (facts);
  self->is_applying = FALSE;
  show_open (self);
  if (self->current != NULL && !find (self, self->current, &at) && !self->is_stale &&
      get_n (self) > 0)
    gtk_single_selection_set_selected (self->selection,
                                       MIN (MAX (before, 1) - 1, get_n (self) - 1));
  else if (self->current != NULL && find (self, self->current, &at))
    cog_outline_select (self, self->current);
  mark_above (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
read_cb (GObject *project, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogOutline) self = user_data;
  CogOutlineFacts *facts = cog_outline_facts_read_finish (COG_PROJECT (project), result, NULL);

  self->is_reading = FALSE;
  if (facts != NULL && self->box != NULL && !cog_project_is_closed (COG_PROJECT (project)))
    apply (self, facts);
  else
    cog_outline_facts_free (facts);
  if (self->is_stale && self->box != NULL)
    queue_reading (self);
}

static gboolean
start_reading_cb (gpointer user_data)
{
  CogOutline *self = user_data;

  self->timer = 0;
  self->is_stale = FALSE;
  self->is_reading = TRUE;
  cog_outline_facts_read_async (cog_unit_index_get_project (self->index), NULL, read_cb,
                                g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* One reading at a time, and one more where something changed meanwhile: however fast edits come,
 * each reading ends and is shown. */
static void
queue_reading (CogOutline *self)
{
  if (self->is_reading)
    self->is_stale = TRUE;
  else if (self->timer == 0)
    self->timer = g_timeout_add (REST, start_reading_cb, self);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer index, GCancellable *cancellable)
{
  g_task_return_pointer (task, cog_unit_index_count_open (index, NULL),
                         (GDestroyNotify)g_hash_table_unref);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogOutline *self = COG_OUTLINE (object);
  g_autoptr (GHashTable) open = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_counting = FALSE;
  if (open == NULL || self->box == NULL)
    return;
  g_clear_pointer (&self->open, g_hash_table_unref);
  self->open = g_steal_pointer (&open);
  show_open (self);
}

static gboolean
start_counting_cb (gpointer user_data)
{
  CogOutline *self = user_data;
  g_autoptr (GTask) task = NULL;

  if (self->is_counting)
    return G_SOURCE_CONTINUE;
  self->open_timer = 0;
  self->is_counting = TRUE;
  task = g_task_new (self, NULL, counted_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->index), g_object_unref);
  g_task_run_in_thread (task, count_in_thread);
  return G_SOURCE_REMOVE;
}

static void
queue_counting (CogOutline *self)
{
  if (self->open_timer == 0)
    self->open_timer = g_timeout_add (LONG_REST, start_counting_cb, self);
}

static void
changed_cb (CogOutline *self)
{
  queue_reading (self);
  queue_counting (self);
}

void
cog_outline_set_project (CogOutline *self, CogUnitIndex *index, CogOutlineFacts *facts)
{
  g_return_if_fail (COG_IS_OUTLINE (self) && COG_IS_UNIT_INDEX (index) && facts != NULL);
  g_return_if_fail (self->index == NULL);

  self->index = g_object_ref (index);
  cog_outline_head_set_project (self->head, cog_unit_index_get_project (index));
  apply (self, facts);
  g_signal_connect_object (cog_unit_index_get_project (index), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  queue_counting (self);
}

/* --- from outside ----------------------------------------------------------------------------- */

void
cog_outline_select (CogOutline *self, const char *id)
{
  guint at = 0;

  g_return_if_fail (COG_IS_OUTLINE (self) && id != NULL);

  if (g_strcmp0 (self->current, id) != 0)
    {
      g_free (self->current);
      self->current = g_strdup (id);
      mark_above (self);
    }
  if (!find (self, id, &at) || gtk_single_selection_get_selected (self->selection) == at)
    return;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

gboolean
cog_outline_has (CogOutline *self, const char *id)
{
  guint at = 0;

  g_return_val_if_fail (COG_IS_OUTLINE (self), FALSE);
  return find (self, id, &at);
}

gboolean
cog_outline_is_left_out (CogOutline *self, const char *id)
{
  guint at = 0;

  g_return_val_if_fail (COG_IS_OUTLINE (self), FALSE);
  return find (self, id, &at) && get_info (self, at)->is_omitted;
}

const char *
cog_outline_get_first (CogOutline *self)
{
  g_return_val_if_fail (COG_IS_OUTLINE (self), NULL);

  for (guint i = 0; i < get_n (self); i++)
    if (get_info (self, i)->n_units > 1)
      return get_info (self, i)->id;
  return get_n (self) > 0 ? get_info (self, 0)->id : NULL;
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cog_outline_dispose (GObject *object)
{
  CogOutline *self = COG_OUTLINE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->open_timer, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->current, g_free);
  g_clear_object (&self->index);
  g_clear_object (&self->sections);
  G_OBJECT_CLASS (cog_outline_parent_class)->dispose (object);
}

static void
cog_outline_class_init (CogOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_outline_dispose;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_OUTLINE_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, CogOutline, box);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, head);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, list);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
cog_outline_init (CogOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_list_store_new (COG_TYPE_OUTLINE_SECTION);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sections));
  cog_outline_menu_add_keys (self->list, self->selection);
  cog_outline_drag_add (self->list, G_LIST_MODEL (self->sections));
}
