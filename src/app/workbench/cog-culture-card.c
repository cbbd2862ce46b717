/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-card.h"

#include "cog-card-parts.h"
#include "cog-culture-look.h"
#include "cog-culture-places.h"
#include "cog-finding-slip.h"
#include "cog-language.h"
#include "cog-lens-apply.h"
#include "cog-picture-look.h"
#include "cog-picture-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CogCultureCard
{
  CogPanelCard parent_instance;
  CogLensIndex *index;
  GtkWidget *box, *list;
  GtkLabel *count;
  GPtrArray *found;         /* (element-type CogPlacedFinding) (nullable) */
  CogCulturePlaces *places; /* (nullable): not known */
  CogPictureLook *picture;
  char *read;      /* unit whose picture was looked at last (nullable) */
  gboolean is_due; /* slips are to be made anew, once none is in hand */
};

G_DEFINE_FINAL_TYPE (CogCultureCard, cog_culture_card, COG_TYPE_PANEL_CARD)

static guint
count_open (CogCultureCard *self)
{
  guint n = 0;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (self->found, i);

      n += cog_placed_finding_waits (placed) ||
           cog_culture_places_find (self->places, placed) != NULL;
    }
  return n;
}

/* ── Decisions ───────────────────────────────────────────────────────────────────────────────── */

/* Whether a passage has no text of its own yet, and takes over its original's, of the same
 * language. */
static gboolean
takes_source (CogProject *project, const CogPlacedFinding *placed)
{
  g_autofree char *from = cog_project_dup_source_language (project);
  g_autofree char *to = cog_project_dup_language (project);
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, placed->finding->unit, NULL);

  return unit != NULL && unit->target == NULL && from != NULL && cog_language_equal (from, to);
}

static gboolean
is_translated (CogCultureCard *self, const CogPlacedFinding *placed)
{
  CogProject *project = cog_panel_card_get_project (COG_PANEL_CARD (self));
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, placed->finding->unit, NULL);

  return unit != NULL && unit->target != NULL;
}

/* before: what stood there; NULL: there is no such place yet. */
static void
tell (CogCultureCard *self, const CogLensAction *action, const char *before)
{
  /* Pango takes the first letter for the direction of a line, also of an isolated one: Arabic words
   * would turn an English sentence round. */
  const char *mark = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                         ? "\xE2\x80\x8F"
                         : "\xE2\x80\x8E";
  g_autofree char *words = NULL;

  if (!cog_choice_changes_text (action->choice) || action->words == NULL)
    return;
  if (before == NULL && is_translated (self, action->placed))
    words = g_strdup (_ ("The adaptation does not say so yet."));
  else if (before == NULL)
    words = g_strdup (_ ("Remembered. You will be reminded when this passage is translated."));
  else if (action->words[0] != '\0')
    /* Translators: a mark of the direction, and words of the text: "75 mph is now 120 km/h". */
    words = g_strdup_printf (_ ("%s\xE2\x81\xA8%s\xE2\x81\xA9 is now \xE2\x81\xA8%s\xE2\x81\xA9"),
                             mark, before, action->words);
  else
    /* Translators: first a mark of the direction, then words of the text. */
    words = g_strdup_printf (_ ("%s\xE2\x81\xA8%s\xE2\x81\xA9 is left out now"), mark, before);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-with", "(sss)", words, _ ("Undo"),
                              "win.undo");
}

/* The same finding as it stands after what was typed in the row has been stored: where its words
 * are in a translation that is as old as that. */
static CogPlacedFinding *
look_again (CogCultureCard *self, const CogPlacedFinding *placed)
{
  const CogLensFinding *before = placed->finding;
  g_autoptr (GPtrArray) found = cog_lens_index_dup_unit (self->index, before->unit, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const CogPlacedFinding *now = g_ptr_array_index (found, i);

      if (cog_lens_finding_is_same (now->finding, before))
        return cog_placed_finding_ref (now);
    }
  return cog_placed_finding_ref (placed);
}

/* The words of a proposal as they are for what stands there now, with its endings; own words as
 * they are. */
