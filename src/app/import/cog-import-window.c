/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-window.h"

#include "cog-app-state.h"
#include "cog-chapters-view.h"
#include "cog-choice-row.h"
#include "cog-column.h"
#include "cog-columns.h"
#include "cog-compat.h"
#include "cog-import-run.h"
#include "cog-import-view.h"
#include "cog-language-list.h"
#include "cog-language.h"
#include "cog-licence-meaning.h"
#include "cog-reading-choices.h"
#include "cog-run-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_LANGUAGE "adapt-into"

struct _CogImportWindow
{
  AdwWindow parent_instance;
  char *folder, *made; /* made: the last project that was made (nullable) */
  GPtrArray *waiting;  /* paths of files that come after this one */
  GPtrArray *paths;    /* of the files that are one book now */
  GPtrArray *found;    /* (nullable) */
  CogImportFunc opened;
  gpointer user_data;
  CogRun *run; /* what is going on (nullable) */
  gboolean is_making;
  gboolean is_again; /* the same file, read in another way */
  gboolean is_named; /* somebody typed another title than that which was read before */
  AdwWindowTitle *head;
  GtkStack *stack;
  AdwStatusPage *reading, *fault;
  GtkLabel *way_on, *note;
  CogRunBar *run_bar;
  CogImportView *view;
  CogChaptersView *chapters_view;
  CogChoiceRow *language, *place;
  AdwEntryRow *audience, *name;
  AdwActionRow *chapters, *sources;
  CogReadingChoices *choices;
  GtkWidget *start, *cancel, *back, *note_icon;
};

G_DEFINE_FINAL_TYPE (CogImportWindow, cog_import_window, ADW_TYPE_WINDOW)

static void read_files (CogImportWindow *self);

/* --- pages ------------------------------------------------------------------------------------ */

static void
show_page (CogImportWindow *self, const char *name)
{
  gboolean is_chapters = g_str_equal (name, "chapters");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back, is_chapters);
  gtk_widget_set_visible (self->cancel, !is_chapters);
  adw_window_title_set_title (self->head, is_chapters ? _ ("Chapters") : _ ("Import"));
}

static CogRun *
begin (CogImportWindow *self, const char *sentence)
{
  g_clear_object (&self->run);
  self->run = cog_run_new ();
  cog_run_bar_set_run (self->run_bar, self->run);
  adw_status_page_set_title (self->reading, sentence);
  show_page (self, "reading");
  return self->run;
}

/* FALSE: the window is closed or closing, and nobody waits for the answer. */
static gboolean
end (CogImportWindow *self, const GError *error)
{
  if (self->run == NULL)
    return FALSE;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  /* Stopped while it was made: all that was decided is still there. */
  if (self->is_making)
    show_page (self, "found");
  else
    gtk_window_close (GTK_WINDOW (self));
  return FALSE;
}

static void
show_fault (CogImportWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  const char *heading, *way_on;

  cog_adaptation_describe_fault (error, self->is_making, &heading, &way_on);
  adw_status_page_set_title (self->fault, heading);
  adw_status_page_set_description (self->fault, escaped);
  gtk_label_set_label (self->way_on, way_on);
  show_page (self, "fault");
  cog_announce (GTK_WIDGET (self), heading, TRUE);
  cog_announce (GTK_WIDGET (self), error->message, TRUE);
}

/* --- what is decided -------------------------------------------------------------------------- */

static const CogFoundSource *
get_first (CogImportWindow *self)
{
  return g_ptr_array_index (self->found, 0);
}

/* (transfer full) (element-type CogChapter): one a book, not owned */
static GPtrArray *
list_roots (CogImportWindow *self)
{
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (roots, ((CogFoundSource *)g_ptr_array_index (self->found, i))->chapters);
  return roots;
}

