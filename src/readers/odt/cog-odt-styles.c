/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-styles.h"

#include "cog-language.h"
#include "cog-odt-names.h"

#include <string.h>

/* A chain longer than this is a circle, or made to be slow. */
#define MAX_CHAIN 32

struct _CogOdtStyles
{
  GHashTable *by_name; /* "family/name" → const xmlNode */
  GHashTable *lists;   /* name → const xmlNode */
  GHashTable *looks;   /* "text/name", "paragraph/name", "own/name" → CogOdtLook */
  const xmlNode *outline;
  CogOdtLook *fallback; /* of the defaults (nullable) */
};

static void
look_free (gpointer data)
{
  CogOdtLook *look = data;

  if (look == NULL)
    return;
  g_free (look->language);
  g_free (look->asian);
  g_free (look->complex);
  g_free (look);
}

static CogOdtLook *
look_new (void)
{
  CogOdtLook *look = g_new0 (CogOdtLook, 1);

  look->bold = look->italic = look->underline = look->strike = -1;
  look->small_caps = look->capitals = look->hidden = look->marked = look->raised = -1;
  return look;
}

static char *
dup_key (const char *family, const char *name)
{
  return g_strconcat (family, "/", name, NULL);
}

static char *
dup_attribute (const xmlNode *properties, const char *ns, const char *name)
{
  return properties != NULL ? cog_xml_dup_attribute_ns (properties, ns, name) : NULL;
}

static void
take_word (
    const xmlNode *properties, const char *ns, const char *name, const char *const *off, int *value)
{
  g_autofree char *word = dup_attribute (properties, ns, name);

  if (*value < 0 && word != NULL && word[0] != '\0')
    *value = !g_strv_contains (off, word);
}

static gboolean
is_bold (const char *weight)
{
  return g_str_equal (weight, "bold") || g_ascii_strtoll (weight, NULL, 10) >= 600;
}

/* "super 58%", "-33% 58%": the first value is the height (20.410). */
static int
read_position (const char *position)
{
  double height;

  if (g_str_has_prefix (position, "super"))
    return 1;
  if (g_str_has_prefix (position, "sub"))
    return 2;
  height = g_ascii_strtod (position, NULL);
  return height > 0 ? 1 : height < 0 ? 2 : 0;
}

/* A language and a country, or a tag where the two do not tell it all. */
static void
take_language (const xmlNode *properties, const char *ns, const char *suffix, char **tag)
{
  g_autofree char *name = g_strconcat ("language", suffix, NULL);
  g_autofree char *land = g_strconcat ("country", suffix, NULL);
  g_autofree char *whole = g_strconcat ("rfc-language-tag", suffix, NULL);
  g_autofree char *language = dup_attribute (properties, ns, name);
  g_autofree char *country = dup_attribute (properties, ns, land);
  g_autofree char *rfc = dup_attribute (properties, COG_ODT_STYLE, whole);
  g_autofree char *joined = NULL;
  g_autofree char *canonical = NULL;

  if (*tag != NULL || language == NULL || language[0] == '\0' || g_str_equal (language, "none") ||
      g_str_equal (language, "zxx"))
    return;
  joined = rfc != NULL ? g_strdup (rfc)
           : country != NULL && country[0] != '\0' && !g_str_equal (country, "none")
               ? g_strconcat (language, "-", country, NULL)
               : g_strdup (language);
  canonical = cog_language_canonicalise (joined);
  if (canonical != NULL && cog_language_is_valid (canonical) && !g_str_has_prefix (canonical, "x-"))
    *tag = g_steal_pointer (&canonical);
}

/* What is not yet said in look, as these properties say it. */
static void
take_properties (CogOdtLook *look, const xmlNode *properties)
{
  static const char *const upright[] = { "normal", NULL };
  static const char *const none[] = { "none", NULL };
  static const char *const clear[] = { "transparent", NULL };
  static const char *const shown[] = { "true", NULL };
  g_autofree char *weight = dup_attribute (properties, COG_ODT_FO, "font-weight");
  g_autofree char *position = dup_attribute (properties, COG_ODT_STYLE, "text-position");
  g_autofree char *transform = dup_attribute (properties, COG_ODT_FO, "text-transform");

  if (properties == NULL)
    return;
  if (look->bold < 0 && weight != NULL)
    look->bold = is_bold (weight);
  if (look->raised < 0 && position != NULL)
    look->raised = read_position (position);
  if (look->capitals < 0 && transform != NULL)
    look->capitals = g_str_equal (transform, "uppercase");
  take_word (properties, COG_ODT_FO, "font-style", upright, &look->italic);
  take_word (properties, COG_ODT_STYLE, "text-underline-style", none, &look->underline);
  take_word (properties, COG_ODT_STYLE, "text-line-through-style", none, &look->strike);
  take_word (properties, COG_ODT_STYLE, "text-line-through-type", none, &look->strike);
  take_word (properties, COG_ODT_FO, "font-variant", upright, &look->small_caps);
  take_word (properties, COG_ODT_FO, "background-color", clear, &look->marked);
  take_word (properties, COG_ODT_TEXT, "display", shown, &look->hidden);
  take_language (properties, COG_ODT_FO, "", &look->language);
  take_language (properties, COG_ODT_STYLE, "-asian", &look->asian);
  take_language (properties, COG_ODT_STYLE, "-complex", &look->complex);
}