static char *
dup_words_now (const CogPlacedFinding *shown, const CogPlacedFinding *now, const char *words)
{
  GPtrArray *before = shown->finding->proposals, *after = now->finding->proposals;

  for (guint i = 0; words != NULL && i < MIN (before->len, after->len); i++)
    {
      const CogProposal *old = g_ptr_array_index (before, i), *fresh = g_ptr_array_index (after, i);

      if (old->choice == fresh->choice && g_strcmp0 (old->words, words) == 0)
        return g_strdup (fresh->words);
    }
  return g_strdup (words);
}

static void
chosen_cb (CogFindingSlip *slip,
           guint choice,
           const char *words,
           const char *math,
           const char *reason,
           CogCultureCard *self)
{
  g_autoptr (CogPlacedFinding) shown = NULL;
  g_autoptr (CogPlacedFinding) placed = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autofree char *typed = g_strdup (words);
  g_autofree char *own_words = NULL;
  g_autofree char *own_math = g_strdup (math);
  g_autofree char *own_reason = g_strdup (reason);
  g_autoptr (GError) error = NULL;
  const char *before;
  CogLensAction action;
  guint n_done = 0;

  /* What is typed in the row is older than this; storing it makes the slips anew. */
  shown = cog_placed_finding_ref (cog_finding_slip_get_placed (slip));
  project = g_object_ref (cog_panel_card_get_project (COG_PANEL_CARD (self)));
  cog_panel_card_store_row (COG_PANEL_CARD (self));
  placed = shown->end > 0 ? cog_placed_finding_ref (shown) : look_again (self, shown);
  own_words = dup_words_now (shown, placed, typed);
  before = placed->end > 0                  ? placed->there
           : takes_source (project, placed) ? placed->finding->text
                                            : NULL;
  action = (CogLensAction){ placed, choice, own_words, own_math, own_reason };
  if (!cog_lens_apply (project, &action, 1, &n_done, &error))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
  else if (n_done == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("The text is another one now. Look again."));
  else
    tell (self, &action, before);
}

static void
everywhere_cb (CogFindingSlip *slip, CogCultureCard *self)
{
  const CogPlacedFinding *placed = cog_finding_slip_get_placed (slip);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.culture", "s", placed->finding->subject);
}

static void
answered_cb (CogCultureCard *self, const char *kind, gboolean is_looked, const char *reason)
{
  g_autoptr (CogProject) project =
      g_object_ref (cog_panel_card_get_project (COG_PANEL_CARD (self)));
  g_autofree char *unit = g_strdup (cog_picture_look_get_unit (self->picture));
  g_autofree char *own_reason = g_strdup (reason);
  g_autoptr (GError) error = NULL;

  cog_panel_card_store_row (COG_PANEL_CARD (self));
  if (!cog_picture_questions_answer (project, unit, kind, is_looked, own_reason, &error))
    cog_panel_card_tell_error (COG_PANEL_CARD (self), error);
}

static void
go_to_cb (CogFindingSlip *slip, const char *unit, CogCultureCard *self)
{
  g_autofree char *own = g_strdup (unit);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", own);
}

/* ── What is shown ───────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_hand (CogCultureCard *self)
{
  for (GtkWidget *slip = gtk_widget_get_first_child (self->list); slip != NULL;
       slip = gtk_widget_get_next_sibling (slip))
    if (cog_finding_slip_is_in_hand (COG_FINDING_SLIP (slip)))
      return TRUE;
  return FALSE;
}

static void fill (CogCultureCard *self);

static gboolean
fill_late_cb (gpointer data)
{
  CogCultureCard *self = data;

  if (self->is_due && !is_in_hand (self))
    fill (self);
  return G_SOURCE_REMOVE;
}

/* What it chose is done first: it may be in the midst of that. */
static void
released_cb (CogCultureCard *self)
{
  if (self->is_due)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_late_cb, g_object_ref (self), g_object_unref);
}

