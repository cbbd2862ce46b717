/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-type.h"

#include "cog-pdf-handles.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ROLES 16 /* from name to name */

typedef struct
{
  const char *name;
  CogPdfType type;
} Row;

/* Sorted by name, for bsearch. */
static const Row rows[] = {
  { "Annot", COG_PDF_TYPE_ANNOT },
  { "Art", COG_PDF_TYPE_ART },
  { "Artifact", COG_PDF_TYPE_ARTIFACT },
  { "Aside", COG_PDF_TYPE_ASIDE },
  { "BibEntry", COG_PDF_TYPE_BIB_ENTRY },
  { "BlockQuote", COG_PDF_TYPE_BLOCK_QUOTE },
  { "Caption", COG_PDF_TYPE_CAPTION },
  { "Code", COG_PDF_TYPE_CODE },
  { "Div", COG_PDF_TYPE_DIV },
  { "Document", COG_PDF_TYPE_DOCUMENT },
  { "DocumentFragment", COG_PDF_TYPE_DOCUMENT },
  { "Em", COG_PDF_TYPE_EM },
  { "FENote", COG_PDF_TYPE_NOTE },
  { "Figure", COG_PDF_TYPE_FIGURE },
  { "Form", COG_PDF_TYPE_FORM },
  { "Formula", COG_PDF_TYPE_FORMULA },
  { "H", COG_PDF_TYPE_HEADING },
  { "Index", COG_PDF_TYPE_INDEX },
  { "L", COG_PDF_TYPE_LIST },
  { "LBody", COG_PDF_TYPE_ITEM_BODY },
  { "LI", COG_PDF_TYPE_ITEM },
  { "Lbl", COG_PDF_TYPE_LABEL },
  { "Link", COG_PDF_TYPE_LINK },
  { "NonStruct", COG_PDF_TYPE_NON_STRUCT },
  { "Note", COG_PDF_TYPE_NOTE },
  { "P", COG_PDF_TYPE_PARAGRAPH },
  { "Part", COG_PDF_TYPE_PART },
  { "Private", COG_PDF_TYPE_PRIVATE },
  { "Quote", COG_PDF_TYPE_QUOTE },
  { "RB", COG_PDF_TYPE_RUBY_BASE },
  { "RP", COG_PDF_TYPE_RUBY_MARK },
  { "RT", COG_PDF_TYPE_RUBY_TEXT },
  { "Reference", COG_PDF_TYPE_REFERENCE },
  { "Ruby", COG_PDF_TYPE_RUBY },
  { "Sect", COG_PDF_TYPE_SECTION },
  { "Span", COG_PDF_TYPE_SPAN },
  { "Strong", COG_PDF_TYPE_STRONG },
  { "Sub", COG_PDF_TYPE_SUB },
  { "TBody", COG_PDF_TYPE_TABLE_BODY },
  { "TD", COG_PDF_TYPE_TABLE_CELL },
  { "TFoot", COG_PDF_TYPE_TABLE_FOOT },
  { "TH", COG_PDF_TYPE_TABLE_HEADER_CELL },
  { "THead", COG_PDF_TYPE_TABLE_HEAD },
  { "TOC", COG_PDF_TYPE_CONTENTS },
  { "TOCI", COG_PDF_TYPE_CONTENTS_ITEM },
  { "TR", COG_PDF_TYPE_TABLE_ROW },
  { "Table", COG_PDF_TYPE_TABLE },
  { "Title", COG_PDF_TYPE_TITLE },
  { "WP", COG_PDF_TYPE_RUBY_MARK },
  { "WT", COG_PDF_TYPE_RUBY_TEXT },
  { "Warichu", COG_PDF_TYPE_SPAN },
};

static int
compare_row (const void *name, const void *row)
{
  return strcmp (name, ((const Row *)row)->name);
}

