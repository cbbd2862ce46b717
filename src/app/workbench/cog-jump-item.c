/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jump-item.h"

struct _CogJumpItem
{
  GObject parent_instance;
  CogJump *jump;
};

G_DEFINE_FINAL_TYPE (CogJumpItem, cog_jump_item, G_TYPE_OBJECT)

static void
cog_jump_item_finalize (GObject *object)
{
  cog_jump_free (COG_JUMP_ITEM (object)->jump);
  G_OBJECT_CLASS (cog_jump_item_parent_class)->finalize (object);
}

static void
cog_jump_item_class_init (CogJumpItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_jump_item_finalize;
}

static void
cog_jump_item_init (CogJumpItem *self)
{
}

CogJumpItem *
cog_jump_item_new (CogJump *jump)
{
  CogJumpItem *self = g_object_new (COG_TYPE_JUMP_ITEM, NULL);

  self->jump = jump;
  return self;
}

const CogJump *
cog_jump_item_get_jump (CogJumpItem *self)
{
  g_return_val_if_fail (COG_IS_JUMP_ITEM (self), NULL);
  return self->jump;
}
