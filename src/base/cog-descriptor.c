/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-descriptor.h"

#include <errno.h>
#include <unistd.h>

gboolean
cog_descriptor_write_all (int fd, gconstpointer data, gsize size)
{
  const char *at = data;

  while (size > 0)
    {
      gssize n = write (fd, at, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      size -= (gsize)n;
    }
  return TRUE;
}

gboolean
cog_descriptor_read_all (int fd, gpointer data, gsize size)
{
  char *at = data;

  while (size > 0)
    {
      gssize n = read (fd, at, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      size -= (gsize)n;
    }
  return TRUE;
}
