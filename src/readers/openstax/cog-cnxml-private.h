/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-cnxml.h"

G_BEGIN_DECLS

/* The parser stops at 256; what is set here is the depth of our own calls. */
#define COG_CNXML_DEPTH 120

/* One module on its way to XHTML. */
typedef struct
{
  const CogCnxmlContext *context;
  xmlDoc *out;
  xmlNs *xhtml;
  xmlNs *epub;
  xmlNode *notes; /* asides, put at the end of the body */
  guint n_notes;
  guint level; /* of the heading that a title here would be */
  guint depth;
  const char *number; /* of the exercise whose question begins here (nullable) */
} CogCnxmlWalk;

/* Any node, by the table of elements; all that is in it. */
void cog_cnxml_convert (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_children (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);

/* What all elements are made with. (transfer none) */
xmlNode *cog_cnxml_add (CogCnxmlWalk *walk, xmlNode *parent, const char *name);
void cog_cnxml_set_type (CogCnxmlWalk *walk, xmlNode *node, const char *type);
void cog_cnxml_copy_id (const xmlNode *from, xmlNode *to);
void cog_cnxml_add_text (xmlNode *parent, const char *text);
gboolean cog_cnxml_is (const xmlNode *node, const char *name);
/* A container that becomes an element with the same children; _deeper: one whose title is a heading
 * one level below. */
xmlNode *cog_cnxml_wrap (CogCnxmlWalk *walk,
                         const xmlNode *node,
                         xmlNode *parent,
                         const char *name,
                         const char *class_name,
                         const char *type);
void cog_cnxml_wrap_deeper (CogCnxmlWalk *walk,
                            const xmlNode *node,
                            xmlNode *parent,
                            const char *name,
                            const char *class_name,
                            const char *type);
/* "Figure 1.3" of an element. (transfer none) (nullable) */
const char *cog_cnxml_find_label (CogCnxmlWalk *walk, const xmlNode *node);
/* "1.3" alone. (transfer none) (nullable) */
const char *cog_cnxml_find_number (CogCnxmlWalk *walk, const xmlNode *node);
void cog_cnxml_add_number (CogCnxmlWalk *walk, xmlNode *parent, const char *label);
/* The number of the exercise, where its question has not begun yet. */
void cog_cnxml_add_exercise_number (CogCnxmlWalk *walk, xmlNode *parent);
xmlNode *cog_cnxml_copy_math (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);

/* The epub:type of a section of that class; NULL: none says it. */
const char *cog_cnxml_find_section_type (const char *class_name);

/* Elements, by name. */
void cog_cnxml_convert_title (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_section (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_example (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_note (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_rule (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_proof (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_exercise (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_problem (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_solution (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_commentary (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_glossary (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_definition (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_media (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_figure (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_emphasis (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_footnote (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_link (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_space (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_newline (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_quote (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_code (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_term (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_foreign (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_span (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_sub (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_cite (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_para (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_preformat (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_list (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_item (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_equation (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
void cog_cnxml_convert_table (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);

G_END_DECLS