static void
show_chapters (CogImportWindow *self)
{
  guint n_all = 0, n_wanted = 0, n_words = 0;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->found->len; i++)
    {
      const CogFoundSource *found = g_ptr_array_index (self->found, i);
      guint all, wanted;

      cog_chapters_count (found->chapters, &all, &wanted);
      n_all += all;
      n_wanted += wanted;
      n_words += cog_chapter_count_words (found->chapters);
    }
  words = g_strdup_printf (ngettext ("%'u word", "%'u words", n_words), n_words);
  /* Translators: how many chapters are to be adapted, of how many; then how many words. */
  count = n_wanted == n_all ? g_strdup_printf (_ ("All · %s"), words)
                            : g_strdup_printf (_ ("%1$'u of %2$'u · %3$s"), n_wanted, n_all, words);
  adw_action_row_set_subtitle (self->chapters, count);
  gtk_widget_set_visible (GTK_WIDGET (self->chapters), n_all > 1);
  gtk_widget_set_sensitive (self->start, n_wanted > 0 || n_all == 0);
}

static void
language_cb (CogImportWindow *self)
{
  const char *tag = cog_choice_row_get_tag (self->language);
  g_autofree char *language = NULL;
  g_autofree char *place = cog_language_split (tag, &language);

  if (language == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language),
                               cog_language_is_rtl (language) ? _ ("Right to left") : "");
  cog_choice_row_set_choices (
      self->place, cog_language_list_places (language, cog_language_get_interface (), NULL),
      _ ("No particular place"));
  cog_choice_row_choose (self->place, place != NULL ? place : "");
}

static char *
dup_language (CogImportWindow *self)
{
  g_autofree char *language = NULL;

  g_free (cog_language_split (cog_choice_row_get_tag (self->language), &language));
  return cog_language_join (language != NULL ? language : "und",
                            cog_choice_row_get_tag (self->place));
}

/* A tag that is in no list becomes a choice of its own. */
static gboolean
choose_language (CogImportWindow *self, const char *tag)
{
  g_autofree char *language = NULL;
  g_autofree char *place = cog_language_split (tag, &language);

  if (language == NULL || !cog_choice_row_choose (self->language, language))
    return FALSE;
  language_cb (self);
  if (place != NULL)
    cog_choice_row_choose (self->place, place);
  return TRUE;
}

/* What was chosen last; else the person's own language, where the book is in another; else the
 * first of the common ones at its home. */
static void
propose_language (CogImportWindow *self)
{
  g_autofree char *last = cog_app_state_dup_choice (cog_app_state_get_default (), LAST_LANGUAGE);
  const char *own = cog_language_get_interface ();
  const char *source = get_first (self)->book->language;

  if (last != NULL && choose_language (self, last))
    return;
  if ((source == NULL || !cog_language_equal (own, source)) && choose_language (self, own))
    return;
  choose_language (self, source != NULL && cog_language_equal (source, "ar") ? "en" : "ar-EG");
}

/* What stands between the person and publishing, said before the work begins. */
static void
show_note (CogImportWindow *self)
{
  const CogBook *book = get_first (self)->book;
  CogAdaptability free = cog_licence_meaning_get_adaptability (book->credit->licence);
  guint n_unknown = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < book->credits->len; i++)
    n_unknown += ((CogCredit *)g_ptr_array_index (book->credits, i))->licence == NULL;
  if (free == COG_ADAPTABILITY_FORBIDDEN)
    words = g_strdup (_ ("You may not share a translation of this book without its owner’s "
                         "permission. You can begin without it."));
  else if (free == COG_ADAPTABILITY_UNKNOWN)
    words =
        g_strdup (_ ("The licence must be known before you publish. You can begin without it."));
  else if (n_unknown > 0)
    words =
        g_strdup_printf (ngettext ("%'u item needs a decision before you publish. You can begin "
                                   "without it.",
                                   "%'u items need a decision before you publish. You can "
                                   "begin without it.",
                                   n_unknown),
                         n_unknown);
  gtk_label_set_label (self->note, words != NULL
                                       ? words
                                       : _ ("The original is never changed. All can be changed "
                                            "later."));
  gtk_widget_set_visible (self->note_icon, words != NULL);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
show_sources (CogImportWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 1; i < self->found->len; i++)
    {
      const CogFoundSource *found = g_ptr_array_index (self->found, i);

      g_string_append_printf (names, "%s\xE2\x81\xA8%s\xE2\x81\xA9", i > 1 ? ", " : "",
                              cog_book_get_title (found->book));
    }
  adw_action_row_set_subtitle (self->sources, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), self->found->len > 1);
}

