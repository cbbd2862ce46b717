/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include <string.h>

static const struct
{
  const char *name;
  CogTakeAction action;
  const char *as; /* element of normal form */
} mapping[] = {
  { "a", COG_TAKE_INLINE, "a" },
  { "abbr", COG_TAKE_INLINE, "abbr" },
  { "acronym", COG_TAKE_INLINE, "abbr" },
  { "address", COG_TAKE_TRANSPARENT, NULL },
  { "applet", COG_TAKE_FRAME, NULL },
  { "area", COG_TAKE_SKIP, NULL },
  { "article", COG_TAKE_BLOCK, "section" },
  { "aside", COG_TAKE_BLOCK, "aside" },
  { "audio", COG_TAKE_MEDIA, "audio" },
  { "b", COG_TAKE_INLINE, "b" },
  { "base", COG_TAKE_SKIP, NULL },
  { "basefont", COG_TAKE_SKIP, NULL },
  { "bdi", COG_TAKE_INLINE, "bdi" },
  { "bdo", COG_TAKE_INLINE, "bdo" },
  { "big", COG_TAKE_UNWRAP, NULL },
  { "blockquote", COG_TAKE_BLOCK, "blockquote" },
  { "body", COG_TAKE_TRANSPARENT, NULL },
  { "br", COG_TAKE_BREAK, NULL },
  { "button", COG_TAKE_FORM, NULL },
  { "canvas", COG_TAKE_SCRIPT, NULL },
  { "caption", COG_TAKE_BLOCK, "caption" },
  { "center", COG_TAKE_TRANSPARENT, NULL },
  { "cite", COG_TAKE_INLINE, "cite" },
  { "code", COG_TAKE_INLINE, "code" },
  { "col", COG_TAKE_SKIP, NULL },
  { "colgroup", COG_TAKE_SKIP, NULL },
  { "datalist", COG_TAKE_SKIP, NULL },
  { "dd", COG_TAKE_BLOCK, "dd" },
  { "del", COG_TAKE_INLINE, "s" },
  { "details", COG_TAKE_BLOCK, "details" },
  { "dfn", COG_TAKE_INLINE, "dfn" },
  { "dir", COG_TAKE_BLOCK, "ul" },
  { "div", COG_TAKE_TRANSPARENT, NULL },
  { "dl", COG_TAKE_BLOCK, "dl" },
  { "dt", COG_TAKE_BLOCK, "dt" },
  { "em", COG_TAKE_INLINE, "em" },
  { "embed", COG_TAKE_FRAME, NULL },
  { "fieldset", COG_TAKE_TRANSPARENT, NULL },
  { "figcaption", COG_TAKE_BLOCK, "figcaption" },
  { "figure", COG_TAKE_BLOCK, "figure" },
  { "footer", COG_TAKE_TRANSPARENT, NULL },
  { "form", COG_TAKE_TRANSPARENT, NULL },
  { "frame", COG_TAKE_FRAME, NULL },
  { "h1", COG_TAKE_BLOCK, "h1" },
  { "h2", COG_TAKE_BLOCK, "h2" },
  { "h3", COG_TAKE_BLOCK, "h3" },
  { "h4", COG_TAKE_BLOCK, "h4" },
  { "h5", COG_TAKE_BLOCK, "h5" },
  { "h6", COG_TAKE_BLOCK, "h6" },
  { "head", COG_TAKE_SKIP, NULL },
  { "header", COG_TAKE_TRANSPARENT, NULL },
  { "hgroup", COG_TAKE_TRANSPARENT, NULL },
  { "hr", COG_TAKE_RULE, NULL },
  { "i", COG_TAKE_INLINE, "i" },
  { "iframe", COG_TAKE_FRAME, NULL },
  { "image", COG_TAKE_IMAGE, NULL },
  { "img", COG_TAKE_IMAGE, NULL },
  { "input", COG_TAKE_FORM, NULL },
  { "ins", COG_TAKE_UNWRAP, NULL },
  { "kbd", COG_TAKE_INLINE, "kbd" },
  { "legend", COG_TAKE_TRANSPARENT, NULL },
  { "li", COG_TAKE_BLOCK, "li" },
  { "link", COG_TAKE_SKIP, NULL },
  { "main", COG_TAKE_TRANSPARENT, NULL },
  { "map", COG_TAKE_SKIP, NULL },
  { "mark", COG_TAKE_INLINE, "mark" },
  { "menu", COG_TAKE_BLOCK, "ul" },
  { "meta", COG_TAKE_SKIP, NULL },
  { "meter", COG_TAKE_SKIP, NULL },
  { "nav", COG_TAKE_TRANSPARENT, NULL },
  { "nobr", COG_TAKE_UNWRAP, NULL },
  { "noframes", COG_TAKE_SKIP, NULL },
  { "noscript", COG_TAKE_TRANSPARENT, NULL },
  { "object", COG_TAKE_FRAME, NULL },
  { "ol", COG_TAKE_BLOCK, "ol" },
  { "option", COG_TAKE_SKIP, NULL },
  { "output", COG_TAKE_SKIP, NULL },
  { "p", COG_TAKE_BLOCK, "p" },
  { "param", COG_TAKE_SKIP, NULL },
  { "plaintext", COG_TAKE_BLOCK, "pre" },
  { "pre", COG_TAKE_BLOCK, "pre" },
  { "progress", COG_TAKE_SKIP, NULL },
  { "q", COG_TAKE_INLINE, "q" },
  { "rb", COG_TAKE_INLINE, "rb" },
  { "rp", COG_TAKE_INLINE, "rp" },
  { "rt", COG_TAKE_INLINE, "rt" },
  { "ruby", COG_TAKE_INLINE, "ruby" },
  { "s", COG_TAKE_INLINE, "s" },
  { "samp", COG_TAKE_INLINE, "samp" },
  { "script", COG_TAKE_SCRIPT, NULL },
  { "section", COG_TAKE_BLOCK, "section" },
  { "select", COG_TAKE_FORM, NULL },
  { "small", COG_TAKE_INLINE, "small" },
  { "source", COG_TAKE_SKIP, NULL },
  { "strike", COG_TAKE_INLINE, "s" },
  { "strong", COG_TAKE_INLINE, "strong" },
  { "style", COG_TAKE_SKIP, NULL },
  { "sub", COG_TAKE_INLINE, "sub" },
  { "summary", COG_TAKE_BLOCK, "summary" },
  { "sup", COG_TAKE_INLINE, "sup" },
  { "switch", COG_TAKE_SWITCH, NULL },
  { "table", COG_TAKE_BLOCK, "table" },
  { "tbody", COG_TAKE_BLOCK, "tbody" },
  { "td", COG_TAKE_BLOCK, "td" },
  { "template", COG_TAKE_SKIP, NULL },
  { "textarea", COG_TAKE_FORM, NULL },
  { "tfoot", COG_TAKE_BLOCK, "tfoot" },
  { "th", COG_TAKE_BLOCK, "th" },
  { "thead", COG_TAKE_BLOCK, "thead" },
  { "time", COG_TAKE_INLINE, "time" },
  { "title", COG_TAKE_SKIP, NULL },
  { "tr", COG_TAKE_BLOCK, "tr" },
  { "track", COG_TAKE_SKIP, NULL },
  { "tt", COG_TAKE_INLINE, "code" },
  { "u", COG_TAKE_INLINE, "u" },
  { "ul", COG_TAKE_BLOCK, "ul" },
  { "var", COG_TAKE_INLINE, "var" },
  { "video", COG_TAKE_MEDIA, "video" },
  { "xmp", COG_TAKE_BLOCK, "pre" },
};

const char *
cog_take_get_action (const xmlNode *node, CogTakeAction *action)
{
  gsize low = 0, high = G_N_ELEMENTS (mapping);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp ((const char *)node->name, mapping[middle].name);

      if (order == 0)
        {
          *action = mapping[middle].action;
          return mapping[middle].as;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *action = COG_TAKE_UNWRAP;
  return NULL;
}