gboolean
cog_pdf_type_lookup (const char *name, CogPdfType *type, guint *level)
{
  const Row *row = bsearch (name, rows, G_N_ELEMENTS (rows), sizeof *rows, compare_row);
  char *end = NULL;
  gulong number;

  *level = 0;
  if (row != NULL)
    {
      *type = row->type;
      return TRUE;
    }
  if (name[0] != 'H' || !g_ascii_isdigit (name[1]))
    return FALSE;
  /* H7 and more are of PDF 2.0. */
  number = strtoul (name + 1, &end, 10);
  if (*end != '\0' || number == 0 || number > 99)
    return FALSE;
  *type = COG_PDF_TYPE_HEADING;
  *level = (guint)number;
  return TRUE;
}

/* What the element's own namespace makes of the name; a name alone, or a name and the namespace
 * that it is of. */
static const char *
map_in_namespace (qpdf_data qpdf, qpdf_oh *space, const char *name)
{
  g_autofree char *key = g_strconcat ("/", name, NULL);
  qpdf_oh value = cog_pdf_get_key (qpdf, cog_pdf_get_key (qpdf, *space, "/RoleMapNS"), key);

  if (qpdf_oh_is_array (qpdf, value) && qpdf_oh_get_array_n_items (qpdf, value) >= 2)
    {
      *space = qpdf_oh_get_array_item (qpdf, value, 1);
      value = qpdf_oh_get_array_item (qpdf, value, 0);
    }
  name = cog_pdf_get_name (qpdf, value);
  return name != NULL ? g_intern_string (name) : NULL;
}

static const char *
map_in_tree (qpdf_data qpdf, qpdf_oh roles, const char *name)
{
  g_autofree char *key = g_strconcat ("/", name, NULL);
  const char *mapped = cog_pdf_get_name (qpdf, cog_pdf_get_key (qpdf, roles, key));

  return mapped != NULL ? g_intern_string (mapped) : NULL;
}

/* The names of the words' own meaning in MathML are roles of a formula. */
static gboolean
is_mathml (qpdf_data qpdf, qpdf_oh space)
{
  g_autofree char *uri = cog_pdf_dup_text (qpdf, cog_pdf_get_key (qpdf, space, "/NS"));

  return g_strcmp0 (uri, "http://www.w3.org/1998/Math/MathML") == 0;
}

CogPdfType
cog_pdf_type_resolve (
    qpdf_data qpdf, qpdf_oh element, qpdf_oh roles, const char **name, guint *level)
{
  qpdf_oh space = cog_pdf_get_key (qpdf, element, "/NS");
  const char *said = cog_pdf_get_name (qpdf, cog_pdf_get_key (qpdf, element, "/S"));
  const char *now = g_intern_string (said != NULL ? said : "");
  CogPdfType type;

  *name = now;
  *level = 0;
  if (is_mathml (qpdf, space))
    return strcmp (now, "math") == 0 ? COG_PDF_TYPE_FORMULA : COG_PDF_TYPE_SPAN;
  for (guint i = 0; now != NULL && i < MAX_ROLES; i++)
    {
      const char *next;

      if (cog_pdf_type_lookup (now, &type, level))
        return type;
      next = map_in_namespace (qpdf, &space, now);
      now = next != NULL ? next : map_in_tree (qpdf, roles, now);
    }
  return COG_PDF_TYPE_OTHER;
}

gboolean
cog_pdf_type_is_inline (CogPdfType type)
{
  switch ((int)type)
    {
    case COG_PDF_TYPE_SPAN:
    case COG_PDF_TYPE_QUOTE:
    case COG_PDF_TYPE_REFERENCE:
    case COG_PDF_TYPE_BIB_ENTRY:
    case COG_PDF_TYPE_CODE:
    case COG_PDF_TYPE_LINK:
    case COG_PDF_TYPE_ANNOT:
    case COG_PDF_TYPE_RUBY:
    case COG_PDF_TYPE_RUBY_BASE:
    case COG_PDF_TYPE_RUBY_TEXT:
    case COG_PDF_TYPE_RUBY_MARK:
    case COG_PDF_TYPE_EM:
    case COG_PDF_TYPE_STRONG:
    case COG_PDF_TYPE_SUB:
    case COG_PDF_TYPE_LABEL:
      return TRUE;
    default:
      return FALSE;
    }
}
