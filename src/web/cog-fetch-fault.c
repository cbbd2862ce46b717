/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fetch-private.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint first, last;
  CogError code;
  const char *sentence;
} Status;

/* RFC 9110, in the words of what a person can do. Translators: %s is a host, "example.org". */
static const Status statuses[] = {
  { 401, 401, COG_ERROR_REFUSED,
    N_ ("%s shows this only to those who signed in. Download it with your browser, and import the "
        "file.") },
  { 403, 403, COG_ERROR_REFUSED,
    N_ ("%s does not give this to everybody. If your browser shows it, download it there, and "
        "import the file.") },
  { 404, 404, COG_ERROR_NOT_FOUND,
    N_ ("%s has no page at this address. Look whether it was typed or copied whole.") },
  { 410, 410, COG_ERROR_NOT_FOUND,
    N_ ("%s took this page away for good. Search the site for its new place.") },
  { 429, 429, COG_ERROR_INPUT,
    N_ ("%s was asked too often and wants a pause. Try again in an hour.") },
  { 451, 451, COG_ERROR_REFUSED, N_ ("%s may not show this for legal reasons.") },
  { 503, 503, COG_ERROR_INPUT, N_ ("%s is too busy now, or is being repaired. Try again later.") },
  { 500, 599, COG_ERROR_INPUT,
    N_ ("Something is wrong at %s itself; your computer is not the cause. Try again later.") },
  { 400, 499, COG_ERROR_INPUT,
    N_ ("%s does not understand this address. Look whether it was typed or copied whole.") },
};

gboolean
cog_fetch_check_status (SoupMessage *message, const char *host, GError **error)
{
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_OK)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (status >= statuses[i].first && status <= statuses[i].last)
      {
        g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        sentence = g_strdup_printf (_ (statuses[i].sentence), host);
#pragma GCC diagnostic pop
        /* Translators: a sentence, then the number by which the site's people know the fault. */
        g_set_error (error, COG_ERROR, statuses[i].code, _ ("%1$s (%2$u)"), sentence, status);
        return FALSE;
      }
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               _ ("%1$s gave an answer that holds nothing (%2$u)."), host, status);
  return FALSE;
}

/* Why a certificate was not believed: the plainest of its faults. */
static const char *
describe_certificate (GTlsCertificateFlags faults)
{
  if (faults & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("it has expired");
  if (faults & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("it is not valid yet; or this computer’s clock is wrong");
  if (faults & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("it is for another site");
  if (faults & G_TLS_CERTIFICATE_REVOKED)
    return _ ("it was withdrawn");
  if (faults & G_TLS_CERTIFICATE_INSECURE)
    return _ ("it is made in an old, unsafe way");
  return _ ("nobody whom this computer trusts vouches for it");
}

static gboolean
set_tls_fault (GError **error, const GError *fault, SoupMessage *message, const char *host)
{
  GTlsCertificateFlags faults = soup_message_get_tls_peer_certificate_errors (message);

  if (fault->domain != G_TLS_ERROR)
    return FALSE;
  if (faults != 0)
    /* Translators: 1 a host, 2 "it has expired" */
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 _ ("%1$s did not prove that it is itself: its certificate is not good (%2$s). "
                    "Nothing was fetched. Tell those who keep the site."),
                 host, describe_certificate (faults));
  else
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 _ ("A safe connection to %1$s could not be made (%2$s). Nothing was fetched."),
                 host, fault->message);
  return TRUE;
}

static int
get_code (const GError *fault)
{
  if (fault->domain == G_RESOLVER_ERROR)
    return G_IO_ERROR_HOST_NOT_FOUND;
  return fault->domain == G_IO_ERROR ? fault->code : G_IO_ERROR_FAILED;
}

/* The network's own words are English or technical. */
static const char *
get_sentence (int code)
{
  switch (code)
    {
    case G_IO_ERROR_HOST_NOT_FOUND:
      return _ ("%s was not found. Look whether the address is right, and whether this computer is "
                "connected to the internet.");
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return _ ("%s cannot be reached. Look whether this computer is connected to the internet.");
    case G_IO_ERROR_CONNECTION_REFUSED:
      return _ ("%s does not answer: no web server runs at this address.");
    case G_IO_ERROR_TIMED_OUT:
      return _ ("%s does not answer. Try again later.");
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
      return _ ("%s broke off in the middle. Try again.");
    default:
      return NULL;
    }
}

void
cog_fetch_set_fault (
    GError **error, GError *fault, SoupMessage *message, CogFetchWatch *watch, const char *host)
{
  g_autoptr (GError) owned = fault;
  int code = get_code (fault);
  const char *sentence = get_sentence (code);

  if (cog_fetch_watch_was_slow (watch))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                 _ ("%s answers too slowly, or not at all. Try again later."), host);
  /* Whoever fails with a sentence of Cognate has said it well. */
  else if (fault->domain == COG_ERROR || g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (set_tls_fault (error, fault, message, host))
    return;
  else if (sentence != NULL)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *text = g_strdup_printf (sentence, host);
#pragma GCC diagnostic pop

      g_set_error_literal (error, G_IO_ERROR, code, text);
    }
  else
    g_set_error (error, fault->domain == G_IO_ERROR ? G_IO_ERROR : COG_ERROR,
                 fault->domain == G_IO_ERROR ? code : COG_ERROR_INPUT,
                 /* Translators: 1 a host, 2 what the network says, perhaps in English */
                 _ ("%1$s does not answer as a web server does (%2$s)."), host, fault->message);
}
