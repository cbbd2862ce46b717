/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (cog - error - quark, cog_error)

static int
exit_status_for_code (CogError code)
{
  switch (code)
    {
    case COG_ERROR_INPUT:
    case COG_ERROR_UNSUPPORTED:
    case COG_ERROR_ENCRYPTED:
    case COG_ERROR_TOO_LARGE:
    case COG_ERROR_REFUSED:
    case COG_ERROR_NEWER:
    case COG_ERROR_BUSY:
    case COG_ERROR_CORRUPT:
    case COG_ERROR_NOT_FOUND:
      return 1;
    case COG_ERROR_USAGE:
      return 2;
    }
  return 3;
}

/* A file that is not there, or is not what was expected, is the input's fault; a disk that is full
 * or a permission that is missing is the system's. */
static gboolean
is_fault_of_input (const GError *error)
{
  static const int io_codes[] = {
    G_IO_ERROR_NOT_FOUND,    G_IO_ERROR_IS_DIRECTORY,     G_IO_ERROR_NOT_DIRECTORY,
    G_IO_ERROR_INVALID_DATA, G_IO_ERROR_NOT_REGULAR_FILE, G_IO_ERROR_CANCELLED,
    G_IO_ERROR_EXISTS
  };

  for (guint i = 0; i < G_N_ELEMENTS (io_codes); i++)
    if (g_error_matches (error, G_IO_ERROR, io_codes[i]))
      return TRUE;
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
         g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ||
         g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR) ||
         g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
}

int
cog_error_get_exit_status (const GError *error)
{
  if (error == NULL)
    return 0;
  if (error->domain == COG_ERROR)
    return exit_status_for_code ((CogError)error->code);
  if (error->domain == G_OPTION_ERROR)
    return 2;
  return is_fault_of_input (error) ? 1 : 3;
}
