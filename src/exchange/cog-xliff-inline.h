/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* How a version of XLIFF writes the codes of a text. */
typedef struct
{
  /* A span that begins and ends in what is written, and its end. */
  void (*open) (GString *out, const CogCode *code, gpointer user_data);
  void (*close) (GString *out, const CogCode *code, gpointer user_data);
  /* One whose other end is in another sentence. */
  void (*open_torn) (GString *out, const CogCode *code, gpointer user_data);
  void (*close_torn) (GString *out, const CogCode *code, gpointer user_data);
  void (*piece) (GString *out, const CogCode *code, gpointer user_data);
  /* Words (nullable: escaped for XML). */
  void (*words) (GString *out, const char *text, gsize n_bytes);
  gpointer user_data;
} CogXliffInline;

/* Characters from … to of a text with its codes. A span of no length stands with what is behind it,
 * at the end of the text with what is before. */
void cog_xliff_inline_append (
    GString *out, const CogText *text, guint from, guint to, const CogXliffInline *format);

G_END_DECLS
