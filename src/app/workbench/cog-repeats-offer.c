/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-repeats-offer.h"

#include "cog-edit-run.h"
#include "cog-open-units.h"
#include "cog-repeats.h"

#include <glib/gi18n-lib.h>

struct _CogRepeatsOffer
{
  GObject parent_instance;
  CogUnitIndex *index;
  CogPlace *place;
  CogSpread *spread;  /* (nullable) */
  char *waiting;      /* the unit that was translated last, and not looked for yet (nullable) */
  char *offered;      /* the unit of the last offer (nullable) */
  GHashTable *told;   /* "unit\ntarget" for which it was offered, or nothing found */
  GCancellable *look; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CogRepeatsOffer, cog_repeats_offer, G_TYPE_OBJECT)

/* --- offering --------------------------------------------------------------------------------- */

typedef struct
{
  CogUnitIndex *index;
  char *unit;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->index);
  g_free (look->unit);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) ids = cog_repeats_find (look->index, look->unit, cancellable, &error);

  if (ids != NULL)
    g_task_return_int (task, ids->len);
  else
    g_task_return_error (task, error);
}

/* Who is not told of repeats loses nothing: a fault is none of this person's. */
static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogRepeatsOffer *self = COG_REPEATS_OFFER (object);
  const Look *look = g_task_get_task_data (G_TASK (result));
  gssize n = g_task_propagate_int (G_TASK (result), NULL);
  g_autofree char *words = NULL;
  g_autofree char *action = NULL;

  if (n <= 0 || self->spread == NULL)
    return;
  g_free (self->offered);
  self->offered = g_strdup (look->unit);
  words = g_strdup_printf (
      ngettext ("%'u more passage says the same", "%'u more passages say the same", (guint)n),
      (guint)n);
  action = g_strdup_printf ("win.fill-repeats::%s", look->unit);
  gtk_widget_activate_action (GTK_WIDGET (self->spread), "win.toast-with", "(sss)", words,
                              /* Translators: a button: gives the passages that say the same this
                               * translation. */
                              ngettext ("Fill It", "Fill Them", (guint)n), action);
}

static void
start (CogRepeatsOffer *self, char *unit)
{
  Look *look = g_new0 (Look, 1);
  g_autoptr (GTask) task = NULL;

  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  self->look = g_cancellable_new ();
  look->index = g_object_ref (self->index);
  look->unit = unit;
  task = g_task_new (self, self->look, looked_cb, NULL);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

void
cog_repeats_offer_look (CogRepeatsOffer *self)
{
  g_autoptr (CogUnit) unit = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (COG_IS_REPEATS_OFFER (self));

  if (self->waiting == NULL || self->spread == NULL)
    return;
  unit = cog_project_dup_unit (cog_unit_index_get_project (self->index), self->waiting, NULL);
  /* Nobody is disturbed while writing, but who says "reviewed" has done with it. */
  if (unit != NULL && unit->state < COG_STATE_REVIEWED &&
      cog_spread_is_writing (self->spread, unit->id))
    return;
  id = g_steal_pointer (&self->waiting);
  if (unit != NULL && cog_open_units_is_translated (unit) &&
      g_hash_table_add (self->told, g_strdup_printf ("%s\n%s", unit->id, unit->target)))
    start (self, g_steal_pointer (&id));
}

/* What is done to many at once is no translating of a passage. */
static void
changed_cb (CogProject *project, char **units, CogRepeatsOffer *self)
{
  if (units == NULL || units[0] == NULL || units[1] != NULL)
    return;
  g_free (self->waiting);
  self->waiting = g_strdup (units[0]);
  cog_repeats_offer_look (self);
}

/* --- filling ---------------------------------------------------------------------------------- */

typedef struct
{
  CogRepeatsOffer *self;
  char *unit;
  guint n;
} Fill;

static void
fill_free (gpointer data)
{
  Fill *fill = data;

  g_object_unref (fill->self);
  g_free (fill->unit);
  g_free (fill);
}

static void
tell_none (CogRepeatsOffer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->spread), "win.toast", "s",
                              _ ("No empty passage says the same"));
}

static gboolean
fill_in_thread (CogProject *project, gpointer data, GError **error)
{
  Fill *fill = data;

  return cog_repeats_fill (fill->self->index, fill->unit, &fill->n, error);
}

static void
filled_cb (gpointer data, const GError *error)
{
  const Fill *fill = data;
  CogSpread *spread = fill->self->spread;
  g_autofree char *words = NULL;

  if (spread == NULL)
    return;
  if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (spread), "win.show-error", "s", error->message);
      return;
    }
  words = g_strdup_printf (ngettext ("Filled in %'u passage", "Filled in %'u passages", fill->n),
                           fill->n);
  if (fill->n > 0)
    gtk_widget_activate_action (GTK_WIDGET (spread), "win.toast-with", "(sss)", words, _ ("Undo"),
                                "win.undo");
  else
    tell_none (fill->self);
}

/* Who goes on to the next passage, which is still empty, means the one that was left. */
static const char *
get_meant (CogRepeatsOffer *self)
{
  const char *here = cog_place_get_unit (self->place);
  g_autoptr (CogUnit) unit =
      here != NULL ? cog_project_dup_unit (cog_unit_index_get_project (self->index), here, NULL)
                   : NULL;

  return unit != NULL && cog_open_units_is_translated (unit) ? here : self->offered;
}

void
cog_repeats_offer_fill (CogRepeatsOffer *self, const char *unit)
{
  Fill *fill;

  g_return_if_fail (COG_IS_REPEATS_OFFER (self) && unit != NULL);

  if (self->spread == NULL)
    return;
  cog_spread_flush (self->spread);
  if (unit[0] == '\0')
    unit = get_meant (self);
  if (unit == NULL)
    {
      tell_none (self);
      return;
    }
  fill = g_new0 (Fill, 1);
  fill->self = g_object_ref (self);
  fill->unit = g_strdup (unit);
  cog_edit_run (GTK_WIDGET (self->spread), cog_unit_index_get_project (self->index), fill_in_thread,
                filled_cb, fill, fill_free);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
cog_repeats_offer_dispose (GObject *object)
{
  CogRepeatsOffer *self = COG_REPEATS_OFFER (object);

  self->spread = NULL;
  if (self->look != NULL)
    g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (cog_unit_index_get_project (self->index), self);
  G_OBJECT_CLASS (cog_repeats_offer_parent_class)->dispose (object);
}

static void
cog_repeats_offer_finalize (GObject *object)
{
  CogRepeatsOffer *self = COG_REPEATS_OFFER (object);

  g_object_unref (self->index);
  g_object_unref (self->place);
  g_hash_table_unref (self->told);
  g_free (self->waiting);
  g_free (self->offered);
  G_OBJECT_CLASS (cog_repeats_offer_parent_class)->finalize (object);
}

static void
cog_repeats_offer_class_init (CogRepeatsOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_repeats_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_repeats_offer_finalize;
}

static void
cog_repeats_offer_init (CogRepeatsOffer *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CogRepeatsOffer *
cog_repeats_offer_new (CogUnitIndex *index, CogPlace *place, CogSpread *spread)
{
  CogRepeatsOffer *self;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index) && COG_IS_SPREAD (spread), NULL);

  self = g_object_new (COG_TYPE_REPEATS_OFFER, NULL);
  self->index = g_object_ref (index);
  self->place = g_object_ref (place);
  self->spread = spread;
  g_signal_connect (cog_unit_index_get_project (index), "changed", G_CALLBACK (changed_cb), self);
  return self;
}
