/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-feed.h"

#define FIRST 24   /* rows: more than a tall window shows */
#define STEP 16    /* rows that fit between two frames without a stutter */
#define ENOUGH 200 /* rows: beyond them the list view builds only what is near */
#define PAUSE 40   /* milliseconds between steps: the frame clock must get its turn */

struct _CogUnitFeed
{
  GtkSliceListModel *slice;
  guint timeout;
};

static gboolean
grow_cb (gpointer user_data)
{
  CogUnitFeed *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice);
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  if (size < MIN (n, ENOUGH))
    {
      gtk_slice_list_model_set_size (self->slice, size + STEP);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  self->timeout = 0;
  return G_SOURCE_REMOVE;
}

CogUnitFeed *
cog_unit_feed_new (GListModel *units)
{
  CogUnitFeed *self = g_new0 (CogUnitFeed, 1);

  self->slice = gtk_slice_list_model_new (g_object_ref (units), 0, FIRST);
  return self;
}

void
cog_unit_feed_free (CogUnitFeed *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_object_unref (self->slice);
  g_free (self);
}

GListModel *
cog_unit_feed_get_model (CogUnitFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return G_LIST_MODEL (self->slice);
}

void
cog_unit_feed_start (CogUnitFeed *self)
{
  g_return_if_fail (self != NULL);

  gtk_slice_list_model_set_size (self->slice, FIRST);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, grow_cb, self, NULL);
}

void
cog_unit_feed_reach (CogUnitFeed *self, guint position)
{
  g_return_if_fail (self != NULL);

  /* A screenful below as well, so that the row can stand where it is wanted. */
  if (position < G_MAXUINT - FIRST &&
      gtk_slice_list_model_get_size (self->slice) < position + FIRST)
    gtk_slice_list_model_set_size (self->slice, position + FIRST);
}
