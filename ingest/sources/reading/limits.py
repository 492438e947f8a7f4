"""How much is read at most. All sizes are in bytes."""

# One document: a file, or one record of a multi-record file.
MAX_DOCUMENT = 32 * 1024 * 1024
# A line without an end is skipped up to this size; beyond it the rest of its file is given up,
# because a decompression bomb can be a thousand times as long as its file.
MAX_SKIPPED = 1024 * 1024 * 1024
# What a reject keeps for a replay.
MAX_KEPT = 1024 * 1024
# What one input may unpack to, with everything inside it: this much, and beyond it so many times its size.
# Real articles pack to a twentieth at best, an archive of near-copies to a hundredth.
FREE_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 200
# How deep archives may stand in archives, and how many files one input may hold in all.
MAX_DEPTH = 4
MAX_MEMBERS = 10_000_000
# What is copied to a temporary file, where a format must go back and forth in a stream that cannot.
MAX_SPOOLED = 2 * 1024 * 1024 * 1024
# How much of an input is looked at to recognise its format.
HEAD = 64 * 1024