static void
show_found (CogImportWindow *self)
{
  cog_import_view_show (self->view, get_first (self));
  /* What was typed outlives another reading of the same file. */
  if (!self->is_again || !self->is_named)
    gtk_editable_set_text (GTK_EDITABLE (self->name), cog_book_get_title (get_first (self)->book));
  self->is_again = FALSE;
  for (guint i = 0; i < self->found->len; i++)
    {
      const CogFoundSource *found = g_ptr_array_index (self->found, i);

      cog_reading_choices_add (self->choices, found->book, found->report);
    }
  show_sources (self);
  show_chapters (self);
  show_note (self);
  if (cog_choice_row_get_tag (self->place)[0] == '\0')
    propose_language (self);
  show_page (self, "found");
  gtk_widget_grab_focus (self->start);
  /* The keyboard is at the button that goes on; what was found stands before it. */
  cog_announce (GTK_WIDGET (self), cog_book_get_title (get_first (self)->book), FALSE);
  cog_announce (GTK_WIDGET (self), gtk_label_get_label (self->note), FALSE);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cog_import_run_read_finish (result, &error);

  if (!end (self, error))
    return;
  if (found == NULL)
    {
      show_fault (self, error);
      return;
    }
  self->is_named = self->found != NULL && strcmp (gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                                  cog_book_get_title (get_first (self)->book)) != 0;
  cog_chapters_view_show (self->chapters_view, NULL);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  show_found (self);
}

static void
show_names (CogImportWindow *self)
{
  g_autofree char *base = g_path_get_basename (g_ptr_array_index (self->paths, 0));
  g_autofree char *name = g_filename_display_name (base);
  guint n = self->paths->len - 1 + self->waiting->len;
  g_autofree char *more =
      n > 0 ? g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n), name, n)
            : NULL;

  adw_window_title_set_subtitle (self->head, more != NULL ? more : name);
}

static void
read_files (CogImportWindow *self)
{
  self->is_making = FALSE;
  show_names (self);
  cog_import_run_read (self->paths, cog_reading_choices_get_options (self->choices),
                       begin (self, _ ("Reading…")), self, read_cb);
}

static void
choices_cb (CogImportWindow *self)
{
  self->is_again = TRUE;
  read_files (self);
}

/* Takes the next file; FALSE: there is none. */
static gboolean
go_on (CogImportWindow *self)
{
  if (self->waiting->len == 0)
    return FALSE;
  g_ptr_array_set_size (self->paths, 0);
  cog_reading_choices_clear (self->choices);
  g_ptr_array_add (self->paths, g_ptr_array_steal_index (self->waiting, 0));
  read_files (self);
  return TRUE;
}

/* --- making ----------------------------------------------------------------------------------- */

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cog_import_run_make_finish (result, &error);

  if (!end (self, error))
    return;
  if (path == NULL)
    {
      show_fault (self, error);
      return;
    }
  g_free (self->made);
  self->made = g_steal_pointer (&path);
  if (!go_on (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
start_cb (CogImportWindow *self)
{
  g_autofree char *language = dup_language (self);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autofree char *audience = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->audience)));
  CogAdaptationPlan plan = { language, NULL, g_strstrip (audience) };

  if (self->found == NULL)
    return;
  plan.title = g_strstrip (typed)[0] != '\0' ? typed : cog_book_get_title (get_first (self)->book);
  cog_app_state_set_choice (cog_app_state_get_default (), LAST_LANGUAGE, language);
  cog_chapters_view_show (self->chapters_view, NULL);
  self->is_making = TRUE;
  cog_import_run_make (self->found, self->folder, &plan, begin (self, _ ("Making Your Project…")),
                       self, made_cb);
}

/* --- buttons ---------------------------------------------------------------------------------- */

static void
chapters_cb (CogImportWindow *self)
{
  g_autoptr (GPtrArray) roots = list_roots (self);

  cog_chapters_view_show (self->chapters_view, roots);
  show_page (self, "chapters");
}

static void
back_cb (CogImportWindow *self)
{
  show_page (self, "found");
  gtk_widget_grab_focus (GTK_WIDGET (self->chapters));
}

