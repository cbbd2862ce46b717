/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wxr.h"

#include <string.h>

char *
cog_wxr_dup_path (const char *url)
{
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;
  guint n;

  if (url == NULL ||
      !g_uri_split (url, G_URI_FLAGS_ENCODED, NULL, NULL, NULL, NULL, &path, NULL, NULL, NULL) ||
      path == NULL)
    return NULL;
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  parts = g_strsplit (path, "/", -1);
  n = g_strv_length (parts);
  return n >= 2 ? g_strconcat (parts[n - 2], "/", parts[n - 1], NULL) : NULL;
}

static const CogWxrPost *
find_linked (const CogWxr *wxr, const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *end = cog_wxr_dup_path (url);

  if (end == NULL || !g_uri_split_network (url, G_URI_FLAGS_ENCODED, NULL, &host, NULL, NULL) ||
      host == NULL || !g_hash_table_contains (wxr->hosts, host))
    return NULL;
  return g_hash_table_lookup (wxr->by_path, end);
}

void
cog_wxr_mend_links (const CogWxr *wxr, xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;
      const CogWxrPost *post =
          href != NULL && g_str_has_prefix (href, "http") ? find_linked (wxr, href) : NULL;
      const char *hash = post != NULL ? strchr (href, '#') : NULL;
      g_autofree char *link =
          post != NULL ? g_strconcat (post->file, hash != NULL ? hash : "", NULL) : NULL;

      if (link != NULL)
        cog_xml_set (n, "href", link);
    }
}

/* The number of the attachment stands in a class: "wp-image-48". */
static const CogWxrPost *
find_attachment (const CogWxr *wxr, const xmlNode *image)
{
  g_autofree char *value = cog_xml_dup_attribute (image, "class");
  const char *number = value != NULL ? strstr (value, "wp-image-") : NULL;
  g_autofree char *id = NULL;

  if (number == NULL)
    return NULL;
  number += strlen ("wp-image-");
  id = g_strndup (number, strspn (number, "0123456789"));
  return cog_wxr_find_post (wxr, id);
}

void
cog_wxr_take_picture_credits (CogWxr *wxr, const CogWxrPost *post, xmlNode *body)
{
  for (xmlNode *n = body; n != NULL; n = cog_xml_next_in (body, n))
    {
      const CogWxrPost *attachment = cog_xml_is (n, NULL, "img") ? find_attachment (wxr, n) : NULL;
      CogCredit *credit = attachment != NULL ? cog_wxr_dup_picture_credit (wxr, attachment) : NULL;
      xmlNode *owner = credit != NULL && cog_xml_is (n->parent, NULL, "figure") ? n->parent : n;
      g_autofree char *id = NULL;

      if (credit == NULL)
        continue;
      id = cog_xml_dup_attribute (owner, "id");
      if (id == NULL)
        {
          id = g_strdup_printf ("picture-%u", wxr->book->credits->len + 1);
          cog_xml_set (owner, "id", id);
        }
      credit->item = cog_normalizer_dup_id (wxr->normalizer, post->file, id);
      credit->place = g_strdup (credit->item);
      g_ptr_array_add (wxr->book->credits, credit);
    }
}
