/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-server.h"

#include "cog-error.h"
#include "cog-server-engine.h"
#include "cog-web-address.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MOST_SERVERS 50

static const char *const nicks[] = {
  [COG_SERVER_LIBRETRANSLATE] = "libretranslate",
  [COG_SERVER_APERTIUM] = "apertium-apy",
};

const char *
cog_server_kind_to_nick (CogServerKind kind)
{
  g_return_val_if_fail ((gsize)kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

gboolean
cog_server_kind_from_nick (const char *nick, CogServerKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *kind = (CogServerKind)i;
        return TRUE;
      }
  return FALSE;
}

CogServer *
cog_server_new (CogServerKind kind, const char *address, const char *key)
{
  CogServer *server = g_new0 (CogServer, 1);

  g_return_val_if_fail (address != NULL, NULL);

  server->kind = kind;
  server->address = g_strdup (address);
  while (g_str_has_suffix (server->address, "/"))
    server->address[strlen (server->address) - 1] = '\0';
  server->key = key != NULL && key[0] != '\0' ? g_strdup (key) : NULL;
  return server;
}

CogServer *
cog_server_copy (const CogServer *server)
{
  g_return_val_if_fail (server != NULL, NULL);
  return cog_server_new (server->kind, server->address, server->key);
}

void
cog_server_free (CogServer *server)
{
  if (server == NULL)
    return;
  g_free (server->address);
  g_free (server->key);
  g_free (server);
}

char *
cog_server_dup_id (const CogServer *server)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (server != NULL, NULL);

  host = cog_web_address_dup_host (server->address);
  return g_strconcat (nicks[server->kind], ":", host, NULL);
}

CogEngine *
cog_server_new_engine (const CogServer *server)
{
  g_return_val_if_fail (server != NULL, NULL);
  return server->kind == COG_SERVER_APERTIUM ? cog_apertium_server_new (server)
                                             : cog_libretranslate_new (server);
}

CogServer *
cog_server_find_out (const char *typed, const char *key, GCancellable *cancellable, GError **error)
{
  g_autofree char *address = cog_web_address_clean (typed, error);
  g_autofree char *host = NULL;

  if (address == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (CogServer) server = cog_server_new ((CogServerKind)i, address, key);
      g_autoptr (CogEngine) engine = cog_server_new_engine (server);
      g_autoptr (GError) fault = NULL;
      GPtrArray *pairs = cog_engine_list_pairs (engine, cancellable, &fault);

      if (pairs != NULL)
        return g_steal_pointer (&server);
      /* Nobody is there, or will not be asked: nor will he the other way. */
      if (fault->domain != COG_ERROR || fault->code == COG_ERROR_REFUSED)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
  host = cog_web_address_dup_host (address);
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a host */
               _ ("%s is no translation service that Cognate knows: it answers neither as "
                  "LibreTranslate nor as Apertium does."),
               host);
  return NULL;
}

/* --- the file --------------------------------------------------------------------------------- */

char *
cog_server_dup_path (void)
{
  const char *moved = g_getenv ("COGNATE_DATA_DIR");

  return moved != NULL ? g_build_filename (moved, "translation-services.ini", NULL)
                       : g_build_filename (g_get_user_data_dir (), "cognate",
                                           "translation-services.ini", NULL);
}

/* (nullable): it is of a newer program, or nobody's. */
static CogServer *
read_group (GKeyFile *file, const char *group)
{
  g_autofree char *nick = g_key_file_get_string (file, group, "kind", NULL);
  g_autofree char *typed = g_key_file_get_string (file, group, "address", NULL);
  g_autofree char *key = g_key_file_get_string (file, group, "key", NULL);
  g_autofree char *address = typed != NULL ? cog_web_address_clean (typed, NULL) : NULL;
  CogServerKind kind;

  return address != NULL && cog_server_kind_from_nick (nick, &kind)
             ? cog_server_new (kind, address, key)
             : NULL;
}

GPtrArray *
cog_server_load (const char *path, GError **error)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_server_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &fault))
    {
      if (g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&servers);
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, "%s: %s", path, fault->message);
      return NULL;
    }
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && servers->len < MOST_SERVERS; i++)
    {
      CogServer *server = read_group (file, groups[i]);

      if (server != NULL)
        g_ptr_array_add (servers, server);
    }
  return g_steal_pointer (&servers);
}

static gboolean
store (const char *path, GPtrArray *servers, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  for (guint i = 0; i < servers->len; i++)
    {
      const CogServer *server = g_ptr_array_index (servers, i);
      g_autofree char *id = cog_server_dup_id (server);

      g_key_file_set_string (file, id, "kind", nicks[server->kind]);
      g_key_file_set_string (file, id, "address", server->address);
      if (server->key != NULL)
        g_key_file_set_string (file, id, "key", server->key);
    }
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  /* A key is as good as a password. */
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
find (GPtrArray *servers, const char *id, guint *at)
{
  for (guint i = 0; i < servers->len; i++)
    {
      g_autofree char *other = cog_server_dup_id (g_ptr_array_index (servers, i));

      if (g_str_equal (id, other))
        {
          *at = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
cog_server_add (const char *path, const CogServer *server, GError **error)
{
  g_autoptr (GPtrArray) servers = NULL;
  g_autofree char *id = NULL;
  guint at = 0;

  g_return_val_if_fail (path != NULL && server != NULL, FALSE);

  servers = cog_server_load (path, error);
  if (servers == NULL)
    return FALSE;
  id = cog_server_dup_id (server);
  if (find (servers, id, &at))
    g_ptr_array_remove_index (servers, at);
  g_ptr_array_add (servers, cog_server_copy (server));
  return store (path, servers, error);
}

gboolean
cog_server_remove (const char *path, const char *id, GError **error)
{
  g_autoptr (GPtrArray) servers = NULL;
  guint at = 0;

  g_return_val_if_fail (path != NULL && id != NULL, FALSE);

  servers = cog_server_load (path, error);
  if (servers == NULL)
    return FALSE;
  if (!find (servers, id, &at))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   /* Translators: the name of a translation service. */
                   _ ("No translation service “%s” was entered."), id);
      return FALSE;
    }
  g_ptr_array_remove_index (servers, at);
  return store (path, servers, error);
}
