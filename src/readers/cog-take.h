/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer-private.h"

G_BEGIN_DECLS

/* Taking one file into normal form: the walk is in cog-normalizer-take.c, what it does with each
 * family of elements in cog-take-*.c. */

/* What is done with an element of a foreign page. */
typedef enum
{
  COG_TAKE_UNWRAP,      /* its children take its place, in the same text */
  COG_TAKE_TRANSPARENT, /* its children take its place, but it begins and ends a paragraph */
  COG_TAKE_SKIP,        /* gone, with what is in it */
  COG_TAKE_SCRIPT,      /* gone and reported */
  COG_TAKE_FORM,        /* gone and reported */
  COG_TAKE_BLOCK,
  COG_TAKE_INLINE,
  COG_TAKE_BREAK, /* br */
  COG_TAKE_RULE,
  COG_TAKE_IMAGE,
  COG_TAKE_MEDIA,
  COG_TAKE_FRAME,  /* iframe, object, embed: a link or a picture */
  COG_TAKE_SWITCH, /* epub:switch */
} CogTakeAction;

/* The element's row of the table; what it becomes, or NULL. */
const char *cog_take_get_action (const xmlNode *node, CogTakeAction *action);

typedef struct
{
  CogNormalizer *self;
  CogBuilder *builder;
  const char *file;
  char *prefix; /* of ids in this file */
} CogTake;

/* What was opened for an element, to be closed when the walk leaves it. */
typedef struct
{
  const xmlNode *source;
  xmlNode *block;
  guint n_inlines;
  gboolean breaks;
  gboolean is_pre;
} CogTakeFrame;

typedef gboolean (*CogWordFunc) (const char *word);

/* cog-take-attributes.c */
char *cog_take_dup_language (const xmlNode *node);
char *cog_take_dup_id (CogTake *take, const xmlNode *node);
char *cog_take_dup_known_words (const char *value, CogWordFunc func);
void cog_take_set_type (xmlNode *target, const char *type);
void cog_take_copy_direction (const xmlNode *node, xmlNode *target);
void cog_take_copy_global (CogTake *take, const xmlNode *node, xmlNode *target);
void cog_take_copy_number (
    const xmlNode *node, xmlNode *target, const char *name, gint64 low, gint64 high);
void cog_take_copy_own (CogTake *take, const xmlNode *node, xmlNode *target);

/* cog-take-blocks.c */
gboolean cog_take_is_note (const xmlNode *node);
gboolean cog_take_has_class (const xmlNode *node, const char *const *words);
gboolean cog_take_holds (const xmlNode *top, const char *name);
void cog_take_open_block (CogTake *take, CogTakeFrame *frame, const xmlNode *node, const char *as);
void cog_take_open_box (CogTake *take, CogTakeFrame *frame, const xmlNode *node);

/* cog-take-inline.c */
char *cog_take_dup_link (CogTake *take, const char *href);
void cog_take_open_inline (CogTake *take, CogTakeFrame *frame, const xmlNode *node, const char *as);
void cog_take_open_styled (
    CogTake *take, CogTakeFrame *frame, const xmlNode *node, CogStyle style, const char *as);
gboolean cog_take_is_page_break (const xmlNode *node);
void cog_take_add_page_break (CogTake *take, const xmlNode *node);
xmlNode *cog_take_add_child (xmlNode *parent, const char *name);
void cog_take_add_link (CogTake *take, const char *url, const char *words);

/* cog-take-media.c */
void cog_take_add_image (CogTake *take, const xmlNode *node);
void cog_take_add_media (CogTake *take, const xmlNode *node, const char *as);
gboolean cog_take_add_frame (CogTake *take, const xmlNode *node);

/* cog-take-empty.c */
void cog_take_empty_spaces (xmlNode *root);
void cog_take_drop_empty (xmlNode *root);

G_END_DECLS
