"""Make ingest/telling/common.npz: how common the stems of common words are, in ten languages.

Run `python -m training.stories.rarity` with `wordfreq` installed (nothing else needs it). Its lists are by
Robyn Speer and may be shared under CC BY-SA 4.0; the table says so.
"""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
from wordfreq import iter_wordlist, zipf_frequency

from ingest.telling.rarity import TABLE, stem, word_key

LANGUAGES = {"en": 30_000, "de": 8_000, "fr": 8_000, "es": 8_000, "it": 4_000, "pt": 4_000, "nl": 4_000}
LANGUAGES |= {"pl": 4_000, "ru": 6_000, "uk": 4_000}
NOTICE = "Made from the lists of wordfreq 3.1.1 (Robyn Speer), CC BY-SA 4.0."


def stems(language: str, most: int) -> dict[str, float]:
    """Return how often each stem of the language's most common words stands in 10⁹ words."""
    found: dict[str, float] = defaultdict(float)
    words = (word for word in iter_wordlist(language) if word.isalpha())
    for _, word in zip(range(most), words, strict=False):
        found[stem(word)] += 10 ** zipf_frequency(word, language)
    return found


def main() -> None:
    """Write the table: 32-bit keys of stems, ascending, and ten times the Zipf frequency of each.

    A stem that several languages have counts as in the one where it is most common.
    """
    zipf: dict[int, int] = {}
    for language, most in LANGUAGES.items():
        for each, number in stems(language, most).items():
            key = word_key(each)
            zipf[key] = max(round(10 * math.log10(number)), zipf.get(key, 0))
    keys = sorted(zipf)
    np.savez_compressed(
        TABLE,
        keys=np.array(keys, np.uint32),
        zipf=np.array([zipf[key] for key in keys], np.uint8),
        notice=np.array(NOTICE),
    )


if __name__ == "__main__":
    main()
