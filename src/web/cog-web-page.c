/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-page.h"

#include "cog-error.h"
#include "cog-html-bounded.h"
#include "cog-html.h"
#include "cog-media.h"
#include "cog-web-address.h"
#include "cog-web-findings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* One value of an attribute in the page's text. */
typedef struct
{
  gsize at, length; /* bytes, with the quotes */
  char *text;       /* what stands there instead */
  char *picture;    /* its address, where the value is a picture's (nullable) */
} Change;

struct _CogWebPage
{
  char *text;
  gsize length;
  char *address, *host;
  char *base;      /* from which it counts its addresses */
  GArray *changes; /* Change */
  GPtrArray *other_hosts;
};

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_free (change->text);
  g_free (change->picture);
}

void
cog_web_page_free (CogWebPage *page)
{
  if (page == NULL)
    return;
  g_free (page->text);
  g_free (page->address);
  g_free (page->host);
  g_free (page->base);
  g_array_unref (page->changes);
  g_ptr_array_unref (page->other_hosts);
  g_free (page);
}

GPtrArray *
cog_web_page_get_other_hosts (CogWebPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);
  return page->other_hosts;
}

/* --- what is changed -------------------------------------------------------------------------- */

static const char *
get_value (const GumboElement *element, const char *name, const GumboAttribute **which)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  if (attribute == NULL || attribute->original_value.length == 0 || attribute->value[0] == '\0')
    return NULL;
  *which = attribute;
  return attribute->value;
}

/* gumbo points into the text that it was given; an element that it made anew points to the one that
 * was there. Takes picture. */
static void
add_change (CogWebPage *self, const GumboAttribute *attribute, const char *text, char *picture)
{
  Change change = { (gsize)(attribute->original_value.data - self->text),
                    attribute->original_value.length, g_strdup (text), picture };

  if (change.at > self->length || change.length > self->length - change.at)
    change_clear (&change);
  else
    g_array_append_val (self->changes, change);
}

static gboolean
is_script (const char *value)
{
  return value[0] == '#' || g_ascii_strncasecmp (value, "data:", 5) == 0 ||
         g_ascii_strncasecmp (value, "about:", 6) == 0 ||
         g_ascii_strncasecmp (value, "javascript:", 11) == 0;
}

/* A link within the page stays one; all others become whole addresses. */
static void
add_link (CogWebPage *self, const GumboElement *element, const char *name)
{
  const GumboAttribute *attribute = NULL;
  const char *value = get_value (element, name, &attribute);
  g_autofree char *whole =
      value != NULL && !is_script (value) ? cog_web_address_resolve (self->base, value) : NULL;
  const char *hash = whole != NULL ? strchr (whole, '#') : NULL;

  if (whole == NULL)
    return;
  if (hash != NULL && strlen (self->address) == (gsize)(hash - whole) &&
      strncmp (whole, self->address, hash - whole) == 0)
    add_change (self, attribute, hash, NULL);
  else if (!g_str_equal (whole, value))
    add_change (self, attribute, whole, NULL);
}

/* A near computer is never asked for a page's pictures: there is nothing to decide. */
static void
note_host (CogWebPage *self, const char *picture)
{
  g_autofree char *host = cog_web_address_dup_host (picture);

  if (!g_str_equal (host, self->host) && !cog_web_address_is_near (picture) &&
      !g_ptr_array_find_with_equal_func (self->other_hosts, host, g_str_equal, NULL))
    g_ptr_array_add (self->other_hosts, g_steal_pointer (&host));
}

/* "a.png 1x, b.png 2x": the largest. (transfer full) (nullable) */
static char *
dup_candidate (const char *list)
{
  g_auto (GStrv) candidates = g_strsplit (list, ", ", 40);
  char *best = NULL;
  double most = -1;

  for (guint i = 0; candidates[i] != NULL; i++)
    {
      char *text = g_strstrip (candidates[i]);
      gsize n = strcspn (text, " \t\r\n");
      double size = text[n] != '\0' ? g_ascii_strtod (text + n + 1, NULL) : 1;

      if (n == 0 || size <= most)
        continue;
      most = size;
      g_free (best);
      best = g_strndup (text, n);
    }
  return best;
}

static gboolean
add_picture (CogWebPage *self, const GumboElement *element, const char *name, gboolean is_list)
{
  const GumboAttribute *attribute = NULL;
  const char *value = get_value (element, name, &attribute);
  g_autofree char *one = value != NULL && is_list ? dup_candidate (value) : g_strdup (value);
  g_autofree char *whole =
      one != NULL && !is_script (one) ? cog_web_address_resolve (self->base, one) : NULL;

  if (whole == NULL)
    return FALSE;
  note_host (self, whole);
  add_change (self, attribute, whole, g_strdup (whole));
  return TRUE;
}

