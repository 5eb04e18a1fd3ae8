"""A server on this machine that answers as it is told, and remembers who asked."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class LinkServer:
    """`pages` maps a path, or (method, path), to what is said there; other paths are a 404.

    A page is a status, (status, headers), or a function that gets the handler and answers itself.
    """

    def __init__(self):
        self.pages = {}
        self.asked = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    @property
    def lines(self):
        """What was asked, as "HEAD /side"."""
        return [f"{asked.command} {asked.path}" for asked in self.asked]

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def _handler(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                self.asked_at = time.monotonic()
                outer.asked.append(self)
                method_and_path = (self.command, self.path)
                page = outer.pages.get(method_and_path, outer.pages.get(self.path, 404))
                if callable(page):
                    page(self)
                    return
                status, headers = page if isinstance(page, tuple) else (page, {})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "2")
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(b"ok")

            do_HEAD = do_GET = answer  # noqa: N815

            def log_message(self, *args):
                pass

        return Handler
