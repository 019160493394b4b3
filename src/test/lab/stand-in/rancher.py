"""STAND-IN for a Rancher 2.1 server: answers the two questions that an agent asks before it registers, and nothing else.

rancher.py ADDRESS PORT CERTIFICATE KEY: serves TLS with CERTIFICATE until it is killed; a line a request on standard error.
"""

import http.server
import json
import pathlib
import ssl
import sys


class Rancher(http.server.BaseHTTPRequestHandler):
    authority = ""

    def do_GET(self):
        match self.path:
            case "/ping":
                self.answer(200, "text/plain", "pong")
            case "/v3/settings/cacerts":
                setting = {"id": "cacerts", "type": "setting", "name": "cacerts", "value": self.authority}
                self.answer(200, "application/json", json.dumps(setting, separators=(",", ":")))
            case _:
                self.answer(404, "application/json", '{"type":"error","status":404,"code":"NotFound"}')

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """Shakes hands in the connection's own thread, so that a caller who says nothing holds up nobody else."""

    daemon_threads = True

    def __init__(self, where, tls):
        super().__init__(where, Rancher)
        self.tls = tls

    def finish_request(self, request, client_address):
        request.settimeout(20)
        with self.tls.wrap_socket(request, server_side=True) as speaking:
            super().finish_request(speaking, client_address)


def main(address, port, certificate, key):
    Rancher.authority = pathlib.Path(certificate).read_text()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    Server((address, int(port)), tls).serve_forever()


main(*sys.argv[1:])
