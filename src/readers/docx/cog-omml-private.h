/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-omml.h"

G_BEGIN_DECLS

/* One formula on its way to MathML. */
typedef struct
{
  xmlDoc *doc;
  xmlNs *ns;
  CogReport *report;
  const char *place;
} CogOmml;

/* The children of a node, into parent as they come. */
void cog_omml_convert_children (CogOmml *omml, const xmlNode *node, xmlNode *parent);
/* A child by its name, as exactly one element: an mrow where it holds more or nothing. */
xmlNode *
cog_omml_convert_argument (CogOmml *omml, const xmlNode *node, const char *name, xmlNode *parent);
xmlNode *cog_omml_add (CogOmml *omml, xmlNode *parent, const char *name);
xmlNode *cog_omml_add_operator (CogOmml *omml, xmlNode *parent, const char *text);
/* A property's value: chr of m:accPr. fallback where the property is missing; "" where it is there
 * without a value. (transfer full) */
char *cog_omml_dup_property (const xmlNode *node, const char *name, const char *fallback);
gboolean cog_omml_is_set (const xmlNode *node, const char *name);

/* m:r: its text as numbers, letters and signs. */
void cog_omml_convert_run (CogOmml *omml, const xmlNode *node, xmlNode *parent);
/* Elements that put an argument above, below or beside another one. FALSE: it is none of them. */
gboolean cog_omml_convert_script (CogOmml *omml, const xmlNode *node, xmlNode *parent);

G_END_DECLS
