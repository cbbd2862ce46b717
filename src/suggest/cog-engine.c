/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine.h"

#include "cog-engine-language.h"
#include "cog-error.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  char *name;
  char *address;    /* (nullable) */
  GPtrArray *pairs; /* NULL: not asked yet */
  guint n_unknown;
} CogEnginePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CogEngine, cog_engine, G_TYPE_OBJECT)

CogEnginePair *
cog_engine_pair_new (const char *from, const char *to)
{
  CogEnginePair *pair = g_new0 (CogEnginePair, 1);

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  pair->from = g_strdup (from);
  pair->to = g_strdup (to);
  return pair;
}

void
cog_engine_pair_free (CogEnginePair *pair)
{
  if (pair == NULL)
    return;
  g_free (pair->from);
  g_free (pair->to);
  g_free (pair);
}

static CogEnginePrivate *
get_private (CogEngine *self)
{
  return cog_engine_get_instance_private (self);
}

static gboolean
cog_engine_real_is_there (CogEngine *self)
{
  return TRUE;
}

static void
cog_engine_finalize (GObject *object)
{
  CogEnginePrivate *priv = get_private (COG_ENGINE (object));

  g_free (priv->id);
  g_free (priv->name);
  g_free (priv->address);
  g_clear_pointer (&priv->pairs, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_engine_parent_class)->finalize (object);
}

static void
cog_engine_class_init (CogEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_engine_finalize;
  klass->is_there = cog_engine_real_is_there;
  klass->most_texts = 50;
  klass->most_bytes = 20000;
}

static void
cog_engine_init (CogEngine *self)
{
}

void
cog_engine_set_names (CogEngine *self, const char *id, const char *name, const char *address)
{
  CogEnginePrivate *priv;

  g_return_if_fail (COG_IS_ENGINE (self) && id != NULL && name != NULL);

  priv = get_private (self);
  priv->id = g_strdup (id);
  priv->name = g_strdup (name);
  priv->address = g_strdup (address);
}

const char *
cog_engine_get_id (CogEngine *self)
{
  g_return_val_if_fail (COG_IS_ENGINE (self), NULL);
  return get_private (self)->id;
}

const char *
cog_engine_get_name (CogEngine *self)
{
  g_return_val_if_fail (COG_IS_ENGINE (self), NULL);
  return get_private (self)->name;
}

const char *
cog_engine_get_address (CogEngine *self)
{
  g_return_val_if_fail (COG_IS_ENGINE (self), NULL);
  return get_private (self)->address;
}

gboolean
cog_engine_is_there (CogEngine *self)
{
  g_return_val_if_fail (COG_IS_ENGINE (self), FALSE);
  return COG_ENGINE_GET_CLASS (self)->is_there (self);
}

void
cog_engine_add_unknown (CogEngine *self, guint n)
{
  g_return_if_fail (COG_IS_ENGINE (self));
  get_private (self)->n_unknown += n;
}

guint
cog_engine_get_n_unknown (CogEngine *self)
{
  g_return_val_if_fail (COG_IS_ENGINE (self), 0);
  return get_private (self)->n_unknown;
}

GPtrArray *
cog_engine_list_pairs (CogEngine *self, GCancellable *cancellable, GError **error)
{
  CogEnginePrivate *priv;

  g_return_val_if_fail (COG_IS_ENGINE (self), NULL);

  priv = get_private (self);
  if (priv->pairs == NULL)
    priv->pairs = COG_ENGINE_GET_CLASS (self)->list_pairs (self, cancellable, error);
  return priv->pairs;
}

static void
set_no_pair (CogEngine *self, const char *from, const char *to, GError **error)
{
  g_autofree char *from_name = cog_language_dup_name (from, g_get_language_names ()[0]);
  g_autofree char *to_name = cog_language_dup_name (to, g_get_language_names ()[0]);

  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               /* Translators: 1 is a service, such as "Apertium on this computer" or a server's
                * name; 2 and 3 are languages. */
               _ ("%1$s does not translate from %2$s into %3$s."), get_private (self)->name,
               from_name, to_name);
}

const CogEnginePair *
cog_engine_find_pair (
    CogEngine *self, const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  GPtrArray *pairs;
  const CogEnginePair *best = NULL;
  guint best_score = 0;

  g_return_val_if_fail (COG_IS_ENGINE (self) && from != NULL && to != NULL, NULL);

  pairs = cog_engine_list_pairs (self, cancellable, error);
  if (pairs == NULL)
    return NULL;
  for (guint i = 0; i < pairs->len; i++)
    {
      const CogEnginePair *pair = g_ptr_array_index (pairs, i);
      guint source = cog_engine_language_match (pair->from, from);
      guint target = cog_engine_language_match (pair->to, to);

      /* Into which language counts more: it is what people read. */
      if (source > 0 && target > 0 && 10 * target + source > best_score)
        {
          best = pair;
          best_score = 10 * target + source;
        }
    }
  if (best == NULL)
    set_no_pair (self, from, to, error);
  return best;
}
