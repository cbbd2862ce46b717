/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publisher.h"

#include "cog-licence-private.h"

#include <string.h>

static const char *const certainties[] = { "text", "quoted", "memory", "own" };
static const char *const strengths[] = { "must", "should", "may" };

const char *
cog_certainty_to_nick (CogCertainty certainty)
{
  g_return_val_if_fail ((gsize)certainty < G_N_ELEMENTS (certainties), NULL);
  return certainties[certainty];
}

const char *
cog_strength_to_nick (CogStrength strength)
{
  g_return_val_if_fail ((gsize)strength < G_N_ELEMENTS (strengths), NULL);
  return strengths[strength];
}

/* The data are part of the program: a word that is none of the list is a fault in it. */
static guint
get_index (JsonObject *data, const char *key, const char *const *words, gsize n_words)
{
  const char *value = json_object_get_string_member (data, key);

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], value))
      return i;
  g_error ("publishers.json: %s: “%s”", key, value);
}

static gboolean
lists (JsonObject *data, const char *key, const char *word)
{
  JsonArray *array = json_object_get_array_member (data, key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), word))
      return TRUE;
  return FALSE;
}

static CogPublisherNotice *
load_notice (const CogPublisher *publisher, JsonObject *data)
{
  CogPublisherNotice *notice = g_new0 (CogPublisherNotice, 1);

  notice->publisher = publisher;
  notice->kind = json_object_get_string_member (data, "kind");
  notice->text = json_object_get_string_member (data, "text");
  notice->language = json_object_get_string_member (data, "language");
  notice->certainty =
      (CogCertainty)get_index (data, "certainty", certainties, G_N_ELEMENTS (certainties));
  notice->strength = (CogStrength)get_index (data, "strength", strengths, G_N_ELEMENTS (strengths));
  notice->is_included = json_object_get_boolean_member (data, "include");
  notice->keeps_original = json_object_get_boolean_member (data, "keepsOriginal");
  notice->is_for_chapter = lists (data, "places", "chapter");
  notice->data = data;
  return notice;
}

static CogPublisher *
load_publisher (JsonObject *data)
{
  CogPublisher *publisher = g_new0 (CogPublisher, 1);
  JsonArray *names = json_object_get_array_member (data, "names");
  JsonArray *hosts = json_object_get_array_member (data, "hosts");
  JsonArray *notices = json_object_get_array_member (data, "notices");

  publisher->id = json_object_get_string_member (data, "id");
  publisher->name = json_object_get_string_member (data, "name");
  publisher->forbids_logo = lists (data, "forbids", "logo");
  publisher->forbids_cover = lists (data, "forbids", "cover");
  publisher->forbids_pictures = lists (data, "forbids", "pictures");
  publisher->names = g_ptr_array_new ();
  publisher->hosts = g_ptr_array_new ();
  publisher->notices = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (names); i++)
    g_ptr_array_add (publisher->names,
                     cog_name_words_new (json_array_get_string_element (names, i)));
  for (guint i = 0; i < json_array_get_length (hosts); i++)
    g_ptr_array_add (publisher->hosts, (gpointer)json_array_get_string_element (hosts, i));
  for (guint i = 0; i < json_array_get_length (notices); i++)
    g_ptr_array_add (publisher->notices,
                     load_notice (publisher, json_array_get_object_element (notices, i)));
  return publisher;
}

GPtrArray *
cog_publisher_list (void)
{
  static gsize once = 0;
  static GPtrArray *list;
  /* The list's strings are its own. Nobody reads it: a compiler would not keep it, and valgrind
   * call it lost. */
  static JsonObject *volatile root;

  if (g_once_init_enter (&once))
    {
      JsonArray *array;

      root = cog_rights_load_json ("publishers.json");
      array = json_object_get_array_member (root, "publishers");
      list = g_ptr_array_new ();
      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (list, load_publisher (json_array_get_object_element (array, i)));
      g_once_init_leave (&once, 1);
    }
  return list;
}

const CogPublisher *
cog_publisher_lookup (const char *id)
{
  GPtrArray *list = cog_publisher_list ();

  for (guint i = 0; id != NULL && i < list->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (list, i);

      if (g_str_equal (publisher->id, id))
        return publisher;
    }
  return NULL;
}
