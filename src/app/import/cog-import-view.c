/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-view.h"

#include "cog-cover.h"
#include "cog-language.h"
#include "cog-licence-meaning.h"
#include "cog-slip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_STATEMENTS 4
#define MAX_CREDITS 12
#define MAX_FINDINGS 12

struct _CogImportView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  CogCover *cover;
  GtkLabel *title, *people;
  GtkFlowBox *counts;
  CogSlip *licence, *credits, *left_out;
};

G_DEFINE_FINAL_TYPE (CogImportView, cog_import_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
add_count (CogImportView *self, guint n, const char *word)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *box;

  if (n == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), new_label (number, "number"));
  gtk_box_append (GTK_BOX (box), new_label (word, "small"));
  gtk_flow_box_append (self->counts, box);
  /* Nothing to do there: no stop for the keyboard. */
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
show_counts (CogImportView *self, const CogBook *book)
{
  CogBookCounts n;

  cog_book_count (book, &n);
  /* Translators: each stands under its number. */
  add_count (self, n.sections, ngettext ("section", "sections", n.sections));
  add_count (self, n.words, ngettext ("word", "words", n.words));
  add_count (self, n.figures, ngettext ("figure", "figures", n.figures));
  add_count (self, n.tables, ngettext ("table", "tables", n.tables));
  add_count (self, n.equations, ngettext ("equation", "equations", n.equations));
  add_count (self, n.footnotes, ngettext ("note", "notes", n.footnotes));
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static GtkWidget *
new_badge (const char *text, gboolean is_unknown)
{
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (badge), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (badge, "licence");
  if (is_unknown)
    gtk_widget_add_css_class (badge, "unknown");
  return badge;
}

static const char *
get_evidence_words (CogEvidenceKind kind)
{
  switch (kind)
    {
    case COG_EVIDENCE_LINK:
      return _ ("A link to the licence");
    case COG_EVIDENCE_METADATA:
      return _ ("Book data");
    case COG_EVIDENCE_TEXT:
      return _ ("Words in the text");
    case COG_EVIDENCE_BESIDE:
      return _ ("A file beside the book");
    case COG_EVIDENCE_PERSON:
      return _ ("Your decision");
    }
  return "";
}

/* The licence, and the words that say so where they stand. */
static void
show_licence (CogImportView *self, const CogCredit *credit)
{
  g_autofree char *name = credit->licence != NULL
                              ? cog_licence_dup_expression_name (credit->licence)
                              : g_strdup (_ ("None found"));
  GtkWidget *row = new_row (cog_licence_meaning_describe_source (credit->licence), NULL);
  GtkWidget *badge = new_badge (name, credit->licence == NULL);

  if (credit->licence != NULL)
    gtk_widget_add_css_class (badge, "chosen");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  cog_slip_append (self->licence, row);
  for (guint i = 0; i < MIN (credit->statements->len, MAX_STATEMENTS); i++)
    {
      const CogStatement *statement = g_ptr_array_index (credit->statements, i);
      const char *words = statement->words != NULL ? statement->words : statement->url;
      g_autofree char *valid = words != NULL ? g_utf8_make_valid (words, -1) : NULL;
      g_autofree char *quoted = NULL;
      GtkWidget *evidence;

      if (valid == NULL)
        continue;
      /* Translators: words of a book, quoted. */
      quoted = g_strdup_printf (_ ("“%s”"), g_strstrip (valid));
      evidence = new_row (quoted, get_evidence_words (statement->kind));
      gtk_widget_add_css_class (evidence, "evidence");
      cog_slip_append (self->licence, evidence);
    }
}

static char *
dup_credit_title (const CogCredit *credit)
{
  g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

  if (credit->title != NULL)
    return g_strdup (credit->title);
  if (credit->words != NULL)
    return g_strdup (credit->words);
  return names != NULL ? g_steal_pointer (&names)
                       : g_strdup (credit->item != NULL ? credit->item : "");
}

/* Figures and quotations that others made, under terms of their own. */
static void
show_credits (CogImportView *self, const CogBook *book)
{
  g_autofree char *count = NULL;

  for (guint i = 0; i < MIN (book->credits->len, MAX_CREDITS); i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);
      g_autofree char *title = dup_credit_title (credit);
      g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);
      g_autofree char *licence = credit->licence != NULL
                                     ? cog_licence_dup_expression_name (credit->licence)
                                     : g_strdup (_ ("Licence unknown"));
      g_autofree char *valid = g_utf8_make_valid (title, -1);
      GtkWidget *row = new_row (g_strstrip (valid), g_strcmp0 (names, title) != 0 ? names : NULL);

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_badge (licence, credit->licence == NULL));
      cog_slip_append (self->credits, row);
    }
  if (book->credits->len > MAX_CREDITS)
    {
      guint n = book->credits->len - MAX_CREDITS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);

      cog_slip_append (self->credits, new_row (more, NULL));
    }
  count = g_strdup_printf ("%'u", book->credits->len);
  cog_slip_set_aside (self->credits, count, "count");
}

static void
show_left_out (CogImportView *self, CogReport *report)
{
  GPtrArray *findings = cog_report_get_findings (report);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = NULL;

      if (!finding->kind->is_loss || n++ >= MAX_FINDINGS)
        continue;
      sentence = cog_finding_dup_sentence (finding);
      cog_slip_append (self->left_out, new_row (sentence, NULL));
    }
}

static char *
dup_people (const CogBook *book)
{
  g_autofree char *names = cog_credit_dup_names (book->credit, COG_ROLE_AUTHOR);
  g_autofree char *language =
      book->language != NULL ? cog_language_dup_own_name (book->language) : NULL;
  GString *line = g_string_new (NULL);
  const char *facts[] = { names, book->credit->publisher, book->credit->edition, language };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL && facts[i][0] != '\0')
      g_string_append_printf (line, "%s\xE2\x81\xA8%s\xE2\x81\xA9", line->len > 0 ? " · " : "",
                              facts[i]);
  return g_string_free (line, FALSE);
}

void
cog_import_view_show (CogImportView *self, const CogImportFound *found)
{
  g_autofree char *people = NULL;
  const char *title;

  g_return_if_fail (COG_IS_IMPORT_VIEW (self) && found != NULL);

  title = cog_book_get_title (found->book);
  people = dup_people (found->book);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->people, people);
  cog_cover_set_title (self->cover, title, found->book->language);
  show_counts (self, found->book);
  show_licence (self, found->book->credit);
  show_credits (self, found->book);
  show_left_out (self, found->report);
}

static void
cog_import_view_dispose (GObject *object)
{
  g_clear_pointer (&COG_IMPORT_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_import_view_parent_class)->dispose (object);
}

static void
cog_import_view_class_init (CogImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_import_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COVER);
  g_type_ensure (COG_TYPE_SLIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/import/cog-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogImportView, box);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, cover);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, title);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, people);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, counts);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, licence);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, credits);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, left_out);
}

static void
cog_import_view_init (CogImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
