/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A run of a sentence about rights. */
typedef struct
{
  char *text;
  char *url;           /* (nullable): what it links to */
  gboolean is_foreign; /* a name or title: verbatim, isolated from the direction around it */
  char *language;      /* of words that are quoted in another one: BCP 47 (nullable) */
} CogCreditRun;

/**
 * CogCreditText:
 *
 * A sentence about rights as runs, made anew whenever it is needed: an array of CogCreditRun.
 */
typedef GPtrArray CogCreditText;

CogCreditText *cog_credit_text_new (void);
void
cog_credit_text_append (CogCreditText *text, const char *words, const char *url, gboolean foreign);
/* Words that are quoted in a language of their own: foreign, and marked with it. */
void cog_credit_text_append_quoted (CogCreditText *text, const char *words, const char *language);
/* The runs of another text, at the end. */
void cog_credit_text_append_text (CogCreditText *text, const CogCreditText *other);
/* With U+2068 and U+2069 around foreign runs where the language is written right to left, and
 * addresses written out in brackets where with_urls. (transfer full) */
char *
cog_credit_text_to_plain (const CogCreditText *text, const char *language, gboolean with_urls);
/* Inline normal form: a, bdi. (transfer full) */
char *cog_credit_text_to_xhtml (const CogCreditText *text);

G_END_DECLS
