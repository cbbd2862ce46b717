/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-level-view.h"

#include "cog-file-dialog.h"
#include "cog-level-job.h"

#include <glib/gi18n-lib.h>

/* Rows of a group: nobody reads more, and each costs a widget. */
#define MAX_ROWS 200
#define MAX_WORDS 8 /* named in a row */

struct _CogLevelView
{
  AdwBin parent_instance;
  CogProject *project;
  AdwPreferencesGroup *hard, *sections;
  GtkSpinButton *grade;
  GtkButton *open;
  GHashTable *known;  /* (nullable) */
  GPtrArray *rows[2]; /* borrowed: in hard, in sections */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CogLevelView, cog_level_view, ADW_TYPE_BIN)

static guint go_to_signal;

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────── */

/* "Flesch–Kincaid 8.2 · 14 words a sentence" */
static char *
dup_side (const CogTextMeasure *measure, const char *language)
{
  CogReadability readability = { 0 };
  g_autofree char *length = NULL;
  guint mean = measure->n_sentences > 0
                   ? (measure->n_words + measure->n_sentences / 2) / measure->n_sentences
                   : 0;

  if (measure->n_sentences == 0)
    return g_strdup (_ ("nothing yet"));
  length = g_strdup_printf (ngettext ("%u word a sentence", "%u words a sentence", mean), mean);
  if (!cog_readability_compute (measure, language, &readability))
    return g_steal_pointer (&length);
  /* Translators: the name of a formula, its score, and how long sentences are. */
  return g_strdup_printf (readability.is_ease ? _ ("%s %.0f (the higher, the easier) · %s")
                                              : _ ("%s %.1f (the lower, the easier) · %s"),
                          readability.name, readability.score, length);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  return row;
}

static void
add_row (CogLevelView *self, guint group, GtkWidget *row)
{
  adw_preferences_group_add (group == 0 ? self->hard : self->sections, row);
  g_ptr_array_add (self->rows[group], row);
}

static void
clear (CogLevelView *self, guint group)
{
  for (guint i = 0; i < self->rows[group]->len; i++)
    adw_preferences_group_remove (group == 0 ? self->hard : self->sections,
                                  g_ptr_array_index (self->rows[group], i));
  g_ptr_array_set_size (self->rows[group], 0);
}

static void
add_level (CogLevelView *self, const CogSectionLevel *level, const char *title)
{
  g_autofree char *source = cog_project_dup_source_language (self->project);
  g_autofree char *target = cog_project_dup_language (self->project);
  g_autofree char *before = dup_side (&level->source, source != NULL ? source : "");
  g_autofree char *after = dup_side (&level->target, target);
  /* Translators: how hard a text is to read, before and after. */
  g_autofree char *subtitle = g_strdup_printf (_ ("Source: %s\nAdaptation: %s"), before, after);

  add_row (self, 1, new_row (title, subtitle));
}

static void
activated_cb (GtkWidget *row, CogLevelView *self)
{
  g_signal_emit (self, go_to_signal, 0, g_object_get_data (G_OBJECT (row), "unit"));
}

static char *
dup_fault (const CogHardUnit *hard)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (hard->n_longest > 0)
    g_string_append_printf (
        words, ngettext ("A sentence of %u word", "A sentence of %u words", hard->n_longest),
        hard->n_longest);
  for (guint i = 0; i < MIN (hard->words->len, MAX_WORDS); i++)
    g_string_append_printf (words, "%s%s",
                            i > 0            ? ", "
                            : words->len > 0 ? " · "
                                             : "",
                            (const char *)g_ptr_array_index (hard->words, i));
  if (hard->words->len > MAX_WORDS)
    g_string_append (words, ", …");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_hard (CogLevelView *self, const CogHardUnit *hard)
{
  g_autofree char *fault = dup_fault (hard);
  GtkWidget *row = new_row (hard->text, fault);

  g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (hard->unit), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  add_row (self, 0, row);
}

