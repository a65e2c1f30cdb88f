"""JupyterLab on this machine alone, in a folder of the test's own."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_NEWS = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """The address of a JupyterLab that shows the folder, with its token; `{}` in it stands for the path of a file."""
    state = folder / ".jupyter"
    (state / "config" / "labconfig").mkdir(parents=True)
    (state / "config" / "labconfig" / "page_config.json").write_text(json.dumps(_NO_NEWS))
    token = secrets.token_hex(16)
    places = {f"JUPYTER_{kind.upper()}_DIR": str(state / kind) for kind in ("config", "data", "runtime")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser"]
    command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--ServerApp.root_dir={folder}"]
    command += [f"--IdentityProvider.token={token}"]
    with (folder / "jupyterlab.log").open("w+") as log:
        server = subprocess.Popen(command, env={**os.environ, **places}, stderr=log)
        try:
            yield f"{_address(server, state / 'runtime')}lab/workspaces/test/tree/{{}}?token={token}&reset"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _address(server: subprocess.Popen[bytes], runtime: Path) -> str:
    """Where the server says that it listens, once it does."""
    while server.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            if text := file.read_text():
                return str(json.loads(text)["url"])
    raise RuntimeError(f"JupyterLab ended with code {server.returncode}")
