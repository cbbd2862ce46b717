/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-guarded-address.h"

#include "cog-error.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>

/* --- the numbers of an address, one after another --------------------------------------------- */

#define COG_TYPE_GUARDED_NUMBERS (cog_guarded_numbers_get_type ())
G_DECLARE_FINAL_TYPE (
    CogGuardedNumbers, cog_guarded_numbers, COG, GUARDED_NUMBERS, GSocketAddressEnumerator)

struct _CogGuardedNumbers
{
  GSocketAddressEnumerator parent_instance;
  GSocketAddressEnumerator *inner;
  char *host;
};

G_DEFINE_FINAL_TYPE (CogGuardedNumbers, cog_guarded_numbers, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static gboolean
is_public (GSocketAddress *address)
{
  return G_IS_INET_SOCKET_ADDRESS (address) &&
         cog_web_address_is_public_number (
             g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static GSocketAddress *
cog_guarded_numbers_next (GSocketAddressEnumerator *enumerator,
                          GCancellable *cancellable,
                          GError **error)
{
  CogGuardedNumbers *self = COG_GUARDED_NUMBERS (enumerator);
  g_autoptr (GError) fault = NULL;
  gboolean was_refused = FALSE;

  for (;;)
    {
      GSocketAddress *address = g_socket_address_enumerator_next (self->inner, cancellable, &fault);

      if (address != NULL && is_public (address))
        return address;
      if (address == NULL)
        break;
      g_object_unref (address);
      was_refused = TRUE;
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (was_refused)
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 _ ("%s leads to a computer in your own network. Pages of the web may not reach "
                    "there. If you mean that computer, type its own number or name as address."),
                 self->host);
  return NULL;
}

static void
cog_guarded_numbers_finalize (GObject *object)
{
  CogGuardedNumbers *self = COG_GUARDED_NUMBERS (object);

  g_clear_object (&self->inner);
  g_free (self->host);
  G_OBJECT_CLASS (cog_guarded_numbers_parent_class)->finalize (object);
}

static void
cog_guarded_numbers_class_init (CogGuardedNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_guarded_numbers_finalize;
  G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass)->next = cog_guarded_numbers_next;
}

static void
cog_guarded_numbers_init (CogGuardedNumbers *self)
{
}

/* --- the address ------------------------------------------------------------------------------ */

struct _CogGuardedAddress
{
  GNetworkAddress parent_instance;
  gboolean may_be_near;
};

static void connectable_init (GSocketConnectableIface *iface);
static GSocketConnectableIface *parent_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (CogGuardedAddress,
                               cog_guarded_address,
                               G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE, connectable_init))

static GSocketAddressEnumerator *
cog_guarded_address_enumerate (GSocketConnectable *connectable)
{
  CogGuardedAddress *self = COG_GUARDED_ADDRESS (connectable);
  GSocketAddressEnumerator *inner = parent_iface->enumerate (connectable);
  CogGuardedNumbers *numbers;

  if (self->may_be_near)
    return inner;
  numbers = g_object_new (COG_TYPE_GUARDED_NUMBERS, NULL);
  numbers->inner = inner;
  numbers->host = g_strdup (g_network_address_get_hostname (G_NETWORK_ADDRESS (self)));
  return G_SOCKET_ADDRESS_ENUMERATOR (numbers);
}

/* The parent's proxies enumerate through this very object where no proxy is set. */
static void
connectable_init (GSocketConnectableIface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->enumerate = cog_guarded_address_enumerate;
}

static void
cog_guarded_address_class_init (CogGuardedAddressClass *klass)
{
}

static void
cog_guarded_address_init (CogGuardedAddress *self)
{
}

GSocketConnectable *
cog_guarded_address_new (const char *address, gboolean may_be_near)
{
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;
  int port = -1;
  CogGuardedAddress *self;

  g_return_val_if_fail (address != NULL, NULL);

  if (!g_uri_split_network (address, G_URI_FLAGS_ENCODED, &scheme, &host, &port, NULL))
    g_return_val_if_reached (NULL);
  if (port < 0)
    port = g_str_equal (scheme, "https") ? 443 : 80;
  self = g_object_new (COG_TYPE_GUARDED_ADDRESS, "hostname", host, "port", (guint)port, "scheme",
                       scheme, NULL);
  self->may_be_near = may_be_near;
  return G_SOCKET_CONNECTABLE (self);
}
