/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/* Findings as cog_stream_send_findings() packs them. Their kinds stand in tables of many files of
 * the helper; here each is made once by its id and stays for good. A kind's sentence is data,
 * looked up among the translations and shown: it is never a format, and there are no more kinds
 * than a few hundred, whatever a helper says. */
gboolean cog_received_findings_check (GBytes *bytes);
/* Only of bytes that were checked. */
void cog_received_findings_add (GBytes *bytes, CogReport *report);

G_END_DECLS
