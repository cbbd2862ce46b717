/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-component.h"

const char *
cog_use_to_nick (CogUse use)
{
  static const char *const nicks[] = { "unmodified", "translated", "adapted", "reference" };

  g_return_val_if_fail ((gsize)use < G_N_ELEMENTS (nicks), NULL);
  return nicks[use];
}

const char *
cog_component_kind_to_nick (CogComponentKind kind)
{
  static const char *const nicks[] = {
    "text", "figure", "table", "quotation", "media", "exercise"
  };

  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

CogComponent *
cog_component_new (const char *id, CogComponentKind kind, CogUse use)
{
  CogComponent *component = g_new0 (CogComponent, 1);

  component->id = g_strdup (id);
  component->kind = kind;
  component->use = use;
  component->sources = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  return component;
}

void
cog_component_free (CogComponent *component)
{
  if (component == NULL)
    return;
  g_free (component->id);
  g_free (component->label);
  g_free (component->unit);
  g_free (component->picture);
  g_ptr_array_unref (component->sources);
  g_free (component);
}
