/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COG_ERROR:
 *
 * Faults of the input or refusals. System faults stay G_IO_ERROR / G_FILE_ERROR.
 * The place that fails writes the message: "FILE: what is wrong, and where", translated, for a
 * teacher. Callers may prefix it, none replaces it.
 */
#define COG_ERROR (cog_error_quark ())

typedef enum
{
  COG_ERROR_INPUT,       /* malformed: the file is damaged or is not what it says */
  COG_ERROR_UNSUPPORTED, /* a format, or a kind of it, that Cognate does not read or write */
  COG_ERROR_ENCRYPTED,   /* copy-protected or locked by a password */
  COG_ERROR_TOO_LARGE,   /* over a limit that protects this computer */
  COG_ERROR_REFUSED,     /* the answer is no: a forbidden licence, an edit that cannot be made */
  COG_ERROR_NEWER,       /* a project file of a newer Cognate */
  COG_ERROR_BUSY,        /* somebody else has the project open */
  COG_ERROR_CORRUPT,     /* a project file that is damaged */
  COG_ERROR_NOT_FOUND,   /* a unit, section, item or licence of that name does not exist */
  COG_ERROR_USAGE,       /* the command line was wrong */
} CogError;

GQuark cog_error_quark (void);

/* The exit status that CLI.md fixes: 0 for NULL, 1 the input is at fault or the answer is no,
 * 2 wrong usage, 3 the system failed. A cancelled run gives 1. */
int cog_error_get_exit_status (const GError *error);

G_END_DECLS
