/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-view.h"

#include "cog-compat.h"
#include "cog-count-words.h"
#include "cog-cover.h"
#include "cog-evidence-window.h"
#include "cog-language.h"
#include "cog-licence-choice.h"
#include "cog-licence-label.h"
#include "cog-licence-meaning.h"
#include "cog-report-row.h"
#include "cog-slip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_STATEMENTS 4
#define MAX_CREDITS 5  /* in sight; the others unfold */
#define MAX_FOLDED 300 /* rows behind one */
#define AROUND 140     /* characters of a statement before and after the licence's name */

struct _CogImportView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  char *path; /* of the source that is shown (nullable) */
  CogCover *cover;
  GtkLabel *title, *people;
  GtkFlowBox *counts;
  GtkLabel *others;
  CogSlip *licence, *credits, *report;
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
add_count (guint n, const char *word, gpointer user_data)
{
  CogImportView *self = user_data;
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_label (number, "number"));
  gtk_box_append (GTK_BOX (box), new_label (word, "small"));
  gtk_flow_box_append (self->counts, box);
}

static void
show_counts (CogImportView *self, const CogBookCounts *n)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_flow_box_remove (self->counts, cell);
  cog_count_words_foreach (n, add_count, self);
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
  gtk_label_set_width_chars (GTK_LABEL (badge), (int)MIN (g_utf8_strlen (text, -1), 16));
  gtk_widget_add_css_class (badge, "licence");
  if (is_unknown)
    gtk_widget_add_css_class (badge, "unknown");
  return badge;
}

/* The part of a statement that names the licence, marked, with some words around it. (transfer
 * full)
 */
static char *
dup_marked (const char *statement, gboolean is_url)
{
  gsize start = 0, end = is_url ? strlen (statement) : 0;
  gboolean found = is_url || cog_licence_meaning_find_words (statement, &start, &end);
  const char *middle = statement + start, *behind = statement + end;
  const char *from = middle, *to = behind;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < AROUND && from > statement; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < (found ? AROUND : 2 * AROUND) && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  before = g_markup_escape_text (from, middle - from);
  words = g_markup_escape_text (middle, behind - middle);
  after = g_markup_escape_text (behind, to - behind);
  text = found ? g_strdup_printf (
                     "%s%s<span background=\"#f5c211\" background_alpha=\"25%%\">%s</span>%s%s",
                     from > statement ? "…" : "", before, words, after, *to != '\0' ? "…" : "")
               : g_strdup_printf ("%s%s", after, *to != '\0' ? "…" : "");
  /* Translators: words of a book, quoted. */
  return g_strdup_printf (_ ("“%s”"), text);
}

static void
show_cb (GtkWidget *button, CogImportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const CogStatement *statement = g_object_get_data (G_OBJECT (button), "statement");

  if (GTK_IS_WINDOW (root) && self->path != NULL)
    cog_evidence_window_present (GTK_WINDOW (root), self->path, statement);
}

