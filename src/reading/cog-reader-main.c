/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-serve.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGEST (64 << 20) /* bytes: a scanned page, drawn in the resolution of the scanner */

/* A page after the other is drawn into memory of the same size. To be given it anew for each, and
 * cleared, is a fifth of the time that a scanned book takes. */
static void
keep_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGEST);
  mallopt (M_TRIM_THRESHOLD, 2 * LARGEST);
#endif
}

int
main (int argc, char *argv[])
{
  keep_memory ();
  return cog_reading_serve (argc, argv, NULL);
}
