/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-suggestions-card.h"

#include "cog-card-parts.h"
#include "cog-check-provider.h"
#include "cog-engine-provider.h"
#include "cog-match-head.h"
#include "cog-memory-provider.h"
#include "cog-project-engines.h"

#include <glib/gi18n-lib.h>

/* Whoever has something to say. Add a row to have another one asked. */
static CogSuggestionProvider *(*const providers[]) (void) = { cog_check_provider_new,
                                                              cog_memory_provider_new,
                                                              cog_engine_provider_new };

#define MOST_KEYS 5 /* Ctrl+1 to Ctrl+5 */

struct _CogSuggestionsCard
{
  CogPanelCard parent_instance;
  GtkWidget *box, *list;
  GtkLabel *count;
  CogSuggestionProvider *providers[G_N_ELEMENTS (providers)];
  GPtrArray *found[G_N_ELEMENTS (providers)]; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CogSuggestionsCard, cog_suggestions_card, COG_TYPE_PANEL_CARD)

/* What an engine wrote is marked as its own, in the same step. */
static void
use_engine (CogSuggestionsCard *self, const CogUnitEdit *edit, const char *engine, const char *step)
{
  CogPanelCard *card = COG_PANEL_CARD (self);
  const CogEngineEdit by_engine = { .edit = *edit, .engine = engine };
  g_autoptr (CogProject) project = g_object_ref (cog_panel_card_get_project (card));
  g_autoptr (GError) error = NULL;

  cog_panel_card_store_row (card);
  if (!cog_project_edit_by_engine (project, &by_engine, 1, step, &error))
    cog_panel_card_tell_error (card, error);
}

/* A server answers when it likes: what was pressed says that it was. */
static void
show_asking (GtkButton *button, const CogSuggestionAction *action)
{
  if (g_strcmp0 (action->action, "suggestions.ask") != 0)
    return;
  /* Translators: a server was asked for a translation, and has not answered yet. */
  gtk_button_set_label (button, _ ("Asking…"));
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
}

static void
perform (CogSuggestionsCard *self, const CogSuggestionAction *action, GtkButton *button)
{
  const CogUnit *unit = cog_panel_card_get_unit (COG_PANEL_CARD (self));
  g_autofree char *id = unit != NULL ? g_strdup (unit->id) : NULL;
  g_autofree char *target = g_strdup (action->target);
  g_autofree char *step = g_strdup (action->step);
  g_autofree char *engine = g_strdup (action->engine);

  if (target != NULL && id != NULL)
    {
      CogUnitEdit edit = { .unit = id, .set = COG_UNIT_SET_TARGET, .target = target };

      if (engine != NULL)
        use_engine (self, &edit, engine, step);
      else
        cog_panel_card_edit (COG_PANEL_CARD (self), &edit, step);
    }
  else if (action->action != NULL)
    {
      if (button != NULL)
        show_asking (button, action);
      gtk_widget_activate_action_variant (GTK_WIDGET (self), action->action, action->argument);
    }
}

static void
action_cb (GtkButton *button, CogSuggestionsCard *self)
{
  perform (self, g_object_get_data (G_OBJECT (button), "action"), button);
}

/* Ctrl and the number of a known translation. */
static gboolean
use_cb (GtkWidget *widget, GVariant *number, gpointer user_data)
{
  CogSuggestionsCard *self = COG_SUGGESTIONS_CARD (widget);

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    for (guint j = 0; self->found[i] != NULL && j < self->found[i]->len; j++)
      {
        const CogSuggestion *suggestion = g_ptr_array_index (self->found[i], j);

        if (suggestion->score > 0 && suggestion->number == g_variant_get_uint32 (number))
          {
            perform (self, g_ptr_array_index (suggestion->actions, 0), NULL);
            return TRUE;
          }
      }
  return FALSE;
}

