/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-letter-window.h"

#include "cog-compat.h"
#include "cog-permission-letter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogLeaveScope scopes[] = { COG_LEAVE_COPY, COG_LEAVE_TRANSLATE, COG_LEAVE_ADAPT,
                                        COG_LEAVE_PRINT, COG_LEAVE_ONLINE };
#define N_SCOPES G_N_ELEMENTS (scopes)

struct _CogLetterWindow
{
  AdwWindow parent_instance;
  CogPermissionWish *wish;
  AdwToastOverlay *toasts;
  GtkCheckButton *scopes[N_SCOPES];
  GtkCheckButton *excluded, *under_licence;
  GtkTextView *view;
  GtkButton *next;
  GHashTable *gaps;   /* the words of every gap that a draft had */
  gboolean is_edited; /* by the person, since it was drafted */
  gboolean is_drafting;
};

G_DEFINE_FINAL_TYPE (CogLetterWindow, cog_letter_window, ADW_TYPE_WINDOW)

/* --- gaps
 * ------------------------------------------------------------------------------------------- */

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "gap");
}

/* The next one behind iter. FALSE: there is none */
static gboolean
find_gap (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextTag *tag = get_tag (buffer);

  while (!gtk_text_iter_starts_tag (start, tag))
    if (!gtk_text_iter_forward_to_tag_toggle (start, tag))
      return FALSE;
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return TRUE;
}

static guint
count_gaps (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &start);
  for (; find_gap (buffer, &start, &end); start = end)
    n++;
  return n;
}

static void
show_gaps (CogLetterWindow *self)
{
  guint n = count_gaps (gtk_text_view_get_buffer (self->view));
  g_autofree char *label =
      /* Translators: places in a letter where something must still be written. */
      g_strdup_printf (ngettext ("%'u _Gap", "%'u _Gaps", n), n);

  gtk_button_set_label (self->next, label);
  gtk_widget_set_visible (GTK_WIDGET (self->next), n > 0);
}

/* Selected, so that what is typed takes its place. */
static void
next_cb (CogLetterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, NULL, &start);
  if (!find_gap (buffer, &start, &end))
    {
      gtk_text_buffer_get_start_iter (buffer, &start);
      if (!find_gap (buffer, &start, &end))
        return;
    }
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), .1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What is undone comes back as words alone: those of a gap stand for one again. */
static void
mark_words (GtkTextBuffer *buffer, const char *words)
{
  GtkTextIter at, start, end;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_forward_search (&at, words, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL))
    {
      gtk_text_buffer_apply_tag (buffer, get_tag (buffer), &start, &end);
      at = end;
    }
}

static void
stepped_cb (CogLetterWindow *self)
{
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, self->gaps);
  while (g_hash_table_iter_next (&iter, &words, NULL))
    mark_words (gtk_text_view_get_buffer (self->view), words);
  show_gaps (self);
}

/* --- the draft
 * -------------------------------------------------------------------------------------- */

static void
mark_gaps (CogLetterWindow *self, const CogPermissionLetter *letter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  for (guint i = 0; i < letter->gaps->len; i++)
    {
      const CogLetterGap *gap = &g_array_index (letter->gaps, CogLetterGap, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)gap->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)(gap->start + gap->length));
      gtk_text_buffer_apply_tag (buffer, get_tag (buffer), &start, &end);
      g_hash_table_add (self->gaps, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
    }
}

/* One step, which can be undone: what the person wrote is not lost. */
static void
draft (CogLetterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr (CogPermissionLetter) letter = cog_permission_letter_new (self->wish);
  GtkTextIter start, end;

  self->is_drafting = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, letter->text, -1);
  gtk_text_buffer_end_user_action (buffer);
  mark_gaps (self, letter);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->is_drafting = FALSE;
  self->is_edited = FALSE;
  show_gaps (self);
}

static void
changed_cb (CogLetterWindow *self)
{
  if (self->is_drafting)
    return;
  self->is_edited = TRUE;
  show_gaps (self);
}

static void
tell (CogLetterWindow *self, const char *words, const char *button)
{
  AdwToast *toast = adw_toast_new (words);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, "letter.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  cog_announce (GTK_WIDGET (self), words, FALSE);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_text_buffer_undo (gtk_text_view_get_buffer (COG_LETTER_WINDOW (widget)->view));
}

