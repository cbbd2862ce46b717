/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-reader-findings.h"

#include <string.h>

static gboolean
is_there (CogJatsWalk *walk, const char *reference)
{
  return cog_container_resolve (walk->context->container, walk->context->file, reference) != NULL;
}

static gboolean
is_remote (const char *reference)
{
  g_autofree char *scheme = g_uri_parse_scheme (reference);

  return scheme != NULL;
}

/* Publishers name the picture without its extension, or name the TIFF that it was made from while
 * the picture for the web lies beside the article. */
static char *
dup_found (CogJatsWalk *walk, const char *reference)
{
  static const char *const extensions[] = { ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp" };
  const char *dot = strrchr (reference, '.');
  gboolean is_print = dot != NULL && (g_ascii_strncasecmp (dot, ".tif", 4) == 0 ||
                                      g_ascii_strcasecmp (dot, ".eps") == 0);
  g_autofree char *stem =
      is_print ? g_strndup (reference, (gsize)(dot - reference)) : g_strdup (reference);

  if (!is_print && is_there (walk, reference))
    return g_strdup (reference);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      g_autofree char *with = g_strconcat (stem, extensions[i], NULL);

      if (is_there (walk, with))
        return g_steal_pointer (&with);
    }
  return is_there (walk, reference) ? g_strdup (reference) : NULL;
}

char *
cog_jats_dup_picture (CogJatsWalk *walk, const xmlNode *graphic)
{
  g_autofree char *reference = cog_jats_dup_href (graphic);

  if (reference == NULL || is_remote (reference))
    return g_steal_pointer (&reference);
  {
    char *found = dup_found (walk, reference);

    return found != NULL ? found : g_steal_pointer (&reference);
  }
}

/* alt-text and long-desc stand in the picture or in the figure around it. */
static char *
dup_alternative (const xmlNode *graphic)
{
  const xmlNode *figure = graphic->parent;
  char *text = cog_jats_dup_child_text (graphic, "alt-text");

  while (cog_jats_is (figure, "alternatives"))
    figure = figure->parent;
  if (text == NULL && cog_jats_is (figure, "fig"))
    text = cog_jats_dup_child_text (figure, "alt-text");
  if (text == NULL)
    text = cog_jats_dup_child_text (graphic, "long-desc");
  if (text == NULL && cog_jats_is (figure, "fig"))
    text = cog_jats_dup_child_text (figure, "long-desc");
  return text;
}

static void
add_picture (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *source = cog_jats_dup_picture (walk, node);
  g_autofree char *alt = dup_alternative (node);
  xmlNode *image;

  if (source == NULL)
    return;
  image = cog_jats_add (walk, parent, "img");
  cog_jats_copy_global (node, image);
  cog_xml_set (image, "src", source);
  if (alt != NULL)
    cog_xml_set (image, "alt", alt);
}

static void
add_caption_words (CogJatsWalk *walk, const xmlNode *caption, xmlNode *target)
{
  const xmlNode *title = cog_xml_find_child (caption, NULL, "title");
  guint n_blocks = 0;

  for (const xmlNode *n = cog_xml_first_element (caption); n != NULL; n = cog_xml_next_element (n))
    n_blocks++;
  if (n_blocks == 1)
    {
      cog_jats_convert_children (walk, cog_xml_first_element (caption), target);
      return;
    }
  for (const xmlNode *n = caption->children; n != NULL; n = n->next)
    if (n == title)
      cog_jats_convert_children (walk, n, cog_jats_add (walk, target, "p"));
    else
      cog_jats_convert (walk, n, target);
}

static void
add_caption (CogJatsWalk *walk, const xmlNode *node, xmlNode *figure)
{
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  const xmlNode *caption = cog_xml_find_child (node, NULL, "caption");
  const xmlNode *attribution = cog_xml_find_child (node, NULL, "attrib");
  xmlNode *target;
  xmlNode *first;

  if (label == NULL && caption == NULL && attribution == NULL)
    return;
  target = cog_jats_add (walk, figure, "figcaption");
  if (caption != NULL)
    {
      cog_jats_copy_global (caption, target);
      add_caption_words (walk, caption, target);
    }
  for (const xmlNode *n = attribution; n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "attrib"))
      cog_jats_wrap (walk, n, target, "p", NULL);
  first = cog_xml_first_element (target);
  if (label == NULL)
    return;
  /* "Figure 1" before the first words, whether they stand in a paragraph or not. */
  {
    xmlNode *holder =
        first != NULL && cog_jats_is (first, "p") && first == target->children ? first : target;
    xmlNode *start = holder->children;
    xmlNode *before = cog_jats_add (walk, target, "span");

    xmlUnlinkNode (before);
    cog_jats_add_label (walk, label, before);
    while (before->children != NULL)
      {
        xmlNode *piece = before->children;

        xmlUnlinkNode (piece);
        if (start != NULL)
          xmlAddPrevSibling (start, piece);
        else
          xmlAddChild (holder, piece);
      }
    xmlFreeNode (before);
  }
}

