/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-run.h"

struct _CogRun
{
  GObject parent_instance;
  GCancellable *cancellable;
  CogProgress progress;
  GMutex mutex;
  double fraction; /* these three under the mutex */
  char *sentence;
  gboolean is_pending;
};

enum
{
  PROP_FRACTION = 1,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogRun, cog_run, G_TYPE_OBJECT)

static gboolean
tell_cb (gpointer user_data)
{
  CogRun *self = user_data;

  g_mutex_lock (&self->mutex);
  self->is_pending = FALSE;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SENTENCE]);
  return G_SOURCE_REMOVE;
}

/* In the thread of the job. */
static void
progress_cb (double fraction, const char *sentence, gpointer user_data)
{
  CogRun *self = user_data;

  g_mutex_lock (&self->mutex);
  self->fraction = fraction;
  if (g_strcmp0 (self->sentence, sentence) != 0)
    {
      g_free (self->sentence);
      self->sentence = g_strdup (sentence);
    }
  if (!self->is_pending)
    {
      self->is_pending = TRUE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_object_ref (self), g_object_unref);
    }
  g_mutex_unlock (&self->mutex);
}

static void
cog_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CogRun *self = COG_RUN (object);

  g_mutex_lock (&self->mutex);
  if (id == PROP_FRACTION)
    g_value_set_double (value, self->fraction);
  else
    g_value_set_string (value, self->sentence);
  g_mutex_unlock (&self->mutex);
}

static void
cog_run_finalize (GObject *object)
{
  CogRun *self = COG_RUN (object);

  g_object_unref (self->cancellable);
  g_free (self->sentence);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cog_run_parent_class)->finalize (object);
}

static void
cog_run_class_init (CogRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cog_run_finalize;
  object_class->get_property = cog_run_get_property;
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SENTENCE] =
      g_param_spec_string ("sentence", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cog_run_init (CogRun *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
  self->progress = (CogProgress){ progress_cb, self, 0, 1 };
}

CogRun *
cog_run_new (void)
{
  return g_object_new (COG_TYPE_RUN, NULL);
}

GCancellable *
cog_run_get_cancellable (CogRun *self)
{
  g_return_val_if_fail (COG_IS_RUN (self), NULL);
  return self->cancellable;
}

const CogProgress *
cog_run_get_progress (CogRun *self)
{
  g_return_val_if_fail (COG_IS_RUN (self), NULL);
  return &self->progress;
}
