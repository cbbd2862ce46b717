/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quality-row.h"

#include "cog-language.h"

#include <glib/gi18n-lib.h>

struct _CogQualityRow
{
  GtkWidget parent_instance;
  GtkWidget *box, *sentence, *snippet, *mended, *about;
  GtkWidget *fix, *ignore, *heed;
  CogQualityEntry *entry; /* (nullable) */
};

enum
{
  FIX,
  IGNORE,
  HEED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogQualityRow, cog_quality_row, GTK_TYPE_WIDGET)

static void
cog_quality_row_dispose (GObject *object)
{
  CogQualityRow *self = COG_QUALITY_ROW (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_quality_row_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, CogQualityRowClass *klass)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cog_quality_row_class_init (CogQualityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_quality_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[FIX] = new_signal ("fix", klass);
  signals[IGNORE] = new_signal ("ignore", klass);
  signals[HEED] = new_signal ("heed", klass);
}

static GtkWidget *
new_line (GtkWidget *box, const char *css_class, int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (n_lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), n_lines);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
fix_cb (CogQualityRow *self)
{
  g_signal_emit (self, signals[FIX], 0);
}

static void
ignore_cb (CogQualityRow *self)
{
  g_signal_emit (self, signals[IGNORE], 0);
}

static void
heed_cb (CogQualityRow *self)
{
  g_signal_emit (self, signals[HEED], 0);
}

static GtkWidget *
new_button (CogQualityRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
cog_quality_row_init (CogQualityRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (self->box), lines);
  self->sentence = new_line (lines, "heading", 3);
  self->snippet = new_line (lines, "body", 2);
  self->mended = new_line (lines, "body", 2);
  gtk_widget_add_css_class (self->mended, "success");
  self->about = new_line (lines, "dim", 1);
  gtk_widget_add_css_class (self->about, "small");
  self->fix = new_button (self, _ ("Fix"), G_CALLBACK (fix_cb));
  self->ignore = new_button (self, _ ("Ignore…"), G_CALLBACK (ignore_cb));
  gtk_widget_add_css_class (self->ignore, "flat");
  /* Translators: a button: what was ignored is looked at again. */
  self->heed = new_button (self, _ ("Heed Again"), G_CALLBACK (heed_cb));
}

/* Check, section, and why it is ignored. */
static char *
dup_about (CogQualityEntry *entry)
{
  const CogQualityItem *item = cog_quality_entry_get_item (entry);
  const CogCheck *check = cog_check_find (item->finding->check);
  const char *title = cog_quality_entry_get_title (entry);
  GString *about = g_string_new (_ (check->name));

  if (title != NULL)
    g_string_append_printf (about, " · \xE2\x81\xA8%s\xE2\x81\xA9", title);
  if (item->answer != NULL)
    g_string_append_printf (about, " · %s", _ ("ignored"));
  if (item->answer != NULL && item->answer->reason != NULL && item->answer->reason[0] != '\0')
    g_string_append_printf (about, ": %s", item->answer->reason);
  return g_string_free (about, FALSE);
}

static void
set_line (GtkWidget *label, const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL && words[0] != '\0');
}

/* The list reads a row as a whole, and its buttons say what they are about. */
static void
name_button (GtkWidget *button, const char *label, const char *sentence)
{
  g_autofree char *words = g_strdup_printf ("%s: %s", label, sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* The arrow points where the words stand. */
static char *
dup_change (const char *mended)
{
  gboolean is_rtl = FALSE;

  cog_text_guess_rtl (mended, &is_rtl);
  return g_strdup_printf ("%s %s", is_rtl ? "←" : "→", mended);
}

void
cog_quality_row_set_entry (CogQualityRow *self, CogQualityEntry *entry)
{
  const char *mended;
  gboolean is_ignored;
  g_autofree char *sentence = NULL;
  g_autofree char *about = NULL;
  g_autofree char *change = NULL;

  g_return_if_fail (COG_IS_QUALITY_ROW (self));

  if (!g_set_object (&self->entry, entry) || entry == NULL)
    return;
  is_ignored = cog_quality_entry_is_ignored (entry);
  mended = is_ignored ? NULL : cog_quality_entry_get_mended (entry);
  sentence = cog_quality_item_dup_sentence (cog_quality_entry_get_item (entry));
  about = dup_about (entry);
  change = mended != NULL ? dup_change (mended) : NULL;
  set_line (self->sentence, sentence);
  set_line (self->snippet, cog_quality_entry_get_snippet (entry));
  set_line (self->mended, change);
  set_line (self->about, about);
  gtk_widget_set_visible (self->fix, mended != NULL);
  gtk_widget_set_visible (self->ignore, !is_ignored);
  gtk_widget_set_visible (self->heed, is_ignored);
  name_button (self->fix, _ ("Fix"), sentence);
  name_button (self->ignore, _ ("Ignore…"), sentence);
  name_button (self->heed, _ ("Heed Again"), sentence);
}

CogQualityEntry *
cog_quality_row_get_entry (CogQualityRow *self)
{
  g_return_val_if_fail (COG_IS_QUALITY_ROW (self), NULL);
  return self->entry;
}
