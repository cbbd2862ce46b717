/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-reading-options.h"
#include "cog-report.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogDocxPackage:
 *
 * The parts of a DOCX (ECMA-376 part 2, Open Packaging Conventions): which is the main one, by its
 * content type, and what each part points to. Both namespaces of part 1, transitional and strict,
 * count as one.
 */
typedef struct _CogDocxPackage CogDocxPackage;

typedef enum
{
  COG_DOCX_W,    /* WordprocessingML */
  COG_DOCX_M,    /* Office Math */
  COG_DOCX_A,    /* DrawingML, its main namespace */
  COG_DOCX_R,    /* relationships */
  COG_DOCX_OTHER /* none of these */
} CogDocxSpace;

/* The main part's name in the container, as its content type says; NULL: no such file. (transfer
 * full) (nullable) */
char *cog_docx_dup_main_name (CogContainer *container);

/* Errors: COG_ERROR_INPUT where the main part is missing or cannot be parsed. */
CogDocxPackage *cog_docx_package_new (CogContainer *container,
                                      CogReport *report,
                                      CogTrackedChanges changes,
                                      GError **error);
void cog_docx_package_free (CogDocxPackage *self);

const char *cog_docx_package_get_main (CogDocxPackage *self);
/* The part's root element; parsed once. Changes that are to be rejected are turned round: what was
 * inserted stands as deleted, and the other way, so that whoever accepts them all has rejected
 * them. part: its name in the container. (transfer none) (nullable): it is not there, or is broken
 * (reported) */
xmlNode *cog_docx_package_get_root (CogDocxPackage *self, const char *part);
/* A part as it is. (transfer full) (nullable) */
GBytes *cog_docx_package_read (CogDocxPackage *self, const char *part);
/* The name of the part that the main part has for a kind: "styles", "footnotes". (transfer none)
 * (nullable) */
const char *cog_docx_package_find_kind (CogDocxPackage *self, const char *kind);
/* The target of a relation: a name in the container, or an address where is_external gets TRUE.
 * (transfer none) (nullable) */
const char *cog_docx_package_get_target (CogDocxPackage *self,
                                         const char *part,
                                         const char *id,
                                         gboolean *is_external);
/* Every part of a kind that the main part has: headers, footers. (transfer container)
 * (element-type utf8) */
GPtrArray *cog_docx_package_list_kind (CogDocxPackage *self, const char *kind);

/* Of every tracked change in a subtree, its opposite (17.13.5). */
void cog_docx_reverse_changes (xmlNode *root);

CogDocxSpace cog_docx_space (const xmlNode *node);
gboolean cog_docx_is (const xmlNode *node, const char *name);      /* w: */
gboolean cog_docx_is_math (const xmlNode *node, const char *name); /* m: */
/* A child of the same namespace as its parent: w:pPr of w:p. (nullable) */
xmlNode *cog_docx_child (const xmlNode *node, const char *name);
/* An attribute by its local name, in whichever namespace but that of relations. (transfer full)
 * (nullable) */
char *cog_docx_dup (const xmlNode *node, const char *name);
/* One in the namespace of relations: r:id, r:embed. (transfer full) (nullable) */
char *cog_docx_dup_relation (const xmlNode *node, const char *name);
/* The val of a child. (transfer full) (nullable) */
char *cog_docx_dup_child_val (const xmlNode *node, const char *child);
/* -1: not said; 0: off; 1: on (17.17.4, ST_OnOff). */
int cog_docx_toggle (const xmlNode *properties, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogDocxPackage, cog_docx_package_free)

G_END_DECLS
