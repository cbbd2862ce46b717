/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* The XMP packet of a PDF (ISO 32000-1, 14.3.2), which may have come from anybody. (transfer full)
 * (nullable): there is none, it is longer than a packet gets, or the file cannot be read */
GBytes *cog_pdf_record_dup_packet (GBytes *pdf);

/* The record of rights that an edition of ours has in its packet, as cog_rights_record_read() gives
 * it. (transfer full) (nullable): it is none */
CogCredit *cog_pdf_record_read (GBytes *pdf, GPtrArray *items);
/* The same of a packet. */
CogCredit *cog_pdf_record_read_packet (GBytes *packet, GPtrArray *items);

G_END_DECLS
