/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-spelling-marks.h"

#include "cog-dictionary.h"
#include "cog-language.h"
#include "cog-rich-buffer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Milliseconds of rest before the text is read; microseconds of a slice. */
#define REST 400
#define SLICE 3000

struct _CogSpellingMarks
{
  GObject parent_instance;
  CogRichView *view; /* borrowed */
  CogRichBuffer *buffer;
  char *language;
  CogSpelling *spelling; /* NULL: not there, or not yet */
  GCancellable *cancellable, *suggesting;
  GtkTextTag *tag;
  guint rest, slice; /* timer, idle */
  /* A pass over the text. */
  char *plain;
  GArray *words; /* (element-type CogStretch) */
  GArray *wrong; /* the same */
  guint next;
  const char *at; /* byte at offset, in plain */
  guint offset;
  gboolean has_spared; /* the word at the caret was left alone */
  /* The menu. */
  GMenu *menu, *suggestions;
  GSimpleActionGroup *actions;
  GtkTextMark *start, *end; /* of the word that the menu is about */
};

G_DEFINE_FINAL_TYPE (CogSpellingMarks, cog_spelling_marks, G_TYPE_OBJECT)

/* --- reading ------------------------------------------------------------------------------- */

/* A span in another language is none of this dictionary's. */
static gboolean
is_foreign (CogSpellingMarks *self, const char *markup)
{
  const char *lang = strstr (markup, " lang=\"");
  g_autofree char *tag = NULL;

  if (lang == NULL)
    return FALSE;
  lang += strlen (" lang=\"");
  tag = g_strndup (lang, strcspn (lang, "\""));
  return !cog_language_equal (tag, self->language);
}

static GArray *
list_skipped (CogSpellingMarks *self, const CogText *raw)
{
  GArray *skip = g_array_new (FALSE, FALSE, sizeof (CogStretch));

  for (guint i = 0; i < raw->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (raw->codes, i);
      const char *style = cog_rich_tag_get_style (code->element);
      CogStretch stretch = { code->start, code->end };

      if (code->type == COG_CODE_SPAN &&
          (g_str_equal (style, "code") || g_str_equal (style, "var") ||
           is_foreign (self, code->markup)))
        g_array_append_val (skip, stretch);
    }
  return skip;
}

static char *
dup_word (CogSpellingMarks *self, const CogStretch *word)
{
  const char *start, *end;

  start = g_utf8_offset_to_pointer (self->at, (glong)word->start - (glong)self->offset);
  end = g_utf8_offset_to_pointer (start, (glong)(word->end - word->start));
  self->at = start;
  self->offset = word->start;
  return g_strndup (start, (gsize)(end - start));
}

static guint
get_caret (CogSpellingMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint)gtk_text_iter_get_offset (&iter);
}

static void
show_wrong (CogSpellingMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < self->wrong->len; i++)
    {
      const CogStretch *word = &g_array_index (self->wrong, CogStretch, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)word->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)word->end);
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

static gboolean
slice_cb (gpointer user_data)
{
  CogSpellingMarks *self = user_data;
  gint64 until = g_get_monotonic_time () + SLICE;
  guint caret = get_caret (self);

  while (self->next < self->words->len && g_get_monotonic_time () < until)
    {
      CogStretch word = g_array_index (self->words, CogStretch, self->next++);
      g_autofree char *text = dup_word (self, &word);

      if (cog_spelling_check (self->spelling, text))
        continue;
      if (gtk_widget_has_focus (GTK_WIDGET (self->view)) && caret == word.end)
        self->has_spared = TRUE;
      else
        g_array_append_val (self->wrong, word);
    }
  if (self->next < self->words->len)
    return G_SOURCE_CONTINUE;
  self->slice = 0;
  show_wrong (self);
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  CogSpellingMarks *self = user_data;
  GtkTextIter start, end;
  g_autoptr (CogText) raw = NULL;
  g_autoptr (GArray) skip = NULL;

  self->rest = 0;
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  raw = cog_rich_buffer_read_raw (self->buffer, &start, &end);
  skip = list_skipped (self, raw);
  g_free (self->plain);
  self->plain = g_steal_pointer (&raw->plain);
  raw->plain = g_strdup ("");
  g_clear_pointer (&self->words, g_array_unref);
  self->words = cog_spelling_list_words (self->plain, self->language, skip);
  g_array_set_size (self->wrong, 0);
  self->next = self->offset = 0;
  self->at = self->plain;
  self->has_spared = FALSE;
  self->slice = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogSpellingMarks *self)
{
  g_clear_handle_id (&self->slice, g_source_remove);
  if (self->spelling == NULL)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rest_cb, self);
}

/* The caret left the word that was spared. */
static void
moved_cb (CogSpellingMarks *self)
{
  if (self->has_spared && self->rest == 0 && self->slice == 0)
    changed_cb (self);
}

/* --- the menu ------------------------------------------------------------------------------ */

static char *
dup_chosen (CogSpellingMarks *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, start, self->start);
  gtk_text_buffer_get_iter_at_mark (buffer, end, self->end);
  return gtk_text_buffer_get_slice (buffer, start, end, TRUE);
}

