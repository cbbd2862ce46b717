/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An OpenDocument text, put together in memory by a test: its text, its styles, and what a test
 * adds. */
typedef struct _OdtMaker OdtMaker;

/* body: what stands in office:text. The prefixes office, text, table, draw, style, fo, svg, xlink,
 * dc, meta, loext and math are declared. */
OdtMaker *odt_maker_new (const char *body);
/* What stands in office:automatic-styles of the content. */
void odt_maker_set_automatic (OdtMaker *self, const char *xml);
/* What stands in office:styles, and in office:master-styles. */
void odt_maker_set_styles (OdtMaker *self, const char *styles, const char *masters);
/* What stands in office:meta. */
void odt_maker_set_meta (OdtMaker *self, const char *xml);
/* A picture of one pixel, as Pictures/NAME. */
void odt_maker_add_picture (OdtMaker *self, const char *name);
/* An object of its own, as NAME/content.xml; xml: with "$NS" where the namespaces belong. */
void odt_maker_add_object (OdtMaker *self, const char *name, const char *xml);
/* A file of any kind, such as the object of another program. */
void odt_maker_add_file (OdtMaker *self, const char *name, GBytes *bytes);
/* In place of the text's media type; "" leaves the file out. */
void odt_maker_set_type (OdtMaker *self, const char *type);
/* The package, or all in one flat file; frees the maker. (transfer full) */
GBytes *odt_maker_end (OdtMaker *self);
GBytes *odt_maker_end_flat (OdtMaker *self);

G_END_DECLS