void
cog_jats_convert_figure (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label",     "caption",     "attrib", "alt-text",
                                         "long-desc", "permissions", NULL };
  xmlNode *figure = cog_jats_add (walk, parent, "figure");

  cog_jats_copy_global (node, figure);
  cog_jats_convert_others (walk, node, figure, without);
  add_caption (walk, node, figure);
  cog_jats_take_permissions (walk, node, figure);
}

/* A picture with words of its own is a figure. */
void
cog_jats_convert_graphic (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  gboolean is_figure = cog_xml_find_child (node, NULL, "caption") != NULL ||
                       cog_xml_find_child (node, NULL, "attrib") != NULL;
  xmlNode *figure;

  if (!is_figure)
    {
      add_picture (walk, node, parent);
      return;
    }
  figure = cog_jats_add (walk, parent, "figure");
  add_picture (walk, node, figure);
  add_caption (walk, node, figure);
  cog_jats_take_permissions (walk, node, figure);
}

/* Of the same thing in several forms: the formula before its picture, text before a picture of it,
 * a picture that is there before one that is not. */
static const xmlNode *
choose (CogJatsWalk *walk, const xmlNode *alternatives)
{
  static const char *const names[] = { "math", "tex-math", "table", "textual-form", "media", NULL };
  const xmlNode *best = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (cog_xml_find_child (alternatives, NULL, names[i]) != NULL)
      return cog_xml_find_child (alternatives, NULL, names[i]);
  for (const xmlNode *n = cog_xml_first_element (alternatives); n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *href = cog_jats_dup_href (n);
      g_autofree char *found = href != NULL && !is_remote (href) ? dup_found (walk, href) : NULL;

      if (found != NULL)
        return n;
      if (best == NULL && href != NULL)
        best = n;
    }
  return best;
}

void
cog_jats_convert_alternatives (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const xmlNode *chosen = choose (walk, node);

  if (chosen != NULL)
    cog_jats_convert (walk, chosen, parent);
}

void
cog_jats_convert_media (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *type = cog_xml_dup_attribute (node, "mimetype");
  g_autofree char *source = cog_jats_dup_href (node);
  gboolean is_film = g_strcmp0 (type, "video") == 0 || g_strcmp0 (type, "audio") == 0;
  xmlNode *figure;

  if (source == NULL || !is_film || (!is_remote (source) && !is_there (walk, source)))
    {
      cog_jats_convert_supplement (walk, node, parent);
      return;
    }
  figure = cog_jats_is (node->parent, "fig") ? parent : cog_jats_add (walk, parent, "figure");
  cog_xml_set (cog_jats_add (walk, figure, type), "src", source);
  if (figure == parent)
    return;
  cog_jats_copy_global (node, figure);
  add_caption (walk, node, figure);
  cog_jats_take_permissions (walk, node, figure);
}

static void
add_supplement_words (CogJatsWalk *walk, const xmlNode *node, const char *href, xmlNode *parent)
{
  g_autofree char *label = cog_jats_dup_child_text (node, "label");
  const xmlNode *caption = cog_xml_find_child (node, NULL, "caption");
  xmlNode *p = cog_jats_add (walk, parent, "p");
  xmlNode *target = p;

  cog_jats_copy_global (node, p);
  if (href != NULL && is_remote (href))
    target = cog_jats_add_link (walk, p, href, NULL);
  cog_jats_add_text (target, label != NULL ? label : href != NULL ? href : "↗");
  cog_jats_add_text (p, " ");
  if (caption != NULL)
    cog_jats_convert_children (walk, caption, parent);
}

/* A file of data or of a program goes into no book: its name and what is said of it stay. */
void
cog_jats_convert_supplement (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label",        "caption",     "media",     "graphic",
                                         "alternatives", "permissions", "object-id", "alt-text",
                                         "long-desc",    NULL };
  const xmlNode *inner = cog_xml_find_child (node, NULL, "media");
  const xmlNode *picture = cog_xml_find_child (node, NULL, "graphic");
  g_autofree char *href = cog_jats_dup_href (node);

  if (href == NULL && inner != NULL)
    href = cog_jats_dup_href (inner);
  if (picture != NULL)
    {
      cog_jats_convert_figure (walk, node, parent);
      return;
    }
  add_supplement_words (walk, node, href, parent);
  cog_jats_convert_others (walk, node, parent, without);
  if (href != NULL)
    cog_report_add (walk->context->report, &cog_finding_supplement_left_out, walk->context->file,
                    href, NULL);
}
