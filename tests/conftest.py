"""Settings for all tests."""

import os

from hypothesis import settings

# The first example of a test pays for imports and tables; nothing here is about time. A machine that
# decides over a change tries the same examples every time, a developer's always new ones.
settings.register_profile("copydesk", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("copydesk")
