"""How much is read at most. All sizes are in bytes."""

# One document: a file, or one record of a multi-record file.
MAX_DOCUMENT = 32 * 1024 * 1024
# A line without an end is skipped up to this size; beyond it the rest of its file is given up,
# because a decompression bomb can be a thousand times as long as its file.
MAX_SKIPPED = 1024 * 1024 * 1024
# What a reject keeps for a replay.
MAX_KEPT = 1024 * 1024
# How much of an input is looked at to recognise its format.
HEAD = 64 * 1024
