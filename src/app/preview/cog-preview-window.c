/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-preview-window.h"

#include "cog-drop-down-name.h"
#include "cog-preview-run.h"
#include "cog-run-bar.h"
#ifdef COG_WITH_POPPLER
#include "cog-paper-view.h"
#endif
#ifdef COG_WITH_WEBKIT
#include "cog-web-view.h"
#endif

#include <glib/gi18n-lib.h>

#define PHONE 390  /* pixels, as such devices tell a page */
#define TABLET 768 /* pixels */
#define ZOOM_STEP 1.2
#define ZOOM_MIN .4
#define ZOOM_MAX 4
#define INDENT 18 /* pixels a level of chapters */

struct _CogPreviewWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogPreviewKind kind;
  CogPublishOptions options;
  CogRun *run;        /* (nullable) */
  guint first_page;   /* of paper: wanted first, once */
  char *section;      /* wanted first (nullable): of paper, what is shown */
  GPtrArray *entries; /* (element-type CogPreviewEntry): the chapters */
  double zoom;
  gboolean is_setting; /* the chapter, by the program */
  GtkWidget *view;     /* (nullable) */
  GtkDropDown *chapters;
  GtkStack *stack;
  CogRunBar *run_bar;
  AdwStatusPage *fault;
  AdwBin *place;
  GtkRevealer *link_bar;
  GtkLabel *link, *page;
  GtkWidget *tools, *widths, *refresh;
  GtkToggleButton *phone, *tablet, *wide, *dark;
};

G_DEFINE_FINAL_TYPE (CogPreviewWindow, cog_preview_window, ADW_TYPE_WINDOW)

gboolean
cog_preview_window_can (CogPreviewKind kind)
{
  switch (kind)
    {
    case COG_PREVIEW_PAGES:
#ifdef COG_WITH_WEBKIT
      return TRUE;
#else
      return FALSE;
#endif
    case COG_PREVIEW_PAPER:
#ifdef COG_WITH_POPPLER
      return TRUE;
#else
      return FALSE;
#endif
    }
  return FALSE;
}

/* --- chapters
 * --------------------------------------------------------------------------------------- */

static void
entry_free (gpointer data)
{
  CogPreviewEntry *entry = data;

  g_free (entry->section);
  g_free (entry->title);
  g_free (entry->file);
  g_free (entry);
}

static void
add_entry (
    CogPreviewWindow *self, const char *section, const char *title, guint depth, const char *file)
{
  CogPreviewEntry *entry = g_new0 (CogPreviewEntry, 1);

  entry->section = g_strdup (section);
  entry->title = g_strdup (title);
  entry->depth = depth;
  entry->file = g_strdup (file);
  g_ptr_array_add (self->entries, entry);
}

/* On paper one chapter is there in a moment, a whole book takes its time. */
static void
list_sections (CogPreviewWindow *self)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (self->project);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);

  add_entry (self, NULL, _ ("The whole book"), 0, NULL);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->is_omitted || (info->parent != NULL && g_hash_table_contains (gone, info->parent)))
        g_hash_table_add (gone, info->id);
      else
        add_entry (self, info->id, cog_section_info_get_label (info, TRUE), info->depth, NULL);
    }
}

static void
select_entry (CogPreviewWindow *self, guint position)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->chapters, position);
  self->is_setting = FALSE;
}

static void
fill_chapters (CogPreviewWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    gtk_string_list_append (titles,
                            ((CogPreviewEntry *)g_ptr_array_index (self->entries, i))->title);
  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->chapters, G_LIST_MODEL (titles));
  self->is_setting = FALSE;
}

static guint
find_section (CogPreviewWindow *self, const char *section)
{
  for (guint i = 0; section != NULL && i < self->entries->len; i++)
    if (g_strcmp0 (((CogPreviewEntry *)g_ptr_array_index (self->entries, i))->section, section) ==
        0)
      return i;
  return 0;
}

static void
setup_chosen_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_item_set_child (item, label);
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
setup_entry_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_list_item_set_child (item, label);
}

static guint
get_depth (CogPreviewWindow *self, const char *title, guint position)
{
  const CogPreviewEntry *entry =
      position < self->entries->len ? g_ptr_array_index (self->entries, position) : NULL;

  /* While the person searches, positions are those of what was found. */
  return entry != NULL && g_strcmp0 (entry->title, title) == 0 ? entry->depth : 0;
}

static void
bind_entry_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *window = gtk_widget_get_ancestor (label, COG_TYPE_PREVIEW_WINDOW);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), title);
  if (window != NULL)
    gtk_widget_set_margin_start (label, (int)get_depth (COG_PREVIEW_WINDOW (window), title,
                                                        gtk_list_item_get_position (item)) *
                                            INDENT);
}

/* --- what is shown
 * ---------------------------------------------------------------------------------- */

static void
show_child (CogPreviewWindow *self, const char *name)
{
  static const char *const actions[] = { "preview.zoom-in", "preview.zoom-out",
                                         "preview.zoom-fit" };

  gtk_stack_set_visible_child_name (self->stack, name);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], g_str_equal (name, "shown"));
}

