/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-editor-private.h"

#include "cog-book.h"

#include <glib/gi18n-lib.h>

/* Milliseconds of rest after which what was typed is stored, and after which the whole text is read
 * for what it lacks: neither is done for each key. */
#define REST 900
#define LOOK 250

enum
{
  EDITED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogUnitEditor, cog_unit_editor, GTK_TYPE_WIDGET)

gboolean
cog_unit_editor_is_plain (CogUnitEditor *self)
{
  return self->unit->kind == COG_UNIT_ALT || self->unit->kind == COG_UNIT_TITLE;
}

/* --- storing and looking after ------------------------------------------------------------- */

static void
tell_edited (CogUnitEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  self->rest = 0;
  tell_edited (self);
  return G_SOURCE_REMOVE;
}

static void
show_chips (CogUnitEditor *self)
{
  g_autoptr (CogText) now = cog_rich_buffer_read (self->buffer);
  GAction *note = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "note");
  GAction *missing = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "insert-missing");

  g_clear_handle_id (&self->look, g_source_remove);
  cog_missing_chips_show (self->chips, now);
  cog_unit_editor_place_chips (self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (note),
                               cog_missing_chips_get_next (self->chips, TRUE) != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (missing),
                               cog_missing_chips_get_next (self->chips, FALSE) != NULL);
}

static gboolean
look_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  self->look = 0;
  show_chips (self);
  return G_SOURCE_REMOVE;
}

static void
look_after (CogUnitEditor *self, guint milliseconds)
{
  g_clear_handle_id (&self->look, g_source_remove);
  self->look = g_timeout_add (milliseconds, look_cb, self);
}

static void
changed_cb (CogUnitEditor *self)
{
  if (self->is_loading)
    return;
  self->is_touched = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rest_cb, self);
  look_after (self, LOOK);
}

static void
pieces_cb (CogUnitEditor *self)
{
  if (!self->is_loading)
    look_after (self, 0);
}

static void
chip_cb (CogMissingChips *chips, const CogCode *code, const char *words, CogUnitEditor *self)
{
  cog_rich_buffer_insert_code (self->buffer, code, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- leaving ------------------------------------------------------------------------------- */

void
cog_unit_editor_finish (CogUnitEditor *self, gboolean next)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_signal_emit (self, signals[FINISHED], 0, next);
}

void
cog_unit_editor_go (CogUnitEditor *self, const char *action)
{
  g_autofree char *id = g_strdup (self->unit->id);

  if (self->rest != 0)
    tell_edited (self);
  if (!gtk_widget_activate_action (GTK_WIDGET (self), action, "s", id))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
done_cb (GtkButton *button, CogUnitEditor *self)
{
  cog_unit_editor_finish (self, FALSE);
}

static gboolean
finish_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    cog_unit_editor_finish (self, TRUE);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* Enter where no line can end: behind the last word it is "done"; in the midst of the words nobody
 * can know what was meant. */
static void
line_feed_cb (CogRichBuffer *buffer, CogUnitEditor *self)
{
  GtkTextIter where;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &where,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  if (gtk_text_iter_is_end (&where))
    g_idle_add (finish_cb, g_object_ref (self));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* --- keys ---------------------------------------------------------------------------------- */

/* Combinations come here before the view, which has some of its own. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogUnitEditor *self)
{
  return cog_unit_editor_press (self, key, state);
}

/* Escape comes after the input method, in which it leaves a word that is not finished. */
static gboolean
late_key_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             CogUnitEditor *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  cog_unit_editor_finish (self, FALSE);
  return TRUE;
}

static void
leave_cb (GtkEventControllerFocus *controller, CogUnitEditor *self)
{
  if (self->rest != 0)
    tell_edited (self);
}

/* --- link ---------------------------------------------------------------------------------- */

static void
load_popover (GtkMenuButton *button, gpointer user_data)
{
  CogUnitEditor *self = user_data;
  g_autofree char *address = cog_rich_buffer_dup_link (self->buffer, NULL, NULL);

  cog_link_popover_load (self->popover, address, self->source);
}

static void
chosen_cb (CogLinkPopover *popover, const char *address, CogUnitEditor *self)
{
  cog_rich_buffer_set_link (self->buffer, address);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
return_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->back = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* From a menu of the tools the keyboard goes back to the text, whose keys are wanted next; unless
 * somebody has gone elsewhere. GTK gives it to the button first. */
static void
closed_cb (CogUnitEditor *self)
{
  /* Also a popover that goes with the editor closes. */
  if (self->back == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->back = g_idle_add (return_cb, self);
}

/* --- size ---------------------------------------------------------------------------------- */

static gboolean
settle_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  self->settle = 0;
  cog_unit_editor_place_chips (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

static void
cog_unit_editor_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (COG_UNIT_EDITOR (widget)->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

/* GtkTextView asks for the height of the width that it has, not of the one that it will get: the
 * first time that is a letter a line. So it is asked again when it has its width. */
static void
cog_unit_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CogUnitEditor *self = COG_UNIT_EDITOR (widget);
  GtkAllocation box = { 0, 0, width, height };

  gtk_widget_size_allocate (self->box, &box, -1);
  if (self->width == width)
    return;
  self->width = width;
  if (self->settle == 0)
    self->settle = g_idle_add_full (GTK_PRIORITY_RESIZE + 20, settle_cb, self, NULL);
}

static GtkSizeRequestMode
cog_unit_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- the widget ---------------------------------------------------------------------------- */

static gboolean
cog_unit_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COG_UNIT_EDITOR (widget)->view));
}

static void
cog_unit_editor_dispose (GObject *object)
{
  CogUnitEditor *self = COG_UNIT_EDITOR (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->spelling);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_handle_id (&self->back, g_source_remove);
  g_clear_pointer (&self->unit, cog_unit_free);
  g_clear_pointer (&self->source, cog_text_free);
  g_clear_pointer (&self->loaded, g_free);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cog_unit_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-unit-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, view);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, tools);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, bar);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, done);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, link);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, more);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, popover);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, chips);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, late_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
