/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"
#include "cog-packet.h"

G_BEGIN_DECLS

/* A credit with its agents, notices, evidence, permission and the chain behind it. */
void cog_pack_credit (GByteArray *bytes, const CogCredit *credit);
/* (transfer full): never NULL; of bad bytes, whatever was read before. */
CogCredit *cog_unpack_credit (CogUnpack *unpack);
/* A number, then so many. */
void cog_pack_credits (GByteArray *bytes, GPtrArray *credits);
void cog_unpack_credits (CogUnpack *unpack, GPtrArray *credits);

G_END_DECLS
