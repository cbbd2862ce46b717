/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include <string.h>

static void
index_section (CogMarkup *self, const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  guint count = 0;

  g_hash_table_insert (self->owners, g_strdup (section->id), section->id);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *href = NULL;

      if (cog_xml_is (n, COG_NS_XHTML, "a") && cog_xml_has_word (n, "epub:type", "noteref"))
        {
          href = cog_xml_dup_attribute (n, "href");
          if (id == NULL)
            {
              /* The way back needs a place to go to. */
              id = g_strdup_printf ("%s-ref-%u", section->id, ++count);
              cog_xml_set (n, "id", id);
            }
          if (href != NULL && href[0] == '#' && !g_hash_table_contains (self->references, href + 1))
            g_hash_table_insert (self->references, g_strdup (href + 1), g_strdup (id));
        }
      if (id != NULL)
        g_hash_table_insert (self->owners, id, section->id);
    }
}

CogMarkup *
cog_markup_new (const CogBook *book, CogMarkupKind kind)
{
  CogMarkup *self = g_new0 (CogMarkup, 1);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  self->book = book;
  self->kind = kind;
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->credited = g_hash_table_new (g_str_hash, g_str_equal);
  self->assets = g_strdup ("");
  for (guint i = 0; i < sections->len; i++)
    index_section (self, g_ptr_array_index (sections, i));
  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (credit->item != NULL)
        g_hash_table_add (self->credited, credit->item);
    }
  return self;
}

void
cog_markup_free (CogMarkup *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->credited);
  cog_picture_stamps_free (self->stamps);
  g_free (self->assets);
  g_free (self);
}

char *
cog_markup_dup_file (GHashTable *taken, const CogSection *section, const char *extension)
{
  g_return_val_if_fail (taken != NULL && section != NULL && extension != NULL, NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *stem =
          i == 1 ? g_strdup (section->id) : g_strdup_printf ("%s-%u", section->id, i);

      if (g_hash_table_add (taken, g_ascii_strdown (stem, -1)))
        return g_strdup_printf ("text-%s.%s", stem, extension);
    }
}

void
cog_markup_set_large (CogMarkup *self, gboolean is_large)
{
  g_return_if_fail (self != NULL);
  self->is_large = is_large;
}

void
cog_markup_place (CogMarkup *self, const CogSection *section, const char *file)
{
  g_return_if_fail (self != NULL && section != NULL && file != NULL);
  g_hash_table_insert (self->documents, g_strdup (section->id), g_strdup (file));
}

char *
cog_markup_dup_place (const CogMarkup *self, const char *id)
{
  const char *owner = g_hash_table_lookup (self->owners, id);
  const char *file = owner != NULL ? g_hash_table_lookup (self->documents, owner) : NULL;

  if (owner == NULL)
    return NULL;
  if (file != NULL && g_str_equal (owner, id))
    return g_strdup (file);
  return g_strconcat (file != NULL ? file : "", "#", id, NULL);
}

void
cog_markup_set_assets (CogMarkup *self, const char *prefix, gboolean embed)
{
  g_return_if_fail (self != NULL);
  g_free (self->assets);
  self->assets = g_strdup (prefix);
  self->embed = embed;
}

void
cog_markup_append_data (GString *out, const char *media_type, const char *id, const char *json)
{
  g_return_if_fail (out != NULL && media_type != NULL && json != NULL);

  g_string_append_printf (out, "<script type=\"%s\"", media_type);
  if (id != NULL)
    g_string_append_printf (out, " id=\"%s\"", id);
  g_string_append_c (out, '>');
  /* "</script>" in a title must not end the element, nor "<!--" hide its end. */
  for (const char *c = json; *c != '\0'; c++)
    if (*c == '<')
      g_string_append (out, "\\u003c");
    else
      g_string_append_c (out, *c);
  g_string_append (out, "</script>\n");
}
