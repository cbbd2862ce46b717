/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-terms-actions.h"

#include "cog-glossary.h"
#include "cog-language.h"
#include "cog-term-check.h"
#include "cog-term-dialog.h"

#include <glib/gi18n-lib.h>

#define KEY "cog-terms-actions"
#define MOST_DIGITS 9
/* How long a row may take to open for writing: so many times that many milliseconds. */
#define TRIES 40
#define TRY_EVERY 25

typedef struct
{
  GtkWidget *page; /* borrowed: it holds this */
  CogProject *project;
  CogPlace *place;
  CogTerms *terms;
  char *words; /* that wait for the row to open (nullable) */
  guint timer, n_tries;
} Actions;

static void
free_actions (gpointer data)
{
  Actions *actions = data;

  g_clear_handle_id (&actions->timer, g_source_remove);
  g_object_unref (actions->project);
  g_object_unref (actions->place);
  g_object_unref (actions->terms);
  g_free (actions->words);
  g_free (actions);
}

static Actions *
get (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), KEY);
}

/* The text in hand, if one has the keyboard. (nullable) */
static GtkWidget *
find_text (Actions *actions)
{
  GtkRoot *root = gtk_widget_get_root (actions->page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, actions->page)
             ? focus
             : NULL;
}

static gboolean
insert (Actions *actions, const char *words)
{
  GtkWidget *text = find_text (actions);

  return text != NULL && gtk_widget_activate_action (text, "write.insert-words", "s", words);
}

static gboolean
try_cb (gpointer user_data)
{
  Actions *actions = user_data;

  if (!insert (actions, actions->words) && actions->n_tries-- > 0)
    return G_SOURCE_CONTINUE;
  actions->timer = 0;
  g_clear_pointer (&actions->words, g_free);
  return G_SOURCE_REMOVE;
}

/* At the caret of the text in hand; where none is open, the row is opened first. */
static void
insert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Actions *actions = get (widget);
  const char *words = g_variant_get_string (parameter, NULL);
  const char *unit = cog_place_get_unit (actions->place);

  if (insert (actions, words) || unit == NULL)
    return;
  gtk_widget_activate_action (widget, "win.go-to", "s", unit);
  g_free (actions->words);
  actions->words = g_strdup (words);
  actions->n_tries = TRIES;
  if (actions->timer == 0)
    actions->timer = g_timeout_add (TRY_EVERY, try_cb, actions);
}

/* A popover goes with its menu, once its action was activated. */
static gboolean
drop_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  g_idle_add (drop_cb, g_object_ref (popover));
}

/* "_1  force → fuerza": the digit alone chooses it. */
static GMenuModel *
new_menu (GPtrArray *here)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n = 0;

  for (guint i = 0; i < here->len; i++)
    {
      const CogTermHere *term = g_ptr_array_index (here, i);
      g_autofree char *words = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *safe = NULL;
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (term->translation == NULL)
        continue;
      /* Translators: a term and its translation; the arrow turns by itself in Arabic. */
      words = g_strdup_printf (_ ("%s → %s"), term->term, term->translation);
      parts = g_strsplit (words, "_", -1);
      safe = g_strjoinv ("__", parts);
      label = ++n <= MOST_DIGITS ? g_strdup_printf ("_%u   %s", n, safe) : g_strdup (safe);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "write.insert-words", "s", term->translation);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
point_at_caret (GtkWidget *popover, GtkTextView *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  GtkTextIter caret;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (text, &caret, &place);
  gtk_text_view_buffer_to_window_coords (text, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  place.width = MAX (place.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

static void
terms_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Actions *actions = get (widget);
  GPtrArray *here = cog_terms_get_here (actions->terms);
  GtkWidget *text = find_text (actions), *popover;
  const CogTermHere *only = NULL;
  guint n = 0;

  for (guint i = 0; i < here->len; i++)
    if (((const CogTermHere *)g_ptr_array_index (here, i))->translation != NULL)
      {
        only = g_ptr_array_index (here, i);
        n++;
      }
  if (n == 0)
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("The glossary has no translation for what stands here."));
  else if (n == 1 || text == NULL)
    gtk_widget_activate_action (widget, "workbench.insert-words", "s", only->translation);
  else
    {
      g_autoptr (GMenuModel) menu = new_menu (here);

      popover = gtk_popover_menu_new_from_model (menu);
      gtk_widget_set_parent (popover, text);
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
      point_at_caret (popover, GTK_TEXT_VIEW (text));
      g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
      gtk_popover_popup (GTK_POPOVER (popover));
    }
}

/* --- the glossary ----------------------------------------------------------------------------- */

static char *
dup_selected (GtkWidget *text)
{
  GtkTextBuffer *buffer = text != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)) : NULL;
  GtkTextIter start, end;

  return buffer != NULL && gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
             ? gtk_text_iter_get_text (&start, &end)
             : NULL;
}

static void
open_dialog (Actions *actions, const CogGlossaryEntry *entry)
{
  g_autofree char *from = cog_project_dup_source_language (actions->project);
  g_autofree char *to = cog_project_dup_language (actions->project);
  g_autofree char *own = cog_term_check_dup_project (actions->project);
  g_autofree char *selected = entry == NULL ? dup_selected (find_text (actions)) : NULL;
  const CogTermStart start = { from, to, own, NULL, selected };
  GtkWidget *dialog;

  if (from == NULL || to == NULL || !cog_language_is_valid (from) || !cog_language_is_valid (to))
    {
      gtk_widget_activate_action (actions->page, "win.toast", "s",
                                  _ ("The book does not say which language it is in."));
      return;
    }
  dialog = cog_term_dialog_new (GTK_WINDOW (gtk_widget_get_root (actions->page)), &start, entry);
  g_signal_connect_object (dialog, "stored", G_CALLBACK (cog_terms_refresh), actions->terms,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (get (widget), NULL);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = cog_glossary_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogGlossary) glossary = cog_glossary_open (path, &error);
  g_autoptr (CogGlossaryEntry) entry =
      glossary != NULL ? cog_glossary_get (glossary, g_variant_get_int64 (parameter), &error)
                       : NULL;

  if (entry != NULL)
    open_dialog (get (widget), entry);
  else
    gtk_widget_activate_action (widget, "win.show-error", "s", error->message);
}

void
cog_terms_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "workbench.terms", NULL, terms_action);
  gtk_widget_class_install_action (klass, "workbench.insert-words", "s", insert_action);
  gtk_widget_class_install_action (klass, "workbench.add-term", NULL, add_action);
  gtk_widget_class_install_action (klass, "workbench.change-term", "x", change_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "workbench.terms", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "workbench.add-term", NULL);
}

void
cog_terms_actions_attach (GtkWidget *page, CogProject *project, CogPlace *place, CogTerms *terms)
{
  Actions *actions = g_new0 (Actions, 1);

  actions->page = page;
  actions->project = g_object_ref (project);
  actions->place = g_object_ref (place);
  actions->terms = g_object_ref (terms);
  g_object_set_data_full (G_OBJECT (page), KEY, actions, free_actions);
}
