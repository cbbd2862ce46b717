/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-address.h"

#include "cog-address.h"
#include "cog-attribution.h"

#include <string.h>

/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 64

static void
add_credit (GHashTable *addresses, const CogCredit *credit)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  g_ptr_array_add (chain, (gpointer)credit);
  for (guint i = 0; i < chain->len && i < MAX_CHAIN; i++)
    {
      const CogCredit *one = g_ptr_array_index (chain, i);

      if (one->source_url != NULL && strstr (one->source_url, "://") != NULL)
        g_hash_table_add (addresses, g_strdup (one->source_url));
      for (guint u = 0; u < one->upstream->len; u++)
        g_ptr_array_add (chain, g_ptr_array_index (one->upstream, u));
    }
}

GHashTable *
cog_pdf_addresses_new (const CogBook *book)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (book != NULL, addresses);

  for (guint i = 0; i < book->sources->len; i++)
    add_credit (addresses, g_ptr_array_index (book->sources, i));
  for (guint i = 0; i < book->credits->len; i++)
    add_credit (addresses, g_ptr_array_index (book->credits, i));
  return addresses;
}

void
cog_pdf_address_note (CogPdfInlines *inlines, const xmlNode *link)
{
  g_autofree char *href = NULL;
  g_autofree char *text = NULL;

  if (!inlines->composer->is_spelling || !cog_xml_is (link, COG_NS_XHTML, "a"))
    return;
  href = cog_xml_dup_attribute (link, "href");
  if (href == NULL || !g_hash_table_remove (inlines->composer->addresses, href))
    return;
  text = cog_xml_dup_folded_text (link);
  if (g_str_equal (text, href))
    return;
  cog_pdf_address_flush (inlines);
  inlines->address = cog_address_dup_printed (href);
}

/* Quotation marks that close in one language open in another: here, behind a title, each closes. */
static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION || c == '"' ||
         c == '\'' || c == 0x300b || c == 0x300d || c == 0x300f;
}

gsize
cog_pdf_address_measure_marks (const CogPdfInlines *inlines, const char *text)
{
  const char *p = text;

  if (inlines->address == NULL)
    return 0;
  /* French: a space before the mark. */
  while (*p == ' ' || g_utf8_get_char (p) == 0xa0 || g_utf8_get_char (p) == 0x202f)
    p = g_utf8_next_char (p);
  if (!is_mark (g_utf8_get_char (p)))
    return 0;
  while (is_mark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize)(p - text);
}

char *
cog_pdf_address_dup_held (const CogPdfInlines *inlines, const char *text)
{
  g_auto (GStrv) pieces = NULL;

  if (!inlines->composer->is_spelling || !inlines->paragraph->setting.is_rtl ||
      strstr (text, "://") == NULL)
    return NULL;
  pieces = g_strsplit (text, "://", -1);
  return g_strjoinv ("://\u2060", pieces);
}

void
cog_pdf_address_flush (CogPdfInlines *inlines)
{
  g_autofree char *address = g_steal_pointer (&inlines->address);
  gboolean is_rtl = inlines->paragraph->setting.is_rtl;
  g_auto (GStrv) around = NULL;
  g_autofree char *text = NULL;
  g_autofree char *held = NULL;

  if (address == NULL)
    return;
  around = g_strsplit (cog_attribution_get_word (inlines->composer->book->language, "bracketed"),
                       "{text}", 2);
  text = g_strconcat (around[0], is_rtl ? "\u2068" : "", address, is_rtl ? "\u2069" : "", around[1],
                      NULL);
  held = cog_pdf_address_dup_held (inlines, text);
  cog_pdf_inlines_append_text (inlines, held != NULL ? held : text);
}
