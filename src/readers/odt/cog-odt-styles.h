/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogOdtStyles:
 *
 * What a paragraph or run is by its style: automatic styles, which stand for what was set by hand,
 * and through the chain of their parents the common ones (OpenDocument 1.3 part 3, 16.1).
 */
typedef struct _CogOdtStyles CogOdtStyles;

typedef enum
{
  COG_ODT_BODY,
  COG_ODT_TITLE,
  COG_ODT_SUBTITLE,
  COG_ODT_CAPTION,
  COG_ODT_QUOTE,
  COG_ODT_CODE,
  COG_ODT_TABLE_HEAD, /* a paragraph in a cell that heads a column or row */
  COG_ODT_TERM,
  COG_ODT_DEFINITION, /* of the term before it */
  COG_ODT_CREDIT      /* a line that our editions add */
} CogOdtKind;

/* How text is set. -1: not said. Languages are tags, NULL: not said; which of the three counts is
 * decided by the script of the letters. */
typedef struct
{
  int bold, italic, underline, strike, small_caps, capitals, hidden, marked;
  int raised; /* 1: superscript; 2: subscript; 0: neither */
  gboolean is_code, is_term;
  char *language, *asian, *complex;
} CogOdtLook;

/* Roots of content.xml and of styles.xml (nullable), which may be one; kept, not owned. */
CogOdtStyles *cog_odt_styles_new (const xmlNode *content, const xmlNode *styles);
void cog_odt_styles_free (CogOdtStyles *self);

/* name (nullable) in all of these: NULL has no style. family: "paragraph", "text", "graphic". */
CogOdtKind cog_odt_styles_get_kind (CogOdtStyles *self, const char *name);
/* Of the heading that a paragraph of that style is; 0: none. */
guint cog_odt_styles_get_level (CogOdtStyles *self, const char *name);
/* The nearest value of an attribute in the chain; of is the element of properties, without
 * namespace: "paragraph-properties". (transfer full) (nullable) */
char *cog_odt_styles_dup (CogOdtStyles *self,
                          const char *family,
                          const char *name,
                          const char *of,
                          const char *ns,
                          const char *attribute);
/* The same of the nearest style's own attributes: "list-style-name". */
char *cog_odt_styles_dup_own (CogOdtStyles *self, const char *name, const char *attribute);
/* How a character style sets text, by its whole chain. Lives as the styles. (nullable) */
const CogOdtLook *cog_odt_styles_get_look (CogOdtStyles *self, const char *name);
/* The same of a paragraph style. */
const CogOdtLook *cog_odt_styles_get_whole_look (CogOdtStyles *self, const char *name);
/* What was set by hand for a whole paragraph: of its automatic style alone. (nullable) */
const CogOdtLook *cog_odt_styles_get_own_look (CogOdtStyles *self, const char *name);
/* What the defaults say. (nullable) */
const CogOdtLook *cog_odt_styles_get_default_look (CogOdtStyles *self);
/* text:list-style, text:outline-style. (nullable) */
const xmlNode *cog_odt_styles_find_list (CogOdtStyles *self, const char *name);
const xmlNode *cog_odt_styles_get_outline (CogOdtStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOdtStyles, cog_odt_styles_free)

G_END_DECLS
