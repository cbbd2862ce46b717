/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mtef.h"

G_BEGIN_DECLS

/* A formula on its way to MathML. */
typedef struct
{
  const guint8 *data;
  gsize size, at;
  gboolean is_bad; /* from then on all that is read is 0 */
  gboolean is_old; /* version 3 and before: options stand in the tag */
  guint depth, n_nodes;
  xmlDoc *doc;
  xmlNs *ns;
} CogMtef;

/* What a template holds. */
typedef struct
{
  guint selector;   /* as version 5 numbers them */
  guint variation;  /* bits, as version 5 */
  GPtrArray *slots; /* (element-type xmlNode): mrow, in no tree, or NULL: an empty one */
  xmlNode *signs;   /* mrow, in no tree: its characters, such as the sign of a sum */
} CogMtefTemplate;

xmlNode *cog_mtef_new (CogMtef *self, const char *name);
xmlNode *cog_mtef_add (CogMtef *self, xmlNode *parent, const char *name);
xmlNode *cog_mtef_add_token (CogMtef *self, xmlNode *parent, const char *name, const char *text);
/* Puts a slot (NULL: an empty one) at the end of parent, as one element. */
void cog_mtef_take_slot (CogMtef *self, xmlNode *parent, xmlNode *slot);

/* A character in its typeface, with its embellishments behind it. */
void cog_mtef_add_character (CogMtef *self, xmlNode *row, guint typeface, guint code);
void cog_mtef_embellish (CogMtef *self, xmlNode *row, guint embellishment);

/* Selector and variation of version 3 in those of version 5. */
void cog_mtef_template_modernise (CogMtefTemplate *template);
/* Adds it to a row; takes its slots. */
void cog_mtef_add_template (CogMtef *self, xmlNode *row, CogMtefTemplate *template);

G_END_DECLS
