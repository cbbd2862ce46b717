/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* Where an EPUB of ours keeps its record: a place for files of one's own (EPUB 3.3, 4.2.6.3). */
#define COG_RIGHTS_RECORD_FILE "META-INF/cognate-rights.json"
/* And a web page: an element for data, which a browser does not run (HTML Standard, 4.12.1). */
#define COG_RIGHTS_RECORD_ID "cognate-rights"
#define COG_RIGHTS_RECORD_TYPE "application/json"
/* And a PDF, in its XMP: the property "record" of this namespace, a list whose items are, one after
 * the other, the lines of the record. */
#define COG_RIGHTS_RECORD_NS "urn:uuid:7d4f3c0e-5b8a-5e1b-9c64-0f6a2d9b8e31#"
/* A Word document, as XML of one's own: this element of that namespace (ECMA-376, part 1, 15.2.5).
 * Word and LibreOffice keep it when they save. */
#define COG_RIGHTS_RECORD_ELEMENT "record"
/* An OpenDocument text, among the properties of its own, as LibreOffice keeps these and no file
 * that it does not know (OpenDocument 1.3, part 3, 4.3.3). */
#define COG_RIGHTS_RECORD_PROPERTY "Cognate rights record"

/* The whole record of an edition's rights as JSON, to be laid into the file, so that reading it
 * again gives the same record: package metadata have no place for notices, evidence, changes, the
 * chain of sources, or things that are no file. sources (element-type CogCredit): the works that it
 * was made from, where they are not the work itself; items (element-type CogCredit): of things in
 * it. (transfer full) */
char *cog_rights_record_write (const CogCredit *work, GPtrArray *sources, GPtrArray *items);

/* The same back, which may have come from anybody. items: gets them (element-type CogCredit); they
 * may name things that are not there. The sources stand in the work's upstream. Licences are as
 * they are said, known or not. (transfer full) (nullable): NULL where it is no record, or one that
 * is no text, or larger or deeper than a record gets; items is then as it was */
CogCredit *cog_rights_record_read (const char *json, gsize length, GPtrArray *items);

G_END_DECLS
