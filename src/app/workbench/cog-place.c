/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-place.h"

struct _CogPlace
{
  GObject parent_instance;
  char *section;
  char *unit;
};

enum
{
  PROP_SECTION = 1,
  PROP_UNIT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CogPlace, cog_place, G_TYPE_OBJECT)

static void
cog_place_finalize (GObject *object)
{
  CogPlace *self = COG_PLACE (object);

  g_free (self->section);
  g_free (self->unit);
  G_OBJECT_CLASS (cog_place_parent_class)->finalize (object);
}

static void
cog_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CogPlace *self = COG_PLACE (object);

  g_value_set_string (value, id == PROP_SECTION ? self->section : self->unit);
}

static void
cog_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECTION)
    cog_place_set_section (COG_PLACE (object), g_value_get_string (value));
  else
    cog_place_set_unit (COG_PLACE (object), g_value_get_string (value));
}

static void
cog_place_class_init (CogPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = cog_place_finalize;
  object_class->get_property = cog_place_get_property;
  object_class->set_property = cog_place_set_property;
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cog_place_init (CogPlace *self)
{
}

CogPlace *
cog_place_new (void)
{
  return g_object_new (COG_TYPE_PLACE, NULL);
}

const char *
cog_place_get_section (CogPlace *self)
{
  g_return_val_if_fail (COG_IS_PLACE (self), NULL);
  return self->section;
}

static void
set (CogPlace *self, char **field, const char *value, guint property)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return;
  /* The value may be what is replaced. */
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
cog_place_set_section (CogPlace *self, const char *section)
{
  g_return_if_fail (COG_IS_PLACE (self));
  set (self, &self->section, section, PROP_SECTION);
}

const char *
cog_place_get_unit (CogPlace *self)
{
  g_return_val_if_fail (COG_IS_PLACE (self), NULL);
  return self->unit;
}

void
cog_place_set_unit (CogPlace *self, const char *unit)
{
  g_return_if_fail (COG_IS_PLACE (self));
  set (self, &self->unit, unit, PROP_UNIT);
}
