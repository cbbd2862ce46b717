/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* What a writer wrote, read back with nothing but the guards of src/base. */
typedef struct
{
  CogContainer *container;
  GHashTable *documents; /* name → xmlDoc, of pages and packages */
} Written;

/* A zip (.epub, .zip), a folder (ends in "/") or one page. Must be readable. */
Written *written_open (const char *path);
void written_free (Written *self);
/* An entry as XML or HTML; must be there. (transfer none) */
xmlDoc *written_get (Written *self, const char *name);

/* XPath 1.0 with the prefixes h (XHTML), m (MathML), epub, opf, dc, ncx, those of Word documents
 * (w, wp, omml, rel, custom) and of OpenDocument (office, text, table, draw, style, fo, svgc, meta,
 * manifest). Number of nodes, or the
 * string value, with white space folded (transfer full). */
guint written_count (Written *self, const char *name, const char *path);
char *written_dup (Written *self, const char *name, const char *path);

/* Every href and src of a page leads to a file, and to an id in it, that is there; none of them is
 * remote but a link's. Nothing in it runs. */
void written_assert_sound (Written *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Written, written_free)

G_END_DECLS
