"""The browser build gives the temperatures of the native one.

    browser_agrees.py NATIVE_PROGRAM BROWSER_SCRIPT

Both print every coldest temperature of one case. They may differ by 0.005 °C: mathematical functions of the two
C libraries round differently, nothing more.
"""

import os
import subprocess
import sys

ALLOWED = 0.005


def values_of(*command):
    out = subprocess.run([*command, "--values"], capture_output=True, text=True, check=True).stdout
    return {place: float(value) for place, value in (line.rsplit(": ", 1) for line in out.splitlines())}


native = values_of(sys.argv[1])
browser = values_of(os.environ.get("COLDPLAN_NODE") or "node", sys.argv[2])
if native.keys() != browser.keys() or not native:
    sys.exit("the two builds do not print the same tissues")
worst = max(native, key=lambda place: abs(native[place] - browser[place]))
difference = abs(native[worst] - browser[worst])
print(f"{len(native)} temperatures, worst difference {difference:.1e} °C ({worst})")
sys.exit(difference > ALLOWED)
