/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-h5p-private.h"

#include <string.h>

void
cog_h5p_add_html (CogH5pWalk *walk, xmlNode *parent, JsonObject *params, const char *name)
{
  cog_made_page_add_html (parent, cog_h5p_get_string (params, name), walk->report);
}

xmlNode *
cog_h5p_add_in (
    CogH5pWalk *walk, xmlNode *parent, const char *element, JsonObject *params, const char *name)
{
  const char *html = cog_h5p_get_string (params, name);
  xmlNode *node;

  if (html == NULL || html[strspn (html, " \t\r\n")] == '\0')
    return NULL;
  node = cog_made_page_add (parent, element, NULL, NULL);
  cog_made_page_add_html (node, html, walk->report);
  return node;
}

void
cog_h5p_add_title (CogH5pWalk *walk, xmlNode *parent, const char *html)
{
  g_autofree char *words = cog_made_page_dup_words (html);

  cog_made_page_add_heading (parent, walk->level, words);
}

/* "images/moon.png#tmp": the editor's own mark for what was not saved yet. (transfer full)
 * (nullable) */
static char *
dup_path (JsonObject *file)
{
  const char *path = cog_h5p_get_string (file, "path");
  char *copy = path != NULL && path[0] != '\0' ? g_strdup (path) : NULL;

  if (copy != NULL && g_str_has_suffix (copy, "#tmp"))
    copy[strlen (copy) - strlen ("#tmp")] = '\0';
  return copy;
}

xmlNode *
cog_h5p_add_picture (CogH5pWalk *walk, xmlNode *parent, JsonObject *file, const char *alt)
{
  g_autofree char *path = dup_path (file);
  g_autofree char *words = alt != NULL ? cog_made_page_dup_words (alt) : NULL;
  xmlNode *figure, *image;

  if (path == NULL)
    return NULL;
  figure = cog_made_page_add (parent, "figure", NULL, NULL);
  image = cog_made_page_add (figure, "img", NULL, NULL);
  cog_xml_set (image, "src", path);
  cog_xml_set (image, "alt", words);
  cog_h5p_take_credit (walk, figure, cog_h5p_get_object (file, "copyright"));
  return figure;
}

static void
add_tracks (xmlNode *media, JsonArray *tracks)
{
  static const char *const names[][2] = { { "kind", "kind" },
                                          { "srcLang", "srclang" },
                                          { "label", "label" } };

  for (guint i = 0; i < cog_h5p_count (tracks); i++)
    {
      JsonObject *entry = cog_h5p_get_object_at (tracks, i);
      g_autofree char *path = dup_path (cog_h5p_get_object (entry, "track"));
      xmlNode *track;

      if (path == NULL)
        continue;
      track = cog_made_page_add (media, "track", NULL, NULL);
      cog_xml_set (track, "src", path);
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        cog_xml_set (track, names[k][1], cog_h5p_get_string (entry, names[k][0]));
    }
}

/* The same film in several formats: the first that came along, else the first at all. */
static JsonObject *
choose_file (CogH5pWalk *walk, JsonArray *files)
{
  JsonObject *first = NULL;

  for (guint i = 0; i < cog_h5p_count (files); i++)
    {
      JsonObject *file = cog_h5p_get_object_at (files, i);
      g_autofree char *path = dup_path (file);

      if (path != NULL && cog_container_resolve (walk->container, walk->file, path) != NULL)
        return file;
      if (path != NULL && first == NULL)
        first = file;
    }
  return first;
}

void
cog_h5p_add_media (
    CogH5pWalk *walk, xmlNode *parent, const char *name, JsonArray *files, JsonArray *tracks)
{
  JsonObject *file = choose_file (walk, files);
  g_autofree char *path = dup_path (file);
  xmlNode *media;

  if (path == NULL)
    return;
  media = cog_made_page_add (parent, name, NULL, NULL);
  cog_xml_set (media, "src", path);
  add_tracks (media, tracks);
  cog_h5p_take_credit (walk, media, cog_h5p_get_object (file, "copyright"));
}

void
cog_h5p_convert_text (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  cog_h5p_add_html (walk, parent, params, "text");
}

void
cog_h5p_convert_picture (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  gboolean is_decorative = cog_h5p_get_boolean (params, "decorative");
  const char *alt = cog_h5p_get_string (params, "alt");
  xmlNode *figure = cog_h5p_add_picture (walk, parent, cog_h5p_get_object (params, "file"),
                                         is_decorative ? "" : alt);

  if (figure != NULL)
    cog_h5p_add_in (walk, figure, "figcaption", params, "caption");
}

void
cog_h5p_convert_audio (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  cog_h5p_add_media (walk, parent, "audio", cog_h5p_get_array (params, "files"), NULL);
}

void
cog_h5p_convert_video (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *tracks = cog_h5p_get_object (params, "textTracks");

  cog_h5p_add_media (walk, parent, "video", cog_h5p_get_array (params, "sources"),
                     tracks != NULL ? cog_h5p_get_array (tracks, "videoTrack")
                                    : cog_h5p_get_array (params, "a11y"));
}

void
cog_h5p_convert_link (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *where = cog_h5p_get_object (params, "linkWidget");
  const char *protocol = cog_h5p_get_string (where, "protocol");
  const char *url = cog_h5p_get_string (where, "url");
  g_autofree char *words = cog_made_page_dup_words (cog_h5p_get_string (params, "title"));
  g_autofree char *address = NULL;
  xmlNode *link;

  if (url == NULL || url[0] == '\0')
    return;
  address =
      g_strconcat (protocol != NULL && !g_str_equal (protocol, "other") ? protocol : "", url, NULL);
  link = cog_xml_add (cog_made_page_add (parent, "p", NULL, NULL), "a",
                      words[0] != '\0' ? words : address);
  cog_xml_set (link, "href", address);
}