static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogSpellingMarks *self = user_data;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  g_autofree char *word = dup_chosen (self, &start, &end);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogSpellingMarks *self = user_data;
  GtkTextIter start, end;
  g_autofree char *word = dup_chosen (self, &start, &end);

  if (word[0] != '\0' && g_str_equal (g_action_get_name (G_ACTION (action)), "add"))
    cog_spelling_add (self->spelling, word);
  else if (word[0] != '\0')
    cog_spelling_ignore (self->spelling, word);
  changed_cb (self);
}

static void
suggested_cb (GPtrArray *list, gpointer user_data)
{
  CogSpellingMarks *self = user_data;

  g_menu_remove_all (self->suggestions);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_ptr_array_index (list, i), NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s",
                                         (const char *)g_ptr_array_index (list, i));
      g_menu_append_item (self->suggestions, item);
    }
}

static void
add_rest (CogSpellingMarks *self)
{
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (rest, _ ("_Add to Dictionary"), "spelling.add");
  g_menu_append (rest, _ ("_Ignore"), "spelling.ignore");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (self->suggestions));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (rest));
}

/* What the menu is to say of the word there. Suggestions arrive while it is open. */
static void
fill_menu (CogSpellingMarks *self, GtkTextIter *where)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter end;
  g_autofree char *word = NULL;

  g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->suggesting);
  g_menu_remove_all (self->suggestions);
  g_menu_remove_all (self->menu);
  if (self->spelling == NULL)
    {
      g_autofree char *name = cog_language_dup_own_name (self->language);
      /* Translators: a line of a menu. %s is a language. */
      g_autofree char *line = g_strdup_printf (_ ("No Dictionary of %s Is Installed"), name);

      g_menu_append (self->menu, line, "spelling.none");
      return;
    }
  if (!gtk_text_iter_has_tag (where, self->tag) && !gtk_text_iter_ends_tag (where, self->tag))
    return;
  end = *where;
  if (!gtk_text_iter_starts_tag (where, self->tag))
    gtk_text_iter_backward_to_tag_toggle (where, self->tag);
  if (!gtk_text_iter_ends_tag (&end, self->tag) || gtk_text_iter_equal (&end, where))
    gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  gtk_text_buffer_move_mark (buffer, self->start, where);
  gtk_text_buffer_move_mark (buffer, self->end, &end);
  add_rest (self);
  word = gtk_text_buffer_get_slice (buffer, where, &end, TRUE);
  self->suggesting = g_cancellable_new ();
  cog_dictionary_suggest (self->spelling, word, self->suggesting, suggested_cb, self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogSpellingMarks *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter where;
  int at_x, at_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &at_x,
                                         &at_y);
  gtk_text_view_get_iter_at_location (view, &where, at_x, at_y);
  fill_menu (self, &where);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogSpellingMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter where;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &where, gtk_text_buffer_get_insert (buffer));
      fill_menu (self, &where);
    }
  return FALSE;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
cog_spelling_marks_dispose (GObject *object)
{
  CogSpellingMarks *self = COG_SPELLING_MARKS (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->suggesting);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->suggesting);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->slice, g_source_remove);
  g_clear_object (&self->buffer);
  g_clear_object (&self->menu);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cog_spelling_marks_parent_class)->dispose (object);
}

static void
cog_spelling_marks_finalize (GObject *object)
{
  CogSpellingMarks *self = COG_SPELLING_MARKS (object);

  g_free (self->language);
  g_free (self->plain);
  g_clear_pointer (&self->words, g_array_unref);
  g_array_unref (self->wrong);
  G_OBJECT_CLASS (cog_spelling_marks_parent_class)->finalize (object);
}

static void
cog_spelling_marks_class_init (CogSpellingMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_spelling_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_spelling_marks_finalize;
}

static void
cog_spelling_marks_init (CogSpellingMarks *self)
{
  const GActionEntry entries[] = {
    { "replace", replace_cb, "s", NULL, NULL, { 0 } },
    { "add", add_cb, NULL, NULL, NULL, { 0 } },
    { "ignore", add_cb, NULL, NULL, NULL, { 0 } },
  };

  self->wrong = g_array_new (FALSE, FALSE, sizeof (CogStretch));
  self->cancellable = g_cancellable_new ();
  self->menu = g_menu_new ();
  self->suggestions = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
got_cb (CogSpelling *spelling, gpointer user_data)
{
  CogSpellingMarks *self = user_data;

  self->spelling = spelling;
  changed_cb (self);
}

static void
add_controllers (CogSpellingMarks *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
}

CogSpellingMarks *
cog_spelling_marks_new (CogRichView *view, const char *language)
{
  CogSpellingMarks *self;
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_val_if_fail (COG_IS_RICH_VIEW (view) && language != NULL, NULL);

  self = g_object_new (COG_TYPE_SPELLING_MARKS, NULL);
  self->view = view;
  self->buffer = g_object_ref (cog_rich_view_get_buffer (view));
  self->language = g_strdup (language);
  buffer = GTK_TEXT_BUFFER (self->buffer);
  /* It has no code: it is none of the text. */
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "style-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), G_MENU_MODEL (self->menu));
  add_controllers (self);
  cog_dictionary_get (language, self->cancellable, got_cb, self);
  return self;
}
