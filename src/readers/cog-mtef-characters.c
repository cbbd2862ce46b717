/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-mtef-private.h"

#include <string.h>

/* The typefaces of a formula are its meaning: a letter set as text is no variable. */
enum
{
  TEXT = 1,
  FUNCTION,
  VARIABLE,
  GREEK,
  GREEK_CAPITAL,
  SYMBOL,
  VECTOR,
  NUMBER,
  USER_1,
  USER_2,
  EXTRA,
  TEXT_ASIAN,
  EXPAND = 22,
  MARKER,
  SPACE,
};

/* Characters of MathType's own, in the private use area, that Unicode has elsewhere. */
static const struct
{
  guint from, to;
} own[] = {
  { 0xE98F, 0x2217 }, { 0xEB01, 0x2260 }, { 0xEB02, 0x2262 }, { 0xEC07, 0x23DE },
  { 0xEC08, 0x23DF }, { 0xEC09, 0x23B4 }, { 0xEC0A, 0x23B5 }, { 0xEE19, 0x22C5 },
  { 0xED10, 0x2146 }, { 0xED11, 0x2147 }, { 0xED12, 0x2148 }, { 0xED13, 0x2149 },
  { 0xED16, 0x2145 },
};

/* Its spaces, in ems; one between letters is none. */
static const char *const spaces[] = { "0em", "0.056em", "0.167em", "0.222em", "0.278em",
                                      "1em", "2em",     "0.25em",  "0.056em" };

static guint
find_character (guint code)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (own[i].from == code)
      return own[i].to;
  /* Letters of the Symbol typeface by their place in it, as old files have them. */
  return code;
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         xmlStrEqual (node->name, (const xmlChar *)name);
}

static const char *
get_variant (guint typeface)
{
  if (typeface == VECTOR)
    return "bold";
  return typeface == FUNCTION || typeface == GREEK_CAPITAL ? "normal" : NULL;
}

/* Digits make one number, letters of a function or of words one name. */
static gboolean
continues (const xmlNode *last, const char *name, const char *variant)
{
  g_autofree char *own_variant = NULL;

  if (!is_named (last, name) || (!g_str_equal (name, "mn") && !g_str_equal (name, "mtext") &&
                                 g_strcmp0 (variant, "normal") != 0))
    return FALSE;
  own_variant = cog_xml_dup_attribute (last, "mathvariant");
  return g_strcmp0 (own_variant, variant) == 0;
}

static void
add_text (CogMtef *self, xmlNode *row, const char *name, const char *text, const char *variant)
{
  if (continues (row->last, name, variant))
    {
      xmlNodeAddContent (row->last, (const xmlChar *)text);
      return;
    }
  cog_mtef_add_token (self, row, name, text);
  cog_xml_set (row->last, "mathvariant", variant);
}

static void
add_space (CogMtef *self, xmlNode *row, guint code)
{
  xmlNode *space;

  if (code < 0xEF00 || code >= 0xEF00 + G_N_ELEMENTS (spaces))
    return;
  space = cog_mtef_add (self, row, "mspace");
  cog_xml_set (space, "width", spaces[code - 0xEF00]);
}

/* "12.5" and "12,5", but "(1, 2)". */
static gboolean
is_in_number (const xmlNode *row, guint typeface, gunichar c)
{
  return typeface == NUMBER && (c == '.' || c == ',') && is_named (row->last, "mn");
}

static const char *
get_name (const xmlNode *row, guint typeface, gunichar c)
{
  gboolean is_text =
      typeface == TEXT || typeface == TEXT_ASIAN || typeface == USER_1 || typeface == USER_2;

  /* Other programs set numbers as text. */
  if (is_text && (!g_unichar_isdigit (c) || is_named (row->last, "mtext")))
    return "mtext";
  if (g_unichar_isdigit (c) || is_in_number (row, typeface, c))
    return "mn";
  if (g_unichar_isalpha (c) || c == 0x221E || c == 0x2205 || c == 0x2202 || c == 0x2207)
    return "mi";
  return "mo";
}