static void
show_fault (CogPreviewWindow *self, const char *words)
{
  adw_status_page_set_description (self->fault, words);
  show_child (self, "fault");
}

#ifdef COG_WITH_WEBKIT
static void
moved_cb (CogWebView *view, const char *file, CogPreviewWindow *self)
{
  gtk_revealer_set_reveal_child (self->link_bar, FALSE);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CogPreviewEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->file, file) != 0)
        continue;
      g_free (self->section);
      self->section = g_strdup (entry->section);
      select_entry (self, i);
    }
}

static void
link_out_cb (CogWebView *view, const char *uri, CogPreviewWindow *self)
{
  /* Translators: %s is the address that a link leads to. */
  g_autofree char *words = g_strdup_printf (
      _ ("This link leads out of the book; the preview does not follow it: %s"), uri);

  gtk_label_set_label (self->link, words);
  gtk_revealer_set_reveal_child (self->link_bar, TRUE);
}

static void
show_pages (CogPreviewWindow *self, CogPreview *preview)
{
  const CogPreviewEntry *entry;
  guint position;

  if (self->view == NULL)
    {
      self->view = cog_web_view_new ();
      g_signal_connect (self->view, "moved", G_CALLBACK (moved_cb), self);
      g_signal_connect (self->view, "link-out", G_CALLBACK (link_out_cb), self);
      adw_bin_set_child (self->place, self->view);
      cog_web_view_set_dark (COG_WEB_VIEW (self->view), gtk_toggle_button_get_active (self->dark));
    }
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < preview->entries->len; i++)
    {
      entry = g_ptr_array_index (preview->entries, i);
      add_entry (self, entry->section, entry->title, entry->depth, entry->file);
    }
  fill_chapters (self);
  position = find_section (self, self->section);
  select_entry (self, position);
  cog_web_view_set_preview (COG_WEB_VIEW (self->view), preview);
  entry = g_ptr_array_index (self->entries, position);
  cog_web_view_load (COG_WEB_VIEW (self->view), entry->file);
}
#endif

#ifdef COG_WITH_POPPLER
static void
page_cb (CogPreviewWindow *self)
{
  CogPaperView *view = COG_PAPER_VIEW (self->view);
  /* Translators: the number of the page in sight, and how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), cog_paper_view_get_page (view) + 1,
                                            cog_paper_view_get_n_pages (view));

  gtk_label_set_label (self->page, words);
}

static void
show_paper (CogPreviewWindow *self, CogPreview *preview)
{
  guint position = find_section (self, self->section);
  const char *title =
      position > 0 ? ((CogPreviewEntry *)g_ptr_array_index (self->entries, position))->title : NULL;

  if (self->view == NULL)
    {
      self->view = cog_paper_view_new ();
      g_signal_connect_swapped (self->view, "notify::page", G_CALLBACK (page_cb), self);
      adw_bin_set_child (self->place, self->view);
    }
  cog_paper_view_set_preview (COG_PAPER_VIEW (self->view), preview, title);
  if (title == NULL)
    cog_paper_view_start_at (COG_PAPER_VIEW (self->view), self->first_page);
  self->first_page = 0;
}
#endif

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPreviewWindow *self = COG_PREVIEW_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPreview) preview = cog_preview_run_finish (result, &error);

  /* Overtaken, or closed meanwhile. */
  if (self->run == NULL ||
      g_task_get_cancellable (G_TASK (result)) != cog_run_get_cancellable (self->run))
    return;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (preview == NULL)
    {
      show_fault (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? _ ("It was stopped. Refresh to try again.")
                            : error->message);
      return;
    }
  show_child (self, "shown");
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES)
    show_pages (self, g_steal_pointer (&preview));
#endif
#ifdef COG_WITH_POPPLER
  if (self->kind == COG_PREVIEW_PAPER)
    show_paper (self, g_steal_pointer (&preview));
#endif
}

static void
stop (CogPreviewWindow *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static void
make (CogPreviewWindow *self)
{
  stop (self);
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  show_child (self, "making");
  gtk_widget_remove_css_class (self->refresh, "suggested-action");
  cog_preview_run_start (self->project, self->kind, &self->options,
                         self->kind == COG_PREVIEW_PAPER ? self->section : NULL, self->run, self,
                         made_cb);
}

#ifdef COG_WITH_WEBKIT
static void
probed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogPreviewWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cog_web_view_probe_finish (result, &error))
    show_fault (self, error->message);
  else if (self->project != NULL)
    make (self);
}
#endif

static void
begin (CogPreviewWindow *self)
{
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES)
    {
      cog_web_view_probe_async (probed_cb, g_object_ref (self));
      return;
    }
#endif
  make (self);
}

static void
changed_cb (CogProject *project, char **units, CogPreviewWindow *self)
{
  gtk_widget_add_css_class (self->refresh, "suggested-action");
}

/* --- controls
 * --------------------------------------------------------------------------------------- */