/* A panel that opens is a section that stands open. */
void
cog_h5p_convert_accordion (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *panels = cog_h5p_get_array (params, "panels");

  for (guint i = 0; i < cog_h5p_count (panels); i++)
    {
      JsonObject *panel = cog_h5p_get_object_at (panels, i);
      xmlNode *section = cog_made_page_add (parent, "section", NULL, NULL);

      cog_h5p_add_title (walk, section, cog_h5p_get_string (panel, "title"));
      walk->level++;
      cog_h5p_convert_member (walk, panel, "content", section);
      walk->level--;
    }
}

void
cog_h5p_convert_column (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *content = cog_h5p_get_array (params, "content");
  JsonArray *columns = cog_h5p_get_array (params, "columns");

  for (guint i = 0; i < cog_h5p_count (content); i++)
    cog_h5p_convert_member (walk, cog_h5p_get_object_at (content, i), "content", parent);
  for (guint i = 0; i < cog_h5p_count (columns); i++)
    cog_h5p_convert_member (walk, cog_h5p_get_object_at (columns, i), "content", parent);
}

void
cog_h5p_convert_hotspots (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *spots = cog_h5p_get_array (params, "hotspots");

  cog_h5p_add_picture (walk, parent, cog_h5p_get_object (params, "image"),
                       cog_h5p_get_string (params, "backgroundImageAltText"));
  for (guint i = 0; i < cog_h5p_count (spots); i++)
    {
      JsonObject *spot = cog_h5p_get_object_at (spots, i);
      JsonArray *content = cog_h5p_get_array (spot, "content");
      xmlNode *section = cog_made_page_add (parent, "section", NULL, NULL);

      cog_h5p_add_title (walk, section, cog_h5p_get_string (spot, "header"));
      walk->level++;
      for (guint k = 0; k < cog_h5p_count (content); k++)
        cog_h5p_convert (walk, cog_h5p_get_object_at (content, k), section);
      walk->level--;
    }
}

/* "1969,7,20" of Timeline JS as a date that reads the same everywhere. (transfer full) */
static char *
dup_date (const char *date)
{
  char *copy = g_strdup (date);

  return g_strdelimit (copy, ",", '-');
}

static void
add_event (CogH5pWalk *walk, JsonObject *event, xmlNode *parent)
{
  const char *start = cog_h5p_get_string (event, "startDate");
  const char *end = cog_h5p_get_string (event, "endDate");
  JsonObject *asset = cog_h5p_get_object (event, "asset");
  const char *media = cog_h5p_get_string (asset, "media");
  g_autofree char *from = start != NULL ? dup_date (start) : NULL;
  g_autofree char *to = end != NULL && end[0] != '\0' ? dup_date (end) : NULL;
  g_autofree char *dates = g_strjoin ("–", from, to, NULL);
  xmlNode *section = cog_made_page_add (parent, "section", NULL, NULL);

  cog_h5p_add_title (walk, section, cog_h5p_get_string (event, "headline"));
  if (from != NULL)
    cog_made_page_add_words (section, "p", dates);
  cog_h5p_add_html (walk, section, event, "text");
  cog_h5p_add_picture (walk, section, cog_h5p_get_object (asset, "thumbnail"), NULL);
  if (media != NULL && g_str_has_prefix (media, "http"))
    cog_xml_set (cog_xml_add (cog_made_page_add (section, "p", NULL, NULL), "a", media), "href",
                 media);
  cog_h5p_add_in (walk, section, "p", asset, "caption");
  cog_h5p_add_in (walk, section, "p", asset, "credit");
}

void
cog_h5p_convert_timeline (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonObject *timeline = cog_h5p_get_object (params, "timeline");
  JsonArray *events = cog_h5p_get_array (timeline, "date");

  cog_h5p_add_title (walk, parent, cog_h5p_get_string (timeline, "headline"));
  cog_h5p_add_html (walk, parent, timeline, "text");
  walk->level++;
  for (guint i = 0; i < cog_h5p_count (events); i++)
    add_event (walk, cog_h5p_get_object_at (events, i), parent);
  walk->level--;
}

void
cog_h5p_convert_chart (CogH5pWalk *walk, JsonObject *params, xmlNode *parent)
{
  JsonArray *rows = cog_h5p_get_array (params, "listOfTypes");
  xmlNode *table =
      cog_h5p_count (rows) > 0 ? cog_made_page_add (parent, "table", NULL, NULL) : NULL;

  if (table != NULL)
    cog_h5p_add_in (walk, table, "caption", params, "figureDefinition");
  for (guint i = 0; i < cog_h5p_count (rows); i++)
    {
      JsonObject *row = cog_h5p_get_object_at (rows, i);
      g_autofree char *number = g_strdup_printf ("%g", cog_h5p_get_number (row, "value"));
      xmlNode *line = cog_made_page_add (table, "tr", NULL, NULL);
      xmlNode *head = cog_made_page_add (line, "th", NULL, NULL);

      cog_xml_set (head, "scope", "row");
      cog_h5p_add_html (walk, head, row, "text");
      cog_made_page_add_words (line, "td", number);
    }
}
