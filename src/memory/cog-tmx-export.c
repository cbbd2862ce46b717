/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tmx.h"

#include "cog-replacement.h"
#include "cog-tmx-codes-private.h"
#include "cog-tmx-unit-private.h"
#include "cog-xml-write.h"

#include <string.h>

typedef struct
{
  GOutputStream *out;
  GString *unit;
  gint64 n;
} Export;

static void
append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  cog_xml_append_escaped (out, value, -1);
  g_string_append_c (out, '"');
}

static void
append_property (GString *out, const char *type, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "<prop type=\"%s\">", type);
  cog_xml_append_escaped (out, value, -1);
  g_string_append (out, "</prop>");
}

static void
append_variant (GString *out, const char *language, const char *plain, const char *inlines)
{
  g_autoptr (CogText) text = inlines != NULL ? cog_text_new_from_xhtml (inlines, NULL) : NULL;

  g_string_append (out, "<tuv");
  append_attribute (out, "xml:lang", language);
  g_string_append (out, "><seg>");
  if (text != NULL)
    cog_tmx_codes_append (out, text);
  else
    cog_xml_append_escaped (out, plain, -1);
  g_string_append (out, "</seg></tuv>");
}

static gboolean
write_entry (const CogMemoryEntry *entry, gpointer user_data, GError **error)
{
  Export *export = user_data;
  g_autofree char *date = entry->date != 0 ? cog_tmx_dup_date (entry->date) : NULL;
  GString *unit = export->unit;

  g_string_assign (unit, "<tu");
  append_attribute (unit, "srclang", entry->source_language);
  append_attribute (unit, "changedate", date);
  append_attribute (unit, "changeid", entry->creator);
  g_string_append_c (unit, '>');
  append_property (unit, "x-project", entry->project);
  append_property (unit, "x-licence", entry->licence);
  append_variant (unit, entry->source_language, entry->source, entry->source_inline);
  append_variant (unit, entry->target_language, entry->target, entry->target_inline);
  g_string_append (unit, "</tu>\n");
  export->n++;
  return g_output_stream_write_all (export->out, unit->str, unit->len, NULL, NULL, error);
}

static gboolean
write_text (Export *export, const char *text, GError **error)
{
  return g_output_stream_write_all (export->out, text, strlen (text), NULL, NULL, error);
}

gboolean
cog_tmx_export (CogMemory *memory, const char *path, gint64 *n, GError **error)
{
  static const char head[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
      "<header creationtool=\"Cognate\" creationtoolversion=\"" COG_VERSION
      "\" segtype=\"sentence\""
      " o-tmf=\"Cognate\" adminlang=\"en\" srclang=\"*all*\" datatype=\"xhtml\"/>\n<body>\n";
  g_autoptr (CogReplacement) replacement = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) raw = NULL;
  g_autoptr (GOutputStream) out = NULL;
  Export export = { NULL };
  gboolean ok;

  g_return_val_if_fail (memory != NULL && path != NULL && n != NULL, FALSE);

  replacement = cog_replacement_new_file (path, error);
  if (replacement == NULL)
    return FALSE;
  file = g_file_new_for_path (cog_replacement_get_path (replacement));
  raw = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);
  if (raw == NULL)
    return FALSE;
  out = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (raw), 256 * 1024);
  export.out = out;
  export.unit = g_string_new (NULL);
  ok = write_text (&export, head, error) &&
       cog_memory_foreach (memory, write_entry, &export, error) &&
       write_text (&export, "</body>\n</tmx>\n", error) &&
       g_output_stream_close (out, NULL, error) && cog_replacement_commit (replacement, error);
  g_string_free (export.unit, TRUE);
  if (ok)
    *n = export.n;
  return ok;
}
