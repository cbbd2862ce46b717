/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-mtef-private.h"

#include "cog-compound.h"

#include <string.h>

/* MTEF, "MathType's Equation Format": a stream of records, each a tag and what belongs to it; lists
 * of records end with a tag of 0. Version 5 has a byte of options behind the tag, version 3 has
 * them in the tag's upper half. */

#define MAX_DEPTH 60
#define MAX_NODES 20000
#define HEADER 28 /* bytes before MTEF in the stream: EQNOLEFILEHDR */

enum
{
  END,
  LINE,
  CHAR,
  TEMPLATE,
  PILE,
  MATRIX,
  EMBELLISHMENT,
  RULER,
  FONT_STYLE, /* version 3: FONT */
  SIZE,
  FULL, /* to SUBSYM: sizes without more */
  SUBSYM = 14,
  COLOUR,
  COLOUR_DEFINITION,
  FONT_DEFINITION,
  PREFERENCES,
  ENCODING_DEFINITION,
  FUTURE = 100,
};

enum
{
  OPTION_NUDGE = 8,
  OPTION_NULL = 1, /* of a line */
  OPTION_RULER = 2,
  OPTION_SPACING = 4,
  OPTION_EMBELLISHED = 1, /* of a character; 2 in version 3 */
  OPTION_BYTE = 4,        /* its position in the font follows, in 8 bits */
  OPTION_WORD = 0x10,     /* in 16 */
  OPTION_NO_CODE = 0x20,
};

static guint
read_8 (CogMtef *self)
{
  if (self->is_bad || self->at >= self->size)
    {
      self->is_bad = TRUE;
      return 0;
    }
  return self->data[self->at++];
}

static guint
read_16 (CogMtef *self)
{
  guint low = read_8 (self);

  return low | read_8 (self) << 8;
}

/* "A variable length unsigned integer." */
static guint
read_number (CogMtef *self)
{
  guint number = read_8 (self);

  return number == 255 ? read_16 (self) : number;
}

static void
skip (CogMtef *self, gsize n)
{
  if (n > self->size - self->at)
    self->is_bad = TRUE;
  else
    self->at += n;
}

static void
skip_text (CogMtef *self)
{
  while (read_8 (self) != 0)
    ;
}

/* By how much the thing is moved, in 8 bits each, or in 16 where these are not enough. */
static void
skip_nudge (CogMtef *self, guint options)
{
  guint across, down;

  if (!(options & OPTION_NUDGE))
    return;
  across = read_8 (self);
  down = read_8 (self);
  if (across == 128 && down == 128)
    skip (self, 4);
}

static void
skip_ruler (CogMtef *self)
{
  guint n;

  /* With its tag, or without it. */
  if (self->at < self->size && self->data[self->at] == RULER)
    self->at++;
  n = read_8 (self);
  skip (self, 3 * (gsize)n);
}

static void
skip_size (CogMtef *self)
{
  guint kind = read_8 (self);

  skip (self, kind == 101 ? 2 : kind == 100 ? 3 : 1);
}

/* Lengths as nibbles: a unit, and digits up to 15. */
static void
skip_lengths (CogMtef *self)
{
  guint n = read_8 (self);
  gboolean is_high = TRUE;
  guint byte = 0;

  while (n > 0 && !self->is_bad)
    {
      guint nibble;

      if (is_high)
        byte = read_8 (self);
      nibble = is_high ? byte >> 4 : byte & 15;
      is_high = !is_high;
      if (nibble != 15)
        continue;
      n--;
      is_high = TRUE;
    }
}

static void
skip_preferences (CogMtef *self)
{
  guint n;

  read_8 (self);
  skip_lengths (self);
  skip_lengths (self);
  n = read_8 (self);
  for (guint i = 0; i < n && !self->is_bad; i++)
    if (read_8 (self) != 0)
      read_8 (self);
}

static void
skip_colour (CogMtef *self)
{
  guint options = read_8 (self);

  skip (self, options & 1 ? 8 : 6);
  if (options & 4)
    skip_text (self);
}

/* What says how it looks, and not what it says. */
static void
skip_record (CogMtef *self, guint kind)
{
  if (kind == RULER)
    skip_ruler (self);
  else if (kind == FONT_STYLE && self->is_old)
    {
      skip (self, 2);
      skip_text (self);
    }
  else if (kind == FONT_STYLE)
    {
      read_number (self);
      read_8 (self);
    }
  else if (kind == SIZE)
    skip_size (self);
  else if (kind >= FULL && kind <= SUBSYM)
    return;
  else if (kind == COLOUR)
    read_number (self);
  else if (kind == COLOUR_DEFINITION)
    skip_colour (self);
  else if (kind == FONT_DEFINITION)
    {
      read_number (self);
      skip_text (self);
    }
  else if (kind == PREFERENCES)
    skip_preferences (self);
  else if (kind == ENCODING_DEFINITION)
    skip_text (self);
  else if (kind >= FUTURE)
    skip (self, read_number (self));
  else
    self->is_bad = TRUE;
}

