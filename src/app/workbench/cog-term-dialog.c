/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-dialog.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogTermDialog
{
  AdwWindow parent_instance;
  char *from, *to, *project;
  CogGlossaryEntry *entry; /* NULL: a new one */
  AdwEntryRow *term, *translation, *forbidden, *definition;
  GtkWidget *own_row, *store, *remove;
  GtkSwitch *own;
  GtkLabel *fault;
  gboolean is_begun; /* its first field had the keyboard */
  gboolean is_storing;
};

static guint stored_signal;

G_DEFINE_FINAL_TYPE (CogTermDialog, cog_term_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
changed_cb (CogTermDialog *self)
{
  g_autofree char *term = dup_text (self->term);
  g_autofree char *translation = dup_text (self->translation);
  g_autofree char *forbidden = dup_text (self->forbidden);

  gtk_widget_set_sensitive (self->store,
                            term[0] != '\0' && (translation[0] != '\0' || forbidden[0] != '\0'));
}

static void
tell (CogTermDialog *self, const GError *error)
{
  gtk_label_set_label (self->fault, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

/* What the glossary knows of the same term stays: its part of speech, its note. */
static CogGlossaryTerm *
take_term (GPtrArray *old, const char *language, const char *text)
{
  CogGlossaryTerm *term;

  for (guint i = 0; i < old->len; i++)
    {
      const CogGlossaryTerm *known = g_ptr_array_index (old, i);

      if (g_str_equal (known->text, text) && cog_language_equal (known->language, language))
        return g_ptr_array_steal_index (old, i);
    }
  term = cog_glossary_term_new ();
  term->language = g_strdup (language);
  term->text = g_strdup (text);
  return term;
}

static void
add_terms (CogGlossaryEntry *entry,
           GPtrArray *old,
           const char *language,
           const char *words,
           CogTermStatus first)
{
  /* The Arabic semicolon, too. */
  g_auto (GStrv) pieces = g_strsplit (words, "؛", -1);
  g_autofree char *plain = g_strjoinv (";", pieces);
  g_auto (GStrv) list = g_strsplit (plain, ";", -1);
  guint n = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      CogGlossaryTerm *term;

      if (g_strstrip (list[i])[0] == '\0')
        continue;
      term = take_term (old, language, list[i]);
      term->status = n++ == 0 || first == COG_TERM_FORBIDDEN ? first : COG_TERM_ADMITTED;
      g_ptr_array_add (entry->terms, term);
    }
}

/* Terms of other languages stay; those of the two are what is written here. (transfer full) */
static CogGlossaryEntry *
make_entry (CogTermDialog *self)
{
  CogGlossaryEntry *entry =
      self->entry != NULL ? cog_glossary_entry_copy (self->entry) : cog_glossary_entry_new ();
  g_autoptr (GPtrArray) old = g_steal_pointer (&entry->terms);
  g_autofree char *term = dup_text (self->term);
  g_autofree char *translation = dup_text (self->translation);
  g_autofree char *forbidden = dup_text (self->forbidden);
  char *definition = dup_text (self->definition);

  entry->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_glossary_term_free);
  add_terms (entry, old, self->from, term, COG_TERM_PREFERRED);
  add_terms (entry, old, self->to, translation, COG_TERM_PREFERRED);
  add_terms (entry, old, self->to, forbidden, COG_TERM_FORBIDDEN);
  while (old->len > 0)
    {
      g_autoptr (CogGlossaryTerm) other = g_ptr_array_steal_index (old, 0);

      if (!cog_language_equal (other->language, self->from) &&
          !cog_language_equal (other->language, self->to))
        g_ptr_array_add (entry->terms, g_steal_pointer (&other));
    }
  g_free (entry->definition);
  entry->definition = definition[0] != '\0' ? g_steal_pointer (&definition) : NULL;
  g_free (definition);
  g_free (entry->project);
  entry->project = gtk_switch_get_active (self->own) ? g_strdup (self->project) : NULL;
  return entry;
}

/* What becomes of the entry with that number; 0: it is a new one. entry NULL: it is taken out. */
typedef struct
{
  gint64 id;
  CogGlossaryEntry *entry; /* (owned) */
} Change;

static void
change_free (Change *self)
{
  cog_glossary_entry_free (self->entry);
  g_free (self);
}

/* In a thread: another program may be writing to the glossary, which then is waited for. */
static void
run_change (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Change *self = data;
  g_autofree char *path = cog_glossary_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossary) glossary = cog_glossary_open (path, &error);
  gboolean ok = glossary != NULL;

  if (ok && self->entry == NULL)
    ok = cog_glossary_remove (glossary, self->id, &error);
  else if (ok)
    ok = self->id != 0 ? cog_glossary_change (glossary, self->entry, &error)
                       : cog_glossary_add (glossary, self->entry, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
changed_in_file_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  CogTermDialog *self = COG_TERM_DIALOG (object);
  g_autoptr (GError) error = NULL;

  self->is_storing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell (self, error);
      return;
    }
  g_signal_emit (self, stored_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* entry: (transfer full) (nullable). */
static void
change (CogTermDialog *self, CogGlossaryEntry *entry)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, changed_in_file_cb, NULL);
  Change *change = g_new0 (Change, 1);

  change->id = self->entry != NULL ? self->entry->id : 0;
  change->entry = entry;
  g_task_set_task_data (task, change, (GDestroyNotify)change_free);
  self->is_storing = TRUE;
  g_task_run_in_thread (task, run_change);
}

