/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rich-clip.h"

#include "cog-pasted.h"

#include <string.h>

/* Bytes; more is no passage. */
#define MAX_CLIP (1 << 20)

char *
cog_rich_clip_dup_plain (const CogText *text)
{
  GString *plain = g_string_new (NULL);
  guint at = 0, next = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c), at++)
    {
      const CogCode *piece = NULL;

      for (; next < text->codes->len && piece == NULL; next++)
        {
          const CogCode *code = g_ptr_array_index (text->codes, next);

          if (code->start > at)
            break;
          if (code->type == COG_CODE_PIECE)
            piece = code;
        }
      if (piece == NULL)
        g_string_append_len (plain, c, g_utf8_next_char (c) - c);
      else if (g_str_equal (piece->element, "br"))
        g_string_append_c (plain, '\n');
      else if (piece->label != NULL)
        g_string_append (plain, piece->label);
    }
  return g_string_free (plain, FALSE);
}

static GdkContentProvider *
new_bytes (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

GdkContentProvider *
cog_rich_clip_new (const CogText *text)
{
  g_autofree char *xhtml = NULL;
  g_autofree char *plain = NULL;
  GdkContentProvider *providers[3];

  g_return_val_if_fail (text != NULL, NULL);

  xhtml = cog_text_to_xhtml (text);
  plain = cog_rich_clip_dup_plain (text);
  providers[0] = new_bytes (COG_RICH_CLIP_TYPE, xhtml);
  providers[1] = new_bytes ("text/html", xhtml);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

typedef struct
{
  CogRichClipFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  GInputStream *stream;
  GOutputStream *memory;
  char type[64];
} Reading;

static void
finish (Reading *reading, const CogText *text)
{
  if (!g_cancellable_is_cancelled (reading->cancellable))
    reading->func (text, reading->user_data);
  g_clear_object (&reading->cancellable);
  g_clear_object (&reading->stream);
  g_clear_object (&reading->memory);
  g_free (reading);
}

static CogText *
parse (const Reading *reading, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size > MAX_CLIP)
    return NULL;
  if (g_str_equal (reading->type, "text/html"))
    return cog_pasted_new_from_html (bytes);
  text = g_utf8_make_valid (data != NULL ? data : "", (gssize)size);
  if (g_str_equal (reading->type, COG_RICH_CLIP_TYPE))
    return cog_text_new_from_xhtml (text, NULL);
  return cog_text_new (text);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (CogText) text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      g_autoptr (GBytes) bytes =
          g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

      text = parse (reading, bytes);
    }
  finish (reading, text);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  const char *type = NULL;

  reading->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  if (reading->stream == NULL)
    {
      finish (reading, NULL);
      return;
    }
  g_strlcpy (reading->type, type != NULL ? type : "", sizeof reading->type);
  reading->memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (reading->memory, reading->stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, reading->cancellable, spliced_cb, reading);
}

void
cog_rich_clip_read (GdkClipboard *clipboard,
                    GCancellable *cancellable,
                    CogRichClipFunc func,
                    gpointer user_data)
{
  static const char *types[] = { COG_RICH_CLIP_TYPE, "text/html", "text/plain;charset=utf-8",
                                 "text/plain", NULL };
  Reading *reading;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard) && func != NULL);

  reading = g_new0 (Reading, 1);
  reading->func = func;
  reading->user_data = user_data;
  reading->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, reading->cancellable, opened_cb,
                            reading);
}
