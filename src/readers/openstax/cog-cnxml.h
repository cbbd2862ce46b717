/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-openstax-labels.h"
#include "cog-report.h"

G_BEGIN_DECLS

/**
 * cog_cnxml_to_xhtml:
 *
 * A module's content (CNXML 0.7, 0.8) as an XHTML body, for the normalizer: every element has its
 * counterpart, with the same ids; links to other modules are "MODULE/index.cnxml#id" as file says.
 * What has none is reported. The module's tree is read only.
 */
typedef struct
{
  const char *module; /* id */
  CogOpenstaxLabels *labels;
  GHashTable *modules; /* module id → file in the container */
  CogReport *report;
} CogCnxmlContext;

xmlDoc *cog_cnxml_to_xhtml (xmlNode *document, const CogCnxmlContext *context);

G_END_DECLS
