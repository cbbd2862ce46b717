/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-rename.h"

#include <string.h>

typedef struct
{
  const CogBook *book;
  const char *id_prefix;
  const char *asset_prefix;
  GHashTable *ids; /* (nullable): id → what it is called, instead of the prefix */
} Prefix;

static char *
dup_id (const Prefix *self, const char *id)
{
  const char *name = self->ids != NULL ? g_hash_table_lookup (self->ids, id) : NULL;

  return name != NULL ? g_strdup (name) : g_strconcat (self->id_prefix, id, NULL);
}

/* "a b" → "s2-a s2-b" */
static char *
prefix_words (const Prefix *self, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t\r\n", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_autofree char *id = dup_id (self, words[i]);

        g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", id);
      }
  return g_string_free (result, FALSE);
}

/* "url(#a) url('#b')" of drawings → "url(#s2-a) url('#s2-b')" */
static char *
prefix_urls (const Prefix *self, const char *value)
{
  GString *result = g_string_new (value);

  for (gsize at = 0; at < result->len;)
    {
      const char *url = strstr (result->str + at, "url(");

      if (url == NULL)
        break;
      at = (gsize)(url - result->str) + strlen ("url(");
      at += strspn (result->str + at, " '\"");
      if (result->str[at] == '#')
        {
          gsize n = strcspn (result->str + at + 1, ")'\" ");
          g_autofree char *id = g_strndup (result->str + at + 1, n);
          g_autofree char *name = dup_id (self, id);

          g_string_erase (result, (gssize)at + 1, (gssize)n);
          g_string_insert (result, (gssize)++at, name);
        }
    }
  return g_string_free (result, FALSE);
}

static char *
prefix_address (const Prefix *self, const char *value)
{
  if (value[0] == '#' && value[1] != '\0')
    {
      g_autofree char *id = dup_id (self, value + 1);

      return g_strconcat ("#", id, NULL);
    }
  if (cog_book_find_asset (self->book, value) != NULL)
    return g_strconcat (self->asset_prefix, value, NULL);
  return NULL;
}

/* What the attribute says beside another book; NULL: the same. */
static char *
dup_prefixed (const Prefix *self, const char *name, const char *value)
{
  static const char *const ids[] = {
    "id",   "headers", "aria-describedby", "aria-details", "aria-labelledby", "aria-controls",
    "xref", NULL
  };
  static const char *const addresses[] = { "href", "src", "poster", NULL };

  if (value[0] == '\0')
    return NULL;
  if (g_strv_contains (ids, name))
    return prefix_words (self, value);
  if (g_strv_contains (addresses, name))
    return prefix_address (self, value);
  return strstr (value, "url(") != NULL ? prefix_urls (self, value) : NULL;
}

static void
prefix_attributes (const Prefix *self, xmlNode *node)
{
  for (xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      xmlChar *value = xmlNodeListGetString (node->doc, a->children, 1);
      g_autofree char *fresh =
          value != NULL ? dup_prefixed (self, (const char *)a->name, (const char *)value) : NULL;

      if (value != NULL)
        xmlFree (value);
      if (fresh == NULL)
        continue;
      /* Replaces the value of this attribute, which keeps its place among the others. */
      if (a->ns != NULL)
        xmlSetNsProp (node, a->ns, a->name, (const xmlChar *)fresh);
      else
        cog_xml_set (node, (const char *)a->name, fresh);
    }
}

static CogSection *
new_section (const Prefix *self, const CogSection *section)
{
  g_autofree char *id = dup_id (self, section->id);
  CogSection *copy = cog_section_new (id, section->title);
  xmlNode *root;

  copy->type = g_strdup (section->type);
  copy->language = g_strdup (section->language);
  copy->origin = g_strdup (section->origin);
  copy->is_linear = section->is_linear;
  if (section->content != NULL)
    copy->content = xmlCopyDoc (section->content, 1);
  root = cog_section_get_root (copy);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE)
      prefix_attributes (self, n);
  /* The depth of sections is bounded by the readers. */
  for (guint i = 0; i < section->children->len; i++)
    g_ptr_array_add (copy->children, new_section (self, g_ptr_array_index (section->children, i)));
  return copy;
}

static void
copy_assets (const Prefix *self, CogBook *copy)
{
  for (guint i = 0; i < self->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (self->book->assets, i);
      g_autofree char *name = g_strconcat (self->asset_prefix, asset->name, NULL);
      CogAsset *fresh = cog_asset_new (name, asset->media_type, asset->bytes);

      fresh->origin = g_strdup (asset->origin);
      fresh->width = asset->width;
      fresh->height = asset->height;
      cog_book_add_asset (copy, fresh);
    }
  if (self->book->cover != NULL)
    copy->cover = g_strconcat (self->asset_prefix, self->book->cover, NULL);
}

static void
copy_credits (const Prefix *self, CogBook *copy)
{
  cog_credit_free (copy->credit);
  copy->credit = cog_credit_copy (self->book->credit);
  for (guint i = 0; i < self->book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (self->book->credits, i);
      CogCredit *fresh = cog_credit_copy (credit);

      if (credit->item != NULL)
        {
          g_free (fresh->item);
          fresh->item = dup_id (self, credit->item);
        }
      g_ptr_array_add (copy->credits, fresh);
    }
}

static void
copy_places (const Prefix *self, CogBook *copy)
{
  GHashTableIter iter;
  gpointer id, place;

  g_hash_table_iter_init (&iter, self->book->places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    {
      g_autofree char *fresh = dup_id (self, id);

      cog_book_set_place (copy, fresh, place);
    }
}

static CogBook *
make_copy (const Prefix *self)
{
  const CogBook *book = self->book;
  CogBook *copy;

  copy = cog_book_new ();
  copy->language = g_strdup (book->language);
  copy->progression = book->progression;
  copy->is_vertical = book->is_vertical;
  copy->identifier = g_strdup (book->identifier);
  copy->description = g_strdup (book->description);
  copy->imprint = g_strdup (book->imprint);
  copy->date = g_strdup (book->date);
  for (guint i = 0; i < book->subjects->len; i++)
    g_ptr_array_add (copy->subjects, g_strdup (g_ptr_array_index (book->subjects, i)));
  for (guint i = 0; i < book->languages->len; i++)
    g_ptr_array_add (copy->languages, g_strdup (g_ptr_array_index (book->languages, i)));
  copy_assets (self, copy);
  copy_credits (self, copy);
  copy_places (self, copy);
  for (guint i = 0; i < book->sections->len; i++)
    g_ptr_array_add (copy->sections, new_section (self, g_ptr_array_index (book->sections, i)));
  return copy;
}

CogBook *
cog_book_new_prefixed (const CogBook *book, const char *id_prefix, const char *asset_prefix)
{
  Prefix self = { book, id_prefix, asset_prefix, NULL };

  g_return_val_if_fail (book != NULL && id_prefix != NULL && asset_prefix != NULL, NULL);

  return make_copy (&self);
}

CogBook *
cog_book_new_renamed (const CogBook *book, GHashTable *ids)
{
  Prefix self = { book, "", "", ids };

  g_return_val_if_fail (book != NULL && ids != NULL, NULL);

  return make_copy (&self);
}
