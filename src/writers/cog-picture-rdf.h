/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

#define COG_NS_CC "http://creativecommons.org/ns#"
#define COG_NS_DC "http://purl.org/dc/elements/1.1/"
#define COG_NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define COG_NS_XMP_RIGHTS "http://ns.adobe.com/xap/1.0/rights/"

/* A property: its namespace with the prefix that it usually has, and its name. */
typedef struct
{
  const char *ns;
  const char *prefix;
  const char *name;
} CogPictureProperty;

/* What XMP and SVG say alike: Dublin Core, and Creative Commons' rights expression language. */
extern const CogPictureProperty cog_picture_title, cog_picture_creator, cog_picture_rights,
    cog_picture_source, cog_picture_licence, cog_picture_name, cog_picture_address;

/**
 * CogPictureRdf:
 *
 * What RDF/XML says of a picture: elements that have its properties as children or as attributes.
 * Everything that is not asked for stays as it stands.
 */
typedef struct
{
  GPtrArray *subjects; /* (element-type xmlNode): what is new goes into the first */
  gboolean is_changed;
} CogPictureRdf;

/* One value, white space folded: words, an address, the default of an alternative of languages, the
 * first of a list. (transfer full) (nullable) */
char *cog_picture_rdf_dup (const CogPictureRdf *rdf, const CogPictureProperty *property);
/* All values: of a list, and where the property stands several times. (transfer full)
 * (element-type utf8) */
GPtrArray *cog_picture_rdf_list (const CogPictureRdf *rdf, const CogPictureProperty *property);

void cog_picture_rdf_clear (CogPictureRdf *rdf, const CogPictureProperty *property);

/* Each takes the place of what is there; the same value is left as it stands. value: NULL: nothing
 * is done. */
void cog_picture_rdf_set_text (CogPictureRdf *rdf,
                               const CogPictureProperty *property,
                               const char *value);
/* rdf:resource */
void cog_picture_rdf_set_address (CogPictureRdf *rdf,
                                  const CogPictureProperty *property,
                                  const char *value);
/* rdf:Alt, of the language x-default */
void cog_picture_rdf_set_default (CogPictureRdf *rdf,
                                  const CogPictureProperty *property,
                                  const char *value);
/* A list of that kind: "Seq", "Bag". (nullable) */
void cog_picture_rdf_set_list (CogPictureRdf *rdf,
                               const CogPictureProperty *property,
                               const char *kind,
                               const GPtrArray *values);
/* As drawing programs name people: an element each, with a cc:Agent that has a title. (nullable) */
void cog_picture_rdf_set_agents (CogPictureRdf *rdf,
                                 const CogPictureProperty *property,
                                 const GPtrArray *values);

/* A child element of that namespace, declared where no element around it has. */
xmlNode *
cog_picture_rdf_add (xmlNode *parent, const char *ns, const char *prefix, const char *name);

G_END_DECLS
