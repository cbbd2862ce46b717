/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-outline.h"

#include "cog-language.h"
#include "cog-outline-menu.h"
#include "cog-outline-section.h"
#include "cog-ring.h"

#include <glib/gi18n-lib.h>

#define INDENT 12 /* pixels a level */

struct _CogOutline
{
  GtkWidget parent_instance;
  CogProject *project;
  GListStore *sections;
  GtkWidget *box;
  GtkLabel *title, *languages, *done;
  GtkProgressBar *progress;
  GtkListView *list;
  GtkSingleSelection *selection;
};

static guint selected_signal;

G_DEFINE_FINAL_TYPE (CogOutline, cog_outline, GTK_TYPE_WIDGET)

static void
show_section (CogOutlineSection *section, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *ring = gtk_widget_get_next_sibling (label);
  const CogSectionInfo *info = cog_outline_section_get_info (section);
  const char *title = cog_outline_section_get_title (section);
  double share = cog_outline_section_get_share (section);
  /* Translators: a section in the outline: its title, and how much of it is done, in percent. */
  g_autofree char *done = g_strdup_printf (_ ("%s, %d%% done"), title, (int)(share * 100));
  /* Translators: the same for a section that is not in the edition. */
  g_autofree char *left_out = g_strdup_printf (_ ("%s, left out"), title);
  const char *name = info->is_omitted ? left_out : done;

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_widget_set_margin_start (label, INDENT * (int)MIN (info->depth, 6));
  gtk_widget_set_tooltip_text (label, title);
  if (info->depth == 0)
    gtk_widget_remove_css_class (label, "inner");
  else
    gtk_widget_add_css_class (label, "inner");
  if (info->is_omitted)
    gtk_widget_add_css_class (label, "left-out");
  else
    gtk_widget_remove_css_class (label, "left-out");
  cog_ring_set_share (COG_RING (ring), share);
  gtk_widget_set_visible (ring, info->n_words > 0 && !info->is_omitted);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cog_ring_new ());
  gtk_box_append (GTK_BOX (box), cog_outline_menu_button_new (item));
  gtk_list_item_set_child (item, box);
  cog_outline_menu_attach (box, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  CogOutlineSection *section = gtk_list_item_get_item (item);

  show_section (section, item);
  g_signal_connect (section, "changed", G_CALLBACK (show_section), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CogOutline *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_section, item);
}

static void
selected_cb (CogOutline *self)
{
  CogOutlineSection *section = gtk_single_selection_get_selected_item (self->selection);

  if (section != NULL)
    g_signal_emit (self, selected_signal, 0, cog_outline_section_get_info (section)->id);
}

static void
show_progress (CogOutline *self, GPtrArray *infos)
{
  guint words = 0, done = 0, units = 0, reviewed = 0, share;
  g_autofree char *text = NULL;

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      words += info->n_words;
      done += info->n_words_done;
      units += info->n_units;
      reviewed += info->n_by_state[COG_STATE_REVIEWED] + info->n_by_state[COG_STATE_FINAL];
    }
  share = words > 0 ? (guint)(100 * (guint64)done / words) : 0;
  /* Translators: shares of the book, in percent: of its words, and of its paragraphs. */
  text = g_strdup_printf (_ ("%u%% done · %u%% reviewed"), share,
                          units > 0 ? 100 * reviewed / units : 0);
  gtk_progress_bar_set_fraction (self->progress, words > 0 ? (double)done / words : 0);
  gtk_label_set_label (self->done, text);
}

static gboolean
has_same_sections (CogOutline *self, GPtrArray *infos)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->sections)) != infos->len)
    return FALSE;
  for (guint i = 0; i < infos->len; i++)
    {
      g_autoptr (CogOutlineSection) section =
          g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      if (!g_str_equal (cog_outline_section_get_info (section)->id, info->id))
        return FALSE;
    }
  return TRUE;
}