/* What a person decided stands in no file. */
static void
add_show_button (CogImportView *self, GtkWidget *row, const CogStatement *statement)
{
  GtkWidget *button;

  if (statement->kind == COG_EVIDENCE_PERSON || self->path == NULL)
    return;
  button = gtk_button_new_with_label (_ ("Show"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Shows the words where they stand"));
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "statement", cog_statement_copy (statement),
                          (GDestroyNotify)cog_statement_free);
  g_signal_connect (button, "clicked", G_CALLBACK (show_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_statement (CogImportView *self, const CogStatement *statement)
{
  const char *words = statement->words != NULL ? statement->words : statement->url;
  g_autofree char *valid = words != NULL ? g_utf8_make_valid (words, -1) : NULL;
  g_autofree char *marked = NULL;
  g_autofree char *where = NULL;
  GtkWidget *row;

  if (valid == NULL)
    return;
  g_strdelimit (g_strstrip (valid), "\n\t\r", ' ');
  marked = dup_marked (valid, statement->words == NULL || g_str_has_prefix (valid, "http"));
  where = statement->file != NULL && statement->file[0] != '\0'
              ? g_strdup_printf ("%s · \xE2\x81\xA8%s\xE2\x81\xA9",
                                 cog_evidence_kind_get_words (statement->kind), statement->file)
              : g_strdup (cog_evidence_kind_get_words (statement->kind));
  row = new_row ("", where);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), marked);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 6);
  gtk_widget_add_css_class (row, "evidence");
  add_show_button (self, row, statement);
  cog_slip_append (self->licence, row);
}

/* What a person can lawfully do all the same. */
static void
add_ways_on (CogImportView *self, const char *licence)
{
  const char *const *ways = cog_licence_meaning_list_ways_on (licence);
  GtkWidget *row;

  if (ways == NULL)
    return;
  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What You Can Do"));
  for (guint i = 0; ways[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_ (ways[i]), NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 cog_licence_meaning_get_adaptability (licence) ==
                                     COG_ADAPTABILITY_FORBIDDEN);
  cog_slip_append (self->licence, row);
}

/* A statement without a version does not contradict one with it. */
static gboolean
say_the_same (const char *a, const char *b)
{
  const CogLicence *first = cog_licence_lookup (a), *second = cog_licence_lookup (b);

  return g_str_equal (a, b) || (first != NULL && second != NULL && first->klass == second->klass &&
                                (first->is_unversioned || second->is_unversioned));
}

/* Whether the statements say the same, for those who doubt. */
static void
show_agreement (CogImportView *self, GPtrArray *statements)
{
  const char *first = NULL;
  guint n = 0;
  gboolean agree = TRUE;
  g_autofree char *words = NULL;

  for (guint i = 0; i < statements->len; i++)
    {
      const CogStatement *statement = g_ptr_array_index (statements, i);

      if (statement->licence == NULL)
        continue;
      n++;
      agree = agree && (first == NULL || say_the_same (first, statement->licence));
      first = first != NULL ? first : statement->licence;
    }
  if (n > 1 && agree)
    words = g_strdup_printf (
        ngettext ("%u statement, and they agree", "%u statements, and they agree", n), n);
  else if (n > 1)
    words = g_strdup (_ ("The statements differ: until you decide, all count"));
  cog_slip_set_aside (self->licence, words, NULL);
}

/* The licence, what it means, and the words that say so where they stand. */
static void
show_licence (CogImportView *self, const CogCredit *credit)
{
  g_autofree char *name = credit->licence != NULL ? cog_licence_dup_label (credit->licence)
                                                  : g_strdup (_ ("None found"));
  GtkWidget *row = new_row (cog_licence_meaning_describe_source (credit->licence), NULL);
  gboolean is_free =
      cog_licence_meaning_get_adaptability (credit->licence) == COG_ADAPTABILITY_FREE;
  GtkWidget *badge = new_badge (name, !is_free);

  if (is_free)
    gtk_widget_add_css_class (badge, "chosen");
  cog_slip_clear (self->licence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  cog_slip_append (self->licence, row);
  add_ways_on (self, credit->licence);
  for (guint i = 0; i < MIN (credit->statements->len, MAX_STATEMENTS); i++)
    add_statement (self, g_ptr_array_index (credit->statements, i));
  show_agreement (self, credit->statements);
}

static char *
dup_credit_title (const CogCredit *credit, const char *name)
{
  g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);

  if (credit->title != NULL)
    return g_strdup (credit->title);
  if (name != NULL)
    return g_strdup (name);
  if (credit->words != NULL)
    return g_strdup (credit->words);
  return names != NULL ? g_steal_pointer (&names) : g_strdup (_ ("Without a title"));
}

static GtkWidget *
new_picture (GBytes *png)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  GtkWidget *picture = gtk_image_new_from_paintable (GDK_PAINTABLE (texture));

  gtk_image_set_pixel_size (GTK_IMAGE (picture), 44);
  return picture;
}

static GtkWidget *
new_credit_row (const CogCredit *credit, const char *name, GBytes *picture)
{
  g_autofree char *title = dup_credit_title (credit, name);
  g_autofree char *names = cog_credit_dup_names (credit, COG_ROLE_AUTHOR);
  g_autofree char *licence = credit->licence != NULL ? cog_licence_dup_label (credit->licence)
                                                     : g_strdup (_ ("Licence unknown"));
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  GtkWidget *row = new_row (g_strstrip (valid), g_strcmp0 (names, title) != 0 ? names : NULL);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (picture != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_picture (picture));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_badge (licence, credit->licence == NULL));
  return row;
}

static const char *
get_name (const CogFoundSource *found, guint i)
{
  return i < found->names->len ? g_ptr_array_index (found->names, i) : NULL;
}

static GBytes *
get_picture (const CogFoundSource *found, guint i)
{
  return i < found->pictures->len ? g_ptr_array_index (found->pictures, i) : NULL;
}

