"""Make ingest/telling/common.npz: how common the common words of ten languages are.

Run `python -m training.stories.rarity` with `wordfreq` installed (it is needed for nothing else). Its lists are
by Robyn Speer and may be shared under CC BY-SA 4.0; the table says so.
"""

from __future__ import annotations

import numpy as np
from wordfreq import iter_wordlist, zipf_frequency

from ingest.telling.rarity import TABLE, word_key

LANGUAGES = {"en": 24_000, "de": 6_000, "fr": 6_000, "es": 6_000, "it": 3_000, "pt": 3_000, "nl": 3_000}
LANGUAGES |= {"pl": 3_000, "ru": 5_000, "uk": 3_000}
NOTICE = "Made from the lists of wordfreq 3.1.1 (Robyn Speer), CC BY-SA 4.0."


def main() -> None:
    """Write the table: 32-bit word keys, ascending, and ten times the Zipf frequency of each."""
    zipf: dict[int, int] = {}
    for language, most in LANGUAGES.items():
        for _, word in zip(range(most), (w for w in iter_wordlist(language) if w.isalpha()), strict=False):
            value = round(10 * zipf_frequency(word, language))
            key = word_key(word)
            zipf[key] = max(value, zipf.get(key, 0))
    keys = sorted(zipf)
    np.savez_compressed(
        TABLE,
        keys=np.array(keys, np.uint32),
        zipf=np.array([zipf[key] for key in keys], np.uint8),
        notice=np.array(NOTICE),
    )


if __name__ == "__main__":
    main()
