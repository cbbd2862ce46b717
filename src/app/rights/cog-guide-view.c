/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-guide-view.h"

#include "cog-cause-row.h"
#include "cog-clearance-rows.h"
#include "cog-columns.h"
#include "cog-guide-question-view.h"
#include "cog-settled-fact.h"
#include "cog-licence-meaning.h"
#include "cog-rights-collection.h"
#include "cog-rights-obstacle.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _CogGuideView
{
  GtkWidget parent_instance;
  CogProject *project;
  CogEvaluation *evaluation;
  GPtrArray *components; /* (element-type CogComponent): what it is of (nullable) */
  CogGuide *guide;
  gboolean is_advanced;
  GtkWidget *box;
  GtkGrid *settled;
  guint n_settled;
  GtkBox *questions;
  GtkLabel *left, *result_name, *result_words;
  GtkWidget *result, *start_over, *confirm;
  GtkWidget *others;
  GtkListBox *other_rows;
  GtkWidget *closed;
  GtkListBox *closed_rows;
  GtkWidget *clearance;
  GtkListBox *clearance_rows;
  GtkCheckButton *advanced;
  GtkLabel *collection, *promise, *stuck_words;
  GtkWidget *stuck;
};

G_DEFINE_FINAL_TYPE (CogGuideView, cog_guide_view, GTK_TYPE_WIDGET)

static void show_guide (CogGuideView *self);

static void
clear (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    if (GTK_IS_LIST_BOX (widget))
      gtk_list_box_remove (GTK_LIST_BOX (widget), child);
    else if (GTK_IS_GRID (widget))
      gtk_grid_remove (GTK_GRID (widget), child);
    else
      gtk_box_remove (GTK_BOX (widget), child);
}

static void
store (CogGuideView *self, const CogLicence *licence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cog_project_dup_licence (self->project);

  if (g_strcmp0 (before, licence != NULL ? licence->id : NULL) == 0)
    return;
  if (!cog_project_set_field (self->project, "licence", licence != NULL ? licence->id : NULL,
                              &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
answered_cb (CogGuideQuestionView *view,
             const char *question,
             const char *option,
             CogGuideView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *asked = g_strdup (question);
  const CogLicence *result;

  if (!cog_guide_answer (self->guide, asked, option, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
      return;
    }
  result = cog_guide_get_result (self->guide);
  if (result != NULL)
    store (self, result);
  show_guide (self);
}

/* What the sources have settled, and because of which piece: two beside each other. */
static void
add_settled (CogGuideView *self, const CogGuideQuestion *question)
{
  guint n = self->n_settled++;

  gtk_grid_attach (self->settled,
                   cog_settled_fact_new (question->settled, question->because, question->fixed_by),
                   (int)(n % 2), (int)(n / 2), 1, 1);
}

/* The questions in order, as far as the answers go: a later one appears when those before it are
 * answered. */
static guint
show_questions (CogGuideView *self)
{
  GPtrArray *questions = cog_guide_get_questions (self->guide);
  gboolean is_open = FALSE;
  guint n_left = 0;

  clear (GTK_WIDGET (self->settled));
  self->n_settled = 0;
  clear (GTK_WIDGET (self->questions));
  for (guint i = 0; i < questions->len; i++)
    {
      const CogGuideQuestion *question = g_ptr_array_index (questions, i);
      GtkWidget *view;

      if (!question->is_asked)
        continue;
      if (question->is_fixed)
        {
          add_settled (self, question);
          continue;
        }
      n_left += question->given == NULL;
      if (is_open)
        continue;
      view = cog_guide_question_view_new (question);
      g_signal_connect (view, "answered", G_CALLBACK (answered_cb), self);
      gtk_box_append (self->questions, view);
      is_open = question->given == NULL;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->settled), self->n_settled > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->questions),
                          gtk_widget_get_first_child (GTK_WIDGET (self->questions)) != NULL);
  return n_left;
}

/* What keeps a licence of its own, and what somebody says who puts this one on. */
static void
show_pieces (CogGuideView *self, const CogLicence *licence)
{
  g_autofree char *words =
      licence != NULL
          ? cog_rights_collection_dup_words (self->evaluation, self->components, licence)
          : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->promise), licence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->collection), words != NULL);
  gtk_label_set_label (self->collection, words != NULL ? words : "");
}

