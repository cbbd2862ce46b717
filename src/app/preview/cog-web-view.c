/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-view.h"

#include "cog-error.h"
#include "cog-tab-back.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <webkit/webkit.h>

#define SCHEME "cognate-preview"
#define ROOT SCHEME "://book/"
/* Only what came with the preview, whatever a page asks for. */
#define POLICY                                                                                     \
  "default-src 'none'; img-src " SCHEME ": data:; media-src " SCHEME ": data:; font-src " SCHEME   \
  ": data:; style-src " SCHEME                                                                     \
  ": 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-src 'none'"
/* A proxy that is not there: what slips through everything else reaches nobody. */
#define NO_PROXY "http://127.0.0.1:9"

struct _CogWebView
{
  GtkWidget parent_instance;
  AdwClamp *clamp;
  WebKitWebView *view;
  WebKitUserContentManager *content;
  CogPreview *preview;
};

enum
{
  MOVED,
  LINK_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogWebView, cog_web_view, GTK_TYPE_WIDGET)

/* The colours of the writer's style sheet (web.css) by day and by night, whatever the desktop has.
 */
static const char day[] = ":root { color-scheme: light !important; --ink: #1c1b1a !important;"
                          " --paper: #fffefb !important; --quiet: #5a5955 !important;"
                          " --line: #d5d3cc !important; --link: #1a5fb4 !important; }"
                          " img, svg { background: transparent !important; }";
static const char night[] = ":root { color-scheme: dark !important; --ink: #e6e4df !important;"
                            " --paper: #1c1c1e !important; --quiet: #b4b2ac !important;"
                            " --line: #45454a !important; --link: #99c1f1 !important; }"
                            " img, svg { background: #fff !important; color: #1c1b1a; }";

static gboolean
is_ours (const char *uri)
{
  return g_str_has_prefix (uri, ROOT) || g_str_equal (uri, "about:blank");
}

/* "text-a.html" of ".../text-a.html#f1" */
static char *
dup_file (const char *uri)
{
  g_autofree char *path = NULL;

  if (!g_str_has_prefix (uri, ROOT))
    return NULL;
  path = g_strndup (uri + strlen (ROOT), strcspn (uri + strlen (ROOT), "?#"));
  return g_uri_unescape_string (path, NULL);
}

static void
serve_cb (WebKitURISchemeRequest *request, gpointer user_data)
{
  g_autoptr (CogWebView) self = g_weak_ref_get (user_data);
  g_autofree char *name = dup_file (webkit_uri_scheme_request_get_uri (request));
  const char *type = NULL;
  g_autoptr (GBytes) bytes = self != NULL && self->preview != NULL && name != NULL
                                 ? cog_preview_read (self->preview, name, &type)
                                 : NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (WebKitURISchemeResponse) response = NULL;
  SoupMessageHeaders *headers;

  if (bytes == NULL)
    {
      g_autoptr (GError) error =
          g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This is not in the book."));

      webkit_uri_scheme_request_finish_error (request, error);
      return;
    }
  stream = g_memory_input_stream_new_from_bytes (bytes);
  response = webkit_uri_scheme_response_new (stream, (gint64)g_bytes_get_size (bytes));
  webkit_uri_scheme_response_set_content_type (response, type);
  headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  soup_message_headers_append (headers, "Content-Security-Policy", POLICY);
  soup_message_headers_append (headers, "Content-Type", type);
  soup_message_headers_append (headers, "X-Content-Type-Options", "nosniff");
  webkit_uri_scheme_response_set_http_headers (response, headers); /* takes them */
  webkit_uri_scheme_request_finish_with_response (request, response);
}

