/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An element of a page of the manual, or a run of its text. Elements are known by their local
 * names, as Mallard 1.0 gives them. Never changed once it is read; owned by its parent. */
typedef struct _CogHelpNode CogHelpNode;
struct _CogHelpNode
{
  char *name;          /* (nullable): NULL for text */
  char *text;          /* (nullable): of text; runs of spaces are one space, except in <screen> */
  char **attributes;   /* (nullable): name, value, name, value… */
  GPtrArray *children; /* (element-type CogHelpNode) */
};

/* Reads a page of the manual: XML without a document type. Returns: (transfer full) (nullable): its
 * root element; NULL with G_MARKUP_ERROR where it is no XML. */
CogHelpNode *cog_help_node_parse (const char *xml, gssize n_bytes, GError **error);
void cog_help_node_free (CogHelpNode *self);

/* Whether it is an element of this name. */
gboolean cog_help_node_is (const CogHelpNode *self, const char *name);
/* Returns: (nullable): the value of an attribute. */
const char *cog_help_node_get_attribute (const CogHelpNode *self, const char *name);
/* Returns: (nullable) (transfer none): the first child of this name. */
const CogHelpNode *cog_help_node_get_child (const CogHelpNode *self, const char *name);
/* Returns: (transfer full): all its text, without spaces at both ends. */
char *cog_help_node_dup_text (const CogHelpNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogHelpNode, cog_help_node_free)

G_END_DECLS
