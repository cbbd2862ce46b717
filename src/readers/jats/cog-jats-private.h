/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-jats.h"

G_BEGIN_DECLS

/* The parser stops at 256; what is set here is the depth of our own calls. */
#define COG_JATS_DEPTH 120

/* One article on its way to XHTML. */
typedef struct
{
  const CogJatsContext *context;
  xmlDoc *out;
  xmlNs *xhtml;
  xmlNs *epub;
  GHashTable *by_id; /* id → const xmlNode of the article */
  GHashTable *noted; /* ids of fn that the text refers to */
  xmlNode *notes;    /* asides, put at the end of the body */
  guint n_notes;
  guint n_items; /* ids made for things that have permissions but no id */
  guint level;   /* of the heading that a title here would be */
  guint depth;
} CogJatsWalk;

typedef void (*CogJatsConvert) (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);

/* Any node, by the table of elements; all that is in it. */
void cog_jats_convert (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_children (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
/* The same without those of one name. */
void cog_jats_convert_others (CogJatsWalk *walk,
                              const xmlNode *node,
                              xmlNode *parent,
                              const char *const *without);

/* What all elements are made with. (transfer none) */
xmlNode *cog_jats_add (CogJatsWalk *walk, xmlNode *parent, const char *name);
void cog_jats_add_text (xmlNode *parent, const char *text);
void cog_jats_set_type (CogJatsWalk *walk, xmlNode *node, const char *type);
/* id and language. */
void cog_jats_copy_global (const xmlNode *from, xmlNode *to);
gboolean cog_jats_is (const xmlNode *node, const char *name);
xmlNode *cog_jats_wrap (CogJatsWalk *walk,
                        const xmlNode *node,
                        xmlNode *parent,
                        const char *name,
                        const char *class_name);
xmlNode *cog_jats_add_heading (CogJatsWalk *walk, xmlNode *parent);
/* What stands before a title or caption ("Figure 1"), as a thing of its own. */
void cog_jats_add_label (CogJatsWalk *walk, const xmlNode *label, xmlNode *parent);
xmlNode *cog_jats_add_link (CogJatsWalk *walk, xmlNode *parent, const char *href, const char *text);
/* The text of a child, folded; NULL where there is none. (transfer full) (nullable) */
char *cog_jats_dup_child_text (const xmlNode *node, const char *name);
/* xlink:href, trimmed; NULL where it is empty. (transfer full) (nullable) */
char *cog_jats_dup_href (const xmlNode *node);
/* The text of a node without notes and references to them. (transfer full) */
char *cog_jats_dup_title (const xmlNode *node);
/* "Ana Maria Neves" of a name, string-name, name-alternatives or collab, as the language of the
 * name orders it. (transfer full) (nullable) */
char *cog_jats_dup_name (const xmlNode *node);
/* "Hoehnea 49(2), 13–19 (2022)". (transfer full) (nullable) */
char *cog_jats_dup_journal (const xmlNode *article);
/* The permissions of a figure, table or box as a credit of its own; gives target an id if it has
 * none. */
void cog_jats_take_permissions (CogJatsWalk *walk, const xmlNode *node, xmlNode *target);
/* Reads one permissions element into a credit: cog-jats-permissions.c. */
void cog_jats_read_permissions (const xmlNode *permissions,
                                void (*found) (CogEvidenceKind kind,
                                               const char *place,
                                               const char *words,
                                               const char *url,
                                               gpointer user_data),
                                gpointer user_data);
/* The copyright notice of permissions; made of year and holder where it is not written out.
 * (transfer full) (nullable) */
char *cog_jats_dup_copyright (const xmlNode *permissions);
/* The picture, of those that are the same, that is there and that a book can hold: a reference for
 * img. (transfer full) (nullable) */
char *cog_jats_dup_picture (CogJatsWalk *walk, const xmlNode *graphic);

/* Pieces of the article that no one element makes. */
void cog_jats_convert_front (CogJatsWalk *walk, const xmlNode *article, xmlNode *body);
void cog_jats_convert_people (CogJatsWalk *walk, const xmlNode *article, xmlNode *body);

/* Elements, by name. */
void cog_jats_convert_section (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_box (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_title (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_list (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_definitions (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_verse (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_speech (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_attribution (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_xref (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_link (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_email (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_break (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_identifier (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_note (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_figure (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_graphic (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_alternatives (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_media (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_supplement (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_formula (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_math (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_tex (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_table_wrap (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_table (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_jats_convert_references (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent);

G_END_DECLS
