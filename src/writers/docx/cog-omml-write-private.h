/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-omml-write.h"

G_BEGIN_DECLS

/* Of formulas that come from outside: what is deeper is written as its text. */
#define COG_OMML_DEPTH 80

typedef struct
{
  GString *out;
  guint depth;
} CogOmmlWriting;

/* The children of a row, with the operators that take what follows them. */
void cog_omml_write_row (CogOmmlWriting *w, const xmlNode *row);
/* Siblings from first up to, not with, end (nullable). */
void cog_omml_write_range (CogOmmlWriting *w, const xmlNode *first, const xmlNode *end);
void cog_omml_write_element (CogOmmlWriting *w, const xmlNode *node);
/* An element as one argument: <m:name>…</m:name>; node NULL: empty. */
void cog_omml_write_argument (CogOmmlWriting *w, const char *name, const xmlNode *node);

/* mi, mn, mo, mtext, ms. */
void cog_omml_write_token (CogOmmlWriting *w, const xmlNode *node);
void cog_omml_write_text (CogOmmlWriting *w, const char *text, const char *properties);
/* What a token says, trimmed; "" for an operator that nobody sees. (transfer full) */
char *cog_omml_dup_token (const xmlNode *node);

/* msub … mmultiscripts; FALSE: it is none of them. */
gboolean cog_omml_write_script (CogOmmlWriting *w, const xmlNode *node);
/* Whether an element is an operator such as a sum, with its limits if it has any. */
gboolean cog_omml_is_nary (const xmlNode *node);
/* The operator with what it goes over: siblings from first up to end. */
void cog_omml_write_nary (CogOmmlWriting *w,
                          const xmlNode *node,
                          const xmlNode *first,
                          const xmlNode *end);
const xmlNode *cog_omml_get_child (const xmlNode *node, guint index);
/* <m:chr m:val="…"/> */
void cog_omml_write_value (CogOmmlWriting *w, const char *name, const char *value);

G_END_DECLS
