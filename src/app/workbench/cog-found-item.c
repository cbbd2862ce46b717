/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-found-item.h"

struct _CogFoundItem
{
  GObject parent_instance;
  CogHit *hit; /* NULL: a section */
  char *title;
  guint n_hits;
  gboolean is_chosen;
};

enum
{
  PROP_IS_CHOSEN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CogFoundItem, cog_found_item, G_TYPE_OBJECT)

static void
cog_found_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, COG_FOUND_ITEM (object)->is_chosen);
}

static void
cog_found_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogFoundItem *self = COG_FOUND_ITEM (object);

  if (self->is_chosen == g_value_get_boolean (value))
    return;
  self->is_chosen = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
cog_found_item_finalize (GObject *object)
{
  CogFoundItem *self = COG_FOUND_ITEM (object);

  g_clear_pointer (&self->hit, cog_hit_free);
  g_free (self->title);
  G_OBJECT_CLASS (cog_found_item_parent_class)->finalize (object);
}

static void
cog_found_item_class_init (CogFoundItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cog_found_item_finalize;
  object_class->get_property = cog_found_item_get_property;
  object_class->set_property = cog_found_item_set_property;
  props[PROP_IS_CHOSEN] =
      g_param_spec_boolean ("is-chosen", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cog_found_item_init (CogFoundItem *self)
{
  self->is_chosen = TRUE;
}

CogFoundItem *
cog_found_item_new_section (const char *title, guint n_hits)
{
  CogFoundItem *self = g_object_new (COG_TYPE_FOUND_ITEM, NULL);

  self->title = g_strdup (title);
  self->n_hits = n_hits;
  return self;
}

CogFoundItem *
cog_found_item_new_hit (CogHit *hit)
{
  CogFoundItem *self = g_object_new (COG_TYPE_FOUND_ITEM, NULL);

  self->hit = hit;
  return self;
}

const CogHit *
cog_found_item_get_hit (CogFoundItem *self)
{
  g_return_val_if_fail (COG_IS_FOUND_ITEM (self), NULL);
  return self->hit;
}

const char *
cog_found_item_get_title (CogFoundItem *self)
{
  g_return_val_if_fail (COG_IS_FOUND_ITEM (self), NULL);
  return self->title;
}

guint
cog_found_item_get_n_hits (CogFoundItem *self)
{
  g_return_val_if_fail (COG_IS_FOUND_ITEM (self), 0);
  return self->n_hits;
}

gboolean
cog_found_item_is_chosen (CogFoundItem *self)
{
  g_return_val_if_fail (COG_IS_FOUND_ITEM (self), FALSE);
  return self->is_chosen;
}

char *
cog_found_item_dup_markup (CogFoundItem *self, gboolean as_replaced)
{
  const CogHit *hit;
  g_autofree char *before = NULL;
  g_autofree char *match = NULL;
  g_autofree char *after = NULL;
  g_autofree char *becomes = NULL;

  g_return_val_if_fail (COG_IS_FOUND_ITEM (self) && self->hit != NULL, NULL);

  hit = self->hit;
  before = g_markup_escape_text (hit->snippet, hit->first);
  match = g_markup_escape_text (hit->snippet + hit->first, hit->last - hit->first);
  after = g_markup_escape_text (hit->snippet + hit->last, -1);
  if (!as_replaced || hit->replacement == NULL)
    return g_strdup_printf ("%s<b>%s</b>%s", before, match, after);
  becomes = g_markup_escape_text (hit->replacement, -1);
  return g_strdup_printf ("%s<s>%s</s> <b>%s</b>%s", before, match, becomes, after);
}
