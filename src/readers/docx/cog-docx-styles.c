/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-styles.h"

#include "cog-docx-package.h"

#include <string.h>

/* A chain longer than this is a circle, or made to be slow. */
#define MAX_CHAIN 32

struct _CogDocxStyles
{
  GHashTable *by_id;     /* id → const xmlNode */
  const xmlNode *plain;  /* the default paragraph style (nullable) */
  const xmlNode *locale; /* w:lang of the defaults (nullable) */
};

CogDocxStyles *
cog_docx_styles_new (const xmlNode *root)
{
  CogDocxStyles *self = g_new0 (CogDocxStyles, 1);
  const xmlNode *defaults = cog_docx_child (root, "docDefaults");
  const xmlNode *run = cog_docx_child (cog_docx_child (defaults, "rPrDefault"), "rPr");

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->locale = cog_docx_child (run, "lang");
  for (const xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      char *id = cog_docx_is (n, "style") ? cog_docx_dup (n, "styleId") : NULL;
      g_autofree char *type = cog_docx_dup (n, "type");
      g_autofree char *is_default = cog_docx_dup (n, "default");

      if (id == NULL)
        continue;
      if (g_strcmp0 (type, "paragraph") == 0 && g_strcmp0 (is_default, "1") == 0)
        self->plain = n;
      g_hash_table_replace (self->by_id, id, (gpointer)n);
    }
  return self;
}

void
cog_docx_styles_free (CogDocxStyles *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static const xmlNode *
lookup (CogDocxStyles *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : self->plain;
}

static const xmlNode *
get_base (CogDocxStyles *self, const xmlNode *style)
{
  g_autofree char *base = cog_docx_dup_child_val (style, "basedOn");

  return base != NULL ? g_hash_table_lookup (self->by_id, base) : NULL;
}

/* The name as Word compares it; a style that only its id names is called by that. */
static char *
dup_name (const xmlNode *style, const char *id)
{
  g_autofree char *name = style != NULL ? cog_docx_dup_child_val (style, "name") : g_strdup (id);

  return name != NULL ? g_utf8_casefold (name, -1) : g_strdup ("");
}

/* Headings by name: Word's own are English in the file, whatever the screen says; other programs
 * write what they show. */
static guint
level_of_name (const char *name)
{
  static const char *const words[] = {
    "heading", "überschrift", "titre",     "título",   "titulo",     "titolo", "kop",
    "rubrik",  "overskrift",  "otsikko",   "nagłówek", "nadpis",     "címsor", "заголовок",
    "başlık",  "encabezado",  "cabeçalho", "judul",    "tiêu đề",    "عنوان",  "כותרת",
    "标题",    "標題",        "見出し",    "제목",     "επικεφαλίδα"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *folded = g_utf8_casefold (words[i], -1);
      const char *rest;

      if (!g_str_has_prefix (name, folded))
        continue;
      rest = name + strlen (folded);
      while (*rest == ' ' || *rest == '_')
        rest++;
      if (*rest >= '1' && *rest <= '9' && rest[1] == '\0')
        return (guint)(*rest - '0');
    }
  return 0;
}

guint
cog_docx_styles_get_level (CogDocxStyles *self, const char *id)
{
  const xmlNode *style;

  g_return_val_if_fail (self != NULL, 0);

  style = lookup (self, id);
  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      g_autofree char *name = dup_name (style, i == 0 ? id : NULL);
      g_autofree char *outline =
          cog_docx_dup_child_val (cog_docx_child (style, "pPr"), "outlineLvl");
      guint level = level_of_name (name);
      gint64 value = outline != NULL ? g_ascii_strtoll (outline, NULL, 10) : -1;

      if (level > 0)
        return level;
      /* 9 is body text (17.3.1.20), and says so against the style below. */
      if (value >= 0)
        return value < 9 ? (guint)value + 1 : 0;
      if (style == NULL)
        return 0;
      style = get_base (self, style);
      if (style == NULL)
        return 0;
    }
  return 0;
}

static const struct
{
  const char *name;
  CogDocxKind kind;
} kinds[] = {
  { "title", COG_DOCX_TITLE },
  { "subtitle", COG_DOCX_SUBTITLE },
  { "caption", COG_DOCX_CAPTION },
  { "table caption", COG_DOCX_CAPTION },
  { "image caption", COG_DOCX_CAPTION },
  { "figure", COG_DOCX_CAPTION },
  { "table", COG_DOCX_CAPTION },
  { "illustration", COG_DOCX_CAPTION },
  { "quote", COG_DOCX_QUOTE },
  { "intense quote", COG_DOCX_QUOTE },
  { "block text", COG_DOCX_QUOTE },
  { "block quote", COG_DOCX_QUOTE },
  { "quotations", COG_DOCX_QUOTE },
  { "html preformatted", COG_DOCX_CODE },
  { "preformatted text", COG_DOCX_CODE },
  { "source code", COG_DOCX_CODE },
  { "code", COG_DOCX_CODE },
  { "code block", COG_DOCX_CODE },
  { "macro", COG_DOCX_CODE },
  { "macro text", COG_DOCX_CODE },
  { "toc heading", COG_DOCX_CONTENTS },
  { "contents heading", COG_DOCX_CONTENTS },
  { "list paragraph", COG_DOCX_CONTINUED },
  { "term", COG_DOCX_TERM },
  { "definition term", COG_DOCX_TERM },
  { "definition", COG_DOCX_DEFINITION },
  { "credit line", COG_DOCX_CREDIT },
};

