/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-change.h"

#include "cog-card-parts.h"
#include "cog-columns.h"
#include "cog-language.h"
#include "cog-text-block.h"
#include "cog-text.h"
#include "cog-word-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pixels from which both stand side by side. */
#define LEAST 480
#define SPACING 18

typedef struct
{
  GtkWidget *box, *head, *text;
  char *script; /* style class (nullable) */
} Side;

struct _CogSourceChange
{
  GtkWidget parent_instance;
  GtkWidget *columns;
  Side before, after;
};

G_DEFINE_FINAL_TYPE (CogSourceChange, cog_source_change, GTK_TYPE_WIDGET)

static void
cog_source_change_dispose (GObject *object)
{
  CogSourceChange *self = COG_SOURCE_CHANGE (object);

  g_clear_pointer (&self->columns, gtk_widget_unparent);
  g_clear_pointer (&self->before.script, g_free);
  g_clear_pointer (&self->after.script, g_free);
  G_OBJECT_CLASS (cog_source_change_parent_class)->dispose (object);
}

static void
cog_source_change_class_init (CogSourceChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_source_change_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_side (CogSourceChange *self, Side *side, const char *title)
{
  side->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  side->head = cog_card_text_new (title, "section-label");
  side->text = cog_text_block_new ();
  gtk_widget_add_css_class (side->text, "book");
  gtk_box_append (GTK_BOX (side->box), side->head);
  gtk_box_append (GTK_BOX (side->box), side->text);
  gtk_widget_set_parent (side->box, self->columns);
}

static void
cog_source_change_init (CogSourceChange *self)
{
  self->columns = g_object_new (COG_TYPE_COLUMNS, "least", LEAST, "spacing", SPACING, NULL);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  /* Translators: above what a passage of the source said before its new edition. */
  add_side (self, &self->before, _ ("The original said"));
  /* Translators: above what a passage of the source says in its new edition. */
  add_side (self, &self->after, _ ("It says now"));
}

GtkWidget *
cog_source_change_new (void)
{
  return g_object_new (COG_TYPE_SOURCE_CHANGE, NULL);
}

static CogText *
read_text (const char *xhtml)
{
  CogText *text = cog_text_new_from_xhtml (xhtml, NULL);

  return text != NULL ? text : cog_text_new (xhtml);
}

/* The words of the spans, for who does not see the marks. (transfer full) (nullable) */
static char *
dup_words (const char *plain, const GArray *spans, const char *format)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CogWordSpan *span = &g_array_index (spans, CogWordSpan, i);
      g_autofree char *part = g_utf8_substring (plain, span->start, span->end);

      g_string_append_printf (words, "%s%s", i > 0 ? " … " : "", g_strstrip (part));
    }
  if (words->len == 0)
    return NULL;
  g_string_prepend (words, " ");
  g_string_prepend (words, format);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
mark (Side *side, const char *plain, const GArray *spans, CogMarkKind kind, const char *words)
{
  g_autofree CogMark *marks = g_new0 (CogMark, spans->len + 1);
  g_autofree char *description = dup_words (plain, spans, words);

  for (guint i = 0; i < spans->len; i++)
    {
      const CogWordSpan *span = &g_array_index (spans, CogWordSpan, i);

      marks[i] = (CogMark){ span->start, span->end, kind };
    }
  cog_text_block_mark (COG_TEXT_BLOCK (side->text), marks, spans->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (side->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
set_side (Side *side, const char *xhtml, const char *language)
{
  GtkTextDirection direction = cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  g_autofree char *script = language != NULL ? cog_language_dup_script (language) : NULL;

  if (side->script != NULL)
    gtk_widget_remove_css_class (side->text, side->script);
  if (script != NULL)
    gtk_widget_add_css_class (side->text, script);
  g_free (side->script);
  side->script = g_steal_pointer (&script);
  /* The heading stands where its text begins. */
  gtk_widget_set_direction (side->head, direction);
  gtk_widget_set_direction (side->text, direction);
  cog_text_block_set_xhtml (COG_TEXT_BLOCK (side->text), xhtml);
}

void
cog_source_change_set (CogSourceChange *self,
                       const char *before,
                       const char *after,
                       const char *language)
{
  g_autoptr (CogText) old = NULL;
  g_autoptr (CogText) new = NULL;
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;

  g_return_if_fail (COG_IS_SOURCE_CHANGE (self) && before != NULL && after != NULL);

  old = read_text (before);
  new = read_text (after);
  set_side (&self->before, before, language);
  set_side (&self->after, after, language);
  cog_word_diff (old->plain, new->plain, &removed, &added);
  /* Translators: a screen reader says it before the words that a new edition left out. */
  mark (&self->before, old->plain, removed, COG_MARK_REMOVED, _ ("No longer there:"));
  /* Translators: a screen reader says it before the words that a new edition added. */
  mark (&self->after, new->plain, added, COG_MARK_ADDED, _ ("New:"));
}
