/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogDocxStyles:
 *
 * styles.xml: what a paragraph or run is by its style, through the chain of basedOn. The id of a
 * style is translated ("berschrift1") and never looked at; its name is not, for those that Word
 * comes with.
 */
typedef struct _CogDocxStyles CogDocxStyles;

typedef enum
{
  COG_DOCX_BODY,
  COG_DOCX_TITLE,
  COG_DOCX_SUBTITLE,
  COG_DOCX_CAPTION,
  COG_DOCX_QUOTE,
  COG_DOCX_CODE,
  COG_DOCX_CONTENTS,  /* a line of a table of contents */
  COG_DOCX_CONTINUED, /* more of the list item before it */
  COG_DOCX_TERM,
  COG_DOCX_DEFINITION, /* of the term before it */
  COG_DOCX_CREDIT      /* a line that our editions add */
} CogDocxKind;

/* root: of styles.xml (nullable); kept, not owned. */
CogDocxStyles *cog_docx_styles_new (const xmlNode *root);
void cog_docx_styles_free (CogDocxStyles *self);

/* All: id NULL is the default paragraph style. */
CogDocxKind cog_docx_styles_get_kind (CogDocxStyles *self, const char *id);
/* 1 … 9; 0: no heading. */
guint cog_docx_styles_get_level (CogDocxStyles *self, const char *id);
/* The nearest w:numPr of the chain. (transfer none) (nullable) */
const xmlNode *cog_docx_styles_get_numbering (CogDocxStyles *self, const char *id);
/* -1: not said; 0, 1: w:b, w:i of the chain. */
int cog_docx_styles_toggle (CogDocxStyles *self, const char *id, const char *property);
/* The nearest w:rPr of the chain that has this child. (transfer none) (nullable) */
const xmlNode *cog_docx_styles_get_run (CogDocxStyles *self, const char *id, const char *property);
/* Whether a character style stands for code. */
gboolean cog_docx_styles_is_code (CogDocxStyles *self, const char *id);
/* Whether a table style sets off that part: "firstRow", "firstCol". */
gboolean cog_docx_styles_has_part (CogDocxStyles *self, const char *id, const char *part);
/* w:lang of the document's defaults. (transfer none) (nullable) */
const xmlNode *cog_docx_styles_get_language (CogDocxStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogDocxStyles, cog_docx_styles_free)

G_END_DECLS
