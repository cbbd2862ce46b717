/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogCsv:
 *
 * The lines of a table as text (RFC 4180, section 2), one after another: fields may stand in
 * quotation marks, with line ends and doubled quotation marks in them.
 */
typedef struct
{
  const char *at; /* NUL-terminated */
  char separator;
  guint line; /* of at, from 1 */
} CogCsv;

/* The sign that parts the fields of the first line: comma, semicolon or tab; 0: none does. */
char cog_csv_guess_separator (const char *text);

/* The fields of the next line, empty ones too; NULL at the end. line: (out) where it begins.
 * is_whole: (out) FALSE where a quotation mark has no end; what follows its line is not lost. bytes
 * over max count as such, too. (transfer full) (element-type utf8): as they stand, perhaps no
 * UTF-8 */
GPtrArray *cog_csv_next (CogCsv *self, gsize max, guint *line, gboolean *is_whole);

/* A field, in quotation marks where it needs them. */
void cog_csv_append (GString *out, const char *field, char separator);

G_END_DECLS
