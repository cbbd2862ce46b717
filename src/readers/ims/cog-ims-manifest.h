/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-report.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* What a resource is, by its type: IMS Common Cartridge 1.0 to 1.4, section 4; QTI; SCORM. */
typedef enum
{
  COG_IMS_WEB,        /* webcontent: a page or a file */
  COG_IMS_LINK,       /* imswl: an address */
  COG_IMS_DISCUSSION, /* imsdt */
  COG_IMS_ASSIGNMENT, /* assignment: an extension of 1.3 */
  COG_IMS_TEST,       /* QTI 1.2, or a test or item of QTI 2 */
  COG_IMS_BANK,       /* a question bank of QTI 1.2 */
  COG_IMS_TOOL,       /* imsbasiclti */
  COG_IMS_OTHER,      /* settings, and what only a platform understands */
} CogImsKind;

typedef struct
{
  char *id;
  CogImsKind kind;
  char *href;              /* as written, without the folders of xml:base (nullable) */
  char *file;              /* in the container (nullable): none, or not there */
  GPtrArray *files;        /* (element-type utf8): all of it, in the container */
  GPtrArray *dependencies; /* (element-type utf8): ids */
  xmlNode *node;
  gboolean is_taken;
} CogImsResource;

/**
 * CogImsManifest:
 *
 * imsmanifest.xml of an IMS content package, a Common Cartridge or a SCORM package. Namespaces
 * carry the versions: elements are known by their local names.
 */
typedef struct
{
  char *file; /* its name in the container */
  xmlDoc *document;
  xmlNode *metadata;     /* (nullable) */
  xmlNode *organization; /* the default one (nullable) */
  GPtrArray *resources;  /* (element-type CogImsResource), in order */
  GHashTable *by_id;
  gboolean is_scorm;
  gboolean
      is_protected; /* readers must ask a server for leave: "authorizations" of CC 1.0 to 1.2 */
} CogImsManifest;

/* The manifest's name in the container: at the root, else one folder down; in any case of letters.
 * (transfer none) (nullable) */
const char *cog_ims_manifest_find (const char *const *names);
CogImsManifest *cog_ims_manifest_new (CogContainer *container, CogReport *report, GError **error);
void cog_ims_manifest_free (CogImsManifest *self);
/* (transfer none) (nullable) */
CogImsResource *cog_ims_manifest_find_resource (CogImsManifest *self, const char *id);
/* A page by its name: HTML. */
gboolean cog_ims_is_page_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogImsManifest, cog_ims_manifest_free)

G_END_DECLS