void
cog_mtef_add_character (CogMtef *self, xmlNode *row, guint typeface, guint code)
{
  gunichar c = find_character (code);
  const char *name;
  char text[7] = "";

  if (typeface == SPACE || (code >= 0xEF00 && code <= 0xEF08))
    {
      add_space (self, row, code);
      return;
    }
  if (typeface == MARKER || c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000) ||
      c >= 0xFFFE)
    return;
  /* Of a font of its own that nobody has: better no formula than one that says something else. */
  if (c >= 0xE000 && c < 0xF900)
    {
      self->is_bad = TRUE;
      return;
    }
  text[g_unichar_to_utf8 (c, text)] = '\0';
  name = get_name (row, typeface, c);
  /* "-" of the keyboard is a minus in a formula. */
  if (c == '-' && g_str_equal (name, "mo"))
    strcpy (text, "\xE2\x88\x92");
  if (c == ' ' && !g_str_equal (name, "mtext"))
    return;
  add_text (self, row, name, text, g_str_equal (name, "mi") ? get_variant (typeface) : NULL);
}

/* What stands over or under a character, by its number from 2 on; the others are below. */
static const struct
{
  guint embellishment;
  const char *over, *under, *behind, *through;
} embellishments[] = {
  { 2, "\u02D9", NULL, NULL, NULL },  { 3, "\u00A8", NULL, NULL, NULL },
  { 4, "\u20DB", NULL, NULL, NULL },  { 5, NULL, NULL, "\u2032", NULL },
  { 6, NULL, NULL, "\u2033", NULL },  { 7, NULL, NULL, "\u2035", NULL },
  { 8, "~", NULL, NULL, NULL },       { 9, "^", NULL, NULL, NULL },
  { 10, NULL, NULL, NULL, "\u0338" }, { 11, "\u2192", NULL, NULL, NULL },
  { 12, "\u2190", NULL, NULL, NULL }, { 13, "\u2194", NULL, NULL, NULL },
  { 14, "\u21C0", NULL, NULL, NULL }, { 15, "\u21BC", NULL, NULL, NULL },
  { 16, NULL, NULL, NULL, "\u0336" }, { 17, "\u00AF", NULL, NULL, NULL },
  { 18, NULL, NULL, "\u2034", NULL }, { 19, "\u23DC", NULL, NULL, NULL },
  { 20, "\u23DD", NULL, NULL, NULL }, { 21, NULL, NULL, NULL, "\u0338" },
  { 22, NULL, NULL, NULL, "\u0338" }, { 23, NULL, NULL, NULL, "\u20E5" },
  { 24, "\u20DC", NULL, NULL, NULL }, { 25, NULL, ".", NULL, NULL },
  { 26, NULL, "\u00A8", NULL, NULL }, { 27, NULL, "\u2026", NULL, NULL },
  { 29, NULL, "_", NULL, NULL },      { 30, NULL, "~", NULL, NULL },
  { 31, NULL, "\u23DC", NULL, NULL }, { 32, NULL, "\u23DD", NULL, NULL },
  { 33, NULL, "\u2192", NULL, NULL }, { 34, NULL, "\u2190", NULL, NULL },
  { 35, NULL, "\u2194", NULL, NULL }, { 36, NULL, "\u21C1", NULL, NULL },
  { 37, NULL, "\u21BD", NULL, NULL },
};

static void
wrap (CogMtef *self, xmlNode *row, const char *name, const char *attribute, const char *sign)
{
  xmlNode *base = row->last;
  xmlNode *outer;

  xmlUnlinkNode (base);
  outer = cog_mtef_add (self, row, name);
  xmlAddChild (outer, base);
  cog_mtef_add_token (self, outer, "mo", sign);
  if (attribute != NULL)
    cog_xml_set (outer, attribute, "true");
}

void
cog_mtef_embellish (CogMtef *self, xmlNode *row, guint embellishment)
{
  if (row->last == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (embellishments); i++)
    {
      if (embellishments[i].embellishment != embellishment)
        continue;
      if (embellishments[i].over != NULL)
        wrap (self, row, "mover", "accent", embellishments[i].over);
      else if (embellishments[i].under != NULL)
        wrap (self, row, "munder", "accentunder", embellishments[i].under);
      else if (embellishments[i].behind != NULL)
        wrap (self, row, "msup", NULL, embellishments[i].behind);
      else
        xmlNodeAddContent (row->last, (const xmlChar *)embellishments[i].through);
      return;
    }
}
