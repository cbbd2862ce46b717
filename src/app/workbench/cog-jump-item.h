/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-search-places.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A place to go to, in a list. Immutable. */
#define COG_TYPE_JUMP_ITEM (cog_jump_item_get_type ())
G_DECLARE_FINAL_TYPE (CogJumpItem, cog_jump_item, COG, JUMP_ITEM, GObject)

CogJumpItem *cog_jump_item_new (CogJump *jump); /* takes it */
const CogJump *cog_jump_item_get_jump (CogJumpItem *self);

G_END_DECLS