/* Figures and quotations that others made, under terms of their own. */
static void
show_credits (CogImportView *self, const CogFoundSource *found)
{
  GPtrArray *credits = found->book->credits;
  guint n_others = found->counts.figures > credits->len ? found->counts.figures - credits->len : 0;
  g_autofree char *count = g_strdup_printf ("%'u", credits->len);
  g_autofree char *others = NULL;
  GtkWidget *more = NULL;

  cog_slip_clear (self->credits);
  for (guint i = 0; i < MIN (credits->len, MAX_CREDITS + MAX_FOLDED); i++)
    {
      GtkWidget *row = new_credit_row (g_ptr_array_index (credits, i), get_name (found, i),
                                       get_picture (found, i));

      if (i == MAX_CREDITS)
        {
          g_autofree char *words = g_strdup_printf (
              ngettext ("And %'u More", "And %'u More", credits->len - i), credits->len - i);

          more = adw_expander_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), words);
          cog_slip_append (self->credits, more);
        }
      if (more != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), row);
      else
        cog_slip_append (self->credits, row);
    }
  cog_slip_set_aside (self->credits, count, "count");
  others = g_strdup_printf (ngettext ("%'u other figure falls under the licence of the book.",
                                      "The other %'u figures fall under the licence of the book.",
                                      n_others),
                            n_others);
  gtk_label_set_label (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), credits->len > 0 && n_others > 0);
}

/* What has that effect. (element-type CogFinding) */
static GPtrArray *
list_group (CogReport *report, CogEffect effect)
{
  GPtrArray *findings = cog_report_get_findings (report);
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < findings->len && group->len < MAX_FOLDED; i++)
    {
      CogFinding *finding = g_ptr_array_index (findings, i);

      if (cog_finding_kind_get_effect (finding->kind) == effect)
        g_ptr_array_add (group, finding);
    }
  return group;
}

static GtkWidget *
new_finding_row (const CogFinding *finding)
{
  g_autofree char *sentence = cog_finding_dup_sentence (finding);

  return cog_report_row_new (sentence, finding->place, finding->count);
}

/* What was kept is of little interest, but for a warning: that pages are pictures without text. */
static gboolean
is_loud (CogEffect effect, GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (group, i);

      if (effect == COG_EFFECT_KEPT && finding->kind->severity != COG_SEVERITY_INFO)
        return TRUE;
    }
  return FALSE;
}

/* One quiet line, which unfolds; a finding that is alone needs no fold. */
static GtkWidget *
new_group_row (CogEffect effect, GPtrArray *group)
{
  const char *icon = cog_report_group_get_icon (effect);
  g_autofree char *count = g_strdup_printf ("%'u", group->len);
  GtkWidget *row, *badge;

  if (group->len == 1)
    {
      row = new_finding_row (g_ptr_array_index (group, 0));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
      return row;
    }
  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cog_report_group_get_title (effect));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), gtk_image_new_from_icon_name (icon));
  badge = gtk_label_new (count);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "small");
  gtk_widget_add_css_class (badge, "dim");
  cog_expander_row_add_suffix (ADW_EXPANDER_ROW (row), badge);
  for (guint i = 0; i < group->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_finding_row (g_ptr_array_index (group, i)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_loud (effect, group));
  return row;
}

static void
show_report (CogImportView *self, CogReport *report)
{
  cog_slip_clear (self->report);
  for (guint i = 0; i < COG_REPORT_N_GROUPS; i++)
    {
      g_autoptr (GPtrArray) group = list_group (report, cog_report_groups[i]);

      if (group->len > 0)
        cog_slip_append (self->report, new_group_row (cog_report_groups[i], group));
    }
  cog_slip_set_aside (self->report, _ ("Everything else was taken over"), NULL);
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
cog_import_view_show (CogImportView *self, const CogFoundSource *found)
{
  g_autofree char *people = NULL;
  g_autoptr (GdkTexture) cover = NULL;
  const char *title;

  g_return_if_fail (COG_IS_IMPORT_VIEW (self) && found != NULL);

  title = cog_book_get_title (found->book);
  people = dup_people (found->book);
  cover = found->cover != NULL ? gdk_texture_new_from_bytes (found->cover, NULL) : NULL;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->people, people);
  cog_cover_set_title (self->cover, title, found->book->language);
  cog_cover_set_picture (self->cover, cover);
  g_free (self->path);
  self->path = g_strdup (found->path);
  show_counts (self, &found->counts);
  show_licence (self, found->book->credit);
  show_credits (self, found);
  show_report (self, found->report);
}

static void
cog_import_view_dispose (GObject *object)
{
  g_clear_pointer (&COG_IMPORT_VIEW (object)->path, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, CogImportView, report);
  gtk_widget_class_bind_template_child (widget_class, CogImportView, others);
}

static void
cog_import_view_init (CogImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
