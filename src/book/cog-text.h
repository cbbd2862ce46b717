/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogText:
 *
 * A unit's inline XHTML as plain text plus numbered inline codes (XLIFF 2 §4.7: pc and ph). Memory,
 * lenses, suggestions, segments, spelling, exchange and the editor use it; nobody else cuts markup
 * strings. Offsets are characters (code points) of the plain text.
 *
 * A span (bold, link) covers characters start..end. A piece (equation, note reference, picture,
 * line break) is one U+FFFC in the text and cannot be broken.
 */
typedef enum
{
  COG_CODE_SPAN,
  COG_CODE_PIECE,
} CogCodeType;

typedef struct
{
  guint number; /* 1…: the same code in source and target has the same number */
  CogCodeType type;
  guint start, end; /* characters; end = start + 1 for a piece */
  char *element;    /* "em", "a", "math" */
  char *markup;     /* piece: the element, whole; span: its start tag "<a href=\"…\">" */
  char *label;      /* what to show for a piece: plain text of the equation, the note's mark */
} CogCode;

typedef struct
{
  char *plain;      /* UTF-8 with U+FFFC for pieces */
  GPtrArray *codes; /* (element-type CogCode), by start, outer before inner */
} CogText;

CogText *cog_text_new_from_xhtml (const char *xhtml, GError **error);
CogText *cog_text_new (const char *plain);
CogText *cog_text_copy (const CogText *text);
void cog_text_free (CogText *text);
/* Well-formed inline XHTML, also where spans overlap (they are split). (transfer full) */
char *cog_text_to_xhtml (const CogText *text);
void cog_text_add_code (CogText *text, CogCode *code); /* takes it; keeps the order */
/* Puts the codes into their order again, after many were added to the array itself. */
void cog_text_sort_codes (CogText *text);
/* Where a link leads. (transfer full) (nullable) */
char *cog_text_dup_link (const CogCode *code);
/* Other words in the place of characters start..end. What spans them (bold, a link) spans the new
 * ones; FALSE, and nothing happens, where a piece stands among them: none is ever lost so. */
gboolean cog_text_replace (CogText *text, guint start, guint end, const char *words);
CogCode *cog_code_copy (const CogCode *code);
void cog_code_free (CogCode *code);

/* The characters from start up to end, with the codes that they have. A span that is cut is in both
 * parts; an id stays with the first. (transfer full) */
CogText *cog_text_slice (const CogText *text, guint start, guint end);
/* One behind the other. A span that ends where the same one begins anew is one: what was sliced is
 * whole again. (transfer full) */
CogText *cog_text_join (const CogText *first, const CogText *second, const char *separator);

/* Pieces and links of source that target does not have (compared by markup, each counted):
 * what the writer of target still lacks. An equation that target alone has stands for one of
 * source's: an amount in it was converted. (transfer full) (element-type CogCode) */
GPtrArray *cog_text_list_missing (const CogText *source, const CogText *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogText, cog_text_free)

G_END_DECLS
