/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-history.h"

#include <string.h>

/* Microseconds of rest after which typing is another step. */
#define PAUSE (2 * G_USEC_PER_SEC)

typedef struct
{
  GPtrArray *changes; /* (element-type CogRichChange) */
  gint64 time;        /* of the last change */
  gboolean is_open;   /* what is typed next may join it */
} Step;

struct _CogRichHistory
{
  GPtrArray *done, *undone; /* (element-type Step); last is next */
  guint depth;              /* of begin */
  gboolean is_fresh;        /* nothing was added since begin */
};

static void
free_change (gpointer data)
{
  CogRichChange *change = data;

  cog_text_free (change->old);
  cog_text_free (change->new);
  g_free (change);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->changes);
  g_free (step);
}

CogRichHistory *
cog_rich_history_new (void)
{
  CogRichHistory *self = g_new0 (CogRichHistory, 1);

  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
  return self;
}

void
cog_rich_history_free (CogRichHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

void
cog_rich_history_clear (CogRichHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

void
cog_rich_history_begin (CogRichHistory *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth++ == 0)
    self->is_fresh = TRUE;
}

void
cog_rich_history_end (CogRichHistory *self)
{
  g_return_if_fail (self != NULL && self->depth > 0);
  self->depth--;
}

gboolean
cog_rich_history_is_in_step (const CogRichHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->depth > 0;
}

void
cog_rich_history_break (CogRichHistory *self)
{
  g_return_if_fail (self != NULL);

  if (self->done->len > 0)
    ((Step *)g_ptr_array_index (self->done, self->done->len - 1))->is_open = FALSE;
}

static gboolean
ends_in_space (const char *text)
{
  const char *last = text[0] != '\0' ? g_utf8_prev_char (text + strlen (text)) : NULL;

  return last != NULL && g_unichar_isspace (g_utf8_get_char (last));
}

static guint
get_length (const CogText *text)
{
  return (guint)g_utf8_strlen (text->plain, -1);
}

/* Typing on behind what was typed, in the same word or in the space behind it; deleting on, letter
 * by letter. */
static gboolean
goes_on (const CogRichChange *last, const CogRichChange *change)
{
  gboolean is_typing = last->old->plain[0] == '\0' && change->old->plain[0] == '\0';
  gboolean is_deleting = last->new->plain[0] == '\0' && change->new->plain[0] == '\0';

  if (is_typing)
    return change->at == last->at + get_length (last->new) && get_length (change->new) <= 32 &&
           !(ends_in_space (last->new->plain) && !ends_in_space (change->new->plain));
  if (is_deleting && get_length (change->old) == 1 && change->old->codes->len == 0)
    return (change->at == last->at || change->at + 1 == last->at) &&
           !(ends_in_space (change->old->plain) && !ends_in_space (last->old->plain));
  return FALSE;
}

static Step *
get_step (CogRichHistory *self, const CogRichChange *change, gint64 now)
{
  Step *last = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
  Step *step;

  if (self->depth > 0 && !self->is_fresh && last != NULL)
    return last;
  self->is_fresh = FALSE;
  if (last != NULL && last->is_open && now - last->time < PAUSE &&
      goes_on (g_ptr_array_index (last->changes, last->changes->len - 1), change))
    return last;
  step = g_new0 (Step, 1);
  step->changes = g_ptr_array_new_with_free_func (free_change);
  step->is_open = TRUE;
  g_ptr_array_add (self->done, step);
  return step;
}

void
cog_rich_history_add (CogRichHistory *self, guint at, CogText *old, CogText *new, gint64 now)
{
  CogRichChange *change;
  Step *step;

  g_return_if_fail (self != NULL && old != NULL && new != NULL);

  change = g_new0 (CogRichChange, 1);
  change->at = at;
  change->old = old;
  change->new = new;
  g_ptr_array_set_size (self->undone, 0);
  step = get_step (self, change, now);
  step->time = now;
  g_ptr_array_add (step->changes, change);
}

static GPtrArray *
take_step (GPtrArray *from, GPtrArray *to)
{
  Step *step;

  if (from->len == 0)
    return NULL;
  step = g_ptr_array_steal_index (from, from->len - 1);
  step->is_open = FALSE;
  g_ptr_array_add (to, step);
  return step->changes;
}

GPtrArray *
cog_rich_history_undo (CogRichHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return take_step (self->done, self->undone);
}

GPtrArray *
cog_rich_history_redo (CogRichHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return take_step (self->undone, self->done);
}

gboolean
cog_rich_history_can_undo (const CogRichHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->done->len > 0;
}

gboolean
cog_rich_history_can_redo (const CogRichHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->undone->len > 0;
}
