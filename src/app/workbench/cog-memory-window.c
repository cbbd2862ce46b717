/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-window.h"

#include "cog-memory-concordance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows are made for all of them: whoever needs more asks for more words. */
#define MOST_HITS 60

struct _CogMemoryWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  GCancellable *cancellable; /* of the search that runs (nullable) */
  GtkEditable *entry;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (CogMemoryWindow, cog_memory_window, ADW_TYPE_WINDOW)

typedef struct
{
  CogProject *project;
  char *words;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  g_free (job->words);
  g_free (job);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autofree char *from = cog_project_dup_source_language (job->project);
  g_autofree char *to = cog_project_dup_language (job->project);
  GError *error = NULL;
  CogMemory *memory = cog_memory_get_default (&error);
  GPtrArray *entries = NULL;

  if (memory != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    entries = cog_memory_search (memory, from != NULL ? from : "und", to != NULL ? to : "und",
                                 job->words, MOST_HITS, &error);
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The words in bold, with a line: colour is not the only sign. */
static GtkWidget *
new_text (const char *text, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  guint at = 0, start, end;

  while (cog_memory_find_hit (text, words, at, &start, &end))
    {
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                       pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
        {
          attributes[i]->start_index = (guint)(g_utf8_offset_to_pointer (text, start) - text);
          attributes[i]->end_index = (guint)(g_utf8_offset_to_pointer (text, end) - text);
          pango_attr_list_insert (marks, attributes[i]);
        }
      at = end;
    }
  gtk_label_set_attributes (GTK_LABEL (label), marks);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (const CogMemoryEntry *entry, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "memory-hit");
  gtk_box_append (GTK_BOX (box), new_text (entry->source, words, "known"));
  gtk_box_append (GTK_BOX (box), new_text (entry->target, words, "match"));
  if (entry->origin != NULL)
    {
      GtkWidget *origin = new_text (entry->origin, "", "small");

      gtk_widget_add_css_class (origin, "dim");
      gtk_box_append (GTK_BOX (box), origin);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
fill (CogMemoryWindow *self, GPtrArray *entries, const char *words)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    gtk_list_box_append (self->list, new_row (entries->pdata[i], words));
  gtk_widget_set_visible (self->scroller, entries != NULL && entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), entries == NULL || entries->len == 0);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);
  CogMemoryWindow *self = COG_MEMORY_WINDOW (object);
  const Job *job = g_task_get_task_data (G_TASK (result));

  /* Other words are looked for by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_label (self->nothing, error != NULL
                                          ? error->message
                                          /* Translators: of words, in the translation memory. */
                                          : _ ("They were not translated yet."));
  fill (self, entries, job->words);
}

static void
search_cb (CogMemoryWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (words[0] == '\0')
    {
      gtk_label_set_label (self->nothing, _ ("Look for words, to see how they were translated "
                                             "before."));
      fill (self, NULL, words);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  job = g_new0 (Job, 1);
  job->project = g_object_ref (self->project);
  job->words = g_steal_pointer (&words);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, search_in_thread);
}

static void
cog_memory_window_dispose (GObject *object)
{
  CogMemoryWindow *self = COG_MEMORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_memory_window_parent_class)->dispose (object);
}

static void
cog_memory_window_class_init (CogMemoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_memory_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-memory-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogMemoryWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, CogMemoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CogMemoryWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, CogMemoryWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "gtk_window_close",
                                                G_CALLBACK (gtk_window_close));
}

static void
cog_memory_window_init (CogMemoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cog_memory_window_new (GtkWindow *parent, CogProject *project)
{
  CogMemoryWindow *self;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_MEMORY_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  search_cb (self);
  return GTK_WIDGET (self);
}