static void
add_keys (CogSuggestionsCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 1; i <= MOST_KEYS; i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_0 + i, GDK_CONTROL_MASK),
                            gtk_callback_action_new (use_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The list holds the actions as long as its buttons are there. */
static GtkWidget *
new_buttons (CogSuggestionsCard *self, const CogSuggestion *suggestion, GPtrArray *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "actions");
  for (guint i = 0; i < suggestion->actions->len; i++)
    {
      const CogSuggestionAction *action = g_ptr_array_index (suggestion->actions, i);
      GtkWidget *button = gtk_button_new_with_label (action->label);

      if (action->is_primary)
        gtk_widget_add_css_class (button, "suggested-action");
      else if (i > 0)
        gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "action", (gpointer)action);
      g_object_set_data_full (G_OBJECT (button), "list", g_ptr_array_ref (list),
                              (GDestroyNotify)g_ptr_array_unref);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect_object (button, "clicked", G_CALLBACK (action_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
new_slip (CogSuggestionsCard *self, const CogSuggestion *suggestion, GPtrArray *list)
{
  GtkWidget *slip = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *change = NULL;
  GtkWidget *buttons = new_buttons (self, suggestion, list);

  if (suggestion->score > 0)
    change = cog_match_head_new (suggestion);
  /* A whole text is read, not glanced at. */
  else if (suggestion->before == NULL && suggestion->after != NULL)
    change = cog_card_text_new (suggestion->after, "body");
  else if (suggestion->before != NULL)
    change = cog_card_change_new (suggestion->before, suggestion->after);
  gtk_widget_add_css_class (slip, "card");
  gtk_widget_add_css_class (slip, "finding");
  if (suggestion->title != NULL)
    gtk_box_append (GTK_BOX (slip), cog_card_text_new (suggestion->title, "small dim"));
  if (change != NULL)
    gtk_box_append (GTK_BOX (slip), change);
  gtk_box_append (GTK_BOX (slip),
                  cog_card_text_new (suggestion->why, change != NULL ? "small dim" : "body"));
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (slip), buttons);
  return slip;
}

static guint
count (CogSuggestionsCard *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    n += self->found[i] != NULL ? self->found[i]->len : 0;
  return n;
}

static void
fill (CogSuggestionsCard *self)
{
  guint n = count (self);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    for (guint j = 0; self->found[i] != NULL && j < self->found[i]->len; j++)
      gtk_box_append (GTK_BOX (self->list),
                      new_slip (self, g_ptr_array_index (self->found[i], j), self->found[i]));
  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  cog_panel_card_strip_changed (COG_PANEL_CARD (self));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CogSuggestionsCard) self = user_data;
  CogSuggestionProvider *provider = COG_SUGGESTION_PROVIDER (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = cog_suggestion_provider_query_finish (provider, result, &error);

  /* Cancelled: another unit is in hand. */
  if (list == NULL || cog_panel_card_get_unit (COG_PANEL_CARD (self)) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (self->providers[i] == provider)
      {
        g_clear_pointer (&self->found[i], g_ptr_array_unref);
        self->found[i] = g_steal_pointer (&list);
        break;
      }
  fill (self);
}

static void
cog_suggestions_card_show (CogPanelCard *card,
                           CogProject *project,
                           const CogUnit *unit,
                           gboolean is_other)
{
  CogSuggestionsCard *self = COG_SUGGESTIONS_CARD (card);

  if (is_other)
    {
      for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
        g_clear_pointer (&self->found[i], g_ptr_array_unref);
      fill (self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    cog_suggestion_provider_query_async (self->providers[i], project, unit,
                                         cog_panel_card_get_cancellable (card), found_cb,
                                         g_object_ref (self));
}

/* --- machine translation ---------------------------------------------------------------------- */

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogSuggestionsCard *self = COG_SUGGESTIONS_CARD (widget);
  CogPanelCard *card = COG_PANEL_CARD (self);
  const CogUnit *unit = cog_panel_card_get_unit (card);

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (providers); i++)
    if (COG_IS_ENGINE_PROVIDER (self->providers[i]))
      {
        cog_engine_provider_ask (COG_ENGINE_PROVIDER (self->providers[i]), unit->id,
                                 g_variant_get_string (parameter, NULL));
        cog_suggestion_provider_query_async (self->providers[i], cog_panel_card_get_project (card),
                                             unit, cog_panel_card_get_cancellable (card), found_cb,
                                             g_object_ref (self));
      }
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogPanelCard *card = COG_PANEL_CARD (widget);
  const char *const units[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autoptr (CogProject) project = g_object_ref (cog_panel_card_get_project (card));
  g_autoptr (GError) error = NULL;

  /* What is typed in the row is older than this. */
  cog_panel_card_store_row (card);
  if (!cog_project_confirm_engine_texts (project, units, &error))
    cog_panel_card_tell_error (card, error);
}

static GtkWidget *
cog_suggestions_card_new_strip (CogPanelCard *card)
{
  CogSuggestionsCard *self = COG_SUGGESTIONS_CARD (card);
  const CogSuggestion *first = NULL;
  GPtrArray *list = NULL;
  GtkWidget *strip;

  for (guint i = 0; first == NULL && i < G_N_ELEMENTS (providers); i++)
    if (self->found[i] != NULL && self->found[i]->len > 0)
      {
        list = self->found[i];
        first = g_ptr_array_index (list, 0);
      }
  if (first == NULL)
    return NULL;
  strip = cog_card_strip_new (gtk_label_get_label (self->count), first->title, first->why);
  gtk_box_append (GTK_BOX (strip), new_buttons (self, first, list));
  return strip;
}

static void
cog_suggestions_card_finalize (GObject *object)
{
  CogSuggestionsCard *self = COG_SUGGESTIONS_CARD (object);

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      g_clear_object (&self->providers[i]);
      g_clear_pointer (&self->found[i], g_ptr_array_unref);
    }
  G_OBJECT_CLASS (cog_suggestions_card_parent_class)->finalize (object);
}

static void
cog_suggestions_card_class_init (CogSuggestionsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_suggestions_card_finalize;
  COG_PANEL_CARD_CLASS (klass)->show = cog_suggestions_card_show;
  COG_PANEL_CARD_CLASS (klass)->new_strip = cog_suggestions_card_new_strip;
  gtk_widget_class_install_action (widget_class, "suggestions.ask", "s", ask_action);
  gtk_widget_class_install_action (widget_class, "suggestions.confirm", "s", confirm_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-suggestions-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSuggestionsCard, box);
  gtk_widget_class_bind_template_child (widget_class, CogSuggestionsCard, list);
  gtk_widget_class_bind_template_child (widget_class, CogSuggestionsCard, count);
}

static void
cog_suggestions_card_init (CogSuggestionsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    self->providers[i] = providers[i]();
  add_keys (self);
}
