/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container-parts.h"

#include "cog-container-private.h"
#include "cog-error.h"
#include "cog-findings.h"
#include "cog-path.h"

#include <glib/gi18n-lib.h>

CogContainer *
cog_container_new_for_parts (const char *display_name,
                             const GPtrArray *names,
                             const GPtrArray *bytes,
                             gpointer report,
                             GError **error)
{
  g_autoptr (CogContainer) self = NULL;

  g_return_val_if_fail (display_name != NULL && names != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (names->len == bytes->len, NULL);

  self = cog_container_new_empty (display_name);
  for (guint i = 0; i < names->len; i++)
    {
      const char *raw = g_ptr_array_index (names, i);
      GBytes *part = g_ptr_array_index (bytes, i);
      char *name = cog_path_clean (raw);

      self->total += g_bytes_get_size (part);
      if (self->names->len >= COG_CONTAINER_MAX_ENTRIES ||
          g_bytes_get_size (part) > COG_CONTAINER_MAX_ENTRY ||
          self->total > COG_CONTAINER_MAX_TOTAL)
        {
          g_free (name);
          g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                       _ ("%s: would unpack to more than a book can hold; it may have been made to "
                          "do harm."),
                       display_name);
          return NULL;
        }
      if (name != NULL)
        cog_container_take (self, name, part, report);
      else
        cog_report_add (report, &cog_finding_entry_ignored, display_name, raw, NULL);
    }
  cog_container_seal (self);
  return g_steal_pointer (&self);
}