static const xmlNode *
get_properties (const xmlNode *style, const char *of)
{
  return style != NULL ? cog_xml_find_child (style, COG_ODT_STYLE, of) : NULL;
}

static void
collect (CogOdtStyles *self, const xmlNode *root, const char *group)
{
  const xmlNode *styles = root != NULL ? cog_xml_find_child (root, COG_ODT_OFFICE, group) : NULL;

  for (const xmlNode *n = styles != NULL ? cog_xml_first_element (styles) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute_ns (n, COG_ODT_STYLE, "name");
      g_autofree char *family = cog_xml_dup_attribute_ns (n, COG_ODT_STYLE, "family");

      if (cog_xml_is (n, COG_ODT_TEXT, "outline-style"))
        self->outline = n;
      else if (cog_xml_is (n, COG_ODT_TEXT, "list-style") && name != NULL)
        g_hash_table_replace (self->lists, g_steal_pointer (&name), (gpointer)n);
      else if (cog_xml_is (n, COG_ODT_STYLE, "style") && name != NULL && family != NULL)
        g_hash_table_replace (self->by_name, dup_key (family, name), (gpointer)n);
      else if (cog_xml_is (n, COG_ODT_STYLE, "default-style") &&
               g_strcmp0 (family, "paragraph") == 0 && self->fallback == NULL)
        {
          self->fallback = look_new ();
          take_properties (self->fallback, get_properties (n, "text-properties"));
        }
    }
}

CogOdtStyles *
cog_odt_styles_new (const xmlNode *content, const xmlNode *styles)
{
  CogOdtStyles *self = g_new0 (CogOdtStyles, 1);

  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, look_free);
  collect (self, styles, "styles");
  /* The automatic styles of styles.xml are those of running heads, and their names come again. */
  collect (self, content, "automatic-styles");
  return self;
}

void
cog_odt_styles_free (CogOdtStyles *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->looks);
  look_free (self->fallback);
  g_free (self);
}

static const xmlNode *
find (CogOdtStyles *self, const char *family, const char *name)
{
  g_autofree char *key = name != NULL ? dup_key (family, name) : NULL;

  return key != NULL ? g_hash_table_lookup (self->by_name, key) : NULL;
}

static const xmlNode *
get_parent (CogOdtStyles *self, const char *family, const xmlNode *style)
{
  g_autofree char *name = cog_xml_dup_attribute_ns (style, COG_ODT_STYLE, "parent-style-name");

  return find (self, family, name);
}

static gboolean
is_automatic (const xmlNode *style)
{
  return cog_xml_is (style->parent, COG_ODT_OFFICE, "automatic-styles");
}

/* "Heading_20_1" as "Heading 1": a name is kept as an NCName (19.502). */
static char *
dup_plain_name (const char *name)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    {
      char *end = NULL;
      guint64 code = *c == '_' ? g_ascii_strtoull (c + 1, &end, 16) : 0;

      if (end != NULL && end > c + 1 && *end == '_' && code > 0 && code < 0x80)
        {
          g_string_append_c (plain, (char)code);
          c = end;
        }
      else
        /* Other programs write names as they come. */
        g_string_append_c (plain, *c == '_' ? ' ' : *c);
    }
  return g_string_free (plain, FALSE);
}

static CogOdtKind
kind_of_name (const char *name)
{
  static const struct
  {
    const char *name;
    CogOdtKind kind;
  } kinds[] = { { "Title", COG_ODT_TITLE },
                { "Subtitle", COG_ODT_SUBTITLE },
                { "Caption", COG_ODT_CAPTION },
                { "Illustration", COG_ODT_CAPTION },
                { "Figure", COG_ODT_CAPTION },
                { "Table", COG_ODT_CAPTION },
                { "Drawing", COG_ODT_CAPTION },
                { "TableCaption", COG_ODT_CAPTION },
                { "FigureCaption", COG_ODT_CAPTION },
                { "Table Caption", COG_ODT_CAPTION },
                { "Figure Caption", COG_ODT_CAPTION },
                { "Quotations", COG_ODT_QUOTE },
                { "Quote", COG_ODT_QUOTE },
                { "Intense Quote", COG_ODT_QUOTE },
                { "Preformatted Text", COG_ODT_CODE },
                { "HTML Preformatted", COG_ODT_CODE },
                { "Source Code", COG_ODT_CODE },
                { "List Heading", COG_ODT_TERM },
                { "List Contents", COG_ODT_DEFINITION },
                { "Definition Term", COG_ODT_TERM },
                { "Definition Definition", COG_ODT_DEFINITION },
                { "Credit Line", COG_ODT_CREDIT },
                { "Table Heading", COG_ODT_TABLE_HEAD } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (name, kinds[i].name) == 0)
      return kinds[i].kind;
  return COG_ODT_BODY;
}

