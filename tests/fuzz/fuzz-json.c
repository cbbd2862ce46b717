/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <sanitizer/lsan_interface.h>

/* json-glib forgets the first of several values, "[][]", and it is built without frame pointers: a
 * leak of its own can be told from one of ours only by the slow way back through the stack, which
 * makes every input ten times slower. So what it takes while it parses is never looked for; what we
 * take is. (ld's --wrap, in meson.build.) */
gboolean __real_json_parser_load_from_data (JsonParser *parser,
                                            const char *data,
                                            gssize length,
                                            GError **error);
gboolean __wrap_json_parser_load_from_data (JsonParser *parser,
                                            const char *data,
                                            gssize length,
                                            GError **error);

gboolean
__wrap_json_parser_load_from_data (JsonParser *parser,
                                   const char *data,
                                   gssize length,
                                   GError **error)
{
  gboolean is_read;

  __lsan_disable ();
  is_read = __real_json_parser_load_from_data (parser, data, length, error);
  __lsan_enable ();
  return is_read;
}
