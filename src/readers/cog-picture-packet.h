/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The XMP packet in a picture file: JPEG, PNG, WebP and GIF, each where ISO 16684-3 puts it. All
 * other bytes stay as they are, so that nothing is re-encoded and what other programs wrote beside
 * it is kept. */

/* (transfer full) (nullable): there is none, or the file is damaged before it */
GBytes *cog_picture_packet_find (GBytes *picture);

/* The file with this packet, in the place of the one that it has. packet: UTF-8. (transfer full)
 * (nullable): it is no such file, it is damaged, or the packet is longer than the format allows */
GBytes *cog_picture_packet_put (GBytes *picture, const char *packet);

G_END_DECLS
