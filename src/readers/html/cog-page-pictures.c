/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-page-pictures.h"

#include "cog-xml.h"

#include <string.h>

typedef struct
{
  CogContainer *container;
  const char *file;
} Place;

static gboolean
is_there (const Place *place, const char *address)
{
  return address != NULL && address[0] != '\0' &&
         cog_container_resolve (place->container, place->file, address) != NULL;
}

static gboolean
is_address (const char *address)
{
  return address != NULL && address[0] != '\0' && !g_str_has_prefix (address, "data:") &&
         !g_str_has_prefix (address, "about:");
}

/* "a.png 1x, b.png 2x": the first that came with the page; else the first. (transfer full)
 * (nullable) */
static char *
dup_candidate (const Place *place, const char *list)
{
  g_auto (GStrv) candidates = list != NULL ? g_strsplit (list, ", ", 20) : NULL;
  char *first = NULL;

  for (guint i = 0; candidates != NULL && candidates[i] != NULL; i++)
    {
      char *address = g_strstrip (candidates[i]);

      address[strcspn (address, " \t\r\n")] = '\0';
      g_strdelimit (address, ",", '\0');
      if (is_there (place, address))
        {
          g_free (first);
          return g_strdup (address);
        }
      if (first == NULL && is_address (address))
        first = g_strdup (address);
    }
  return first;
}

/* The address that a program would set: data-src and its kin. (transfer full) (nullable) */
static char *
dup_late (const xmlNode *image)
{
  static const char *const names[] = { "data-src",       "data-original", "data-lazy-src",
                                       "data-lazy",      "data-orig-src", "data-echo",
                                       "data-actualsrc", "data-orig-file" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *address = cog_xml_dup_attribute (image, names[i]);

      if (is_address (address))
        return g_steal_pointer (&address);
    }
  return NULL;
}

static char *
dup_from_list (const Place *place, const xmlNode *node)
{
  static const char *const names[] = { "srcset", "data-srcset", "data-lazy-srcset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *list = cog_xml_dup_attribute (node, names[i]);
      char *address = dup_candidate (place, list);

      if (address != NULL)
        return address;
    }
  return NULL;
}

/* <picture>: its img, or else the sources before it. (transfer full) (nullable) */
static char *
dup_from_sources (const Place *place, const xmlNode *image)
{
  char *found = NULL;

  if (!cog_xml_is (image->parent, NULL, "picture"))
    return NULL;
  for (const xmlNode *n = cog_xml_first_element (image->parent); n != NULL && found == NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "source"))
      found = dup_from_list (place, n);
  return found;
}

static void
mend_picture (const Place *place, xmlNode *image)
{
  g_autofree char *own = cog_xml_dup_attribute (image, "src");
  g_autofree char *late = dup_late (image);
  g_autofree char *listed = NULL;
  g_autofree char *other = NULL;

  if (is_there (place, own))
    return;
  /* What a program loads late stands for a picture that is no picture: a point, or nothing. */
  if (late != NULL && (is_there (place, late) || !is_address (own)))
    {
      cog_xml_set (image, "src", late);
      return;
    }
  listed = dup_from_list (place, image);
  if (listed != NULL && (is_there (place, listed) || own == NULL))
    {
      cog_xml_set (image, "src", listed);
      return;
    }
  other = dup_from_sources (place, image);
  if (other != NULL && (is_there (place, other) || own == NULL))
    cog_xml_set (image, "src", other);
}

/* <noscript> repeats the picture that is loaded late before it. */
static gboolean
repeats_picture (const xmlNode *noscript)
{
  const xmlNode *inner = cog_xml_first_element (noscript);
  const xmlNode *before = noscript->prev;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;
  if (!cog_xml_is (inner, NULL, "img") || cog_xml_next_element (inner) != NULL ||
      !cog_xml_is (before, NULL, "img"))
    return FALSE;
  first = cog_xml_dup_attribute (inner, "src");
  second = cog_xml_dup_attribute (before, "src");
  return g_strcmp0 (first, second) == 0;
}

void
cog_page_mend_pictures (xmlNode *root, CogContainer *container, const char *file)
{
  const Place place = { container, file };

  g_return_if_fail (root != NULL && container != NULL);

  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (root, n);
      if (cog_xml_is (n, NULL, "img"))
        mend_picture (&place, n);
      else if (cog_xml_is (n, NULL, "noscript") && repeats_picture (n))
        {
          next = cog_xml_skip_in (root, n);
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
    }
}
