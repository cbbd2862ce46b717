/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html-bounded.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>

/* Real pages take 10 to 30 bytes for one of text. */
#define MEMORY_FOR_ANY (64u << 20) /* bytes */
#define MEMORY_PER_BYTE 100
#define MEMORY_AT_MOST ((gsize)3 << 29) /* 1.5 GiB */

typedef struct _Block Block;
struct _Block
{
  _Alignas(max_align_t) Block *previous; /* so that what is behind it can hold anything */
  Block *next;
  gsize size;
};

struct _CogHtmlBounded
{
  GumboOutput *output;
  Block blocks; /* head of a ring of all that is taken */
  gsize taken;
  gsize limit;
  jmp_buf too_much;
};

static void *
take (void *user_data, size_t size)
{
  CogHtmlBounded *self = user_data;
  Block *block = NULL;

  if (size < self->limit && self->taken + size + sizeof (Block) <= self->limit)
    block = malloc (sizeof (Block) + size);
  /* Gumbo cannot be told that there is no more; it holds nothing but what it took here. */
  if (block == NULL)
    longjmp (self->too_much, 1);
  block->size = size + sizeof (Block);
  block->previous = &self->blocks;
  block->next = self->blocks.next;
  block->next->previous = block;
  self->blocks.next = block;
  self->taken += block->size;
  return block + 1;
}

static void
give_back (void *user_data, void *data)
{
  CogHtmlBounded *self = user_data;
  Block *block;

  if (data == NULL)
    return;
  block = (Block *)data - 1;
  block->previous->next = block->next;
  block->next->previous = block->previous;
  self->taken -= block->size;
  free (block);
}

CogHtmlBounded *
cog_html_bounded_parse (const char *text, gsize length)
{
  CogHtmlBounded *self = g_new0 (CogHtmlBounded, 1);
  GumboOptions options = kGumboDefaultOptions;

  g_return_val_if_fail (text != NULL, NULL);

  self->blocks.next = self->blocks.previous = &self->blocks;
  self->limit = MIN (MEMORY_AT_MOST, MEMORY_FOR_ANY + length * MEMORY_PER_BYTE);
  options.allocator = take;
  options.deallocator = give_back;
  options.userdata = self;
  options.max_errors = 0; /* nobody reads them; each at the end of a page names all that is open */
  if (setjmp (self->too_much) != 0)
    {
      cog_html_bounded_free (self);
      return NULL;
    }
  self->output = gumbo_parse_with_options (&options, text, length);
  return self;
}

const GumboOutput *
cog_html_bounded_get_output (CogHtmlBounded *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->output;
}

/* All at once: gumbo's own walk over the tree recurses. */
void
cog_html_bounded_free (CogHtmlBounded *self)
{
  if (self == NULL)
    return;
  while (self->blocks.next != &self->blocks)
    {
      Block *block = self->blocks.next;

      self->blocks.next = block->next;
      free (block);
    }
  g_free (self);
}
