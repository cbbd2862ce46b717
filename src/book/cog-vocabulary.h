/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * The book's normal form: DESIGN.md §5. One table says for each element what it is; the validator,
 * the readers' mapping and the writers all go by it.
 *
 * What holds in normal form:
 * - A section's content is one XHTML `section` element that holds blocks only.
 * - An element of content model BLOCKS holds blocks only, one of INLINES holds text and inlines
 * only. One of EITHER holds either, never both mixed: `li`, `dd`, `td`, `th`, `figcaption`, `dt`:
 * as soon as one child is a block, all text is in `p`.
 * - A **unit** is an element that holds inlines (a leaf block: h1–h6, p, li, td, caption, …) and
 * says something: text, or an inline object (math, img); further a display `math`, and the
 *   alternative text of an `img` (id of the img + "@alt").
 * - Every leaf block, img, figure, table, math (display), section, and every target of a link has
 * an `id`. Ids are unique in the whole book, and match [A-Za-z_][A-Za-z0-9._-]*.
 * - Links in the book are `#id`, whatever section the id is in, and exist. Others have one of the
 * schemes http, https, mailto, tel, doi, urn.
 * - `src`, `poster` are names of assets of the book.
 * - Notes: `<a epub:type="noteref" role="doc-noteref" href="#n">1</a>` → `<aside
 * epub:type="footnote" role="doc-footnote" id="n">` blocks `</aside>`, standing after the block
 * that refers to it or at the section's end (endnotes: `li epub:type="endnote"`). Backlinks of the
 * source are dropped: writers make their own.
 * - Page breaks of a printed edition: `<span epub:type="pagebreak" role="doc-pagebreak" id=""
 *   aria-label="12"/>`, inline.
 * - Exercise: `<section epub:type="practice" class="exercise">` that holds `<section
 *   epub:type="question" class="problem">` and, after it, any number of `<section
 * epub:type="answer" class="solution">`. Notes and boxes: `<aside
 * class="note|example|tip|warning…">`, learning objectives: `<section
 * epub:type="learning-objectives">`, glossary: `dl epub:type="glossary"`.
 * - Headings of boxes and exercises are h1–h6 too, one level below the section that they stand in.
 * - A section's own heading, where it has one, is the first element of its content, an `h1`; what
 * stands below it in the same content are h2–h6 without gaps. Writers shift levels by the section's
 * depth.
 * - MathML has the namespace without prefix, presentation elements only; SVG is
 *   sanitised (no script, no handler, no foreignObject, no remote reference).
 * - No comments, no processing instructions, no CDATA nodes, no entity references.
 */
typedef enum
{
  COG_MODEL_EMPTY,   /* img, br, hr, track */
  COG_MODEL_INLINES, /* p, h1, pre, caption, summary, and all inline elements */
  COG_MODEL_BLOCKS,  /* section, blockquote, aside, figure, ul, table, … */
  COG_MODEL_EITHER,  /* li, dd, dt, td, th, figcaption */
  COG_MODEL_FOREIGN, /* math, svg: their own vocabularies */
} CogModel;

typedef enum
{
  COG_ELEMENT_SECTION,
  COG_ELEMENT_HEADING, /* h1–h6 */
  COG_ELEMENT_PARAGRAPH,
  COG_ELEMENT_PREFORMATTED,
  COG_ELEMENT_LIST,             /* ul, ol */
  COG_ELEMENT_ITEM,             /* li */
  COG_ELEMENT_DESCRIPTION_LIST, /* dl */
  COG_ELEMENT_TERM,             /* dt */
  COG_ELEMENT_DESCRIPTION,      /* dd */
  COG_ELEMENT_TABLE,
  COG_ELEMENT_CAPTION,   /* of a table */
  COG_ELEMENT_ROW_GROUP, /* thead, tbody, tfoot */
  COG_ELEMENT_ROW,
  COG_ELEMENT_CELL,        /* td */
  COG_ELEMENT_HEADER_CELL, /* th */
  COG_ELEMENT_FIGURE,
  COG_ELEMENT_FIGURE_CAPTION,
  COG_ELEMENT_IMAGE, /* block in a figure, inline in a text */
  COG_ELEMENT_AUDIO,
  COG_ELEMENT_VIDEO,
  COG_ELEMENT_TRACK,
  COG_ELEMENT_QUOTE, /* blockquote */
  COG_ELEMENT_ASIDE,
  COG_ELEMENT_RULE, /* hr */
  COG_ELEMENT_DETAILS,
  COG_ELEMENT_SUMMARY,
  COG_ELEMENT_MATH,  /* display="block": a block; else inline */
  COG_ELEMENT_SVG,   /* the same: a block in a figure or section; else inline */
  COG_ELEMENT_BREAK, /* br */
  COG_ELEMENT_LINK,  /* a */
  COG_ELEMENT_SPAN,  /* em strong code sub sup span q cite abbr dfn kbd samp var bdi bdo small s
                        mark time i b u ruby rb rt rp: inline, without a meaning of its own to us */
} CogElement;

typedef struct
{
  const char *name; /* XHTML's name; "math" and "svg" in their namespaces */
  CogElement element;
  CogModel model;
  gboolean is_block;
  gboolean is_inline;
  const char *parents;    /* the only parents it may have, separated by spaces; NULL: wherever its
                             kind may stand */
  const char *attributes; /* beside the global ones (id lang dir class epub:type role title
                             aria-label aria-describedby) */
} CogVocabularyRow;

/* The row of an element, or NULL if it is not in the vocabulary. (transfer none) */
const CogVocabularyRow *cog_vocabulary_lookup (const xmlNode *element);
const CogVocabularyRow *cog_vocabulary_lookup_name (const char *name);
const CogVocabularyRow *cog_vocabulary_get_rows (gsize *n_rows);

/* Whether a class (one word) is among the documented ones. */
gboolean cog_vocabulary_has_class (const char *word);
/* Whether an epub:type / DPUB-ARIA role (one word) is in the published vocabularies. */
gboolean cog_vocabulary_has_type (const char *word);
gboolean cog_vocabulary_has_role (const char *word);
/* The role="doc-…" that goes with an epub:type, or NULL. */
const char *cog_vocabulary_role_for_type (const char *word);
gboolean cog_vocabulary_allows_attribute (const CogVocabularyRow *row, const xmlAttr *attribute);
/* MathML presentation elements and attributes; SVG elements and attributes that are harmless. */
gboolean cog_vocabulary_has_math_element (const char *name);
gboolean cog_vocabulary_has_math_attribute (const char *name);
gboolean cog_vocabulary_has_svg_element (const char *name);
gboolean cog_vocabulary_has_svg_attribute (const char *name);
gboolean cog_vocabulary_allows_link (const char *href); /* scheme of an outside link */

/* Whether an element in normal form stands as a block (math and img by where and how they stand).
 */
gboolean cog_vocabulary_is_block_node (const xmlNode *node);

G_END_DECLS
