/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-editor.h"

#include "cog-rich-text.h"

#include <glib/gi18n-lib.h>

/* Milliseconds of rest after which what was typed is stored. */
#define REST 900
#define MAX_CHIPS 6

struct _CogUnitEditor
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkTextView *view;
  GtkWidget *tools;
  GtkFlowBox *chips;
  CogUnit *unit;
  guint timer;
  guint settle; /* idle */
  int width;    /* for which the text was laid out */
  gboolean is_loading;
};

enum
{
  EDITED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogUnitEditor, cog_unit_editor, GTK_TYPE_WIDGET)

/* Titles and alternative texts have no markup. */
static gboolean
is_plain (const CogUnit *unit)
{
  return unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE;
}

static void
tell_edited (CogUnitEditor *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  self->timer = 0;
  tell_edited (self);
  return G_SOURCE_REMOVE;
}

static void show_chips (CogUnitEditor *self);

static void
changed_cb (CogUnitEditor *self)
{
  if (self->is_loading)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
  show_chips (self);
}

static void
chip_cb (GtkButton *button, CogUnitEditor *self)
{
  const CogCode *code = g_object_get_data (G_OBJECT (button), "code");

  cog_rich_text_insert_piece (self->view, code);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  show_chips (self);
}

static GtkWidget *
new_chip (CogUnitEditor *self, const CogCode *code)
{
  const char *words = code->label != NULL && code->label[0] != '\0' ? code->label : code->element;
  g_autofree char *text = g_strdup_printf ("+ \xE2\x81\xA8%s\xE2\x81\xA9", words);
  /* Translators: what the source has and the text still lacks: an equation, the number of a note.
   */
  g_autofree char *name = g_strdup_printf (_ ("Insert “%s” from the source"), words);
  GtkWidget *chip = gtk_button_new_with_label (text);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip)));

  gtk_widget_add_css_class (chip, "chip");
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 18);
  gtk_widget_set_tooltip_text (chip, name);
  g_object_set_data_full (G_OBJECT (chip), "code", cog_code_copy (code),
                          (GDestroyNotify)cog_code_free);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_cb), self);
  return chip;
}

static void
show_chips (CogUnitEditor *self)
{
  g_autoptr (CogText) source = self->unit->source != NULL && !is_plain (self->unit)
                                   ? cog_text_new_from_xhtml (self->unit->source, NULL)
                                   : NULL;
  g_autoptr (CogText) now = cog_rich_text_read (self->view);
  g_autoptr (GPtrArray) missing = source != NULL ? cog_text_list_missing (source, now) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (guint i = 0; missing != NULL && i < MIN (missing->len, MAX_CHIPS); i++)
    {
      GtkWidget *chip = new_chip (self, g_ptr_array_index (missing, i));

      gtk_flow_box_append (self->chips, chip);
      /* The cell of the grid is no stop for the keyboard; the chip is. */
      gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), missing != NULL && missing->len > 0);
}

static void
finish (CogUnitEditor *self, gboolean next)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[FINISHED], 0, next);
}

static void
done_cb (GtkButton *button, CogUnitEditor *self)
{
  finish (self, FALSE);
}

static void
toggle_style (CogUnitEditor *self, const char *element)
{
  cog_rich_text_toggle (self->view, element);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
bold_cb (GtkButton *button, CogUnitEditor *self)
{
  toggle_style (self, "strong");
}

static void
emphasis_cb (GtkButton *button, CogUnitEditor *self)
{
  toggle_style (self, "em");
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CogUnitEditor *self)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_Escape)
    finish (self, FALSE);
  else if (is_control && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    finish (self, TRUE);
  else if (is_control && key == GDK_KEY_b && gtk_widget_get_visible (self->tools))
    toggle_style (self, "strong");
  else if (is_control && key == GDK_KEY_i && gtk_widget_get_visible (self->tools))
    toggle_style (self, "em");
  else
    return FALSE;
  return TRUE;
}

static void
leave_cb (GtkEventControllerFocus *controller, CogUnitEditor *self)
{
  if (self->timer != 0)
    tell_edited (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  CogUnitEditor *self = user_data;

  self->settle = 0;
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
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->unit, cog_unit_free);
  G_OBJECT_CLASS (cog_unit_editor_parent_class)->dispose (object);
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/workbench/cog-unit-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, view);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, tools);
  gtk_widget_class_bind_template_child (widget_class, CogUnitEditor, chips);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, bold_cb);
  gtk_widget_class_bind_template_callback (widget_class, emphasis_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
cog_unit_editor_init (CogUnitEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed",
                            G_CALLBACK (changed_cb), self);
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
cog_unit_editor_load (CogUnitEditor *self, const CogUnit *unit)
{
  g_autoptr (CogText) text = NULL;

  g_return_if_fail (COG_IS_UNIT_EDITOR (self) && unit != NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  cog_unit_free (self->unit);
  self->unit = cog_unit_copy (unit);
  text = cog_text_new_from_xhtml (unit->target != NULL ? unit->target : "", NULL);
  if (text == NULL)
    text = cog_text_new ("");
  self->is_loading = TRUE;
  cog_rich_text_load (self->view, text);
  self->is_loading = FALSE;
  gtk_widget_set_visible (self->tools, !is_plain (unit));
  show_chips (self);
}

char *
cog_unit_editor_dup_target (CogUnitEditor *self)
{
  g_autoptr (CogText) text = NULL;

  g_return_val_if_fail (COG_IS_UNIT_EDITOR (self), NULL);

  text = cog_rich_text_read (self->view);
  return is_plain (self->unit) ? g_markup_escape_text (text->plain, -1) : cog_text_to_xhtml (text);
}
