/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* A member "notices" with what the publishers of a source want to see printed: number, kind, origin
 * ("found", "proposed", "confirmed", "dropped"), publisher, text, language, certainty, strength,
 * and whether an edition carries it where it is due. */
void cog_json_notices (JsonBuilder *builder, const CogCredit *credit);
/* The same as lines that begin with the source's id. */
void cog_print_notices (const CogProjectSource *source);

G_END_DECLS
