/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-stylesheet.h"

#include "cog-writers-resources.h"

#include <gio/gio.h>

const char *
cog_stylesheet_get (const char *name, gsize *length)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) css = NULL;

  g_return_val_if_fail (name != NULL && length != NULL, NULL);

  path = g_strconcat ("/org/cognate/writers/", name, NULL);
  css = g_resource_lookup_data (cog_writers_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                NULL);
  g_assert (css != NULL);
  /* The bytes are part of the program's file: they outlast this. */
  return g_bytes_get_data (css, length);
}