cog_unit_editor_class_init (CogUnitEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_unit_editor_dispose;
  widget_class->grab_focus = cog_unit_editor_grab_focus;
  widget_class->measure = cog_unit_editor_measure;
  widget_class->size_allocate = cog_unit_editor_size_allocate;
  widget_class->get_request_mode = cog_unit_editor_get_request_mode;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (COG_TYPE_RICH_VIEW);
  g_type_ensure (COG_TYPE_MISSING_CHIPS);
  g_type_ensure (COG_TYPE_LINK_POPOVER);
  bind_template (widget_class);
}

static void
cog_unit_editor_init (CogUnitEditor *self)
{
  cog_unit_editor_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = cog_rich_view_get_buffer (self->view);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->buffer, "pieces-changed", G_CALLBACK (pieces_cb), self);
  g_signal_connect_swapped (self->buffer, "style-changed", G_CALLBACK (cog_unit_editor_show_style),
                            self);
  g_signal_connect (self->buffer, "line-feed", G_CALLBACK (line_feed_cb), self);
  g_signal_connect_object (gtk_menu_button_get_popover (self->more), "closed",
                           G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->link, load_popover, self, NULL);
}

GtkWidget *
cog_unit_editor_new (GtkTextDirection direction, const char *script_class)
{
  CogUnitEditor *self = g_object_new (COG_TYPE_UNIT_EDITOR, NULL);

  gtk_widget_set_direction (GTK_WIDGET (self->view), direction);
  if (script_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), script_class);
  return GTK_WIDGET (self);
}

void
cog_unit_editor_set_language (CogUnitEditor *self, const char *language)
{
  g_return_if_fail (COG_IS_UNIT_EDITOR (self));

  g_clear_object (&self->spelling);
  if (language != NULL)
    self->spelling = cog_spelling_marks_new (self->view, language);
}

void
cog_unit_editor_set_pictures (CogUnitEditor *self, CogPictureFunc func, gpointer user_data)
{
  g_return_if_fail (COG_IS_UNIT_EDITOR (self));
  cog_rich_view_set_pictures (self->view, func, user_data);
}

void
cog_unit_editor_update_pictures (CogUnitEditor *self)
{
  g_return_if_fail (COG_IS_UNIT_EDITOR (self));
  cog_rich_view_update_pictures (self->view);
}

void
cog_unit_editor_mark (CogUnitEditor *self, const CogMark *marks, gsize n)
{
  g_return_if_fail (COG_IS_UNIT_EDITOR (self));
  cog_rich_view_mark (self->view, marks, n);
}

static void
set_unit (CogUnitEditor *self, const CogUnit *unit)
{
  gboolean is_plain, is_preformatted;

  cog_unit_free (self->unit);
  self->unit = cog_unit_copy (unit);
  g_clear_pointer (&self->source, cog_text_free);
  self->source = unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
  is_plain = cog_unit_editor_is_plain (self);
  is_preformatted = unit->kind == COG_UNIT_PREFORMATTED;
  cog_rich_buffer_set_mode (self->buffer, is_plain          ? COG_RICH_PLAIN
                                          : is_preformatted ? COG_RICH_PREFORMATTED
                                                            : COG_RICH_INLINE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->view), is_preformatted);
  gtk_widget_set_visible (self->tools, !is_plain);
  cog_missing_chips_set_source (self->chips, is_plain ? NULL : self->source);
}

/* What a screen reader says beside the text. */
static void
describe (CogUnitEditor *self)
{
  g_autofree char *words =
      self->unit->source != NULL ? cog_inline_to_plain (self->unit->source) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static char *
dup_now (CogUnitEditor *self)
{
  g_autoptr (CogText) text = cog_rich_buffer_read (self->buffer);

  return cog_unit_editor_is_plain (self) ? g_markup_escape_text (text->plain, -1)
                                         : cog_text_to_xhtml (text);
}

void
cog_unit_editor_load (CogUnitEditor *self, const CogUnit *unit)
{
  g_autoptr (CogText) text = NULL;
  g_autofree char *before = NULL;

  g_return_if_fail (COG_IS_UNIT_EDITOR (self) && unit != NULL);

  before = self->unit != NULL && g_str_equal (self->unit->id, unit->id) ? dup_now (self) : NULL;
  set_unit (self, unit);
  describe (self);
  text = cog_text_new_from_xhtml (unit->target != NULL ? unit->target : "", NULL);
  if (text == NULL)
    text = cog_text_new ("");
  g_free (self->loaded);
  self->loaded = cog_unit_editor_is_plain (self) ? g_markup_escape_text (text->plain, -1)
                                                 : cog_text_to_xhtml (text);
  self->is_touched = FALSE;
  /* The same words, if told in another way, leave caret and history as they are. */
  if (g_strcmp0 (before, self->loaded) == 0)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->is_loading = TRUE;
  cog_rich_buffer_load (self->buffer, text);
  self->is_loading = FALSE;
  show_chips (self);
  cog_unit_editor_show_style (self);
}

char *
cog_unit_editor_dup_target (CogUnitEditor *self)
{
  g_autofree char *now = NULL;
  const char *stored;

  g_return_val_if_fail (COG_IS_UNIT_EDITOR (self), NULL);

  stored = self->unit->target != NULL ? self->unit->target : "";
  if (!self->is_touched)
    return g_strdup (stored);
  now = dup_now (self);
  return g_strdup (g_str_equal (now, self->loaded) ? stored : now);
}
