/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* The document itself, in the package and for the places of the report. */
#define COG_ODT_CONTENT "content.xml"

/**
 * CogOdtPackage:
 *
 * An OpenDocument text (OpenDocument 1.3, part 2), whether it is a package of files or one flat
 * file of XML.
 */
typedef struct _CogOdtPackage CogOdtPackage;

/* By its media type, which stands at the head of the file. */
int cog_odt_package_bid (CogSource *source);

/* Errors: COG_ERROR_INPUT where its content is missing or cannot be parsed; COG_ERROR_ENCRYPTED. */
CogOdtPackage *cog_odt_package_new (CogSource *source,
                                    CogReport *report,
                                    GCancellable *cancellable,
                                    GError **error);
void cog_odt_package_free (CogOdtPackage *self);

/* NULL for a flat file. */
CogContainer *cog_odt_package_get_container (CogOdtPackage *self);
/* Roots of content.xml, styles.xml and meta.xml; of a flat file the same one. (transfer none)
 * (nullable): the last two may be missing */
const xmlNode *cog_odt_package_get_content (CogOdtPackage *self);
const xmlNode *cog_odt_package_get_styles (CogOdtPackage *self);
const xmlNode *cog_odt_package_get_meta (CogOdtPackage *self);
/* office:text. (nullable) */
const xmlNode *cog_odt_package_get_text (CogOdtPackage *self);
/* The root of an object's content: "./Object 1". Parsed once. (transfer none) (nullable) */
const xmlNode *cog_odt_package_get_object (CogOdtPackage *self, const char *reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOdtPackage, cog_odt_package_free)

G_END_DECLS
