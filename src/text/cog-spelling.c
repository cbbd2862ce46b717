/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-spelling.h"

#include "cog-language.h"

#ifdef HAVE_ENCHANT
#include <enchant.h>
#endif

#include <string.h>

struct _CogSpelling
{
  GMutex mutex;
  char *dictionary;
#ifdef HAVE_ENCHANT
  EnchantBroker *broker;
  EnchantDict *dict;
#endif
};

#ifdef HAVE_ENCHANT
typedef struct
{
  const char *language; /* "pl" */
  char *found;
} Search;

static void
search_cb (
    const char *tag, const char *name, const char *description, const char *file, void *user_data)
{
  Search *search = user_data;
  gsize length = strlen (search->language);

  if (strncmp (tag, search->language, length) == 0 && (tag[length] == '\0' || tag[length] == '_') &&
      (search->found == NULL || strcmp (tag, search->found) < 0))
    {
      g_free (search->found);
      search->found = g_strdup (tag);
    }
}

/* "ar-EG" → ar_EG, else ar, else any ar_…; scripts and variants are not in such names. */
static char *
dup_dictionary (EnchantBroker *broker, const char *tag)
{
  g_autofree char *canonical = cog_language_canonicalise (tag);
  g_auto (GStrv) parts = canonical != NULL ? g_strsplit (canonical, "-", -1) : NULL;
  Search search = { NULL, NULL };

  if (parts == NULL || parts[0] == NULL)
    return NULL;
  for (guint i = 1; parts[i] != NULL && strlen (parts[i]) != 1; i++)
    if (strlen (parts[i]) == 2)
      {
        g_autofree char *name = g_strdup_printf ("%s_%s", parts[0], parts[i]);

        if (enchant_broker_dict_exists (broker, name))
          return g_steal_pointer (&name);
      }
  if (enchant_broker_dict_exists (broker, parts[0]))
    return g_strdup (parts[0]);
  search.language = parts[0];
  enchant_broker_list_dicts (broker, search_cb, &search);
  return search.found;
}
#endif

CogSpelling *
cog_spelling_new (const char *language)
{
#ifdef HAVE_ENCHANT
  EnchantBroker *broker;
  g_autofree char *name = NULL;
  EnchantDict *dict;
  CogSpelling *self;

  g_return_val_if_fail (language != NULL, NULL);

  broker = enchant_broker_init ();
  name = dup_dictionary (broker, language);
  dict = name != NULL ? enchant_broker_request_dict (broker, name) : NULL;
  if (dict == NULL)
    {
      enchant_broker_free (broker);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (CogSpelling);
  g_mutex_init (&self->mutex);
  self->broker = broker;
  self->dict = dict;
  self->dictionary = g_steal_pointer (&name);
  /* The first word loads what the request did not. */
  enchant_dict_check (dict, "a", 1);
  return self;
#else
  return NULL;
#endif
}

CogSpelling *
cog_spelling_ref (CogSpelling *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CogSpelling *self = data;

#ifdef HAVE_ENCHANT
  enchant_broker_free_dict (self->broker, self->dict);
  enchant_broker_free (self->broker);
#endif
  g_free (self->dictionary);
  g_mutex_clear (&self->mutex);
}

void
cog_spelling_unref (CogSpelling *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

const char *
cog_spelling_get_dictionary (const CogSpelling *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->dictionary;
}

gboolean
cog_spelling_check (CogSpelling *self, const char *word)
{
  gboolean is_good = TRUE;

  g_return_val_if_fail (self != NULL && word != NULL, TRUE);

  g_mutex_lock (&self->mutex);
#ifdef HAVE_ENCHANT
  /* Faults of a dictionary are not the writer's. */
  is_good = word[0] == '\0' || enchant_dict_check (self->dict, word, (gssize)strlen (word)) <= 0;
#endif
  g_mutex_unlock (&self->mutex);
  return is_good;
}

GPtrArray *
cog_spelling_suggest (CogSpelling *self, const char *word, guint n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && word != NULL, list);

  g_mutex_lock (&self->mutex);
#ifdef HAVE_ENCHANT
  if (word[0] != '\0')
    {
      size_t n_found = 0;
      char **found = enchant_dict_suggest (self->dict, word, (gssize)strlen (word), &n_found);

      for (size_t i = 0; i < MIN (n_found, n); i++)
        g_ptr_array_add (list, g_strdup (found[i]));
      if (found != NULL)
        enchant_dict_free_string_list (self->dict, found);
    }
#endif
  g_mutex_unlock (&self->mutex);
  return list;
}

void
cog_spelling_add (CogSpelling *self, const char *word)
{
  g_return_if_fail (self != NULL && word != NULL && word[0] != '\0');

  g_mutex_lock (&self->mutex);
#ifdef HAVE_ENCHANT
  enchant_dict_add (self->dict, word, (gssize)strlen (word));
#endif
  g_mutex_unlock (&self->mutex);
}

void
cog_spelling_ignore (CogSpelling *self, const char *word)
{
  g_return_if_fail (self != NULL && word != NULL && word[0] != '\0');

  g_mutex_lock (&self->mutex);
#ifdef HAVE_ENCHANT
  enchant_dict_add_to_session (self->dict, word, (gssize)strlen (word));
#endif
  g_mutex_unlock (&self->mutex);
}
