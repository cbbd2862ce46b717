/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-licence.h"

G_BEGIN_DECLS

/* What a licence lets others do with the edition, in a sentence; translated. (transfer none) */
const char *cog_licence_meaning_describe (const CogLicence *licence);
/* What a source's licence (an expression; nullable) means for who wants to adapt it. (transfer
 * none) */
const char *cog_licence_meaning_describe_source (const char *expression);

G_END_DECLS