static void
again_cb (CogImportWindow *self)
{
  if (self->is_making)
    start_cb (self);
  else
    read_files (self);
}

/* Escape goes back from the chapters, and closes elsewhere. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (widget);

  if (gtk_widget_get_visible (self->back))
    back_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- the widget ------------------------------------------------------------------------------- */

/* What was made before the person stopped stays, and is shown. */
static gboolean
cog_import_window_close_request (GtkWindow *window)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (window);
  g_autofree char *made = g_steal_pointer (&self->made);

  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
  if (made != NULL)
    self->opened (made, self->user_data);
  return GTK_WINDOW_CLASS (cog_import_window_parent_class)->close_request (window);
}

static void
cog_import_window_dispose (GObject *object)
{
  CogImportWindow *self = COG_IMPORT_WINDOW (object);

  g_clear_object (&self->run);
  if (self->chapters_view != NULL)
    cog_chapters_view_show (self->chapters_view, NULL);
  self->chapters_view = NULL;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->made, g_free);
  G_OBJECT_CLASS (cog_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, head);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, way_on);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, note);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, note_icon);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, chapters_view);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, place);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, audience);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, name);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, chapters);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, start);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CogImportWindow, back);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapters_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_chapters);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_cb);
}

static void
cog_import_window_class_init (CogImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cog_import_window_close_request;
  gtk_widget_class_install_action (widget_class, "import.escape", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.escape", NULL);
  g_type_ensure (COG_TYPE_CHAPTERS_VIEW);
  g_type_ensure (COG_TYPE_CHOICE_ROW);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COLUMNS);
  g_type_ensure (COG_TYPE_IMPORT_VIEW);
  g_type_ensure (COG_TYPE_READING_CHOICES);
  g_type_ensure (COG_TYPE_RUN_BAR);
  bind_template (widget_class);
}

static void
cog_import_window_init (CogImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  cog_choice_row_set_takes_tags (self->language, TRUE);
  cog_choice_row_set_choices (self->language, cog_language_list (cog_language_get_interface ()),
                              NULL);
}

static void
begin_all (CogImportWindow *self, gboolean together)
{
  if (together)
    {
      g_ptr_array_extend_and_steal (self->paths, g_steal_pointer (&self->waiting));
      self->waiting = g_ptr_array_new_with_free_func (g_free);
      read_files (self);
    }
  else
    go_on (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
several_cb (GtkWidget *dialog, const char *response, CogImportWindow *self)
{
  if (g_strcmp0 (response, "cancel") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    begin_all (self, g_strcmp0 (response, "together") == 0);
}

/* Asked plainly: a unit's several files are one book to one teacher, and five to another. */
static void
ask_several (CogImportWindow *self, GtkWindow *parent)
{
  guint n = self->waiting->len;
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Import %u File?", "Import %u Files?", n), n);
  GtkWidget *dialog = cog_message_dialog_new (
      heading, _ ("They can become one book, each with its own credit, or a book each."));

  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "each", _ ("A Book _Each"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "together", _ ("_One Book From All"),
                                   ADW_RESPONSE_DEFAULT);
  cog_message_dialog_set_default_response (dialog, "each");
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (several_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (parent));
}

GtkWindow *
cog_import_window_present (GtkWindow *parent,
                           GPtrArray *files,
                           const char *folder,
                           CogImportFunc opened,
                           gpointer user_data)
{
  CogImportWindow *self;
  int width, height;

  g_return_val_if_fail (files != NULL && files->len > 0 && folder != NULL, NULL);

  self = g_object_new (COG_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->waiting, g_strdup (g_ptr_array_index (files, i)));
  self->folder = g_strdup (folder);
  self->opened = opened;
  self->user_data = user_data;
  /* Never larger than the window it belongs to. */
  width = gtk_widget_get_width (GTK_WIDGET (parent));
  height = gtk_widget_get_height (GTK_WIDGET (parent));
  if (width < 1 || height < 1)
    gtk_window_get_default_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 48, 360, 1080),
                               CLAMP (height - 48, 360, 760));
  if (files->len > 1)
    ask_several (self, parent);
  else
    begin_all (self, FALSE);
  return GTK_WINDOW (self);
}
