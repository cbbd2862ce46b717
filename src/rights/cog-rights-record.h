/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* Where an EPUB of ours keeps its record: a place for files of one's own (EPUB 3.3, 4.2.6.3). */
#define COG_RIGHTS_RECORD_FILE "META-INF/cognate-rights.json"

/* The whole record of an edition's rights as JSON, to be laid into the file, so that reading it
 * again gives the same record: package metadata have no place for notices, evidence, changes, the
 * chain of sources, or things that are no file. sources (element-type CogCredit): the works that it
 * was made from, where they are not the work itself; items (element-type CogCredit): of things in
 * it. (transfer full) */
char *cog_rights_record_write (const CogCredit *work, GPtrArray *sources, GPtrArray *items);

/* The same back. items: gets them (element-type CogCredit). The sources stand in the work's
 * upstream. (transfer full) (nullable): NULL where it is no record */
CogCredit *cog_rights_record_read (const char *json, GPtrArray *items);

G_END_DECLS
