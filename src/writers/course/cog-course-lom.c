/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-course-private.h"

#include "cog-licence.h"
#include "cog-xml-write.h"

const CogCourseDialect cog_course_cartridge = {
  .root = "xmlns=\"http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1\" "
          "xmlns:lom=\"http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1 "
          "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd "
          "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest "
          "http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd\"",
  .schema = "<schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>\n",
  .prefix = "lom",
  .string = "string",
  .lang = "language",
  .lifecycle = "lifeCycle",
  .entity = "entity",
  .restrictions = "copyrightAndOtherRestrictions",
};

const CogCourseDialect cog_course_scorm = {
  .is_scorm = TRUE,
  .root = "version=\"1.1\" xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" "
          "xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\" "
          "xmlns:imsmd=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "xsi:schemaLocation=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2 "
          "imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 "
          "imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd\"",
  .schema = "<schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>\n",
  .prefix = "imsmd",
  .string = "langstring",
  .lang = "xml:lang",
  .lifecycle = "lifecycle",
  .entity = "centity",
  .restrictions = "copyrightandotherrestrictions",
};

static void
append_tag (GString *out, const CogCourseDialect *dialect, const char *name, gboolean is_end)
{
  g_string_append_printf (out, "<%s%s:%s>", is_end ? "/" : "", dialect->prefix, name);
}

static void
append_text (GString *out, const CogCourseDialect *dialect, const char *name, const char *text)
{
  append_tag (out, dialect, name, FALSE);
  cog_xml_append_escaped (out, text, -1);
  append_tag (out, dialect, name, TRUE);
}

/* name: what the text is of. */
static void
append_string (GString *out,
               const CogCourseDialect *dialect,
               const char *name,
               const char *language,
               const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  append_tag (out, dialect, name, FALSE);
  g_string_append_printf (out, "<%s:%s", dialect->prefix, dialect->string);
  cog_xml_append_attribute (out, dialect->lang, language);
  g_string_append_c (out, '>');
  cog_xml_append_escaped (out, text, -1);
  append_tag (out, dialect, dialect->string, TRUE);
  append_tag (out, dialect, name, TRUE);
  g_string_append_c (out, '\n');
}

/* A word of LOM's own vocabulary. */
static void
append_value (GString *out, const CogCourseDialect *dialect, const char *name, const char *value)
{
  append_tag (out, dialect, name, FALSE);
  if (dialect->is_scorm)
    {
      append_string (out, dialect, "source", "x-none", "LOMv1.0");
      append_string (out, dialect, "value", "x-none", value);
    }
  else
    {
      append_text (out, dialect, "source", "LOMv1.0");
      append_text (out, dialect, "value", value);
    }
  append_tag (out, dialect, name, TRUE);
}

static const char *
find_role (CogRole role)
{
  switch (role)
    {
    case COG_ROLE_AUTHOR:
      return "author";
    case COG_ROLE_PUBLISHER:
      return "publisher";
    case COG_ROLE_EDITOR:
    case COG_ROLE_ADAPTER:
      return "editor";
    case COG_ROLE_ILLUSTRATOR:
    case COG_ROLE_PHOTOGRAPHER:
      return "graphical designer";
    case COG_ROLE_TRANSLATOR:
      return "content provider";
    case COG_ROLE_CONTRIBUTOR:
    case COG_ROLE_HOLDER:
      break;
    }
  return "unknown";
}

/* People are vCards (RFC 2426): commas and semicolons in a name are not separators. */
static char *
dup_card (const char *name)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c == ',' || *c == ';' || *c == '\\')
        g_string_append_c (safe, '\\');
      g_string_append_c (safe, *c == '\n' ? ' ' : *c);
    }
  return g_strdup_printf ("BEGIN:VCARD\nVERSION:3.0\nFN:%s\nN:%s\nEND:VCARD", safe->str, safe->str);
}

static void
append_people (GString *out, const CogBook *book, const CogCourseDialect *dialect)
{
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);
      g_autofree char *card = dup_card (agent->name);

      append_tag (out, dialect, "contribute", FALSE);
      append_value (out, dialect, "role", find_role (agent->role));
      append_tag (out, dialect, dialect->entity, FALSE);
      if (dialect->is_scorm)
        append_text (out, dialect, "vcard", card);
      else
        cog_xml_append_escaped (out, card, -1);
      append_tag (out, dialect, dialect->entity, TRUE);
      append_tag (out, dialect, "contribute", TRUE);
      g_string_append_c (out, '\n');
    }
}

static void
append_rights (GString *out,
               const CogBook *book,
               const CogCourseDialect *dialect,
               const char *language)
{
  const CogLicence *licence =
      book->credit->licence != NULL ? cog_licence_lookup (book->credit->licence) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (licence != NULL)
    g_string_append_printf (words, "%s - %s", licence->name, licence->url);
  if (book->rights != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", book->rights);
  append_tag (out, dialect, "rights", FALSE);
  append_value (out, dialect, "cost", "no");
  append_value (out, dialect, dialect->restrictions, "yes");
  append_string (out, dialect, "description", language, words->str);
  append_tag (out, dialect, "rights", TRUE);
}

void
cog_course_append_lom (GString *out, const CogBook *book, const CogCourseDialect *dialect)
{
  const char *language = book->language != NULL ? book->language : "und";

  g_return_if_fail (out != NULL && dialect != NULL);

  append_tag (out, dialect, "lom", FALSE);
  append_tag (out, dialect, "general", FALSE);
  append_string (out, dialect, "title", language, cog_book_get_title (book));
  append_text (out, dialect, "language", language);
  append_string (out, dialect, "description", language, book->description);
  for (guint i = 0; i < book->subjects->len; i++)
    append_string (out, dialect, "keyword", language, g_ptr_array_index (book->subjects, i));
  append_tag (out, dialect, "general", TRUE);
  append_tag (out, dialect, dialect->lifecycle, FALSE);
  append_people (out, book, dialect);
  append_tag (out, dialect, dialect->lifecycle, TRUE);
  append_rights (out, book, dialect, language);
  append_tag (out, dialect, "lom", TRUE);
  g_string_append_c (out, '\n');
}
