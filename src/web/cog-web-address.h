/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Addresses on the web (RFC 3986), and which computers they may lead to. */

/* Whether a person or a program gave an address of the web rather than a file's name. */
gboolean cog_web_address_is_one (const char *text);

/* What somebody typed as an absolute address in ASCII, without fragment: "https://" is put before
 * one without a scheme, names in other scripts become Punycode. COG_ERROR_INPUT where it is no
 * address, COG_ERROR_UNSUPPORTED for other schemes, COG_ERROR_REFUSED where a name and password
 * stand in it. (transfer full) */
char *cog_web_address_clean (const char *typed, GError **error);

/* What a reference in a page at base means, absolute, in ASCII, its fragment kept. NULL where it is
 * neither http nor https. (transfer full) (nullable) */
char *cog_web_address_resolve (const char *base, const char *reference);

/* The host as people read it: "école.example", with its port where that is not the usual one.
 * (transfer full) */
char *cog_web_address_dup_host (const char *address);
/* "https://host:port", the same for all addresses that one connection serves. (transfer full) */
char *cog_web_address_dup_origin (const char *address);
/* The last part of the path, decoded, fit for a file's name; NULL where there is none. (transfer
 * full) (nullable) */
char *cog_web_address_dup_name (const char *address);
/* Any name as one of a file: no "/", no control character, no dot first, not long. (transfer full)
 * (nullable) */
char *cog_web_address_dup_safe_name (const char *name);

/* Whether the host, as it is written, is of this computer or of the network around it: a number of
 * such a network, "localhost", "x.local", a name without a dot. */
gboolean cog_web_address_is_near (const char *address);
/* Whether a number is one of the public internet: not of this computer, not of a home or school
 * network, not of what clouds keep their secrets behind (RFC 6890 and its register). */
gboolean cog_web_address_is_public_number (GInetAddress *number);

G_END_DECLS
