/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogMemoryKeeper:
 *
 * Fills the memory of this person from a project while it is worked on: a little after each edit,
 * in a thread. What is waiting when it is finalised is still done. To be used where the project's
 * "changed" is told. A memory that cannot be written to keeps nobody from working.
 */
#define COG_TYPE_MEMORY_KEEPER (cog_memory_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CogMemoryKeeper, cog_memory_keeper, COG, MEMORY_KEEPER, GObject)

CogMemoryKeeper *cog_memory_keeper_new (CogProject *project);

G_END_DECLS
