/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-read-private.h"

#include "cog-error.h"
#include "cog-xliff-pieces.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
cog_xliff_is_version (const char *text, gsize n_bytes, const char *version)
{
  CogXliffPieces pieces;
  CogXliffPiece piece;
  g_autofree char *found = NULL;

  cog_xliff_pieces_init (&pieces, text, MIN (n_bytes, 64 * 1024));
  piece = cog_xliff_pieces_next (&pieces);
  if (piece.kind != COG_XLIFF_ROOT)
    return FALSE;
  found = cog_xliff_tag_dup_attribute (&piece, "version");
  return found != NULL && g_str_has_prefix (found, version);
}

typedef struct
{
  const CogXliffVersion *version;
  const CogExchangeReceiver *receiver;
  CogXliffPiece root, file; /* start tags; kind END: none yet */
  gboolean is_wanted;       /* the languages of what is read */
} Reading;

static void
append_tag (GString *whole, const CogXliffPiece *tag)
{
  gsize n = tag->n_bytes;

  /* "<file/>" with units behind it is damage of its own. */
  if (n >= 2 && tag->text[n - 2] == '/')
    n -= 2;
  else if (n >= 1 && tag->text[n - 1] == '>')
    n -= 1;
  g_string_append_len (whole, tag->text, (gssize)n);
  g_string_append_c (whole, '>');
}

/* A unit with what its prefixes may be declared in. */
static xmlDoc *
parse_unit (const Reading *reading, const CogXliffPiece *piece)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *root = NULL;
  g_autofree char *file = NULL;

  if (reading->root.kind != COG_XLIFF_ROOT)
    return NULL;
  root = cog_xliff_tag_dup_name (&reading->root);
  append_tag (whole, &reading->root);
  if (reading->file.kind == COG_XLIFF_FILE)
    {
      file = cog_xliff_tag_dup_name (&reading->file);
      append_tag (whole, &reading->file);
    }
  g_string_append_len (whole, piece->text, (gssize)piece->n_bytes);
  if (file != NULL)
    g_string_append_printf (whole, "</%s>", file);
  g_string_append_printf (whole, "</%s>", root);
  bytes = g_bytes_new_static (whole->str, whole->len);
  return cog_xml_parse (bytes, "XLIFF", NULL, NULL);
}

static const xmlNode *
find_unit (const xmlDoc *document)
{
  const xmlNode *root = xmlDocGetRootElement ((xmlDoc *)document);

  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    if (node->type == XML_ELEMENT_NODE &&
        (cog_xml_is (node, NULL, "unit") || cog_xml_is (node, NULL, "trans-unit")))
      return node;
  return NULL;
}

static gboolean
take_unit (Reading *reading, const CogXliffPiece *piece, GError **error)
{
  const CogExchangeReceiver *receiver = reading->receiver;
  g_autoptr (xmlDoc) document = NULL;
  const xmlNode *node;
  CogExchangeUnit *unit;

  if (!reading->is_wanted)
    return TRUE;
  document = parse_unit (reading, piece);
  node = document != NULL ? find_unit (document) : NULL;
  unit = node != NULL ? reading->version->convert (node) : NULL;
  if (unit == NULL)
    {
      receiver->damaged (piece->line, receiver->user_data);
      return TRUE;
    }
  /* Something that is no text. */
  if (unit->id == NULL)
    {
      cog_exchange_unit_free (unit);
      return TRUE;
    }
  unit->line = piece->line;
  return receiver->take (unit, receiver->user_data, error);
}

static void
take_languages (Reading *reading, const CogXliffPiece *tag)
{
  const CogXliffVersion *version = reading->version;
  g_autofree char *source = cog_xliff_tag_dup_attribute (tag, version->source_language);
  g_autofree char *target = cog_xliff_tag_dup_attribute (tag, version->target_language);

  reading->is_wanted =
      reading->receiver->languages (source, target, tag->line, reading->receiver->user_data);
}

gboolean
cog_xliff_read (const CogXliffVersion *version,
                const char *text,
                gsize n_bytes,
                const char *name,
                const CogExchangeReceiver *receiver,
                GError **error)
{
  Reading reading = { .version = version, .receiver = receiver };
  CogXliffPieces pieces;

  cog_xliff_pieces_init (&pieces, text, n_bytes);
  for (;;)
    {
      CogXliffPiece piece = cog_xliff_pieces_next (&pieces);

      switch (piece.kind)
        {
        case COG_XLIFF_END:
          return TRUE;
        case COG_XLIFF_TRUNCATED:
          receiver->damaged (0, receiver->user_data);
          return TRUE;
        case COG_XLIFF_ROOT:
          reading.root = piece;
          if (!version->has_file_languages)
            take_languages (&reading, &piece);
          break;
        case COG_XLIFF_FILE:
          reading.file = piece;
          if (version->has_file_languages)
            take_languages (&reading, &piece);
          break;
        case COG_XLIFF_UNIT:
          if (!take_unit (&reading, &piece, error))
            return FALSE;
          break;
        case COG_XLIFF_DAMAGED:
          receiver->damaged (piece.line, receiver->user_data);
          break;
        }
    }
}

void
cog_xliff_read_inline (const CogXliffVersion *version,
                       CogExchangeBuilder *builder,
                       const xmlNode *element,
                       gpointer user_data)
{
  const xmlNode *node = element->children;

  while (node != NULL)
    {
      if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
          node->content != NULL)
        cog_exchange_builder_add_text (builder, (const char *)node->content, -1);
      else if (node->type == XML_ELEMENT_NODE && version->enter (builder, node, user_data))
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          version->leave (builder, node, user_data);
        }
      while (node->next == NULL && node->parent != element)
        {
          node = node->parent;
          version->leave (builder, node, user_data);
        }
      node = node->next;
    }
}
