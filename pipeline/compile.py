"""Build hook: compiles the rules with mypyc, where HATCH_BUILD_HOOKS_ENABLE=1 asks for it.

Modules stay importable as they are; next to each compiled one stands an extension of the same name, which Python
prefers. Editable installs are never compiled: a changed line of code must count at once.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("find", "link", "segment")
#: mypyc neither caches `cached_property` nor reads half a surrogate pair in a string.
INTERPRETED = frozenset({"segment/reading.py", "segment/tokenizer.py", "find/facts/context.py"})


class Compile(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the extensions to the wheel. Raises CalledProcessError where mypyc or the C compiler fails."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._copy = TemporaryDirectory()
        home = Path(self._copy.name)
        package = shutil.copytree(Path(self.root, "pipeline", "bienban"), home / "bienban")
        modules = [
            f"bienban/{module.relative_to(package).as_posix()}"
            for room in ROOMS
            for module in sorted((package / room).rglob("*.py"))
            if module.relative_to(package).as_posix() not in INTERPRETED
        ]
        # In the copy: mypyc writes beside its sources, and a checkout with extensions in it would run old code.
        subprocess.run([sys.executable, "-m", "mypyc", "--ignore-missing-imports", *modules], cwd=home, check=True)
        extensions = [file for file in home.rglob("*") if file.suffix in {".so", ".pyd"} and "build" not in file.parts]
        build_data["force_include"] |= {str(file): file.relative_to(home).as_posix() for file in extensions}
        build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._copy.cleanup()
