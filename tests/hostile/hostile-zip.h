/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zip as no zip program would make it: names, modes, flags and counts are what we say. */
typedef struct _HostileZip HostileZip;

HostileZip *hostile_zip_new (void);
/* mimetype, container and a package "OPS/b.opf" whose spine is "p.xhtml"; items: further rows of
 * the manifest. */
HostileZip *hostile_zip_new_epub (const char *items);
void hostile_zip_add (HostileZip *self, const char *name, const char *text);
/* Deflated; text may hold NULs. */
void hostile_zip_add_packed (HostileZip *self, const char *name, const void *data, gsize length);
void hostile_zip_add_link (HostileZip *self, const char *name, const char *target);
/* The page of the EPUB's spine, as a whole XHTML file around the body. */
void hostile_zip_add_page (HostileZip *self, const char *body);
/* Another name for the data of the entry before: bombs that overlap. */
void hostile_zip_add_again (HostileZip *self, const char *name);
/* General purpose flags of all entries; bit 0: encrypted. */
void hostile_zip_set_flags (HostileZip *self, guint16 flags);
/* (transfer full); frees the zip. */
GBytes *hostile_zip_end (HostileZip *self);
void hostile_zip_write (HostileZip *self, const char *path);

G_END_DECLS
