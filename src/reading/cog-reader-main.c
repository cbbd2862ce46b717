/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-serve.h"

int
main (int argc, char *argv[])
{
  return cog_reading_serve (argc, argv, NULL);
}