/* Takes the infos over in place, so that neither selection nor scroll moves. */
static void
update_sections (CogOutline *self, GPtrArray *infos)
{
  for (guint i = 0; i < infos->len; i++)
    {
      g_autoptr (CogOutlineSection) section =
          g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      cog_outline_section_set_info (section, g_ptr_array_index (infos, i));
      g_ptr_array_index (infos, i) = NULL;
    }
}

/* What was selected stays so; where it is gone, what stands in its place now. */
static void
replace_sections (CogOutline *self, GPtrArray *infos)
{
  CogOutlineSection *before = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *id =
      before != NULL ? g_strdup (cog_outline_section_get_info (before)->id) : NULL;
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (id != NULL && infos->len > 0)
    selected = MIN (selected, infos->len - 1);
  for (guint i = 0; i < infos->len; i++)
    {
      if (g_strcmp0 (((CogSectionInfo *)g_ptr_array_index (infos, i))->id, id) == 0)
        selected = i;
      g_ptr_array_add (items, cog_outline_section_new (g_ptr_array_index (infos, i)));
      g_ptr_array_index (infos, i) = NULL;
    }
  g_list_store_splice (self->sections, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sections)),
                       items->pdata, items->len);
  if (id != NULL)
    gtk_single_selection_set_selected (self->selection, selected);
}

void
cog_outline_reload (CogOutline *self)
{
  g_autoptr (GPtrArray) infos = NULL;

  g_return_if_fail (COG_IS_OUTLINE (self));

  infos = cog_project_list_sections (self->project);
  show_progress (self, infos);
  g_ptr_array_set_free_func (infos, NULL);
  if (has_same_sections (self, infos))
    update_sections (self, infos);
  else
    replace_sections (self, infos);
}

void
cog_outline_set_project (CogOutline *self, CogProject *project)
{
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *languages = NULL;

  g_return_if_fail (COG_IS_OUTLINE (self) && COG_IS_PROJECT (project));

  g_set_object (&self->project, project);
  title = cog_project_dup_title (project);
  source = cog_project_dup_source_language (project);
  target = cog_project_dup_language (project);
  from = cog_language_dup_own_name (source != NULL ? source : "und");
  to = cog_language_dup_own_name (target);
  /* Translators: languages of the original and of the adaptation, each isolated: "English →
   * العربية". */
  languages =
      g_strdup_printf (_ ("\xE2\x81\xA8%s\xE2\x81\xA9 → \xE2\x81\xA8%s\xE2\x81\xA9"), from, to);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->languages, languages);
  cog_outline_reload (self);
}

void
cog_outline_select (CogOutline *self, const char *id)
{
  g_return_if_fail (COG_IS_OUTLINE (self) && id != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (CogOutlineSection) section =
          g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (!g_str_equal (cog_outline_section_get_info (section)->id, id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      return;
    }
}

gboolean
cog_outline_is_left_out (CogOutline *self, const char *id)
{
  g_return_val_if_fail (COG_IS_OUTLINE (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (CogOutlineSection) section =
          g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      const CogSectionInfo *info = cog_outline_section_get_info (section);

      if (g_strcmp0 (info->id, id) == 0)
        return info->is_omitted;
    }
  return FALSE;
}

const char *
cog_outline_get_first (CogOutline *self)
{
  const char *first = NULL;

  g_return_val_if_fail (COG_IS_OUTLINE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (CogOutlineSection) section =
          g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      const CogSectionInfo *info = cog_outline_section_get_info (section);

      if (first == NULL)
        first = info->id;
      if (info->n_units > 1)
        return info->id;
    }
  return first;
}

static void
cog_outline_dispose (GObject *object)
{
  CogOutline *self = COG_OUTLINE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->sections);
  G_OBJECT_CLASS (cog_outline_parent_class)->dispose (object);
}

static void
cog_outline_class_init (CogOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_outline_dispose;
  selected_signal = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, CogOutline, box);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, title);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, languages);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, done);
  gtk_widget_class_bind_template_child (widget_class, CogOutline, progress);
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
}
