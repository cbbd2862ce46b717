/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_PDF_OPERAND_NUMBER,
  COG_PDF_OPERAND_STRING,
  COG_PDF_OPERAND_NAME,
  COG_PDF_OPERAND_OPEN,  /* of an array or dictionary */
  COG_PDF_OPERAND_CLOSE, /* of it */
  COG_PDF_OPERAND_WORD,  /* true, false, null */
} CogPdfOperandType;

typedef struct
{
  CogPdfOperandType type;
  double number;
  guint start, length; /* in the lexer's bytes: strings, and names without their slash */
} CogPdfOperand;

/**
 * CogPdfLexer:
 *
 * A content stream cut into operators, each with what stands before it (ISO 32000-1, 7.2 and
 * 7.8.2). Arrays and dictionaries are not nested but lie flat between their brackets.
 */
typedef struct
{
  const guint8 *at, *end;
  GArray *operands;  /* (element-type CogPdfOperand) */
  GByteArray *bytes; /* of strings and names, each followed by a zero */
  char op[8];
} CogPdfLexer;

void cog_pdf_lexer_init (CogPdfLexer *self, const guint8 *data, gsize size);
void cog_pdf_lexer_clear (CogPdfLexer *self);
/* Reads up to the next operator, and an inline picture's bytes with its ID. FALSE: the end. */
gboolean cog_pdf_lexer_next (CogPdfLexer *self);

/* The i-th number before the operator, from 0; 0 where there is none. */
double cog_pdf_lexer_get_number (const CogPdfLexer *self, guint i);
const CogPdfOperand *cog_pdf_lexer_get (const CogPdfLexer *self, guint i); /* (nullable) */
/* The bytes of a string or name, with a zero after them. */
const char *cog_pdf_lexer_get_bytes (const CogPdfLexer *self, const CogPdfOperand *operand);
/* The value of a key in a dictionary that stands before the operator. (nullable) */
const CogPdfOperand *cog_pdf_lexer_find_value (const CogPdfLexer *self, const char *key);

G_END_DECLS