CogOdtKind
cog_odt_styles_get_kind (CogOdtStyles *self, const char *name)
{
  const xmlNode *style = find (self, "paragraph", name);
  g_autofree char *current = g_strdup (name);

  for (guint i = 0; i < MAX_CHAIN && current != NULL; i++)
    {
      g_autofree char *plain = dup_plain_name (current);
      CogOdtKind kind =
          style == NULL || !is_automatic (style) ? kind_of_name (plain) : COG_ODT_BODY;

      if (kind != COG_ODT_BODY)
        return kind;
      g_free (current);
      current = style != NULL ? cog_xml_dup_attribute_ns (style, COG_ODT_STYLE, "parent-style-name")
                              : NULL;
      style = find (self, "paragraph", current);
    }
  return COG_ODT_BODY;
}

guint
cog_odt_styles_get_level (CogOdtStyles *self, const char *name)
{
  g_autofree char *level = cog_odt_styles_dup_own (self, name, "default-outline-level");

  return level != NULL ? (guint)CLAMP (g_ascii_strtoll (level, NULL, 10), 0, 10) : 0;
}

char *
cog_odt_styles_dup (CogOdtStyles *self,
                    const char *family,
                    const char *name,
                    const char *of,
                    const char *ns,
                    const char *attribute)
{
  const xmlNode *style = find (self, family, name);

  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      char *value = dup_attribute (get_properties (style, of), ns, attribute);

      if (value != NULL)
        return value;
      style = get_parent (self, family, style);
    }
  return NULL;
}

char *
cog_odt_styles_dup_own (CogOdtStyles *self, const char *name, const char *attribute)
{
  const xmlNode *style = find (self, "paragraph", name);

  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      char *value = cog_xml_dup_attribute_ns (style, COG_ODT_STYLE, attribute);

      if (value != NULL)
        return value;
      style = get_parent (self, "paragraph", style);
    }
  return NULL;
}

/* Character styles that the word processors come with and that mean something. */
static void
take_meaning (CogOdtLook *look, const char *name)
{
  static const char *const code[] = { "Source Text", "Teletype",      "User Entry",
                                      "Example",     "Verbatim Char", NULL };
  g_autofree char *plain = name != NULL ? dup_plain_name (name) : g_strdup ("");

  look->is_code = look->is_code || g_strv_contains (code, plain);
  look->is_term = look->is_term || g_str_equal (plain, "Definition");
}

static const CogOdtLook *
get_look (CogOdtStyles *self, const char *family, const char *name)
{
  g_autofree char *key = name != NULL ? dup_key (family, name) : NULL;
  CogOdtLook *look = key != NULL ? g_hash_table_lookup (self->looks, key) : NULL;
  const xmlNode *style = find (self, family, name);

  if (key == NULL || look != NULL)
    return look;
  look = look_new ();
  take_meaning (look, name);
  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++)
    {
      g_autofree char *above = cog_xml_dup_attribute_ns (style, COG_ODT_STYLE, "parent-style-name");

      take_properties (look, get_properties (style, "text-properties"));
      take_meaning (look, above);
      style = find (self, family, above);
    }
  g_hash_table_insert (self->looks, g_steal_pointer (&key), look);
  return look;
}

const CogOdtLook *
cog_odt_styles_get_look (CogOdtStyles *self, const char *name)
{
  return get_look (self, "text", name);
}

const CogOdtLook *
cog_odt_styles_get_whole_look (CogOdtStyles *self, const char *name)
{
  return get_look (self, "paragraph", name);
}

const CogOdtLook *
cog_odt_styles_get_own_look (CogOdtStyles *self, const char *name)
{
  g_autofree char *key = name != NULL ? dup_key ("own", name) : NULL;
  CogOdtLook *look = key != NULL ? g_hash_table_lookup (self->looks, key) : NULL;
  const xmlNode *style = find (self, "paragraph", name);

  if (style == NULL || look != NULL || !is_automatic (style))
    return look;
  look = look_new ();
  take_properties (look, get_properties (style, "text-properties"));
  g_hash_table_insert (self->looks, g_steal_pointer (&key), look);
  return look;
}

const CogOdtLook *
cog_odt_styles_get_default_look (CogOdtStyles *self)
{
  return self->fallback;
}

const xmlNode *
cog_odt_styles_find_list (CogOdtStyles *self, const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;
}

const xmlNode *
cog_odt_styles_get_outline (CogOdtStyles *self)
{
  return self->outline;
}