static void
selected_cb (CogPreviewWindow *self)
{
  guint position = gtk_drop_down_get_selected (self->chapters);
  const CogPreviewEntry *entry;

  if (self->is_setting || position >= self->entries->len)
    return;
  entry = g_ptr_array_index (self->entries, position);
  g_free (self->section);
  self->section = g_strdup (entry->section);
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES && self->view != NULL)
    cog_web_view_load (COG_WEB_VIEW (self->view), entry->file);
#endif
  if (self->kind == COG_PREVIEW_PAPER)
    make (self);
}

static void
width_cb (CogPreviewWindow *self)
{
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES && self->view != NULL)
    cog_web_view_set_width (COG_WEB_VIEW (self->view),
                            gtk_toggle_button_get_active (self->phone)    ? PHONE
                            : gtk_toggle_button_get_active (self->tablet) ? TABLET
                                                                          : 0);
#endif
}

static void
dark_cb (CogPreviewWindow *self)
{
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES && self->view != NULL)
    cog_web_view_set_dark (COG_WEB_VIEW (self->view), gtk_toggle_button_get_active (self->dark));
#endif
}

static void
set_zoom (CogPreviewWindow *self, double zoom)
{
  self->zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
#ifdef COG_WITH_WEBKIT
  if (self->kind == COG_PREVIEW_PAGES && self->view != NULL)
    cog_web_view_set_zoom (COG_WEB_VIEW (self->view), self->zoom);
#endif
#ifdef COG_WITH_POPPLER
  if (self->kind == COG_PREVIEW_PAPER && self->view != NULL)
    cog_paper_view_set_zoom (COG_PAPER_VIEW (self->view), self->zoom);
#endif
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (COG_PREVIEW_WINDOW (widget), COG_PREVIEW_WINDOW (widget)->zoom * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (COG_PREVIEW_WINDOW (widget), COG_PREVIEW_WINDOW (widget)->zoom / ZOOM_STEP);
}

static void
zoom_fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (COG_PREVIEW_WINDOW (widget), 1);
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (COG_PREVIEW_WINDOW (widget));
}

/* --- the window
 * ------------------------------------------------------------------------------------- */

static void
cog_preview_window_dispose (GObject *object)
{
  CogPreviewWindow *self = COG_PREVIEW_WINDOW (object);

  stop (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  G_OBJECT_CLASS (cog_preview_window_parent_class)->dispose (object);
}

static void
cog_preview_window_finalize (GObject *object)
{
  CogPreviewWindow *self = COG_PREVIEW_WINDOW (object);

  g_free (self->section);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (cog_preview_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    gtk_widget_class_add_binding_action (klass, larger[i], GDK_CONTROL_MASK, "preview.zoom-in",
                                         NULL);
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding_action (klass, smaller[i], GDK_CONTROL_MASK, "preview.zoom-out",
                                         NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "preview.refresh", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cog_preview_window_class_init (CogPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_preview_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_preview_window_finalize;
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (widget_class, "preview.refresh", NULL, refresh_action);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/preview/cog-preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, chapters);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, place);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, link_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, link);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, widths);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, refresh);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, phone);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, tablet);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, wide);
  gtk_widget_class_bind_template_child (widget_class, CogPreviewWindow, dark);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_cb);
  gtk_widget_class_bind_template_callback (widget_class, dark_cb);
}

/* Here, not in the template: a builder connects signals when the drop-down has made its items. */
static void
add_factories (CogPreviewWindow *self)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_entry_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_entry_cb), NULL);
  g_autoptr (GtkExpression) title =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (self->chapters, title);
  gtk_drop_down_set_factory (self->chapters, chosen);
  gtk_drop_down_set_list_factory (self->chapters, list);
  cog_drop_down_name (self->chapters, _ ("Chapter"));
}

static void
cog_preview_window_init (CogPreviewWindow *self)
{
  self->zoom = 1;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_factories (self);
}

GtkWindow *
cog_preview_window_present (GtkWindow *parent,
                            CogProject *project,
                            CogPreviewKind kind,
                            const CogPublishOptions *options,
                            const char *section)
{
  CogPreviewWindow *self = g_object_new (COG_TYPE_PREVIEW_WINDOW, NULL);
  gboolean is_paper = kind == COG_PREVIEW_PAPER;

  g_return_val_if_fail (COG_IS_PROJECT (project) && options != NULL, NULL);

  self->project = g_object_ref (project);
  self->kind = kind;
  self->options = *options;
  self->section = g_strdup (section);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_title (GTK_WINDOW (self), is_paper ? _ ("Preview on Paper") : _ ("Preview"));
  gtk_widget_set_visible (self->widths, !is_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->dark), !is_paper);
  gtk_toggle_button_set_active (self->dark,
                                adw_style_manager_get_dark (adw_style_manager_get_default ()));
  if (is_paper)
    {
      list_sections (self);
      fill_chapters (self);
      select_entry (self, find_section (self, section));
    }
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  begin (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}

void
cog_preview_window_start_at (CogPreviewWindow *self, guint page)
{
  g_return_if_fail (COG_IS_PREVIEW_WINDOW (self));
  self->first_page = page;
}
