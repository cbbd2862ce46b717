/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-paragraph-private.h"

G_BEGIN_DECLS

/* The state of the walk through inlines: a copy for each open element, no recursion. */
typedef struct
{
  CogPdfComposer *composer;
  CogPdfParagraph *paragraph;
  GString *text;
  GArray *stack;      /* CogPdfRun: what holds in the open elements */
  gboolean is_space;  /* the last character was one */
  gboolean has_large; /* the last thing was a picture that has a line of its own */
  char *address;      /* of the link before, which is still to be written out (nullable) */
} CogPdfInlines;

/* What holds now: borrowed, until the stack changes. */
CogPdfRun *cog_pdf_inlines_get_run (CogPdfInlines *inlines);
void cog_pdf_inlines_append_text (CogPdfInlines *inlines, const char *text);
/* Takes object. */
void cog_pdf_inlines_append_object (CogPdfInlines *inlines, CogPdfObject *object, CogPdfTag *tag);
/* (nullable): NULL in artifacts. */
CogPdfTag *cog_pdf_inlines_add_tag (CogPdfInlines *inlines, const char *type);
/* Takes id. */
void cog_pdf_inlines_add_point (CogPdfInlines *inlines, char *id, gboolean is_note);

void cog_pdf_inlines_add_math (CogPdfInlines *inlines, const xmlNode *node);
void
cog_pdf_inlines_add_picture (CogPdfInlines *inlines, const xmlNode *node, CogPdfPicture *picture);
void cog_pdf_inlines_add_ruby (CogPdfInlines *inlines, const xmlNode *node);

/* What an inline element changes in the run of its own. */
void cog_pdf_inlines_open_link (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now);
void cog_pdf_inlines_open_language (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now);
void cog_pdf_inlines_apply_look (CogPdfInlines *inlines, const xmlNode *node, CogPdfRun *now);
/* The mark that a q begins or ends with in the language of the run. */
const char *cog_pdf_inlines_get_quote (CogPdfInlines *inlines, gboolean is_open);

G_END_DECLS
