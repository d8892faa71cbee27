"""A host of its own: nginx with the recipe of this project, for as long as it is needed."""

import contextlib
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def nginx(site):
    """Shows a folder, or what a link leads to; yields the address, and nothing where there is no nginx.

    Raises ValueError where the recipe no longer says what stands here in the place of its parts, and where nginx does
    not start with it.
    """
    program = which("nginx") or which(ROOT / ".build/nginx/usr/sbin/nginx")
    if not program:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        paths = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # The recipe as it stands, but for where the site is and who may read what.
        recipe = (ROOT / "Recipes/nginx.conf").read_text()
        for there, here in (
            ("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/waybook/current", f'"{site}"'),
            ("/etc/nginx/payments.htpasswd", f"{folder}/passwords"),
        ):
            if there not in recipe:
                raise ValueError(f"The recipe for nginx does not say {there}")
            recipe = recipe.replace(there, here)
        start = recipe.index("  # location ^~ /payments/")
        end = recipe.index("  # }", start) + len("  # }")
        recipe = recipe[:start] + recipe[start:end].replace("  # ", "  ") + recipe[end:]
        Path(folder, "site.conf").write_text(recipe)
        Path(folder, "passwords").write_text("dana:{PLAIN}secret\n")
        Path(folder, "mime.types").write_text("types { text/html html; text/css css; image/svg+xml svg; application/json json; }")
        Path(folder, "nginx.conf").write_text(f"""
            daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log; events {{}}
            http {{ {paths} access_log off; include site.conf; }}""")
        process = subprocess.Popen([program, "-p", folder, "-c", "nginx.conf", "-e", "error.log"], stderr=subprocess.PIPE)
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            else:
                raise ValueError("nginx does not start with the recipe")
            yield f"http://127.0.0.1:{port}/"
        finally:
            # A test run may have blocked all signals that a program can put off.
            process.kill()
            process.communicate()
