/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-matrix.h"

G_BEGIN_DECLS

/* A word, or a line or drawing that may be a part of a formula. */
typedef struct
{
  CogPdfBox box;
  CogPdfWord *word;                   /* (nullable) */
  CogPdfBox *drawn;                   /* (nullable): of the page's drawings */
  const char *extension;              /* what its letter stands for (nullable) */
  char *text;                         /* where it is not the word's (nullable) */
  const CogPdfMatrix *opens, *closes; /* it is a bracket of it (nullable) */
  const CogPdfMatrix *matrix;         /* the smallest that holds it, or that it is a bracket of */
  guint is_extension : 1;
  guint has_letters : 1; /* or digits */
  guint is_sign : 1;     /* of mathematics, by its letters or typeface */
  guint is_ordinary : 1; /* a word of the text */
  guint is_operator : 1;
  guint is_seen : 1;
} CogFormulaPiece;

/* A formula as people write it in a line. group: (element-type CogFormulaPiece); size: of the text.
 * (transfer full) */
char *cog_pdf_formula_dup_text (GPtrArray *group, double size);

G_END_DECLS