/* A request may outlive the widget. */
static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static gboolean
decide_cb (WebKitWebView *view,
           WebKitPolicyDecision *decision,
           WebKitPolicyDecisionType type,
           CogWebView *self)
{
  WebKitNavigationAction *action;
  const char *uri;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    {
      uri = webkit_uri_request_get_uri (
          webkit_response_policy_decision_get_request (WEBKIT_RESPONSE_POLICY_DECISION (decision)));
      if (is_ours (uri) && webkit_response_policy_decision_is_mime_type_supported (
                               WEBKIT_RESPONSE_POLICY_DECISION (decision)))
        webkit_policy_decision_use (decision);
      else
        webkit_policy_decision_ignore (decision); /* nothing is downloaded */
      return TRUE;
    }
  action = webkit_navigation_policy_decision_get_navigation_action (
      WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  if (is_ours (uri) && type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION)
    webkit_policy_decision_use (decision);
  else
    {
      webkit_policy_decision_ignore (decision);
      if (webkit_navigation_action_is_user_gesture (action))
        g_signal_emit (self, signals[LINK_OUT], 0, uri);
    }
  return TRUE;
}

static gboolean
permission_cb (WebKitWebView *view, WebKitPermissionRequest *request, gpointer user_data)
{
  webkit_permission_request_deny (request);
  return TRUE;
}

static GtkWidget *
create_cb (WebKitWebView *view, WebKitNavigationAction *action, gpointer user_data)
{
  return NULL; /* no other windows */
}

static gboolean
dialog_cb (WebKitWebView *view, gpointer dialog, gpointer user_data)
{
  return TRUE; /* no questions by a page */
}

/* Copying is all that makes sense here. */
static gboolean
menu_cb (WebKitWebView *view, WebKitContextMenu *menu, WebKitHitTestResult *hit, gpointer user_data)
{
  WebKitContextMenuItem *copy;

  webkit_context_menu_remove_all (menu);
  if (!webkit_hit_test_result_context_is_selection (hit))
    return TRUE;
  copy = webkit_context_menu_item_new_from_stock_action (WEBKIT_CONTEXT_MENU_ACTION_COPY);
  webkit_context_menu_append (menu, copy);
  return FALSE;
}

static void
load_cb (WebKitWebView *view, WebKitLoadEvent event, CogWebView *self)
{
  g_autofree char *file = NULL;

  if (event != WEBKIT_LOAD_COMMITTED || webkit_web_view_get_uri (view) == NULL)
    return;
  file = dup_file (webkit_web_view_get_uri (view));
  if (file != NULL)
    g_signal_emit (self, signals[MOVED], 0, file);
}

static WebKitSettings *
new_settings (void)
{
  return g_object_new (
      WEBKIT_TYPE_SETTINGS, "enable-javascript", FALSE, "enable-javascript-markup", FALSE,
      "javascript-can-access-clipboard", FALSE, "javascript-can-open-windows-automatically", FALSE,
      "enable-html5-local-storage", FALSE, "enable-html5-database", FALSE, "enable-page-cache",
      FALSE, "enable-webgl", FALSE, "enable-webaudio", FALSE, "enable-webrtc", FALSE,
      "enable-media-stream", FALSE, "enable-mediasource", FALSE, "enable-encrypted-media", FALSE,
      "enable-media-capabilities", FALSE, "media-playback-requires-user-gesture", TRUE,
      "enable-developer-extras", FALSE, "enable-fullscreen", FALSE,
      "enable-back-forward-navigation-gestures", FALSE, "allow-modal-dialogs", FALSE,
      "allow-file-access-from-file-urls", FALSE, "allow-universal-access-from-file-urls", FALSE,
      "allow-top-navigation-to-data-urls", FALSE, "hardware-acceleration-policy",
      WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER, NULL);
}

static WebKitNetworkSession *
new_session (void)
{
  WebKitNetworkSession *session = webkit_network_session_new_ephemeral ();
  WebKitNetworkProxySettings *proxy = webkit_network_proxy_settings_new (NO_PROXY, NULL);

  webkit_network_session_set_proxy_settings (session, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
  webkit_network_proxy_settings_free (proxy);
  return session;
}

static void
cog_web_view_dispose (GObject *object)
{
  CogWebView *self = COG_WEB_VIEW (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  g_clear_object (&self->content);
  if (self->clamp != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->clamp));
  self->clamp = NULL;
  g_clear_pointer (&self->preview, cog_preview_free);
  G_OBJECT_CLASS (cog_web_view_parent_class)->dispose (object);
}

static void
cog_web_view_class_init (CogWebViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_web_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK_OUT] = g_signal_new ("link-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_view (CogWebView *self)
{
  g_autoptr (WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr (WebKitNetworkSession) session = new_session ();
  g_autoptr (WebKitSettings) settings = new_settings ();
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  webkit_web_context_register_uri_scheme (context, SCHEME, serve_cb, weak, weak_free);
  self->content = webkit_user_content_manager_new ();
  self->view = g_object_new (WEBKIT_TYPE_WEB_VIEW, "web-context", context, "network-session",
                             session, "settings", settings, "user-content-manager", self->content,
                             "vexpand", TRUE, NULL);
  g_signal_connect (self->view, "decide-policy", G_CALLBACK (decide_cb), self);
  g_signal_connect (self->view, "permission-request", G_CALLBACK (permission_cb), self);
  g_signal_connect (self->view, "create", G_CALLBACK (create_cb), self);
  g_signal_connect (self->view, "script-dialog", G_CALLBACK (dialog_cb), self);
  g_signal_connect (self->view, "run-file-chooser", G_CALLBACK (dialog_cb), self);
  g_signal_connect (self->view, "authenticate", G_CALLBACK (dialog_cb), self);
  g_signal_connect (self->view, "context-menu", G_CALLBACK (menu_cb), self);
  g_signal_connect (self->view, "load-changed", G_CALLBACK (load_cb), self);
}

static void
cog_web_view_init (CogWebView *self)
{
  add_view (self);
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->view));
  gtk_widget_set_parent (GTK_WIDGET (self->clamp), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview of the book"), -1);
  cog_tab_out_add (GTK_WIDGET (self));
  cog_web_view_set_width (self, 0);
  cog_web_view_set_dark (self, FALSE);
}

GtkWidget *
cog_web_view_new (void)
{
  return g_object_new (COG_TYPE_WEB_VIEW, NULL);
}

void
cog_web_view_set_preview (CogWebView *self, CogPreview *preview)
{
  g_return_if_fail (COG_IS_WEB_VIEW (self));

  g_clear_pointer (&self->preview, cog_preview_free);
  self->preview = preview;
}

void
cog_web_view_load (CogWebView *self, const char *file)
{
  g_autofree char *escaped = g_uri_escape_string (file, "/", FALSE);
  g_autofree char *uri = g_strconcat (ROOT, escaped, NULL);

  g_return_if_fail (COG_IS_WEB_VIEW (self));

  webkit_web_view_load_uri (self->view, uri);
}

void
cog_web_view_set_dark (CogWebView *self, gboolean dark)
{
  const GdkRGBA paper = dark ? (GdkRGBA){ .11f, .11f, .118f, 1 } : (GdkRGBA){ 1, .996f, .984f, 1 };
  WebKitUserStyleSheet *sheet;

  g_return_if_fail (COG_IS_WEB_VIEW (self));

  sheet = webkit_user_style_sheet_new (dark ? night : day, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                       WEBKIT_USER_STYLE_LEVEL_AUTHOR, NULL, NULL);
  webkit_user_content_manager_remove_all_style_sheets (self->content);
  webkit_user_content_manager_add_style_sheet (self->content, sheet);
  webkit_user_style_sheet_unref (sheet);
  webkit_web_view_set_background_color (self->view, &paper);
}

void
cog_web_view_set_width (CogWebView *self, int width)
{
  g_return_if_fail (COG_IS_WEB_VIEW (self));

  adw_clamp_set_maximum_size (self->clamp, width > 0 ? width : G_MAXINT / 2);
  adw_clamp_set_tightening_threshold (self->clamp, width > 0 ? width : G_MAXINT / 2);
}

void
cog_web_view_set_zoom (CogWebView *self, double zoom)
{
  g_return_if_fail (COG_IS_WEB_VIEW (self));
  webkit_web_view_set_zoom_level (self->view, zoom);
}

/* --- whether it can be used ---------------------------------------------------------------------
 */

static void
probed_cb (GObject *process, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, COG_ERROR, COG_ERROR_UNSUPPORTED,
                             _ ("This computer does not let the preview lock itself in, so it is "
                                "not shown. Export a draft, and open that."));
}

void
cog_web_view_probe_async (GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GSubprocess) process = NULL;

  /* In Flatpak the portal does it. The variable is WebKit's own, for tests in a container. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ||
      g_getenv ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS") != NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, "bwrap", "--ro-bind", "/", "/", "--unshare-all", "--proc",
                              "/proc", "--dev", "/dev", "true", NULL);
  if (process != NULL)
    {
      g_subprocess_wait_check_async (process, NULL, probed_cb, task);
      return;
    }
  g_task_return_new_error (task, COG_ERROR, COG_ERROR_UNSUPPORTED,
                           _ ("The preview needs the program bubblewrap, which is not installed."));
  g_object_unref (task);
}

gboolean
cog_web_view_probe_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
