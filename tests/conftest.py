"""Settings for all tests."""

from hypothesis import settings

# The first example of a test pays for imports and tables; nothing here is about time.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")