/* What is being stored is told here: the dialog waits for it. */
static gboolean
cog_term_dialog_close_request (GtkWindow *window)
{
  return COG_TERM_DIALOG (window)->is_storing ||
         GTK_WINDOW_CLASS (cog_term_dialog_parent_class)->close_request (window);
}

static void
store_cb (CogTermDialog *self)
{
  if (!self->is_storing && gtk_widget_get_sensitive (self->store))
    change (self, make_entry (self));
}

static void
remove_cb (CogTermDialog *self)
{
  if (!self->is_storing)
    change (self, NULL);
}

/* The keyboard, once it is there: a window that is asked before is none to a screen reader. */
static void
cog_term_dialog_map (GtkWidget *widget)
{
  CogTermDialog *self = COG_TERM_DIALOG (widget);
  g_autofree char *term = dup_text (self->term);

  GTK_WIDGET_CLASS (cog_term_dialog_parent_class)->map (widget);
  if (!self->is_begun)
    gtk_widget_grab_focus (
        GTK_WIDGET (term[0] != '\0' && self->entry == NULL ? self->translation : self->term));
  self->is_begun = TRUE;
}

static void
cog_term_dialog_finalize (GObject *object)
{
  CogTermDialog *self = COG_TERM_DIALOG (object);

  g_free (self->from);
  g_free (self->to);
  g_free (self->project);
  cog_glossary_entry_free (self->entry);
  G_OBJECT_CLASS (cog_term_dialog_parent_class)->finalize (object);
}

static void
cog_term_dialog_class_init (CogTermDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_term_dialog_finalize;
  stored_signal = g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  widget_class->map = cog_term_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = cog_term_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-term-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, term);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, translation);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, forbidden);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, definition);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, own_row);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, own);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, store);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, CogTermDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
cog_term_dialog_init (CogTermDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Terms are looked for whatever the region; the script is another language. */
static char *
dup_language_name (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);
  g_autofree char *plain = parts[1] != NULL && strlen (parts[1]) == 4
                               ? g_strdup_printf ("%s-%s", parts[0], parts[1])
                               : g_strdup (parts[0]);

  return cog_language_dup_name (plain, g_get_language_names ()[0]);
}

static void
set_titles (CogTermDialog *self)
{
  g_autofree char *from = dup_language_name (self->from);
  g_autofree char *to = dup_language_name (self->to);
  /* Translators: the field for a term; %s is the name of a language. */
  g_autofree char *term = g_strdup_printf (_ ("Term (%s)"), from);
  /* Translators: %s is the name of a language. */
  g_autofree char *translation = g_strdup_printf (_ ("Translation (%s)"), to);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->term), term);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->translation), translation);
}

/* "fuerza; brío" */
static char *
dup_terms (const CogGlossaryEntry *entry, const char *language, gboolean is_forbidden)
{
  GString *list = g_string_new (NULL);

  for (CogTermStatus status = COG_TERM_PREFERRED; status <= COG_TERM_FORBIDDEN; status++)
    for (guint i = 0; i < entry->terms->len; i++)
      {
        const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

        if (term->status == status && (status == COG_TERM_FORBIDDEN) == is_forbidden &&
            cog_language_equal (term->language, language))
          g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", term->text);
      }
  return g_string_free (list, FALSE);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_entry (CogTermDialog *self, const CogGlossaryEntry *entry)
{
  g_autofree char *term = dup_terms (entry, self->from, FALSE);
  g_autofree char *translation = dup_terms (entry, self->to, FALSE);
  g_autofree char *forbidden = dup_terms (entry, self->to, TRUE);

  self->entry = cog_glossary_entry_copy (entry);
  set_text (self->term, term);
  set_text (self->translation, translation);
  set_text (self->forbidden, forbidden);
  set_text (self->definition, entry->definition);
  if (entry->project != NULL && g_strcmp0 (entry->project, self->project) != 0)
    {
      g_free (self->project);
      self->project = g_strdup (entry->project);
    }
  gtk_switch_set_active (self->own, entry->project != NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Change a Term"));
}

GtkWidget *
cog_term_dialog_new (GtkWindow *parent, const CogTermStart *start, const CogGlossaryEntry *entry)
{
  CogTermDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && start != NULL, NULL);
  g_return_val_if_fail (start->from != NULL && start->to != NULL, NULL);

  self = g_object_new (COG_TYPE_TERM_DIALOG, "transient-for", parent, NULL);
  self->from = g_strdup (start->from);
  self->to = g_strdup (start->to);
  self->project = g_strdup (start->project);
  set_titles (self);
  if (entry != NULL)
    show_entry (self, entry);
  else
    {
      set_text (self->term, start->term);
      set_text (self->translation, start->translation);
    }
  gtk_widget_set_visible (self->own_row, self->project != NULL);
  gtk_widget_set_visible (self->remove, entry != NULL);
  changed_cb (self);
  return GTK_WIDGET (self);
}
