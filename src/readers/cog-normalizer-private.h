/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-vocabulary.h"

G_BEGIN_DECLS

/* What few properties of a style sheet come to. */
typedef enum
{
  COG_STYLE_HIDDEN = 1 << 0,
  COG_STYLE_ITALIC = 1 << 1,
  COG_STYLE_BOLD = 1 << 2,
  COG_STYLE_SMALL_CAPS = 1 << 3,
  COG_STYLE_UNDERLINE = 1 << 4,
  COG_STYLE_STRIKE = 1 << 5,
  COG_STYLE_SUPER = 1 << 6,
  COG_STYLE_SUB = 1 << 7,
  COG_STYLE_VERTICAL = 1 << 8,
  COG_STYLE_APART = 1 << 9, /* stands away from the text around it */
} CogStyle;

CogStyle cog_style_parse_declarations (const char *css, gsize length);
/* Adds a sheet's rules to table: selector (".x", "p", "p.x", "#i") → CogStyle. */
void cog_style_add_sheet (GHashTable *table, const char *css);
CogStyle cog_style_lookup (GHashTable *table, const xmlNode *element);

struct _CogNormalizer
{
  CogBook *book;
  CogContainer *container; /* nullable */
  CogReport *report;
  GHashTable *sections;  /* file → section id */
  GHashTable *addresses; /* file → address on the web */
  GHashTable *assets;    /* file in the container → asset name */
  GHashTable *styles;    /* selector → CogStyle */
  GHashTable *aliases;   /* id that is gone → id that took its place */
  GPtrArray *taken;      /* CogSection, borrowed: those that got content */
  gboolean is_vertical;
  gboolean has_plain_ids;
};

/* Makes a copied formula one of the vocabulary: presentation MathML. What it does not know keeps
 * its text, and is reported. */
void cog_foreign_clean_math (xmlNode *math, CogReport *report, const char *file);
/* MathML and SVG, copied below parent with only what is harmless and in the vocabulary; NULL where
 * nothing is left. */
xmlNode *cog_foreign_copy_math (
    CogNormalizer *self, const char *file, const xmlNode *math, xmlNode *parent, gboolean is_block);
xmlNode *cog_foreign_copy_svg (
    CogNormalizer *self, const char *file, const char *prefix, const xmlNode *svg, xmlNode *parent);

/* One section's content, built from events. */
typedef struct _CogBuilder CogBuilder;
CogBuilder *cog_builder_new (xmlNode *root);
void cog_builder_free (CogBuilder *builder); /* closes what is open */
/* Opens a block (container or leaf) with attributes copied by the caller into the node it returns;
 * implied parents are made. */
xmlNode *cog_builder_open_block (CogBuilder *builder, const char *name);
void cog_builder_close_block (CogBuilder *builder, xmlNode *block);
/* Ends the paragraph at hand, if one was implied. */
void cog_builder_break (CogBuilder *builder);
/* An inline element: it is made anew in each block that its text goes on in. template is copied. */
void cog_builder_open_inline (CogBuilder *builder, xmlNode *template_node);
void cog_builder_close_inline (CogBuilder *builder);
/* Whether an inline element of that name is open: links do not stand in links. */
gboolean cog_builder_has_inline (CogBuilder *builder, const char *name);
void cog_builder_add_text (CogBuilder *builder, const char *text);
/* Where an inline object may be added as a child now. */
xmlNode *cog_builder_get_inline_parent (CogBuilder *builder);
/* Where a block object (display math, hr, a picture in a figure) may be added. */
xmlNode *cog_builder_get_block_parent (CogBuilder *builder);
/* The innermost open block; its document; whether it may hold a block object as it stands. */
xmlNode *cog_builder_get_block (CogBuilder *builder);
xmlDoc *cog_builder_get_document (CogBuilder *builder);
gboolean cog_builder_may_hold_block (CogBuilder *builder);
gboolean cog_builder_is_in (CogBuilder *builder, const char *name);
gboolean cog_builder_has_leaf (CogBuilder *builder);
/* An id that belongs to no element of its own: the next one made gets it. */
void cog_builder_push_id (CogBuilder *builder, const char *id);
void cog_builder_set_preformatted (CogBuilder *builder, gboolean preformatted);

void cog_normalizer_mend_notes (GPtrArray *sections);
/* A lone section around everything is the section itself: its heading is then the section's title,
 * not a second one below. Its id passes to its first child; where that has one already, @aliases
 * (both owned strings) says which, for cog_normalizer_follow_aliases(). */
void cog_normalizer_unwrap (xmlNode *root, GHashTable *aliases);

/* Makes links to ids that are gone lead to those that took their place. */
void cog_normalizer_follow_aliases (xmlNode *root, GHashTable *aliases);
/* Empty places that nothing in the book leads to: what converters leave behind by the thousand. */
void cog_normalizer_drop_anchors (GPtrArray *sections);
void cog_normalizer_level_headings (xmlNode *root);
void cog_normalizer_mend_tables (xmlNode *root);
void cog_normalizer_mend_lists (xmlNode *root);

G_END_DECLS