xmlNode *
cog_mtef_new (CogMtef *self, const char *name)
{
  if (++self->n_nodes > MAX_NODES)
    self->is_bad = TRUE;
  return xmlNewDocNode (self->doc, self->ns, (const xmlChar *)name, NULL);
}

xmlNode *
cog_mtef_add (CogMtef *self, xmlNode *parent, const char *name)
{
  return xmlAddChild (parent, cog_mtef_new (self, name));
}

xmlNode *
cog_mtef_add_token (CogMtef *self, xmlNode *parent, const char *name, const char *text)
{
  xmlNode *token = cog_mtef_add (self, parent, name);

  xmlNodeAddContent (token, (const xmlChar *)text);
  return token;
}

void
cog_mtef_take_slot (CogMtef *self, xmlNode *parent, xmlNode *slot)
{
  xmlNode *only = slot != NULL ? slot->children : NULL;

  if (slot == NULL)
    cog_mtef_add (self, parent, "mrow");
  else if (only != NULL && only->next == NULL)
    {
      xmlUnlinkNode (only);
      xmlAddChild (parent, only);
      xmlFreeNode (slot);
    }
  else
    xmlAddChild (parent, slot);
}

static void read_list (CogMtef *self, xmlNode *row, GPtrArray *slots);

static guint
read_options (CogMtef *self, guint tag)
{
  return self->is_old ? tag >> 4 : read_8 (self);
}

/* (nullable): one that only holds a place */
static xmlNode *
read_line (CogMtef *self, guint options)
{
  xmlNode *row;

  skip_nudge (self, options);
  if (options & OPTION_SPACING)
    read_16 (self);
  if (options & OPTION_RULER)
    skip_ruler (self);
  if (options & OPTION_NULL)
    return NULL;
  row = cog_mtef_new (self, "mrow");
  read_list (self, row, NULL);
  return row;
}

static void
free_slots (GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    if (g_ptr_array_index (slots, i) != NULL)
      xmlFreeNode (g_ptr_array_index (slots, i));
  g_ptr_array_unref (slots);
}

static const char *
get_align (guint align)
{
  static const char *const names[] = { NULL, "left", "center", "right", "left", "right" };

  return align < G_N_ELEMENTS (names) ? names[align] : NULL;
}

/* The cells of a table of so many columns; takes the slots. */
static xmlNode *
make_table (CogMtef *self, GPtrArray *slots, guint n_columns, guint align)
{
  xmlNode *table = cog_mtef_new (self, "mtable");
  xmlNode *row = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      if (i % n_columns == 0)
        row = cog_mtef_add (self, table, "mtr");
      cog_mtef_take_slot (self, cog_mtef_add (self, row, "mtd"), g_ptr_array_index (slots, i));
    }
  if (get_align (align) != NULL)
    cog_xml_set (table, "columnalign", get_align (align));
  g_ptr_array_unref (slots);
  return table;
}

static GPtrArray *
read_slots (CogMtef *self)
{
  GPtrArray *slots = g_ptr_array_new ();
  xmlNode *loose = cog_mtef_new (self, "mrow");

  read_list (self, loose, slots);
  xmlFreeNode (loose);
  return slots;
}

static xmlNode *
read_pile (CogMtef *self, guint options)
{
  guint align;

  skip_nudge (self, options);
  align = read_8 (self);
  read_8 (self);
  if (options & OPTION_RULER)
    skip_ruler (self);
  return make_table (self, read_slots (self), 1, align);
}

static xmlNode *
read_matrix (CogMtef *self, guint options)
{
  guint align, n_rows, n_columns;

  skip_nudge (self, options);
  read_8 (self);
  align = read_8 (self);
  read_8 (self);
  n_rows = read_8 (self);
  n_columns = read_8 (self);
  /* Lines between them: two bits each, one more than there are rows, or columns. */
  skip (self, (n_rows + 1 + 3) / 4 + (n_columns + 1 + 3) / 4);
  return make_table (self, read_slots (self), MAX (n_columns, 1), align);
}

static void
read_embellishments (CogMtef *self, xmlNode *row)
{
  while (!self->is_bad)
    {
      guint tag = read_8 (self);
      guint kind = self->is_old ? tag & 15 : tag;

      if (kind == END)
        return;
      if (kind != EMBELLISHMENT)
        {
          skip_record (self, kind);
          continue;
        }
      skip_nudge (self, read_options (self, tag));
      cog_mtef_embellish (self, row, read_8 (self));
    }
}