static void
wish_cb (CogLetterWindow *self)
{
  gboolean was_edited = self->is_edited;
  gboolean is_for_licence;
  CogLeaveScope scope = (CogLeaveScope)0;

  if (self->wish == NULL || self->is_drafting) /* being built */
    return;
  for (guint i = 0; i < N_SCOPES; i++)
    if (gtk_check_button_get_active (self->scopes[i]))
      scope |= scopes[i];
  is_for_licence = gtk_check_button_get_active (self->under_licence);
  /* Of two that exclude each other, the first goes out before the second comes in. */
  if (scope == self->wish->scope && is_for_licence == self->wish->is_for_licence)
    return;
  self->wish->scope = scope;
  self->wish->is_for_licence = is_for_licence;
  draft (self);
  if (was_edited)
    tell (self, _ ("The letter was drafted anew"), _ ("_Undo"));
}

/* --- what becomes of it
 * ----------------------------------------------------------------------------- */

static char *
dup_text (CogLetterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (CogLetterWindow *self)
{
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, _ ("The letter is on the clipboard"), NULL);
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogLetterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *words = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    /* Translators: %s is the name of a file. */
    words = g_strdup_printf (_ ("Saved as “%s”"), name);
  else
    words = g_strdup (error->message);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell (self, words, NULL);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogLetterWindow *self = COG_LETTER_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cog_file_dialog_finish (result, &error);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message, NULL);
  if (file == NULL)
    return;
  text = dup_text (self);
  bytes = g_bytes_new (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
save_cb (CogLetterWindow *self)
{
  /* Translators: the name of a file that holds a letter, without spaces. */
  g_autofree char *name = g_strconcat (_ ("letter"), ".txt", NULL);

  cog_file_dialog_save (GTK_WIDGET (self), _ ("Save the Letter"), name, NULL, NULL, chosen_cb,
                        NULL);
}

/* --- the window
 * ------------------------------------------------------------------------------------- */

static void
cog_letter_window_finalize (GObject *object)
{
  g_clear_pointer (&COG_LETTER_WINDOW (object)->wish, cog_permission_wish_free);
  g_clear_pointer (&COG_LETTER_WINDOW (object)->gaps, g_hash_table_unref);
  G_OBJECT_CLASS (cog_letter_window_parent_class)->finalize (object);
}

static void
cog_letter_window_class_init (CogLetterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_letter_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "letter.undo", NULL, undo_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-letter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLetterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CogLetterWindow, excluded);
  gtk_widget_class_bind_template_child (widget_class, CogLetterWindow, under_licence);
  gtk_widget_class_bind_template_child (widget_class, CogLetterWindow, view);
  gtk_widget_class_bind_template_child (widget_class, CogLetterWindow, next);
  for (guint i = 0; i < N_SCOPES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, cog_leave_scope_to_nick (scopes[i]), FALSE,
        G_STRUCT_OFFSET (CogLetterWindow, scopes) + (gssize)(i * sizeof (GtkCheckButton *)));
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, wish_cb);
}

static void
cog_letter_window_init (CogLetterWindow *self)
{
  GtkTextBuffer *buffer;

  self->gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  /* The marker of the style sheet is for widgets; a text view draws its own. */
  gtk_text_buffer_create_tag (buffer, "gap", "background-rgba", &(GdkRGBA){ .96f, .76f, .07f, .4f },
                              NULL);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_data (buffer, "undo", G_CALLBACK (stepped_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (buffer, "redo", G_CALLBACK (stepped_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/* What is asked for, without drafting for each. */
static void
show_wish (CogLetterWindow *self)
{
  self->is_drafting = TRUE;
  for (guint i = 0; i < N_SCOPES; i++)
    gtk_check_button_set_active (self->scopes[i], (self->wish->scope & scopes[i]) != 0);
  gtk_check_button_set_active (self->wish->is_for_licence ? self->under_licence : self->excluded,
                               TRUE);
  self->is_drafting = FALSE;
}

void
cog_letter_window_present (GtkWindow *parent,
                           CogProject *project,
                           CogRightsPart *part,
                           const CogCredit *credit)
{
  CogLetterWindow *self;
  GtkTextBuffer *buffer;

  g_return_if_fail (COG_IS_PROJECT (project) && COG_IS_RIGHTS_PART (part));

  self = g_object_new (COG_TYPE_LETTER_WINDOW, "transient-for", parent, NULL);
  self->wish = cog_permission_wish_new (project, part, credit);
  show_wish (self);
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_begin_irreversible_action (buffer);
  draft (self);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_window_present (GTK_WINDOW (self));
}