/* ── Looking ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  CogProject *project;
  CogLevelWish wish;
  CogSectionLevel total;
  GPtrArray *levels, *hard;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  g_clear_pointer (&job->wish.known, g_hash_table_unref);
  g_clear_pointer (&job->levels, g_ptr_array_unref);
  g_clear_pointer (&job->hard, g_ptr_array_unref);
  g_free (job);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->levels = cog_level_list_sections (job->project, &job->total, cancellable, &error);
  if (job->levels != NULL && (job->wish.longest > 0 || job->wish.known != NULL))
    job->hard = cog_level_list_hard (job->project, &job->wish, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogLevelView *self = COG_LEVEL_VIEW (object);
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->project == NULL)
    return;
  clear (self, 0);
  clear (self, 1);
  add_level (self, &job->total, _ ("The whole book"));
  for (guint i = 0; i < MIN (job->levels->len, MAX_ROWS); i++)
    {
      const CogSectionLevel *level = g_ptr_array_index (job->levels, i);

      add_level (self, level, level->title);
    }
  for (guint i = 0; job->hard != NULL && i < MIN (job->hard->len, MAX_ROWS); i++)
    add_hard (self, g_ptr_array_index (job->hard, i));
  gtk_widget_set_visible (GTK_WIDGET (self->hard), self->rows[0]->len > 0);
}

void
cog_level_view_refresh (CogLevelView *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;
  guint grade;

  g_return_if_fail (COG_IS_LEVEL_VIEW (self));

  if (self->project == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  grade = (guint)gtk_spin_button_get_value_as_int (self->grade);
  job = g_new0 (Job, 1);
  job->project = g_object_ref (self->project);
  job->wish.longest = grade > 0 ? cog_level_get_longest (grade) : 0;
  job->wish.known = self->known != NULL ? g_hash_table_ref (self->known) : NULL;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look);
}

static void
wished_cb (CogLevelView *self)
{
  cog_level_view_refresh (self);
}

/* ── The teacher's list ──────────────────────────────────────────────────────────────────────── */

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogLevelView) self = user_data;
  g_autofree char *text = NULL;

  if (!g_file_load_contents_finish (G_FILE (object), result, &text, NULL, NULL, NULL))
    return;
  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = cog_level_read_words (text);
  cog_level_view_refresh (self);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogLevelView *self = COG_LEVEL_VIEW (object);
  g_autoptr (GFile) file = cog_file_dialog_finish (result, NULL);
  g_autofree char *name = NULL;

  if (file == NULL || self->project == NULL)
    return;
  name = g_file_get_basename (file);
  gtk_button_set_label (self->open, name);
  g_file_load_contents_async (file, NULL, read_cb, g_object_ref (self));
}

static void
open_cb (CogLevelView *self)
{
  cog_file_dialog_open (GTK_WIDGET (self), _ ("Words That Pupils Know"), NULL, chosen_cb, NULL);
}

/* ── The type ────────────────────────────────────────────────────────────────────────────────── */

static void
cog_level_view_dispose (GObject *object)
{
  CogLevelView *self = COG_LEVEL_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  g_clear_pointer (&self->known, g_hash_table_unref);
  G_OBJECT_CLASS (cog_level_view_parent_class)->dispose (object);
}

static void
cog_level_view_finalize (GObject *object)
{
  CogLevelView *self = COG_LEVEL_VIEW (object);

  g_ptr_array_unref (self->rows[0]);
  g_ptr_array_unref (self->rows[1]);
  G_OBJECT_CLASS (cog_level_view_parent_class)->finalize (object);
}

static void
cog_level_view_class_init (CogLevelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_level_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_level_view_finalize;
  go_to_signal = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-level-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLevelView, hard);
  gtk_widget_class_bind_template_child (widget_class, CogLevelView, sections);
  gtk_widget_class_bind_template_child (widget_class, CogLevelView, grade);
  gtk_widget_class_bind_template_child (widget_class, CogLevelView, open);
  gtk_widget_class_bind_template_callback (widget_class, wished_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
cog_level_view_init (CogLevelView *self)
{
  self->rows[0] = g_ptr_array_new ();
  self->rows[1] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (cog_level_view_refresh), NULL);
}

void
cog_level_view_set_project (CogLevelView *self, CogProject *project)
{
  g_return_if_fail (COG_IS_LEVEL_VIEW (self) && self->project == NULL);
  g_return_if_fail (COG_IS_PROJECT (project));

  self->project = g_object_ref (project);
}
