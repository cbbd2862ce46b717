/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* The standard structure types of ISO 32000-1, 14.8.4, and of ISO 32000-2, 14.8.4. */
typedef enum
{
  COG_PDF_TYPE_OTHER, /* unknown, and not in the role map: what it holds counts */
  COG_PDF_TYPE_ART,
  COG_PDF_TYPE_ARTIFACT,
  COG_PDF_TYPE_ASIDE,
  COG_PDF_TYPE_ANNOT,
  COG_PDF_TYPE_BIB_ENTRY,
  COG_PDF_TYPE_BLOCK_QUOTE,
  COG_PDF_TYPE_CAPTION,
  COG_PDF_TYPE_CODE,
  COG_PDF_TYPE_DIV,
  COG_PDF_TYPE_DOCUMENT,
  COG_PDF_TYPE_EM,
  COG_PDF_TYPE_FIGURE,
  COG_PDF_TYPE_FORM,
  COG_PDF_TYPE_FORMULA,
  COG_PDF_TYPE_HEADING, /* H, H1 … Hn */
  COG_PDF_TYPE_INDEX,
  COG_PDF_TYPE_ITEM, /* LI */
  COG_PDF_TYPE_ITEM_BODY,
  COG_PDF_TYPE_LABEL, /* Lbl */
  COG_PDF_TYPE_LINK,
  COG_PDF_TYPE_LIST,
  COG_PDF_TYPE_NON_STRUCT,
  COG_PDF_TYPE_NOTE, /* Note, FENote */
  COG_PDF_TYPE_PARAGRAPH,
  COG_PDF_TYPE_PART,
  COG_PDF_TYPE_PRIVATE,
  COG_PDF_TYPE_QUOTE,
  COG_PDF_TYPE_REFERENCE,
  COG_PDF_TYPE_RUBY,
  COG_PDF_TYPE_RUBY_BASE,
  COG_PDF_TYPE_RUBY_MARK, /* RP, and WP */
  COG_PDF_TYPE_RUBY_TEXT,
  COG_PDF_TYPE_SECTION,
  COG_PDF_TYPE_SPAN,
  COG_PDF_TYPE_STRONG,
  COG_PDF_TYPE_SUB,
  COG_PDF_TYPE_TABLE,
  COG_PDF_TYPE_TABLE_BODY,
  COG_PDF_TYPE_TABLE_CELL,
  COG_PDF_TYPE_TABLE_FOOT,
  COG_PDF_TYPE_TABLE_HEAD,
  COG_PDF_TYPE_TABLE_HEADER_CELL,
  COG_PDF_TYPE_TABLE_ROW,
  COG_PDF_TYPE_TITLE,
  COG_PDF_TYPE_CONTENTS, /* TOC */
  COG_PDF_TYPE_CONTENTS_ITEM,
} CogPdfType;

typedef struct _CogPdfElement CogPdfElement;

/* One thing in an element: another element, a piece of marked content, or an object. */
typedef struct
{
  CogPdfElement *element; /* or NULL */
  guint page;             /* from 1; 0: not known */
  int mcid;               /* -1: it is no content */
  int form;               /* object number of the form whose ids these are; 0: the page's */
  int object;             /* number of the annotation or picture; 0: none */
} CogPdfKid;

/**
 * CogPdfElement:
 *
 * A structure element (14.7.2), with its role resolved. Owned by the CogPdfStructure.
 */
struct _CogPdfElement
{
  CogPdfType type;
  guint level;                 /* of a heading that tells it: 1 …; 0: H */
  const char *role;            /* the name that the file has for it: "Strong", "Heading_20_1" */
  CogPdfElement *parent;       /* NULL: it stands at the top */
  GArray *kids;                /* (element-type CogPdfKid) (nullable) */
  char *alt;                   /* (nullable) */
  char *actual;                /* the text that its content stands for (nullable) */
  char *expanded;              /* of an abbreviation (nullable) */
  char *language;              /* (nullable) */
  char *id;                    /* (nullable) */
  char *title;                 /* (nullable) */
  const char *scope;           /* "Row", "Column", "Both" (nullable) */
  const char *numbering;       /* of a list: "Decimal", "Disc" (nullable) */
  const char *placement;       /* "Block", "Inline" (nullable) */
  gboolean has_box;            /* it says where it is */
  double box[4];               /* left, bottom, right, top in user space */
  guint box_page;              /* 0: not known */
  char **headers;              /* ids of header cells (nullable) */
  guint row_span, column_span; /* at least 1 */
};

/**
 * CogPdfStructure:
 *
 * A file's structure tree as its producer wrote it. Bounded: elements that were met before, that
 * are nested deeper or more than any book needs are left out.
 */
typedef struct
{
  GPtrArray *all;      /* (element-type CogPdfElement): in document order, owned */
  CogPdfElement *root; /* one that holds what stands at the top */
  char *language;      /* the catalog's (nullable) */
  gboolean is_marked;  /* /MarkInfo says that it conforms */
  gboolean is_suspect; /* /MarkInfo says that it may not be right */
  gboolean is_cut;     /* something was left out */
  GHashTable *by_id;   /* (element-type utf8 CogPdfElement) */
} CogPdfStructure;

/* NULL: the file has none. (transfer full) (nullable) */
CogPdfStructure *cog_pdf_structure_new (CogPdfFile *file);
void cog_pdf_structure_free (CogPdfStructure *self);

/* Whether an element of that type stands in a line, as ISO 32000-1, 14.8.4.4 has it. */
gboolean cog_pdf_type_is_inline (CogPdfType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfStructure, cog_pdf_structure_free)

G_END_DECLS
