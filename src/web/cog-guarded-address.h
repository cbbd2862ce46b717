/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogGuardedAddress:
 *
 * A host and port that is connected to only at numbers of the public internet, unless it was made
 * for a near one. The numbers are looked at as they are handed to the socket: a name that is looked
 * up a second time with another answer (DNS rebinding) cannot slip through. Refused numbers give
 * COG_ERROR_REFUSED. For TLS it is a GNetworkAddress like any other. Where the system sends the web
 * through a proxy, the proxy looks names up, and guards them.
 */
#define COG_TYPE_GUARDED_ADDRESS (cog_guarded_address_get_type ())
G_DECLARE_FINAL_TYPE (CogGuardedAddress, cog_guarded_address, COG, GUARDED_ADDRESS, GNetworkAddress)

GSocketConnectable *cog_guarded_address_new (const char *address, gboolean may_be_near);

G_END_DECLS