static void
read_character (CogMtef *self, guint options, xmlNode *row)
{
  guint typeface, code;

  skip_nudge (self, options);
  typeface = (read_8 (self) + 128) & 255;
  if (self->is_old)
    code = read_16 (self);
  else
    {
      guint position = 0;

      code = options & OPTION_NO_CODE ? 0 : read_16 (self);
      if (options & OPTION_BYTE)
        position = read_8 (self);
      else if (options & OPTION_WORD)
        position = read_16 (self);
      if (options & OPTION_NO_CODE)
        code = position;
    }
  if (!self->is_bad)
    cog_mtef_add_character (self, row, typeface, code);
  if (options & (self->is_old ? 2u : OPTION_EMBELLISHED))
    read_embellishments (self, row);
}

static void
read_template (CogMtef *self, guint options, xmlNode *row)
{
  CogMtefTemplate template = { 0 };

  skip_nudge (self, options);
  template.selector = read_8 (self);
  template.variation = read_8 (self);
  if (!self->is_old && template.variation & 0x80)
    template.variation = (template.variation & 0x7F) | read_8 (self) << 8;
  read_8 (self);
  template.slots = g_ptr_array_new ();
  template.signs = cog_mtef_new (self, "mrow");
  read_list (self, template.signs, template.slots);
  if (self->is_old)
    cog_mtef_template_modernise (&template);
  /* What it is put together from is taken off the list. */
  cog_mtef_add_template (self, row, &template);
  free_slots (template.slots);
  xmlFreeNode (template.signs);
}

/* slots: (nullable): where lines, and what stands for a line, are counted. */
static void
put (xmlNode *node, xmlNode *row, GPtrArray *slots)
{
  if (slots != NULL)
    g_ptr_array_add (slots, node);
  else if (node != NULL)
    xmlAddChild (row, node);
}

static void
read_object (CogMtef *self, guint tag, guint kind, xmlNode *row, GPtrArray *slots)
{
  guint options = read_options (self, tag);

  if (kind == LINE)
    put (read_line (self, options), row, slots);
  else if (kind == PILE)
    put (read_pile (self, options), row, slots);
  else if (kind == MATRIX)
    put (read_matrix (self, options), row, slots);
  else if (kind == CHAR)
    read_character (self, options, row);
  else
    read_template (self, options, row);
}

static void
read_list (CogMtef *self, xmlNode *row, GPtrArray *slots)
{
  if (++self->depth > MAX_DEPTH)
    self->is_bad = TRUE;
  while (!self->is_bad)
    {
      guint tag = read_8 (self);
      guint kind = self->is_old ? tag & 15 : tag;

      if (kind == END)
        break;
      if (kind <= MATRIX)
        read_object (self, tag, kind, row, slots);
      else
        skip_record (self, kind);
    }
  self->depth--;
}

xmlNode *
cog_mtef_to_mathml (GBytes *mtef, xmlDoc *doc)
{
  CogMtef self = { NULL };
  xmlNode *math, *row;
  guint version;

  g_return_val_if_fail (mtef != NULL && doc != NULL, NULL);

  self.data = g_bytes_get_data (mtef, &self.size);
  self.doc = doc;
  version = read_8 (&self);
  self.is_old = version < 5;
  if (version < 2 || version > 5)
    return NULL;
  skip (&self, 4); /* platform, program and its version */
  if (version == 5)
    {
      skip_text (&self);
      read_8 (&self);
    }
  math = xmlNewDocNode (doc, NULL, (const xmlChar *)"math", NULL);
  self.ns = xmlNewNs (math, (const xmlChar *)COG_NS_MATHML, NULL);
  xmlSetNs (math, self.ns);
  row = cog_mtef_add (&self, math, "mrow");
  read_list (&self, row, NULL);
  if (self.is_bad || cog_xml_first_element (row) == NULL)
    {
      xmlFreeNode (math);
      return NULL;
    }
  return math;
}

xmlNode *
cog_mtef_read_object (GBytes *object, xmlDoc *doc)
{
  g_autoptr (GBytes) stream = NULL;
  g_autoptr (GBytes) mtef = NULL;
  const guint8 *data;
  gsize size, head;

  g_return_val_if_fail (object != NULL && doc != NULL, NULL);

  stream = cog_compound_read (object, "Equation Native");
  if (stream == NULL)
    return NULL;
  data = g_bytes_get_data (stream, &size);
  head = size >= HEADER ? (gsize)(data[0] | data[1] << 8) : size;
  if (head < HEADER || head >= size)
    return NULL;
  mtef = g_bytes_new_from_bytes (stream, head, size - head);
  return cog_mtef_to_mathml (mtef, doc);
}
