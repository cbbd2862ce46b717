/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-job.h"

#include <glib/gi18n-lib.h>

/* Translators, in all of them: %1 is the name of a file, %2 of the folder that it was to stand in.
 */
static const struct
{
  int code;
  const char *words;
} faults[] = {
  { G_IO_ERROR_PERMISSION_DENIED,
    N_ ("“%1” was not written: you may not write to “%2”. Choose another folder.") },
  { G_IO_ERROR_READ_ONLY,
    N_ ("“%1” was not written: nothing can be written to “%2”, which is read-only. Choose another "
        "folder.") },
  { G_IO_ERROR_NO_SPACE,
    N_ ("“%1” was not written: there is no room left where “%2” is. Make room, or choose another "
        "disk.") },
  { G_IO_ERROR_NOT_FOUND,
    N_ ("“%1” was not written: “%2” is not there any more. If it is on a USB stick, put it in "
        "again, or choose another folder.") },
  { G_IO_ERROR_NOT_DIRECTORY,
    N_ ("“%1” was not written: “%2” is no folder any more. Choose another one.") },
  { G_IO_ERROR_BUSY,
    N_ ("“%1” was not written: another program has it open. Close it there, and try again.") },
  { G_IO_ERROR_IS_DIRECTORY,
    N_ ("“%1” was not written: a folder of that name stands in “%2”. Choose another name.") },
  { G_IO_ERROR_EXISTS,
    N_ ("“%1” was not written: something else of that name stands in “%2”. Choose another name.") },
  { G_IO_ERROR_FILENAME_TOO_LONG,
    N_ ("“%1” was not written: the name is too long. Choose a shorter one.") },
};

static char *
fill (const char *words, const char *name, const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = words; *c != '\0'; c++)
    if (c[0] == '%' && (c[1] == '1' || c[1] == '2'))
      g_string_append (text, *++c == '1' ? name : folder);
    else
      g_string_append_c (text, *c);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
cog_publish_dup_fault (const GError *error, const char *target)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (error != NULL && target != NULL, NULL);

  base = g_path_get_basename (target);
  name = g_filename_display_name (base);
  folder = g_path_get_dirname (target);
  shown = g_filename_display_basename (folder);
  for (guint i = 0; error->domain == G_IO_ERROR && i < G_N_ELEMENTS (faults); i++)
    if (faults[i].code == error->code)
      return fill (_ (faults[i].words), name, shown);
  return g_strdup (error->message);
}