/* Creative Commons' three confirmations. */
static void
write_promise (CogGuideView *self)
{
  g_autofree const char **sentences = cog_guide_list_confirmations ();
  g_autoptr (GString) words = g_string_new (_ ("Who puts a licence on a work, says:"));

  for (guint i = 0; sentences[i] != NULL; i++)
    /* Translators: an item of a list. */
    g_string_append_printf (words, _ ("\n• %s"), sentences[i]);
  gtk_label_set_label (self->promise, words->str);
}

static void
show_result (CogGuideView *self, guint n_left)
{
  g_autofree char *stored = cog_project_dup_licence (self->project);
  const CogLicence *licence = stored != NULL ? cog_licence_lookup (stored) : NULL;
  const CogLicence *result = cog_guide_get_result (self->guide);
  g_autofree char *left =
      n_left > 0
          ? g_strdup_printf (ngettext ("%u question left", "%u questions left", n_left), n_left)
          : g_strdup (licence != NULL ? _ ("Chosen") : "");

  gtk_label_set_label (self->left, left);
  gtk_widget_set_visible (self->result, licence != NULL || result != NULL);
  gtk_widget_set_visible (self->start_over, licence != NULL);
  /* Nothing to ask, or one licence left: it is still the person who puts it on. */
  gtk_widget_set_visible (self->confirm, licence == NULL && result != NULL);
  if (licence == NULL)
    licence = result;
  show_pieces (self, licence);
  if (licence == NULL)
    return;
  gtk_label_set_label (self->result_name, licence->name);
  gtk_label_set_label (self->result_words, cog_licence_meaning_describe (licence));
}

static void
other_cb (AdwActionRow *row, CogGuideView *self)
{
  store (self, cog_licence_lookup (g_object_get_data (G_OBJECT (row), "licence")));
  show_guide (self);
}

/* Whether something is lawful and not recommended: what the box opens. */
static gboolean
has_discouraged (CogGuideView *self)
{
  for (guint i = 0; i < self->evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (self->evaluation->options, i);

      if (option->licence->is_offered && option->verdict == COG_VERDICT_DISCOURAGED)
        return TRUE;
    }
  return FALSE;
}

/* Lawful licences that the questions do not lead to. */
static void
show_others (CogGuideView *self)
{
  g_autoptr (GPtrArray) others = cog_guide_list_others (self->guide);
  g_autofree char *stored = cog_project_dup_licence (self->project);

  clear (GTK_WIDGET (self->other_rows));
  for (guint i = 0; i < others->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (others, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), licence->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cog_licence_meaning_describe (licence));
      if (g_strcmp0 (stored, licence->id) == 0)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   gtk_image_new_from_icon_name ("object-select-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "licence", g_strdup (licence->id), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (other_cb), self);
      gtk_list_box_append (self->other_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->other_rows), others->len > 0);
  gtk_widget_set_visible (self->others, others->len > 0 || has_discouraged (self));
}

/* The licences that the sources close, with what closes them. */
static void
show_closed (CogGuideView *self)
{
  clear (GTK_WIDGET (self->closed_rows));
  for (guint i = 0; i < self->evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (self->evaluation->options, i);

      for (guint k = 0; option->verdict == COG_VERDICT_FORBIDDEN && k < option->reasons->len; k++)
        {
          const CogRightsFinding *finding = g_ptr_array_index (option->reasons, k);
          g_autofree char *cause = cog_rights_finding_dup_sentence (finding);

          if (finding->verdict == COG_VERDICT_FORBIDDEN)
            cog_cause_row_add_to (self->closed_rows, cause, option->licence->name,
                                  "changes-prevent-symbolic", "dim");
        }
    }
  gtk_widget_set_visible (self->closed,
                          gtk_widget_get_first_child (GTK_WIDGET (self->closed_rows)) != NULL);
}

/* Nothing is left to ask: what is in the way, and what can be done. */
static void
show_stuck (CogGuideView *self)
{
  gboolean is_stuck = cog_guide_is_stuck (self->guide);
  g_autofree char *words = is_stuck ? cog_rights_obstacle_dup_words (self->components) : NULL;

  gtk_widget_set_visible (self->stuck, is_stuck);
  if (!is_stuck)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->questions), FALSE);
  gtk_label_set_label (self->left, "");
  gtk_label_set_label (self->stuck_words,
                       words != NULL
                           ? words
                           : _ ("No licence fits what is in your edition. The pieces with a mark "
                                "say which of them are in the way; replace them, or leave them "
                                "out."));
}

