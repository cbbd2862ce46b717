/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-texts.h"

#include "cog-column.h"
#include "cog-columns.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>

/* Paragraphs that are shown: a thousand figures are for the book, not for the eye. */
#define MAX_PARAGRAPHS 60
#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8" /* U+2068 */
#define POP_ISOLATE "\xE2\x81\xA9"          /* U+2069 */

enum
{
  PAGE,
  FIGURES,
  LIST,
  N_PLACES
};

struct _CogCreditTexts
{
  GtkWidget parent_instance;
  CogEditionCredits *credits; /* (nullable) */
  char *language;             /* (nullable) */
  GtkWidget *root;
  GtkBox *paragraphs;
  GtkToggleButton *page, *figures, *list;
};

G_DEFINE_FINAL_TYPE (CogCreditTexts, cog_credit_texts, GTK_TYPE_WIDGET)

static void
cog_credit_texts_dispose (GObject *object)
{
  CogCreditTexts *self = COG_CREDIT_TEXTS (object);

  g_clear_pointer (&self->credits, cog_edition_credits_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->root, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_credit_texts_parent_class)->dispose (object);
}

static GPtrArray *
get_texts (CogCreditTexts *self, int place)
{
  return place == PAGE      ? self->credits->page
         : place == FIGURES ? self->credits->figures
                            : self->credits->list;
}

/* Links as links; names isolated from the direction around them. */
static char *
dup_markup (const CogCreditText *text, gboolean is_rtl)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < text->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (text, i);
      gboolean isolate = run->is_foreign && is_rtl;
      g_autofree char *words = g_markup_escape_text (run->text, -1);
      g_autofree char *url = run->url != NULL ? g_markup_escape_text (run->url, -1) : NULL;

      g_string_append (markup, isolate ? FIRST_STRONG_ISOLATE : "");
      if (url != NULL && url[0] != '\0')
        g_string_append_printf (markup, "<a href=\"%s\">%s</a>", url, words);
      else
        g_string_append (markup, words);
      g_string_append (markup, isolate ? POP_ISOLATE : "");
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
add_label (CogCreditTexts *self, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *script = cog_language_dup_script (self->language);
  gboolean is_rtl = cog_language_is_rtl (self->language);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_direction (label, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "book");
  gtk_widget_add_css_class (label, "credit-text");
  if (script != NULL)
    gtk_widget_add_css_class (label, script);
  gtk_box_append (self->paragraphs, label);
  return label;
}

static void
show (CogCreditTexts *self, int place)
{
  GPtrArray *texts = get_texts (self, place);
  gboolean is_rtl = cog_language_is_rtl (self->language);
  /* Below a figure stands no heading. */
  const char *heading = place == PAGE   ? "copyrightHeading"
                        : place == LIST ? "creditsHeading"
                                        : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->paragraphs))) != NULL)
    gtk_box_remove (self->paragraphs, child);
  if (heading != NULL)
    {
      g_autofree char *markup =
          g_markup_printf_escaped ("<b>%s</b>", cog_attribution_get_word (self->language, heading));

      add_label (self, markup);
    }
  for (guint i = 0; i < MIN (texts->len, MAX_PARAGRAPHS); i++)
    {
      g_autofree char *markup = dup_markup (g_ptr_array_index (texts, i), is_rtl);

      add_label (self, markup);
    }
  if (texts->len > MAX_PARAGRAPHS)
    add_label (self, "…");
}

static void
show_chosen (CogCreditTexts *self)
{
  if (self->credits != NULL)
    show (self, gtk_toggle_button_get_active (self->figures) ? FIGURES
                : gtk_toggle_button_get_active (self->list)  ? LIST
                                                             : PAGE);
}

static void
toggled_cb (GtkToggleButton *button, CogCreditTexts *self)
{
  if (gtk_toggle_button_get_active (button))
    show_chosen (self);
}

static void
cog_credit_texts_class_init (CogCreditTextsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_credit_texts_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COLUMN);
  g_type_ensure (COG_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-credit-texts.ui");
  gtk_widget_class_bind_template_child (widget_class, CogCreditTexts, root);
  gtk_widget_class_bind_template_child (widget_class, CogCreditTexts, paragraphs);
  gtk_widget_class_bind_template_child (widget_class, CogCreditTexts, page);
  gtk_widget_class_bind_template_child (widget_class, CogCreditTexts, figures);
  gtk_widget_class_bind_template_child (widget_class, CogCreditTexts, list);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

/* In some languages the three are wider than a slim window. A label of the button's own would leave
 * it without a name (GTK 4.8). */
static void
let_shrink (GtkToggleButton *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

static void
cog_credit_texts_init (CogCreditTexts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self->page);
  let_shrink (self->figures);
  let_shrink (self->list);
}

void
cog_credit_texts_set (CogCreditTexts *self, CogEditionCredits *credits, const char *language)
{
  gboolean is_gone;

  g_return_if_fail (COG_IS_CREDIT_TEXTS (self) && credits != NULL && language != NULL);

  cog_edition_credits_free (self->credits);
  self->credits = credits;
  g_free (self->language);
  self->language = g_strdup (language);
  gtk_widget_set_sensitive (GTK_WIDGET (self->figures), credits->figures->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), credits->list->len > 0);
  is_gone = (gtk_toggle_button_get_active (self->figures) && credits->figures->len == 0) ||
            (gtk_toggle_button_get_active (self->list) && credits->list->len == 0);
  if (is_gone)
    gtk_toggle_button_set_active (self->page, TRUE);
  else
    show_chosen (self);
}
