/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-flow.h"

G_BEGIN_DECLS

/* One text while it is written: UTF-8, a paragraph a line, whatever its length; headings
 * underlined, signs only where they are said aloud as well. For braille displays, small machines,
 * and programs that count words. */
typedef struct
{
  const CogBook *book;
  CogFlow *flow;
  GString *out;      /* where blocks go now */
  GString *notes;    /* of the section, written at its end */
  GString *line;     /* what the block that is open says */
  GString *row;      /* the row of a table that is open */
  guint n_tables;    /* that are open */
  char *address;     /* of the link that is open (nullable) */
  const char *mark;  /* of the note, before its first block (nullable) */
  gboolean is_tight; /* the next block follows without an empty line */
} CogPlainWriting;

extern const CogFlowSink cog_plain_sink;

/* A paragraph after an empty line. first stands before its first line, white space of the same
 * length before the others. */
void cog_plain_append (CogPlainWriting *plain, const char *first, const char *text);
void cog_plain_append_underlined (CogPlainWriting *plain, const char *text, char line);
void cog_plain_append_notes (CogPlainWriting *plain);

G_END_DECLS
