/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-editor-private.h"

/* Keys of the text in hand. None of them is one that input methods live on (Ctrl+Space,
 * Ctrl+Shift+U, Ctrl+. and Ctrl+;), nor one of the window (Ctrl+F, G, H, L, + and −). */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action; /* of the text: write.… */
} keys[] = {
  { GDK_KEY_b, GDK_CONTROL_MASK, "bold" },
  { GDK_KEY_i, GDK_CONTROL_MASK, "emphasis" },
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "superscript" },
  { GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "subscript" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "code" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "link" },
  { GDK_KEY_backslash, GDK_CONTROL_MASK, "clear" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "copy-source" },
  { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "insert-missing" },
  { GDK_KEY_Insert, GDK_ALT_MASK, "insert-missing" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "line-break" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "line-break" },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action; /* of the page */
} ways[] = {
  { GDK_KEY_Down, GDK_CONTROL_MASK, "workbench.write-next" },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "workbench.write-previous" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "workbench.write-untranslated" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "workbench.write-untranslated" },
};

#define ASKED (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

static gboolean
undo (CogUnitEditor *self, gboolean is_redo)
{
  return is_redo ? cog_rich_buffer_redo (self->buffer) : cog_rich_buffer_undo (self->buffer);
}

static gboolean
press_table (CogUnitEditor *self, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].modifiers == modifiers)
      {
        g_action_group_activate_action (G_ACTION_GROUP (self->actions), keys[i].action, NULL);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].key == key && ways[i].modifiers == modifiers)
      {
        cog_unit_editor_go (self, ways[i].action);
        return TRUE;
      }
  return FALSE;
}

gboolean
cog_unit_editor_press (CogUnitEditor *self, guint key, GdkModifierType state)
{
  GdkModifierType modifiers = state & ASKED;

  key = gdk_keyval_to_lower (key);
  if (modifiers == GDK_CONTROL_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      cog_unit_editor_finish (self, TRUE);
      return TRUE;
    }
  /* What is not ours to take back is the project's: the key goes on to the window. */
  if (key == GDK_KEY_z && (modifiers & GDK_CONTROL_MASK) != 0 && (modifiers & GDK_ALT_MASK) == 0)
    return undo (self, (modifiers & GDK_SHIFT_MASK) != 0);
  if (key == GDK_KEY_y && modifiers == GDK_CONTROL_MASK)
    return undo (self, TRUE);
  if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    return cog_rich_view_move_piece (self->view, key == GDK_KEY_Right);
  return press_table (self, key, modifiers);
}