static void
show_guide (CogGuideView *self)
{
  guint n_left;

  if (self->guide == NULL)
    return;
  n_left = show_questions (self);
  show_result (self, n_left);
  show_others (self);
  show_closed (self);
  show_stuck (self);
}

static void
confirm_cb (CogGuideView *self)
{
  store (self, cog_guide_get_result (self->guide));
  show_guide (self);
}

static void
make_guide (CogGuideView *self)
{
  self->guide = cog_guide_new (self->evaluation);
  cog_guide_set_advanced (self->guide, self->is_advanced);
}

static void
start_over_cb (CogGuideView *self)
{
  store (self, NULL);
  cog_guide_free (self->guide);
  make_guide (self);
  show_guide (self);
}

/* Later: the questions are made anew, and the box is beside them. */
static gboolean
advanced_idle_cb (gpointer user_data)
{
  CogGuideView *self = user_data;

  if (self->guide == NULL)
    return G_SOURCE_REMOVE;
  self->is_advanced = gtk_check_button_get_active (self->advanced);
  cog_guide_set_advanced (self->guide, self->is_advanced);
  show_guide (self);
  return G_SOURCE_REMOVE;
}

static void
advanced_cb (CogGuideView *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, advanced_idle_cb, g_object_ref (self), g_object_unref);
}

/* Tries the answers that lead to the stored licence, so that the page shows how it came about. */
static void
answer_for (CogGuideView *self, const CogLicence *licence)
{
  const struct
  {
    const char *question;
    gboolean yes;
  } answers[] = {
    { "attribution", licence->klass != COG_CLASS_PD },
    { "commercial", !cog_licence_is_nc (licence) },
    { "adaptations", !cog_licence_is_nd (licence) },
    { "share-alike", cog_licence_is_copyleft (licence) },
  };

  if (!licence->is_offered)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    cog_guide_answer (self->guide, answers[i].question, answers[i].yes ? "yes" : "no", NULL);
}

/* What was answered before the book changed, as far as it is still open. */
static void
answer_as_before (CogGuideView *self, CogGuide *before)
{
  GPtrArray *questions = cog_guide_get_questions (before);

  for (guint i = 0; i < questions->len; i++)
    {
      const CogGuideQuestion *question = g_ptr_array_index (questions, i);

      if (question->is_asked && !question->is_fixed && question->given != NULL)
        cog_guide_answer (self->guide, question->id, question->given, NULL);
    }
}

void
cog_guide_view_set_overview (CogGuideView *self, CogRightsOverview *overview)
{
  g_autoptr (CogGuide) before = NULL;
  g_autoptr (CogEvaluation) evaluation_before = NULL;
  g_autofree char *stored = NULL;
  const CogLicence *licence;

  g_return_if_fail (COG_IS_GUIDE_VIEW (self) && overview != NULL);

  before = g_steal_pointer (&self->guide);
  evaluation_before = g_steal_pointer (&self->evaluation);
  self->evaluation = g_steal_pointer (&overview->evaluation);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  self->components = g_steal_pointer (&overview->components);
  make_guide (self);
  stored = cog_project_dup_licence (self->project);
  licence = stored != NULL ? cog_licence_lookup (stored) : NULL;
  if (licence != NULL)
    answer_for (self, licence);
  else if (before != NULL)
    answer_as_before (self, before);
  cog_clearance_rows_show (self->clearance_rows, overview->clearances);
  gtk_widget_set_visible (self->clearance, overview->clearances->len > 0);
  show_guide (self);
}

void
cog_guide_view_set_project (CogGuideView *self, CogProject *project)
{
  g_return_if_fail (COG_IS_GUIDE_VIEW (self));
  g_set_object (&self->project, project);
}

static void
cog_guide_view_dispose (GObject *object)
{
  CogGuideView *self = COG_GUIDE_VIEW (object);

  g_clear_pointer (&self->guide, cog_guide_free);
  g_clear_pointer (&self->evaluation, cog_evaluation_free);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_clear_object (&self->project);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_guide_view_parent_class)->dispose (object);
}

static void
cog_guide_view_class_init (CogGuideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_guide_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, box);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, settled);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, questions);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, left);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, result);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, result_name);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, result_words);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, start_over);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, confirm);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, others);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, other_rows);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, closed);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, closed_rows);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, clearance);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, clearance_rows);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, advanced);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, collection);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, promise);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, stuck);
  gtk_widget_class_bind_template_child (widget_class, CogGuideView, stuck_words);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, advanced_cb);
}

static void
cog_guide_view_init (CogGuideView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  write_promise (self);
}