static gboolean
is_numbered_name (const char *name, const char *word)
{
  gsize length = strlen (word);

  return strncmp (name, word, length) == 0 &&
         (name[length] == '\0' ||
          (name[length] == ' ' && g_ascii_isdigit (name[length + 1]) && name[length + 2] == '\0'));
}

static CogDocxKind
kind_of_name (const char *name)
{
  if (name[0] != '\0' && !g_str_equal (name, "toc") && is_numbered_name (name, "toc"))
    return COG_DOCX_CONTENTS;
  if (is_numbered_name (name, "contents"))
    return COG_DOCX_CONTENTS;
  if (is_numbered_name (name, "list continue"))
    return COG_DOCX_CONTINUED;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i].name))
      return kinds[i].kind;
  return COG_DOCX_BODY;
}

CogDocxKind
cog_docx_styles_get_kind (CogDocxStyles *self, const char *id)
{
  const xmlNode *style;

  g_return_val_if_fail (self != NULL, COG_DOCX_BODY);

  style = lookup (self, id);
  for (guint i = 0; i < MAX_CHAIN && (style != NULL || i == 0); i++)
    {
      g_autofree char *name = dup_name (style, i == 0 ? id : NULL);
      CogDocxKind kind = kind_of_name (name);

      if (kind != COG_DOCX_BODY || style == NULL)
        return kind;
      style = get_base (self, style);
    }
  return COG_DOCX_BODY;
}

const xmlNode *
cog_docx_styles_get_numbering (CogDocxStyles *self, const char *id)
{
  const xmlNode *style;

  g_return_val_if_fail (self != NULL, NULL);

  style = lookup (self, id);
  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++, style = get_base (self, style))
    {
      const xmlNode *found = cog_docx_child (cog_docx_child (style, "pPr"), "numPr");

      if (found != NULL)
        return found;
    }
  return NULL;
}

const xmlNode *
cog_docx_styles_get_run (CogDocxStyles *self, const char *id, const char *property)
{
  const xmlNode *style;

  g_return_val_if_fail (self != NULL, NULL);

  style = lookup (self, id);
  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++, style = get_base (self, style))
    {
      const xmlNode *run = cog_docx_child (style, "rPr");

      if (cog_docx_child (run, property) != NULL)
        return run;
    }
  return NULL;
}

int
cog_docx_styles_toggle (CogDocxStyles *self, const char *id, const char *property)
{
  const xmlNode *run = cog_docx_styles_get_run (self, id, property);

  return run != NULL ? cog_docx_toggle (run, property) : -1;
}

gboolean
cog_docx_styles_is_code (CogDocxStyles *self, const char *id)
{
  static const char *const names[] = {
    "html code",     "html typewriter",  "html keyboard", "html sample", "source text",
    "verbatim char", "verbatim",         "code",          "code char",   "inline code",
    "teletype",      "source code char", "source_text"
  };
  const xmlNode *style;

  g_return_val_if_fail (self != NULL, FALSE);

  style = id != NULL ? lookup (self, id) : NULL;
  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++, style = get_base (self, style))
    {
      g_autofree char *name = dup_name (style, NULL);

      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        if (g_str_equal (name, names[n]))
          return TRUE;
    }
  return FALSE;
}

gboolean
cog_docx_styles_has_part (CogDocxStyles *self, const char *id, const char *part)
{
  const xmlNode *style;

  g_return_val_if_fail (self != NULL && part != NULL, FALSE);

  style = id != NULL ? lookup (self, id) : NULL;
  for (guint i = 0; i < MAX_CHAIN && style != NULL; i++, style = get_base (self, style))
    for (const xmlNode *n = cog_xml_first_element (style); n != NULL; n = cog_xml_next_element (n))
      {
        g_autofree char *type = cog_docx_is (n, "tblStylePr") ? cog_docx_dup (n, "type") : NULL;

        if (g_strcmp0 (type, part) == 0)
          return TRUE;
      }
  return FALSE;
}

const xmlNode *
cog_docx_styles_get_language (CogDocxStyles *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->locale;
}
