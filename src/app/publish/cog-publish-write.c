/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-page-private.h"

#include "cog-format-tile.h"
#include "cog-published-row.h"

#include <glib/gi18n-lib.h>

/* Results that stay in sight. */
#define MAX_RESULTS 12

static void
show_results (CogPublishPage *self)
{
  cog_slip_clear (self->results_slip);
  for (guint i = 0; i < self->results->len; i++)
    cog_slip_append (self->results_slip,
                     cog_published_row_new (g_ptr_array_index (self->results, i)));
}

static void
forget_result (CogPublishPage *self, const char *target)
{
  for (guint i = self->results->len; i > 0; i--)
    if (g_str_equal (((CogPublished *)g_ptr_array_index (self->results, i - 1))->target, target))
      g_ptr_array_remove_index (self->results, i - 1);
}

/* Newest first; a file that is written again is one row. */
static void
keep_results (CogPublishPage *self, GPtrArray *all)
{
  for (guint i = all->len; i > 0; i--)
    {
      CogPublished *published = g_ptr_array_steal_index (all, i - 1);

      forget_result (self, published->target);
      g_ptr_array_insert (self->results, 0, published);
    }
  if (self->results->len > MAX_RESULTS)
    g_ptr_array_set_size (self->results, MAX_RESULTS);
  show_results (self);
}

static void
tell_results (CogPublishPage *self, GPtrArray *all)
{
  guint n_good = 0;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const CogPublished *published = g_ptr_array_index (all, i);

      n_good += (guint)(published->error == NULL);
      if (published->error != NULL &&
          g_error_matches (published->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        continue;
      if (published->error != NULL)
        {
          g_autofree char *fault = cog_publish_dup_fault (published->error, published->target);

          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", fault);
          return;
        }
      g_free (name);
      name = g_filename_display_basename (published->target);
    }
  if (n_good == 0)
    text = g_strdup (_ ("Stopped. Nothing was written."));
  else if (n_good == 1)
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_ ("“%s” is published"), name);
  else
    text = g_strdup_printf (ngettext ("%u file is published", "%u files are published", n_good),
                            n_good);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPublishPage *self = COG_PUBLISH_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = cog_publish_run_finish (result, &error);

  g_clear_object (&self->run);
  if (self->run_bar == NULL) /* closed meanwhile */
    return;
  cog_run_bar_set_run (self->run_bar, NULL);
  cog_publish_page_update_buttons (self);
  if (all != NULL)
    {
      tell_results (self, all);
      keep_results (self, all);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

CogPublishOptions
cog_publish_page_get_options (CogPublishPage *self)
{
  CogPublishOptions options = { 0 };

  options.edition.is_draft = self->n_errors > 0;
  options.edition.is_bilingual = gtk_switch_get_active (self->bilingual);
  options.writer.paper = (CogPaper)adw_combo_row_get_selected (self->paper);
  cog_print_row_get_options (self->print, &options.writer);
  options.writer.is_large = gtk_switch_get_active (self->large);
  options.writer.answers_at_end = gtk_switch_get_active (self->answers);
  return options;
}

void
cog_publish_page_write_to (const char *const *targets, gpointer user_data)
{
  CogPublishPage *self = user_data;
  CogPublishOptions options;
  g_auto (GStrv) sections = NULL;

  if (self->run != NULL || self->run_bar == NULL)
    return;
  cog_edition_form_flush (self->form);
  sections = cog_chapter_row_dup_sections (self->chapters);
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  cog_publish_page_update_buttons (self);
  options = cog_publish_page_get_options (self);
  options.edition.is_draft = self->as_draft;
  options.edition.sections = (const char *const *)sections;
  cog_publish_run_start (self->project, targets, &options, self->run, self, written_cb);
}

static void
choose_targets (CogPublishPage *self, gboolean draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) suffixes = NULL;
  g_autofree char *title = NULL;

  cog_edition_form_flush (self->form);
  title = cog_project_dup_title (self->project);
  for (guint i = 0; i < cog_n_formats; i++)
    if (cog_publish_page_is_chosen (self, i))
      g_strv_builder_add (builder, cog_formats[i].suffix);
  suffixes = g_strv_builder_end (builder);
  if (suffixes[0] == NULL)
    return;
  self->as_draft = draft;
  cog_target_chooser_ask (self->chooser, GTK_WIDGET (self),
                          draft ? _ ("Export Draft") : _ ("Publish"), title,
                          (const char *const *)suffixes);
}

void
cog_publish_page_publish (CogPublishPage *self)
{
  choose_targets (self, FALSE);
}

void
cog_publish_page_publish_draft (CogPublishPage *self)
{
  choose_targets (self, TRUE);
}
