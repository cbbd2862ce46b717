# SPDX-License-Identifier: GPL-3.0-or-later
"""A web site on this computer for a test: pages by their paths, and who was asked for."""
import http.server
import socket
import threading


class Site:
    """pages: path → (media type, bytes), or a number for an answer that is a fault."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                page = site.pages.get(self.path, 404)
                if isinstance(page, int):
                    self.send_error(page)
                    return
                self.send_response(200)
                self.send_header("Content-Type", page[0])
                self.send_header("Content-Length", str(len(page[1])))
                self.end_headers()
                self.wfile.write(page[1])

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def address(self, path):
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"


class SilentSite:
    """One that takes a call and never answers."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def address(self, path):
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}{path}"
