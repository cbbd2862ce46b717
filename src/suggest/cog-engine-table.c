/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-engine-table.h"

#include "cog-apertium.h"
#include "cog-error.h"
#include "cog-server.h"

#include <glib/gi18n-lib.h>

/* The programs of this computer. Add a row to have another one. */
static CogEngine *(*const programs[]) (void) = { cog_apertium_new };

GPtrArray *
cog_engine_table_list (const char *servers, GError **error)
{
  g_autoptr (GPtrArray) entered = NULL;
  GPtrArray *engines;

  g_return_val_if_fail (servers != NULL, NULL);

  entered = cog_server_load (servers, error);
  if (entered == NULL)
    return NULL;
  engines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    g_ptr_array_add (engines, programs[i]());
  for (guint i = 0; i < entered->len; i++)
    g_ptr_array_add (engines, cog_server_new_engine (g_ptr_array_index (entered, i)));
  return engines;
}

CogEngine *
cog_engine_table_find (const char *servers, const char *id, GError **error)
{
  g_autoptr (GPtrArray) engines = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (id != NULL, NULL);

  engines = cog_engine_table_list (servers, error);
  if (engines == NULL)
    return NULL;
  for (guint i = 0; i < engines->len; i++)
    {
      const char *other = cog_engine_get_id (g_ptr_array_index (engines, i));

      if (g_str_equal (other, id))
        return g_object_ref (g_ptr_array_index (engines, i));
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", other);
    }
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
               /* Translators: 1 is what was asked for, 2 a list of names, with commas. */
               _ ("There is no engine “%1$s”. There are: %2$s."), id, names->str);
  return NULL;
}
