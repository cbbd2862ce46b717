/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xmp.h"

#include <gexiv2/gexiv2.h>
#include <string.h>

static GMutex mutex;

static gboolean
prepare (void)
{
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      gboolean ok = gexiv2_initialize ();

      /* What is odd about a file of somebody's is no warning of ours. */
      gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);
      if (ok)
        gexiv2_metadata_try_register_xmp_namespace (COG_NS_CC, "cc", NULL);
      g_once_init_leave (&is_ready, ok ? 1 : 2);
    }
  return is_ready == 1;
}

gboolean
cog_xmp_begin (void)
{
  g_mutex_lock (&mutex);
  if (prepare ())
    return TRUE;
  g_mutex_unlock (&mutex);
  return FALSE;
}

void
cog_xmp_end (void)
{
  g_mutex_unlock (&mutex);
}

char *
cog_xmp_dup_default (const char *value)
{
  const char *text;
  const char *next;

  g_return_val_if_fail (value != NULL, NULL);

  text = g_str_has_prefix (value, "lang=\"") ? strstr (value, "\" ") : NULL;
  next = text != NULL ? strstr (text, ", lang=\"") : NULL;
  if (text == NULL)
    return g_strdup (value);
  text += strlen ("\" ");
  return next != NULL ? g_strndup (text, (gsize)(next - text)) : g_strdup (text);
}
