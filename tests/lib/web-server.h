/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A web server on 127.0.0.1 that says what a test wants, true or not, and notes who asked. */
typedef struct _WebServer WebServer;

WebServer *web_server_new (GTlsCertificate *certificate); /* (nullable): then it speaks https */
void web_server_free (WebServer *server);
/* head: "200 OK\r\nContent-Type: text/html"; the length is added. length: -1 for a string. */
void web_server_add (
    WebServer *server, const char *path, const char *head, const void *body, gssize length);
/* Every byte of the answer, in pieces of so many bytes with a pause (milliseconds) after each. */
void web_server_add_raw (
    WebServer *server, const char *path, const void *raw, gsize length, gsize piece, guint pause);
char *web_server_dup_address (WebServer *server, const char *path);
guint web_server_get_port (WebServer *server);
guint web_server_count (WebServer *server, const char *path); /* how often it was asked for */
char *web_server_dup_request (WebServer *server);             /* head of the last question */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WebServer, web_server_free)

G_END_DECLS