static void
add_slip (CogCultureCard *self, const CogPlacedFinding *placed, gboolean is_first)
{
  GtkWidget *slip = cog_finding_slip_new (
      placed, cog_culture_places_count (self->places, placed->finding), is_first);

  g_signal_connect_object (slip, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (slip, "everywhere", G_CALLBACK (everywhere_cb), self, 0);
  g_signal_connect_object (slip, "go-to", G_CALLBACK (go_to_cb), self, 0);
  g_signal_connect_object (slip, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  cog_finding_slip_set_conflict (COG_FINDING_SLIP (slip),
                                 cog_culture_places_find (self->places, placed));
  gtk_box_append (GTK_BOX (self->list), slip);
}

static gboolean
is_shown (CogCultureCard *self, const CogPlacedFinding *placed)
{
  return cog_placed_finding_waits (placed) || placed->answer != NULL ||
         cog_culture_places_find (self->places, placed) != NULL;
}

static void
show_count (CogCultureCard *self)
{
  guint n_open = count_open (self);
  g_autofree char *number = g_strdup_printf ("%'u", n_open);

  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_open > 0);
}

static void
fill (CogCultureCard *self)
{
  GtkWidget *child;
  gboolean has_any = FALSE;
  gboolean has_open = FALSE;

  self->is_due = FALSE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (self->found, i);

      if (!is_shown (self, placed))
        continue;
      add_slip (self, placed, !has_open && placed->answer == NULL);
      has_any = TRUE;
      has_open |= placed->answer == NULL;
    }
  show_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          has_any || cog_picture_look_get_unit (self->picture) != NULL);
  cog_panel_card_strip_changed (COG_PANEL_CARD (self));
}

/* Nothing is taken away under a person's hand. */
static void
fill_when_free (CogCultureCard *self)
{
  if (is_in_hand (self))
    self->is_due = TRUE;
  else
    fill (self);
}

/* ── What is asked, in threads ───────────────────────────────────────────────────────────────── */

typedef struct
{
  CogLensIndex *index;
  char *unit;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->index);
  g_free (job->unit);
  g_free (job);
}

static void
look (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  CogCultureLook *found = cog_culture_look_new (job->index, job->unit, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)cog_culture_look_free);
  else
    g_task_return_error (task, error);
}

static void
count_places (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  CogCulturePlaces *places = cog_culture_places_new (job->index, cancellable, &error);

  if (places != NULL)
    g_task_return_pointer (task, places, (GDestroyNotify)cog_culture_places_free);
  else
    g_task_return_error (task, error);
}

static void found_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
run (CogCultureCard *self, const char *unit, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task =
      g_task_new (self, cog_panel_card_get_cancellable (COG_PANEL_CARD (self)), callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->index = g_object_ref (self->index);
  job->unit = g_strdup (unit);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/* Cards are not made anew under a person's hand where nothing but a number is new. */
static gboolean
has_all_slips (CogCultureCard *self)
{
  guint n = 0;

  for (GtkWidget *slip = gtk_widget_get_first_child (self->list); slip != NULL;
       slip = gtk_widget_get_next_sibling (slip))
    n++;
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    n -= is_shown (self, g_ptr_array_index (self->found, i));
  return n == 0;
}

static void
places_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogCultureCard *self = COG_CULTURE_CARD (object);
  g_autoptr (CogCulturePlaces) places = g_task_propagate_pointer (G_TASK (result), NULL);

  if (places == NULL)
    return;
  g_clear_pointer (&self->places, cog_culture_places_free);
  self->places = g_steal_pointer (&places);
  if (!has_all_slips (self))
    {
      fill_when_free (self);
      return;
    }
  show_count (self);
  for (GtkWidget *slip = gtk_widget_get_first_child (self->list); slip != NULL;
       slip = gtk_widget_get_next_sibling (slip))
    {
      const CogPlacedFinding *placed = cog_finding_slip_get_placed (COG_FINDING_SLIP (slip));

      cog_finding_slip_set_n_places (COG_FINDING_SLIP (slip),
                                     cog_culture_places_count (self->places, placed->finding));
      cog_finding_slip_set_conflict (COG_FINDING_SLIP (slip),
                                     cog_culture_places_find (self->places, placed));
    }
}

static void
picture_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogCultureCard) self = user_data;
  const CogUnit *unit = cog_panel_card_get_unit (COG_PANEL_CARD (self));

  /* Nobody asked for it: where it cannot be read, the rest stands as it is. */
  if (cog_picture_run_finish (COG_LENS_INDEX (object), result, NULL) && unit != NULL &&
      g_strcmp0 (unit->id, self->read) == 0)
    run (self, unit->id, look, found_cb);
}

