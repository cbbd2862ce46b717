/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wxr.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_POSTS 5000

static char *
dup_child (const xmlNode *node, const char *name)
{
  const xmlNode *child = cog_xml_find_child (node, NULL, name);
  char *text = child != NULL ? cog_xml_dup_text (child) : NULL;

  return text != NULL ? g_strstrip (text) : NULL;
}

/* excerpt:encoded has the same name as content:encoded. */
static char *
dup_content (const xmlNode *item)
{
  for (const xmlNode *n = cog_xml_first_element (item); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, "http://purl.org/rss/1.0/modules/content/", "encoded"))
      return cog_xml_dup_text (n);
  return NULL;
}

static void
free_post (gpointer data)
{
  CogWxrPost *post = data;

  g_free (post->id);
  g_free (post->parent);
  g_free (post->type);
  g_free (post->kind);
  g_free (post->status);
  g_free (post->title);
  g_free (post->link);
  g_free (post->content);
  g_free (post->file_url);
  g_free (post->file);
  g_hash_table_unref (post->meta);
  g_ptr_array_unref (post->people);
  g_free (post);
}

static void
read_meta (CogWxrPost *post, const xmlNode *node)
{
  char *name = dup_child (node, "meta_key");
  char *value = dup_child (node, "meta_value");

  if (name == NULL || value == NULL || value[0] == '\0' || g_hash_table_contains (post->meta, name))
    {
      g_free (name);
      g_free (value);
      return;
    }
  g_hash_table_insert (post->meta, name, value);
}

/* Which part people named as contributors have stands in the metadata, by short names. */
static CogRole
find_role (const CogWxrPost *post, const char *short_name)
{
  static const struct
  {
    const char *meta;
    CogRole role;
  } roles[] = {
    { "pb_authors", COG_ROLE_AUTHOR },         { "pb_editors", COG_ROLE_EDITOR },
    { "pb_translators", COG_ROLE_TRANSLATOR }, { "pb_illustrators", COG_ROLE_ILLUSTRATOR },
    { "pb_reviewers", COG_ROLE_CONTRIBUTOR },  { "pb_contributors", COG_ROLE_CONTRIBUTOR },
    { "pb_section_author", COG_ROLE_AUTHOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (g_hash_table_lookup (post->meta, roles[i].meta), short_name) == 0)
      return roles[i].role;
  return COG_ROLE_AUTHOR;
}

static void
read_category (CogWxrPost *post, const xmlNode *node)
{
  g_autofree char *domain = cog_xml_dup_attribute (node, "domain");
  g_autofree char *short_name = cog_xml_dup_attribute (node, "nicename");
  g_autofree char *name = cog_xml_dup_folded_text (node);

  if (domain == NULL || short_name == NULL)
    return;
  if (g_str_equal (domain, "contributor") && name[0] != '\0')
    g_ptr_array_add (post->people, cog_agent_new (name, find_role (post, short_name)));
  else if (g_str_has_suffix (domain, "-type") && post->kind == NULL)
    post->kind = g_steal_pointer (&short_name);
  else if (g_str_equal (domain, "license") && !g_hash_table_contains (post->meta, "license"))
    g_hash_table_insert (post->meta, g_strdup ("license"), g_steal_pointer (&short_name));
}

static CogWxrPost *
read_post (const xmlNode *item)
{
  CogWxrPost *post = g_new0 (CogWxrPost, 1);
  g_autofree char *order = dup_child (item, "menu_order");

  post->id = dup_child (item, "post_id");
  post->parent = dup_child (item, "post_parent");
  post->type = dup_child (item, "post_type");
  post->status = dup_child (item, "status");
  post->title = dup_child (item, "title");
  post->link = dup_child (item, "link");
  post->file_url = dup_child (item, "attachment_url");
  post->content = dup_content (item);
  post->order = order != NULL ? (int)g_ascii_strtoll (order, NULL, 10) : 0;
  post->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  post->people = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_agent_free);
  for (const xmlNode *n = cog_xml_first_element (item); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "postmeta"))
      read_meta (post, n);
  for (const xmlNode *n = cog_xml_first_element (item); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "category"))
      read_category (post, n);
  return post;
}

static void
add_host (CogWxr *self, const char *url)
{
  g_autofree char *host = NULL;

  if (url != NULL &&
      g_uri_split_network (url, G_URI_FLAGS_PARSE_RELAXED, NULL, &host, NULL, NULL) && host != NULL)
    g_hash_table_add (self->hosts, g_steal_pointer (&host));
}

gboolean
cog_wxr_read (CogWxr *self, xmlDoc *document, GError **error)
{
  const xmlNode *channel = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "channel");

  g_return_val_if_fail (self != NULL && document != NULL, FALSE);

  self->posts = g_ptr_array_new_with_free_func (free_post);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (channel == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: there is no book in it."),
                   self->name);
      return FALSE;
    }
  self->title = dup_child (channel, "title");
  self->language = dup_child (channel, "language");
  self->url = dup_child (channel, "link");
  self->about = dup_child (channel, "description");
  add_host (self, self->url);
  for (const xmlNode *n = cog_xml_first_element (channel);
       n != NULL && self->posts->len < MAX_POSTS; n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "item"))
      {
        CogWxrPost *post = read_post (n);

        add_host (self, cog_wxr_get_meta (post, "pb_is_based_on"));
        g_ptr_array_add (self->posts, post);
        if (post->id != NULL)
          g_hash_table_insert (self->by_id, post->id, post);
      }
  return TRUE;
}

void
cog_wxr_clear (CogWxr *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_path, g_hash_table_unref);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->about, g_free);
}

const char *
cog_wxr_get_meta (const CogWxrPost *post, const char *name)
{
  return post != NULL ? g_hash_table_lookup (post->meta, name) : NULL;
}

CogWxrPost *
cog_wxr_find_post (const CogWxr *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gboolean
cog_wxr_is_type (const CogWxrPost *post, const char *type)
{
  return g_strcmp0 (post->type, type) == 0;
}
