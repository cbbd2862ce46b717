/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include "cog-reader-findings.h"

#include <string.h>

static gboolean
is_remote (const char *reference)
{
  return g_str_has_prefix (reference, "http:") || g_str_has_prefix (reference, "https:") ||
         g_str_has_prefix (reference, "//");
}

static void
report_remote (CogTake *take, const CogFindingKind *kind, const char *url)
{
  g_autofree char *shown = g_utf8_make_valid (url, MIN (strlen (url), 200));

  cog_report_add (take->self->report, kind, take->file, shown, NULL);
}

/* What a page shows until its script has fetched the picture. */
static gboolean
is_placeholder (const xmlNode *node, const char *source)
{
  if (!g_str_has_prefix (source, "data:image/"))
    return FALSE;
  return (g_str_has_prefix (source, "data:image/gif") && strlen (source) < 200) ||
         xmlHasProp ((xmlNode *)node, (const xmlChar *)"data-src") != NULL ||
         xmlHasProp ((xmlNode *)node, (const xmlChar *)"data-original") != NULL;
}

static char *
dup_picture_source (const xmlNode *node)
{
  static const char *const names[] = { "src", "data-src", "data-original", "href" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *value = cog_xml_dup_attribute (node, names[i]);

      if (value != NULL && value[0] != '\0' && (i != 0 || !is_placeholder (node, value)))
        return g_strstrip (value);
      g_free (value);
    }
  return cog_xml_dup_attribute_ns (node, COG_NS_XLINK, "href");
}

static gboolean
stands_in_figure (CogTake *take)
{
  return !cog_builder_has_leaf (take->builder) &&
         strcmp ((const char *)cog_builder_get_block (take->builder)->name, "figure") == 0;
}

/* A picture of one pixel counts visitors. */
static gboolean
is_tracker (const xmlNode *node)
{
  g_autofree char *width = cog_xml_dup_attribute (node, "width");
  g_autofree char *height = cog_xml_dup_attribute (node, "height");

  return width != NULL && height != NULL && g_ascii_strtoll (width, NULL, 10) <= 1 &&
         g_ascii_strtoll (height, NULL, 10) <= 1 && g_ascii_isdigit (width[0]) &&
         g_ascii_isdigit (height[0]);
}

void
cog_take_add_image (CogTake *take, const xmlNode *node)
{
  g_autofree char *source = dup_picture_source (node);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *title = cog_xml_dup_attribute (node, "title");
  const char *asset;
  xmlNode *image;

  if (source == NULL || source[0] == '\0' || is_tracker (node))
    return;
  if (is_remote (source))
    {
      report_remote (take, &cog_finding_remote_picture, source);
      {
        g_autofree char *link = cog_take_dup_link (take, source);

        cog_take_add_link (take, link, alt);
      }
      return;
    }
  asset = cog_normalizer_add_asset (take->self, take->file, source);
  if (asset == NULL)
    {
      if (alt != NULL && alt[0] != '\0')
        cog_builder_add_text (take->builder, alt);
      return;
    }
  image =
      cog_take_add_child (stands_in_figure (take) ? cog_builder_get_block_parent (take->builder)
                                                  : cog_builder_get_inline_parent (take->builder),
                          "img");
  cog_xml_set (image, "src", asset);
  cog_xml_set (image, "alt", alt != NULL ? alt : title);
  cog_take_copy_global (take, node, image);
  cog_xml_set (image, "title", NULL);
  cog_take_copy_number (node, image, "width", 2, 10000);
  cog_take_copy_number (node, image, "height", 2, 10000);
}

static void
add_tracks (CogTake *take, const xmlNode *node, xmlNode *media)
{
  static const char *const names[] = { "kind", "srclang", "label" };

  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    {
      g_autofree char *source = cog_xml_dup_attribute (child, "src");
      const char *asset;
      xmlNode *track;

      if (strcmp ((const char *)child->name, "track") != 0 || source == NULL ||
          is_remote (source) ||
          (asset = cog_normalizer_add_asset (take->self, take->file, source)) == NULL)
        continue;
      track = cog_take_add_child (media, "track");
      cog_xml_set (track, "src", asset);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *value = cog_xml_dup_attribute (child, names[i]);

          cog_xml_set (track, names[i], value);
        }
    }
}

static char *
dup_media_source (const xmlNode *node)
{
  char *source = cog_xml_dup_attribute (node, "src");

  for (const xmlNode *child = cog_xml_first_element (node); source == NULL && child != NULL;
       child = cog_xml_next_element (child))
    if (strcmp ((const char *)child->name, "source") == 0)
      source = cog_xml_dup_attribute (child, "src");
  return source;
}

void
cog_take_add_media (CogTake *take, const xmlNode *node, const char *as)
{
  g_autofree char *source = dup_media_source (node);
  g_autofree char *poster = cog_xml_dup_attribute (node, "poster");
  g_autofree char *label = cog_xml_dup_attribute (node, "title");
  const char *asset;
  xmlNode *media;

  if (source == NULL)
    return;
  if (is_remote (source))
    {
      report_remote (take, &cog_finding_remote_media, source);
      cog_take_add_link (take, source, label);
      return;
    }
  asset = cog_normalizer_add_asset (take->self, take->file, source);
  if (asset == NULL)
    return;
  media = cog_take_add_child (cog_builder_get_block_parent (take->builder), as);
  cog_xml_set (media, "src", asset);
  cog_xml_set (media, "controls", "controls");
  cog_take_copy_global (take, node, media);
  if (poster != NULL && !is_remote (poster))
    cog_xml_set (media, "poster", cog_normalizer_add_asset (take->self, take->file, poster));
  add_tracks (take, node, media);
}

/* An iframe, object or embed: a picture, a link, or a report; what stands in it instead is kept. */
gboolean
cog_take_add_frame (CogTake *take, const xmlNode *node)
{
  g_autofree char *source = cog_xml_dup_attribute (node, "src");
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  g_autofree char *label = cog_xml_dup_attribute (node, "title");

  if (source == NULL)
    source = cog_xml_dup_attribute (node, "data");
  if (source == NULL)
    return TRUE;
  if (is_remote (source))
    {
      g_autofree char *link = cog_take_dup_link (take, source);

      report_remote (take, &cog_finding_remote_media, source);
      cog_take_add_link (take, link, label);
      return FALSE;
    }
  if (type != NULL && g_str_has_prefix (type, "image/"))
    {
      const char *asset = cog_normalizer_add_asset (take->self, take->file, source);

      if (asset != NULL)
        {
          g_autofree char *text = cog_xml_dup_folded_text (node);
          xmlNode *image =
              cog_take_add_child (cog_builder_get_inline_parent (take->builder), "img");

          cog_xml_set (image, "src", asset);
          cog_xml_set (image, "alt", text[0] != '\0' ? text : label);
          cog_take_copy_global (take, node, image);
          return FALSE;
        }
    }
  cog_report_add (take->self->report, &cog_finding_object_dropped, take->file, source, NULL);
  return TRUE;
}