/* Words in the picture, while the person looks at it: once, in the background. */
static void
look_at_picture (CogCultureCard *self)
{
  const CogUnit *unit = cog_panel_card_get_unit (COG_PANEL_CARD (self));

  if (g_strcmp0 (unit->id, self->read) == 0)
    return;
  g_free (self->read);
  self->read = g_strdup (unit->id);
  cog_picture_run_async (self->index, unit->id, FALSE, NULL,
                         cog_panel_card_get_cancellable (COG_PANEL_CARD (self)), picture_cb,
                         g_object_ref (self));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogCultureCard *self = COG_CULTURE_CARD (object);
  g_autoptr (CogCultureLook) looked = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another unit is in hand. */
  if (looked == NULL || cog_panel_card_get_unit (COG_PANEL_CARD (self)) == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&looked->found);
  cog_picture_look_show (self->picture, looked->questions != NULL ? looked->picture : NULL,
                         looked->questions);
  fill_when_free (self);
  if (self->found->len > 0)
    run (self, NULL, count_places, places_cb);
  look_at_picture (self);
}

static void
cog_culture_card_show (CogPanelCard *card,
                       CogProject *project,
                       const CogUnit *unit,
                       gboolean is_other)
{
  CogCultureCard *self = COG_CULTURE_CARD (card);

  if (is_other)
    {
      g_clear_pointer (&self->read, g_free);
      g_clear_pointer (&self->found, g_ptr_array_unref);
      cog_picture_look_show (self->picture, NULL, NULL);
      fill (self);
    }
  if (self->index != NULL)
    run (self, unit->id, look, found_cb);
}

static GtkWidget *
cog_culture_card_new_strip (CogPanelCard *card)
{
  CogCultureCard *self = COG_CULTURE_CARD (card);
  const CogPlacedFinding *first = NULL;

  for (guint i = 0; first == NULL && self->found != NULL && i < self->found->len; i++)
    if (((CogPlacedFinding *)g_ptr_array_index (self->found, i))->is_open)
      first = g_ptr_array_index (self->found, i);
  if (first == NULL)
    return NULL;
  return cog_card_strip_new (gtk_label_get_label (self->count), first->finding->text,
                             first->finding->why);
}

static void
cog_culture_card_finalize (GObject *object)
{
  CogCultureCard *self = COG_CULTURE_CARD (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->places, cog_culture_places_free);
  g_free (self->read);
  G_OBJECT_CLASS (cog_culture_card_parent_class)->finalize (object);
}

static void
cog_culture_card_class_init (CogCultureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_culture_card_finalize;
  g_type_ensure (COG_TYPE_PICTURE_LOOK);
  COG_PANEL_CARD_CLASS (klass)->show = cog_culture_card_show;
  COG_PANEL_CARD_CLASS (klass)->new_strip = cog_culture_card_new_strip;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-culture-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogCultureCard, box);
  gtk_widget_class_bind_template_child (widget_class, CogCultureCard, list);
  gtk_widget_class_bind_template_child (widget_class, CogCultureCard, count);
  gtk_widget_class_bind_template_child (widget_class, CogCultureCard, picture);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
cog_culture_card_init (CogCultureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_culture_card_set_index (CogCultureCard *self, CogLensIndex *index)
{
  g_return_if_fail (COG_IS_CULTURE_CARD (self) && self->index == NULL);
  g_return_if_fail (COG_IS_LENS_INDEX (index));

  self->index = g_object_ref (index);
}