/* The reader takes the address that a program would load late before one in src, and what is in a
 * list where there is neither (cog-page-pictures.c): that one is fetched, and no second. */
static void
add_image (CogWebPage *self, const GumboElement *element)
{
  static const char *const late[] = { "data-src",       "data-original", "data-lazy-src",
                                      "data-lazy",      "data-orig-src", "data-echo",
                                      "data-actualsrc", "data-orig-file" };
  static const char *const lists[] = { "srcset", "data-srcset", "data-lazy-srcset" };

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    if (add_picture (self, element, late[i], FALSE))
      return;
  if (add_picture (self, element, "src", FALSE))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (add_picture (self, element, lists[i], TRUE))
      return;
}

static void
look_at (CogWebPage *self, const GumboNode *node)
{
  static const char *const addresses[] = { "src", "poster", "data", "cite", "longdesc" };
  const GumboElement *element = &node->v.element;
  const GumboAttribute *attribute = NULL;

  if (element->tag == GUMBO_TAG_IMG)
    add_image (self, element);
  else if (element->tag == GUMBO_TAG_BASE && get_value (element, "href", &attribute) != NULL)
    add_change (self, attribute, "", NULL);
  else if (element->tag == GUMBO_TAG_A || element->tag == GUMBO_TAG_AREA ||
           element->tag == GUMBO_TAG_LINK)
    add_link (self, element, "href");
  else if (element->tag_namespace == GUMBO_NAMESPACE_HTML)
    for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
      add_link (self, element, addresses[i]);
}

static void
find_base (CogWebPage *self, const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const GumboNode *node = g_ptr_array_index (nodes, i);
      const GumboAttribute *attribute = NULL;
      const char *value = node->v.element.tag == GUMBO_TAG_BASE
                              ? get_value (&node->v.element, "href", &attribute)
                              : NULL;
      char *base = value != NULL ? cog_web_address_resolve (self->address, value) : NULL;

      if (base == NULL)
        continue;
      g_free (self->base);
      self->base = base;
      return;
    }
}

/* All elements, in order, without recursion. */
static GPtrArray *
list_elements (const GumboOutput *output)
{
  GPtrArray *nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();

  g_ptr_array_add (todo, output->root);
  while (todo->len > 0)
    {
      const GumboNode *node = g_ptr_array_steal_index (todo, todo->len - 1);

      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        continue;
      g_ptr_array_add (nodes, (gpointer)node);
      for (guint i = node->v.element.children.length; i > 0; i--)
        g_ptr_array_add (todo, node->v.element.children.data[i - 1]);
    }
  return nodes;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *first = a;
  const Change *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

/* What the algorithm opened twice stands once in the text. */
static void
sort_changes (CogWebPage *self)
{
  g_array_sort (self->changes, compare_changes);
  for (guint i = self->changes->len; i > 1; i--)
    if (g_array_index (self->changes, Change, i - 1).at <
        g_array_index (self->changes, Change, i - 2).at +
            g_array_index (self->changes, Change, i - 2).length)
      g_array_remove_index (self->changes, i - 1);
}

CogWebPage *
cog_web_page_new (GBytes *bytes, const char *address, const char *charset, GError **error)
{
  g_autoptr (CogWebPage) self = g_new0 (CogWebPage, 1);
  g_autoptr (GPtrArray) nodes = NULL;
  CogHtmlBounded *parsed;

  g_return_val_if_fail (bytes != NULL && address != NULL, NULL);

  self->changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
  self->other_hosts = g_ptr_array_new_with_free_func (g_free);
  self->address = g_strdup (address);
  self->base = g_strdup (address);
  self->host = cog_web_address_dup_host (address);
  self->text = cog_html_decode (bytes, charset, &self->length, NULL);
  parsed = cog_html_bounded_parse (self->text, self->length);
  if (parsed == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                   _ ("The page of %s is made so that it fills a computer’s memory."), self->host);
      return NULL;
    }
  nodes = list_elements (cog_html_bounded_get_output (parsed));
  find_base (self, nodes);
  for (guint i = 0; i < nodes->len; i++)
    look_at (self, g_ptr_array_index (nodes, i));
  cog_html_bounded_free (parsed);
  sort_changes (self);
  return g_steal_pointer (&self);
}

/* --- pictures --------------------------------------------------------------------------------- */

typedef struct
{
  CogWebPage *page;
  CogFetch *fetch;
  char *folder; /* where the pictures go */
  char *name;   /* the same as the page calls it */
  gboolean may_ask_others;
  GHashTable *files; /* address → name in the page (nullable) */
  guint64 bytes;
  CogReport *report;
} Saving;

/* Not asked, or too many already. */
static gboolean
is_left_out (Saving *self, const char *picture)
{
  g_autofree char *host = cog_web_address_dup_host (picture);
  gboolean is_other = !g_str_equal (host, self->page->host);

  if (is_other && !self->may_ask_others)
    cog_report_add (self->report, &cog_finding_web_pictures_off, "", host, NULL);
  else if (g_hash_table_size (self->files) >= COG_WEB_PICTURES ||
           self->bytes >= COG_WEB_PICTURES_MOST)
    cog_report_add (self->report, &cog_finding_web_too_many, "", NULL, NULL);
  else
    {
      if (is_other)
        cog_report_add (self->report, &cog_finding_web_host, "", host, NULL);
      return FALSE;
    }
  return TRUE;
}

/* (transfer full) (nullable): its name as the page calls it */
static char *
write_picture (Saving *self, const char *picture, GBytes *bytes, GError **error)
{
  g_autofree char *last = cog_web_address_dup_name (picture);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  CogMediaInfo info = { NULL };

  if (!cog_media_identify (bytes, last, &info) || !g_str_has_prefix (info.media_type, "image/"))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT, _ ("it is not a picture."));
      return NULL;
    }
  file = g_strdup_printf ("%u.%s", g_hash_table_size (self->files) + 1,
                          info.extension[0] == '.' ? info.extension + 1 : info.extension);
  path = g_build_filename (self->folder, file, NULL);
  g_mkdir_with_parents (self->folder, 0700);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  self->bytes += g_bytes_get_size (bytes);
  return g_strdup_printf ("%s/%s", self->name, file);
}

/* FALSE only where the run was stopped. */
static gboolean
take_picture (Saving *self,
              const char *picture,
              const CogProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (CogAnswer) answer = { NULL };
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *name = NULL;

  if (g_hash_table_contains (self->files, picture) || is_left_out (self, picture))
    return TRUE;
  bytes = cog_fetch_bytes (self->fetch, picture, COG_WEB_PICTURE_MOST, &answer, progress,
                           cancellable, &fault);
  if (bytes != NULL)
    name = write_picture (self, picture, bytes, &fault);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_free (name);
      return FALSE;
    }
  if (name == NULL)
    cog_report_add (self->report, &cog_finding_web_picture, "", picture, fault->message);
  g_hash_table_insert (self->files, g_strdup (picture), name);
  return TRUE;
}

static gboolean
take_pictures (Saving *self, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  GArray *changes = self->page->changes;

  for (guint i = 0; i < changes->len; i++)
    {
      const char *picture = g_array_index (changes, Change, i).picture;
      double n = changes->len;
      CogProgress part = cog_progress_part (progress, i / n, (i + 1) / n);

      if (picture != NULL && !take_picture (self, picture, &part, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the page --------------------------------------------------------------------------------- */

/* The mark at the front says UTF-8 louder than a meta element that says otherwise. */
static GString *
build_text (const Saving *self)
{
  const CogWebPage *page = self->page;
  GString *out = g_string_new ("\xEF\xBB\xBF");
  gsize at = 0;

  for (guint i = 0; i < page->changes->len; i++)
    {
      const Change *change = &g_array_index (page->changes, Change, i);
      const char *file =
          change->picture != NULL ? g_hash_table_lookup (self->files, change->picture) : NULL;
      g_autofree char *local = file != NULL ? g_uri_escape_string (file, "/", TRUE) : NULL;
      g_autofree char *value = g_markup_escape_text (local != NULL ? local : change->text, -1);

      g_string_append_len (out, page->text + at, change->at - at);
      g_string_append_printf (out, "\"%s\"", value);
      at = change->at + change->length;
    }
  g_string_append_len (out, page->text + at, page->length - at);
  return out;
}

char *
cog_web_page_save (CogWebPage *page,
                   CogFetch *fetch,
                   const char *folder,
                   const char *name,
                   gboolean may_ask_others,
                   CogReport *report,
                   const CogProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = NULL;
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (name, dot - name) : g_strdup (name);
  Saving saving = { page, fetch, NULL, NULL, may_ask_others, files, 0, report };
  gboolean ok;

  g_return_val_if_fail (page != NULL && fetch != NULL && folder != NULL && name != NULL, NULL);

  saving.name = g_strconcat (stem, "_files", NULL);
  saving.folder = g_build_filename (folder, saving.name, NULL);
  ok = take_pictures (&saving, progress, cancellable, error);
  if (ok)
    {
      text = build_text (&saving);
      ok = g_file_set_contents (path, text->str, text->len, error);
    }
  g_free (saving.folder);
  g_free (saving.name);
  return ok ? g_steal_pointer (&path) : NULL;
}
